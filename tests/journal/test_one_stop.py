"""The one-stop sheet: everything on it is an ordinary entry, and stays when it becomes long-term."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import one_stop_acts as sheet
from mentorjournal.journal.one_stop import SHORT_FORM, SheetWords, one_stop
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import ClauseKey
from mentorjournal.model.blocks import Block, BlockKind, Document, Span, to_plain
from mentorjournal.model.ids import new_block_id, new_entry_id
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.session import NoteBlock
from mentorjournal.model.words import (
    RelationshipStatus,
    RelationshipType,
    RetentionRule,
    Role,
    Section,
    SessionStatus,
)
from tests.journal.conftest import NOW, begin

DAY = NOW.date()
TOPIC = "Giving a talk"


@pytest.fixture(params=[Role.MENTEE, Role.MENTOR], ids=str)
def advice(desk, request):
    return begin(
        desk,
        RelationshipType.ONE_STOP,
        my_role=request.param,
        specialist_topic=TOPIC,
        status=RelationshipStatus.DRAFT,
    )


def typed(journal, meeting=None, **words):
    before = one_stop(journal, meeting).words
    return sheet.keep(journal, meeting, before, replace(before, **words))


def section_of(journal):
    mentor = journal.relationship().my_role is Role.MENTOR
    return Section.ADVICE_GIVEN if mentor else Section.ADVICE_RECEIVED


def planned(journal, day=DAY, at=None):
    sheet.plan_meeting(journal, day, at)
    return one_stop(journal).meeting.id


def held(journal, day=DAY):
    id = planned(journal, day)
    sheet.hold(journal, id)
    return id


def test_a_new_one_shows_its_topic_and_nothing_else(advice):
    found = one_stop(advice)
    assert found.words == SheetWords(topic=TOPIC)
    assert (found.meetings, found.meeting, found.actions, found.agreement) == ((), None, (), None)


def test_topic_question_and_background_are_fields_of_the_relationship(advice):
    typed(advice, topic="Posters", question="How much text?", background="First conference")
    about = advice.relationship()
    assert (about.specialist_topic, about.question, about.purpose) == (
        "Posters",
        "How much text?",
        "First conference",
    )


def test_an_empty_topic_is_not_kept_and_the_rest_is(advice):
    typed(advice, topic=" ", question="How much text?")
    assert advice.relationship().specialist_topic == TOPIC
    assert advice.relationship().question == "How much text?"


def test_what_others_changed_meanwhile_stays(advice):
    before = one_stop(advice).words
    advice.describe(replace(advice.relationship(), question="Changed elsewhere"))
    sheet.keep(advice, None, before, replace(before, background="Typed here"))
    about = advice.relationship()
    assert (about.question, about.purpose) == ("Changed elsewhere", "Typed here")


def test_planning_a_meeting_with_a_question_written_puts_it_under_way(advice):
    typed(advice, question="How much text?")
    change = sheet.plan_meeting(advice, DAY, time(14, 0))
    session = one_stop(advice).meeting
    assert (session.day, session.at, session.kind.value) == (DAY, time(14, 0), "one_stop")
    assert advice.relationship().status is RelationshipStatus.ACTIVE
    change.undo()
    assert advice.relationship().status is RelationshipStatus.DRAFT
    assert one_stop(advice).meetings == ()


def test_without_a_question_the_meeting_is_planned_all_the_same(advice):
    planned(advice)
    assert advice.relationship().status is RelationshipStatus.DRAFT


def test_the_preparation_is_that_of_the_session(advice):
    id = planned(advice)
    typed(advice, id, tried="Read a book", wanted="An outline", intention="Listen")
    session = advice.sessions.get(id)
    assert (session.preparation.since, session.desired_outcome, session.intention) == (
        "Read a book",
        "An outline",
        "Listen",
    )


def test_a_meeting_held_sets_the_follow_up_two_weeks_on_as_one_act(advice):
    id = planned(advice)
    change = sheet.hold(advice, id)
    about = advice.relationship()
    assert (about.follow_up_on, about.status) == (DAY + timedelta(days=14), RelationshipStatus.ACTIVE)
    assert advice.sessions.get(id).status is SessionStatus.HELD
    change.undo()
    assert advice.relationship().follow_up_on is None
    assert advice.sessions.get(id).status is SessionStatus.PLANNED


def test_a_follow_up_that_was_chosen_stays(advice):
    id = planned(advice)
    sheet.ask_on(advice, DAY + timedelta(days=40))
    sheet.hold(advice, id)
    assert advice.relationship().follow_up_on == DAY + timedelta(days=40)


def test_a_follow_up_before_the_meeting_is_refused(advice):
    held(advice)
    with pytest.raises(InvalidInput, match="before you met"):
        sheet.ask_on(advice, DAY - timedelta(days=1))


def test_more_than_one_meeting_may_be_held(advice):
    first = held(advice, DAY - timedelta(days=7))
    second = held(advice)
    assert [one.id for one in one_stop(advice).meetings] == [first, second]
    assert one_stop(advice).meeting.id == second
    assert one_stop(advice, first).meeting.id == first
    assert [one.number for one in one_stop(advice).meetings] == [1, 2]


def test_the_meeting_that_has_come_is_in_front_of_the_one_to_come(advice):
    first = held(advice)
    sheet.plan_meeting(advice, DAY + timedelta(days=30))
    assert one_stop(advice).meeting.id == first


def test_the_note_afterwards_is_that_of_the_session(advice):
    id = held(advice)
    typed(advice, id, mattered="Fewer words", took_away="One picture")
    note = advice.sessions.get(id).after_note
    assert (note.mattered, note.took_away) == ("Fewer words", "One picture")


def test_advice_and_what_became_of_it_are_one_note_of_the_session(advice):
    id = held(advice)
    typed(advice, id, came_of_it="It went well")
    typed(advice, id, advice="Cut half")
    sheet.tell(advice, id, True)
    notes = [one for one in advice.sessions.get(id).blocks if one.outcome is not None]
    assert len(notes) == 1
    section = (
        Section.ADVICE_GIVEN if advice.relationship().my_role is Role.MENTOR else Section.ADVICE_RECEIVED
    )
    assert (notes[0].section, notes[0].attribution, to_plain(notes[0].text)) == (
        section,
        section.default_attribution,
        "Cut half",
    )
    assert (notes[0].outcome.what_happened, notes[0].outcome.told_partner) == ("It went well", True)
    assert one_stop(advice).told


def test_telling_them_can_be_taken_back(advice):
    id = held(advice)
    sheet.tell(advice, id, True).undo()
    assert not one_stop(advice).told


def test_advice_with_more_than_plain_lines_is_shown_and_not_set_anew(advice):
    id = held(advice)
    rich = Document((Block(kind=BlockKind.BULLET, spans=(Span(text="Cut half", bold=True),)),))
    section = (
        Section.ADVICE_GIVEN if advice.relationship().my_role is Role.MENTOR else Section.ADVICE_RECEIVED
    )
    advice.sessions.take_notes(id, (NoteBlock(id=new_block_id(), section=section, text=rich),))
    found = one_stop(advice)
    assert "Cut half" in found.words.advice and not found.set_advice


def test_the_three_lines_are_clauses_of_the_agreement(advice):
    typed(advice, time="One hour", confidentiality="All of it", notes="Destroyed after")
    draft = advice.agreements.draft()
    assert [draft.clause(key).agreed_text for key in SHORT_FORM] == [
        "One hour",
        "All of it",
        "Destroyed after",
    ]
    assert {one.key for one in draft.clauses} >= {ClauseKey.LIMITS, ClauseKey.ENDING}
    sheet.agree(advice)
    found = one_stop(advice)
    assert (found.agreed_on, found.words.time) == (DAY, "One hour")


def test_nothing_written_cannot_be_agreed(advice):
    with pytest.raises(InvalidInput, match="Nothing is agreed"):
        sheet.agree(advice)


def test_a_line_changed_after_agreeing_begins_a_new_version(advice):
    typed(advice, time="One hour", confidentiality="All of it")
    sheet.agree(advice)
    typed(advice, time="")
    found = one_stop(advice)
    assert (found.words.time, found.words.confidentiality) == ("", "All of it")
    assert advice.agreements.agreed().clause(ClauseKey.COMMITMENT).agreed_text == "One hour"
    sheet.agree(advice)
    assert advice.agreements.agreed().version == 2
    assert advice.agreements.agreed().clause(ClauseKey.COMMITMENT).agreed_text == ""


def test_closing_runs_the_rule_that_was_agreed(advice):
    held(advice)
    typed(advice, notes="They go to the mentee")
    sheet.choose_rule(advice, RetentionRule.HAND_TO_MENTEE)
    sheet.agree(advice)
    change = sheet.close(advice)
    assert advice.life.closure().rule is RetentionRule.HAND_TO_MENTEE
    assert advice.relationship().status is RelationshipStatus.CLOSED
    change.undo()
    assert advice.relationship().status is RelationshipStatus.ACTIVE


def test_continued_as_long_term_everything_stays(advice):
    typed(advice, question="How much text?", time="One hour")
    sheet.agree(advice)
    id = held(advice)
    typed(advice, id, mattered="Fewer words", advice="Cut half", tried="Read a book")
    advice.actions.add(Action(id=new_entry_id(), day=DAY, text="Send the slides", session_id=id))
    before = one_stop(advice)
    advice.life.take(Step.MAKE_LONG_TERM)
    after = one_stop(advice)
    assert not after.is_one_stop
    assert (after.meetings, after.actions, after.agreement) == (
        before.meetings,
        before.actions,
        before.agreement,
    )
    assert after.words == replace(before.words, background=TOPIC)
    assert after.relationship.planned_end_on == date(DAY.year + 1, DAY.month, DAY.day)
