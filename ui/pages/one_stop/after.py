"""After the meeting: what mattered, who does what, and two weeks on what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.journal.one_stop import OneStop, SheetWords
from mentorjournal.model.action import Action
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Role
from ui.pages.one_stop.part import Part, typed
from ui.pages.one_stop.wording import Wording
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.catch_line import CatchLine
from ui.widgets.check import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, row
from ui.widgets.who_when import day_words, owner_words


class AfterPart(Part):
    """*caught* carries the line of an action, *action_opened* the id of one that is there."""

    caught = Signal(str)
    action_opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.title.setText(self.tr("After it"))
        self.mattered = self.question()
        self.took_away = self.question()
        self.advice = self.question()
        who = self.tr("Who does what, by when?")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._actions: tuple[Action, ...] = ()
        self.catch = CatchLine(theme, name=who, placeholder=self.tr("Send the outline by Friday !"))
        self.setLayout(
            column(
                self.title,
                10,
                self.mattered,
                14,
                self.took_away,
                14,
                self.advice,
                14,
                Label(theme, who, "body_strong"),
                6,
                self._list,
                6,
                self.catch,
            )
        )
        self.catch.entered.connect(self._caught)

    def set_wording(self, words: Wording, role: Role, today: date) -> None:
        self.mattered.set_words(words.mattered)
        self.took_away.set_words(words.took_away)
        self.advice.set_words(words.advice)
        self.catch.set_role(role)
        self.catch.set_today(today)

    def show_after(self, found: OneStop, words: SheetWords, today: date) -> None:
        self.mattered.set_text(words.mattered)
        self.took_away.set_text(words.took_away)
        self.advice.set_text(words.advice)
        self.advice.answer.setReadOnly(not found.set_advice)
        set_elsewhere = self.tr("It is set in more than plain lines: open the meeting's notes to change it.")
        self.advice.set_hint("" if found.set_advice else set_elsewhere)
        self._show_actions(found.actions, found.relationship.my_role, today)

    def written(self, words: SheetWords) -> SheetWords:
        return replace(
            words,
            mattered=typed(self.mattered),
            took_away=typed(self.took_away),
            advice=typed(self.advice),
        )

    def clear(self) -> None:
        for one in (self.mattered, self.took_away, self.advice):
            one.clear()
        self.catch.clear()
        clear(self._list)
        self._actions = ()

    def _show_actions(self, actions: Sequence[Action], role: Role, today: date) -> None:
        if tuple(actions) == self._actions:
            return
        self._actions = tuple(actions)
        clear(self._list)
        for action in actions:
            line = ActionLine(self._theme, action, role, today)
            line.opened.connect(self.action_opened)
            self._list.addWidget(line)

    @Slot(str)
    def _caught(self, line: str) -> None:
        self.catch.sent()
        self.caught.emit(line)


class ActionLine(QWidget):
    """An action in a line; its words open it among the others."""

    opened = Signal(object)

    def __init__(self, theme: Theme, action: Action, role: Role, today: date) -> None:
        super().__init__()
        self._id = action.id
        owner = owner_words(action.owner, role)
        parts = [owner[:1].upper() + owner[1:]]
        if action.due_on is not None:
            parts.append(self.tr("by {day}").format(day=day_words(action.due_on, today)))
        if not action.status.is_open:
            parts.append(action.status.label)
        facts = "  ·  ".join(parts)
        self.words = Label(theme, action.text, "body", wrap=True)
        self.facts = Label(theme, facts, "small", "warn" if action.is_overdue(today) else "text3")
        self.button = Button(theme, self.tr("Open"), kind="link", says=self.tr("Open this action"))
        self.button.setAccessibleName(
            self.tr("Open: {action}, {facts}").format(action=action.text, facts=facts)
        )
        line = row(column(self.words, self.facts), 12, self.button)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.button.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(EntryId(self._id))


class FollowPart(Part):
    """*day_chosen* carries the day to follow up or None, *told_chosen* whether they know."""

    day_chosen = Signal(object)
    told_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.title.setText(self.tr("Following up"))
        self._suggested: date | None = None
        self._when = Label(theme, "", "body_strong")
        self.day = DateField(theme, self.tr("The day to follow up"), today=date.today())
        self.day.setFixedWidth(theme.px(190))
        self.suggest_button = Button(theme, "", kind="link")
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        self.came_of_it = self.question()
        self.told = CheckBox(theme, "")
        self.setLayout(
            column(
                self.title,
                10,
                self._when,
                6,
                row(self.day, 10, self.suggest_button, None),
                2,
                self._wrong,
                14,
                self.came_of_it,
                8,
                self.told,
            )
        )
        self.day.changed.connect(self._chosen)
        self.suggest_button.clicked.connect(self._suggest)
        self.told.clicked.connect(self.told_chosen)

    def set_wording(self, words: Wording, role: Role) -> None:
        mentor = role is Role.MENTOR
        self._when.setText(self.tr("When I ask") if mentor else self.tr("When I tell them"))
        self.came_of_it.set_words(words.came_of_it)
        self.told.setText(words.told)
        self.told.setAccessibleName(words.told)

    def show_follow_up(self, found: OneStop, words: SheetWords, today: date) -> None:
        self.refuse("")
        self.day.set_today(today)
        self.day.set_value(found.relationship.follow_up_on)
        self._suggested = found.suggested_follow_up
        day = day_words(self._suggested, today) if self._suggested is not None else ""
        self.suggest_button.setText(self.tr("Two weeks after you met: {day}").format(day=day))
        self.suggest_button.setVisible(bool(day) and found.relationship.follow_up_on is None)
        self.came_of_it.set_text(words.came_of_it)
        self.told.set_checked(found.told)

    def written(self, words: SheetWords) -> SheetWords:
        return replace(words, came_of_it=typed(self.came_of_it))

    def refuse(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setAccessibleName(sentence)
        self._wrong.setVisible(bool(sentence))

    def clear(self) -> None:
        self.came_of_it.clear()
        self.day.set_value(None)
        self.refuse("")

    @Slot(object)
    def _chosen(self, day: object) -> None:
        self.refuse("")
        self.day_chosen.emit(day)

    @Slot()
    def _suggest(self) -> None:
        self.day_chosen.emit(self._suggested)
        self.day.setFocus()
