"""What the Actions pages read, of one journal or of all: the open actions whole, the closed ones a few at a
time. Runs on the vault's thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from mentorjournal.errors import NotFound
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.action import Action
from mentorjournal.model.card import JournalId
from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind, Role
from ui.pages.actions.contract import Listed, OpenJournal, Side

MOST_SESSIONS = 12
"""How many of the newest sessions an action can be said to have come from."""


@dataclass(frozen=True, slots=True)
class Wish:
    """*closed* is how many closed actions are wanted; *find* must be among them if it is a closed one."""

    side: Side
    closed: int
    find: EntryId | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Read:
    open: tuple[Listed, ...]
    closed: tuple[Listed, ...]
    closed_count: int


class Source(Protocol):
    def read(self, wish: Wish) -> Read: ...
    def find(self, id: EntryId, journal: JournalId | None) -> Listed | None: ...
    def journal(self, listed: Listed) -> Journal: ...


class OneJournal:
    def __init__(self, opened: OpenJournal) -> None:
        self._journal = opened.journal
        self._role = opened.relationship.my_role

    def read(self, wish: Wish) -> Read:
        return _of(self._journal, self._role, wish)

    def find(self, id: EntryId, journal: JournalId | None = None) -> Listed | None:
        """One action, in whatever row it stands; None when it is gone."""
        return _find(self._journal, self._role, id)

    def journal(self, listed: Listed) -> Journal:
        return self._journal


class AllJournals:
    """Every journal that is not closed."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def read(self, wish: Wish) -> Read:
        opened: list[Listed] = []
        closed: list[Listed] = []
        count = 0
        for id, codename, found in self._each(wish):
            opened.extend(replace(one, journal=id, codename=codename) for one in found.open)
            closed.extend(replace(one, journal=id, codename=codename) for one in found.closed)
            count += found.closed_count
        closed.sort(key=_closed_on, reverse=True)
        return Read(tuple(opened), tuple(closed[: wish.closed]), count)

    def find(self, id: EntryId, journal: JournalId | None) -> Listed | None:
        """One action of *journal*; None when it, or the journal, is gone."""
        for card in self._shelf.cards():
            if card.id == journal:
                found = _find(self._shelf.open(card.id).journal, card.role, id)
                return replace(found, journal=card.id, codename=card.codename) if found else None
        return None

    def journal(self, listed: Listed) -> Journal:
        """The journal in which something is to be changed; it stays open, so that its card follows."""
        if listed.journal is None:
            raise NotFound
        return self._shelf.open(listed.journal).journal

    def _each(self, wish: Wish) -> Iterator[tuple[JournalId, str, Read]]:
        for card, journal in self._shelf.journals():
            yield card.id, card.codename, _of(journal, card.role, wish)


def links_for(journal: Journal, action: Action) -> tuple[list[TimelineRow], list[TimelineRow]]:
    """The sessions and goals that the action may be said to come from: the newest, those worked on, and the
    ones it has.
    """
    sessions = journal.timeline(kinds=[EntryKind.SESSION], limit=MOST_SESSIONS)
    active = [goal.id for goal in journal.goals.all() if goal.status.is_active]
    return _with(journal, sessions, action.session_id), _with(
        journal, journal.rows_of(active), action.goal_id
    )


def _find(journal: Journal, role: Role, id: EntryId) -> Listed | None:
    try:
        action = journal.actions.get(id)
    except NotFound:
        return None
    return next(_listed(journal, role, [action]))


def _of(journal: Journal, role: Role, wish: Wish) -> Read:
    door = journal.actions
    opened, count = door.still_open(), door.count_closed(wish.side.owners)
    closed = door.closed(wish.side.owners, wish.closed) if wish.closed else []
    sought = wish.find is not None and all(one.id != wish.find for one in (*opened, *closed))
    if sought and journal.rows_of([wish.find]):  # type: ignore[list-item]  # sought says that it is one
        closed = door.closed(wish.side.owners, count)
    return Read(tuple(_listed(journal, role, opened)), tuple(_listed(journal, role, closed)), count)


def _listed(journal: Journal, role: Role, actions: Sequence[Action]) -> Iterator[Listed]:
    linked = {id for one in actions for id in (one.session_id, one.goal_id) if id is not None}
    rows = {row.id: row for row in journal.rows_of(sorted(linked))}
    for action in actions:
        session, goal = action.session_id, action.goal_id
        yield Listed(
            action=action,
            role=role,
            session=rows.get(session) if session else None,
            goal=rows.get(goal) if goal else None,
        )


def _with(journal: Journal, rows: list[TimelineRow], id: EntryId | None) -> list[TimelineRow]:
    if id is None or any(row.id == id for row in rows):
        return rows
    return [*rows, *journal.rows_of([id])]


def _closed_on(listed: Listed) -> date:
    return listed.action.closed_on or listed.action.day
