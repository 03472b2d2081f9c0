"""The open key file: the master key, every journal's key, and the ways in."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from mentorjournal.errors import (
    AlteredKeyFile,
    DamagedKeyFile,
    DiskFull,
    MentorJournalError,
    NoSuchJournal,
    OpenedReadOnly,
    WrongPassphrase,
    WrongRecoveryCode,
)
from mentorjournal.model.card import JournalId
from mentorjournal.storage.keyspec import wipe
from mentorjournal.vault.copies import (
    Notice,
    heal,
    read_copies,
    sweep_temporaries,
    whole_copies,
    write_copies,
)
from mentorjournal.vault.envelope import (
    Document,
    Envelope,
    JournalKey,
    Slot,
    about,
    about_slot,
    encode,
)
from mentorjournal.vault.passphrase import normalised
from mentorjournal.vault.recovery import RecoveryCode
from mentorjournal.vault.reserve import release
from mentorjournal.vault.sealing import SALT_BYTES, Cost, branch, random_key, stretch, unwrap, wrap

PASSPHRASE, RECOVERY = "passphrase", "recovery"
_WRONG: dict[str, type[MentorJournalError]] = {PASSPHRASE: WrongPassphrase, RECOVERY: WrongRecoveryCode}

Told = Callable[[RecoveryCode], object]
"""Hands a new recovery code to whoever is to have it."""


class KeyFile:
    """The key file of one unlocked vault. A change is on the disk, in a new generation, when it returns."""

    def __init__(self, folder: Path, document: Document, master: bytearray) -> None:
        self.notices: list[Notice] = []
        self.read_only = False
        self._folder = folder
        self._document = document
        self._master = master

    @classmethod
    def create(
        cls, folder: Path, passphrase: bytearray, cost: Cost, *, vault: str = ""
    ) -> tuple[KeyFile, RecoveryCode]:
        """Make the keys of a new vault, not written before `save`."""
        document = Document(vault=vault or secrets.token_hex(16), generation=0, slots={}, journals={})
        keys = cls(folder, document, random_key())
        code = RecoveryCode.make()
        by_passphrase, key = keys._new_slot(PASSPHRASE, passphrase, cost)
        wipe(key)
        by_code, key = keys._new_recovery_slot(RECOVERY, code)
        wipe(key)
        keys._document = replace(document, slots={PASSPHRASE: by_passphrase, RECOVERY: by_code})
        return keys, code

    def renewed(self, folder: Path, passphrase: bytearray) -> tuple[KeyFile, RecoveryCode]:
        """Other keys throughout for the same vault and its journals, to be written in *folder* by `save`."""
        cost = self._document.slots[PASSPHRASE].cost
        assert cost is not None  # the form of the file says so
        fresh, code = KeyFile.create(folder, passphrase, cost, vault=self.vault)
        journals = {id: JournalKey(key=fresh._new_journal_key(id)) for id in self.journals()}
        fresh._document = replace(fresh._document, generation=self.generation, journals=journals)
        return fresh, code

    @classmethod
    def open_with_passphrase(cls, folder: Path, passphrase: str, *, read_only: bool = False) -> KeyFile:
        return cls._open(folder, PASSPHRASE, normalised(passphrase), read_only)

    @classmethod
    def open_with_code(cls, folder: Path, code: RecoveryCode, *, read_only: bool = False) -> KeyFile:
        return cls._open(folder, RECOVERY, code.secret(), read_only)

    @property
    def vault(self) -> str:
        return self._document.vault

    @property
    def generation(self) -> int:
        return self._document.generation

    def journals(self) -> tuple[JournalId, ...]:
        return tuple(name for name, entry in self._document.journals.items() if entry.made)

    def unfinished(self) -> tuple[JournalId, ...]:
        """Return the journals whose creation had begun and is not known to have ended."""
        return tuple(name for name, entry in self._document.journals.items() if not entry.made)

    def index_key(self) -> bytearray:
        return branch(self._master, "index")

    def journal_key(self, journal: JournalId) -> bytearray:
        """Return a journal's key; the caller wipes it. Raises NoSuchJournal."""
        entry = self._document.journals.get(journal)
        if entry is None:
            raise NoSuchJournal(journal[:8])
        wrapping = branch(self._master, "journal keys")
        try:
            key = unwrap(entry.key, wrapping, about("journal", self.vault, journal))
        finally:
            wipe(wrapping)
        if key is None:
            raise AlteredKeyFile("a journal's key does not open")
        return key

    def new_journal(self) -> JournalId:
        """Put the key of a journal to come on the disk, marked as not yet made."""
        journal = JournalId(secrets.token_hex(16))
        sealed = self._new_journal_key(journal)
        self._set_journals({**self._document.journals, journal: JournalKey(key=sealed, made=False)})
        return journal

    def _new_journal_key(self, journal: JournalId) -> str:
        wrapping, key = branch(self._master, "journal keys"), random_key()
        try:
            return wrap(key, wrapping, about("journal", self.vault, journal))
        finally:
            wipe(wrapping)
            wipe(key)

    def journal_made(self, journal: JournalId) -> None:
        entry = replace(self._document.journals[journal], made=True)
        self._set_journals({**self._document.journals, journal: entry})

    def forget(self, journal: JournalId) -> None:
        """Drop the journal's key for good: nothing on this disk opens its file any more. Both copies are
        written even when this one has it no more: a kill may have come between them.
        """
        self._set_journals(
            {name: entry for name, entry in self._document.journals.items() if name != journal}
        )

    def of_backup(self, folder: Path) -> KeyFile:
        """The key file of a backup of this vault, opened with this one's master key; the caller closes it.

        Raises NotAVault, DamagedKeyFile, or AlteredKeyFile for one that another master key made.
        """
        trusted = [envelope for _, envelope in whole_copies(read_copies(folder)) if self.authentic(envelope)]
        if not trusted:
            raise AlteredKeyFile("it belongs to other keys")
        return KeyFile(folder, trusted[0].document, bytearray(self._master))

    def drop_unfinished(self, journal: JournalId) -> None:
        """Forget a journal that was never made. Refuses to forget any other."""
        if self._document.journals[journal].made:
            raise ValueError("the journal was made")
        self._set_journals({name: e for name, e in self._document.journals.items() if name != journal})

    def change_passphrase(self, old: str, new: str) -> None:
        """Replace the passphrase: write the new slot, open the vault with it, only then drop the old one.

        Raises WrongPassphrase when *old* is not the passphrase; interrupted anywhere, one of them opens.
        """
        self._prove(PASSPHRASE, normalised(old))
        self._new_passphrase(new)

    def reset_passphrase(self, code: RecoveryCode, new: str) -> None:
        """Replace a forgotten passphrase, with the same care. Raises WrongRecoveryCode."""
        self._prove(RECOVERY, code.secret())
        self._new_passphrase(new)

    def _new_passphrase(self, new: str) -> None:
        secret = normalised(new)
        cost = self._document.slots[PASSPHRASE].cost
        assert cost is not None  # the form of the file says so
        try:
            slot, key = self._new_slot(f"{PASSPHRASE}-next", secret, cost)
            try:
                self._put_beside(PASSPHRASE, slot, secret)
                self._put_in_place(PASSPHRASE, slot, key)
            finally:
                wipe(key)
        finally:
            wipe(secret)

    def replace_recovery_code(self, passphrase: str, told: Told | None = None) -> RecoveryCode:
        """Make a new recovery code in the old one's place, with the same care. Raises WrongPassphrase.

        *told* is given it while both open, so that nobody is ever without one. What that raises undoes it.
        """
        self._prove(PASSPHRASE, normalised(passphrase))
        code = RecoveryCode.make()
        slot, key = self._new_recovery_slot(f"{RECOVERY}-next", code)
        secret = code.secret()
        try:
            self._put_beside(RECOVERY, slot, secret)
            if told is not None:
                self._tell(code, told)
            self._put_in_place(RECOVERY, slot, key)
        finally:
            wipe(secret)
            wipe(key)
        return code

    def _tell(self, code: RecoveryCode, told: Told) -> None:
        try:
            told(code)
        except BaseException:
            self._save(replace(self._document, slots=_settled(self._document.slots, keep_code=False)))
            raise

    def authentic(self, envelope: Envelope) -> bool:
        """Whether a copy read from the disk is this vault's and unaltered."""
        return envelope.document.vault == self.vault and envelope.authentic(self._master)

    def text(self) -> bytes:
        """The whole text of the key file, as it is known here whatever became of it on the disk."""
        return encode(self._document, self._master)

    def save(self) -> None:
        """Write both copies a generation later. Raises, with nothing changed, DiskFull, ReadOnlyPlace, …"""
        self._save(self._document)

    def close(self) -> None:
        wipe(self._master)

    # Opening

    @classmethod
    def _open(cls, folder: Path, kind: str, secret: bytearray, read_only: bool) -> KeyFile:
        copies = read_copies(folder)
        whole = whole_copies(copies)
        try:
            opened, way = _first_that_opens([envelope.document for _, envelope in whole], kind, secret)
            if way is None:
                raise _WRONG[kind]
            trusted = [(copy, envelope) for copy, envelope in whole if envelope.authentic(way[2])]
            if not trusted:
                raise AlteredKeyFile
            best, envelope = trusted[0]
            if envelope.document.slots != opened.slots:
                # An older copy may still open with a secret that was replaced since: that is not enough.
                way = _open_slots(envelope.document, kind, secret)
        finally:
            wipe(secret)
        if way is None:
            raise _WRONG[kind]
        name, key, master = way
        keys = cls(folder, envelope.document, master)
        keys.read_only = read_only
        try:
            if not read_only:
                sweep_temporaries(folder)
                keys.notices += heal(copies, best, [copy for copy, _ in trusted])
                keys._settle(name, key)
        finally:
            wipe(key)
        return keys

    def _settle(self, used: str, key: bytearray) -> None:
        """End an exchange of passphrase or code that was interrupted, in favour of what was just used."""
        slots = dict(self._document.slots)
        interrupted = f"{PASSPHRASE}-next" in slots
        if used.endswith("-next"):
            kind = used.removesuffix("-next")
            slots[kind] = self._sealed(kind, slots[used], key)
        slots = _settled(slots, keep_code=not used.startswith(RECOVERY))
        if slots == self._document.slots:
            return
        try:
            self._save(replace(self._document, slots=slots))
        except MentorJournalError:
            self.notices.append(Notice.KEY_COPY_NOT_WRITTEN)  # both ways stay open until the disk takes it
        else:
            if used.startswith(PASSPHRASE) and interrupted:
                self.notices.append(Notice.PASSPHRASE_CHANGE_ENDED)

    # Changing

    def _put_beside(self, kind: str, slot: Slot, secret: bytearray) -> None:
        """Let a new way in open beside the old one, and prove from the disk that it does."""
        # What an exchange that failed left beside is no way in any more.
        before = _settled(self._document.slots, keep_code=kind != RECOVERY)
        trial = f"{kind}-next"
        self._save(replace(self._document, slots={**before, trial: slot}))
        copies = whole_copies(read_copies(self._folder))
        way = _open_slots(copies[0][1].document, trial, secret)
        if way is None or not self.authentic(copies[0][1]):
            self._save(replace(self._document, slots=before))
            raise DamagedKeyFile("the new way in could not be read back")
        wipe(way[1])
        wipe(way[2])

    def _put_in_place(self, kind: str, slot: Slot, key: bytearray) -> None:
        slots = _settled(self._document.slots, keep_code=kind != RECOVERY)
        self._save(replace(self._document, slots={**slots, kind: self._sealed(kind, slot, key)}))

    def _prove(self, kind: str, secret: bytearray) -> None:
        try:
            way = _open_slots(self._document, kind, secret)
        finally:
            wipe(secret)
        if way is None:
            raise _WRONG[kind]
        wipe(way[1])
        wipe(way[2])

    def _new_slot(self, name: str, secret: bytearray, cost: Cost | None) -> tuple[Slot, bytearray]:
        slot = Slot(salt=secrets.token_bytes(SALT_BYTES), cost=cost)
        key = _slot_key(slot, secret)
        return self._sealed(name, slot, key), key

    def _new_recovery_slot(self, name: str, code: RecoveryCode) -> tuple[Slot, bytearray]:
        secret = code.secret()
        try:
            return self._new_slot(name, secret, None)
        finally:
            wipe(secret)

    def _sealed(self, name: str, slot: Slot, key: bytearray) -> Slot:
        return replace(slot, key=wrap(self._master, key, about_slot(self.vault, name, slot)))

    def _set_journals(self, journals: dict[JournalId, JournalKey]) -> None:
        self._save(replace(self._document, journals=journals))

    def _save(self, document: Document) -> None:
        if self.read_only:
            raise OpenedReadOnly
        document = replace(document, generation=self._document.generation + 1)
        data = encode(document, self._master)
        try:
            self.notices += write_copies(self._folder, data)
        except DiskFull:
            release(self._folder)  # the next try has room
            raise
        self._document = document


