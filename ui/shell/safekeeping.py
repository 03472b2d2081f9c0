"""Backups that nobody has to think of: when the writer rests, and when the vault is closed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.shelf import Shelf
from ui.shell.contract import Runner


class Safekeeping:
    """Whether one is due the vault says. *problem* is told of one that could not be made; while the vault is
    *closing* none is begun any more but the last.
    """

    def __init__(
        self,
        tasks: Runner,
        shelf: Shelf,
        problem: Callable[[Exception], None],
        closing: Callable[[], bool],
    ) -> None:
        self._closing = closing
        self._tasks = tasks
        self._shelf = shelf
        self._problem = problem
        self._refused = False

    def rested(self) -> None:
        """The writer has paused after a change."""
        if not self._refused and not self._closing():
            self._tasks.run(self._make_if_due, done=self._made, failed=self._failed)

    def closing(self, leaving: bool) -> None:
        """On the vault's thread, under the cover: what fails here is tried again in the next sitting."""
        with contextlib.suppress(MentorJournalError):
            self._make_if_due(closing=leaving)

    def _make_if_due(self, *, closing: bool = False) -> None:
        with contextlib.suppress(MentorJournalError):
            self._shelf.rest()  # the cards say how far each journal has come
        if self._shelf.vault.backup_is_due(datetime.now().astimezone(), closing=closing):
            self._shelf.back_up()

    def _made(self, _: None) -> None:
        self._refused = False

    def _failed(self, error: Exception) -> None:
        self._refused = True  # said once, not after every pause; closing tries again
        self._problem(error)
