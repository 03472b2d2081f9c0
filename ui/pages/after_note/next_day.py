"""When the next conversation is: the day that is planned, or a field to plan it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.who_when import day_words


class NextDay(QWidget):
    """Emits *wanted* with the day on which to meet, or to report back."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one_stop = False
        self._suggested: date | None = None
        self._question = Label(theme, "", "body_strong")
        self.day = DateField(theme, "", today=date.today())
        self.day.setFixedWidth(theme.px(190))
        self.button = Button(theme, self.tr("Plan it"))
        self._hint = Label(theme, "", "small", "text3")
        self._planned = Label(theme, "", "body", "text2", selectable=True)
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        self._ask = holder(row(self.day, 8, self.button, 12, self._hint, None))
        self.setLayout(column(self._question, 6, self._planned, self._ask, 2, self._wrong))
        self.setFocusProxy(self.day.line)
        self.day.line.returnPressed.connect(self._plan)
        self.button.clicked.connect(self._plan)
        self.day.changed.connect(self._chosen)
        self.set_one_stop(False)

    def set_one_stop(self, one_stop: bool) -> None:
        """After one-stop advice there is no next conversation, but a day to report back."""
        self._one_stop = one_stop
        words = self.tr("When to report back") if one_stop else self.tr("Next conversation")
        self._question.setText(words)
        self.day.line.setAccessibleName(words)
        self.button.setText(self.tr("Keep it") if one_stop else self.tr("Plan it"))

    def show_next(self, planned: date | None, suggested: date | None, today: date) -> None:
        """The day that is planned, or else the one suggested, unless the writer has chosen another."""
        self._ask.setVisible(planned is None)
        self._planned.setVisible(planned is not None)
        if planned is not None:
            self._planned.setText(day_words(planned, today))
            self._planned.setAccessibleName(self._planned.text())
            self._wrong.hide()
        self.day.set_today(today)
        if self.day.value() in (None, self._suggested):
            self.day.set_value(suggested)
        self._suggested = suggested
        self._hint.setText(self._why())

    def refuse(self, message: str) -> None:
        self._wrong.setText(message)
        self._wrong.setVisible(bool(message))

    def clear(self) -> None:
        self._suggested = None
        self.day.set_value(None)
        self._wrong.hide()

    def _why(self) -> str:
        if self._suggested is None or self.day.value() != self._suggested:
            return ""
        return self.tr("two weeks from now") if self._one_stop else self.tr("as agreed in your rhythm")

    @Slot(object)
    def _chosen(self, day: object) -> None:
        self._wrong.hide()
        self._hint.setText(self._why())

    @Slot()
    def _plan(self) -> None:
        if not self.day.settle():
            self.refuse(self.tr("This is not understood as a day. Type it like “Thursday” or “3 Dec”."))
        elif self.day.value() is None:
            self.refuse(self.tr("Type a day, such as “Thursday”, “in 2 weeks” or “3 Dec”."))
        else:
            self.wanted.emit(self.day.value())
