"""The milestones of a goal: the list, what can be done with the one in hand, and the line that adds one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.goal import Goal, Milestone
from mentorjournal.model.ids import MilestoneId
from mentorjournal.model.words import MilestoneStatus
from ui.pages.goals.check_in import LONGEST_TYPED
from ui.pages.goals.draft import StepDraft
from ui.pages.goals.step_list import StepList, StepModel
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.card import Card
from ui.widgets.day_field import DayField
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import holder, row


class StepsCard(Card):
    """*added* carries a draft; *changed* an id and a draft; the rest the id of the milestone in hand."""

    added = Signal(object)
    changed = Signal(object, object)
    toggled = Signal(object)
    skipped = Signal(object)
    removed = Signal(object)
    moved = Signal(object, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spacing=8, parent=parent)
        self._theme = theme
        self._goal: object = None
        self._editing: MilestoneId | None = None
        self._count = Label(theme, "", "small", "text3")
        self._model = StepModel(self, veil=theme.veil)
        self.list = StepList(theme, self.tr("Milestones"), self._model)
        self.title = LineField(theme, self.tr("Milestone"), placeholder=self.tr("The next step on the way"))
        self.title.setMaxLength(LONGEST_TYPED)
        self._due = DayField(theme, self.tr("Due day of the milestone"), self.tr("due, if any"))
        self._reached = DayField(theme, self.tr("Day it was reached"), self.tr("reached on"))
        self._keep = Button(theme, self.tr("Add"), key="Return")
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._tools = self._make_tools()
        for day in (self._due, self._reached):
            day.setFixedWidth(theme.px(140))
        line = row(self.title, self._due, self._reached, self._keep, spacing=8)
        line.setStretch(0, 1)
        self.body.addLayout(
            row(Label(theme, self.tr("Milestones"), "heading"), 12, self._count, None, self._tools)
        )
        self.body.addWidget(self.list)
        self.body.addLayout(line)
        self.body.addWidget(self._problem)
        self._connect()
        self._leave_editing()

    def show_goal(self, shown: Goal, today: date) -> None:
        if shown.id != self._goal:
            self._goal = shown.id
            self.clear_words()
        here = self._model.step(self.list.currentIndex().row())
        row_before = self.list.currentIndex().row()
        had_focus = self.list.hasFocus()
        if self._model.show_steps(shown.milestones, today):
            place = self._model.row_of(here.id if here else None)
            if place < 0 and shown.milestones:
                place = min(max(row_before, 0), len(shown.milestones) - 1)
            self.list.setCurrentIndex(self._model.index(place, 0))
            self.list.fit()
            if had_focus and not shown.milestones:
                self.title.setFocus()
        if self._model.row_of(self._editing) < 0:
            self._leave_editing()
        reached = sum(step.status is MilestoneStatus.REACHED for step in shown.milestones)
        whole = sum(step.status is not MilestoneStatus.SKIPPED for step in shown.milestones)
        words = self.tr("{reached} of {all} reached").format(reached=reached, all=whole)
        self._count.setText(words if shown.milestones else "")
        self._tools.setVisible(bool(shown.milestones))
        self._fit_tools()

    @property
    def changing(self) -> MilestoneId | None:
        """The milestone that is being changed; None while a new one is typed."""
        return self._editing

    def draft(self) -> StepDraft:
        reached = self._reached.text() if self._editing else ""
        return StepDraft(title=self.title.text(), due_on=self._due.text(), reached_on=reached)

    def type_again(self, draft: StepDraft, changing: MilestoneId | None) -> None:
        """Lay back what was being typed. Words about a milestone that is gone become those of a new one."""
        step = self._model.step(self._model.row_of(changing))
        if step is not None:
            self._edit_step(step)
        self.title.setText(draft.title)
        self._due.setText(draft.due_on)
        self._reached.setText(draft.reached_on)

    def clear_words(self) -> None:
        """Be ready for the next milestone."""
        went_on = self._editing is not None
        self._leave_editing()
        for field in (self.title, self._due, self._reached):
            field.clear()
        self.say("")
        if went_on and self.list.isVisible():
            self.list.setFocus()

    def say(self, sentence: str, field: str = "") -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        fields = {"title": self.title, "due_on": self._due, "reached_on": self._reached}
        for name, line in fields.items():
            line.set_wrong(name == field)
        if field in fields:
            fields[field].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editing is not None:
            self.clear_words()
        else:
            super().keyPressEvent(event)

    def _make_tools(self) -> QWidget:
        theme = self._theme
        self._tick = ToolButton(theme, "check", self.tr("Reached today"), key="Space")
        self._skip = ToolButton(theme, "minus", self.tr("Skip this milestone"), key="S")
        self._edit = ToolButton(theme, "pencil", self.tr("Change this milestone"), key="F2")
        self._up = ToolButton(theme, "chevron-up", self.tr("Move up"), key="Ctrl+Up")
        self._down = ToolButton(theme, "chevron-down", self.tr("Move down"), key="Ctrl+Down")
        self._delete = ToolButton(theme, "trash-2", self.tr("Delete this milestone"), key="Delete")
        return holder(row(self._tick, self._skip, self._edit, self._up, self._down, self._delete, spacing=2))

    def _connect(self) -> None:
        self._model.toggled.connect(self.toggled)
        for signal, slot in (
            (self.list.toggled, self._toggle),
            (self._tick.clicked, self._toggle),
            (self.list.skipped, self._skip_it),
            (self._skip.clicked, self._skip_it),
            (self.list.edited, self._begin_editing),
            (self._edit.clicked, self._begin_editing),
            (self.list.removed, self._remove),
            (self._delete.clicked, self._remove),
            (self._up.clicked, self._move_up),
            (self._down.clicked, self._move_down),
            (self.title.returnPressed, self._submit),
            (self._due.returnPressed, self._submit),
            (self._reached.returnPressed, self._submit),
            (self._keep.clicked, self._submit),
        ):
            signal.connect(slot)
        self.list.moved.connect(self._move)
        self.list.selectionModel().currentChanged.connect(self._fit_tools)

    def _in_hand(self) -> Milestone | None:
        return self._model.step(self.list.currentIndex().row())

    @Slot()
    def _toggle(self) -> None:
        if step := self._in_hand():
            self.toggled.emit(step.id)

    @Slot()
    def _skip_it(self) -> None:
        if step := self._in_hand():
            self.skipped.emit(step.id)

    @Slot()
    def _remove(self) -> None:
        if step := self._in_hand():
            self.removed.emit(step.id)

    @Slot(int)
    def _move(self, by: int) -> None:
        if step := self._in_hand():
            self.moved.emit(step.id, by)

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    @Slot()
    def _begin_editing(self) -> None:
        if step := self._in_hand():
            self._edit_step(step)
            self.title.setFocus()
            self.title.selectAll()

    def _edit_step(self, step: Milestone) -> None:
        self._editing = step.id
        self.title.setText(step.title)
        self._due.setText(step.due_on.isoformat() if step.due_on else "")
        self._reached.setText(step.reached_on.isoformat() if step.reached_on else "")
        self._reached.setVisible(step.status is MilestoneStatus.REACHED)
        self._keep.setText(self.tr("Keep"))
        self.say("")

    def _leave_editing(self) -> None:
        self._editing = None
        self._reached.hide()
        self._problem.hide()
        self._keep.setText(self.tr("Add"))

    @Slot()
    def _submit(self) -> None:
        draft = self.draft()
        self.say("")
        if self._editing is None:
            self.added.emit(draft)
        else:
            self.changed.emit(self._editing, draft)

    @Slot()
    def _fit_tools(self) -> None:
        """The buttons say what they would do to the milestone in hand."""
        step = self._in_hand()
        reached = step is not None and step.status is MilestoneStatus.REACHED
        skipped = step is not None and step.status is MilestoneStatus.SKIPPED
        again = self.tr("Still to come")
        self._tick.set_face(
            "undo-2" if reached or skipped else "check",
            again if reached or skipped else self.tr("Reached today"),
            key="Space",
        )
        self._skip.setEnabled(step is not None and not skipped)
