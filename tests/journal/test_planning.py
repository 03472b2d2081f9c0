"""Planning, postponing, putting off and noting a contact: each is one act with an exact way back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.suggested import (
    FIRST_FORMAL,
    FIRST_INFORMAL,
    ONE_STOP,
    REGULAR,
    agenda_for,
    suggest_agenda,
)
from mentorjournal.journal import planning
from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.ids import new_block_id, new_entry_id
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Session
from mentorjournal.model.words import (
    ActionOwner,
    Mode,
    RelationshipType,
    Role,
    Section,
    SessionKind,
    SessionStatus,
    TopicSource,
    TopicStatus,
)
from tests.journal.conftest import begin


@pytest.fixture
def today(journal):
    return journal.today()


def add(journal, day, **fields):
    value = Session(id=new_entry_id(), day=day, **fields)
    journal.sessions.add(value)
    return value


def rhythm(journal, days, **fields):
    about = journal.relationship()
    journal.describe(replace(about, commitment=Commitment(interval_days=days, minutes=45), **fields))


def test_the_first_session_is_planned_for_today_and_the_next_by_the_rhythm(journal, today):
    rhythm(journal, 28)
    planning.plan(journal)
    (first,) = journal.sessions.all()
    assert (first.day, first.kind, first.minutes) == (today, SessionKind.FIRST, 45)
    planning.plan(journal)
    second = journal.sessions.all()[1]
    assert (second.day, second.kind) == (today + timedelta(days=28), SessionKind.REGULAR)


def test_the_rhythm_never_suggests_a_day_that_is_past(journal, today):
    rhythm(journal, 7)
    add(journal, today - timedelta(days=90), status=SessionStatus.HELD)
    assert planning.suggested_day(journal) == today


def test_without_a_rhythm_nothing_is_suggested(journal, today):
    add(journal, today, status=SessionStatus.HELD)
    assert planning.suggested_day(journal) is None


def test_a_rhythm_beyond_the_last_day_there_is_suggests_nothing(journal, today):
    rhythm(journal, 4_000_000)
    add(journal, today, status=SessionStatus.HELD)
    assert planning.suggested_day(journal) is None


def test_planning_is_taken_back_whole(journal):
    change = planning.plan(journal)
    assert change.label == "Plan session"
    change.undo()
    assert journal.sessions.all() == []


def test_the_next_conversation_is_not_before_this_one(journal, today):
    this = add(journal, today, status=SessionStatus.HELD)
    with pytest.raises(InvalidInput, match="before this session"):
        planning.plan_after(journal, this.id, today - timedelta(days=1))


def test_postponing_takes_preparation_and_open_topics_along(journal, today):
    before = add(journal, today, intention="Listen", blocks=(NoteBlock(id=new_block_id()),))
    journal.topics.capture("The talk", before.id)
    journal.topics.capture("The review", before.id)
    done = journal.topics.of_session(before.id)[0]
    journal.topics.settle(done.id, TopicStatus.DISCUSSED)
    day = today + timedelta(days=9)

    change = planning.postpone(journal, before.id, day)
    old, new = journal.sessions.all()
    assert (old.status, new.status, new.day, new.intention) == (
        SessionStatus.POSTPONED,
        SessionStatus.PLANNED,
        day,
        "Listen",
    )
    (topic,) = journal.topics.of_session(new.id)
    assert (topic.text, topic.carried_count, topic.status) == ("The review", 0, TopicStatus.OPEN)

    again = change.undo()
    assert journal.sessions.all() == [before]
    assert len(journal.topics.of_session(before.id)) == 2
    again.undo()
    assert len(journal.sessions.all()) == 2


def test_a_session_is_not_postponed_into_the_past(journal, today):
    value = add(journal, today)
    with pytest.raises(InvalidInput, match="past"):
        planning.postpone(journal, value.id, today - timedelta(days=1))
    assert journal.sessions.all() == [value]


@pytest.mark.parametrize(
    "status", [SessionStatus.CANCELLED_BY_ME, SessionStatus.CANCELLED_BY_PARTNER, SessionStatus.MISSED]
)
def test_what_was_to_be_discussed_stays_when_a_session_does_not_take_place(journal, today, status):
    value = add(journal, today)
    journal.topics.capture("The talk", value.id)
    change = journal.put_off(value.id, status)
    assert journal.sessions.get(value.id).status is status
    assert [topic.text for topic in journal.topics.inbox()] == ["The talk"]
    change.undo()
    assert journal.sessions.get(value.id) == value
    assert journal.topics.inbox() == []


def test_a_session_to_come_was_not_held_yet(journal, today):
    value = add(journal, today + timedelta(days=1))
    with pytest.raises(InvalidInput, match="still to come"):
        journal.hold(value.id)


def test_taking_back_that_it_was_held_leaves_what_was_written_since(journal, today):
    value = add(journal, today)
    held = journal.hold(value.id)
    block = NoteBlock(id=new_block_id(), text=from_plain("Since"))
    journal.sessions.take_notes(value.id, (block,))
    journal.sessions.note_after(value.id, AfterNote(mattered="All of it"))
    held.undo()
    found = journal.sessions.get(value.id)
    assert found.status is SessionStatus.PLANNED
    assert found.blocks == (block,)
    assert found.after_note.mattered == "All of it"


def test_facts_notes_and_after_note_are_written_apart(journal, today):
    block = NoteBlock(id=new_block_id(), text=from_plain("Kept"))
    value = add(journal, today, intention="Listen")
    journal.sessions.take_notes(value.id, (block,))
    journal.sessions.note_after(value.id, AfterNote(stopped_at="Half way"), usefulness=8)
    journal.sessions.arrange(replace(value, minutes=30, title="Short", status=SessionStatus.MISSED))
    found = journal.sessions.get(value.id)
    assert found == replace(
        value,
        minutes=30,
        title="Short",
        blocks=(block,),
        after_note=AfterNote(stopped_at="Half way"),
        usefulness=8,
    )


def test_finishing_the_after_note_is_an_act_of_its_own(journal, today):
    value = add(journal, today, status=SessionStatus.HELD)
    change = journal.sessions.finish_note(value.id, today)
    journal.sessions.note_after(value.id, AfterNote(mattered="Later", written_on=today))
    change.undo()
    assert journal.sessions.get(value.id).after_note == AfterNote(mattered="Later")


def test_what_became_of_advice_is_taken_back_alone(journal, today):
    block = NoteBlock(id=new_block_id(), section=Section.ADVICE_GIVEN, text=from_plain("Ask"))
    value = add(journal, today, blocks=(block,))
    change = journal.sessions.note_outcome(value.id, block.id, AdviceOutcome(what_happened="Asked"))
    journal.sessions.take_notes(value.id, (replace(block, text=from_plain("Ask first")),))
    change.undo()
    (found,) = journal.sessions.get(value.id).blocks
    assert (to_plain(found.text), found.outcome) == ("Ask first", None)


def test_a_contact_is_held_and_not_counted(journal, today):
    change = planning.note_contact(journal, today, Mode.PHONE, "Moved to May.")
    (value,) = journal.sessions.all()
    assert (value.kind, value.status, value.number, value.minutes, value.mode) == (
        SessionKind.CONTACT,
        SessionStatus.HELD,
        None,
        0,
        Mode.PHONE,
    )
    change.undo()
    assert journal.sessions.all() == []


@pytest.mark.parametrize(("days", "text", "says"), [(1, "Hello", "still to come"), (0, " \n", "empty")])
def test_a_contact_says_something_that_was(journal, today, days, text, says):
    with pytest.raises(InvalidInput, match=says):
        planning.note_contact(journal, today + timedelta(days=days), Mode.PHONE, text)


def test_after_one_stop_advice_somebody_reports_back(desk):
    journal = begin(desk, RelationshipType.ONE_STOP, specialist_topic="Grants", my_role=Role.MENTEE)
    today = journal.today()
    value = add(journal, today, kind=SessionKind.ONE_STOP, status=SessionStatus.HELD)
    day = planning.suggested_day(journal)
    assert day == today + timedelta(days=14)
    planning.report_back(journal, value.id, day)
    (action,) = journal.actions.all()
    assert (action.owner, action.is_promise, action.due_on, action.session_id) == (
        ActionOwner.ME,
        True,
        day,
        value.id,
    )


def test_a_suggested_agenda_follows_what_stands_there_and_never_twice(journal, today):
    value = add(journal, today)
    journal.topics.capture("The talk", value.id)
    change = suggest_agenda(journal, value.id)
    topics = journal.topics.of_session(value.id)
    assert [topic.text for topic in topics] == ["The talk", *(text for text, _ in REGULAR)]
    assert {topic.source for topic in topics[1:]} == {TopicSource.SUGGESTED}
    suggest_agenda(journal, value.id)
    assert journal.topics.of_session(value.id) == topics
    change.undo()
    assert [topic.text for topic in journal.topics.of_session(value.id)] == ["The talk"]


def test_every_kind_has_an_agenda_that_fits_its_time():
    formal, informal = RelationshipType.LONG_TERM_FORMAL, RelationshipType.INFORMAL
    assert agenda_for(SessionKind.FIRST, formal) is FIRST_FORMAL
    assert agenda_for(SessionKind.FIRST, informal) is FIRST_INFORMAL
    assert agenda_for(SessionKind.REGULAR, RelationshipType.ONE_STOP) is ONE_STOP
    assert agenda_for(SessionKind.CONTACT, formal) == ()
    for kind in SessionKind:
        for type in RelationshipType:
            assert sum(minutes for _, minutes in agenda_for(kind, type)) in (0, 30, 45, 60)


def test_taking_back_that_a_session_was_held_leaves_what_was_said_of_it_later(journal, today):
    value = add(journal, today)
    held = journal.sessions.hold(value.id)
    journal.sessions.settle(value.id, SessionStatus.CANCELLED_BY_ME)
    held.undo()
    assert journal.sessions.get(value.id).status is SessionStatus.CANCELLED_BY_ME


def test_suggested_points_leave_room_between_them(journal, today):
    value = add(journal, today)
    suggest_agenda(journal, value.id)
    points = journal.topics.of_session(value.id)
    change = journal.topics.reorder([points[2].id, *(p.id for p in points if p is not points[2])])
    assert change.touched <= {points[2].id, value.id}


def test_minutes_of_turns_are_noted_and_taken_back(journal, today):
    id = add(journal, today).id
    change = journal.sessions.note_turns(id, 30, 20)
    session = journal.sessions.get(id)
    assert (session.my_turn_minutes, session.partner_turn_minutes) == (30, 20)
    change.undo()
    assert journal.sessions.get(id).my_turn_minutes is None


def test_a_turn_of_no_possible_length_is_refused(journal, today):
    id = add(journal, today).id
    with pytest.raises(InvalidInput, match="A turn takes"):
        journal.sessions.note_turns(id, -1, None)


def test_minutes_of_turns_stay_when_the_session_is_edited_elsewhere(journal, today):
    value = add(journal, today)
    journal.sessions.note_turns(value.id, 30, 20)
    journal.sessions.write(replace(value, title="Another title"))
    assert journal.sessions.get(value.id).my_turn_minutes == 30


def test_a_session_put_off_begins_without_minutes(journal, today):
    value = add(journal, today)
    journal.sessions.note_turns(value.id, 30, 20)
    planning.postpone(journal, value.id, today + timedelta(days=7))
    assert journal.sessions.all()[1].my_turn_minutes is None


def test_reporting_back_sets_the_day_on_which_it_is_asked_for(desk):
    journal = begin(desk, RelationshipType.ONE_STOP, specialist_topic="A talk")
    today = journal.today()
    id = add(journal, today, status=SessionStatus.HELD).id
    change = planning.report_back(journal, id, today + timedelta(days=14))
    assert journal.relationship().follow_up_on == today + timedelta(days=14)
    change.undo()
    assert journal.relationship().follow_up_on is None and journal.actions.all() == []
