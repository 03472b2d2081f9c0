"""The window: process start to first painted unlock page, key press to painted character, memory at rest."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Row

ROOT = Path(__file__).parents[2]
LETTERS = "the quick brown fox jumps over it "

_OURS = """
import os, sys
from ui.launch import main
def painted():
    os.write(1, b"painted")
    os._exit(0)
main(["--vault", sys.argv[1], "--settings", sys.argv[1] + "/settings.json"], painted=painted)
"""

_PLAIN = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.painted)
    def painted(self):
        os.write(1, b"painted")
        os._exit(0)
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""


def start_rows(folder: Path) -> Iterator[Row]:
    vault = folder / "closed"
    vault.mkdir(exist_ok=True)
    (vault / "vault.keys").write_text("only looked at by name before the first paint")
    (vault / "settings.json").write_text('{"look": "dark", "zoom": 110, "idle_minutes": 10}\n')
    environment = installed(folder)
    found: list[tuple[float, float]] = []
    for number in range(25):
        ours = _run(_OURS, environment, str(vault)) if number % 2 else None
        plain = _run(_PLAIN, environment)
        found.append((ours or _run(_OURS, environment, str(vault)), plain))
    yield Row(
        what="process start to the painted unlock page",
        ours=statistics.median(o for o, _ in found[1:]) * 1e3,
        plain=statistics.median(p for _, p in found[1:]) * 1e3,
        ratio=statistics.median(o / p for o, p in found[1:]),
        aim="≤ 1.15",
    )


def installed(folder: Path) -> dict[str, str]:
    """An environment where modules are read as they are once installed: compiled, ours as well as Qt's."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def _run(program: str, environment: dict[str, str], *arguments: str) -> float:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
        env=environment,
    )
    assert done.stdout == b"painted", done.stderr.decode()
    return time.perf_counter() - start


def key_rows() -> Iterator[Row]:
    from PySide6.QtWidgets import QApplication, QTextEdit

    from mentorjournal.model.blocks import Block, Span
    from ui.theme.theme import Scheme, Theme, load_fonts
    from ui.widgets.editor.editor import TextEditor

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    load_fonts(lean=False)
    theme = Theme(app, app)
    theme.apply(Scheme.LIGHT)
    line = "We talked about the plan and what comes next, and she wrote it down. " * 4
    count = 100_000 // len(line)
    ours = TextEditor(theme, "Text")
    ours.set_document(tuple(Block(spans=(Span(line),)) for _ in range(count)))
    plain = QTextEdit()
    plain.setPlainText("\n".join([line] * count))
    ours_times, plain_times = [_key_times(app, editor) for editor in (ours, plain)]
    median, plain_median = statistics.median(ours_times), statistics.median(plain_times)
    yield Row(
        what="key press to painted character, entry of 100 KB: median",
        ours=median * 1e3,
        plain=plain_median * 1e3,
        ratio=median / plain_median,
        aim="≤ 2 ms",
    )
    yield Row(
        what="… the slowest of 1,000",
        ours=max(ours_times) * 1e3,
        plain=max(plain_times) * 1e3,
        ratio=max(ours_times) / max(plain_times),
        aim="≤ 16 ms",
    )
    yield from _pointed_rows(app, theme, line, count, median)


def _pointed_rows(app, theme, line: str, count: int, without: float) -> Iterator[Row]:  # type: ignore[no-untyped-def]
    """The same entry while names are pointed at, a name in every line."""
    from mentorjournal.checks.finding import Known
    from mentorjournal.checks.looking import Looking
    from mentorjournal.model.blocks import Block, Span
    from ui.widgets.editor.editor import TextEditor

    looking = Looking(Known(partner="Ana Cruz", people=("Ben Okafor",)))
    looking.find("Somebody came.")
    theme.companion.begin(looking.find, set())
    pointed = TextEditor(theme, "Text")
    pointed.set_document(tuple(Block(spans=(Span(f"{line}Ana knew."),)) for _ in range(count)))
    slices = []
    while pointed.pointer.waits:
        begin = time.perf_counter()
        pointed.pointer.look_now()
        slices.append(time.perf_counter() - begin)
    yield Row(what="looking at all of it for names, in slices", ours=sum(slices) * 1e3)
    yield Row(what="… the longest slice", ours=max(slices) * 1e3, aim="≤ 16 ms")
    times = _key_times(app, pointed)
    yield Row(
        what="key press while names are marked, beside without: median",
        ours=statistics.median(times) * 1e3,
        plain=without * 1e3,
        ratio=statistics.median(times) / without,
        aim="≤ 2 ms",
    )
    yield Row(what="… the slowest of 1,000", ours=max(times) * 1e3, aim="≤ 16 ms")
    begin = time.perf_counter()
    pointed.pointer.look_through()
    yield Row(
        what="… and the look at the changed line after a pause", ours=(time.perf_counter() - begin) * 1e3
    )


def _key_times(app, editor) -> list[float]:  # type: ignore[no-untyped-def]  # Qt is imported by the caller
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    editor.resize(900, 700)
    editor.show()
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    app.processEvents()
    times = []
    for number in range(1000):
        start = time.perf_counter()
        QTest.keyClicks(editor.viewport(), LETTERS[number % len(LETTERS)])
        app.processEvents()
        times.append(time.perf_counter() - start)
    editor.hide()
    return times


def memory_rows(folder: Path) -> Iterator[Row]:
    from mentorjournal.demo import write_vault

    vault = folder / "demo"
    passphrase = write_vault(vault)
    ours = _resident("tests.bench.resting", str(vault), passphrase)
    plain = _resident("tests.bench.resting")
    yield Row(
        what="memory at rest, demo vault unlocked", ours=ours, plain=plain, ratio=ours / plain, unit="MB"
    )


def _resident(module: str, *arguments: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments[:1]],
        cwd=ROOT,
        input="".join(arguments[1:]),
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
    )
    return float(done.stdout.split()[-1])
