"""The question sets as the writer has them: read once a sitting, and told to every page that shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from mentorjournal.model.change import Change
from mentorjournal.own_questions import OwnQuestions, merged, taken_back
from mentorjournal.prompts import PromptSet, prompt_sets
from mentorjournal.question_data import SETTING, from_setting, to_setting
from ui.draft import Runner

ONE_AT_A_TIME = "questions one at a time"
"""The private setting that says whether a set shows one question at a time, or all of them."""


class Store(Protocol):
    """Where private settings are kept, on the vault's thread."""

    def setting(self, name: str, default: object = None) -> object: ...
    def set_setting(self, name: str, value: object) -> None: ...


@dataclass(frozen=True, slots=True)
class Known:
    """*sets* are what the writer wants to see, *shipped* all that came with the program."""

    sets: tuple[PromptSet, ...]
    shipped: tuple[PromptSet, ...]
    own: OwnQuestions
    one_at_a_time: bool


class QuestionSets(QObject):
    """Reads and writes on the vault's thread; tells on the screen's, also after an act was taken back."""

    _came = Signal(object)

    def __init__(self, tasks: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._store: Store | None = None
        self._known: Known | None = None
        self._wanted = False
        self._listeners: list[Callable[[Known], None]] = []
        # An act and its undo run on the vault's thread: what they tell comes round the queue to this one.
        self._came.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def begin(self, store: Store) -> None:
        """Keep them there from now on."""
        self._store = store

    def tell(self, listener: Callable[[Known], None]) -> None:
        """Let *listener* know of the sets, now if they are known, and whenever they change."""
        self._listeners.append(listener)
        if self._known is not None:
            listener(self._known)

    def want(self, failed: Callable[[Exception], None]) -> None:
        """Read them, unless they are known or about to be."""
        if not self._wanted:
            self._wanted = True
            self._tasks.run(self._read, done=self._arrived, failed=partial(self._not_read, failed))

    def edit(
        self,
        label: str,
        edit: Callable[[OwnQuestions], OwnQuestions],
        *,
        done: Callable[[Change], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Change what the writer makes of the sets: an act that can be taken back."""

        def work() -> Change:
            before = self._own()
            after = edit(before)
            return Change(label=label) if after == before else self._keep(label, before, after)

        self._tasks.run(work, done=done, failed=failed)

    def show_one_at_a_time(self, one: bool, failed: Callable[[Exception], None]) -> None:
        """Remember how the writer likes the questions."""

        def work() -> Known:
            if self._store is not None:
                self._store.set_setting(ONE_AT_A_TIME, one)
            return self._read()

        self._tasks.run(work, done=self._arrived, failed=failed)

    # On the vault's thread

    def _own(self) -> OwnQuestions:
        return from_setting(self._store.setting(SETTING) if self._store is not None else None)

    def _read(self) -> Known:
        own, shipped = self._own(), prompt_sets()
        one = self._store.setting(ONE_AT_A_TIME, True) if self._store is not None else True
        return Known(merged(shipped, own), shipped, own, one_at_a_time=one is not False)

    def _keep(self, label: str, before: OwnQuestions, after: OwnQuestions) -> Change:
        if self._store is not None:
            self._store.set_setting(SETTING, to_setting(after))
        self._came.emit(self._read())
        return Change(label=label, undo=partial(self._take_back, label, after, before))

    def _take_back(self, label: str, done: OwnQuestions, before: OwnQuestions) -> Change:
        now = self._own()
        return self._keep(label, now, taken_back(now, done, before))

    # On the screen's

    @Slot(object)
    def _arrived(self, known: Known) -> None:
        self._known = known
        for listener in self._listeners:
            listener(known)

    def _not_read(self, failed: Callable[[Exception], None], error: Exception) -> None:
        self._wanted = False
        failed(error)
