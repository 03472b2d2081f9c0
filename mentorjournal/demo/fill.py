"""Write the sample journals through the journal's own door, as they are or scaled to a size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, zip_longest

from mentorjournal.demo.prose import bulk
from mentorjournal.demo.sample import TODAY, Entry, Sample, kept_alone, samples
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.clock import Clock
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session

Add = Callable[[Relationship], Journal]
"""Makes a new journal of the relationship and returns it, open."""

BATCH = 2000
"""Entries in one transaction: a commit costs as much as twenty entries, and memory stays small."""


def clock(today: date = TODAY) -> Clock:
    """A clock that stands at nine o'clock on *today*, so that two sample vaults are equal to the moment."""
    moment = datetime.combine(today, time(9), tzinfo=UTC)
    return lambda: moment


def fill(add: Add, *, today: date = TODAY) -> None:
    """Write every sample journal whole."""
    for sample in samples(today):
        _write_whole(add(sample.relationship), sample)


def fill_to(add: Add, size: int, *, today: date = TODAY) -> None:
    """Write all sample journals with *size* entries in them altogether.

    With fewer than were written by hand, every journal keeps its newest; with more, the journals grow by
    generated reflections and contacts between sessions, each by its share.
    """
    found = samples(today)
    base = sum(len(sample.entries) for sample in found)
    if size <= base:
        for sample in _cut(found, max(size, 0)):
            _write(add(sample.relationship), sample.entries)
        return
    for sample, extra in zip(found, _shares(size - base, [s.share for s in found]), strict=True):
        journal = add(sample.relationship)
        first, last = _span(sample.relationship, today)
        _write_whole(journal, sample)
        _write(journal, bulk(sample.relationship.codename, extra, first, last))


def _write_whole(journal: Journal, sample: Sample) -> None:
    _write(journal, sample.entries)
    with journal.together():
        for topic in sample.topics:
            journal.topics.add(topic)
        for rating in sample.ratings:
            journal.ratings.add(rating)


def _write(journal: Journal, entries: Iterable[Entry]) -> None:
    todo = iter(entries)
    while batch := list(islice(todo, BATCH)):
        with journal.together():
            for entry in batch:
                _put(journal, entry)
        journal.rest()


def _put(journal: Journal, entry: Entry) -> None:
    match entry:
        case Reflection():
            journal.reflections.add(entry)
        case Session():
            journal.sessions.add(entry)
        case Goal():
            journal.goals.add(entry)
        case Action():
            journal.actions.add(entry)
        case _:
            journal.learning_points.add(entry)


def _cut(found: Sequence[Sample], size: int) -> Iterator[Sample]:
    """The samples with *size* entries in all, taken from each in turn, newest first."""
    newest = [sorted(sample.entries, key=lambda e: e.day, reverse=True) for sample in found]
    in_turn = (entry for round in zip_longest(*newest) for entry in round if entry is not None)
    kept: set[EntryId] = {entry.id for entry in islice(in_turn, size)}
    for sample in found:
        entries = tuple(kept_alone(entry, kept) for entry in sample.entries if entry.id in kept)
        yield replace(sample, entries=entries)


def _shares(total: int, weights: Sequence[int]) -> list[int]:
    """*total* split by *weights*, exactly: the first takes what is left over."""
    parts = [total * weight // sum(weights) for weight in weights]
    parts[0] += total - sum(parts)
    return parts


def _span(relationship: Relationship, today: date) -> tuple[date, date]:
    """The days on which something may have been written."""
    last = min(relationship.ended_on or today, today)
    first = relationship.started_on or last - timedelta(days=365)
    return min(first, last), last
