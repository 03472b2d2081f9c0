"""A sheet over the window: dims what is below, holds the keyboard, and goes with Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme.theme import Theme


class Sheet(QWidget):
    """Cover *over* while shown. Subclasses fill `card`."""

    closed = Signal()

    def __init__(self, theme: Theme, over: QWidget, width: int, *, top: bool = False) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._width = width
        self._came_from: QWidget | None = None
        self.card = QFrame()
        self.card.setObjectName("card")
        layout = QVBoxLayout()
        layout.setContentsMargins(24, 64 if top else 24, 24, 24)
        place = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        layout.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter | place)
        self.setLayout(layout)
        self.hide()
        over.installEventFilter(self)
        theme.changed.connect(self._fit)

    def open(self) -> None:
        if self.isHidden():
            self._came_from = self._over.window().focusWidget()
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def dismiss(self) -> None:
        if self.isHidden():
            return
        self.hide()
        back, self._came_from = self._came_from, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    @Slot()
    def _fit(self) -> None:
        self.setGeometry(self._over.rect())
        self.card.setFixedWidth(min(self._theme.px(self._width), self._over.width() - 48))
        self.card.setMaximumHeight(self._over.height() - 48)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the Tab key inside."""
        inside = [w for w in self.findChildren(QWidget) if _takes_tab(w)]
        if not inside:
            return True
        now = self.window().focusWidget()
        place = inside.index(now) if now in inside else (-1 if forward else 0)
        inside[(place + (1 if forward else -1)) % len(inside)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("shadow", 90))
        painter.end()


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
