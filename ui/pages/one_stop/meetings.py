"""When we meet: the meetings there are, one of them chosen, and a line to plan or to move one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentorjournal.errors import InvalidInput
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.words import SessionStatus
from ui.pages.one_stop.part import Part
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.date_field import read_day
from ui.widgets.day_field import DayField
from ui.widgets.day_time import read_time, time_words
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row
from ui.widgets.who_when import day_words

NARROW_BELOW = 520


class MeetPart(Part):
    """*planned* and *moved* carry a day and a time or None, *chosen* a meeting's id; *grown* says that
    the line to type a day in has opened.
    """

    planned = Signal(object, object)
    moved = Signal(object, object)
    chosen = Signal(object)
    held = Signal()
    opened = Signal()
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.title.setText(self.tr("When we meet"))
        self._today = date.today()
        self._meeting: Session | None = None
        self._moving = False
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.rows: list[MeetingButton] = []
        self.day = DayField(theme, self.tr("Day of the meeting"), self.tr("Day: “Thursday” or “3 Dec”"))
        self.at = LineField(theme, self.tr("Time of the meeting"), placeholder=self.tr("Time: 14:00"))
        self.plan_button = Button(theme, self.tr("Plan it"), icon="calendar")
        self.keep_button = quiet(theme, self.tr("Not now"))
        self._fields = row(self.day, 8, self.at, 8, self.plan_button, 4, self.keep_button)
        self._fields.setStretch(0, 2)
        self._fields.setStretch(2, 1)
        self._ask = holder(self._fields)
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        self.held_button = Button(theme, self.tr("It took place"), icon="check")
        self.move_button = quiet(theme, self.tr("Another day"), icon="calendar")
        self.more_button = quiet(theme, self.tr("One more meeting"), icon="plus")
        self.open_button = quiet(theme, self.tr("Open its notes"), icon="notebook-pen")
        self._acts = row(
            self.held_button, self.move_button, self.more_button, self.open_button, None, spacing=6
        )
        self.setLayout(column(self.title, 8, self._list, self._acts, 6, self._ask, 2, self._wrong))
        self.day.returnPressed.connect(self._give)
        self.at.returnPressed.connect(self._give)
        self.plan_button.clicked.connect(self._give)
        self.keep_button.clicked.connect(self.shut)
        self.move_button.clicked.connect(self._move)
        self.more_button.clicked.connect(self._more)
        self.held_button.clicked.connect(self.held)
        self.open_button.clicked.connect(self.opened)
        for field in (self.day, self.at):
            field.textEdited.connect(self._typing)

    def show_meetings(self, meetings: Sequence[Session], meeting: Session | None, today: date) -> None:
        self._today = today
        chosen = meeting.id if meeting is not None else None
        if [one.meeting for one in self.rows] != list(meetings):
            focused = next((one.meeting.id for one in self.rows if one.hasFocus()), None)
            clear(self._list)
            self.rows = [MeetingButton(self._theme, one, today) for one in meetings]
            for button in self.rows:
                button.wanted.connect(self.chosen)
                self._list.addLayout(row(button, None))
                if button.meeting.id == focused:
                    button.setFocus()
        for button in self.rows:
            button.show_chosen(button.meeting.id == chosen)
        other = chosen != (self._meeting.id if self._meeting is not None else None)
        self._meeting = meeting
        planned = meeting is not None and meeting.status is SessionStatus.PLANNED
        self.held_button.setVisible(planned and meeting is not None and meeting.day <= today)
        self.move_button.setVisible(planned)
        self.more_button.setVisible(meeting is not None)
        self.open_button.setVisible(meeting is not None)
        if meeting is None:
            self._open(moving=False)
        elif other and not self._half():
            self.shut()

    def half_typed(self) -> dict[str, str]:
        if not self._half():
            return {}
        return {"day": self.day.text(), "at": self.at.text(), "moving": "yes" if self._moving else ""}

    def show_half_typed(self, typed: dict[str, str]) -> None:
        day, at = typed.get("day", ""), typed.get("at", "")
        if day or at:
            self._open(moving=bool(typed.get("moving")) and self._meeting is not None)
            self.day.set_text(day)
            self.at.set_text(at)

    def day_taken(self) -> None:
        """The day is kept: the line goes."""
        self.day.clear()
        self.at.clear()
        self.shut()

    def refuse(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setAccessibleName(sentence)
        self._wrong.setVisible(bool(sentence))

    def arrange(self, width: int) -> None:
        """Set side by side what *width* has room for."""
        narrow = width < self._theme.px(NARROW_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._fields.setDirection(direction)
        self._acts.setDirection(direction)

    def clear(self) -> None:
        clear(self._list)
        self.rows = []
        self._meeting = None
        self.day.clear()
        self.at.clear()
        self.refuse("")

    @Slot()
    def shut(self) -> None:
        """The line goes, unless there is no meeting yet."""
        self.refuse("")
        if self._meeting is not None:
            self.day.clear()
            self.at.clear()
            if self._ask.isAncestorOf(self.focusWidget() or self):
                self.more_button.setFocus()
            self._ask.hide()

    def _half(self) -> bool:
        return not self._ask.isHidden() and bool(self.day.text().strip() or self.at.text().strip())

    def _open(self, *, moving: bool) -> None:
        self._moving = moving
        self.plan_button.setText(self.tr("Change it") if moving else self.tr("Plan it"))
        self.keep_button.setVisible(self._meeting is not None)
        self._ask.show()

    @Slot()
    def _move(self) -> None:
        if self._meeting is not None:
            self._open(moving=True)
            at = self._meeting.at
            self.day.setText(day_words(self._meeting.day, self._today))
            self.at.setText("" if at is None else time_words(at, self.locale()))
            self.grown.emit()
            self.day.setFocus()
            self.day.selectAll()

    @Slot()
    def _more(self) -> None:
        self._open(moving=False)
        self.day.clear()
        self.at.clear()
        self.grown.emit()
        self.day.setFocus()

    @Slot(str)
    def _typing(self, text: str) -> None:
        self.refuse("")

    @Slot()
    def _give(self) -> None:
        day, at = self._read_day(), self._read_time()
        if day is None:
            self.refuse(self.tr("Type a day, such as “Thursday”, “in 2 weeks” or “3 Dec”."))
            self.day.setFocus()
        elif at is None and self.at.text().strip():
            self.refuse(self.tr("This is not understood as a time. Type it like 14:00, or leave it empty."))
            self.at.setFocus()
        else:
            self.refuse("")
            (self.moved if self._moving else self.planned).emit(day, at)

    def _read_day(self) -> date | None:
        text = self.day.text().strip()
        if not text:
            return None
        if self._moving and self._meeting and text == day_words(self._meeting.day, self._today):
            return self._meeting.day
        try:
            return read_day_words(text, self._today)
        except InvalidInput:
            return read_day(text, self.locale(), today=self._today)

    def _read_time(self) -> time | None:
        text = self.at.text().strip()
        return read_time(text, self.locale()) if text else None


class MeetingButton(Button):
    """One of the meetings; pressed, it is the one that is prepared and noted below."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, meeting: Session, today: date) -> None:
        super().__init__(theme, "", kind="quiet", icon="circle")
        self.meeting = meeting
        self.setCheckable(True)
        day = day_words(meeting.day, today)
        if meeting.at is not None:
            day = self.tr("{day}, {time}").format(day=day, time=time_words(meeting.at, self.locale()))
        words = self.tr("{day}  ·  {status}").format(day=day, status=meeting.status.label)
        self.setText(words)
        self.setAccessibleName(words)
        self.clicked.connect(self._press)

    def show_chosen(self, chosen: bool) -> None:
        self.setChecked(chosen)
        self.set_icon("circle-check" if chosen else "circle")

    @Slot()
    def _press(self) -> None:
        self.show_chosen(True)
        self.wanted.emit(EntryId(self.meeting.id))
