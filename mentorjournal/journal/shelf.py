"""The journals of one unlocked vault: which there are, which are open, and a search over all of them."""

from __future__ import annotations

import contextlib
import heapq
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from mentorjournal.errors import CodenameTaken, DamagedOrForeign, DiskFull, MentorJournalError, NoSuchJournal
from mentorjournal.files import open_files_allowed
from mentorjournal.journal.about import clean_relationship
from mentorjournal.journal.cards import card_of, row_of
from mentorjournal.journal.destroying import record_of, record_of_damaged
from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.journal.ledger import Ledger
from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.closure import Closure, DestructionRecord
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.query import Query
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.timeline import Hit, Place
from mentorjournal.model.words import RelationshipStatus, Role
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.index import Card, codename_key
from mentorjournal.vault.backups import BackedUp
from mentorjournal.vault.destruction import gone, under_way
from mentorjournal.vault.vault import Vault

MOST_VISITED = 512
"""Journals kept open besides those in use, so that searching as one types opens each only once. Each costs a
file descriptor and some 200 KB; the system's own limit on open files may allow fewer.
"""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OpenJournal:
    id: JournalId
    journal: Journal
    relationship: Relationship
    card: JournalCard

    def __repr__(self) -> str:
        return f"OpenJournal({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Found:
    """A hit and the journal it stands in."""

    journal: JournalId
    codename: str
    hit: Hit

    def __repr__(self) -> str:
        return f"Found({self.hit.id})"


