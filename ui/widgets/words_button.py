"""A sentence that can be pressed, over as many lines as it needs: a push button cannot break its words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import Theme

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
MARK = 18
"""Room beside the words for a small mark."""


class WordsButton(QAbstractButton):
    """*says* is what pressing does, for screen readers."""

    def __init__(self, theme: Theme, words: str, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tone, self._mark, self._struck = theme, "text2", "", False
        self._write(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(says)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.ring(self)

    def set_face(
        self, words: str, says: str, *, tone: str = "text2", mark: str = "", struck: bool = False
    ) -> None:
        """Show other words, in the colour of a role, with an icon after them, or struck through."""
        face = (words, says, tone, mark, struck)
        if face == (self.text(), self.accessibleDescription(), self._tone, self._mark, self._struck):
            return
        self._tone, self._mark, self._struck = tone, mark, struck
        self._write(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(says)
        self.updateGeometry()
        self.update()

    def _write(self, words: str) -> None:
        self.setText(words)
        self.setShortcut(QKeySequence())  # an “&” in the words is an and, not a key

    def heightForWidth(self, width: int) -> int:
        room = max(width - self._theme.px(20 + MARK), 1)
        box = self.fontMetrics().boundingRect(0, 0, room, 10_000, WRAP, self.text())
        return box.height() + self._theme.px(12)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.property("kbd"):
            painter.setPen(self._theme.colour("focus"))
            painter.drawRoundedRect(box, px(7), px(7))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(box, px(7), px(7))
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self.rect().adjusted(px(10), px(6), -px(10 + MARK), -px(6))
        if right_to_left:
            words = self.rect().adjusted(px(10 + MARK), px(6), -px(10), -px(6))
        painter.setPen(self._theme.colour(self._tone))
        font = self.font()
        font.setStrikeOut(self._struck)
        painter.setFont(font)
        painter.drawText(words, WRAP, self.text())
        if self._mark:
            picture = self._theme.pixmap(self._mark, "accent_text", 14, ratio=self.devicePixelRatioF())
            painter.drawPixmap(px(10) if right_to_left else self.width() - px(24), px(8), picture)
        painter.end()
