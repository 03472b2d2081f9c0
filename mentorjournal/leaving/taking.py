"""Everything of a vault, or one journal, written into a folder that the person chose."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from mentorjournal.book.choice import BookChoice
from mentorjournal.book.making import make_book
from mentorjournal.errors import DamagedOrForeign, MentorJournalError, NothingToShare, NotNoted
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.leaving.as_json import JOURNAL_FORMAT, VAULT_FORMAT, as_json
from mentorjournal.leaving.choice import ALL_FORMS, Form, Taken
from mentorjournal.leaving.entries import MarkdownJournal
from mentorjournal.leaving.folder import NewFolder
from mentorjournal.leaving.names import Days, folder_name
from mentorjournal.leaving.readme import readme
from mentorjournal.model.card import JournalCard
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.export import ExportKind
from mentorjournal.model.shared import SummaryFormat
from mentorjournal.sharing.leaving import note
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.whole import everything
from mentorjournal.vault.surroundings import synchronised_by

Each = Callable[[int, int], None]
"""Told how much is done, and of how much. What it raises ends the work, and nothing is left."""

_STEPS = 100
"""Of each form of each journal."""


@dataclass(slots=True)
class _Seen:
    """What there is to say in the end."""

    places: list[tuple[str, str]] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    without_book: list[str] = field(default_factory=list)
    notes: list[tuple[JournalCard, ExportKind, str]] = field(default_factory=list)


def take_along(
    shelf: Shelf,
    to: Path,
    *,
    codename: str = "",
    forms: frozenset[Form] = ALL_FORMS,
    each: Each | None = None,
    clock: Clock = system_clock,
) -> Taken:
    """Write everything of the vault, or of the journal with this *codename*, into the new folder *to*.

    There is all of it in the end, or nothing. A damaged journal is left out and named, or of a vault that is
    only read, read as far as it goes. Raises NoSuchJournal, AlreadyThere, DiskFull, ReadOnlyPlace, …
    """
    cards = [shelf.card_named(codename)] if codename else shelf.cards()
    folder = NewFolder(to, vault=shelf.vault.folder)
    work = _Work(shelf, folder, forms, clock, each or _nobody, len(cards))
    try:
        for card in cards:
            work.journal(card)
        if not codename:
            work.vault(cards)
        work.say_what_is_what()
        folder.finish()
    except BaseException:
        folder.drop()
        raise
    return Taken(
        folder=to,
        journals=len(work.seen.places),
        files=folder.files,
        damaged=tuple(work.seen.damaged),
        in_part=tuple(card.codename for card in cards if card.id in shelf.vault.damaged),
        without_book=tuple(work.seen.without_book),
        not_noted=_noted(shelf, work.seen.notes, clock),
        service=synchronised_by(to),
    )


class _Work:
    def __init__(
        self, shelf: Shelf, folder: NewFolder, forms: frozenset[Form], clock: Clock, each: Each, journals: int
    ) -> None:
        self.seen = _Seen()
        self._shelf = shelf
        self._folder = folder
        self._forms = forms
        self._clock = clock
        self._each = each
        self._now: datetime = clock()
        self._taken: set[str] = set()
        self._done, self._all = 0, journals * len(forms) * _STEPS

    def journal(self, card: JournalCard) -> None:
        start, name = self._done, folder_name(card.codename, self._taken)
        notes = len(self.seen.notes)
        try:
            with self._shelf.vault.lent(card.id) as db:
                self._write(card, name, db)
                self.seen.places.append((name, card.codename))
        except DamagedOrForeign:  # as found by the first page that does not read: half of it helps nobody
            self._folder.remove(name)
            del self.seen.notes[notes:]
            self.seen.damaged.append(card.codename)
        self._done = start + len(self._forms) * _STEPS

    def vault(self, cards: Iterable[JournalCard]) -> None:
        """What belongs to no journal: the ledger, question sets of one's own, records of destroyed ones. A
        journal without a card is damaged, and not even its codename is known.
        """
        known = {card.id for card in cards}
        self.seen.damaged += [id[:8] for id in self._shelf.vault.journal_ids() if id not in known]
        if Form.JSON in self._forms:
            tables = self._shelf.vault.index.everything()
            self._folder.write("vault.json", as_json(VAULT_FORMAT, tables, self._now, here=self._here))

    def say_what_is_what(self) -> None:
        text = readme(self._forms, self.seen.places, self.seen.damaged, self._now.date())
        self._folder.write("README.md", [text])

    def _write(self, card: JournalCard, name: str, db: Connection) -> None:
        journal = Journal(db, clock=self._clock)
        if Form.MARKDOWN in self._forms:
            for place, text in MarkdownJournal(journal).files():
                self._here()
                self._folder.write(f"{name}/markdown/{place}", [text])
            self._step(card, ExportKind.MARKDOWN, f"{name}/markdown")
        if Form.JSON in self._forms:
            tables = everything(db)
            pieces = as_json(JOURNAL_FORMAT, tables, self._now, here=self._here)
            self._folder.write(f"{name}/{name}.json", pieces)
            self._step(card, ExportKind.OTHER, f"{name}/{name}.json")
        if Form.PDF in self._forms:
            self._papers(card, name, journal)

    def _papers(self, card: JournalCard, name: str, journal: Journal) -> None:
        days = Days()
        for shared in reversed(journal.shared.all()):
            form = SummaryFormat.TEXT if shared.format is SummaryFormat.CLIPBOARD else shared.format
            place = f"{name}/shared/{days.name(shared.day, shared.audience.value)}.{form.value}"
            self._folder.write(place, [journal.shared.copy(shared.id)])
        try:
            book = make_book(journal, BookChoice(codename=True), progress=self._part)
        except NothingToShare:
            self.seen.without_book.append(card.codename)
        else:
            self._folder.write(f"{name}/{name}.pdf", [book.pdf])
            self._step(card, ExportKind.BOOK, f"{name}/{name}.pdf")

    def _step(self, card: JournalCard, what: ExportKind, file_name: str) -> None:
        self.seen.notes.append((card, what, file_name))
        self._done += _STEPS
        self._here()

    def _here(self) -> None:
        self._each(self._done, self._all)

    def _part(self, share: float) -> None:
        self._each(self._done + int(share * _STEPS), self._all)


def _noted(
    shelf: Shelf, notes: Iterable[tuple[JournalCard, ExportKind, str]], clock: Clock
) -> tuple[str, ...]:
    """Let each journal remember its files; the codenames of those that cannot."""
    failed: dict[str, None] = {}
    for card, what, file_name in notes:
        try:
            with contextlib.suppress(MentorJournalError):
                shelf.vault.index.mark_dirty(card.id)  # the journal comes further than its card
            with shelf.vault.lent(card.id) as db:
                note(Journal(db, clock=clock), what, file_name)
        except NotNoted:
            failed[card.codename] = None
    for id in dict.fromkeys(card.id for card, _, _ in notes):
        with contextlib.suppress(MentorJournalError):
            shelf.refresh(id)
    return tuple(failed)


def _nobody(done: int, total: int) -> None:
    """Nobody wants to know."""
