"""Acts and questions on the vault's thread, after what stands on the screen was written. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from ui.pages.agreement.contract import Outside, Runner

T = TypeVar("T")


class Acting:
    """*write* puts down what stands on the screen, *acted* takes note of a change and *failed* of one that
    came to nothing. What comes after the journal was closed is dropped.
    """

    def __init__(
        self,
        tasks: Runner,
        outside: Outside,
        *,
        write: Callable[[], None],
        acted: Callable[[Change, Callable[[], None] | None], None],
        failed: Callable[[], None],
    ) -> None:
        self._tasks = tasks
        self._outside = outside
        self._write, self._acted, self._came_to_nothing = write, acted, failed
        self._journal: Journal | None = None
        self._turn = 0
        self._under_way = False

    def begin(self, journal: Journal) -> None:
        self._journal = journal

    def close(self) -> None:
        self._turn += 1
        self._journal = None
        self._under_way = False

    def act(
        self,
        work: Callable[[Journal], Change],
        *,
        done: Callable[[], None] | None = None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Do *work*; only one at a time, for a second press means the first."""
        if not self._under_way and self._journal is not None:
            self._under_way = True
            self.fetch(work, partial(self._done, done), partial(self._failed, refused))

    def fetch(
        self,
        work: Callable[[Journal], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Have *work* done and *done* told."""
        if self._journal is None:
            return
        self._write()
        self._tasks.run(
            partial(work, self._journal),
            done=partial(self._here, self._turn, done),
            failed=partial(self._here, self._turn, failed or self._outside.problem),
        )

    def _here(self, turn: int, answer: Callable[[T], None], result: T) -> None:
        if turn == self._turn:
            answer(result)

    def _done(self, then: Callable[[], None] | None, change: Change) -> None:
        self._under_way = False
        self._acted(change, then)

    def _failed(self, refused: Callable[[str], None] | None, error: Exception) -> None:
        self._under_way = False
        if refused is not None and isinstance(error, InvalidInput):
            refused(str(error))
            return
        self._outside.problem(error)
        self._came_to_nothing()
