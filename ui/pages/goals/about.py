"""What a goal says of itself, and quiet ways to say what it does not say yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.guidance.discreet import veils
from mentorjournal.model.blocks import is_empty, to_plain
from mentorjournal.model.goal import Goal
from mentorjournal.model.words import MeasureKind, Role
from ui.pages.goals.contract import StoryShown
from ui.pages.goals.wording import (
    TONES,
    capital,
    day_text,
    status_icon,
    still_open,
    target_day_text,
    visibility_text,
    whose_text,
)
from ui.theme.theme import SERIF, Theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.marks import VisibilityMark
from ui.widgets.pill import Pill


class AboutGoal(QWidget):
    """*wanted* carries the field that somebody wants to fill."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Label(theme, "", "title", wrap=True, selectable=True)
        self._title.setAccessibleName(self.tr("Goal"))
        self._pill = Pill(theme, "")
        self._criterion = Label(theme, "", "body", "text2", wrap=True)
        self._why = Label(theme, "", "note", "text", family=SERIF, wrap=True)
        self._support = Label(theme, "", "body", "text2", wrap=True)
        self._closing = Label(theme, "", "note", "text", family=SERIF, wrap=True)
        self._open_smart = Label(theme, "", "small", "text3", wrap=True)
        self._mark = VisibilityMark(theme)
        self._facts = Label(theme, "", "small", "text3", wrap=True)
        self._missing = [
            (_Missing(theme, words, field), field)
            for words, field in (
                (self.tr("Say when it is reached"), "success_criterion"),
                (self.tr("Say why it matters"), "why"),
                (self.tr("Choose a target day"), "target_on"),
                (self.tr("Choose a target"), "target"),
            )
        ]
        buttons = row(spacing=10)
        for button, _ in self._missing:
            button.chosen.connect(self.wanted)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._missing_row = holder(buttons)
        head = row(self._title, 12, self._pill)
        head.setStretch(0, 1)
        head.setAlignment(self._pill, Qt.AlignmentFlag.AlignTop)
        facts = row(self._mark, 8, self._facts)
        facts.setStretch(1, 1)
        self.setLayout(
            column(
                head,
                self._criterion,
                self._why,
                self._support,
                self._closing,
                self._missing_row,
                self._open_smart,
                facts,
                spacing=8,
            )
        )

    def show_goal(self, shown: StoryShown) -> None:
        goal = shown.goal
        for label in (self._title, self._criterion, self._why, self._support, self._closing):
            label.set_private(veils(goal.visibility))
        self._title.setText(goal.title)
        self._pill.set_text(capital(goal.status.label), TONES[goal.status], icon=status_icon(goal.status))
        _say(self._criterion, self.tr("Reached when: {words}"), goal.success_criterion)
        _say(self._why, "{words}", "" if is_empty(goal.why) else to_plain(goal.why))
        _say(self._support, self.tr("Support: {words}"), goal.support_needed)
        _say(self._closing, self.tr("In the end: {words}"), goal.closing_note)
        _say(self._open_smart, "{words}", still_open(goal.open_smart))
        self._mark.set_visibility(goal.visibility)
        self._facts.setText("  ·  ".join(self._facts_of(shown)))
        missing = _missing(goal)
        for button, field in self._missing:
            button.setVisible(field in missing)
        self._missing_row.setVisible(bool(missing))

    def clear(self) -> None:
        for label in (
            self._title,
            self._criterion,
            self._why,
            self._support,
            self._closing,
            self._open_smart,
            self._facts,
        ):
            label.setText("")

    def _facts_of(self, shown: StoryShown) -> list[str]:
        goal = shown.goal
        facts = [visibility_text(goal.visibility, shown.role)]
        if shown.role is Role.MENTOR:
            facts.append(whose_text(goal.whose))
        facts.append(capital(goal.horizon.label))
        if goal.start_on:
            facts.append(self.tr("From {day}").format(day=day_text(goal.start_on)))
        if day := target_day_text(goal, shown.today):
            facts.append(day)
        return facts


class _Missing(Button):
    chosen = Signal(str)

    def __init__(self, theme: Theme, words: str, field: str) -> None:
        super().__init__(theme, words, kind="link")
        self._field = field
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self._field)


def _missing(goal: Goal) -> set[str]:
    """What an active goal does not say yet."""
    if not goal.status.is_active:
        return set()
    missing = set()
    if not goal.success_criterion:
        missing.add("success_criterion")
    if is_empty(goal.why):
        missing.add("why")
    if goal.target_on is None:
        missing.add("target_on")
    if goal.measure is MeasureKind.METRIC and not goal.has_aim:
        missing.add("target")
    return missing


def _say(label: Label, pattern: str, words: str) -> None:
    label.setText(pattern.format(words=words) if words else "")
    label.setVisible(bool(words))
