"""Notes from elsewhere into the open journal: chosen, read whole, kept all or none. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mentorjournal.exchange.incoming import Incoming, keep
from mentorjournal.exchange.jrnl import read_export
from mentorjournal.exchange.markdown_folder import read_folder
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.change import Change
from ui.shell.contract import Runner


class Desk(Protocol):
    @property
    def journal(self) -> OpenJournal | None: ...
    def brought_in(self, journal: OpenJournal, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...


class BringIn:
    """What the commands “Import …” do."""

    def __init__(self, tasks: Runner, desk: Desk) -> None:
        self._tasks = tasks
        self._desk = desk

    def folder(self, chosen: Path | None) -> None:
        """Bring in a folder of Markdown notes; None is a dialog that was left."""
        if chosen is not None:
            self._bring(lambda: read_folder(chosen))

    def jrnl(self, chosen: Path | None) -> None:
        """Bring in what “jrnl --export json” wrote."""
        if chosen is not None:
            self._bring(lambda: read_export(chosen))

    def _bring(self, read: Callable[[], list[Incoming]]) -> None:
        journal = self._desk.journal
        if journal is None:
            return

        def done(change: Change) -> None:
            self._desk.brought_in(journal, change)

        self._tasks.run(lambda: keep(journal.journal, read()), done=done, failed=self._desk.problem)
