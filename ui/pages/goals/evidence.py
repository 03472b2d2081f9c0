"""What shows that a goal moves: lines in the writer's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.model.goal import Goal
from ui.pages.goals.check_in import LONGEST_TYPED
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.card import Card
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, row


class EvidenceCard(Card):
    """*added* carries the words, *removed* the place of a line."""

    added = Signal(str)
    removed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spacing=8, parent=parent)
        self._theme = theme
        self._goal: object = None
        self._shown: tuple[str, ...] = ()
        self._lines: QVBoxLayout = column()
        self.line = LineField(
            theme,
            self.tr("Evidence"),
            placeholder=self.tr("Something that shows it moved: a mail, a result …"),
        )
        self.line.setMaxLength(LONGEST_TYPED)
        self._keep = Button(theme, self.tr("Add"), key="Return")
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._problem.hide()
        entry = row(self.line, self._keep, spacing=8)
        entry.setStretch(0, 1)
        self.body.addWidget(Label(theme, self.tr("What shows it"), "heading"))
        self.body.addLayout(self._lines)
        self.body.addLayout(entry)
        self.body.addWidget(self._problem)
        self.line.returnPressed.connect(self._submit)
        self._keep.clicked.connect(self._submit)

    def show_goal(self, goal: Goal) -> None:
        if goal.id != self._goal:
            self._goal = goal.id
            self.clear_words()
        if goal.evidence == self._shown:
            return
        self._shown = goal.evidence
        clear(self._lines)
        for place, text in enumerate(goal.evidence):
            words = Label(self._theme, text, "body", "text", wrap=True, selectable=True, private=True)
            words.setAccessibleName(self.tr("Evidence {number}").format(number=place + 1))
            gone = _Delete(self._theme, self.tr("Delete this line"), place)
            gone.wanted.connect(self.removed)
            line = row(words, 8, gone)
            line.setStretch(0, 1)
            self._lines.addLayout(line)

    def clear_words(self) -> None:
        self.line.clear()
        self.say("")

    def say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.line.set_wrong(bool(sentence))

    @Slot()
    def _submit(self) -> None:
        self.say("")
        self.added.emit(self.line.text())


class _Delete(ToolButton):
    wanted = Signal(int)

    def __init__(self, theme: Theme, name: str, place: int) -> None:
        super().__init__(theme, "x", name, size=14)
        self._place = place
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._place)
