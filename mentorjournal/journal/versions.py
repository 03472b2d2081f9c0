"""Earlier versions: how entries read before they were changed, a burst of typing as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from mentorjournal.errors import NotFound
from mentorjournal.journal.acts import Acts
from mentorjournal.model.blocks import to_plain
from mentorjournal.model.clock import moment_text
from mentorjournal.model.ids import EntryId, RevisionId, new_revision_id
from mentorjournal.model.revision import TITLE, Part, Revision, RevisionRow, thinned
from mentorjournal.model.words import EntryKind
from mentorjournal.storage import revisions
from mentorjournal.storage.connection import Connection

BURST = timedelta(minutes=10)
"""Changes of one entry within this time of each other's first are one version, unless a text goes by them."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Texts:
    """How the texts of one kind of entry are found."""

    load: Callable[[Connection, EntryId], Any]
    parts: Callable[[Any], tuple[Part, ...]]


class Versions:
    """Remembers when it last kept a version of each entry of this sitting, so that saving again asks nothing
    of the file.
    """

    def __init__(self, acts: Acts) -> None:
        self._acts = acts
        self._db = acts.db
        self._texts: dict[EntryKind, Texts] = {}
        self._kept: dict[EntryId, datetime] = {}
        self._written: dict[EntryId, str] = {}
        self._failed = 0
        self._last: tuple[object, tuple[Part, ...]] = (None, ())  # what was written last, in its parts

    def know(self, kind: EntryKind, texts: Texts) -> None:
        """Keep versions of entries of this kind from now on."""
        self._texts[kind] = texts

    def of(self, kind: EntryKind, id: EntryId) -> list[RevisionRow]:
        """The versions of an entry, newest first; none for a kind of which none are kept."""
        return revisions.of(self._db, id) if kind in self._texts else []

    def get(self, id: RevisionId) -> Revision:
        """The version with its texts. Raises NotFound when it is not kept any more."""
        found = revisions.load(self._db, id)
        if found is None:
            raise NotFound
        return found

    def now(self, kind: EntryKind, id: EntryId) -> tuple[Part, ...]:
        """The texts of an entry as they are. Raises NotFound when it is gone."""
        texts = self._texts.get(kind)
        value = texts.load(self._db, id) if texts else None
        if texts is None or value is None:
            raise NotFound
        return texts.parts(value)

    def writing(
        self, kind: EntryKind, id: EntryId, before: T | None, after: T, now: datetime, moment: str
    ) -> None:
        """Keep how the entry read, if it is time to; called within the act that replaces *before* at *now*,
        which *moment* says in writing.
        """
        texts = self._texts.get(kind)
        if texts is None:
            return
        if self._failed != self._acts.failed:  # what was noted in an act that failed never came to be
            self._failed = self._acts.failed
            self._kept.clear()
            self._written.clear()
        if before is None:
            self._kept[id] = now
        else:
            was = self._last[1] if before is self._last[0] else texts.parts(before)
            becomes = texts.parts(after)
            self._last = after, becomes
            if was and was != becomes and (self._is_due(id, now) or _all_but_gone(was, becomes)):
                self._keep(kind, id, was, now)
        self._written[id] = moment

    def take(self, kind: EntryKind, id: EntryId) -> list[revisions.Row]:
        """Delete every version of an entry that is being deleted; `put_back` takes what this returns."""
        if kind not in self._texts:
            return []
        gone = revisions.rows(self._db, id)
        revisions.delete(self._db, id)
        self._kept.pop(id, None)
        return gone

    def put_back(self, rows: list[revisions.Row]) -> None:
        revisions.restore(self._db, rows)

    def _is_due(self, id: EntryId, now: datetime) -> bool:
        kept = self._kept.get(id)
        # A clock that was put back must not keep versions from being kept until it has caught up.
        return kept is None or not timedelta() <= now - kept < BURST

    def _keep(self, kind: EntryKind, id: EntryId, parts: tuple[Part, ...], now: datetime) -> None:
        known = revisions.known(self._db, id, parts)
        self._kept[id] = now
        if known and known[-1][2]:
            return  # it was kept already, and read so again since
        moment = self._written.get(id) or revisions.written_at(self._db, kind, id) or moment_text(now)
        title = next((to_plain(part.text) for part in parts if part.key == TITLE), "")
        value = Revision(
            id=new_revision_id(), kind=kind, entry_id=id, moment=moment, title=title, parts=parts
        )
        revisions.add(self._db, value, known[-1][0] + 1 if known else 1)
        gone = thinned([moment for _, moment, _ in known], now)
        revisions.delete_numbers(self._db, id, [known[place][0] for place in gone])


def _all_but_gone(was: Sequence[Part], now: Sequence[Part]) -> bool:
    """Whether of some text less than a tenth is left. No burst of typing may hide that: it was deleted, or
    typed over, and by the next morning nobody can take it back.
    """
    left = {part.key: _length(part) for part in now}
    return any(part.key not in left or left[part.key] * 10 < _length(part) for part in was)


def _length(part: Part) -> int:
    return sum(len(span.text) for block in part.text for span in block.spans)
