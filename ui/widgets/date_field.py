"""A day, typed as people type it or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QTableView, QToolButton, QVBoxLayout, QWidget

from mentorjournal.errors import InvalidInput
from mentorjournal.model.day_words import read_day_words
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.fields import LineField
from ui.widgets.layout import row

_FORMATS = (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat)


def read_day(text: str, locale: QLocale, *, today: date) -> date | None:
    """The day that *text* names: ISO, words such as “in 2 weeks”, the locale's own forms, or day and month
    to come.
    """
    text = " ".join(text.split())
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return read_day_words(text, today)
    except InvalidInput:
        pass
    for form in _FORMATS:
        found = locale.toDate(text, form)
        if found.isValid():
            return _near(found, today)
    for pattern in ("d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "d.M.yyyy", "d/M/yyyy"):
        found = locale.toDate(text, pattern)
        if found.isValid():
            return _python(found)
    return _without_year(text, locale, today)


def day_words(day: date, locale: QLocale) -> str:
    """*day* as people write it in *locale*: 3 Dec 2026."""
    return locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def _without_year(text: str, locale: QLocale, today: date) -> date | None:
    for pattern in ("d MMM", "d MMMM", "MMM d", "MMMM d", "d.M.", "d.M", "d/M"):
        for year in (today.year, today.year + 1):
            found = locale.toDate(f"{text} {year}", f"{pattern} yyyy")
            if found.isValid() and _python(found) >= today:
                return _python(found)
    return None


def _near(found: QDate, today: date) -> date:
    # Short formats of two digits come back in the 1900s.
    day = _python(found)
    return day.replace(year=day.year + 100) if day.year < today.year - 80 else day


def _python(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


class DateField(QWidget):
    """A day or nothing. *changed* carries the day when the user has chosen or finished typing one."""

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        today: date,
        value: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._today, self._value = theme, name, today, value
        self.line = LineField(theme, name, private=False)
        self.line.setPlaceholderText(day_words(today, self.locale()))
        self._open = ToolButton(theme, "calendar", self.tr("{name}: calendar").format(name=name), parent=self)
        self._popup: CalendarPopup | None = None
        layout: QHBoxLayout = row(self.line, self._open, spacing=2)
        self.setLayout(layout)
        self.setFocusProxy(self.line)
        self._open.clicked.connect(self._show_calendar)
        self.line.editingFinished.connect(self._finished)
        self.line.textEdited.connect(self._typing)
        self._show()

    def value(self) -> date | None:
        return self._value

    def set_today(self, today: date) -> None:
        """Count “in 2 weeks” from this day."""
        self._today = today

    def set_value(self, value: date | None) -> None:
        """Show *value* without a signal: it was not the user who chose."""
        if value != self._value:
            self._value = value
            self._show()

    def settle(self) -> bool:
        """Read what stands in the field now, as leaving it would; False where it names no day."""
        self._finished()
        return not self.line.property("wrong")

    @Slot()
    def _finished(self) -> None:
        text = self.line.text().strip()
        day = read_day(text, self.locale(), today=self._today) if text else None
        self.line.set_wrong(bool(text) and day is None)
        if not text or day is not None:
            self._choose(day)

    @Slot(str)
    def _typing(self, text: str) -> None:
        self.line.set_wrong(False)

    def _choose(self, day: date | None) -> None:
        different = day != self._value
        self._value = day
        self._show()
        if different:
            self.changed.emit(day)

    def _show(self) -> None:
        self.line.set_wrong(False)
        self.line.set_text(day_words(self._value, self.locale()) if self._value else "")

    @Slot()
    def _show_calendar(self) -> None:
        if self._popup is None:
            self._popup = CalendarPopup(self._name, self)
            self._popup.picked.connect(self._picked)
        self._popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)), self._value or self._today)

    @Slot(object)
    def _picked(self, day: date) -> None:
        self._choose(day)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)


class CalendarPopup(QWidget):
    """A month to pick a day from; *picked* carries it."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(name)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        for button, says in (
            ("qt_calendar_prevmonth", self.tr("Previous month")),
            ("qt_calendar_nextmonth", self.tr("Next month")),
            ("qt_calendar_monthbutton", self.tr("Month")),
            ("qt_calendar_yearbutton", self.tr("Year")),
        ):
            found = self._calendar.findChild(QToolButton, button)
            if found is not None:
                found.setAccessibleName(says)
        days = self._calendar.findChild(QTableView)
        if days is not None:
            days.setAccessibleName(self.tr("Days"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._calendar)
        self._calendar.clicked.connect(self._pick)
        self._calendar.activated.connect(self._pick)

    def open_at(self, place: QPoint, day: date) -> None:
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(place)
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(_python(day))
