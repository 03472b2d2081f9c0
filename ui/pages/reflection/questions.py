"""The questions of a set, beside or under the text: one at a time, or all of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mentorjournal.model.words import Role
from mentorjournal.prompts import PromptSet
from ui.pages.reflection.one_question import Asked, OneQuestion, questions_of
from ui.pages.reflection.question import Question
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments, ToolButton
from ui.widgets.fields import ChoiceField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row, scrolling


class Questions(QWidget):
    """Chooses a set and walks through it. It knows which question is in front and which are answered."""

    asked = Signal(str, str, str)
    closed = Signal()
    way_chosen = Signal(bool)
    edit_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sets: dict[str, PromptSet] = {}
        self._role = Role.MENTEE
        self._shown = ""
        self._questions: tuple[Asked, ...] = ()
        self._place = 0
        self._list: list[Question] = []
        self._answered: frozenset[tuple[str, str]] = frozenset()
        self.setObjectName("column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Questions"))
        self.chooser = ChoiceField(theme, self.tr("Set of questions"), ())
        self.chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chooser.chosen.connect(self._choose)
        self.way = Segments(
            theme, self.tr("How many"), ((True, self.tr("One at a time")), (False, self.tr("All")))
        )
        self.way.chosen.connect(self._way)
        self.edit_button = ToolButton(theme, "pencil", self.tr("Edit the question sets"))
        self.edit_button.clicked.connect(self._edit)
        self.close_button = ToolButton(theme, "x", self.tr("Hide questions"))
        self.close_button.clicked.connect(self.closed)
        self.one = OneQuestion(theme)
        self.one.asked.connect(self.ask)
        self.one.stepped.connect(self.step)
        self._steps: QVBoxLayout = column()
        self._all = holder(self._steps)
        self._source = Label(theme, "", "small", "text3", wrap=True)
        head = row(self.chooser, 4, self.close_button)
        head.setStretch(0, 1)
        top = column(head, 6, row(self.way, None, self.edit_button), margins=(24, 14, 12, 8))
        inside = column(self.one, self._all, 14, self._source, None, margins=(14, 0, 14, 20))
        self._area = scrolling(holder(inside))
        self.setLayout(column(top, self._area))
        self._show_way()

    # What is shown

    def offer(self, sets: Sequence[PromptSet], role: Role) -> None:
        """Offer these sets, for this side; the one that is shown stays where it is still there."""
        self._sets = {one.id: one for one in sets}
        if role is not self._role:
            self._role, self._shown, self._place = role, "", 0
        self.chooser.set_choices([(one.id, one.name) for one in sets])
        self.show_set(self._shown if self._shown in self._sets else next(iter(self._sets), ""))

    def show_set(self, id: str) -> None:
        """Show the set; one that is not known any more leaves the present one."""
        one = self._sets.get(id)
        if one is None or (id == self._shown and questions_of(one, self._role) == self._questions):
            return
        front = self.current()
        self._shown = id
        self.chooser.set_value(id)
        self._questions = questions_of(one, self._role)
        places = [asked.key for asked in self._questions]
        self._place = places.index(front.key) if front is not None and front.key in places else 0
        self._source.setText(one.source)
        self._source.setContentsMargins(self._theme.px(10), 0, self._theme.px(10), 0)
        self._fill()
        self._area.verticalScrollBar().setValue(0)

    def shown_set(self) -> str:
        return self._shown

    def show_one_at_a_time(self, one: bool) -> None:
        if one != self.way.value():
            self.way.set_value(one)
            self._show_way()

    def show_answered(self, keys: Collection[tuple[str, str]]) -> None:
        """Mark the questions that have an answer on the page."""
        self._answered = frozenset(keys)
        for question in self.all_questions():
            question.set_answered(question.key() in self._answered)
        self._show_front()

    def all_questions(self) -> list[Question]:
        """The questions of the whole list; none while one is shown at a time."""
        return self._list

    # The walk

    def current(self) -> Asked | None:
        """The question in front."""
        return self._questions[self._place] if self._place < len(self._questions) else None

    def go_to(self, step_id: str, words: str) -> None:
        """Bring a question of the shown set to the front."""
        keys = [asked.key for asked in self._questions]
        if (step_id, words) in keys:
            self._place = keys.index((step_id, words))
            self._show_front()

    def begin(self) -> None:
        """Bring the first question to the front, for another entry."""
        self._place = 0
        self._show_front()

    @Slot(int)
    def step(self, by: int) -> None:
        """Bring the next or previous question to the front; the ends are ends."""
        place = self._place + by
        if 0 <= place < len(self._questions):
            self._place = place
            self._show_front()

    @Slot()
    def ask(self) -> None:
        """Tell of the wish to answer the question in front."""
        front = self.current()
        if front is not None:
            self.asked.emit(self._shown, front.step_id, front.words)

    # Inside

    def _fill(self) -> None:
        """All of them are widgets only where all of them are looked at."""
        clear(self._steps)
        self._list = []
        if not self.way.value():
            step = ""
            for asked in self._questions:
                if asked.step_id != step:
                    step = asked.step_id
                    label = Label(self._theme, asked.step, "caption", "text3")
                    px = self._theme.px
                    label.setContentsMargins(px(10), px(12), 0, px(2))
                    self._steps.addWidget(label)
                question = Question(self._theme, asked.step_id, asked.words)
                question.set_answered(asked.key in self._answered)
                question.asked.connect(self._asked)
                self._steps.addWidget(question)
                self._list.append(question)
        self._show_front()

    def _show_front(self) -> None:
        front = self.current()
        if front is not None:
            answered = front.key in self._answered
            self.one.show_question(front, self._place, len(self._questions), answered=answered)

    def _show_way(self) -> None:
        self.one.setVisible(bool(self.way.value()))
        self._all.setVisible(not self.way.value())
        self._fill()

    @Slot(object)
    def _choose(self, id: str) -> None:
        self._place = 0
        self._questions = ()
        self.show_set(id)

    @Slot(object)
    def _way(self, one: bool) -> None:
        self._show_way()
        self.way_chosen.emit(one)

    @Slot(str, str)
    def _asked(self, step_id: str, words: str) -> None:
        self.go_to(step_id, words)
        self.asked.emit(self._shown, step_id, words)

    @Slot()
    def _edit(self) -> None:
        self.edit_wanted.emit(self._shown)
