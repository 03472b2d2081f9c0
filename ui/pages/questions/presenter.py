"""The question sets, made the writer's own: hidden, worded anew, added, brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from mentorjournal.errors import InvalidInput, MentorJournalError
from mentorjournal.files import said_plainly, write_whole
from mentorjournal.model.change import Change
from mentorjournal.own_questions import (
    HIDDEN,
    OwnQuestions,
    Which,
    new_set,
    restored,
    with_own_set,
    with_set_shown,
    with_wording,
    without_own_set,
)
from mentorjournal.prompts import PromptSet, PromptStep
from mentorjournal.question_data import LARGEST_FILE, from_yaml, to_yaml
from ui.draft import Runner
from ui.pages.questions.showing import SetPage, SetRow, page, rows, side_of_step

FILE_NAME = "question-sets.yaml"


class Known(Protocol):
    @property
    def shipped(self) -> tuple[PromptSet, ...]: ...
    @property
    def own(self) -> OwnQuestions: ...


class Sets(Protocol):
    """Where the sets are known and kept."""

    def tell(self, listener: Callable[[Known], None]) -> None: ...
    def want(self, failed: Callable[[Exception], None]) -> None: ...
    def edit(
        self,
        label: str,
        edit: Callable[[OwnQuestions], OwnQuestions],
        *,
        done: Callable[[Change], None],
        failed: Callable[[Exception], None],
    ) -> None: ...


class QuestionsView(Protocol):
    def show_sets(self, rows: Sequence[SetRow], chosen: str) -> None: ...
    def show_set(self, page: SetPage) -> None: ...
    def can_save(self, any_own: bool) -> None: ...
    def focus_name(self) -> None: ...
    def say(self, sentence: str) -> None: ...
    def say_saved(self, name: str) -> None: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...
    def choose_question_file(self) -> Path | None: ...


class QuestionsPresenter:
    def __init__(self, view: QuestionsView, tasks: Runner, outside: Outside, sets: Sets) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._sets = sets
        self._known: Known | None = None
        self._chosen = ""
        self._side = "mentee"
        self._naming = ""
        sets.tell(self._arrived)

    def begin(self, set_id: str, side: str) -> None:
        """Show the sets, with this one open from this side."""
        self._side = side
        self._chosen = set_id or self._chosen
        self._view.say("")
        self._sets.want(self._outside.problem)
        self._show()

    def shown(self) -> dict[str, object]:
        """Which set is open, from which side."""
        return {"set": self._chosen, "side": self._side}

    # What is looked at

    def choose(self, set_id: str) -> None:
        self._chosen = set_id
        self._show()

    def show_side(self, side: str) -> None:
        self._side = side
        self._show()

    # Sets

    def offer_set(self, set_id: str, offered: bool) -> None:
        """Offer the set where questions are chosen, or hide it there."""
        label = "Show question set" if offered else "Hide question set"
        self._edit(label, partial(with_set_shown, set_id=set_id, shown=offered))

    def restore(self) -> None:
        """Bring a set that came with the program back as it came."""
        self._edit("Restore question set", partial(restored, set_id=self._chosen))

    def new_set(self) -> None:
        one = new_set("My questions")
        self._naming = one.id
        self._chosen = one.id
        self._edit("Add question set", partial(with_own_set, one=one))

    def remove_set(self) -> None:
        self._edit("Delete question set", partial(without_own_set, set_id=self._chosen))

    def rename(self, name: str) -> None:
        one = self._open()
        if one is not None and name.strip() and name.strip() != one.name:
            self._change_set("Rename question set", lambda one: replace(one, name=name))
        else:
            self._show()

    # Steps and questions

    def add_step(self) -> None:
        self._change_set("Add step", _with_new_step)

    def name_step(self, step_id: str, name: str) -> None:
        self._change_step("Rename step", step_id, lambda step: replace(step, name=name))

    def word(self, step_id: str, was: str, words: str) -> None:
        """Word a question anew; without words it is hidden or, in a set of the writer's own, removed."""
        one = self._open()
        if one is None:
            return
        if not one.own:
            label = "Hide question" if not words.strip() else "Change question"
            self._edit(label, partial(with_wording, which=self._which(one, step_id, was), wording=words))
            return
        label = "Change question" if words.strip() else "Remove question"
        self._on_side(label, step_id, lambda said: tuple(words if q == was else q for q in said))

    def hide(self, step_id: str, was: str) -> None:
        self.word(step_id, was, HIDDEN)

    def show_again(self, step_id: str, was: str) -> None:
        """Bring a question that came with the program back as it came."""
        one = self._open()
        if one is not None:
            which = self._which(one, step_id, was)
            self._edit("Restore question", partial(with_wording, which=which, wording=None))

    def add_question(self, step_id: str, words: str) -> None:
        if words.strip():
            self._on_side("Add question", step_id, lambda said: (*said, words))

    # Files

    def save_own(self) -> None:
        """Write the writer's own sets into a file, to keep or to pass on."""
        path = self._outside.choose_save_path(FILE_NAME)
        if path is not None and self._known is not None:
            data = to_yaml(self._known.own.sets).encode("utf-8")
            self._tasks.run(
                partial(write_whole, path, data, replace=False),
                done=partial(self._written, path.name),
                failed=self._refused,
            )

    def bring_in(self) -> None:
        """Take over the sets of a file, as sets of the writer's own."""
        path = self._outside.choose_question_file()
        if path is not None:
            self._tasks.run(partial(_read_file, path), done=self._take_over, failed=self._refused)

    # Inside

    def _open(self) -> PromptSet | None:
        if self._known is None:
            return None
        everything = (*self._known.own.sets, *self._known.shipped)
        return next((one for one in everything if one.id == self._chosen), None)

    def _which(self, one: PromptSet, step_id: str, was: str) -> Which:
        return Which(set_id=one.id, step_id=step_id, side=self._side, wording=was)

    def _on_side(
        self, label: str, step_id: str, change: Callable[[tuple[str, ...]], tuple[str, ...]]
    ) -> None:
        side = self._side

        def changed(step: PromptStep) -> PromptStep:
            said = change(side_of_step(step, side))
            return replace(step, mentor=said) if side == "mentor" else replace(step, mentee=said)

        self._change_step(label, step_id, changed)

    def _change_step(self, label: str, step_id: str, change: Callable[[PromptStep], PromptStep]) -> None:
        def changed(one: PromptSet) -> PromptSet:
            steps = tuple(change(step) if step.id == step_id else step for step in one.steps)
            return replace(one, steps=steps)

        self._change_set(label, changed)

    def _change_set(self, label: str, change: Callable[[PromptSet], PromptSet]) -> None:
        """Change the opened set of the writer's own as it is kept by then: the screen may not show it yet."""
        one = self._open()
        if one is not None and one.own:
            self._edit(label, partial(_with_changed_set, set_id=one.id, change=change))

    def _edit(self, label: str, edit: Callable[[OwnQuestions], OwnQuestions]) -> None:
        self._view.say("")
        self._sets.edit(label, edit, done=self._outside.changed, failed=self._refused)

    def _arrived(self, known: Known) -> None:
        self._known = known
        self._show()
        if self._naming and self._naming == self._chosen and self._open() is not None:
            self._naming = ""
            self._view.focus_name()

    def _show(self) -> None:
        if self._known is None:
            return
        shown = rows(self._known.shipped, self._known.own)
        being_made = bool(self._naming) and self._chosen == self._naming
        if all(row.id != self._chosen for row in shown) and not being_made:
            self._chosen = shown[0].id
        self._view.show_sets(shown, self._chosen)
        self._view.can_save(bool(self._known.own.sets))
        one = self._open()
        if one is not None:
            self._view.show_set(page(one, self._side, self._known.own))

    def _take_over(self, sets: list[PromptSet]) -> None:
        def edit(own: OwnQuestions) -> OwnQuestions:
            for one in sets:
                own = with_own_set(own, one)
            return own

        self._chosen = self._naming = sets[0].id
        self._edit("Bring in question sets", edit)

    def _written(self, name: str, _: None) -> None:
        self._view.say_saved(name)

    def _refused(self, error: Exception) -> None:
        self._naming = ""
        if isinstance(error, MentorJournalError):
            self._view.say(str(error))
        else:
            self._outside.problem(error)
        self._show()


def _with_changed_set(
    own: OwnQuestions, set_id: str, change: Callable[[PromptSet], PromptSet]
) -> OwnQuestions:
    one = next((one for one in own.sets if one.id == set_id), None)
    return own if one is None else with_own_set(own, change(one))


def _with_new_step(one: PromptSet) -> PromptSet:
    taken = {step.id for step in one.steps}
    free = next(f"step-{n}" for n in range(1, len(taken) + 2) if f"step-{n}" not in taken)
    return replace(one, steps=(*one.steps, PromptStep(id=free, mentee=(), mentor=())))


def _read_file(path: Path) -> list[PromptSet]:
    with said_plainly(path.name):
        if path.stat().st_size > LARGEST_FILE:
            raise InvalidInput("This file is too large to be a set of questions.")
        data = path.read_bytes()
    return from_yaml(data.decode("utf-8", "replace"))