_Way = tuple[str, bytearray, bytearray]  # the slot's name, the slot's key, the master key


def _first_that_opens(
    documents: list[Document], kind: str, secret: bytearray
) -> tuple[Document, _Way | None]:
    tried: list[object] = []
    for document in documents:
        if document.slots in tried:
            continue  # two good copies are the rule; deriving twice would only take longer
        tried.append(document.slots)
        if way := _open_slots(document, kind, secret):
            return document, way
    return documents[0], None


def _open_slots(document: Document, kind: str, secret: bytearray) -> _Way | None:
    for name, slot in document.slots.items():
        if not name.startswith(kind):
            continue
        key = _slot_key(slot, secret)
        master = unwrap(slot.key, key, about_slot(document.vault, name, slot))
        if master is not None:
            return name, key, master
        wipe(key)
    return None


def _slot_key(slot: Slot, secret: bytearray) -> bytearray:
    if slot.cost is None:
        return branch(secret, "recovery", slot.salt)
    return stretch(secret, slot.salt, slot.cost)


def _settled(slots: Mapping[str, Slot], *, keep_code: bool) -> dict[str, Slot]:
    """The ways in without what an exchange left beside them. With *keep_code* a new recovery code stays: its
    kit may be printed, and only whoever holds a code can say which of the two it is.
    """
    return {
        name: slot
        for name, slot in slots.items()
        if not name.endswith("-next") or (keep_code and name.startswith(RECOVERY))
    }
