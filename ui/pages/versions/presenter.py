"""Earlier versions of one entry: choose one, see what changed, take it along as a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from mentorjournal.errors import NotFound
from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import to_plain
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.difference import counted, part_differences
from mentorjournal.model.ids import EntryId, RevisionId
from mentorjournal.model.revision import TITLE, Part, RevisionRow
from mentorjournal.model.words import EntryKind
from ui.pages.versions.contract import (
    Against,
    OpenJournal,
    Outside,
    Runner,
    VersionShown,
    VersionsShown,
    VersionsView,
)

COPIED = (EntryKind.REFLECTION, EntryKind.LEARNING, EntryKind.ACTION, EntryKind.TOPIC)
"""The kinds of which there can be a second; of the others the text is copied."""


@dataclass(frozen=True, slots=True, repr=False)
class _Read:
    title: str
    rows: Sequence[RevisionRow]

    def __repr__(self) -> str:
        return f"_Read({len(self.rows)} versions)"


class VersionsPresenter:
    """Compares on the vault's thread; a late answer to an earlier question is dropped."""

    def __init__(
        self, view: VersionsView, tasks: Runner, outside: Outside, clock: Clock = system_clock
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._journal: OpenJournal | None = None
        self._turn = 0
        self._forget()

    def _forget(self) -> None:
        self._entry: tuple[EntryKind, EntryId] | None = None
        self._rows: Sequence[RevisionRow] = ()
        self._chosen: RevisionId | None = None
        self._against = Against.NOW

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._journal = journal

    def flush(self) -> None:
        """Nothing is written here."""

    def close(self) -> None:
        self._turn += 1
        self._journal = None
        self._forget()
        self._view.clear()

    def place(self) -> dict[str, object]:
        """Nothing: the page is left with the journal, and a lock asks for `shown`."""
        return {}

    def restore(self, place: dict[str, object]) -> None:
        """Nothing to lead back to."""

    def refresh(self, change: Change) -> None:
        """Read again when the entry was changed elsewhere; let go of one that is gone."""
        if self._entry is None:
            return
        if self._entry[1] in change.gone:
            self.show(None)
        elif self._entry[1] in change.touched:
            self._load()

    # What is asked for

    def show(self, entry: tuple[EntryKind, EntryId] | None) -> None:
        """Show the versions of an entry, the newest one opened; None says that none is open."""
        self._turn += 1
        if entry != self._entry:
            self._forget()
        self._entry = entry
        if entry is None:
            self._show_rows(_Read("", ()))
        else:
            self._load()

    def shown(self) -> dict[str, object]:
        """Which version of which entry is in front, and what it is compared with."""
        kind, id = self._entry or ("", "")
        return {"kind": str(kind), "id": id, "version": self._chosen, "against": self._against.value}

    def show_again(self, place: dict[str, object]) -> None:
        """Show what `shown` told; where it makes no sense, what is shown of no entry."""
        kind, id, version, against = (place.get(name) for name in ("kind", "id", "version", "against"))
        if kind not in list(EntryKind) or not isinstance(id, str):
            self.show(None)
            return
        self.show((EntryKind(str(kind)), EntryId(id)))
        self._chosen = RevisionId(version) if isinstance(version, str) else None
        if against in list(Against):
            self._against = Against(str(against))

    def leave(self) -> None:
        """The page goes from the front: nothing is read until it is shown again."""
        self._turn += 1
        self._forget()
        self._view.clear()

    def choose(self, id: RevisionId) -> None:
        if id != self._chosen:
            self._chosen = id
            self._compare()

    def compare_with(self, against: Against) -> None:
        if against is not self._against:
            self._against = against
            self._compare()

    def restore_copy(self) -> None:
        """Put the version beside the entry as one of its own, and open it. Nothing is overwritten."""
        journal, chosen, entry = self._journal, self._chosen, self._entry
        if journal is None or chosen is None or entry is None or entry[0] not in COPIED:
            return
        self._tasks.run(
            partial(journal.journal.restore_copy, chosen),
            done=partial(self._copied, journal, entry[0]),
            failed=self._outside.problem,
        )

    def copy_text(self) -> None:
        """Give the words of the version to the clipboard."""
        journal, chosen = self._journal, self._chosen
        if journal is not None and chosen is not None:
            self._tasks.run(
                partial(_plain_text, journal.journal, chosen),
                done=self._view.copy,
                failed=self._outside.problem,
            )

    # Inside

    def _load(self) -> None:
        journal, entry = self._journal, self._entry
        if journal is None or entry is None:
            return
        self._turn += 1
        self._tasks.run(
            partial(_read, journal.journal, *entry),
            done=partial(self._arrived, self._turn),
            failed=partial(self._missing, self._turn),
        )

    def _arrived(self, turn: int, read: _Read) -> None:
        if turn != self._turn:
            return
        self._show_rows(read)
        if not self._rows:
            return
        known = [row.id for row in self._rows]
        if self._chosen not in known:
            self._chosen = known[0]
            self._view.focus_list()
        if self._chosen is not None:
            self._view.select(self._chosen)
        self._compare()

    def _show_rows(self, read: _Read) -> None:
        self._rows = read.rows
        kind = self._entry[0] if self._entry else None
        today = self._clock().date()
        self._view.show_versions(VersionsShown(kind=kind, title=read.title, rows=read.rows, today=today))

    def _compare(self) -> None:
        journal, entry = self._journal, self._entry
        place = next((n for n, row in enumerate(self._rows) if row.id == self._chosen), None)
        if journal is None or entry is None or place is None:
            return
        self._turn += 1
        older = self._rows[place + 1].id if place + 1 < len(self._rows) else None
        self._tasks.run(
            partial(_compared, journal.journal, entry, self._rows[place], self._against, older),
            done=partial(self._show_version, self._turn),
            failed=partial(self._missing, self._turn),
        )

    def _show_version(self, turn: int, shown: VersionShown) -> None:
        if turn == self._turn:
            self._view.show_version(shown)

    def _missing(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        if isinstance(error, NotFound):  # an entry that was begun and never kept has no versions
            self._show_rows(_Read("", ()))
        else:
            self._outside.problem(error)

    def _copied(self, journal: OpenJournal, kind: EntryKind, change: Change) -> None:
        if journal is self._journal:
            self._outside.changed(change)
            for id in change.touched:
                self._outside.show_entry(kind, id)


def _read(journal: Journal, kind: EntryKind, id: EntryId) -> _Read:
    parts = journal.versions.now(kind, id)
    title = next((to_plain(part.text) for part in parts if part.key == TITLE), "")
    title = title or next((row.title for row in journal.rows_of([id])), "")
    return _Read(title, journal.versions.of(kind, id))


def _compared(
    journal: Journal,
    entry: tuple[EntryKind, EntryId],
    row: RevisionRow,
    against: Against,
    older: RevisionId | None,
) -> VersionShown:
    this = journal.versions.get(row.id).parts
    if against is Against.NOW:
        old, new = this, journal.versions.now(*entry)
    else:
        before: tuple[Part, ...] = journal.versions.get(older).parts if older else ()
        old, new = before, this
    parts = part_differences(old, new)
    added, removed = counted(parts)
    return VersionShown(
        row=row,
        against=against,
        parts=parts,
        added=added,
        removed=removed,
        only_form=old != new and not any(part.is_changed for part in parts),
        may_copy=entry[0] in COPIED,
    )


def _plain_text(journal: Journal, id: RevisionId) -> str:
    parts = journal.versions.get(id).parts
    if len(parts) == 1:
        return to_plain(parts[0].text)
    return "\n\n".join(f"{part.label}\n{to_plain(part.text)}" for part in parts)
