"""A step of the opened set with its questions for one side."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.own_questions import LONGEST_NAME
from ui.pages.questions.lines import NewQuestion, QuestionLine
from ui.pages.questions.showing import StepPart
from ui.theme.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import column


class StepBox(QWidget):
    """Each signal carries the step's id first."""

    named = Signal(str, str)
    worded = Signal(str, str, str)
    hidden = Signal(str, str)
    shown = Signal(str, str)
    added = Signal(str, str)

    def __init__(self, theme: Theme, part: StepPart, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._part, self._own = theme, part, own
        self._lines: list[QuestionLine] = []
        self.name: LineField | None = None
        self._column: QVBoxLayout = column()
        body = column(margins=(0, 10, 0, 4))
        if own:
            self.name = LineField(
                theme,
                self.tr("Name of the step"),
                text=part.name,
                placeholder=self.tr("Name of the step, if you like"),
                style="caption",
                bare=True,
            )
            self.name.setMaxLength(LONGEST_NAME)
            self.name.editingFinished.connect(self._name_it)
            body.addWidget(self.name)
        else:
            label = Label(theme, part.name, "caption", "text3")
            label.setContentsMargins(theme.px(10), 0, 0, 0)
            body.addWidget(label)
        body.addSpacing(2)
        body.addLayout(self._column)
        if own:
            self.new = NewQuestion(theme)
            self.new.added.connect(self._add)
            body.addWidget(self.new)
        self.setLayout(body)
        self.show_part(part)

    def show_part(self, part: StepPart) -> None:
        """Show the step as it is now: lines that stay are not built anew, so that the cursor stays too."""
        self._part = part
        if self.name is not None and not self.name.hasFocus():
            self.name.set_text(part.name)
        place = 0
        for line in part.lines:
            while place < len(self._lines) and self._is_gone(self._lines[place], part):
                self._drop(place)
            if place < len(self._lines) and self._lines[place].was() == line.was:
                self._lines[place].show_line(line)
            elif place < len(self._lines) and len(self._lines) == len(part.lines):
                self._lines[place].show_line(line)  # worded anew in a set of the writer's own
            else:
                self._insert(place, QuestionLine(self._theme, line, own=self._own))
            place += 1
        while len(self._lines) > place:
            self._drop(place)

    @property
    def id(self) -> str:
        """The step that is shown here."""
        return self._part.id

    def lines(self) -> list[QuestionLine]:
        return self._lines

    def _is_gone(self, line: QuestionLine, part: StepPart) -> bool:
        if len(self._lines) <= len(part.lines):
            return False
        return all(line.was() != other.was for other in part.lines)

    def _insert(self, place: int, line: QuestionLine) -> None:
        line.worded.connect(self._word)
        line.hidden.connect(self._hide)
        line.shown.connect(self._show)
        self._lines.insert(place, line)
        self._column.insertWidget(place, line)

    def _drop(self, place: int) -> None:
        line = self._lines.pop(place)
        had = line.isAncestorOf(self.focusWidget() or self)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        if had and self._lines:
            self._lines[min(place, len(self._lines) - 1)].setFocus()
        elif had and self._own:
            self.new.setFocus()

    @Slot()
    def _name_it(self) -> None:
        if self.name is not None and self.name.text() != self._part.name:
            self.named.emit(self._part.id, self.name.text())

    @Slot(str, str)
    def _word(self, was: str, words: str) -> None:
        self.worded.emit(self._part.id, was, words)

    @Slot(str)
    def _hide(self, was: str) -> None:
        self.hidden.emit(self._part.id, was)

    @Slot(str)
    def _show(self, was: str) -> None:
        self.shown.emit(self._part.id, was)

    @Slot(str)
    def _add(self, words: str) -> None:
        self.added.emit(self._part.id, words)
