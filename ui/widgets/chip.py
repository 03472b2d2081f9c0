"""A chip: one of a few choices side by side, the chosen one marked by ground, edge and weight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import Theme


class Chip(QAbstractButton):
    """One word that can be chosen, painted by us so that it stays small at any zoom."""

    def __init__(self, theme: Theme, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.ring(self)
        theme.changed.connect(self._look)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.font("caption")).horizontalAdvance(self.text())
        return QSize(words + self._theme.px(18), self._theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge, width = ("focus", 2.0) if self.property("kbd") else ("line_strong", 1.0)
        chosen = self.isChecked()
        ringed = bool(self.property("kbd")) or chosen
        painter.setPen(QPen(theme.colour(edge), width) if ringed else Qt.PenStyle.NoPen)
        ground = "card" if chosen else ("hover" if self.underMouse() else "sunken")
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text" if chosen else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
