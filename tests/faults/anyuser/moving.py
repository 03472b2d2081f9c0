"""What a user does with the vault as a whole: locks, copies, renews, loses power, reads it elsewhere."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace

from mentorjournal.errors import (
    EmptyPassphrase,
    InvalidInput,
    MentorJournalError,
    NothingToShare,
    OnHold,
    OpenedReadOnly,
)
from mentorjournal.exchange.incoming import Incoming, keep
from mentorjournal.exchange.markdown_folder import read_folder
from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import EntryId
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipForm, RelationshipType, Role
from mentorjournal.vault.backups import Backup
from mentorjournal.vault.rekeying import rekey
from mentorjournal.vault.salvage import salvage
from mentorjournal.vault.vault import Vault
from tests.faults.anyuser.core import Act, AnyUser
from tests.faults.anyuser.dying import of_a_child
from tests.faults.anyuser.papers import every_paper
from tests.faults.anyuser.state import State, state_of
from tests.faults.anyuser.values import any_of


@dataclass(frozen=True)
class Kept:
    """A backup, what it holds, and what opened the vault on its day."""

    backup: Backup
    states: dict[str, State]
    code: str


class AnyOwner(AnyUser):
    """The same user, with all that can be done to a whole vault."""

    def __init__(self) -> None:
        self.backups: list[Kept] = []
        self.ledger: list[LedgerEntry] = []
        super().__init__()

    def acts(self) -> tuple[tuple[Act, int], ...]:
        return (*super().acts(), (self.own, 12))

    def own(self, chance: random.Random, text: str) -> None:
        deed = chance.choices(*zip(*_DEEDS, strict=True))[0]
        self.story.step(f"own: {deed.__name__.strip('_')}")
        deed(self, chance, text)

    # Killed

    def _killed_within(self, chance: random.Random, text: str) -> None:
        """A child does several acts and dies within one of them: each is there whole, or not at all."""
        codename = self.chosen(chance)
        self.shelf.close()
        states = of_a_child(self, codename, random.Random(chance.random()), self.marked(text))
        self.shelf = self.opened()
        state, _ = self.now(codename)
        assert state in states[-2:], "what a killed process leaves is neither before nor after its last act"
        kept = self.known.pop(codename)
        self.meet(codename)
        assert self.known[codename].generation >= kept.generation
        self.come_back()

    # Keys

    def _passphrase(self, chance: random.Random, text: str) -> None:
        try:
            self.shelf.vault.change_passphrase(self.passphrase, text)
        except (EmptyPassphrase, InvalidInput):
            text = self.passphrase
        self.passphrase = text
        self.shelf.close()
        self.shelf = Shelf(Vault.unlock(self.folder, text), clock=self.clock)
        self.come_back()

    def _forgotten(self, chance: random.Random, text: str) -> None:
        self.passphrase = f"{text!a} again"
        self.shelf.vault.reset_passphrase(self.code, self.passphrase)
        self.leave_and_return()

    def _kit(self, chance: random.Random, text: str) -> None:
        self.code = "-".join(self.shelf.vault.replace_recovery_code(self.passphrase).groups())
        self.leave_and_return()

    def _new_keys(self, chance: random.Random, text: str) -> None:
        codes: list[str] = []
        self.shelf.close()
        older = chance.random() < 0.5
        rekey(
            self.folder,
            self.passphrase,
            lambda code: codes.append("-".join(code.groups())),
            new_passphrase=chance.choice((None, "other words")),
            keep_backups=older,
        )
        if codes:
            self.code = codes[-1]
        for word in (self.passphrase, "other words"):
            with contextlib.suppress(MentorJournalError):
                Vault.unlock(self.folder, word).close()
                self.passphrase = word
        self.backups.clear()  # what stayed opens with the old secrets alone
        self.shelf = self.opened()
        self.check_all()
        for known in self.known.values():
            known.done.clear()
            known.undone.clear()

    def leave_and_return(self) -> None:
        self.shelf.close()
        self.shelf = self.opened()
        self.come_back()

    # Copies

    def _back_up(self, chance: random.Random, text: str) -> None:
        made = self.shelf.back_up()
        assert not made.damaged
        self.backups.append(
            Kept(made.backup, {name: known.state for name, known in self.known.items()}, self.code)
        )
        there = {backup.name for backup in self.shelf.vault.backups()}
        self.backups = [kept for kept in self.backups if kept.backup.name in there]
        assert self.backups, "the backup just made is not there"

    def _restore(self, chance: random.Random, text: str) -> None:
        if not self.backups:
            return
        kept, to = chance.choice(self.backups), self.place()
        there = self._backup(kept)
        restored = self.shelf.vault.restore(there.folder, to)
        assert not restored.damaged
        shelf = Shelf(Vault.unlock_with_code(to, kept.code), clock=self.clock)
        try:
            found = {card.codename: state_of(shelf.open(card.id).journal) for card in shelf.cards()}
        finally:
            shelf.close()
        assert found == kept.states, "the restored vault is not as it was backed up"
        shutil.rmtree(to)

    def _drill(self, chance: random.Random, text: str) -> None:
        if self.backups:
            kept = chance.choice(self.backups)
            drill = self.shelf.vault.drill(self._backup(kept), self.clock.now)
            assert drill.passed, f"a drill of a whole backup failed: {drill.wrong}"

    def _salvage(self, chance: random.Random, text: str) -> None:
        """All of an undamaged vault is in what is salvaged from it; half the time life goes on there."""
        self.shelf.close()
        to = self.place()
        salvaged = salvage(self.folder, self.code, to, self.clock.now, by_code=True)
        assert salvaged.whole, f"something was lost of what was whole: {salvaged}"
        shelf = Shelf(Vault.unlock_with_code(to, self.code), clock=self.clock)
        try:
            self.check_all(shelf)
            assert shelf.vault.verify(newest=NEWEST_SCHEMA) == []
        finally:
            shelf.close()
        if chance.random() < 0.5:
            shutil.rmtree(self.folder)
            to.rename(self.folder)
            self.backups.clear()
        else:
            shutil.rmtree(to)
        self.shelf = self.opened()
        self.check_all()
        for known in self.known.values():
            known.done.clear()
            known.undone.clear()

    def _read_only(self, chance: random.Random, text: str) -> None:
        self.shelf.close()
        shelf = Shelf(Vault.unlock_with_code(self.folder, self.code, read_only=True), clock=self.clock)
        try:
            self.check_all(shelf)
            for card in shelf.cards():
                with contextlib.suppress(OpenedReadOnly):
                    shelf.open(card.id).journal.topics.capture("No")
                    raise AssertionError("a vault that is only read was written to")
        finally:
            shelf.close()
        self.shelf = self.opened()
        self.come_back()

    def _verify(self, chance: random.Random, text: str) -> None:
        assert self.shelf.vault.verify(newest=NEWEST_SCHEMA) == []

    # Journals

    def _new_journal(self, chance: random.Random, text: str) -> None:
        if len(self.known) > 4:
            return
        self.names += 1
        codename = text[:30] if chance.random() < 0.3 else f"Bird {self.names}"
        about = Relationship(
            codename=codename,
            my_role=any_of(Role, chance),
            type=any_of(RelationshipType, chance),
            form=any_of(RelationshipForm, chance),
            specialist_topic="talks",
        )
        try:
            opened = self.shelf.add(about)
        except InvalidInput:
            self.check_all()
            return
        self.meet(opened.relationship.codename)

    def _destroy(self, chance: random.Random, text: str) -> None:
        if len(self.known) < 3:
            return
        codename = self.chosen(chance)
        try:
            self.shelf.destroy(self.id(codename), keep_record=chance.random() < 0.5)
        except OnHold:
            return
        del self.known[codename]
        there = {backup.name for backup in self.shelf.vault.backups()}
        self.backups = [
            replace(kept, states={name: state for name, state in kept.states.items() if name != codename})
            for kept in self.backups
            if kept.backup.name in there
        ]
        self.check_all()

    def _rename(self, chance: random.Random, text: str) -> None:
        codename = self.chosen(chance)
        self.names += 1
        about = replace(
            self.journal(codename).relationship(), codename=f"Tree {self.names}", question=text[:99]
        )
        change = self.shelf.redescribe(self.id(codename), about)
        self.known[f"Tree {self.names}"] = self.known.pop(codename)
        assert change.undo is not None
        if chance.random() < 0.5:
            change.undo()
            self.known[codename] = self.known.pop(f"Tree {self.names}")
        self._told_anew()

    def _import(self, chance: random.Random, text: str) -> None:
        """Notes as they were found, and the text itself in a file."""
        codename, today = self.chosen(chance), self.clock.now.date()
        journal = self.journal(codename)
        notes = [Incoming(day=today, title=text[:400], text=from_plain(text), tags=(text[:9],))]
        place = self.place()
        place.mkdir()
        (place / f"{today.isoformat()} note.md").write_bytes(text.encode("utf-8", "surrogatepass"))
        with contextlib.suppress(MentorJournalError):
            notes += read_folder(place)
        shutil.rmtree(place)
        before = len(journal.reflections.all())
        change = keep(journal, notes)
        assert len(journal.reflections.all()) == before + len(notes)
        if chance.random() < 0.5:
            assert change.undo is not None
            change.undo()
            assert state_of(journal) == self.known[codename].state, "an import is not taken back whole"
        self._told_anew()

    def _papers(self, chance: random.Random, text: str) -> None:
        codename = self.chosen(chance)
        for paper in every_paper(self.journal(codename), self.shelf, chance):
            with contextlib.suppress(InvalidInput, NothingToShare):
                paper()
        self.check_all()

    def _practice(self, chance: random.Random, text: str) -> None:
        """The ledger, which lies in the index: what is taken back is as it was."""
        ledger, today = self.shelf.ledger, self.clock.now.date()
        assert ledger.entries() == self.ledger, "the ledger is not as it was left"
        entry = LedgerEntry(
            id=EntryId(f"p{chance.randrange(4)}"), day=today, minutes=chance.randrange(1, 90), learning=text
        )
        acts = (
            lambda: ledger.put(entry),
            lambda: ledger.remove(entry.id),
            lambda: ledger.catch_up(self.shelf.mentored()),
        )
        with contextlib.suppress(InvalidInput):
            change = chance.choice(acts)()
            after = ledger.entries()
            if change.undo is not None:
                again = change.undo()
                assert ledger.entries() == self.ledger, f"undo of {change.label} in the ledger is not exact"
                if again.undo is not None:
                    again.undo()
                    assert ledger.entries() == after, f"redo of {change.label} in the ledger is not exact"
        self.ledger = ledger.entries()

    # Inside

    def _told_anew(self) -> None:
        """The model learns what an act outside of it has done; undoing begins anew."""
        for codename in list(self.known):
            state, tables = self.now(codename)
            self.remember(codename, state, tables)
            self.known[codename].done.clear()
            self.known[codename].undone.clear()

    def _backup(self, kept: Kept) -> Backup:
        """Where it lies now: the vault may have moved."""
        return next(one for one in self.shelf.vault.backups() if one.name == kept.backup.name)


Owning = Callable[[AnyOwner, random.Random, str], None]

_DEEDS: tuple[tuple[Owning, int], ...] = (
    (AnyOwner._papers, 6),
    (AnyOwner._practice, 12),
    (AnyOwner._import, 8),
    (AnyOwner._rename, 6),
    (AnyOwner._new_journal, 4),
    (AnyOwner._destroy, 3),
    (AnyOwner._verify, 4),
    (AnyOwner._back_up, 5),
    (AnyOwner._restore, 4),
    (AnyOwner._drill, 2),
    (AnyOwner._salvage, 3),
    (AnyOwner._read_only, 4),
    (AnyOwner._killed_within, 5),
    (AnyOwner._passphrase, 1),
    (AnyOwner._forgotten, 1),
    (AnyOwner._kit, 1),
    (AnyOwner._new_keys, 1),
)
