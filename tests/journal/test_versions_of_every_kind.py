"""Earlier versions of every kind of entry: none is written over without a way back to what it said."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.journal.about import ABOUT, CLOSURE
from mentorjournal.journal.noun import Noun
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey
from mentorjournal.model.blocks import Block, Span, from_plain, to_plain
from mentorjournal.model.closure import Closure
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId, new_block_id, new_entry_id
from mentorjournal.model.rating import Rating, RatingItem
from mentorjournal.model.reflection import LearningPoint, Reflection
from mentorjournal.model.relationship import Programme, Signpost
from mentorjournal.model.review import Review, ReviewAnswer
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionStatus,
    AgreementState,
    EntryKind,
    RetentionRule,
    ReviewKind,
    Role,
    SessionStatus,
    Visibility,
)
from tests.faults.anyuser.state import texts_of
from tests.journal.test_versions import texts
from tests.sharing.planted import fill

DAY = date(2026, 3, 1)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Kind:
    """A kind of entry by the journal's name for its door, a new one, and how it says something."""

    kind: EntryKind
    door: str
    new: Callable[[EntryId, str], Any]
    says: Callable[[Any, str], Any]


def agreement(id: EntryId, text: str) -> Agreement:
    return Agreement(id=id, day=DAY, clauses=(Clause(key=ClauseKey.PURPOSE, my_draft=text),))


def review(id: EntryId, text: str) -> Review:
    answers = (ReviewAnswer(question="What stayed?", mine=text),)
    return Review(id=id, day=DAY, kind=ReviewKind.MID_TERM, answers=answers)


def rating(id: EntryId, text: str) -> Rating:
    items = (RatingItem("Trust"),)
    return Rating(id=id, day=DAY, instrument_id="own", name="Own", items=items, values=(4,), note=text)


def session(id: EntryId, text: str) -> Session:
    return Session(id=id, day=DAY, blocks=(NoteBlock(id=new_block_id(), text=from_plain(text)),))


KINDS = (
    Kind(
        EntryKind.REFLECTION,
        "reflections",
        lambda id, text: Reflection(id=id, day=DAY, text=from_plain(text)),
        lambda value, text: replace(value, text=from_plain(text)),
    ),
    Kind(
        EntryKind.SESSION,
        "sessions",
        session,
        lambda value, text: replace(value, blocks=(replace(value.blocks[0], text=from_plain(text)),)),
    ),
    Kind(
        EntryKind.GOAL,
        "goals",
        lambda id, text: Goal(id=id, day=DAY, title=text),
        lambda value, text: replace(value, title=text),
    ),
    Kind(
        EntryKind.ACTION,
        "actions",
        lambda id, text: Action(id=id, day=DAY, text=text),
        lambda value, text: replace(value, text=text),
    ),
    Kind(
        EntryKind.LEARNING,
        "learning_points",
        lambda id, text: LearningPoint(id=id, day=DAY, text=text),
        lambda value, text: replace(value, text=text),
    ),
    Kind(
        EntryKind.TOPIC,
        "topics",
        lambda id, text: Topic(id=id, day=DAY, text=text),
        lambda value, text: replace(value, text=text),
    ),
    Kind(EntryKind.RATING, "ratings", rating, lambda value, text: replace(value, note=text)),
    Kind(
        EntryKind.AGREEMENT,
        "agreements",
        agreement,
        lambda value, text: replace(value, clauses=agreement(value.id, text).clauses),
    ),
    Kind(
        EntryKind.REVIEW,
        "reviews",
        review,
        lambda value, text: replace(value, answers=review(value.id, text).answers),
    ),
)
each = pytest.mark.parametrize("one", KINDS, ids=lambda one: one.kind.value)
ONLY_ONE = [one for one in KINDS if one.door in ("sessions", "goals", "ratings", "agreements", "reviews")]


def written(journal, one: Kind, text: str = "As it was"):
    """A new entry of this kind that says *text*."""
    value = one.new(new_entry_id(), text)
    getattr(journal, one.door).add(value)
    return value


def write_over(desk, journal, one: Kind, value, text: str = "Typed over it"):
    desk.now += HOUR
    return getattr(journal, one.door).write(one.says(value, text))


def test_there_is_no_kind_that_is_left_out_here(journal):
    doors = [name for name, door in vars(journal).items() if isinstance(door, Noun)]

    assert {one.door for one in KINDS} == set(doors)
    assert {one.kind for one in KINDS} | {EntryKind.RELATIONSHIP} == set(EntryKind)


@each
def test_what_was_typed_over_is_still_there_when_the_journal_is_opened_again(desk, journal, one):
    value = written(journal, one)
    write_over(desk, journal, one, value)
    journal.close()
    again = desk.open()

    assert texts(again, one.kind, value.id) == ["As it was"]


