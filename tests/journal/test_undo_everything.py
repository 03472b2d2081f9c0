"""Whatever was done can be taken back, done again and taken back once more, and the journal is the same."""

import itertools
import tempfile
import uuid
from contextlib import closing
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.journal.back import taken_back
from mentorjournal.journal.choices import choices_alone, named
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import CheckIn, Goal, Milestone
from mentorjournal.model.ids import (
    new_block_id,
    new_check_in_id,
    new_entry_id,
    new_milestone_id,
)
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Airtime,
    EntryKind,
    GoalStatus,
    HelpWanted,
    RatingScale,
    Section,
    SessionStatus,
    TopicStatus,
    Visibility,
)
from tests.journal.conftest import Desk, begin

DAY = date(2026, 3, 1)
WORDS = st.sampled_from(["Ask first", "Wait, then ask", "Żółw", "שלום", "x" * 90])
DAYS = st.integers(-3, 3).map(lambda by: DAY + timedelta(days=by))
TABLES = (
    *("relationship", "session", "note_block", "goal", "check_in", "action", "reflection", "learning_point"),
    *("topic", "instrument", "rating", "leaf"),
)
NOUNS = ("reflections", "sessions", "goals", "actions", "learning_points", "topics", "ratings")
MOVING = {"updated_at", "stale"}
"""What says when something was last written, and whether the word index has seen it: not what was written."""


def state(db):
    """Every row of everything that a writer ever put in."""
    found = {}
    for table in TABLES:
        columns = [row[1] for row in db.rows(f"PRAGMA table_info({table})")]
        kept = ", ".join(column for column in columns if column not in MOVING)
        found[table] = sorted(map(repr, db.rows(f"SELECT {kept} FROM {table}")))
    return found


def some(draw, door):
    """One of the entries there are, or none."""
    ids = [value.id for value in door.all()]
    return ids[draw(st.integers(0, len(ids) - 1))] if ids else None


def add_reflection(journal, draw):
    answer = Answer(step_id="one", prompt_text="What was it?", text=from_plain(draw(WORDS)))
    return journal.reflections.add(
        Reflection(
            id=new_entry_id(),
            day=draw(DAYS),
            text=from_plain(draw(WORDS)),
            answers=(answer,),
            session_id=some(draw, journal.sessions),
            goal_id=some(draw, journal.goals),
            tags=("one",),
        )
    )


def add_session(journal, draw):
    block = NoteBlock(id=new_block_id(), section=Section.ADVICE_GIVEN, text=from_plain(draw(WORDS)))
    return journal.sessions.add(
        Session(id=new_entry_id(), day=draw(DAYS), at=time(10, 30), blocks=(block,), intention=draw(WORDS))
    )


def add_goal(journal, draw):
    milestone = Milestone(id=new_milestone_id(), title=draw(WORDS))
    return journal.goals.add(
        Goal(id=new_entry_id(), day=draw(DAYS), title=draw(WORDS), milestones=(milestone,))
    )


def add_action(journal, draw):
    return journal.actions.add(
        Action(
            id=new_entry_id(),
            day=draw(DAYS),
            text=draw(WORDS),
            owner=draw(st.sampled_from(list(ActionOwner))),
            due_on=draw(st.none() | DAYS),
            session_id=some(draw, journal.sessions),
            goal_id=some(draw, journal.goals),
        )
    )


def add_learning(journal, draw):
    return journal.learning_points.add(
        LearningPoint(
            id=new_entry_id(),
            day=draw(DAYS),
            text=draw(WORDS),
            from_reflection_id=some(draw, journal.reflections),
        )
    )


def add_rating(journal, draw):
    items = (RatingItem("Trust"), RatingItem("Pace"))
    return journal.ratings.add(
        Rating(
            id=new_entry_id(),
            day=draw(DAYS),
            instrument_id="own",
            name="Own",
            scale=RatingScale.ZERO_TO_TEN,
            items=items,
            values=(draw(st.integers(0, 10)), None),
            session_id=some(draw, journal.sessions),
        )
    )


def rating_sheet(journal, draw):
    id = draw(st.sampled_from(["own", "other"]))
    return journal.ratings.put_instrument(
        RatingInstrument(
            id=id, name=draw(WORDS), scale=RatingScale.ONE_TO_FIVE, items=(RatingItem(draw(WORDS)),)
        )
    )


def no_rating_sheet(journal, draw):
    made = journal.ratings.instruments()
    return journal.ratings.remove_instrument(made[0].id) if made else None


def capture(journal, draw):
    return journal.topics.capture(draw(WORDS), some(draw, journal.sessions))


def write(noun, **fields):
    def act(journal, draw):
        door = getattr(journal, noun)
        id = some(draw, door)
        chosen = {name: draw(strategy) for name, strategy in fields.items()}
        return door.write(replace(door.get(id), **chosen)) if id else None

    return act


