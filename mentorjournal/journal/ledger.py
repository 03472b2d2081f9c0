"""The practice ledger of a vault: opt-in, for mentors, over all journals and beyond their end.

It counts a session when it is told to and never by itself, so that no hour comes or goes unseen. What became
of the sessions since (held after all, moved, undone, deleted) is found by comparing (`behind`) and taken over
on request (`catch_up`). What the writer took out by hand is not offered again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorjournal.errors import NotFound
from mentorjournal.journal.back import taken_back
from mentorjournal.journal.text import few_lines
from mentorjournal.model import ledger as rules
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.ledger import Behind, LedgerEntry, Totals
from mentorjournal.model.session import Session
from mentorjournal.model.words import PracticeKind, SessionKind, SessionStatus
from mentorjournal.storage.index import Index

WANTED = "ledger"
"""The private setting that says whether the ledger is kept."""

LEFT_OUT = "ledger left out"
"""The private setting with the sessions that were taken out by hand, by journal; it goes with the journal."""

Held = Iterable[tuple[str, Sequence[Session]]]
"""Journals kept as a mentor, each with its sessions."""


@dataclass(frozen=True, slots=True)
class _Lag:
    new: list[tuple[str, Session]]
    changed: list[LedgerEntry]
    gone: list[LedgerEntry]


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

    # By hand

    def put(self, entry: LedgerEntry) -> Change:
        """Keep an entry, new or changed. Raises InvalidInput."""
        before = self._find(entry.id)
        clean = rules.checked(
            replace(entry, learning=few_lines(entry.learning), how_applied=few_lines(entry.how_applied))
        )
        if before is None:
            return self._swap("Add practice", {clean.id: clean})
        return self._edit(before, clean)

    def remove(self, id: EntryId) -> Change:
        """Delete an entry. A session that it counted is left out from now on."""
        return self._swap("Delete practice", {id: None}, by_hand=True)

    # From the journals

    def behind(self, journals: Held) -> Behind:
        """How far the ledger lies behind these journals. An entry of a journal that is not among them stays
        as it is.
        """
        lag = self._lag(journals)
        return Behind(new=len(lag.new), changed=len(lag.changed), gone=len(lag.gone))

    def catch_up(self, journals: Held) -> Change:
        """Enter what these journals hold and the ledger does not count yet, correct what reads otherwise by
        now, and take out what was not held after all, with what was noted there.
        """
        lag = self._lag(journals)
        new = [
            LedgerEntry(
                id=new_entry_id(),
                day=one.day,
                minutes=one.minutes,
                kind=PracticeKind.MENTORING,
                relationship=self._index.ledger_number(journal),
                mode=one.mode,
                session_id=one.id,
            )
            for journal, one in lag.new
        ]
        after: dict[EntryId, LedgerEntry | None] = {entry.id: entry for entry in (*new, *lag.changed)}
        return self._swap("Enter sessions", after | {entry.id: None for entry in lag.gone})

    # Inside

    def _find(self, id: EntryId) -> LedgerEntry | None:
        return next((one for one in self._index.ledger() if one.id == id), None)

    def _edit(self, before: LedgerEntry, after: LedgerEntry) -> Change:
        self._index.put_ledger_entry(after)

        def undo() -> Change:
            now = self._find(after.id)
            if now is None:
                raise NotFound("This entry is not in the ledger any more. It may have been deleted.")
            return self._edit(now, taken_back(before, after, now))

        return Change(label="Edit practice", touched=frozenset({after.id}), undo=undo)

    def _swap(
        self, label: str, after: Mapping[EntryId, LedgerEntry | None], *, by_hand: bool = False
    ) -> Change:
        """Let these entries stand as given, or not at all. A session that another entry has come to count
        meanwhile is not counted twice.
        """
        there = {one.id: one for one in self._index.ledger()}
        counted = {one.session_id for one in there.values() if one.session_id and one.id not in after}
        put = [one for one in after.values() if one is not None and one.session_id not in counted]
        removed = [id for id, one in after.items() if one is None and id in there]
        before = {id: there.get(id) for id in (*(one.id for one in put), *removed)}
        settings: dict[str, object] = {}
        if by_hand:
            out = self._left_out()
            for entry in (*put, *(there[id] for id in removed)):
                self._leave_out(out, entry, taken_out=entry.id in removed)
            settings[LEFT_OUT] = out
        self._index.change_ledger(put, removed, settings)
        if not before:
            return Change(label=label)
        return Change(
            label=label,
            touched=frozenset(one.id for one in put),
            gone=frozenset(removed),
            undo=lambda: self._swap(label, before, by_hand=by_hand),
        )

    def _lag(self, journals: Held) -> _Lag:
        entries = {one.session_id: one for one in self._index.ledger() if one.session_id is not None}
        numbers, out = self._index.ledger_numbers(), self._left_out()
        lag = _Lag([], [], [])
        for journal, sessions in journals:
            held = {one.id: one for one in sessions if _counts(one)}
            for id, one in held.items():
                entry = entries.get(id)
                if entry is None:
                    if id not in out.get(journal, ()):
                        lag.new.append((journal, one))
                elif (now := replace(entry, day=one.day, minutes=one.minutes, mode=one.mode)) != entry:
                    lag.changed.append(now)
            number = numbers.get(journal)
            lag.gone.extend(
                entry
                for id, entry in entries.items()
                if number is not None and entry.relationship == number and id not in held
            )
        return lag

    def _left_out(self) -> dict[str, list[str]]:
        kept = self._index.setting(LEFT_OUT)
        if not isinstance(kept, dict):
            return {}
        return {str(journal): list(map(str, ids)) for journal, ids in kept.items() if isinstance(ids, list)}

    def _leave_out(self, out: dict[str, list[str]], entry: LedgerEntry, *, taken_out: bool) -> None:
        numbers = self._index.ledger_numbers()
        journal = next((id for id, number in numbers.items() if number == entry.relationship), None)
        if journal is not None and entry.session_id is not None:
            others = [id for id in out.get(journal, []) if id != entry.session_id]
            out[journal] = [*others, entry.session_id] if taken_out else others


def _counts(session: Session) -> bool:
    return (
        session.status is SessionStatus.HELD
        and session.kind is not SessionKind.CONTACT
        and session.minutes > 0
    )
