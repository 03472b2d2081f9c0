"""The discreet view: one key hides names and private words, and the vault remembers the choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from mentorjournal.guidance.discreet import Names, names_of
from mentorjournal.model.relationship import Relationship
from ui.shell.contract import Runner
from ui.theme.veil import FindNames

SETTING = "discreet view"
"""The private setting that says whether the view is discreet; sealed inside the vault."""


class Shelf(Protocol):
    """The vault, on its own thread."""

    def relationships(self) -> Iterator[Relationship]: ...
    def setting(self, name: str, default: object = None) -> object: ...
    def set_setting(self, name: str, value: object) -> None: ...


class Veil(Protocol):
    @property
    def drawn(self) -> bool: ...
    def draw(self, find: FindNames | None = None) -> None: ...
    def lift(self) -> None: ...


class Problems(Protocol):
    def problem(self, error: Exception) -> None: ...


@dataclass(frozen=True, slots=True)
class _Known:
    wanted: bool
    names: Names


class Discreet:
    """Hides at once, all that a person may have written; what is no name and not private comes back when the
    names are known. Where they cannot be read, everything stays hidden.
    """

    def __init__(self, veil: Veil, tasks: Runner, shelf: Shelf, problems: Problems) -> None:
        self._veil = veil
        self._tasks = tasks
        self._shelf = shelf
        self._problems = problems
        self._names: Names | None = None
        self._turn = 0

    def begin(self) -> None:
        """Take up what was chosen before the vault was locked: asked first, it is answered before any page
        has something to show.
        """
        turn = self._turn

        def begun(known: _Known) -> None:
            if known.wanted and turn == self._turn:
                self._draw(known.names)

        self._tasks.run(self._read, done=begun, failed=self._problems.problem)

    def toggle(self) -> None:
        self._turn += 1
        turn, wanted = self._turn, not self._veil.drawn
        self._names = None
        if wanted:
            self._veil.draw(None)
        else:
            self._veil.lift()

        def work() -> _Known:
            self._shelf.set_setting(SETTING, wanted)
            return self._read()

        def done(known: _Known) -> None:
            if wanted and turn == self._turn:
                self._draw(known.names)

        self._tasks.run(work, done=done, failed=self._problems.problem)

    def look_again(self) -> None:
        """A name may have come or changed."""
        if not self._veil.drawn:
            return
        turn = self._turn

        def done(known: _Known) -> None:
            if turn == self._turn:
                self._draw(known.names)

        self._tasks.run(self._read, done=done, failed=self._problems.problem)

    def _read(self) -> _Known:
        wanted = self._shelf.setting(SETTING, False) is True
        return _Known(wanted, names_of(self._shelf.relationships() if wanted else ()))

    def _draw(self, names: Names) -> None:
        if self._names is None or names.patterns != self._names.patterns:
            self._names = names
            self._veil.draw(names.spans)
