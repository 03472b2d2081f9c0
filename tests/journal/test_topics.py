"""The inbox, the agenda, and what goes along from one session to the next."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.guidance.suggested import suggest_agenda
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import EntryKind, SessionKind, SessionStatus, TopicSource, TopicStatus
from tests.journal.conftest import NOW

DAY = date(2026, 3, 1)
OPEN, DISCUSSED, CARRIED = TopicStatus.OPEN, TopicStatus.DISCUSSED, TopicStatus.CARRIED
PARKED, DROPPED = TopicStatus.PARKED, TopicStatus.DROPPED


def plan_session(journal, day=DAY, **fields):
    id = new_entry_id()
    journal.sessions.add(Session(id=id, day=day, **fields))
    return id


def capture(journal, text, session=None, **fields):
    (id,) = journal.topics.capture(text, session, **fields).touched
    return id


def texts(topics):
    return [topic.text for topic in topics]


def everything(journal):
    return journal.sessions.all(), journal.topics.all()


def test_a_captured_topic_stands_at_the_end_of_the_inbox_from_today_on(journal):
    capture(journal, "  Saying\nno ")
    capture(journal, "The talk", source=TopicSource.PARTNER)
    first, second = journal.topics.inbox()
    assert (first.text, first.day, first.in_inbox, first.status) == ("Saying no", DAY, True, OPEN)
    assert (second.text, second.source) == ("The talk", TopicSource.PARTNER)
    assert journal.topics.waiting() == 2


@pytest.mark.parametrize(("text", "said"), [(" \n ", "empty"), ("x" * 1001, "at most 1000")])
def test_an_empty_or_overlong_topic_is_refused_in_words(journal, text, said):
    with pytest.raises(InvalidInput, match=said):
        journal.topics.capture(text)
    assert journal.topics.all() == []


def test_several_topics_are_one_act(journal):
    session = plan_session(journal)
    change = journal.topics.capture_all(["One", "Two", "Three"], session)
    assert texts(journal.topics.of_session(session)) == ["One", "Two", "Three"]
    assert change.label == "Add 3 topics"
    again = change.undo()
    assert journal.topics.all() == []
    again.undo()
    assert texts(journal.topics.of_session(session)) == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [(["One", "x" * 1001], "Line 2 is too long"), (["One"] * 201, "at most 200"), ([], "empty")],
)
def test_several_topics_are_kept_together_or_not_at_all(journal, lines, said):
    with pytest.raises(InvalidInput, match=said):
        journal.topics.capture_all(lines)
    assert journal.topics.all() == []


def test_a_topic_goes_onto_an_agenda_and_back(journal):
    session = plan_session(journal)
    capture(journal, "First there", session)
    id = capture(journal, "From the inbox")
    change = journal.topics.plan(id, session)
    assert texts(journal.topics.of_session(session)) == ["First there", "From the inbox"]
    assert journal.topics.get(id).source is TopicSource.INBOX
    assert journal.topics.waiting() == 0
    change.undo()
    assert journal.topics.inbox()[0].source is TopicSource.MINE
    assert texts(journal.topics.of_session(session)) == ["First there"]


def test_whose_topic_it_is_stays_known_wherever_it_goes(journal):
    first, second = plan_session(journal), plan_session(journal, DAY + timedelta(7))
    id = capture(journal, "Theirs", source=TopicSource.PARTNER)
    journal.topics.plan(id, first)
    journal.hold(first)
    found = journal.topics.get(id)
    assert (found.session_id, found.source, found.carried_count) == (second, TopicSource.PARTNER, 1)


@pytest.mark.parametrize("status", [PARKED, DROPPED])
def test_planning_a_settled_topic_opens_it_again(journal, status):
    id = capture(journal, "Later")
    journal.topics.settle(id, status)
    assert journal.topics.waiting() == 0
    journal.topics.plan(id, plan_session(journal))
    assert journal.topics.get(id).status is OPEN


@pytest.mark.parametrize(
    ("status", "label"),
    [
        (DISCUSSED, "Mark topic discussed"),
        (PARKED, "Park topic"),
        (DROPPED, "Drop topic"),
    ],
)
def test_what_became_of_a_topic_can_be_taken_back(journal, status, label):
    id = capture(journal, "This")
    before = journal.topics.get(id)
    change = journal.topics.settle(id, status)
    assert (change.label, journal.topics.get(id).status) == (label, status)
    change.undo()
    assert journal.topics.get(id) == before


def test_a_carried_topic_that_is_opened_again_is_still_carried(journal):
    session = plan_session(journal)
    id = capture(journal, "This", session)
    journal.hold(session)
    journal.topics.settle(id, DISCUSSED)
    journal.topics.settle(id, OPEN)
    assert journal.topics.get(id).status is CARRIED


def test_what_a_topic_says_changes_by_acts_with_names(journal):
    id = capture(journal, "This")
    goal = new_entry_id()
    journal.goals.add(Goal(id=goal, day=DAY, title="Lead"))
    before = journal.topics.get(id)
    changes = [
        journal.topics.reword(id, "That"),
        journal.topics.allow(id, 20),
        journal.topics.raised_by(id, TopicSource.PARTNER),
        journal.topics.link(id, goal),
    ]
    assert journal.topics.get(id) == replace(
        before, text="That", minutes=20, source=TopicSource.PARTNER, goal_id=goal
    )
    assert [change.label for change in changes] == [
        "Edit topic",
        "Change time for topic",
        "Change who raised topic",
        "Link topic to goal",
    ]
    for change in reversed(changes):
        change.undo()
    assert journal.topics.get(id) == before


def test_time_for_a_topic_is_none_or_some_minutes_of_a_day(journal):
    id = capture(journal, "This")
    journal.topics.allow(id, 5)
    journal.topics.allow(id, 0)
    assert journal.topics.get(id).minutes is None
    with pytest.raises(InvalidInput, match="24 hours"):
        journal.topics.allow(id, 1441)


def test_what_was_not_discussed_is_carried_with_its_first_day_and_a_count(desk, journal):
    days = [DAY + timedelta(7 * week) for week in range(3)]
    sessions = [plan_session(journal, day) for day in days]
    id = capture(journal, "Not yet", sessions[0])
    done = capture(journal, "Discussed", sessions[0])
    journal.topics.settle(done, DISCUSSED)
    for week in range(2):
        desk.now = NOW + timedelta(7 * week)
        journal.hold(sessions[week])
    desk.now = NOW + timedelta(14)
    carried = journal.topics.get(id)
    assert (carried.day, carried.carried_count, carried.session_id) == (DAY, 2, sessions[2])
    assert (carried.status, carried.source) == (CARRIED, TopicSource.CARRIED_OVER)
    journal.hold(sessions[2])
    assert (journal.topics.get(id).in_inbox, journal.topics.get(id).carried_count) == (True, 3)
    assert texts(journal.topics.of_session(sessions[0])) == ["Discussed"]


def test_carried_topics_stand_behind_those_that_wait_there_in_their_order(journal):
    first, second = plan_session(journal), plan_session(journal, DAY + timedelta(7))
    capture(journal, "There already", second)
    for text in ("One", "Two"):
        capture(journal, text, first)
    journal.hold(first)
    assert texts(journal.topics.of_session(second)) == ["There already", "One", "Two"]


@pytest.mark.parametrize("status", [PARKED, DROPPED, DISCUSSED])
def test_what_was_settled_is_not_carried(journal, status):
    first, _ = plan_session(journal), plan_session(journal, DAY + timedelta(7))
    id = capture(journal, "This", first)
    journal.topics.settle(id, status)
    journal.hold(first)
    found = journal.topics.get(id)
    assert (found.session_id, found.status, found.carried_count) == (first, status, 0)


def test_parked_topics_of_past_sessions_are_not_lost_from_sight(journal):
    first, second = plan_session(journal), plan_session(journal, DAY + timedelta(7))
    journal.topics.settle(capture(journal, "Later", first), PARKED)
    journal.topics.settle(capture(journal, "Here", second), PARKED)
    assert journal.topics.set_aside() == []
    journal.hold(first)
    assert texts(journal.topics.set_aside()) == ["Later"]
    assert journal.topics.set_aside(but=first) == []


def test_taking_back_a_held_session_brings_all_back_exactly(journal):
    first, _ = plan_session(journal), plan_session(journal, DAY + timedelta(7))
    for text in ("One", "Two", "Three"):
        capture(journal, text, first)
    before = everything(journal)
    change = journal.hold(first)
    after = everything(journal)
    assert change.label == "Mark session held"
    again = change.undo()
    assert everything(journal) == before
    back = again.undo()
    assert everything(journal) == after
    back.undo()
    assert everything(journal) == before


@pytest.mark.parametrize(
    "status",
    [
        SessionStatus.POSTPONED,
        SessionStatus.CANCELLED_BY_ME,
        SessionStatus.CANCELLED_BY_PARTNER,
        SessionStatus.MISSED,
    ],
)
def test_a_session_put_off_sends_its_topics_on_without_counting(journal, status):
    first, second = plan_session(journal), plan_session(journal, DAY + timedelta(7))
    id = capture(journal, "Still", first)
    parked = capture(journal, "Parked", first)
    journal.topics.settle(parked, PARKED)
    before = everything(journal)
    change = journal.put_off(first, status)
    found = journal.topics.get(id)
    assert (found.session_id, found.carried_count, found.status, found.source) == (
        second,
        0,
        OPEN,
        TopicSource.MINE,
    )
    assert journal.topics.get(parked).session_id == first
    assert journal.sessions.get(first).status is status
    assert change.label == f"Mark session {status.label}"
    again = change.undo()
    assert everything(journal) == before
    again.undo()
    assert journal.topics.get(id).session_id == second


def test_a_session_put_off_with_none_to_follow_leaves_its_topics_in_the_inbox(journal):
    session = plan_session(journal)
    plan_session(journal, DAY + timedelta(1), kind=SessionKind.CONTACT)
    id = capture(journal, "Still", session)
    journal.put_off(session, SessionStatus.POSTPONED)
    assert (journal.topics.get(id).in_inbox, journal.topics.get(id).carried_count) == (True, 0)


def test_a_session_put_off_to_another_takes_its_topics_there(journal):
    first, _, later = (plan_session(journal, DAY + timedelta(days)) for days in (0, 7, 14))
    id = capture(journal, "Still", first)
    journal.put_off(first, SessionStatus.POSTPONED, to=later)
    assert journal.topics.get(id).session_id == later


@pytest.mark.parametrize("status", [SessionStatus.HELD, SessionStatus.PLANNED])
def test_only_a_session_that_did_not_take_place_is_put_off(journal, status):
    session = plan_session(journal)
    with pytest.raises(ValueError, match="put off"):
        journal.put_off(session, status)


def test_moving_a_topic_is_one_act_with_one_way_back(journal):
    session = plan_session(journal)
    ids = [capture(journal, text, session) for text in "abcde"]
    before = journal.topics.of_session(session)
    change = journal.topics.reorder([ids[4], *ids[:4]])
    assert "".join(texts(journal.topics.of_session(session))) == "eabcd"
    assert change.label == "Move topic"
    again = change.undo()
    assert journal.topics.of_session(session) == before
    again.undo()
    assert "".join(texts(journal.topics.of_session(session))) == "eabcd"


def test_moving_one_of_two_hundred_topics_writes_one(journal):
    session = plan_session(journal)
    journal.topics.capture_all([f"Topic {number}" for number in range(200)], session)
    ids = [topic.id for topic in journal.topics.of_session(session)]
    moved = ids.pop(150)
    change = journal.topics.reorder([*ids[:3], moved, *ids[3:]])
    assert change.touched == {moved}
    assert journal.topics.of_session(session)[3].id == moved


def test_moving_topics_leaves_others_of_the_agenda_where_they_stand(journal):
    session = plan_session(journal)
    ids = [capture(journal, text, session) for text in "abcd"]
    journal.topics.reorder([ids[3], ids[0], ids[2]])
    assert "".join(texts(journal.topics.of_session(session))) == "dbac"


def test_moving_tells_nothing_when_nothing_moves(journal):
    ids = [capture(journal, text) for text in "ab"]
    change = journal.topics.reorder(ids)
    assert (change.touched, change.undo) == (frozenset(), None)
    assert journal.topics.reorder([]).undo is None


def test_a_topic_that_went_meanwhile_cannot_be_moved(journal):
    with pytest.raises(NotFound):
        journal.topics.reorder([new_entry_id()])


def test_topics_of_a_deleted_session_wait_in_the_inbox_until_it_comes_back(journal):
    session = plan_session(journal)
    id = capture(journal, "This", session)
    change = journal.sessions.remove(session)
    assert journal.topics.get(id).in_inbox
    change.undo()
    assert journal.topics.get(id).session_id == session


def test_the_coming_session_is_the_next_planned_one_from_today_on(journal):
    plan_session(journal, DAY - timedelta(1))
    plan_session(journal, kind=SessionKind.CONTACT)
    plan_session(journal, DAY, status=SessionStatus.HELD)
    assert journal.sessions.coming() is None
    plan_session(journal, DAY, at=time(15))
    noon = plan_session(journal, DAY, at=time(12))
    found = journal.sessions.coming()
    assert found is not None
    assert found.id == noon


def test_a_topic_is_found_by_its_words(journal):
    from mentorjournal.model.query import parse

    id = capture(journal, "The keynote")
    (hit,) = journal.find(parse("keynote"))
    assert (hit.kind, hit.id) == (EntryKind.TOPIC, id)


def test_a_suggested_point_that_nobody_took_up_does_not_go_along(journal):
    session, after = plan_session(journal), plan_session(journal, DAY + timedelta(days=14))
    capture(journal, "The talk", session)
    suggest_agenda(journal, session)
    before = everything(journal)
    change = journal.topics.carry(session, after)
    assert texts(journal.topics.of_session(after)) == ["The talk"]
    assert {topic.status for topic in journal.topics.of_session(session)} == {DROPPED}
    change.undo()
    assert everything(journal) == before