def remove(noun):
    def act(journal, draw):
        door = getattr(journal, noun)
        id = some(draw, door)
        return door.remove(id) if id else None

    return act


def on(noun, work):
    """An act on one of the entries of *noun*, when there is one."""

    def act(journal, draw):
        door = getattr(journal, noun)
        id = some(draw, door)
        return work(journal, id, draw) if id else None

    return act


def one_of(choices):
    return st.sampled_from(list(choices))


def advice(journal, id, draw):
    session = journal.sessions.get(id)
    outcome = AdviceOutcome(tried_on=draw(DAYS), what_happened=draw(WORDS))
    return (
        journal.sessions.note_outcome(id, session.blocks[0].id, draw(st.none() | st.just(outcome)))
        if session.blocks
        else None
    )


def prepare(journal, id, draw):
    sheet = Preparation(help_wanted=(HelpWanted.CHALLENGE,), since=draw(WORDS))
    return journal.sessions.prepare(
        id, intention=draw(WORDS), desired_outcome="", preparation=sheet, mood_before=draw(st.integers(0, 10))
    )


def note_after(journal, id, draw):
    note = AfterNote(mattered=draw(WORDS), written_on=draw(DAYS))
    return journal.sessions.note_after(id, note, usefulness=7, airtime=Airtime.EVEN)


def check_in(journal, id, draw):
    return journal.goals.check_in(
        id,
        CheckIn(
            id=new_check_in_id(),
            day=min(draw(DAYS), DAY),
            value=draw(st.integers(0, 100)),
            session_id=some(draw, journal.sessions),
        ),
    )


def reorder(journal, draw):
    ids = [topic.id for topic in journal.topics.inbox()]
    return journal.topics.reorder(draw(st.permutations(ids))) if len(ids) > 1 else None


def describe(journal, draw):
    return journal.describe(
        replace(journal.relationship(), purpose=draw(WORDS), started_on=draw(st.none() | DAYS))
    )


def is_due(journal, id):
    return journal.sessions.get(id).day <= journal.today()


