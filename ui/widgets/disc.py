"""The disc that stands for a journal: the first letter of its codename, in a tone of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import on_soft

SIZE = 28
TONES = ("accent", "info", "plum", "warn", "danger")


def draw_disc(painter: QPainter, theme: Theme, box: QRectF, codename: str) -> None:
    tone = TONES[sum(codename.encode()) % len(TONES)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}_soft"))
    painter.drawEllipse(box)
    painter.setPen(theme.colour(on_soft(tone)))
    painter.setFont(theme.font("caption"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, codename[:1].upper())


class Disc(QWidget):
    """Says nothing to a screen reader: the codename stands beside it."""

    def __init__(self, theme: Theme, codename: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._codename = theme, codename
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._look)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SIZE), self._theme.px(SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_disc(painter, self._theme, QRectF(self.rect()), self._codename)
        painter.end()

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
