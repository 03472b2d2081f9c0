"""On which day the reflection comes back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.day_field import DayField
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row

KEY = "Ctrl+Shift+B"


class ReturnLine(QWidget):
    """A line that says it; pressed, it asks for a day in words. *wanted* carries what was typed."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._refused = False
        says = self.tr("On that day it comes back, beside what you write then")
        self.button = Button(theme, "", kind="link", icon="calendar", key=KEY, says=says)
        self.field = DayField(theme, self.tr("Bring this back on"), self.tr("in 3 months, 3 Dec, Friday…"))
        self.field.setFixedWidth(theme.px(220))
        self.keep_button = Button(theme, self.tr("Bring it back"))
        self.rest_button = quiet(theme, self.tr("Do not bring it back"))
        leave = quiet(theme, self.tr("Cancel"))
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._problem.hide()
        ask = Label(theme, self.tr("Bring this back on"), "body_strong", "text2")
        line = row(self.field, 8, self.keep_button, 2, leave, 2, self.rest_button, None)
        self._form = holder(column(8, ask, 4, line, 4, self._problem))
        self._form.hide()
        self.setLayout(column(row(-5, self.button, None), self._form))
        self.button.clicked.connect(self.begin)
        self.field.returnPressed.connect(self._keep)
        self.keep_button.clicked.connect(self._keep)
        self.rest_button.clicked.connect(self._rest)
        leave.clicked.connect(self._leave)
        theme.changed.connect(self._look)
        self.show_day(None)

    def show_day(self, day: date | None) -> None:
        """Say when it comes back."""
        if day is None:
            words = self.tr("Bring this back on…")
        else:
            said = QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
            words = self.tr("Comes back on {day}").format(day=said)
        self.button.setText(words)
        self.rest_button.setVisible(day is not None)

    def refuse(self, message: str) -> None:
        """Say why not; what was typed stays."""
        self._refused = True
        self.field.set_wrong(True)
        self._problem.setText(message)
        self._problem.show()
        self.button.hide()
        self._form.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def begin(self) -> None:
        """Ask for the day."""
        self.field.clear()
        self.field.set_wrong(False)
        self._problem.hide()
        self.button.hide()
        self._form.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def asking(self) -> bool:
        return not self._form.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asking():
            self._leave()
        else:
            super().keyPressEvent(event)

    def close_form(self) -> None:
        self._form.hide()
        self.button.show()

    @Slot()
    def _leave(self) -> None:
        self.close_form()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _keep(self) -> None:
        if self.field.text().strip():
            self._want(self.field.text())
        else:
            self.refuse(self.tr("Type a day, such as “in 3 months”."))

    @Slot()
    def _rest(self) -> None:
        self._want("")

    def _want(self, words: str) -> None:
        self._refused = False
        self.wanted.emit(words)
        if not self._refused:
            self._leave()

    @Slot()
    def _look(self) -> None:
        self.field.setFixedWidth(self._theme.px(220))
