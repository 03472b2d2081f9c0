"""The line above a reflection: its day, when it was written, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import ReflectionTiming
from ui.theme.theme import Theme
from ui.widgets.buttons import MenuButton, quiet
from ui.widgets.date_field import DateField
from ui.widgets.layout import row
from ui.widgets.pill import Pill

LONGEST_LINK = 34


def long_day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


class About(QWidget):
    """Quiet words that are buttons: nothing here asks to be filled in."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day = date.min
        self._timing = ReflectionTiming.BETWEEN
        self._session: EntryId | None = None
        self._goal: EntryId | None = None
        self._titles: dict[EntryId, str] = {}
        self.day_button = quiet(theme, "", says=self.tr("Change the day"))
        self.day_button.clicked.connect(self._change_day)
        self.day_field = DateField(theme, self.tr("Day of the reflection"), today=date.today())
        self.day_field.setFixedWidth(theme.px(180))
        self.day_field.changed.connect(self._day_changed)
        self.day_field.line.editingFinished.connect(self._day_done)
        self.day_field.hide()
        self._timing_menu = QMenu(self)
        self._timings = QActionGroup(self)
        for timing in ReflectionTiming:
            action = QAction(timing.label.capitalize(), self._timing_menu)
            action.setData(timing)
            action.setCheckable(True)
            self._timings.addAction(action)
            self._timing_menu.addAction(action)
        self._timings.triggered.connect(self._timing_chosen)
        self.timing_button = MenuButton(theme, "", self._timing_menu, says=self.tr("When it was written"))
        self._link_menu = QMenu(self)
        self._link_menu.triggered.connect(self._link_chosen)
        self.link_button = MenuButton(
            theme, "", self._link_menu, says=self.tr("The session or goal it is about")
        )
        pill = Pill(theme, self.tr("Reflection"), "plum", icon="feather")
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setSpacing(0)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._halves = (
            row(pill, 4, self.day_button, self.day_field, None),
            row(self.timing_button, self.link_button, None),
        )
        for half in self._halves:
            self._lines.addLayout(half)
        self._lines.addStretch(1)
        self._room = 0
        self._offered: tuple[Sequence[TimelineRow], Sequence[TimelineRow]] = ((), ())
        theme.veil.changed.connect(self._veil)

    def arrange(self, room: int) -> None:
        """Stand on one line where *room* is wide enough for what it says, or on two."""
        self._room = room
        for half in self._halves:
            half.invalidate()  # a row inside a row does not hear at once that a button has other words
        needed = sum(half.sizeHint().width() for half in self._halves)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(beside if needed <= room else under)

    def show_about(self, value: Reflection) -> None:
        self._day, self._timing = value.day, value.timing
        self._session, self._goal = value.session_id, value.goal_id
        self.day_field.hide()
        self.day_button.show()
        self._word()

    def show_today(self, day: date) -> None:
        self.day_field.set_today(day)

    def offer(self, sessions: Sequence[TimelineRow], goals: Sequence[TimelineRow]) -> None:
        """Offer what the reflection may be about."""
        self._offered = (sessions, goals)
        self._link_menu.clear()
        self._titles = {}
        self._link_menu.addAction(QAction(self.tr("Nothing in particular"), self._link_menu))
        for heading, kind, rows in (
            (self.tr("Sessions"), "session", sessions),
            (self.tr("Goals"), "goal", goals),
        ):
            if rows:
                self._link_menu.addSection(heading)
            for one in rows:
                words = _shortened(self._called(kind, one))
                self._titles[one.id] = words
                action = QAction(words.replace("&", "&&"), self._link_menu)
                action.setData((kind, one.id))
                self._link_menu.addAction(action)
        self.link_button.setVisible(bool(sessions or goals))
        self._word()

    def _called(self, kind: str, row: TimelineRow) -> str:
        """A goal by its title; a session by its day, for several may be called alike."""
        row = replace(row, title=self._theme.veil.words(row.title, private=True))
        if kind == "goal":
            return row.title
        day = QLocale().toString(QDate(row.day.year, row.day.month, row.day.day), "d MMM yyyy")
        return self.tr("{day}: {title}").format(day=day, title=row.title) if row.title else day

    def day(self) -> date:
        return self._day

    def timing(self) -> ReflectionTiming:
        return self._timing

    def session_id(self) -> EntryId | None:
        return self._session

    def goal_id(self) -> EntryId | None:
        return self._goal

    def _word(self) -> None:
        self.day_button.setText(long_day(self._day))
        for action in self._timings.actions():
            action.setChecked(action.data() == self._timing)
        self.timing_button.setText(self._timing.label.capitalize())
        linked = self._session or self._goal
        if linked is None:
            self.link_button.setText(self.tr("About…"))
        else:
            title = self._titles.get(linked, self.tr("an entry of this journal"))
            self.link_button.setText(self.tr("About {title}").format(title=title).replace("&", "&&"))
        self.arrange(self._room)

    @Slot()
    def _veil(self) -> None:
        """What it may be about is called by titles, which are private."""
        self.offer(*self._offered)

    @Slot()
    def _change_day(self) -> None:
        self.day_field.set_value(self._day)
        self.day_button.hide()
        self.day_field.show()
        self.day_field.line.selectAll()
        self.day_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _day_changed(self, day: date | None) -> None:
        if day is not None and day != self._day:
            self._day = day
            self._word()
            self.edited.emit()

    @Slot()
    def _day_done(self) -> None:
        if self.day_field.value() is not None:
            self.day_field.hide()
            self.day_button.show()

    @Slot(QAction)
    def _timing_chosen(self, action: QAction) -> None:
        self._timing = ReflectionTiming(str(action.data()))
        self._word()
        self.edited.emit()

    @Slot(QAction)
    def _link_chosen(self, action: QAction) -> None:
        data = action.data()
        kind, id = data if data is not None else ("", None)
        self._session = id if kind == "session" else None
        self._goal = id if kind == "goal" else None
        self._word()
        self.edited.emit()


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_LINK else text[: LONGEST_LINK - 1] + "…"
