"""A brief is read in two minutes: the right blocks, in their order, within their limits, naming nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from mentorjournal.errors import NotFound
from mentorjournal.guidance.agenda import session_agenda
from mentorjournal.guidance.brief import Brief, brief_of, usual_framework
from mentorjournal.guidance.brief_lines import Block, BlockKey
from mentorjournal.guidance.material import next_session, read_material, session_on
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import EntryId, new_block_id, new_check_in_id, new_entry_id
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Session
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Airtime,
    Attribution,
    GoalStatus,
    MeasureKind,
    Mode,
    Phase,
    RelationshipForm,
    RelationshipStatus,
    RelationshipType,
    Role,
    Section,
    SessionKind,
    SessionStatus,
    TopicStatus,
    Visibility,
    Whose,
)
from mentorjournal.prompts import prompt_set
from tests.guidance import long_journal
from tests.guidance.long_journal import TODAY
from tests.journal.conftest import Desk, begin
from ui.pages.prepare import work


def note(text: str, section: Section = Section.DISCUSSED, **more: object) -> NoteBlock:
    usual = {"attribution": section.default_attribution, "visibility": section.default_visibility}
    return NoteBlock(
        id=new_block_id(),
        section=section,
        text=from_plain(text),
        **{**usual, **more},  # type: ignore[arg-type]
    )


def held(journal: Journal, days_ago: int, *blocks: NoteBlock, **more: object) -> EntryId:
    session = Session(
        id=new_entry_id(),
        day=TODAY - timedelta(days=days_ago),
        blocks=blocks,
        **{"status": SessionStatus.HELD, **more},  # type: ignore[arg-type]
    )
    journal.sessions.add(session)
    return session.id


@pytest.fixture
def planned(journal: Journal) -> EntryId:
    return plan(journal)


def plan(journal: Journal) -> EntryId:
    session = Session(id=new_entry_id(), day=TODAY + timedelta(days=2), at=time(10), place="Harbour path")
    journal.sessions.add(session)
    return session.id


def brief(journal: Journal, planned: EntryId) -> Brief:
    return brief_of(read_material(journal, planned, TODAY))


def block(journal: Journal, planned: EntryId, key: BlockKey) -> Block:
    return next(block for block in brief(journal, planned).blocks if block.key is key)


def texts(journal: Journal, planned: EntryId, key: BlockKey) -> list[str]:
    return [line.text for line in block(journal, planned, key).lines]


def keys(journal: Journal, planned: EntryId) -> list[BlockKey]:
    return [block.key for block in brief(journal, planned).blocks]


def act(journal: Journal, text: str, owner: ActionOwner = ActionOwner.PARTNER, **more: object) -> Action:
    day = more.pop("day", TODAY - timedelta(days=42))
    action = Action(id=new_entry_id(), day=day, text=text, owner=owner, **more)  # type: ignore[arg-type]
    journal.actions.add(action)
    return action


def test_a_journal_without_a_word_has_a_brief_without_blocks(journal: Journal, planned: EntryId) -> None:
    empty = brief(journal, planned)
    assert empty.blocks == () and empty.intention == ""
    assert len(empty.questions) == 3


def test_the_strip_says_when_where_and_how_far(journal: Journal, planned: EntryId) -> None:
    held(journal, 60)
    held(journal, 30)
    held(journal, 3, kind=SessionKind.CONTACT)
    journal.describe(replace(journal.relationship(), phase=Phase.PROGRESS_MAKING))
    strip = brief(journal, planned).strip
    assert (strip.number, strip.days_since, strip.phase) == (3, 32, Phase.PROGRESS_MAKING)
    assert strip.words() == (
        "Heron · session 3 · Tue 3 Mar 2026, 10:00 · Harbour path · making progress · 4 weeks since the last"
    )


def test_without_a_phase_of_the_writers_the_suggested_one_stands_there(
    journal: Journal, planned: EntryId
) -> None:
    assert brief(journal, planned).strip.phase is Phase.RAPPORT_BUILDING


def test_an_informal_relationship_has_no_phase(desk: Desk) -> None:
    journal = begin(desk, RelationshipType.INFORMAL)
    strip = brief(journal, plan(journal)).strip
    assert strip.phase is Phase.NOT_TRACKED and "tracked" not in strip.words()


def test_what_they_are_here_for_is_three_lines_with_start_and_now(journal: Journal, planned: EntryId) -> None:
    journal.describe(replace(journal.relationship(), purpose="Find the own voice"))
    for number, whose in enumerate((Whose.MENTEE, Whose.MINE_AS_MENTOR, Whose.MENTEE, Whose.MENTEE)):
        check_in = CheckIn(id=new_check_in_id(), day=TODAY, value=6.0, what_moved_it="A talk")
        journal.goals.add(
            Goal(
                id=new_entry_id(),
                title=f"Goal {number}",
                day=TODAY - timedelta(days=9 - number),
                measure=MeasureKind.SCALE_0_10,
                baseline=3.0,
                target=8.0,
                status=GoalStatus.IN_PROGRESS,
                whose=whose,
                check_ins=(check_in,),
            )
        )
    found = block(journal, planned, BlockKey.HERE_FOR)
    assert [line.text for line in found.lines] == ["Find the own voice", "Goal 0", "Goal 2"]
    assert found.lines[1].aside == "3 of 10 → 6 of 10, aiming at 8 of 10 · “A talk”"
    assert found.more == 1


def test_last_time_is_my_after_note_in_four_lines(journal: Journal, planned: EntryId) -> None:
    held(journal, 60, note("An older note"))
    held(
        journal,
        30,
        note("In the notes"),
        after_note=AfterNote(mattered="One\nTwo\nThree", stopped_at="Here\nThere\nAnywhere"),
    )
    found = block(journal, planned, BlockKey.LAST_TIME)
    assert [line.text for line in found.lines] == [
        "What mattered: One",
        "Two",
        "Where we stopped: Here",
        "There",
    ]
    assert found.title == "Last time, 30 Jan"


def test_without_an_after_note_my_own_notes_begin_it(journal: Journal, planned: EntryId) -> None:
    held(
        journal,
        30,
        note("They said so", attribution=Attribution.PARTNER_SAID),
        note("I saw this\nand that", Section.INSIGHT),
        note("Their very words", Section.THEIR_WORDS),
        note("Try this", Section.ADVICE_GIVEN),
        note("What then?", Section.QUESTION_TO_RETURN_TO),
        *(note(f"More {number}") for number in range(6)),
    )
    assert texts(journal, planned, BlockKey.LAST_TIME) == ["I saw this", "More 0", "More 1", "More 2"]


def test_every_open_promise_is_there_and_what_is_overdue_comes_first(
    journal: Journal, planned: EntryId
) -> None:
    later, late = TODAY + timedelta(days=9), TODAY - timedelta(days=1)
    act(journal, "No day", ActionOwner.ME, is_promise=True, day=TODAY - timedelta(days=99))
    act(journal, "Later", ActionOwner.BOTH, is_promise=True, due_on=later)
    act(journal, "Late", ActionOwner.ME, is_promise=True, due_on=late, status=ActionStatus.CARRIED)
    act(journal, "Done", ActionOwner.ME, is_promise=True, status=ActionStatus.DONE, closed_on=TODAY)
    act(journal, "No promise", ActionOwner.ME)
    for number in range(9):
        act(journal, f"One more {number}", ActionOwner.ME, is_promise=True)
    lines = block(journal, planned, BlockKey.PROMISES).lines
    assert [line.text for line in lines[:3]] == ["Late", "Later", "No day"] and len(lines) == 12
    assert [line.mark for line in lines[:2]] == ["overdue", ""]
    assert lines[0].aside == "due 28 Feb · open for 6 weeks"


def test_of_their_actions_five_with_how_long_and_what_came_of_the_last(
    journal: Journal, planned: EntryId
) -> None:
    act(journal, "Ask around", outcome_note="Two said yes")
    act(journal, "Older", status=ActionStatus.DONE, closed_on=TODAY - timedelta(days=9), outcome_note="Meh")
    closed = TODAY - timedelta(days=3)
    act(journal, "Wrote it", status=ActionStatus.DONE, closed_on=closed, outcome_note="Sent")
    lines = block(journal, planned, BlockKey.ACTIONS).lines
    assert [(line.text, line.aside) for line in lines] == [
        ("Ask around", "open for 6 weeks · Two said yes"),
        ("Wrote it", "done 26 Feb · Sent"),
    ]
    for number in range(7):
        act(journal, f"More {number}")
    found = block(journal, planned, BlockKey.ACTIONS)
    assert len(found.lines) == 5 and found.more == 3


def test_threads_say_how_many_meetings_old_they_are(journal: Journal, planned: EntryId) -> None:
    held(journal, 90, note("Whose permission?", Section.QUESTION_TO_RETURN_TO))
    held(journal, 60)
    held(journal, 30, after_note=AfterNote(return_to="- The budget\n- The panel"))
    parked = journal.topics.capture("A parked one")
    journal.topics.settle(next(iter(parked.touched)), TopicStatus.PARKED)
    found = block(journal, planned, BlockKey.THREADS).lines
    assert [(line.text, line.aside) for line in found] == [
        ("A parked one", "parked · raised since last time"),
        ("The budget", "raised last time"),
        ("The panel", "raised last time"),
        ("Whose permission?", "raised 3 meetings ago"),
    ]


def test_a_thread_that_became_a_topic_is_not_there_twice(journal: Journal, planned: EntryId) -> None:
    held(journal, 30, note("Whose  permission?", Section.QUESTION_TO_RETURN_TO))
    made = journal.topics.capture("whose permission?", planned)
    assert BlockKey.THREADS not in keys(journal, planned)
    journal.topics.write(
        replace(journal.topics.get(next(iter(made.touched))), status=TopicStatus.CARRIED, carried_count=1)
    )
    (line,) = block(journal, planned, BlockKey.THREADS).lines
    assert line.aside.startswith("on the agenda") and not line.may_act


def test_an_empty_question_is_no_thread(journal: Journal, planned: EntryId) -> None:
    held(journal, 30, note("", Section.QUESTION_TO_RETURN_TO))
    assert BlockKey.THREADS not in keys(journal, planned)


def test_a_contact_without_a_title_is_called_by_its_first_words(journal: Journal, planned: EntryId) -> None:
    held(journal, 30)
    held(journal, 9, note("They got the place"), kind=SessionKind.CONTACT, mode=Mode.PHONE)
    assert texts(journal, planned, BlockKey.SINCE) == ["20 Feb, phone: They got the place"]


def test_five_threads_are_shown_and_the_rest_counted(journal: Journal, planned: EntryId) -> None:
    for number in range(8):
        held(journal, 90 - number, note(f"Question {number}?", Section.QUESTION_TO_RETURN_TO))
    found = block(journal, planned, BlockKey.THREADS)
    assert [line.text for line in found.lines] == [f"Question {number}?" for number in (7, 6, 5, 4, 3)]
    assert found.more == 3


def test_their_words_and_my_advice_are_the_last_three(journal: Journal, planned: EntryId) -> None:
    tried = AdviceOutcome(tried_on=TODAY - timedelta(days=8))
    known = AdviceOutcome(what_happened="It helped")
    held(journal, 90, note("Words 0", Section.THEIR_WORDS), note("Old", Section.ADVICE_GIVEN))
    held(journal, 60, note("Words 1", Section.THEIR_WORDS), note("A", Section.ADVICE_GIVEN, outcome=tried))
    held(journal, 45, note("Words 2", Section.THEIR_WORDS), note("B", Section.ADVICE_GIVEN, outcome=known))
    held(journal, 30, note("Words 3", Section.THEIR_WORDS), note("C", Section.ADVICE_GIVEN))
    assert texts(journal, planned, BlockKey.THEIR_WORDS) == ["Words 3", "Words 2", "Words 1"]
    assert [(line.text, line.aside) for line in block(journal, planned, BlockKey.ADVICE).lines] == [
        ("C", "30 Jan · ask what came of it"),
        ("B", "15 Jan · It helped"),
        ("A", "31 Dec 2025 · tried on 21 Feb"),
    ]


def test_since_then_holds_contacts_and_near_dates(journal: Journal, planned: EntryId) -> None:
    held(journal, 40, kind=SessionKind.CONTACT, title="Before the last meeting")
    held(journal, 30)
    held(journal, 9, kind=SessionKind.CONTACT, title="The interview is over", mode=Mode.WRITTEN)
    goal = Goal(
        id=new_entry_id(),
        title="A talk",
        day=TODAY - timedelta(days=99),
        target_on=TODAY + timedelta(days=5),
        status=GoalStatus.AGREED,
    )
    journal.goals.add(goal)
    journal.goals.add(replace(goal, id=new_entry_id(), title="Far", target_on=TODAY + timedelta(days=99)))
    assert texts(journal, planned, BlockKey.SINCE) == [
        "20 Feb, in writing: The interview is over",
        "6 Mar: the day meant for “A talk”",
    ]


def test_at_most_two_things_to_watch(journal: Journal, planned: EntryId) -> None:
    about = replace(
        journal.relationship(),
        started_on=TODAY - timedelta(days=300),
        planned_end_on=TODAY + timedelta(days=60),
    )
    journal.describe(about)
    held(journal, 30, airtime=Airtime.MOSTLY_ME)
    assert texts(journal, planned, BlockKey.WATCH) == [
        "Half of what you agreed on is behind you, and there was no mid-term review yet.",
        "Last time I talked most.",
    ]
    journal.describe(replace(about, planned_end_on=TODAY + timedelta(days=10)))
    lines = texts(journal, planned, BlockKey.WATCH)
    assert len(lines) == 2 and lines[0].startswith("The planned end is less than a month away.")


def test_an_informal_relationship_is_not_reminded_of_reviews(desk: Desk) -> None:
    journal = begin(
        desk,
        RelationshipType.INFORMAL,
        started_on=TODAY - timedelta(days=300),
        planned_end_on=TODAY + timedelta(days=10),
    )
    held(journal, 300)
    assert BlockKey.WATCH not in keys(journal, plan(journal))


def test_the_questions_are_the_same_each_time_and_from_the_chosen_set(
    journal: Journal, planned: EntryId
) -> None:
    def prepare(framework: str) -> None:
        journal.sessions.prepare(planned, intention="Listen", desired_outcome="", framework_id=framework)

    prepare("clear")
    first = brief(journal, planned)
    assert first.questions == brief(journal, planned).questions and len(set(first.questions)) == 3
    known = prompt_set("clear")
    assert known is not None and first.framework == known.name
    asked = [question for step in known.steps for question in step.mentor]
    places = [asked.index(question) for question in first.questions]
    assert places == sorted(places)
    prepare("gone with its file")
    assert brief(journal, planned).questions == ()


def test_each_form_has_its_own_usual_questions() -> None:
    assert usual_framework(Role.MENTOR, RelationshipForm.TRADITIONAL) == "grow"
    assert usual_framework(Role.PEER, RelationshipForm.PEER) == "peer"
    assert usual_framework(Role.MENTOR, RelationshipForm.REVERSE) == "reverse"


def test_blocks_stand_in_the_order_in_which_they_are_read(journal: Journal) -> None:
    planned = long_journal.fill(journal)
    assert keys(journal, planned) == [
        BlockKey.HERE_FOR,
        BlockKey.LAST_TIME,
        BlockKey.PROMISES,
        BlockKey.ACTIONS,
        BlockKey.THREADS,
        BlockKey.THEIR_WORDS,
        BlockKey.ADVICE,
        BlockKey.SINCE,
        BlockKey.WATCH,
    ]
    limits = [len(block.lines) for block in brief(journal, planned).blocks]
    assert limits == [3, 4, 12, 5, 5, 3, 3, 3, 2]


def test_a_peer_reads_the_short_form(journal: Journal) -> None:
    planned = long_journal.fill(journal, Role.PEER)
    assert keys(journal, planned) == [
        BlockKey.LAST_TIME,
        BlockKey.PROMISES,
        BlockKey.ACTIONS,
        BlockKey.THREADS,
        BlockKey.SINCE,
        BlockKey.WATCH,
    ]


def test_only_what_lies_before_the_session_is_in_its_brief(journal: Journal, planned: EntryId) -> None:
    held(journal, 30, note("Before"))
    after = held(journal, -20, note("After"))
    assert brief(journal, planned).strip.number == 2
    assert texts(journal, planned, BlockKey.LAST_TIME) == ["Before"]
    assert brief_of(read_material(journal, after, TODAY)).strip.number == 2


def test_a_note_that_never_leaves_is_marked(journal: Journal, planned: EntryId) -> None:
    held(journal, 30, note("Locked", visibility=Visibility.NEVER_EXPORT), note("Open"))
    assert [line.stays for line in block(journal, planned, BlockKey.LAST_TIME).lines] == [True, False]


def test_a_session_that_is_gone_has_no_brief(journal: Journal, planned: EntryId) -> None:
    journal.sessions.remove(planned)
    with pytest.raises(NotFound):
        brief(journal, planned)


def test_the_next_session_is_planned_and_no_contact(journal: Journal) -> None:
    assert next_session(journal, TODAY) is None
    held(journal, -1, status=SessionStatus.CANCELLED_BY_ME)
    held(journal, -2, status=SessionStatus.PLANNED, kind=SessionKind.CONTACT)
    wanted = held(journal, -3, status=SessionStatus.PLANNED)
    held(journal, -9, status=SessionStatus.PLANNED)
    found = next_session(journal, TODAY)
    assert found is not None and found.id == wanted
    by_day = session_on(journal, TODAY + timedelta(days=1))
    assert by_day is not None and by_day.status is SessionStatus.CANCELLED_BY_ME
    assert session_on(journal, date(2020, 1, 1)) is None


def test_what_never_leaves_does_not_leave_as_a_topic(journal: Journal, planned: EntryId) -> None:
    open_question = Section.QUESTION_TO_RETURN_TO
    held(
        journal,
        30,
        note("Does the diagnosis change it?", open_question, visibility=Visibility.NEVER_EXPORT),
        note("What would the panel say?", open_question),
    )
    for line in block(journal, planned, BlockKey.THREADS).lines:
        work.bring_up(line, planned, journal)
    assert {topic.text for topic in journal.topics.of_session(planned)} == {
        "Does the diagnosis change it?",
        "What would the panel say?",
    }
    agenda = session_agenda(journal, planned)
    assert [topic.text for topic in agenda.topics] == ["What would the panel say?"]
    assert agenda.kept_back == 1


def test_a_goal_quotes_what_moved_it_last_and_not_what_was_added_late(
    journal: Journal, planned: EntryId
) -> None:
    goal = Goal(
        id=new_entry_id(),
        title="A talk",
        day=TODAY - timedelta(days=60),
        measure=MeasureKind.PERCENT,
        status=GoalStatus.IN_PROGRESS,
        whose=Whose.MENTEE,
        check_ins=(
            CheckIn(id=new_check_in_id(), day=TODAY, value=70, what_moved_it="The new reason"),
            CheckIn(id=new_check_in_id(), day=TODAY - timedelta(days=30), value=20, what_moved_it="The old"),
        ),
    )
    journal.goals.add(goal)
    (line,) = block(journal, planned, BlockKey.HERE_FOR).lines
    assert "The new reason" in line.aside and "The old" not in line.aside


def test_no_part_of_a_name_that_is_cut_in_two_stays(journal: Journal, planned: EntryId) -> None:
    journal.describe(replace(journal.relationship(), partner_display_name="anna bergström"))
    for before in range(225, 245):
        act(journal, f"{'x' * (before // 2)} {'x' * (before - before // 2 - 1)} anna bergström came")
    assert not [text for text in texts(journal, planned, BlockKey.ACTIONS) if "anna" in text.lower()]
    journal.sessions.prepare(planned, intention=f"{'x ' * 238}anna bergström", desired_outcome="")
    assert "anna" not in brief(journal, planned).intention


def test_a_paused_relationship_is_not_reminded_of_reviews(journal: Journal, planned: EntryId) -> None:
    held(journal, 60)
    held(journal, 30)
    about = replace(
        journal.relationship(),
        status=RelationshipStatus.ACTIVE,
        started_on=TODAY - timedelta(days=300),
        planned_end_on=TODAY + timedelta(days=10),
    )
    journal.describe(about)
    assert BlockKey.WATCH in keys(journal, planned)
    journal.life.take(Step.PAUSE)
    assert BlockKey.WATCH not in keys(journal, planned)
