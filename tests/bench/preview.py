"""The preview of 300 pages, beside pdfium and Qt alone drawing the same pages: time, and memory after all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from mentorjournal.model.paper import Heading, Line, Paper, Piece
from mentorjournal.pdf import render
from tests.bench.measure import Row, pairs

PAGES = 300
WIDTH, HEIGHT = 1000, 760


def rows() -> Iterator[Row]:
    _theme()
    ours, plain = _Ours(), _Plain()
    yield pairs(
        f"a page of {PAGES} shown for the first time",
        ours.next_page,
        plain.next_page,
        rounds=41,
        aim="≤ 50 ms",
    )
    yield pairs("… scrolled by a step", ours.step, plain.step, rounds=101, aim="≤ 16 ms")
    yield pairs("… enlarged by a step (bare: the page drawn anew)", ours.zoom, plain.next_page, rounds=41)
    grown, bare = _grown("ours", PAGES), _grown("plain", PAGES)
    yield Row(
        what=f"… memory that {PAGES} pages took, gone through one by one",
        ours=grown,
        plain=bare,
        ratio=grown / bare,
        unit="MB",
        aim="≤ 32 MB",
    )
    yield Row(what="… and the first 30 of them", ours=_grown("ours", 30), unit="MB", aim="the same")


@cache
def _pdf() -> bytes:
    pieces: list[Piece] = []
    for number in range(PAGES * 7 // 10):
        pieces.append(Heading(f"Chapter {number + 1}"))
        pieces.extend(Line("word and letters of every kind " * 30) for _ in range(6))
    return render(Paper(title="A book", pieces=tuple(pieces)))


class _Ours:
    """The widget, in a window that is never on a screen."""

    def __init__(self) -> None:
        from PySide6.QtGui import QPixmap

        from ui.widgets.pdf_preview import PdfPreview

        self.preview = PdfPreview(_theme())
        self.preview.resize(WIDTH, HEIGHT)
        self.preview.show()
        self.preview.show_pdf(_pdf())
        self.ground = QPixmap(WIDTH, HEIGHT)
        self.pages = cycle(range(self.preview.page_count))
        self.sizes = cycle((110, 125, 150, 125))

    def next_page(self) -> None:
        self.preview.go(next(self.pages))
        self._paint()

    def step(self) -> None:
        bar = self.preview.pages.verticalScrollBar()
        bar.setValue(bar.value() + 2)
        self._paint()

    def zoom(self) -> None:
        self.preview.set_zoom(next(self.sizes))
        self._paint()

    def _paint(self) -> None:
        self.preview.pages.viewport().render(self.ground)


class _Plain:
    """pdfium's picture of the page and Qt's drawing of it, nothing around."""

    def __init__(self) -> None:
        import pypdfium2
        from PySide6.QtGui import QPixmap

        self.pdf: Any = pypdfium2.PdfDocument(_pdf())
        self.pages = cycle(range(len(self.pdf)))
        self.ground = QPixmap(WIDTH, HEIGHT)
        self.image: Any = None
        self.next_page()

    def next_page(self) -> None:
        from PySide6.QtGui import QImage

        page = self.pdf[next(self.pages)]
        bitmap = page.render(scale=1.4, prefer_bgrx=True)
        form = QImage.Format.Format_RGB32
        self.image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
        bitmap.close()
        page.close()
        self.step()

    def step(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QPainter

        self.ground.fill(Qt.GlobalColor.darkGray)
        painter = QPainter(self.ground)
        painter.drawImage(80, 16, self.image)
        painter.end()


@cache
def _theme() -> Any:
    from PySide6.QtWidgets import QApplication

    from ui.theme.theme import Scheme, Theme, load_fonts

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    load_fonts(lean=False)
    theme = Theme(app, app)
    theme.apply(Scheme.LIGHT)
    return theme


def _grown(who: str, count: int) -> float:
    """Megabytes that going through *count* pages added, in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.preview", who, str(count)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _go_through(act: Callable[[], None], count: int) -> float:
    act()
    before = _resident()
    for _ in range(count):
        act()
    return _resident() - before


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    _theme()
    side = _Ours() if sys.argv[1] == "ours" else _Plain()
    print(max(_go_through(side.next_page, int(sys.argv[2])), 0.1))
