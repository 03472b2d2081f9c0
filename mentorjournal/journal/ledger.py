"""The practice ledger of a vault: opt-in, for mentors, over all journals and beyond their end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.journal.text import few_lines
from mentorjournal.model import ledger as rules
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.ledger import LedgerEntry, Totals
from mentorjournal.model.session import Session
from mentorjournal.model.words import PracticeKind, SessionKind, SessionStatus
from mentorjournal.storage.index import Index

WANTED = "ledger"
"""The private setting that says whether the ledger is kept."""


class Ledger:
    """Lives on the vault's thread."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @property
    def is_kept(self) -> bool:
        return self._index.setting(WANTED, False) is True

    def keep(self, wanted: bool) -> None:
        """Begin to keep the ledger, or stop; what stands in it stays."""
        self._index.put_setting(WANTED, wanted)

    def entries(self, since: date | None = None, until: date | None = None) -> list[LedgerEntry]:
        """The entries of a period, earliest first."""
        return [
            entry
            for entry in self._index.ledger()
            if (since is None or entry.day >= since) and (until is None or entry.day <= until)
        ]

    def totals(self, since: date | None = None, until: date | None = None) -> Totals:
        return rules.totals(self.entries(since, until))

    def put(self, entry: LedgerEntry) -> Change:
        """Keep an entry, new or changed. Raises InvalidInput."""
        before = next((one for one in self._index.ledger() if one.id == entry.id), None)
        clean = rules.checked(
            replace(entry, learning=few_lines(entry.learning), how_applied=few_lines(entry.how_applied))
        )
        self._index.put_ledger_entry(clean)
        undo = (lambda: self.put(before)) if before is not None else (lambda: self.remove(clean.id))
        return Change(label="Edit practice" if before else "Add practice", undo=undo)

    def remove(self, id: EntryId) -> Change:
        before = next((one for one in self._index.ledger() if one.id == id), None)
        self._index.remove_ledger_entry(id)
        return Change(label="Delete practice", undo=None if before is None else lambda: self.put(before))

    def take_over(self, journal: str, sessions: list[Session]) -> int:
        """Enter the held sessions that the ledger does not count yet. Returns how many they were."""
        known = {entry.session_id for entry in self._index.ledger()}
        new = [
            one
            for one in sessions
            if one.status is SessionStatus.HELD
            and one.kind is not SessionKind.CONTACT
            and one.minutes > 0
            and one.id not in known
        ]
        for one in new:
            self._index.put_ledger_entry(
                LedgerEntry(
                    id=new_entry_id(),
                    day=one.day,
                    minutes=one.minutes,
                    kind=PracticeKind.MENTORING,
                    relationship=self._index.ledger_number(journal),
                    mode=one.mode,
                    session_id=one.id,
                )
            )
        return len(new)