class Shelf:
    """Lives on the vault's thread. Raises what the vault and the journals raise."""

    def __init__(self, vault: Vault, *, clock: Clock = system_clock) -> None:
        self.vault = vault
        self._clock = clock
        self._held: dict[JournalId, Journal] = {}
        self._visited: OrderedDict[JournalId, Journal] = OrderedDict()
        self._most_visited = min(MOST_VISITED, open_files_allowed() // 2)
        self._closing = False
        self._seen: dict[JournalId, int] = {}
        self.ledger = Ledger(vault.index)

    # Which there are

    def cards(self) -> list[JournalCard]:
        """Every journal's card, by codename, closed ones last; cards that lag behind are brought up to date
        first. A journal that cannot be opened keeps the card it had.
        """
        cards = []
        for row in self._rows():
            if row.unknown or (row.dirty and row.id not in self._held):
                try:
                    cards.append(self.refresh(JournalId(row.id)))
                    continue
                except DiskFull:  # looking needs no room
                    cards.append(card_of(self._card(JournalId(row.id))))
                    continue
                except DamagedOrForeign:
                    if row.unknown:
                        continue
            cards.append(card_of(row))
        closed = RelationshipStatus.CLOSED
        return sorted(cards, key=lambda c: (c.status is closed, codename_key(c.codename)))

    def named(self, codename: str) -> OpenJournal:
        """The journal with this codename, however it is spelt in upper and lower case."""
        return self.open(self.card_named(codename).id)

    def card_named(self, codename: str) -> JournalCard:
        """Its card alone, which is there when its file does not open any more. Raises NoSuchJournal."""
        for card in self.cards():
            if codename_key(card.codename) == codename_key(codename):
                return card
        raise NoSuchJournal(codename)

    def add(self, relationship: Relationship) -> OpenJournal:
        """Begin a journal. Raises CodenameTaken, InvalidInput, and what a full or read-only disk raises;
        then nothing was begun.
        """
        value = clean_relationship(relationship)
        self._refuse_taken(value.codename, None)

        def prepare(db: Connection) -> None:
            Journal(db, clock=self._clock).describe(value)

        id = self.vault.create_journal(prepare)
        try:
            self.refresh(id)
            return self.open(id)
        except BaseException:
            self._let_go(id)
            self.vault.drop_journal(id)
            raise

    def describe(self, id: JournalId, relationship: Relationship) -> OpenJournal:
        """Change what a journal says of its relationship. Raises CodenameTaken and InvalidInput."""
        self.redescribe(id, relationship)
        return self.open(id)

    def redescribe(self, id: JournalId, relationship: Relationship) -> Change:
        """The same as `describe`, for who wants to take it back. A codename that was given to another journal
        meanwhile cannot come back: that raises CodenameTaken, and all stays as it is.
        """
        self._refuse_taken(relationship.codename, id)
        return self._carded(id, self._journal(id).describe(relationship))

    def take_step(self, id: JournalId, step: Step, about: Relationship) -> tuple[Change, ...]:
        """Take a step in the life of a relationship, which is *about* by now; where that is news, it is an
        act of its own before the step. Both are kept, or none. Raises CodenameTaken and InvalidInput, with
        the sentence that says what is missing.
        """
        self._refuse_taken(about.codename, id)
        journal, changes = self._journal(id), []
        with journal.together():
            if clean_relationship(about) != journal.relationship():
                changes.append(journal.describe(about))
            changes.append(journal.life.take(step))
        return tuple(self._carded(id, change) for change in changes)

    def close_relationship(self, id: JournalId, closure: Closure) -> Change:
        """End it: one step, at any time. Raises InvalidInput."""
        return self._carded(id, self._journal(id).life.close(closure))

    def _carded(self, id: JournalId, change: Change) -> Change:
        self.refresh(id)
        back = change.undo
        if back is None:
            return change

        def undo() -> Change:
            journal = self._journal(id)
            with journal.together():
                again = back()
                self._refuse_taken(journal.relationship().codename, id)
            return self._carded(id, again)

        return replace(change, undo=undo)

    def back_up(self) -> BackedUp:
        """Bring everything up to date and make a backup of the whole vault."""
        with contextlib.suppress(DamagedOrForeign):  # a damaged one does not stop it; it is named in the end
            self.rest()
        return self.vault.back_up(self._clock())

    def destroy(self, id: JournalId, *, keep_record: bool = True) -> DestructionRecord:
        """Destroy a journal in the vault and in its own backups, for good. A record without a name or a word
        of it is returned, and kept if that is wished. One that is damaged can be destroyed as well.

        Raises NoSuchJournal, OnHold, and what a full or read-only disk raises.
        """
        record = self._record(id)
        if keep_record:
            self.vault.index.put_destruction(id, record)  # first: the work may be ended by the next unlocking
        self._let_go(id)
        try:
            destroyed = self.vault.destroy_journal(id)
        except MentorJournalError:
            if keep_record and id not in gone(self.vault.index):  # it was not even begun
                with contextlib.suppress(MentorJournalError):
                    self.vault.index.remove_destruction(id)
            raise
        record = replace(record, backups=destroyed.backups, backups_removed=len(destroyed.removed))
        if keep_record:
            self.vault.index.put_destruction(id, record)
        self._seen.pop(id, None)
        return record

    def _record(self, id: JournalId) -> DestructionRecord:
        try:
            return record_of(self._journal(id), self._clock().date())
        except DamagedOrForeign:
            row = self.vault.index.card(id)
            if row is None or row.unknown:
                raise
            return record_of_damaged(card_of(row), self._clock().date())

    def destructions(self) -> dict[str, DestructionRecord]:
        """The records of destroyed journals that were kept, by their id, the newest first. Of a journal that
        is still there it says nothing yet: a record is written first.
        """
        there = self.vault.journal_ids()
        return {id: one for id, one in self.vault.index.destructions().items() if id not in there}

    def forget_destruction(self, id: str) -> Change:
        """Remove a record; only its record is left of that journal."""
        record = self.vault.index.destructions()[id]
        self.vault.index.remove_destruction(id)
        return Change(label="Delete record", undo=lambda: self._remember_destruction(id, record))

    def _remember_destruction(self, id: str, record: DestructionRecord) -> Change:
        self.vault.index.put_destruction(id, record)
        return Change(label="Delete record", undo=lambda: self.forget_destruction(id))

    def journals(self, *, asking_by: date | None = None) -> Iterator[tuple[JournalCard, Journal]]:
        """Every journal that is not closed, by codename, opened for a visit, and the closed ones that ask for
        something by the day *asking_by*; a damaged one is passed over.
        """
        for card in self.cards():
            asks = asking_by is not None and card.look_on is not None and card.look_on <= asking_by
            if asks or card.status is not RelationshipStatus.CLOSED:
                try:
                    yield card, self._journal(card.id)
                except DamagedOrForeign:
                    continue

    def relationships(self) -> Iterator[Relationship]:
        """What each journal says of its relationship, closed ones too; a damaged one is passed over."""
        for row in self.vault.index.cards():
            with contextlib.suppress(DamagedOrForeign):
                yield self._journal(JournalId(row.id)).relationship()

    def mentored(self) -> Iterator[tuple[JournalId, list[Session]]]:
        """The sessions of each journal kept as a mentor, without notes; a damaged one is passed over."""
        for card in self.cards():
            if card.role is Role.MENTOR:
                with contextlib.suppress(DamagedOrForeign):
                    yield card.id, self._journal(card.id).sessions.facts()

    # Opening

    def open(self, id: JournalId) -> OpenJournal:
        """The journal, opened to be kept open until the shelf closes. Raises the file's own error."""
        journal = self._journal(id)
        if id not in self._held:
            self._held[id] = self._visited.pop(id)
            with contextlib.suppress(DiskFull):  # reading needs no room
                self.vault.index.mark_dirty(id)  # a card may lag behind from here on; a crash leaves the note
        row = self.vault.index.card(id)
        card = self.refresh(id) if row is None or row.unknown else card_of(row)
        return OpenJournal(id=id, journal=journal, relationship=journal.relationship(), card=card)

    def is_older_than_remembered(self, id: JournalId) -> bool:
        """Whether the file has seen fewer changes than this vault remembers: an older copy was put back."""
        row = self.vault.index.card(id)
        return row is not None and not row.unknown and self._journal(id).generation() < row.generation

    def refresh(self, id: JournalId) -> JournalCard:
        """Bring the journal's card up to date and return it."""
        row = self._card(id)
        if self.vault.index.card(id) != row:
            # Two bear one name where a creation was refused, could not be taken back, and was tried again.
            # Both are shown, and this card waits until one of them is called otherwise.
            with contextlib.suppress(CodenameTaken):
                self.vault.index.put_card(row)
        self._seen[id] = row.generation
        return card_of(row)

    def _card(self, id: JournalId) -> Card:
        return row_of(id, self._journal(id), dirty=id in self._held and not self._closing)

    # Searching

    def find(self, query: Query, *, limit: int = 50) -> Iterator[list[Found]]:
        """The newest *limit* hits over all journals. A first answer comes as soon as one journal has any, and
        the last one is whole. Words that stand nowhere are looked for as parts of words. A journal that is
        damaged is passed over.
        """
        found = False
        for answer in self._find(query, limit, by_parts=False):
            found = found or bool(answer)
            yield answer
        if not found and not query.is_empty:
            yield from self._find(query, limit, by_parts=True)

    def _find(self, query: Query, limit: int, *, by_parts: bool) -> Iterator[list[Found]]:
        best: list[tuple[int, JournalId]] = []
        names: dict[JournalId, str] = {}
        told: list[tuple[int, JournalId]] = []
        for card in self._most_recent_first(query):
            id = JournalId(card.id)
            try:
                places = self._journal(id).find_places(query, limit, by_parts=by_parts)
            except DamagedOrForeign:
                continue
            if not places or (len(best) == limit and places[0] <= best[-1][0]):
                continue
            names[id] = card.codename
            best = heapq.nlargest(limit, chain(best, ((place, id) for place in places)))
            if not told:
                told = best
                yield self._show(best, names, query, by_parts)
        if best != told or not told:
            yield self._show(best, names, query, by_parts)

    # Keeping

    def setting(self, name: str, default: object = None) -> object:
        """A private setting, kept inside the vault."""
        return self.vault.index.setting(name, default)

    def set_setting(self, name: str, value: object) -> None:
        self.vault.index.put_setting(name, value)

    def rest(self) -> None:
        """Bring word indexes and cards up to date; called when the writer pauses."""
        for id, journal in self._held.items():
            journal.rest()
            if self._seen.get(id) != journal.generation():
                self.refresh(id)

    def close(self) -> None:
        """Bring everything up to date, where the disk lets us, and close every file and the vault."""
        self._closing = True
        try:
            for id, journal in self._held.items():
                # What was written is on the disk already, and the card keeps its note that it lags behind.
                with contextlib.suppress(MentorJournalError):
                    journal.rest()
                    self.refresh(id)
        finally:
            for journal in (*self._held.values(), *self._visited.values()):
                journal.close()
            self._held.clear()
            self._visited.clear()
            self.vault.close()

    def _journal(self, id: JournalId) -> Journal:
        """The open journal, or the journal opened for a visit: the oldest visits are closed again."""
        if id in self._held:
            return self._held[id]
        journal = self._visited.get(id)
        if journal is None:
            while len(self._visited) >= self._most_visited:
                self._visited.popitem(last=False)[1].close()
            journal = Journal(self.vault.open_journal(id, newest=NEWEST_SCHEMA), clock=self._clock)
            self._visited[id] = journal
        self._visited.move_to_end(id)
        return journal

    def _let_go(self, id: JournalId) -> None:
        for held in (self._held, self._visited):
            if (journal := held.pop(id, None)) is not None:
                journal.close()

    def _rows(self) -> list[Card]:
        """The cards besides those of journals whose destruction has begun and waits to be ended."""
        going = under_way(self.vault.index)
        return [card for card in self.vault.index.cards() if card.id not in going]

    def _most_recent_first(self, query: Query) -> list[Card]:
        wanted = codename_key(query.codename)
        cards = [c for c in self._rows() if not wanted or codename_key(c.codename) == wanted]
        return sorted(cards, key=lambda c: c.last_entry_on or date.min, reverse=True)

    def _show(
        self, best: list[tuple[int, JournalId]], names: dict[JournalId, str], query: Query, by_parts: bool
    ) -> list[Found]:
        places: defaultdict[JournalId, list[Place]] = defaultdict(list)
        for place, id in best:
            places[id].append(Place(place))
        found = [
            Found(journal=id, codename=names[id], hit=hit)
            for id, standing in places.items()
            for hit in self._journal(id).hits(query, standing, by_parts=by_parts)
        ]
        return sorted(found, key=lambda f: f.hit.place, reverse=True)

    def _refuse_taken(self, codename: str, own: JournalId | None) -> None:
        for card in self.vault.index.cards():
            if card.id != own and codename_key(card.codename) == codename_key(codename):
                raise CodenameTaken(codename)