@each
def test_it_is_kept_as_well_where_only_the_next_sitting_types_over_it(desk, journal, one):
    value = written(journal, one)
    journal.close()
    again = desk.open()
    desk.now += timedelta(minutes=1)
    getattr(again, one.door).write(one.says(value, "Typed over it"))

    (row,) = again.versions.of(one.kind, value.id)
    assert texts(again, one.kind, value.id) == ["As it was"]
    assert row.moment == desk.now - timedelta(minutes=1)


@each
def test_deleting_it_deletes_its_versions_and_undoing_brings_them_back(desk, journal, one):
    value = written(journal, one)
    write_over(desk, journal, one, value)
    rows = journal.versions.of(one.kind, value.id)
    change = getattr(journal, one.door).remove(value.id)
    assert desk.db.rows("SELECT id FROM revision") == []

    change.undo()
    assert len(rows) == 1 and journal.versions.of(one.kind, value.id) == rows


@each
def test_saving_again_within_a_burst_asks_no_more_of_the_file_than_the_save_itself(
    desk, journal, one, monkeypatch
):
    value = written(journal, one)
    asked: list[str] = []
    row, rows = desk.db.row, desk.db.rows
    monkeypatch.setattr(desk.db, "row", lambda sql, *more: asked.append(sql) or row(sql, *more))
    monkeypatch.setattr(desk.db, "rows", lambda sql, *more: asked.append(sql) or rows(sql, *more))
    getattr(journal, one.door).write(one.says(value, "As it was, and more"))

    assert [sql for sql in asked if "revision" in sql or "updated_at" in sql] == []


@pytest.mark.parametrize("one", ONLY_ONE, ids=lambda one: one.kind.value)
def test_of_some_there_is_only_one(desk, journal, one):
    value = written(journal, one)
    write_over(desk, journal, one, value)
    (row,) = journal.versions.of(one.kind, value.id)

    with pytest.raises(InvalidInput, match="only one"):
        journal.restore_copy(row.id)


# Copies


def test_an_earlier_action_stands_beside_it_as_private_as_new(desk, journal):
    value = Action(
        id=new_entry_id(), day=DAY, text="Call", outcome_note="Once", visibility=Visibility.SUMMARY_OK
    )
    journal.actions.add(value)
    desk.now += HOUR
    journal.actions.write(replace(value, text="Write", outcome_note=""))
    (row,) = journal.versions.of(EntryKind.ACTION, value.id)
    change = journal.restore_copy(row.id)

    copy = journal.actions.get(*change.touched)
    assert copy == replace(value, id=copy.id, visibility=Visibility.PRIVATE)
    assert journal.actions.get(value.id).text == "Write"
    change.undo()
    assert [one.id for one in journal.actions.all()] == [value.id]


def test_an_earlier_topic_stands_at_the_end_of_its_agenda(desk, journal):
    meeting = Session(id=new_entry_id(), day=DAY, status=SessionStatus.PLANNED)
    journal.sessions.add(meeting)
    for text in ("First", "Second"):
        journal.topics.capture(text, meeting.id)
    first = journal.topics.of_session(meeting.id)[0]
    desk.now += HOUR
    journal.topics.reword(first.id, "Reworded")
    (row,) = journal.versions.of(EntryKind.TOPIC, first.id)
    change = journal.restore_copy(row.id)

    assert [one.text for one in journal.topics.of_session(meeting.id)] == ["Reworded", "Second", "First"]
    change.undo()
    assert [one.text for one in journal.topics.of_session(meeting.id)] == ["Reworded", "Second"]


# What is more than one text


def test_what_came_of_an_action_is_kept_when_it_is_said_anew(desk, journal):
    value = Action(id=new_entry_id(), day=DAY, text="Call")
    journal.actions.add(value)
    journal.actions.settle(value.id, ActionStatus.DONE, "She was glad of it")
    desk.now += HOUR
    journal.actions.note_outcome(value.id, "No answer")

    assert texts(journal, EntryKind.ACTION, value.id) == ["Call She was glad of it"]


def test_a_clause_that_the_partners_form_replaces_is_kept(desk, journal):
    value = agreement(new_entry_id(), "Mine")
    journal.agreements.add(value)
    journal.agreements.take_in(value.id, {ClauseKey.PURPOSE: "What they said at first"})
    desk.now += HOUR
    journal.agreements.take_in(value.id, {ClauseKey.PURPOSE: "Another"})

    (row,) = journal.versions.of(EntryKind.AGREEMENT, value.id)
    said = {part.label: to_plain(part.text) for part in journal.versions.get(row.id).parts}
    assert said == {
        "Why we are doing this: my draft": "Mine",
        "Why we are doing this: my partner’s draft": "What they said at first",
    }


def test_every_text_of_a_review_is_in_its_version(desk, journal):
    answers = (ReviewAnswer(question="What stayed?", mine="the silence", theirs="the walks"),)
    value = replace(review(new_entry_id(), ""), answers=answers, decisions="go on", agreement_changes="fewer")
    journal.reviews.add(value)
    desk.now += HOUR
    journal.reviews.write(replace(value, decisions="stop"))

    (row,) = journal.versions.of(EntryKind.REVIEW, value.id)
    said = {part.label: to_plain(part.text) for part in journal.versions.get(row.id).parts}
    assert said == {
        "What stayed? Mine": "the silence",
        "What stayed? My partner’s": "the walks",
        "What we decide": "go on",
        "Changes to the agreement": "fewer",
    }