ACTS = {
    "add reflection": add_reflection,
    "add session": add_session,
    "add goal": add_goal,
    "add action": add_action,
    "add learning": add_learning,
    "add rating": add_rating,
    "rating sheet": rating_sheet,
    "no rating sheet": no_rating_sheet,
    "capture": capture,
    "reorder": reorder,
    "describe": describe,
    "write reflection": write("reflections", title=WORDS, day=DAYS, revisit_on=st.none() | DAYS),
    "write session": write("sessions", place=WORDS, day=DAYS, status=one_of(SessionStatus)),
    "write goal": write("goals", title=WORDS, status=one_of(GoalStatus), target_on=st.none() | DAYS),
    "write action": write("actions", text=WORDS, day=DAYS, visibility=one_of(Visibility)),
    "write learning": write("learning_points", text=WORDS, visibility=one_of(Visibility)),
    "write topic": write("topics", text=WORDS, minutes=st.none() | st.just(10)),
    "write rating": write("ratings", note=WORDS, day=DAYS),
    **{f"remove {noun}": remove(noun) for noun in NOUNS},
    "hold": on("sessions", lambda journal, id, draw: journal.hold(id) if is_due(journal, id) else None),
    "settle session": on(
        "sessions", lambda journal, id, draw: journal.sessions.settle(id, draw(one_of(SessionStatus)))
    ),
    "prepare": on("sessions", prepare),
    "note after": on("sessions", note_after),
    "advice": on("sessions", advice),
    "check in": on("goals", check_in),
    "settle goal": on(
        "goals", lambda journal, id, draw: journal.goals.settle(id, draw(one_of(GoalStatus)), draw(WORDS))
    ),
    "settle action": on(
        "actions", lambda journal, id, draw: journal.actions.settle(id, draw(one_of(ActionStatus)))
    ),
    "carry action": on(
        "actions", lambda journal, id, draw: journal.actions.carry(id, draw(st.none() | DAYS))
    ),
    "note outcome": on("actions", lambda journal, id, draw: journal.actions.note_outcome(id, draw(WORDS))),
    "settle topic": on(
        "topics", lambda journal, id, draw: journal.topics.settle(id, draw(one_of(TopicStatus)))
    ),
    "plan topic": on(
        "topics", lambda journal, id, draw: journal.topics.plan(id, some(draw, journal.sessions))
    ),
    "carry topics": on(
        "sessions", lambda journal, id, draw: journal.topics.carry(id, some(draw, journal.sessions))
    ),
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_all_of_it_goes_back_and_comes_again(data):
    numbers = itertools.count()  # the same names in every run of an example, so that it can be shrunk
    with (
        pytest.MonkeyPatch.context() as names,
        tempfile.TemporaryDirectory() as folder,
        closing(Desk(Path(folder))) as desk,  # an example that was broken off must leave nothing to the next
    ):
        names.setattr(uuid, "uuid4", lambda: f"{next(numbers):08}")
        goes_back_and_comes_again(desk, begin(desk), data)


def goes_back_and_comes_again(desk, journal, data):
    states, done = [state(desk.db)], []
    names = st.sampled_from(sorted(ACTS))
    for name in data.draw(st.lists(names, min_size=4, max_size=24)):
        change = ACTS[name](journal, data.draw)
        if change is not None and change.undo is not None:
            done.append(change)
            states.append(state(desk.db))

    def back():
        undone = []
        for place, change in reversed(list(enumerate(done))):
            undone.append(change.undo())
            assert undone[-1].label == change.label
            assert state(desk.db) == states[place], change.label
        return undone

    undone = back()
    done = [change.undo() for change in reversed(undone)]
    assert state(desk.db) == states[-1]
    back()


@pytest.fixture
def linked(journal):
    """A session and a goal that everything points at."""
    session = Session(id=new_entry_id(), day=DAY)
    goal = Goal(id=new_entry_id(), day=DAY, title="Lead a review")
    journal.sessions.add(session)
    journal.goals.add(goal)
    links = {"session_id": session.id, "goal_id": goal.id}
    pointing = [
        Action(id=new_entry_id(), day=DAY, text="Send the draft", **links),
        Reflection(id=new_entry_id(), day=DAY, text=from_plain("Words"), **links),
        Topic(id=new_entry_id(), day=DAY, text="Pace", **links),
    ]
    for door, value in zip((journal.actions, journal.reflections, journal.topics), pointing, strict=True):
        door.add(value)
    return session, goal, pointing


def test_what_pointed_at_a_deleted_entry_hears_of_it_and_of_its_return(journal, linked):
    session, goal, pointing = linked
    check_in = CheckIn(id=new_check_in_id(), day=DAY, value=10, session_id=session.id)
    journal.goals.check_in(goal.id, check_in)
    everyone = {session.id, goal.id, *(value.id for value in pointing)}
    removed = journal.sessions.remove(session.id)
    assert removed.touched == everyone
    assert journal.actions.get(pointing[0].id).session_id is None
    back = removed.undo()
    assert back.touched == everyone
    assert journal.actions.get(pointing[0].id).session_id == session.id
    assert journal.goals.get(goal.id).check_ins == (check_in,)


def test_an_entry_comes_back_to_its_place_among_those_of_its_day(journal):
    first, second = (Reflection(id=new_entry_id(), day=DAY, title=name) for name in ("First", "Second"))
    journal.reflections.add(first)
    journal.reflections.add(second)
    journal.reflections.remove(first.id).undo()
    assert [row.title for row in journal.timeline()] == ["Second", "First"]


def test_taking_back_a_choice_leaves_what_was_typed_since(journal):
    session = Session(id=new_entry_id(), day=DAY, place="Library")
    journal.sessions.add(session)
    held = journal.hold(session.id)
    journal.sessions.write(replace(journal.sessions.get(session.id), place="Café", day=date(2026, 3, 2)))
    back = held.undo()
    now = journal.sessions.get(session.id)
    assert (now.status, now.place, now.day) == (SessionStatus.PLANNED, "Café", date(2026, 3, 2))
    back.undo()
    assert journal.sessions.get(session.id).status is SessionStatus.HELD


def test_what_was_chosen_anew_since_stays(journal):
    action = Action(id=new_entry_id(), day=DAY, text="Send the draft")
    journal.actions.add(action)
    carried = journal.actions.carry(action.id, date(2026, 3, 9))
    journal.actions.write(replace(journal.actions.get(action.id), due_on=date(2026, 4, 1)))
    carried.undo()
    now = journal.actions.get(action.id)
    assert (now.status, now.due_on, now.carried_count) == (ActionStatus.OPEN, date(2026, 4, 1), 0)


def test_taking_back_the_relationship_leaves_what_was_said_of_it_since(journal):
    first = journal.describe(replace(journal.relationship(), purpose="Lead a review"))
    journal.describe(replace(journal.relationship(), partner_organisation="The library"))
    first.undo()
    now = journal.relationship()
    assert (now.purpose, now.partner_organisation) == ("", "The library")


def test_the_relationship_stands_where_it_stood_when_it_is_taken_back_on_another_day(desk, journal):
    def places():
        journal.rest()
        return desk.db.rows("SELECT place FROM leaf WHERE id = 'relationship'")

    before = places()
    desk.now += timedelta(days=40)
    change = journal.describe(replace(journal.relationship(), purpose="Lead a review"))
    change.undo()
    assert places() == before


def test_notes_are_taken_back_one_by_one():
    one, two, three = (NoteBlock(id=new_block_id(), text=from_plain(words)) for words in ("1", "2", "3"))
    before = Session(id=new_entry_id(), day=DAY, blocks=(one, two))
    after = replace(before, blocks=(one, replace(two, visibility=Visibility.SUMMARY_OK)))
    typed = replace(two, visibility=Visibility.SUMMARY_OK, text=from_plain("2 and more"))
    now = replace(after, blocks=(three, one, typed))
    back = taken_back(before, after, now)
    assert back.blocks == (three, one, replace(two, text=from_plain("2 and more")))


def test_choices_are_told_from_text():
    block = NoteBlock(id=new_block_id(), text=from_plain("Words"))
    before = Session(id=new_entry_id(), day=DAY, blocks=(block,), preparation=Preparation(since="Then"))
    after = replace(
        before,
        day=date(2026, 4, 1),
        title="Half-way",
        framework_id="grow",
        blocks=(replace(block, text=from_plain("More words"), visibility=Visibility.PARTNER_OK),),
        preparation=Preparation(since="Since", help_wanted=(HelpWanted.WITNESS,)),
    )
    assert choices_alone(before, after) == replace(
        before,
        title="Half-way",
        blocks=(replace(block, text=from_plain("More words")),),
        preparation=Preparation(since="Since"),
    )
    assert choices_alone(before, replace(before, title="Half-way")) == replace(before, title="Half-way")


def test_a_choice_is_named_by_what_was_chosen():
    before = Session(id=new_entry_id(), day=DAY)
    moved = replace(before, day=date(2026, 4, 1))
    assert named(before, moved, "Edit session") == "Change day of session"
    assert named(before, replace(moved, minutes=30), "Edit session") == "Change session"
    assert named(before, moved, "Prepare session") == "Prepare session"


@pytest.mark.parametrize(
    ("act", "label"),
    [
        (lambda door, id: door.settle(id, ActionStatus.DONE), "Mark action done"),
        (lambda door, id: door.settle(id, ActionStatus.PARTLY_DONE), "Mark action partly done"),
        (lambda door, id: door.settle(id, ActionStatus.DROPPED), "Drop action"),
        (lambda door, id: door.settle(id, ActionStatus.OPEN), "Reopen action"),
        (lambda door, id: door.carry(id, None), "Carry action over"),
        (lambda door, id: door.note_outcome(id, "Well"), "Note what came of action"),
        (lambda door, id: door.remove(id), "Delete action"),
    ],
)
def test_doing_again_is_called_as_doing_was(journal, act, label):
    action = Action(id=new_entry_id(), day=DAY, text="Send the draft")
    journal.actions.add(action)
    change = act(journal.actions, action.id)
    back = change.undo()
    again = back.undo()
    assert [change.label, back.label, again.label] == [label] * 3


def test_a_carried_action_keeps_its_first_day_and_counts(journal):
    action = Action(id=new_entry_id(), day=DAY, text="Send the draft", due_on=DAY)
    journal.actions.add(action)
    journal.actions.carry(action.id, date(2026, 3, 9))
    journal.actions.carry(action.id, None)
    now = journal.actions.get(action.id)
    assert (now.status, now.day, now.due_on, now.carried_count) == (ActionStatus.CARRIED, DAY, None, 2)
    journal.actions.settle(action.id, ActionStatus.DONE)
    journal.actions.settle(action.id, ActionStatus.OPEN)
    assert journal.actions.get(action.id).status is ActionStatus.CARRIED


def test_open_ones_are_read_alone_and_closed_ones_a_few_at_a_time(journal):
    for number in range(6):
        action = Action(id=new_entry_id(), day=DAY, text=f"Done {number}", owner=ActionOwner.PARTNER)
        journal.actions.add(action)
        journal.actions.settle(action.id, ActionStatus.DONE)
    late = Action(id=new_entry_id(), day=DAY, text="Open", due_on=DAY)
    journal.actions.add(Action(id=new_entry_id(), day=DAY, text="Undated"))
    journal.actions.add(late)
    assert [action.text for action in journal.actions.still_open()] == ["Open", "Undated"]
    assert len(journal.actions.closed(most=4)) == 4
    assert journal.actions.count_closed() == 6
    assert journal.actions.count_closed([ActionOwner.ME]) == 0


def test_every_kind_of_entry_comes_back_as_old_as_it_was(desk, journal, linked):
    session, goal, pointing = linked
    before = state(desk.db)
    desk.now = desk.now + timedelta(days=2)
    doors = {EntryKind.SESSION: journal.sessions, EntryKind.GOAL: journal.goals}
    for door, id in ((doors[EntryKind.SESSION], session.id), (doors[EntryKind.GOAL], goal.id)):
        door.remove(id).undo()
    for door, value in zip((journal.actions, journal.reflections, journal.topics), pointing, strict=True):
        door.remove(value.id).undo()
    assert state(desk.db) == before
