"""Adding, writing, removing, and the exact way back, for every noun."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import new_block_id, new_check_in_id, new_entry_id
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Attribution,
    EntryKind,
    GoalStatus,
    MeasureKind,
    Section,
    SessionKind,
    SessionStatus,
    Visibility,
)
from tests.model.test_blocks import documents

DAY = date(2026, 3, 1)


def reflection(**fields):
    return Reflection(**{"id": new_entry_id(), "day": DAY, "text": from_plain("First words"), **fields})


def session(**fields):
    return Session(**{"id": new_entry_id(), "day": DAY, **fields})


def goal(**fields):
    return Goal(**{"id": new_entry_id(), "day": DAY, "title": "Lead a review", **fields})


def action(**fields):
    return Action(**{"id": new_entry_id(), "day": DAY, "text": "Send the draft", **fields})


def learning(**fields):
    return LearningPoint(**{"id": new_entry_id(), "day": DAY, "text": "Ask first", **fields})


EVERY = [
    ("reflections", reflection, {"title": "Another"}),
    ("sessions", session, {"place": "Library"}),
    ("goals", goal, {"success_criterion": "Led alone"}),
    ("actions", action, {"due_on": date(2026, 3, 9)}),
    ("learning_points", learning, {"visibility": Visibility.SUMMARY_OK}),
]


@pytest.mark.parametrize(("noun", "make", "edit"), EVERY)
def test_every_act_can_be_taken_back_and_done_again(desk, journal, noun, make, edit):
    door = getattr(journal, noun)
    first = make()
    added = door.add(first)
    assert door.get(first.id) == first
    edited = door.write(replace(first, **edit))
    second = door.get(first.id)
    assert second != first
    back = edited.undo()
    assert door.get(first.id) == first
    again = back.undo()
    assert door.get(first.id) == second
    removed = door.remove(first.id)
    assert removed.gone == {first.id}
    with pytest.raises(NotFound):
        door.get(first.id)
    removed.undo()
    assert door.get(first.id) == second
    again.undo()
    added.undo()
    assert door.all() == []
    assert desk.db.check() == []


@pytest.mark.parametrize(("noun", "make", "edit"), EVERY)
def test_what_was_written_is_there_after_opening_again(desk, journal, noun, make, edit):
    value = replace(make(), **edit)
    getattr(journal, noun).add(value)
    journal.close()
    assert getattr(desk.open(), noun).get(value.id) == value


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(text=documents, answer=documents, note=documents)
def test_any_text_is_kept_to_the_letter(journal, text, answer, note):
    one = reflection(text=text, answers=(Answer(step_id="what", prompt_text="What happened?", text=answer),))
    journal.reflections.add(one)
    two = session(blocks=(NoteBlock(id=new_block_id(), text=note),))
    journal.sessions.add(two)
    journal.reflections._written = None
    assert journal.reflections.get(one.id) == one
    assert journal.sessions.get(two.id) == two


def test_their_words_are_what_the_partner_said_and_never_leave(journal):
    block = NoteBlock(id=new_block_id(), section=Section.THEIR_WORDS, text=from_plain("“Not yet”"))
    with pytest.raises(InvalidInput, match="never leave"):
        journal.sessions.add(session(blocks=(block,)))
    right = replace(block, attribution=Attribution.PARTNER_SAID, visibility=Visibility.NEVER_EXPORT)
    journal.sessions.add(session(blocks=(right,)))


def test_only_held_sessions_are_numbered_and_contacts_are_not(journal):
    held = session(day=date(2026, 1, 5), status=SessionStatus.HELD)
    contact = session(day=date(2026, 1, 9), status=SessionStatus.HELD, kind=SessionKind.CONTACT)
    missed = session(day=date(2026, 1, 12), status=SessionStatus.MISSED)
    later = session(day=date(2026, 2, 2), at=time(9, 30))
    for one in (later, missed, contact, held):
        journal.sessions.add(one)
    assert journal.sessions.get(later.id).number is None
    journal.sessions.hold(later.id)
    assert [one.number for one in journal.sessions.all()] == [1, None, None, 2]
    assert journal.sessions.days_held() == [date(2026, 1, 5), date(2026, 2, 2)]


def test_check_ins_only_add(journal):
    one = goal(measure=MeasureKind.SCALE_0_10, baseline=3)
    journal.goals.add(one)
    change = journal.goals.check_in(one.id, CheckIn(id=new_check_in_id(), day=DAY, value=5))
    assert journal.goals.get(one.id).status is GoalStatus.IN_PROGRESS
    journal.goals.write(replace(one, title="Lead two reviews", status=GoalStatus.IN_PROGRESS))
    assert [c.value for c in journal.goals.get(one.id).check_ins] == [5]
    journal.goals.write(replace(journal.goals.get(one.id), title=one.title))
    change.undo()
    assert journal.goals.get(one.id) == one


def test_a_check_in_must_fit_its_measure(journal):
    one = goal(measure=MeasureKind.SCALE_0_10)
    journal.goals.add(one)
    with pytest.raises(InvalidInput, match="0 to 10"):
        journal.goals.check_in(one.id, CheckIn(id=new_check_in_id(), day=DAY, value=11))


def test_a_done_action_keeps_its_day_and_what_came_of_it(journal):
    one = action(is_promise=True)
    journal.actions.add(one)
    journal.actions.settle(one.id, ActionStatus.DONE, "They liked it")
    done = journal.actions.get(one.id)
    assert (done.closed_on, done.outcome_note) == (DAY, "They liked it")
    journal.actions.settle(one.id, ActionStatus.OPEN)
    assert journal.actions.get(one.id).closed_on is None


def test_only_what_i_do_can_be_my_promise(journal):
    one = action(owner=ActionOwner.PARTNER, is_promise=True)
    journal.actions.add(one)
    assert not journal.actions.get(one.id).is_promise


def test_removing_a_session_keeps_its_actions_and_undoing_links_them_again(journal):
    meeting = session()
    journal.sessions.add(meeting)
    one = action(session_id=meeting.id)
    journal.actions.add(one)
    removed = journal.sessions.remove(meeting.id)
    assert journal.actions.get(one.id).session_id is None
    removed.undo()
    assert journal.actions.get(one.id) == one


@pytest.mark.parametrize(
    ("noun", "value"),
    [
        ("goals", goal(title=" ")),
        ("goals", goal(title="x" * 121)),
        ("goals", goal(target=101)),
        ("actions", action(text="\n")),
        ("learning_points", learning(text="x" * 281)),
        ("sessions", session(minutes=-1)),
    ],
)
def test_a_field_that_cannot_be_is_refused_whole(journal, noun, value):
    before = journal.generation()
    with pytest.raises(InvalidInput):
        getattr(journal, noun).add(value)
    assert journal.generation() == before
    assert getattr(journal, noun).all() == []


def test_an_import_that_fails_half_way_leaves_nothing(journal):
    with pytest.raises(InvalidInput), journal.together():
        journal.reflections.add(reflection())
        journal.actions.add(action(text=""))
    assert journal.reflections.all() == []
    assert journal.timeline() == []


def test_a_remembered_value_is_forgotten_when_an_act_fails(journal):
    one = reflection(title="Kept")
    journal.reflections.add(one)
    with pytest.raises(InvalidInput), journal.together():
        journal.reflections.write(replace(one, title="Lost"))
        journal.actions.add(action(text=""))
    assert journal.reflections.get(one.id).title == "Kept"


def test_the_timeline_is_newest_first_in_pages(journal):
    for number in range(1, 29):
        journal.reflections.add(reflection(day=date(2026, 2, number), title=f"Day {number}"))
    journal.goals.add(goal(day=date(2026, 2, 10)))
    journal.actions.add(action(day=date(2026, 2, 11)))
    first = journal.timeline(limit=10)
    rest = journal.timeline(before=first[-1].place, limit=50)
    days = [row.day for row in (*first, *rest)]
    assert days == sorted(days, reverse=True)
    assert len(days) == 29
    assert [row.kind for row in journal.timeline(kinds=[EntryKind.GOAL])] == [EntryKind.GOAL]


def test_a_changed_day_moves_the_row(journal):
    one, two = reflection(title="One"), reflection(title="Two", day=date(2026, 2, 1))
    journal.reflections.add(one)
    journal.reflections.add(two)
    journal.rest()
    journal.reflections.write(replace(two, day=date(2026, 4, 1)))
    assert [row.title for row in journal.timeline()] == ["Two", "One"]


def test_a_reflection_without_a_title_is_called_by_its_first_line(journal):
    journal.reflections.add(reflection(text=from_plain("Asked first.\nThen waited.")))
    (row,) = journal.timeline()
    assert (row.title, row.opening) == ("Asked first.", "Then waited.")


def test_a_title_that_the_text_repeats_is_not_taken_out_of_it(journal):
    journal.reflections.add(reflection(title="Half-way review", text=from_plain("Half-way review held.")))
    (row,) = journal.timeline()
    assert row.opening == "Half-way review held."
