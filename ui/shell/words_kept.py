"""Words that were typed into a sheet and kept nowhere yet, over a lock. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Sheet(Protocol):
    def typed(self) -> str: ...
    def show_typed(self, words: str) -> None: ...
    def is_open(self) -> bool: ...
    def chosen(self) -> dict[str, object]: ...
    def choose_again(self, place: dict[str, object]) -> None: ...


class WordsKept:
    """Driven as a page of the journal that is open: what stands on the sheet is part of the place."""

    def __init__(self, sheet: Sheet, open: Callable[[], None]) -> None:
        self._sheet = sheet
        self._open_again = open
        self._restored = False

    def open(self, journal: object) -> None:
        """The words are of no journal."""

    def flush(self) -> None:
        """Nothing is kept before the writer says so."""

    def close(self) -> None:
        """The words stay while journals come and go."""

    def place(self) -> dict[str, object]:
        words = self._sheet.typed()
        return {"words": words, "open": self._sheet.is_open(), **self._sheet.chosen()} if words else {}

    def restore(self, place: dict[str, object]) -> None:
        """Only what an earlier sitting left, from the journal that comes first: it was in front then."""
        words = place.get("words")
        if not self._restored and isinstance(words, str) and not self._sheet.typed():
            self._sheet.show_typed(words)
            if place.get("open") is True:
                self._open_again()
                self._sheet.choose_again(place)
        self._restored = True

    def refresh(self, change: object) -> None:
        """No change touches the sheet."""
