"""A new passphrase, typed twice and judged while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")

WEAK_BELOW = 2


class Strength(Protocol):
    @property
    def score(self) -> int: ...
    @property
    def advice(self) -> tuple[str, ...]: ...


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class StrengthView(Protocol):
    def show_strength(self, score: int | None, advice: str) -> None: ...


class StrengthMeter:
    """Ask the core how strong the newest passphrase is; an answer about an older one is dropped."""

    def __init__(self, view: StrengthView, tasks: Runner, estimate: Callable[[str], Strength]) -> None:
        self._view = view
        self._tasks = tasks
        self._estimate = estimate
        self._asked = 0
        self._stopped = False

    def stop(self) -> None:
        """The view is going: an answer that is still on its way is for nobody."""
        self._stopped = True

    def judge(self, passphrase: str) -> None:
        self._asked += 1
        if not passphrase:
            self._view.show_strength(None, "")
            return
        asked = self._asked

        def show(found: Strength) -> None:
            if asked == self._asked and not self._stopped:
                self._view.show_strength(found.score, " ".join(found.advice))

        self._tasks.run(lambda: self._estimate(passphrase), done=show, failed=self._unknown)

    def _unknown(self, error: Exception) -> None:
        if not self._stopped:
            self._view.show_strength(None, "")


def what_is_missing(first: str, again: str) -> str:
    """Why these two fields are not yet a passphrase: ``empty``, ``again`` or ``differ``; or nothing."""
    if not first:
        return "empty"
    if not again:
        return "again"
    return "" if first == again else "differ"
