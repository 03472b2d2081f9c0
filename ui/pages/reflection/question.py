"""A question as a button over as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import Theme

TICK = 18
"""Room beside the words for the tick of an answered one."""
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


class Question(QAbstractButton):
    """One question over as many lines as it needs: a push button cannot break its words. An answered one
    carries a tick.
    """

    asked = Signal(str, str)

    def __init__(self, theme: Theme, step_id: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step_id = step_id
        self._answered = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Answer this question"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.ring(self)
        self.clicked.connect(self._ask)

    def key(self) -> tuple[str, str]:
        return self._step_id, self.text()

    def set_answered(self, answered: bool) -> None:
        if answered != self._answered:
            self._answered = answered
            says = self.tr("Answered; go to the answer") if answered else self.tr("Answer this question")
            self.setAccessibleDescription(says)
            self.update()

    def heightForWidth(self, width: int) -> int:
        room = max(width - self._theme.px(20 + TICK), 1)
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
        words = self.rect().adjusted(px(10), px(6), -px(10 + TICK), -px(6))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words = self.rect().adjusted(px(10 + TICK), px(6), -px(10), -px(6))
        painter.setPen(self._theme.colour("text3" if self._answered else "text2"))
        painter.drawText(words, WRAP, self.text())
        if self._answered:
            tick = self._theme.pixmap("check", "accent_text", 14, ratio=self.devicePixelRatioF())
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = px(10) if right_to_left else self.width() - px(10 + 14)
            painter.drawPixmap(left, px(6 + 2), tick)
        painter.end()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._step_id, self.text())
