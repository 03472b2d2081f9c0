"""All that a journal says, as a value that can be compared, and all that its tables hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from mentorjournal.journal import parts
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.closure import Closure
from mentorjournal.model.goal import Goal
from mentorjournal.model.rating import Rating, RatingInstrument
from mentorjournal.model.reflection import LearningPoint, Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.review import Review
from mentorjournal.model.revision import Part
from mentorjournal.model.session import Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import EntryKind
from mentorjournal.storage.leaves import set_apart
from tests.faults.anyuser.deeds import Deed
from tests.faults.anyuser.texts import seen, words_in
from tests.faults.anyuser.values import EVERY_NOUN

State = Mapping[str, Any]
"""By id: every entry, instrument and sheet of a journal."""

Tables = Mapping[str, Any]

_PARTS: Mapping[type, tuple[EntryKind, Callable[[Any], tuple[Part, ...]]]] = {
    Reflection: (EntryKind.REFLECTION, parts.parts_of_reflection),
    Session: (EntryKind.SESSION, parts.parts_of_session),
    Goal: (EntryKind.GOAL, parts.parts_of_goal),
    LearningPoint: (EntryKind.LEARNING, parts.parts_of_learning),
    Action: (EntryKind.ACTION, parts.parts_of_action),
    Topic: (EntryKind.TOPIC, parts.parts_of_topic),
    Rating: (EntryKind.RATING, parts.parts_of_rating),
    Agreement: (EntryKind.AGREEMENT, parts.parts_of_agreement),
    Review: (EntryKind.REVIEW, parts.parts_of_review),
    Relationship: (EntryKind.RELATIONSHIP, parts.parts_of_relationship),
    Closure: (EntryKind.RELATIONSHIP, parts.parts_of_closure),
}


def state_of(journal: Journal) -> State:
    found: dict[str, Any] = {
        "relationship": journal.relationship(),
        "closure": journal.life.closure(),
        **{one.id: one for one in journal.ratings.instruments()},
    }
    for name in EVERY_NOUN:
        for value in getattr(journal, name).all():
            found[value.id] = replace(value, number=None) if isinstance(value, Session) else value
    return found


def texts_of(value: object) -> tuple[EntryKind, tuple[Part, ...]] | None:
    """The kind and the parts of what an earlier version is kept of; instruments and an open end have none."""
    if type(value) not in _PARTS:
        return None
    kind, read = _PARTS[type(value)]
    return kind, read(value)


def tables_of(shelf: Shelf, id: JournalId) -> Tables:
    """Every row of every table: without when it was last touched, how often, and the word index itself."""
    with shelf.vault.lent(id) as db:
        names = [
            row[0]
            for row in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if not row[0].startswith(("sqlite_", "leaf_words", "leaf_terms", "generation"))
        ]
        found: dict[str, Any] = {}
        for name in names:
            columns = [row[0] for row in db.rows("SELECT name FROM pragma_table_info(?)", (name,))]
            wanted = ", ".join(column for column in columns if column != "updated_at")
            where = " WHERE value <> ''" if name == "keeping" else ""
            found[name] = set(db.rows(f"SELECT {wanted} FROM {name}{where}"))
    return found


def differing(before: Tables, after: Tables) -> list[str]:
    """Names of the tables that are not the same. Versions may have become more, and never fewer."""
    return [
        name
        for name in before
        if (before[name] - after[name] if name == "revision" else before[name] != after[name])
    ]


def apart(before: State, after: State) -> list[str]:
    """Which fields of which kinds of entry are not the same."""
    wrong = []
    for id in sorted(before.keys() | after.keys()):
        was, now = before.get(id), after.get(id)
        if was != now:
            names = [one.name for one in fields(was)] if type(was) is type(now) and is_dataclass(was) else []
            off = [name for name in names if getattr(was, name) != getattr(now, name)]
            wrong.append(f"{type(was).__name__} {type(now).__name__} {off}")
    return wrong


def check_index(shelf: Shelf, id: JournalId) -> None:
    """Every entry has its leaf, every leaf its words, and the index holds exactly these."""
    journal = shelf.open(id).journal
    journal.rest()
    entries = {value.id: name for name in EVERY_NOUN for value in getattr(journal, name).all()}
    with shelf.vault.lent(id) as db:
        rows = db.rows("SELECT leaf.id, words, stale FROM leaf JOIN leaf_text USING (place)")
        assert {row[0] for row in rows} == {*entries, "relationship"}, "the leaves are not the entries"
        assert db.row("SELECT count(*) FROM leaf_text") == (len(rows),), "words without a leaf"
        for entry, words, stale in rows:
            assert stale == 0, "a leaf is stale after resting"
            if entry in entries:
                said = getattr(journal, entries[entry]).words_of(entry)[1]
                assert words == set_apart(said), "the index holds other words than the entry"
        db.run("INSERT INTO leaf_words (leaf_words, rank) VALUES ('integrity-check', 1)")


def check_deed(deed: Deed, change: Change, before: State, after: State) -> None:
    """Nothing but what the act is about has changed, and the change tells of all of it."""
    told = {*change.touched, *change.gone}
    for id in before.keys() - after.keys():
        assert id in deed.takes, f"{type(before[id]).__name__} is gone that nobody removed"
    for id in after.keys() - before.keys():
        assert id in told or id in deed.writes, f"{type(after[id]).__name__} appeared and nobody was told"
    for id in before.keys() & after.keys():
        if before[id] == after[id]:
            continue
        what = type(after[id]).__name__
        if id not in ("closure", "relationship") and not isinstance(after[id], RatingInstrument):
            assert id in told, f"{what} changed and nobody was told"
        if id not in deed.writes:
            assert words_in(before[id]) == words_in(after[id]), f"words of another {what} changed"
    if deed.text:
        there = "".join(seen(words_in(value)) for id, value in after.items() if before.get(id) != value)
        if seen(deed.text) not in there:
            kept = "".join(seen(words_in(value)) for value in after.values())
            assert seen(deed.text) in kept, "what was written is not there"
