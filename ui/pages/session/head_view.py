"""The quiet head of a session: its title, what it is and when, what the moment asks for, and its openings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from mentorjournal.model.session import Session
from mentorjournal.model.words import Role, SessionKind, SessionStatus
from ui.autosave import Autosave
from ui.pages.session.clock_strip import ClockStrip
from ui.pages.session.facts import Facts
from ui.pages.session.head import MainAct, Question, Standing
from ui.pages.session.opening import Opening
from ui.theme.theme import Theme
from ui.widgets.ask_day import AskDay
from ui.widgets.buttons import MenuButton, Segments, primary
from ui.widgets.fields import LineField
from ui.widgets.layout import column, holder, row, rule
from ui.widgets.who_when import partner_words

WIDE_FROM = 600
"""From this width at 100 % on, fields stand three in a row."""

KEYS = {Opening.BEFORE: "Alt+1", Opening.DURING: "Alt+2", Opening.AFTER: "Alt+3"}


class Writer(Protocol):
    """What the head asks of its presenter."""

    def touched(self) -> None: ...
    def save(self) -> None: ...
    def facts_changed(self) -> None: ...
    def hold(self) -> None: ...
    def settle(self, status: SessionStatus) -> None: ...
    def suggest_agenda(self) -> None: ...
    def give_day(self, day: date | None) -> None: ...


class SessionHeadView(QWidget):
    """Obeys its presenter. *begin_wanted*, *opening_wanted* and the clock's wishes are the frame's."""

    begin_wanted = Signal()
    opening_wanted = Signal(object)
    answered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writer: Writer | None = None
        self._autosave = Autosave(self._save, parent=self)
        self._main = MainAct.NONE
        self._front = Opening.DURING
        self.title = LineField(
            theme, self.tr("Title"), placeholder=self.tr("Title, if you like"), style="title", bare=True
        )
        self.begin_button = primary(theme, self.tr("Begin"), icon="clock")
        self.held_button = primary(theme, self.tr("It took place"), icon="check")
        self._menu = QMenu(self)
        self.more = MenuButton(theme, self.tr("More"), self._menu, says=self.tr("What became of it, agenda"))
        self._acts: dict[object, QAction] = {}
        self.facts = Facts(theme)
        self.ask = AskDay(theme)
        self.segments = Segments(
            theme,
            self.tr("Openings of this session"),
            [
                (Opening.BEFORE, self.tr("Before")),
                (Opening.DURING, self.tr("During")),
                (Opening.AFTER, self.tr("After")),
            ],
        )
        self.segments.setToolTip("   ".join(KEYS.values()))
        self.clock = ClockStrip(theme)
        self._fill_menu()
        self._title_row = holder(row(self.title, 12, self.begin_button, self.held_button, 2, self.more))
        self._switch = holder(row(self.segments, None, self.clock, margins=(0, 6, 0, 0)))
        inside = column(self._title_row, 2, self.facts, self.ask, self._switch, margins=(24, 10, 20, 10))
        whole = column(inside, rule())
        self.setLayout(whole)
        self._connect()

    def _fill_menu(self) -> None:
        for value, words in (
            ("agenda", self.tr("Suggested agenda")),
            (None, ""),
            (SessionStatus.HELD, self.tr("It took place")),
            (SessionStatus.POSTPONED, self.tr("Postponed…")),
            (SessionStatus.CANCELLED_BY_ME, self.tr("Cancelled by me")),
            (SessionStatus.CANCELLED_BY_PARTNER, self.tr("Cancelled by my partner")),
            (SessionStatus.MISSED, self.tr("Missed")),
            (SessionStatus.PLANNED, self.tr("Planned after all")),
        ):
            if value is None:
                self._menu.addSeparator()
                continue
            action = QAction(words, self._menu)
            action.setData(value)
            self._menu.addAction(action)
            self._acts[value] = action

    def _connect(self) -> None:
        self.title.textEdited.connect(self._edited)
        self.facts.edited.connect(self._facts_edited)
        self.facts.status_chosen.connect(self._settle)
        self.begin_button.clicked.connect(self.begin_wanted)
        self.held_button.clicked.connect(self._hold)
        self._menu.triggered.connect(self._chosen)
        self.ask.answered.connect(self._answered)
        self.ask.dismissed.connect(self._dismissed)
        self.segments.chosen.connect(self.opening_wanted)

    def bind(self, writer: Writer) -> None:
        self._writer = writer

    # What the presenter shows

    def set_role(self, role: Role, today: date) -> None:
        self.facts.set_today(today)
        self.clock.set_role(role)
        words = self.tr("Cancelled by {partner}").format(partner=partner_words(role))
        self._acts[SessionStatus.CANCELLED_BY_PARTNER].setText(words)

    def show_entry(self, value: Session, *, fresh: bool) -> None:
        self._autosave.forget()
        self.facts.open_details(False)
        self.update_entry(value)

    def update_entry(self, value: Session) -> None:
        self.title.set_text(value.title)
        self.facts.show_facts(value)

    def written(self, base: Session) -> Session:
        return replace(self.facts.written(base), title=self.title.text())

    def clear(self) -> None:
        self._autosave.forget()
        self.title.set_text("")
        self.ask.hide()

    def show_standing(self, standing: Standing) -> None:
        status = standing.status
        contact = standing.kind is SessionKind.CONTACT
        self.facts.show_number(standing.number, standing.kind)
        self._main = standing.main
        self._show_main()
        self.more.setVisible(not contact)
        planned = status is SessionStatus.PLANNED
        for value, action in self._acts.items():
            action.setVisible(
                value == "agenda" or (value is not status and planned is not (value is SessionStatus.PLANNED))
            )
        self._switch.setVisible(not contact)

    def show_front(self, opening: Opening) -> None:
        """Mark the opening in front. After asks by itself whether the session took place."""
        self.segments.set_value(opening)
        self._front = opening
        self._show_main()

    def _show_main(self) -> None:
        self.begin_button.setVisible(self._main is MainAct.BEGIN)
        self.held_button.setVisible(self._main is MainAct.HOLD and self._front is not Opening.AFTER)

    def ask_day(self, question: Question, day: date | None, today: date) -> None:
        self.facts.set_today(today)
        if question is Question.MEET:
            self.ask.ask(self.tr("When do you meet?"), self.tr("Plan it"), "", day=day, today=today)
        else:
            self.ask.ask(
                self.tr("When will you meet instead?"),
                self.tr("Plan it"),
                self.tr("No day yet"),
                day=day,
                today=today,
            )

    def refuse_day(self, message: str) -> None:
        self.ask.refuse(message)

    def stop_asking(self) -> None:
        self.ask.hide()

    def offer(self, openings: Sequence[Opening]) -> None:
        for opening in Opening:
            self.segments.offer(opening, opening in openings)
        self.segments.setVisible(len(openings) > 1)

    def set_alone(self, alone: bool) -> None:
        """Leave only the openings and the clock, while nothing but the page is wanted."""
        self._title_row.setVisible(not alone)
        self.facts.setVisible(not alone)

    # What the desk of one entry tells; the openings say for themselves what is saved.

    def save_soon(self) -> None:
        self._autosave.touch()

    def show_unsaved(self) -> None:
        pass

    def show_saved(self, at: datetime | None) -> None:
        self.facts.setToolTip("")

    def show_not_saved(self, message: str) -> None:
        self.facts.setToolTip(message)

    def place(self) -> dict[str, object]:
        return {}

    def restore(self, place: dict[str, object]) -> None:
        pass

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.facts.arrange(3 if self.width() >= self._theme.px(WIDE_FROM) else 2)

    def _save(self) -> None:
        if self._writer is not None:
            self._writer.save()

    @Slot()
    def _edited(self) -> None:
        if self._writer is not None:
            self._writer.touched()

    @Slot()
    def _facts_edited(self) -> None:
        if self._writer is not None:
            self._writer.facts_changed()

    @Slot()
    def _hold(self) -> None:
        if self._writer is not None:
            self._writer.hold()

    @Slot(object)
    def _settle(self, status: object) -> None:
        if self._writer is not None:
            self._writer.settle(SessionStatus(str(status)))

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        value = action.data()
        if value != "agenda":
            self._settle(value)
        elif self._writer is not None:
            self._writer.suggest_agenda()

    @Slot(object)
    def _answered(self, day: object) -> None:
        if self._writer is not None:
            self._writer.give_day(day if isinstance(day, date) else None)
            self.answered.emit()

    @Slot()
    def _dismissed(self) -> None:
        self.ask.hide()
        self.answered.emit()
