"""The question sets of the writer, and the page to edit them."""

from __future__ import annotations

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.words import Role
from mentorjournal.own_questions import side_of
from ui.pages.questions.presenter import QuestionsPresenter
from ui.pages.questions.view import QuestionsView
from ui.pages.reflection.presenter import ReflectionPresenter
from ui.question_sets import QuestionSets
from ui.rooms import QuestionsOutside
from ui.shell.locking import CountingTasks
from ui.theme.theme import Theme


class Questioning:
    """The question sets, with the page to edit them, which is built when it is first wanted."""

    def __init__(
        self, theme: Theme, tasks: CountingTasks, sets: QuestionSets, reflection: ReflectionPresenter
    ) -> None:
        self._theme = theme
        self._tasks = tasks
        self._sets = sets
        self._reflection = reflection
        self._outside: QuestionsOutside | None = None
        self._made: tuple[QuestionsView, QuestionsPresenter] | None = None

    def begin(self, shelf: Shelf, outside: QuestionsOutside) -> None:
        self._sets.begin(shelf)
        self._outside = outside
        self._reflection.wish_sets = outside.show_questions

    def page(self) -> QuestionsView:
        return self._both()[0]

    def show(self, set_id: str, role: Role) -> None:
        view, presenter = self._both()
        presenter.begin(set_id, side_of(role))
        view.list.setFocus()

    def show_side(self, side: str) -> None:
        self._both()[1].show_side(side)

    def shown(self) -> dict[str, object]:
        """Which set is open, from which side."""
        return self._both()[1].shown()

    def _both(self) -> tuple[QuestionsView, QuestionsPresenter]:
        if self._made is None:
            assert self._outside is not None
            view = QuestionsView(self._theme)
            presenter = QuestionsPresenter(view, self._tasks, self._outside, self._sets)
            view.bind(presenter)
            view.left.connect(self._outside.back)
            self._made = (view, presenter)
        return self._made
