"""Tell of a vault that was put back whole, older than it was when it was last used on this machine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.clock import Clock
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.seen import Seen, older_than, remember
from ui.shell.contract import Runner
from ui.shell.settings_file import Settings


class Kept(Protocol):
    @property
    def value(self) -> Settings: ...

    def change(self, edit: Callable[[Settings], Settings]) -> None: ...


class OlderVault(QObject):
    """Compares when a vault was opened, and remembers then and when it is closed. An older copy is told of
    each time until somebody keeps it, or it has come further than the newer one had.
    """

    def __init__(
        self,
        tasks: Runner,
        shelf: Shelf,
        kept: Kept,
        tell: Callable[[date], None],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._shelf = shelf
        self._kept = kept
        self._tell = tell
        self._clock = clock
        self._last: Seen | None = None
        self._told = False

    def begin(self) -> None:
        self._tasks.run(self._look, done=self._looked, failed=self._not_looked)

    def closing(self) -> None:
        """On the vault's thread, before it is closed: how far it has come."""
        self._last = self._look()

    def remember(self) -> None:
        """Keep how far it has come, unless an older copy stands there that nobody wanted so far."""
        if self._last is not None and not self._told and not self._shelf.vault.read_only:
            last = self._last
            self._kept.change(lambda now: now._replace(seen=remember(last, now.seen)))

    @Slot()
    def keep_this_one(self) -> None:
        self._told = False
        self.remember()

    def _look(self) -> Seen:
        return self._shelf.vault.seen(self._clock().date())

    def _looked(self, now: Seen) -> None:
        before = older_than(now, self._kept.value.seen)
        self._last = now
        # A key file that is older by itself has a sentence of its own.
        self._told = before is not None and Notice.KEY_FILE_OLDER not in self._shelf.vault.notices
        if before is not None and self._told:
            self._tell(before.day)
        else:
            self.remember()

    def _not_looked(self, error: Exception) -> None:
        """What is wrong with the index shows where it is needed."""
