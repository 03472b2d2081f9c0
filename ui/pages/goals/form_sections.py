"""The folded parts of the goal form: why, how it is measured, when, and what may happen to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorjournal.model.words import (
    Choice,
    GoalHorizon,
    GoalStatus,
    MeasureKind,
    Role,
    Visibility,
    Whose,
)
from ui.pages.goals.draft import NUMBERS_TYPED, GoalDraft
from ui.pages.goals.form_parts import FewLines, Levels
from ui.pages.goals.wording import day_text, visibility_text, whose_text
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, LineField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import Item, column, holder, row

_STATUSES: tuple[Choice, ...] = (
    GoalStatus.IDEA,
    GoalStatus.AGREED,
    GoalStatus.IN_PROGRESS,
    GoalStatus.ON_HOLD,
)


class Reason(QWidget):
    """Why it matters and when it is reached."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why = FewLines(theme, self.tr("Why it matters"), 3)
        self.criterion = FewLines(theme, self.tr("Reached when"), 2)
        self.setLayout(
            column(
                labelled(theme, self.tr("Why it matters"), self.why),
                labelled(theme, self.tr("Reached when"), self.criterion),
                spacing=12,
            )
        )

    def show_draft(self, draft: GoalDraft) -> None:
        self.why.show_document(draft.why)
        self.criterion.set_text(draft.success_criterion)


