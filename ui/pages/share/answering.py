"""The answers to what was found, one by one or all at once, and the way back from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mentorjournal.checks.remedies import Remedy
from mentorjournal.guidance.people import known_of
from mentorjournal.journal.journal import Journal
from mentorjournal.sharing.checking import Flag, answer, redacted
from mentorjournal.sharing.offer import Chosen, Offer
from ui.pages.share.contract import Outside, Runner


class Answering:
    """*choose* is told what is chosen now, and *chosen* says what is by then."""

    def __init__(
        self,
        tasks: Runner,
        outside: Outside,
        choose: Callable[[Chosen], None],
        chosen: Callable[[], Chosen | None],
    ) -> None:
        self._tasks = tasks
        self._outside = outside
        self._choose = choose
        self._chosen = chosen
        self._before: list[Chosen] = []

    @property
    def can_take_back(self) -> bool:
        return bool(self._before)

    def forget(self) -> None:
        """Another reader or journal: there is no way back from here."""
        self._before = []

    def answer(self, offer: Offer, flag: Flag, remedy: Remedy) -> None:
        if (chosen := self._chosen()) is not None:
            self._take(chosen, answer(offer, chosen, flag, remedy))

    def use_roles(self, journal: Journal, offer: Offer) -> None:
        """A role in place of everything that was found, initials where none fits, nothing where neither."""
        chosen = self._chosen()
        if chosen is None:
            return

        def done(result: Chosen) -> None:
            # Whoever went on choosing meanwhile goes before.
            if self._chosen() is chosen:
                self._take(chosen, result)

        self._tasks.run(
            lambda: redacted(offer, chosen, known_of(journal)), done=done, failed=self._outside.problem
        )

    def look_again(self) -> None:
        """Show what was kept as it is once more."""
        if (chosen := self._chosen()) is not None:
            self._take(chosen, replace(chosen, kept=frozenset()))

    def take_back(self) -> None:
        """Undo the latest answer; what was ticked or written since then goes with it."""
        if self._before:
            self._choose(self._before.pop())

    def _take(self, before: Chosen, now: Chosen) -> None:
        self._before.append(before)
        self._choose(now)
