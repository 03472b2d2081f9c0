"""A day typed in words or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal.errors import InvalidInput
from mentorjournal.model.day_words import read_day_words
from ui.theme.theme import Theme
from ui.widgets.date_field import CalendarPopup
from ui.widgets.fields import LineField


class DayField(LineField):
    """Keeps what was typed as it was typed; `read_day_words` reads it. Emits *settled* when the writer leaves
    the field or picks a day.
    """

    settled = Signal()

    def __init__(self, theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, placeholder=placeholder, private=False, parent=parent)
        self._popup: CalendarPopup | None = None
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
        now = QDate.currentDate()
        today = date(now.year(), now.month(), now.day())
        try:
            day = read_day_words(self.text(), today) or today
        except InvalidInput:
            day = today
        if self._popup is None:
            self._popup = CalendarPopup(self.accessibleName(), self)
            self._popup.picked.connect(self._picked)
        self._popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)), day)

    @Slot(object)
    def _picked(self, day: date) -> None:
        self.setText(day.isoformat())
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.settled.emit()

    @Slot()
    def _tint(self) -> None:
        self._pick.setIcon(self._theme.icon("calendar", "text3", 15))
