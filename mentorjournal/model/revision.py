"""An earlier version of what was written, kept so that nothing is lost by going on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from mentorjournal.model.blocks import Document, to_plain, word_count
from mentorjournal.model.ids import EntryId, RevisionId
from mentorjournal.model.words import EntryKind

TITLE = "title"
"""The key of the part that is an entry's title."""

ANSWER = "answer "
"""Begins the key of an answer; the step's id follows, and what the question was is the part's label."""

MOST_REVISIONS = 100
"""Kept of one entry; beyond them the oldest goes."""

ALL_FOR = timedelta(days=1)
ONE_A_DAY_FOR = timedelta(days=31)


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """One text of an entry: *key* is stable from version to version, *label* names it for people."""

    key: str
    label: str
    text: Document

    def __repr__(self) -> str:
        return "Part()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Revision:
    """How an entry read before it was changed. *moment* is when it was written so: UTC with the writer's
    offset beside it.
    """

    id: RevisionId
    kind: EntryKind
    entry_id: EntryId
    moment: str
    title: str
    parts: tuple[Part, ...]

    @property
    def words(self) -> int:
        return sum(word_count(part.text) for part in self.parts)

    def said(self, key: str) -> str:
        """The words of one part; none where it was empty."""
        return next((to_plain(part.text) for part in self.parts if part.key == key), "")

    def __repr__(self) -> str:
        return f"Revision({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RevisionRow:
    """A version as a list shows it; its texts stay on the disk."""

    id: RevisionId
    moment: datetime
    title: str
    words: int

    def __repr__(self) -> str:
        return f"RevisionRow({self.id})"


def thinned(moments: Sequence[datetime], now: datetime) -> set[int]:
    """Which of *moments*, earliest first, are not kept any more, by their places: within a day all stay, then
    the last of each day for a month, then the last of each week, and never more than `MOST_REVISIONS`.
    """
    spans = [_span(moment, now) for moment in moments]
    gone = {
        place for place, (span, after) in enumerate(pairwise(spans)) if span is not None and span == after
    }
    left = [place for place in range(len(moments)) if place not in gone]
    return gone | set(left[: max(len(left) - MOST_REVISIONS, 0)])


def _span(moment: datetime, now: datetime) -> tuple[str, int, int] | None:
    """The day or week of which one version stays, in the writer's own zone; None while all do."""
    age = now - moment
    if age <= ALL_FOR:
        return None
    if age <= ONE_A_DAY_FOR:
        return "day", moment.toordinal(), 0
    year, week, _ = moment.isocalendar()
    return "week", year, week
