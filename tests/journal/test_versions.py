"""Earlier versions: a burst of typing is one, none is lost, and what is deleted is deleted."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import new_block_id, new_check_in_id, new_entry_id
from mentorjournal.model.reflection import LONGEST_LEARNING_POINT, Answer, LearningPoint, Reflection
from mentorjournal.model.revision import MOST_REVISIONS, thinned
from mentorjournal.model.session import AfterNote, NoteBlock, Session
from mentorjournal.model.words import EntryKind, SessionStatus, Visibility

DAY = date(2026, 3, 1)


def reflection(text, **fields):
    return Reflection(id=new_entry_id(), day=DAY, text=from_plain(text), **fields)


def texts(journal, kind, id):
    """What each version says, newest first, without its labels."""
    rows = journal.versions.of(kind, id)
    return [" ".join(to_plain(part.text) for part in journal.versions.get(row.id).parts) for row in rows]


def write(desk, journal, value, text, after=timedelta()):
    desk.now += after
    journal.reflections.write(replace(value, text=from_plain(text)))


def test_a_burst_of_typing_keeps_no_version_and_a_pause_keeps_one(desk, journal):
    value = reflection("A")
    journal.reflections.add(value)
    for number in range(9):
        write(desk, journal, value, f"A {number}", timedelta(minutes=1))
    assert texts(journal, EntryKind.REFLECTION, value.id) == []
    write(desk, journal, value, "B", timedelta(minutes=1))
    write(desk, journal, value, "C", timedelta(minutes=1))
    assert texts(journal, EntryKind.REFLECTION, value.id) == ["A 8"]
    write(desk, journal, value, "D", timedelta(minutes=10))
    assert texts(journal, EntryKind.REFLECTION, value.id) == ["C", "A 8"]


def test_a_text_that_goes_is_kept_whatever_the_burst(desk, journal):
    value = reflection("Written just now", title="A day")
    journal.reflections.add(value)
    write(desk, journal, value, "", timedelta(minutes=1))
    assert texts(journal, EntryKind.REFLECTION, value.id) == ["A day Written just now"]


def test_a_text_that_is_typed_over_is_kept_whatever_the_burst(desk, journal):
    value = reflection("Some forty words of what has been written")
    journal.reflections.add(value)
    write(desk, journal, value, "Oh", timedelta(minutes=1))
    assert texts(journal, EntryKind.REFLECTION, value.id) == ["Some forty words of what has been written"]


def test_a_note_that_is_taken_out_is_kept_whatever_the_burst(desk, journal):
    blocks = tuple(NoteBlock(id=new_block_id(), text=from_plain(text)) for text in ("One", "Two"))
    value = Session(id=new_entry_id(), day=DAY, blocks=blocks)
    journal.sessions.add(value)
    journal.sessions.take_notes(value.id, blocks[1:])
    assert texts(journal, EntryKind.SESSION, value.id) == ["One Two"]


def test_a_new_sitting_keeps_how_it_was_left(desk, journal):
    value = reflection("As it was left")
    journal.reflections.add(value)
    journal.close()
    desk.now += timedelta(minutes=1)
    again = desk.open()
    write(desk, again, value, "Gone on", timedelta(minutes=1))
    write(desk, again, value, "Gone on and on", timedelta(minutes=1))
    assert texts(again, EntryKind.REFLECTION, value.id) == ["As it was left"]
    (row,) = again.versions.of(EntryKind.REFLECTION, value.id)
    assert row.moment == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    assert row.words == 4


def test_a_clock_that_was_put_back_stops_nothing(desk, journal):
    value = reflection("One")
    journal.reflections.add(value)
    write(desk, journal, value, "Two", -timedelta(days=1))
    assert texts(journal, EntryKind.REFLECTION, value.id) == ["One"]


def test_an_act_that_came_to_nothing_does_not_count_as_kept(desk, journal):
    value = reflection("One")
    journal.reflections.add(value)
    desk.now += timedelta(hours=1)
    with pytest.raises(ZeroDivisionError), journal.together():
        write(desk, journal, value, "Two")
        raise ZeroDivisionError
    assert texts(journal, EntryKind.REFLECTION, value.id) == []
    write(desk, journal, value, "Three", timedelta(minutes=1))
    assert texts(journal, EntryKind.REFLECTION, value.id) == ["One"]


def test_what_is_no_text_makes_no_version(desk, journal):
    value = reflection("One")
    journal.reflections.add(value)
    desk.now += timedelta(hours=1)
    journal.reflections.write(replace(value, tags=("new",), revisit_on=date(2026, 6, 1)))
    assert texts(journal, EntryKind.REFLECTION, value.id) == []

    goal = Goal(id=new_entry_id(), day=DAY, title="Speak up")
    journal.goals.add(goal)
    desk.now += timedelta(hours=1)
    journal.goals.check_in(goal.id, CheckIn(id=new_check_in_id(), day=DAY, value=10))
    assert texts(journal, EntryKind.GOAL, goal.id) == []


def test_it_is_not_kept_twice_when_it_reads_again_as_it_did(desk, journal):
    value = reflection("One")
    journal.reflections.add(value)
    write(desk, journal, value, "Two", timedelta(hours=1))
    write(desk, journal, value, "One", timedelta(minutes=1))
    write(desk, journal, value, "Three", timedelta(hours=1))
    assert texts(journal, EntryKind.REFLECTION, value.id) == ["One"]


def test_undoing_an_edit_can_be_looked_up_as_well(desk, journal):
    value = reflection("One")
    journal.reflections.add(value)
    desk.now += timedelta(hours=1)
    change = journal.reflections.write(replace(value, text=from_plain("Two")))
    desk.now += timedelta(hours=1)
    change.undo()
    assert texts(journal, EntryKind.REFLECTION, value.id) == ["Two", "One"]


def test_every_text_of_a_session_is_in_its_version(desk, journal):
    block = NoteBlock(id=new_block_id(), text=from_plain("a note"))
    value = Session(id=new_entry_id(), day=DAY, title="a title", blocks=(block,), intention="to listen")
    journal.sessions.add(value)
    journal.sessions.note_after(value.id, AfterNote(mattered="the silence"))
    desk.now += timedelta(hours=1)
    journal.sessions.settle(value.id, SessionStatus.HELD)
    journal.sessions.prepare(value.id, intention="to ask", desired_outcome="")
    (row,) = journal.versions.of(EntryKind.SESSION, value.id)
    said = {part.label: to_plain(part.text) for part in journal.versions.get(row.id).parts}
    assert said == {
        "Title": "a title",
        "What I intend": "to listen",
        "Notes": "a note",
        "What mattered": "the silence",
    }
    assert row.title == "a title"


def test_a_learning_point_and_a_goal_keep_theirs(desk, journal):
    point = LearningPoint(id=new_entry_id(), day=DAY, text="Ask first")
    goal = Goal(id=new_entry_id(), day=DAY, title="Speak up", evidence=("the talk",))
    journal.learning_points.add(point)
    journal.goals.add(goal)
    desk.now += timedelta(hours=1)
    journal.learning_points.write(replace(point, text="Listen first"))
    journal.goals.write(replace(goal, title="Speak"))
    assert texts(journal, EntryKind.LEARNING, point.id) == ["Ask first"]
    assert texts(journal, EntryKind.GOAL, goal.id) == ["Speak up the talk"]


def test_deleting_an_entry_deletes_its_versions_and_undoing_brings_them_back(desk, journal):
    value = reflection("One")
    journal.reflections.add(value)
    write(desk, journal, value, "Two", timedelta(hours=1))
    (row,) = journal.versions.of(EntryKind.REFLECTION, value.id)
    change = journal.reflections.remove(value.id)
    assert desk.db.rows("SELECT id FROM revision") == []
    with pytest.raises(NotFound):
        journal.versions.get(row.id)
    with pytest.raises(NotFound):
        journal.versions.now(EntryKind.REFLECTION, value.id)

    again = change.undo()
    assert journal.versions.of(EntryKind.REFLECTION, value.id) == [row]
    again.undo()
    assert desk.db.rows("SELECT id FROM revision") == []


def test_a_copy_stands_beside_the_reflection_on_its_day_and_goes_with_undo(desk, journal):
    answer = Answer(step_id="what", prompt_text="What happened?", text=from_plain("An answer"))
    value = reflection("One", title="The talk", answers=(answer,), tags=("work",))
    journal.reflections.add(value)
    write(desk, journal, replace(value, answers=()), "Two", timedelta(days=3))
    (row,) = journal.versions.of(EntryKind.REFLECTION, value.id)
    change = journal.restore_copy(row.id)
    (id,) = change.touched
    copy = journal.reflections.get(id)
    assert (copy.title, copy.day, copy.tags) == ("The talk (version of 1 March)", DAY, ("work",))
    assert (copy.text, copy.answers) == (value.text, (answer,))
    assert to_plain(journal.reflections.get(value.id).text) == "Two"
    assert change.label == "Restore version as a copy"
    change.undo()
    assert [one.id for one in journal.reflections.all()] == [value.id]


def test_a_copy_of_an_untitled_one_from_another_year_says_so(desk, journal):
    value = reflection("One", title="")
    journal.reflections.add(value)
    long = replace(reflection("One"), title="t" * 300)
    journal.reflections.add(long)
    desk.now = datetime(2027, 1, 2, 8, tzinfo=UTC)
    titles = []
    for one in (value, long):
        write(desk, journal, one, "Two")
        (row,) = journal.versions.of(EntryKind.REFLECTION, one.id)
        titles.append(journal.reflections.get(*journal.restore_copy(row.id).touched).title)
    assert titles[0] == "Version of 1 March 2026"
    assert titles[1].endswith(" (version of 1 March 2026)") and len(titles[1]) == 300


def test_a_copied_learning_point_is_private_again(desk, journal):
    point = LearningPoint(
        id=new_entry_id(), day=DAY, text="x" * LONGEST_LEARNING_POINT, visibility=Visibility.SUMMARY_OK
    )
    journal.learning_points.add(point)
    desk.now += timedelta(hours=1)
    journal.learning_points.write(replace(point, text="y"))
    (row,) = journal.versions.of(EntryKind.LEARNING, point.id)
    copy = journal.learning_points.get(*journal.restore_copy(row.id).touched)
    assert (copy.text, copy.visibility) == (point.text, Visibility.PRIVATE)


def test_there_is_no_second_session(desk, journal):
    value = Session(id=new_entry_id(), day=DAY, title="One")
    journal.sessions.add(value)
    desk.now += timedelta(hours=1)
    journal.sessions.write(replace(value, title="Two"))
    (row,) = journal.versions.of(EntryKind.SESSION, value.id)
    with pytest.raises(InvalidInput, match="only one"):
        journal.restore_copy(row.id)


def test_versions_get_thinner_with_age(desk, journal):
    value = reflection("0")
    journal.reflections.add(value)
    with journal.together():
        for number in range(1, 400):
            write(desk, journal, value, str(number), timedelta(hours=7))
    kept = [row.moment for row in journal.versions.of(EntryKind.REFLECTION, value.id)]
    ages = [desk.now - moment for moment in kept]
    assert len(kept) < 60
    assert sum(age <= timedelta(days=1) for age in ages) == 3
    month = [moment.date() for moment in kept if timedelta(days=2) < desk.now - moment < timedelta(days=30)]
    assert len(month) == len(set(month)) == 28


MOMENTS = st.lists(st.integers(0, 400 * 24 * 60), max_size=150).map(
    lambda ages: sorted(datetime(2026, 3, 1, tzinfo=UTC) - timedelta(minutes=age) for age in ages)
)


@given(MOMENTS, st.integers(0, 100))
def test_thinning_leaves_the_newest_and_thinning_again_leaves_all(moments, later):
    now = datetime(2026, 3, 1, tzinfo=UTC)
    left = [moment for place, moment in enumerate(moments) if place not in thinned(moments, now)]
    assert left[-1:] == moments[-1:]
    assert len(left) <= MOST_REVISIONS
    assert thinned(left, now) == set()
    then = now + timedelta(days=later)
    once = [moment for place, moment in enumerate(moments) if place not in thinned(moments, then)]
    twice = [moment for place, moment in enumerate(left) if place not in thinned(left, then)]
    assert twice == once or len(moments) > MOST_REVISIONS
