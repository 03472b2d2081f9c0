"""One line that enters preparation, supervision, training: what, when, how long, what was learnt."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal.model.ledger import LONGEST_LEARNING
from mentorjournal.model.words import PracticeKind
from ui.pages.ledger.contract import EntryDraft
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, LineField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, row

KINDS = (
    PracticeKind.SUPERVISION,
    PracticeKind.PREPARATION,
    PracticeKind.TRAINING,
    PracticeKind.CPD,
    PracticeKind.MENTORING,
)
"""Mentoring last: its hours come from the sessions."""

ONE_LINE_FROM = 700


class AddLine(QWidget):
    """Enter in any of its fields adds. Emits *added* with the draft, which stays until it is taken."""

    added = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.kind = ChoiceField(theme, self.tr("Kind"), KINDS)
        self.day = DayField(theme, self.tr("Day"), self.tr("today"))
        self.time = LineField(theme, self.tr("Time"), placeholder=self.tr("1 h 30 min"), private=False)
        self.learning = LineField(theme, self.tr("What was learnt"), placeholder=self.tr("In one line"))
        self.learning.setMaxLength(LONGEST_LEARNING)
        self.button = Button(theme, self.tr("Add"), icon="plus")
        self.problem = Label(theme, "", "small", "danger", wrap=True)
        self.problem.hide()
        facts = row(
            labelled(theme, self.tr("Kind"), self.kind),
            labelled(theme, self.tr("Day"), self.day),
            labelled(theme, self.tr("Time"), self.time),
            spacing=8,
        )
        words = row(labelled(theme, self.tr("What was learnt"), self.learning), spacing=8)
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        words.setStretch(0, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(8)
        self._line.addLayout(facts)
        self._line.addLayout(words, 1)
        self.setLayout(column(self._line, self.problem, spacing=4))
        self.setFocusProxy(self.kind)
        for field in (self.day, self.time, self.learning):
            field.returnPressed.connect(self._add)
            field.textEdited.connect(self._typing)
        self.button.clicked.connect(self._add)
        theme.changed.connect(self._measure)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def draft(self) -> EntryDraft:
        kind = self.kind.value()
        return EntryDraft(
            kind=kind if isinstance(kind, PracticeKind) else PracticeKind.SUPERVISION,
            day=self.day.text(),
            time=self.time.text(),
            learning=self.learning.text(),
        )

    def show_draft(self, draft: EntryDraft) -> None:
        self.kind.set_value(draft.kind)
        self.day.set_text(draft.day)
        self.time.set_text(draft.time)
        self.learning.set_text(draft.learning)

    def say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)

    def taken(self) -> None:
        """It stands in the list now: kind and day stay for the next one."""
        self.say("")
        self.time.clear()
        self.learning.clear()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _add(self) -> None:
        self.added.emit(self.draft())

    @Slot()
    def _typing(self) -> None:
        self.say("")

    @Slot()
    def _measure(self) -> None:
        self.day.setFixedWidth(self._theme.px(138))
        self.time.setFixedWidth(self._theme.px(96))
        self._arrange()

    def _arrange(self) -> None:
        """In one line where there is room for it, else in two."""
        wide = self.width() >= self._theme.px(ONE_LINE_FROM)
        facts = self._line.itemAt(0)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != direction:
            self._line.setDirection(direction)
            if facts is not None:
                facts.setAlignment(Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeading)
