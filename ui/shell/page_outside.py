"""The desk as one page sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.shell.desk import Desk


class PageOutside:
    """The desk as one page sees it: its changes carry its name, so it is not told its own news."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._desk: Desk | None = None

    def bind(self, desk: Desk) -> None:
        self._desk = desk

    def changed(self, change: Change) -> None:
        if self._desk is not None:
            self._desk.changed(change, self._name)

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        if self._desk is not None:
            self._desk.problem(error, retry)

    def show_entry(self, kind: EntryKind, id: EntryId) -> None:
        if self._desk is not None:
            self._desk.show_entry(kind, id)

    def rate(self) -> None:
        if self._desk is not None:
            self._desk.aside.wish("rate")

    def show_versions(self) -> None:
        if self._desk is not None:
            self._desk.aside.wish("versions")

    def show_versions_of(self, kind: EntryKind, id: EntryId) -> None:
        """Show how an entry read before that is one among others on its page."""
        if self._desk is not None and self._desk.aside.look_up is not None:
            self._desk.aside.look_up((kind, id))

    def wish(self, name: str) -> bool:
        """Wish for something by name; whether somebody grants it."""
        return self._desk is not None and self._desk.aside.wish(name)

    def choose_save_path(self, suggested: str) -> Path | None:
        return self._desk.choose_save_path(suggested) if self._desk is not None else None

    def choose_file(self, title: str, kinds: str) -> Path | None:
        return self._desk.choose_file(title, kinds) if self._desk is not None else None