class Measured(QWidget):
    """The measure, and what belongs to it: unit, start, target, five levels."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure = ChoiceField(theme, self.tr("Measured by"), list(MeasureKind))
        self.unit = LineField(
            theme, self.tr("Unit"), placeholder=self.tr("talks, pages, weeks…"), private=False
        )
        self.baseline = LineField(theme, self.tr("Start"), private=False)
        self.target = LineField(theme, self.tr("Target"), private=False)
        self.levels = Levels(theme)
        self._hint = Label(theme, "", "small", "text3", wrap=True)
        self._kept = Label(
            theme,
            self.tr("The check-ins so far keep their numbers, whatever the measure."),
            "small",
            "text3",
            wrap=True,
        )
        self._unit_box = holder(labelled(theme, self.tr("Unit"), self.unit))
        numbers = _even(
            labelled(theme, self.tr("Start"), self.baseline), labelled(theme, self.tr("Target"), self.target)
        )
        self._numbers = holder(numbers)
        measured = _even(labelled(theme, self.tr("Measured by"), self.measure), self._unit_box)
        self.setLayout(column(measured, self._numbers, self._hint, self.levels, self._kept, spacing=10))
        self.measure.chosen.connect(self._fit)

    def show_draft(self, draft: GoalDraft, *, has_check_ins: bool) -> None:
        self.measure.set_value(draft.measure)
        for line, text in (
            (self.unit, draft.unit),
            (self.baseline, draft.baseline),
            (self.target, draft.target),
        ):
            line.setText(text)
        self.levels.set_levels(draft.gas_levels)
        self._kept.setVisible(has_check_ins)
        self._fit()

    def note(self) -> str:
        measure = self.measure.value()
        return measure.label if isinstance(measure, MeasureKind) else ""

    @Slot()
    def _fit(self) -> None:
        """Ask for what the chosen measure needs."""
        chosen = self.measure.value()
        measure = chosen if isinstance(chosen, MeasureKind) else MeasureKind.NONE
        self._unit_box.setVisible(measure is MeasureKind.METRIC)
        self._numbers.setVisible(measure in NUMBERS_TYPED)
        self.levels.setVisible(measure is MeasureKind.GAS)
        hint, start, target = {
            MeasureKind.PERCENT: (self.tr("From 0 to 100."), "0", "100"),
            MeasureKind.SCALE_0_10: (self.tr("From 0 to 10, as you judge it."), "0", "10"),
            MeasureKind.GAS: (
                self.tr(
                    "Five levels, agreed beforehand. Where it stands today is often −2 or −1; 0 is what you"
                    " expect to reach."
                ),
                "−2",
                "0",
            ),
            MeasureKind.METRIC: (self.tr("Any number, with its unit. The target may be lower."), "0", ""),
            MeasureKind.MILESTONES: (self.tr("Counted from its milestones, on the goal's page."), "", ""),
            MeasureKind.YES_NO: (self.tr("Not yet, until it is."), "", ""),
            MeasureKind.NONE: (self.tr("Check-ins say in words what moved."), "", ""),
        }[measure]
        self._hint.setText(hint)
        self.baseline.setPlaceholderText(start)
        self.target.setPlaceholderText(target)
        self.changed.emit()


class When(QWidget):
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start_on = DayField(theme, self.tr("First day"), self.tr("“today”, “next month”…"))
        self.target_on = DayField(theme, self.tr("Target date"), self.tr("“end of month”, “3 Dec”…"))
        self.horizon = ChoiceField(theme, self.tr("Horizon"), list(GoalHorizon))
        self.status = ChoiceField(theme, self.tr("Status"), list(_STATUSES))
        self._status_box = holder(labelled(theme, self.tr("Status"), self.status))
        self.setLayout(
            column(
                _even(
                    labelled(theme, self.tr("First day"), self.start_on),
                    labelled(theme, self.tr("Target date"), self.target_on),
                ),
                _even(labelled(theme, self.tr("Horizon"), self.horizon), self._status_box),
                spacing=10,
            )
        )
        self.target_on.textChanged.connect(self._tell)

    def show_draft(self, draft: GoalDraft, *, new: bool) -> None:
        self.start_on.setText(draft.start_on)
        self.target_on.setText(draft.target_on)
        self.horizon.set_value(draft.horizon)
        self.status.set_value(draft.status)
        self._status_box.setVisible(new)

    def note(self) -> str:
        typed = self.target_on.text().strip()
        try:
            typed = day_text(date.fromisoformat(typed))
        except ValueError:
            pass  # in words; they say it as well
        return self.tr("by {day}").format(day=typed) if typed else ""

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class About(QWidget):
    """Help from outside, whose goal it is, and what may happen to it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = Role.MENTEE
        self.support = FewLines(theme, self.tr("Support needed"), 2)
        self.whose = ChoiceField(theme, self.tr("Whose goal"), [(one, whose_text(one)) for one in Whose])
        self.visibility = ChoiceField(
            theme,
            self.tr("What may happen to it"),
            [(one, visibility_text(one, Role.MENTEE)) for one in Visibility],
        )
        self._whose_box = holder(labelled(theme, self.tr("Whose goal"), self.whose))
        hint = self.tr("Everything begins private. Only what you mark can be in a summary.")
        self.setLayout(
            column(
                labelled(theme, self.tr("Support needed"), self.support),
                self._whose_box,
                labelled(theme, self.tr("What may happen to it"), self.visibility, hint=hint),
                spacing=12,
            )
        )
        self.visibility.chosen.connect(self._tell)
        self.whose.chosen.connect(self._tell)

    def show_draft(self, draft: GoalDraft, role: Role) -> None:
        self._role = role
        self.support.set_text(draft.support_needed)
        self.whose.set_value(draft.whose)
        self.visibility.set_value(draft.visibility)
        self._whose_box.setVisible(role is Role.MENTOR)
        for place, one in enumerate(Visibility):
            self.visibility.setItemText(place, visibility_text(one, role))

    def note(self) -> str:
        visibility = self.visibility.value()
        words = visibility_text(visibility, self._role) if isinstance(visibility, Visibility) else ""
        if self._role is not Role.MENTOR:
            return words
        whose = self.whose.value()
        return "  ·  ".join([whose_text(whose) if isinstance(whose, Whose) else "", words])

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _even(*items: Item) -> QHBoxLayout:
    line = row(*items, spacing=12)
    for place in range(line.count()):
        line.setStretch(place, 1)
    return line
