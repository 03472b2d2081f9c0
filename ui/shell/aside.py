"""What opens beside the pages of a journal: kinds of entries, wishes that pages have by name, and whose
earlier versions are meant on which side page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mentorjournal.model.card import JournalId
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind

OF_THE_VAULT = JournalId("")
"""Stands where a journal is named for acts that belong to none."""

Entry = tuple[EntryKind, EntryId]


@dataclass(frozen=True, slots=True)
class Lying:
    """What lies open on a side page, and the way back to that page as it was left."""

    entry: Callable[[], Entry | None]
    again: Callable[[], None]


@dataclass(frozen=True, slots=True)
class WayBack:
    """How a side page comes to the front again after a lock: *come_back* shows what *place* said it showed.
    What a page of a journal says in its own place is laid back before.
    """

    come_back: Callable[[dict[str, object]], object]
    place: Callable[[], dict[str, object]] = dict


def by_showing(show: Callable[[], object]) -> WayBack:
    """The way back to a page that lies as it was left whenever it is shown."""
    return WayBack(lambda place: show())


def _nothing(front: dict[str, object]) -> None:
    """Nobody is there to bring a page back."""


class Aside:
    """Filled by the sitting, which knows the side pages; asked by the desk and by pages."""

    def __init__(self) -> None:
        self.shows: dict[EntryKind, Callable[[EntryId], None]] = {}
        self.grants: dict[str, Callable[[], None]] = {}
        self.lying: dict[str, Lying] = {}
        """By the name of the side page; of what lies open there, earlier versions can be asked for."""
        self.look_up: Callable[[Entry], None] | None = None
        """Shows the earlier versions of one entry."""
        self.ways_back: dict[str, WayBack] = {}
        self.begun: Callable[[dict[str, object]], None] = _nothing
        """Called with what was in front when the vault was locked, once its journal is open again."""
        self.vault_pages: set[str] = set()
        """Pages whose acts belong to no journal: while one is in front, Undo means those acts alone."""

    def opened(self, kind: EntryKind, id: EntryId) -> bool:
        """Open the entry, if entries of its kind open beside the pages."""
        show = self.shows.get(kind)
        if show is not None:
            show(id)
        return show is not None

    def wish(self, name: str) -> bool:
        """Do what a page wishes for; a wish that nobody grants stays one. Returns whether it was granted."""
        act = self.grants.get(name)
        if act is not None:
            act()
        return act is not None
