"""What a group of pages beside those of a journal is given, and what it has to offer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from mentorjournal.journal.shelf import Shelf
from ui.shell.commands import Command
from ui.shell.desk import Desk
from ui.shell.desk_view import DeskView
from ui.shell.dialogs import Dialogs
from ui.shell.locking import CountingTasks
from ui.shell.page_outside import PageOutside
from ui.theme.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """What a group of pages stands on. *leave* lets whatever side page is in front go, and *back* does what
    Escape does.
    """

    theme: Theme
    tasks: CountingTasks
    view: DeskView
    desk: Desk
    shelf: Shelf
    dialogs: Dialogs
    leave: Callable[[], object]
    back: Callable[[], None]

    def outside(self, name: str) -> PageOutside:
        """The desk as the page of this name sees it."""
        outside = PageOutside(name)
        outside.bind(self.desk)
        return outside


class Beside(Protocol):
    """A group of pages, each built when it is first wanted. *names* are the pages' names in the view."""

    names: tuple[str, ...]

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        """What can be called by name or key."""
        ...

    def gone(self, page: str) -> None:
        """One of its pages has gone from the front, however it went."""
        ...