# The relationship


def test_what_is_said_of_the_relationship_is_kept_when_it_is_typed_over(desk, journal):
    about = replace(
        journal.relationship(),
        purpose="To write better",
        programme=Programme(name="Aurora"),
        signposts=(Signpost(what_for="Debt", service="The union"),),
    )
    journal.describe(about)
    desk.now += HOUR
    journal.describe(replace(about, purpose="To be calmer"))
    journal.close()
    again = desk.open()

    (row,) = [row for row in again.versions.of(EntryKind.RELATIONSHIP, ABOUT) if row.words > 4]
    said = {part.label: to_plain(part.text) for part in again.versions.get(row.id).parts}
    assert row.title == "Heron"
    assert said == {
        "Codename": "Heron",
        "Their name": "Żaneta Wójcik",
        "Purpose": "To write better",
        "Programme": "Aurora",
        "Where to refer on": "Debt, The union",
    }
    assert again.versions.now(EntryKind.RELATIONSHIP, ABOUT)[1].label == "Purpose"


def test_a_purpose_that_is_emptied_is_kept_whatever_the_burst(desk, journal):
    about = replace(journal.relationship(), purpose="To write better")
    journal.describe(about)
    journal.describe(replace(about, purpose=""))

    assert any("To write better" in text for text in texts(journal, EntryKind.RELATIONSHIP, ABOUT))


def test_a_step_of_its_life_makes_no_version_of_the_relationship(desk, journal):
    desk.now += HOUR
    journal.life.close(Closure(closed_on=DAY))

    assert texts(journal, EntryKind.RELATIONSHIP, ABOUT) == []


def test_why_the_notes_were_held_is_kept_when_they_are_not_any_more(desk, journal):
    hold = Closure(closed_on=DAY, rule=RetentionRule.ON_HOLD, hold_reason="A case is open")
    journal.life.close(hold)
    journal.life.settle_notes(replace(hold, rule=RetentionRule.KEEP_OWN, hold_reason=""))

    assert texts(journal, EntryKind.RELATIONSHIP, CLOSURE) == ["A case is open"]
    (row,) = journal.versions.of(EntryKind.RELATIONSHIP, CLOSURE)
    with pytest.raises(InvalidInput, match="only one"):
        journal.restore_copy(row.id)


def test_how_it_was_closed_is_not_there_while_it_is_not(journal):
    with pytest.raises(NotFound):
        journal.versions.now(EntryKind.RELATIONSHIP, CLOSURE)


# Nothing is left out

LEFT_OUT = {
    "Reflection.tags",  # words to find it by, not a text
    "CheckIn.what_moved_it",  # check-ins and what was said of a status are only ever added
    "StatusChange.note",
    "Rating.name",  # the sheet's own words, as they were when it was filled in
    "RatingItem.label",
    "RatingItem.low_text",
    "RatingItem.high_text",
    "Fact.label",  # what the journal said on that day
    "Fact.value",
}


def worded(value: Any, within: str, said: dict[str, str]) -> Any:
    """*value* with a word of its own in every text, however deep; *said* is told which field has which."""
    if isinstance(value, Block):
        return replace(value, spans=(Span(worded("", within, said)),))
    if isinstance(value, tuple):
        return tuple(worded(item, within, said) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [one.name for one in fields(value) if one.name != "id" and not one.name.endswith("_id")]
        name = type(value).__name__
        return replace(value, **{one: worded(getattr(value, one), f"{name}.{one}", said) for one in names})
    if type(value) is not str:  # a choice is a string of another type
        return value
    word = f"word{len(said)}x"
    said[word] = within
    return word


@pytest.mark.parametrize("role", Role)
def test_every_word_that_can_be_typed_over_is_in_the_version(desk, role):
    journal = fill(desk, role)
    values = [value for one in KINDS for value in getattr(journal, one.door).all()]
    missing = set()
    for value in (*values, journal.relationship(), journal.life.closure()):
        said: dict[str, str] = {}
        texts = texts_of(worded(value, "", said))
        assert texts is not None
        kept = " ".join(f"{part.label} {to_plain(part.text)}" for part in texts[1])
        missing |= {field for word, field in said.items() if word not in kept}

    assert missing == LEFT_OUT


def test_a_settled_agreement_keeps_the_versions_of_its_draft(desk, journal):
    value = agreement(new_entry_id(), "At first")
    journal.agreements.add(value)
    desk.now += HOUR
    clauses = (Clause(key=ClauseKey.PURPOSE, my_draft="Mine", agreed_text="Agreed"),)
    journal.agreements.write(replace(value, clauses=clauses))
    journal.agreements.agree(value.id, DAY)

    assert journal.agreements.get(value.id).state is AgreementState.AGREED
    assert texts(journal, EntryKind.AGREEMENT, value.id) == ["At first"]
