"""The small card at a marked place: why it is marked, and what could stand there instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from mentorjournal.checks.finding import Finding
from mentorjournal.checks.remedies import Remedy
from ui.theme.theme import Theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.layout import column

WIDE = 330
EDGE, GAP = 8, 6


class PlaceSheet(QWidget):
    """Lies unseen over the window and holds the card. Arrows choose, Enter does it; Escape, a press elsewhere
    or another page puts it away.
    """

    answered = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, finding: Finding, remedies: Sequence[Remedy], over: QWidget, place: QRect
    ) -> None:
        """*place* is where the marked words stand in *over*."""
        super().__init__(over)
        self._theme, self._over, self._place = theme, over, place
        self._choices = {remedy: self._choice(finding, remedy) for remedy in remedies}
        self.why = Label(theme, finding.why, "body", wrap=True, private=True)
        self.card = QFrame(self)
        self.card.setObjectName("place")
        self._body = column(self._said(), 8, *self._choices.values(), margins=(8, 12, 8, 8))
        self.card.setLayout(self._body)
        self.card.setAccessibleName(finding.why)
        self._stand()
        over.installEventFilter(self)
        theme.changed.connect(self.left)
        theme.veil.changed.connect(self.left)

    def open(self) -> None:
        self.show()
        self.raise_()
        first = next(iter(self._choices.values()))
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choices(self) -> dict[Remedy, Button]:
        return self._choices

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over:
            if event.type() == QEvent.Type.Resize:
                self.left.emit()
        elif event.type() == QEvent.Type.FocusOut and not self._holds(QApplication.focusWidget()):
            self.left.emit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                chosen = self.focusWidget()
                if isinstance(chosen, Button):
                    chosen.click()
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the Tab key inside."""
        self._step(1 if forward else -1)
        return True

    def _choice(self, finding: Finding, remedy: Remedy) -> Button:
        words = {
            Remedy.ROLE: self.tr("Write “{words}”").format(words=finding.role),
            Remedy.INITIALS: self.tr("Write “{words}”").format(words=finding.initials),
            Remedy.LEAVE_OUT: self.tr("Leave it out"),
            Remedy.KEEP: self.tr("Keep it, unmarked until you lock"),
        }
        button = Button(self._theme, words[remedy], kind="place")
        button.setAccessibleDescription(finding.why)
        button.installEventFilter(self)
        button.clicked.connect(self._chosen)
        return button

    def _said(self) -> QFrame:
        frame = QFrame()
        frame.setLayout(column(self.why, margins=(10, 0, 10, 0)))
        return frame

    def _stand(self) -> None:
        """Below the words where there is room, else above them; within the window always."""
        room, place, px = self._over.rect(), self._place, self._theme.px
        self.setGeometry(room)
        self.card.setFixedWidth(min(px(WIDE), room.width() - 2 * EDGE))
        self.card.resize(self.card.width(), self._body.totalHeightForWidth(self.card.width()))
        left = place.left() - px(18)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = place.right() + px(18) - self.card.width()
        top = place.bottom() + GAP
        if top + self.card.height() > room.height() - EDGE:
            top = place.top() - GAP - self.card.height()
        most = QPoint(room.width() - EDGE - self.card.width(), room.height() - EDGE - self.card.height())
        self.card.move(max(min(left, most.x()), EDGE), max(min(top, most.y()), EDGE))

    def _step(self, by: int) -> None:
        buttons = list(self._choices.values())
        now = self.focusWidget()
        place = buttons.index(now) if now in buttons else -1
        buttons[(place + by) % len(buttons)].setFocus(
            Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        )

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    @Slot()
    def _chosen(self) -> None:
        pressed = self.sender()
        for remedy, button in self._choices.items():
            if button is pressed:
                self.answered.emit(remedy)
                return
