"""The page about safety: one text that comes with the program, the same for everybody."""

from __future__ import annotations

from typing import Protocol

from mentorjournal.model.blocks import Document
from mentorjournal.model.change import Change
from mentorjournal.model.words import Role
from mentorjournal.primers import safety


class SafetyView(Protocol):
    def show_text(self, title: str, text: Document) -> None: ...
    def focus_text(self) -> None: ...


class SafetyPresenter:
    """Needs no journal and no vault."""

    def __init__(self, view: SafetyView) -> None:
        self._view = view
        self._shown = False

    def show(self) -> None:
        """Show the text where it was left, or from its beginning."""
        if not self._shown:
            told = safety()
            self._view.show_text(told.title, told.text(Role.MENTEE))  # no passage is for one role alone
            self._shown = True
        self._view.focus_text()

    # What every page does

    def open(self, journal: object) -> None:
        """No journal changes what is said here."""

    def flush(self) -> None:
        """Nothing is written here."""

    def close(self) -> None:
        """Nothing here belongs to the journal that is left."""

    def place(self) -> dict[str, object]:
        return {}

    def restore(self, place: dict[str, object]) -> None:
        """It begins at the top."""

    def refresh(self, change: Change) -> None:
        """No change touches it."""
