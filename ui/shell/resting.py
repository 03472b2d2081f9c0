"""What is brought up to date while the writer pauses: word indexes and cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalCard
from ui.shell.contract import Runner


class Resting:
    """One rest at a time; *rested* gets the cards as they are after it."""

    def __init__(
        self,
        tasks: Runner,
        shelf: Shelf,
        *,
        rested: Callable[[Sequence[JournalCard]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._tasks = tasks
        self._shelf = shelf
        self._tell_rested = rested
        self._tell_failed = failed
        self._under_way = False

    def rest(self) -> None:
        if not self._under_way:
            self._under_way = True
            self._tasks.run(self._work, done=self._rested, failed=self._failed)

    def _work(self) -> list[JournalCard]:
        self._shelf.rest()
        return self._shelf.cards()

    def _rested(self, cards: list[JournalCard]) -> None:
        self._under_way = False
        self._tell_rested(cards)

    def _failed(self, error: Exception) -> None:
        self._under_way = False
        self._tell_failed(error)
