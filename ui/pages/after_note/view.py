"""The after-note as it is seen: a few questions in one column, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from mentorjournal.model.action import Action
from mentorjournal.model.session import Session
from mentorjournal.model.words import ActionOwner, Airtime, Role, SessionStatus, Turn
from ui.autosave import Autosave
from ui.pages.after_note.next_day import NextDay
from ui.pages.after_note.presenter import Beside, Standing
from ui.pages.after_note.turn_minutes import TurnMinutes
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.buttons import Segments, primary, quiet
from ui.widgets.catch_line import CatchLine
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, scrolling
from ui.widgets.question import Question
from ui.widgets.saved import SavedState
from ui.widgets.saving import Saving
from ui.widgets.shortcuts import on_keys
from ui.widgets.who_when import day_words, partner_words


class Writer(Protocol):
    """What the page asks of its presenter."""

    def touched(self) -> None: ...
    def save(self) -> None: ...
    def hold(self) -> None: ...
    def finish(self) -> None: ...
    def plan_next(self, day: date) -> None: ...
    def caught(self, line: str) -> None: ...


class AfterNoteView(QWidget, Saving):
    """Obeys the presenter; tells it of every edit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writer: Writer | None = None
        self._role = Role.MENTEE
        self._autosave = Autosave(self._save, parent=self)
        self._today = date.today()
        self.mattered = Question(theme, self.tr("What mattered?"))
        self.stopped = Question(theme, self.tr("Where did we stop?"))
        self.took_away = Question(theme, "")
        self.return_to = Question(theme, self.tr("What do I want to return to?"))
        self._promised = Label(theme, "", "body_strong")
        self.catch = CatchLine(
            theme,
            name=self.tr("What did I promise?"),
            placeholder=self.tr("Send the reading list by Friday !"),
        )
        self._agreed = Label(theme, "", "body", "text2", wrap=True, selectable=True, private=True)
        self._agreed.speak()
        self._agreed_gap = QWidget()
        self._agreed_gap.setFixedHeight(theme.px(8))
        ten = [(number, str(number)) for number in range(11)]
        self.mood = Segments(theme, self.tr("How am I now, 0 to 10"), ten, optional=True)
        self.useful = Segments(theme, self.tr("How useful was it, 0 to 10"), ten, optional=True)
        self.airtime = Segments(
            theme,
            self.tr("Who talked most"),
            [(one, one.label[:1].upper() + one.label[1:]) for one in Airtime],
            optional=True,
        )
        self.turns = TurnMinutes(theme)
        self.turns.hide()
        self.next_day = NextDay(theme)
        self.done_button = primary(theme, self.tr("That is all"), icon="check", key="Ctrl+Return")
        self.nothing_button = quiet(theme, self.tr("Nothing to add"))
        self.written_on = Label(theme, "", "small", "text3")
        self.saved = SavedState(theme)
        self._sentence = Label(theme, "", "body", "text2", wrap=True)
        self._sentence.setMinimumWidth(theme.px(320))
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.held_button = primary(theme, self.tr("It took place"), icon="check")
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        chips = column(
            self._chips(self.tr("How am I now?"), self.mood),
            self._chips(self.tr("How useful was it?"), self.useful),
            self._chips(self.tr("Who talked most?"), self.airtime),
            self.turns,
            spacing=10,
        )
        body = column(
            row(Label(theme, self.tr("Two minutes, while it is fresh"), "small", "text3"), None, self.saved),
            10,
            self.mattered,
            14,
            self.stopped,
            14,
            self._promised,
            6,
            self._agreed,
            self._agreed_gap,
            self.catch,
            14,
            self.took_away,
            14,
            self.return_to,
            18,
            chips,
            20,
            self.next_day,
            22,
            row(self.done_button, 8, self.nothing_button, None),
            self.written_on,
            28,
            None,
        )
        self._page = holder(body)
        centre: QHBoxLayout = row(None, self._page, None, margins=(24, 14, 24, 0))
        centre.setStretch(1, 1000)
        self._area = scrolling(holder(centre, "paper"))
        waiting = column(
            None,
            row(None, self._sentence, None),
            16,
            row(None, self.held_button, None),
            None,
            margins=(24, 24, 24, 24),
        )
        self._waiting = holder(waiting, "paper")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._waiting)
        self.setLayout(column(self._stack))
        self._look()

    def _chips(self, words: str, field: Segments) -> QWidget:
        label = Label(self._theme, words, "body_strong")
        return holder(column(label, row(field, None), spacing=6))

    def _connect(self) -> None:
        for question in (self.mattered, self.stopped, self.took_away, self.return_to):
            question.edited.connect(self._edited)
        for field in (self.mood, self.useful, self.airtime):
            field.chosen.connect(self._chosen)
        self.turns.edited.connect(self._edited)
        self.catch.entered.connect(self._caught)
        self.next_day.wanted.connect(self._plan)
        self.done_button.clicked.connect(self._finish)
        self.nothing_button.clicked.connect(self._finish)
        self.held_button.clicked.connect(self._hold)
        on_keys(self, ("Ctrl+Return", "Ctrl+Enter"), self._finish)
        on_keys(self, "Ctrl+J", self._focus_catch, anywhere=True)
        self._theme.changed.connect(self._look)

    def bind(self, writer: Writer) -> None:
        self._writer = writer

    # What the presenter shows

    def set_relationship(self, role: Role, *, one_stop: bool, today: date) -> None:
        """Ask in the words of one's side, and only what matters there."""
        self._role, self._today = role, today
        self.catch.set_role(role)
        self.catch.set_today(today)
        self.turns.set_role(role)
        took = {
            Role.MENTOR: self.tr("What did they take away?"),
            Role.MENTEE: self.tr("What do I take away?"),
            Role.PEER: self.tr("What does each of us take away?"),
        }
        promised = self.tr("What did I promise?")
        if role is Role.MENTEE:
            promised = self.tr("What will I do?")
        self.took_away.set_words(took[role])
        self._promised.setText(promised)
        self.catch.line.setAccessibleName(promised)
        self.return_to.setVisible(not one_stop)
        self.next_day.set_one_stop(one_stop)

    def show_standing(self, standing: Standing) -> None:
        held = standing.status is SessionStatus.HELD
        if not held and self._waiting.isAncestorOf(self.focusWidget() or self):
            self.setFocus()
        self._stack.setCurrentWidget(self._area if held else self._waiting)
        self.held_button.setVisible(standing.may_hold)
        if standing.status is SessionStatus.PLANNED:
            words = self.tr("This session is still to come.")
            if standing.may_hold:
                words = self.tr("Did this session take place?")
        else:
            words = self.tr("This session: {status}. There is nothing to note.")
            words = words.format(status=standing.status.label)
        self._sentence.setText(words)
        written = standing.written_on
        self.done_button.setVisible(written is None)
        self.nothing_button.setVisible(written is None and not self._anything())
        self.written_on.setVisible(written is not None)
        if written is not None:
            self.written_on.setText(self.tr("Written on {day}").format(day=day_words(written, self._today)))
        self.setFocusProxy(self.mattered if held else self.held_button)

    def show_beside(self, beside: Beside, today: date) -> None:
        self._agreed.setText("\n".join(self._words(action) for action in beside.actions))
        self._agreed.setVisible(bool(beside.actions))
        self._agreed_gap.setVisible(bool(beside.actions))
        self.turns.setVisible(beside.by_turns)
        self.next_day.show_next(beside.next_on, beside.suggested, today)

    def action_caught(self, line: str) -> None:
        self.catch.taken(line)

    def action_refused(self, message: str) -> None:
        self.catch.refuse(message)

    def refuse_day(self, message: str) -> None:
        self.next_day.refuse(message)

    def show_entry(self, value: Session, *, fresh: bool) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self.next_day.clear()
        self.catch.clear()
        self.update_entry(value)
        self._area.verticalScrollBar().setValue(0)

    def update_entry(self, value: Session) -> None:
        note, mine, theirs = value.after_note, value.my_turn_minutes, value.partner_turn_minutes
        self.mattered.set_text(note.mattered)
        self.stopped.set_text(note.stopped_at)
        self.took_away.set_text(note.took_away)
        self.return_to.set_text(note.return_to)
        self.mood.set_value(value.mood_after)
        self.useful.set_value(value.usefulness)
        self.airtime.set_value(value.airtime)
        self.turns.show_minutes(mine, theirs)

    def written(self, base: Session) -> Session:
        note = replace(
            base.after_note,
            mattered=self.mattered.text(),
            stopped_at=self.stopped.text(),
            took_away=self.took_away.text(),
            return_to=self.return_to.text(),
        )
        airtime = self.airtime.value()
        return replace(
            base,
            after_note=note,
            mood_after=_number(self.mood.value()),
            usefulness=_number(self.useful.value()),
            airtime=airtime if isinstance(airtime, Airtime) else None,
            my_turn_minutes=_same_or(base.my_turn_minutes, self.turns.minutes(Turn.MINE)),
            partner_turn_minutes=_same_or(base.partner_turn_minutes, self.turns.minutes(Turn.PARTNER)),
        )

    def clear(self) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        for question in (self.mattered, self.stopped, self.took_away, self.return_to):
            question.clear()
        for field in (self.mood, self.useful, self.airtime):
            field.set_value(None)
        self.turns.show_minutes(None, None)
        self.catch.clear()
        self.next_day.clear()
        self._agreed.setText("")

    def place(self) -> dict[str, object]:
        return {"scroll": self._area.verticalScrollBar().value()}

    def restore(self, place: dict[str, object]) -> None:
        scroll = place.get("scroll")
        if isinstance(scroll, int):
            self._area.verticalScrollBar().setValue(scroll)

    # Inside

    def _anything(self) -> bool:
        questions = (self.mattered, self.stopped, self.took_away, self.return_to)
        fields = (self.mood, self.useful, self.airtime)
        return any(one.text().strip() for one in questions) or any(
            field.value() is not None for field in fields
        )

    def _words(self, action: Action) -> str:
        owners = {ActionOwner.ME: self.tr("you"), ActionOwner.BOTH: self.tr("both of you")}
        parts = [action.text, owners.get(action.owner, partner_words(self._role))]
        if action.due_on is not None:
            parts.append(self.tr("by {day}").format(day=day_words(action.due_on, self._today)))
        return "  ·  ".join(parts)

    def _save(self) -> None:
        if self._writer is not None:
            self._writer.save()

    @Slot()
    def _look(self) -> None:
        self._page.setMaximumWidth(self._theme.px(MEASURE))

    @Slot()
    def _focus_catch(self) -> None:
        self.catch.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _edited(self) -> None:
        self.nothing_button.setVisible(self.done_button.isVisibleTo(self) and not self._anything())
        if self._writer is not None:
            self._writer.touched()

    @Slot(object)
    def _chosen(self, value: object) -> None:
        self._edited()

    @Slot(str)
    def _caught(self, line: str) -> None:
        if self._writer is not None:
            self.catch.sent()
            self._writer.caught(line)

    @Slot(object)
    def _plan(self, day: object) -> None:
        if self._writer is not None and isinstance(day, date):
            self._writer.plan_next(day)

    @Slot()
    def _finish(self) -> None:
        if self._writer is not None:
            self._writer.finish()

    @Slot()
    def _hold(self) -> None:
        if self._writer is not None:
            self._writer.hold()


def _same_or(known: int | None, shown: int | None) -> int | None:
    """None and 0 look the same in the field; what is known stays while it looks the same."""
    return known if (known or None) == shown else shown


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
