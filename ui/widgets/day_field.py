"""A day typed in words or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from mentorjournal.errors import InvalidInput
from mentorjournal.model.day_words import read_day_words
from ui.theme.theme import Theme
from ui.widgets.fields import LineField


class DayField(LineField):
    """Keeps what was typed as it was typed; `read_day_words` reads it. Emits *settled* when the writer leaves
    the field or picks a day.
    """

    settled = Signal()

    def __init__(self, theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, placeholder=placeholder, parent=parent)
        self._menu: QMenu | None = None
        self.setAccessibleDescription(self.tr("Type a day in words, or press Alt and Down for a calendar"))
        self._pick = QAction(self.tr("Pick a day from a calendar"), self)
        self._pick.triggered.connect(self.show_calendar)
        self.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self.settled)
        theme.changed.connect(self._tint)
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_calendar()
            return
        super().keyPressEvent(event)

    @Slot()
    def show_calendar(self) -> None:
        """Open a small calendar at the day typed so far, or today."""
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setGridVisible(False)
        calendar.setAccessibleName(self.accessibleName())
        today = QDate.currentDate()
        try:
            day = read_day_words(self.text(), date(today.year(), today.month(), today.day()))
        except InvalidInput:
            day = None
        if day:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        self._menu = QMenu(self)
        self._menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        act = QWidgetAction(self._menu)
        act.setDefaultWidget(calendar)
        self._menu.addAction(act)
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()

    @Slot(QDate)
    def _picked(self, day: QDate) -> None:
        self.setText(day.toString(Qt.DateFormat.ISODate))
        if self._menu:
            self._menu.close()
            self._menu = None
        self.setFocus()
        self.settled.emit()

    @Slot()
    def _tint(self) -> None:
        self._pick.setIcon(self._theme.icon("calendar", "text3", 15))
