"""A word on a soft ground: a kind, a state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import on_soft


class Pill(QWidget):
    """*tone* is accent, info, warn, danger or plum; the word says the same without it."""

    def __init__(
        self, theme: Theme, text: str, tone: str = "accent", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._text, self._tone, self._icon = theme, text, tone, icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._look)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str, tone: str | None = None, *, icon: str | None = None) -> None:
        """Show another word, and where given another tone and icon."""
        self._text = text
        self._tone = self._tone if tone is None else tone
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(text)
        self._look()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._theme.font("caption")).horizontalAdvance(self._text)
        return QSize(width + self._theme.px(24 if not self._icon else 42), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{self._tone}_soft"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        role, px = on_soft(self._tone), self._theme.px
        left = px(12)
        if self._icon:
            picture = self._theme.pixmap(self._icon, role, 14, ratio=self.devicePixelRatioF())
            painter.drawPixmap(px(10), round((box.height() - px(14)) / 2), picture)
            left = px(30)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour(role))
        painter.drawText(box.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
