"""One question that a day answers, in a line that goes once it is answered."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class AskDay(QWidget):
    """Emits *answered* with the day, or with None for “not yet”, and *dismissed* on Escape."""

    answered = Signal(object)
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = Label(theme, "", "body_strong")
        self.day = DateField(theme, self.tr("Day"), today=date.today())
        self.day.setFixedWidth(theme.px(190))
        self.give = Button(theme, "")
        self.later = Button(theme, "", kind="link")
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        line = row(self._question, 12, self.day, 8, self.give, 8, self.later, None)
        self.setLayout(column(line, self._wrong, spacing=4, margins=(0, 6, 0, 6)))
        self.setFocusProxy(self.day.line)
        self.day.line.returnPressed.connect(self._give)
        self.give.clicked.connect(self._give)
        self.later.clicked.connect(self._later)
        self.hide()

    def ask(self, question: str, give: str, later: str, *, day: date | None, today: date) -> None:
        """Show the question with *day* as its answer so far, ready to be typed over."""
        self._question.setText(question)
        self.day.line.setAccessibleName(question)
        self.give.setText(give)
        self.later.setText(later)
        self.later.setVisible(bool(later))
        self._wrong.hide()
        self.day.set_today(today)
        self.day.set_value(day)
        self.show()
        self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.line.selectAll()

    def refuse(self, message: str) -> None:
        self._wrong.setText(message)
        self._wrong.show()
        self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _give(self) -> None:
        if not self.day.settle():
            self.refuse(self.tr("This is not understood as a day. Type it like “Thursday” or “3 Dec”."))
        elif self.day.value() is None:
            self.refuse(self.tr("Type a day, such as “Thursday”, “in 2 weeks” or “3 Dec”."))
        else:
            self._wrong.hide()
            self.answered.emit(self.day.value())

    @Slot()
    def _later(self) -> None:
        self.answered.emit(None)
