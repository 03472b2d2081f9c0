"""What a review brings along: the facts of each kind, for each kind of relationship, and what stays out."""

from __future__ import annotations

from datetime import timedelta
from time import perf_counter

import pytest

from mentorjournal.guidance.review_facts import MOST_LEFT_OPEN, is_rating, review_facts
from mentorjournal.instruments import built_in
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey
from mentorjournal.model.closure import Closure
from mentorjournal.model.goal import CheckIn, Goal, Milestone
from mentorjournal.model.ids import new_check_in_id, new_entry_id, new_milestone_id
from mentorjournal.model.rating import Rating
from mentorjournal.model.relationship import Commitment, Relationship
from mentorjournal.model.review import Fact
from mentorjournal.model.session import AfterNote, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    EndReason,
    GoalStatus,
    MeasureKind,
    MilestoneStatus,
    RelationshipType,
    ReviewKind,
    Role,
    SessionKind,
    SessionStatus,
    Visibility,
    Whose,
)
from tests.guidance import long_journal
from tests.journal.conftest import Desk

MARK = "zqxneverleavesvkj"


@pytest.fixture
def journal(desk: Desk) -> Journal:
    return begun(desk)


def begun(
    desk: Desk,
    type: RelationshipType = RelationshipType.LONG_TERM_FORMAL,
    role: Role = Role.MENTOR,
    **about: object,
) -> Journal:
    journal = desk.open()
    usual: dict[str, object] = {"commitment": Commitment(sessions_planned=6), "specialist_topic": "The talk"}
    journal.describe(Relationship(codename="Heron", my_role=role, type=type, **{**usual, **about}))  # type: ignore[arg-type]
    return journal


def meet(journal: Journal, *days: int, status: SessionStatus = SessionStatus.HELD, **about: object) -> None:
    """Sessions so many days from today."""
    for away in days:
        day = journal.today() + timedelta(days=away)
        journal.sessions.add(Session(id=new_entry_id(), day=day, status=status, **about))  # type: ignore[arg-type]


def agree(journal: Journal, review_in: int | None = None) -> None:
    clause = Clause(key=ClauseKey.PURPOSE, agreed_text="To think aloud")
    draft = Agreement(id=new_entry_id(), day=journal.today(), clauses=(clause,))
    journal.agreements.add(draft)
    review_on = None if review_in is None else journal.today() + timedelta(days=review_in)
    journal.agreements.agree(draft.id, journal.today(), review_on)


def goal(journal: Journal, title: str, *values: float, days: int = -90, **about: object) -> Goal:
    day = journal.today() + timedelta(days=days)
    check_ins = tuple(
        CheckIn(id=new_check_in_id(), day=day + timedelta(days=place + 1), value=value)
        for place, value in enumerate(values)
    )
    usual: dict[str, object] = {"measure": MeasureKind.SCALE_0_10, "baseline": 3.0, "target": 8.0}
    value = Goal(id=new_entry_id(), title=title, day=day, check_ins=check_ins, **{**usual, **about})  # type: ignore[arg-type]
    journal.goals.add(value)
    return value


def act(journal: Journal, text: str = "Write", days: int = -90, **about: object) -> Action:
    value = Action(
        id=new_entry_id(),
        day=journal.today() + timedelta(days=days),
        text=text,
        **about,  # type: ignore[arg-type]
    )
    journal.actions.add(value)
    return value


def rate(journal: Journal, days: int, value: int, then: int | None = None, sheet: int = 0) -> None:
    instrument = built_in(Role.MENTEE)[sheet]
    empty = (None,) * (len(instrument.items) - 1)
    journal.ratings.add(
        Rating(
            id=new_entry_id(),
            day=journal.today() + timedelta(days=days),
            instrument_id=instrument.id,
            name=instrument.name,
            items=instrument.items,
            values=(value, *empty),
            then_values=() if then is None else (then, *empty),
            note=f"{MARK} note",
        )
    )


def facts(journal: Journal, kind: ReviewKind) -> list[tuple[str, str]]:
    return [(fact.label, fact.value) for fact in review_facts(journal, kind, journal.today())]


# The agreement check


def test_an_agreement_check_brings_the_agreement_and_the_meetings(journal: Journal) -> None:
    meet(journal, -40, -12)
    meet(journal, -3, 9, 30, status=SessionStatus.PLANNED)
    meet(journal, -5, kind=SessionKind.CONTACT)
    agree(journal, review_in=60)
    assert facts(journal, ReviewKind.AGREEMENT_CHECK) == [
        ("Agreement", "version 1, agreed on 1 March 2026"),
        ("To be looked at again", "30 April 2026"),
        ("Sessions held", "2 of 6"),
        ("Next session", "10 March 2026"),
    ]


@pytest.mark.parametrize("type", RelationshipType)
def test_what_is_not_agreed_is_said_of_a_formal_relationship_alone(
    desk: Desk, type: RelationshipType
) -> None:
    said = facts(begun(desk, type), ReviewKind.AGREEMENT_CHECK)
    formal = type is RelationshipType.LONG_TERM_FORMAL
    assert (("Agreement", "nothing is agreed yet") in said) is formal


# Mid-term


def test_a_mid_term_review_brings_meetings_actions_goals_and_topics(journal: Journal) -> None:
    meet(journal, -60, -30, -2, minutes=50)
    act(journal, status=ActionStatus.DONE)
    act(journal, status=ActionStatus.CARRIED)
    act(journal, owner=ActionOwner.PARTNER, status=ActionStatus.PARTLY_DONE)
    act(journal, owner=ActionOwner.PARTNER)
    act(journal, owner=ActionOwner.BOTH, status=ActionStatus.DROPPED)
    goal(journal, "Ended", 4, 8, status=GoalStatus.ACHIEVED)
    goal(journal, "Not begun")
    goal(journal, "Speak up", 4, 7, status=GoalStatus.IN_PROGRESS)
    goal(journal, "A wish", measure=MeasureKind.NONE, baseline=None, target=None, status=GoalStatus.IDEA)
    for times, text in ((1, "Once"), (4, "The budget"), (2, "A date"), (0, "New"), (3, "The outline")):
        journal.topics.add(
            Topic(id=new_entry_id(), day=journal.today(), text=text, carried_count=times, order=times)
        )
    assert facts(journal, ReviewKind.MID_TERM) == [
        ("Sessions held", "3 of 6"),
        ("Time together", "2 hours 30 minutes"),
        ("My actions", "1 done, 1 open"),
        ("My mentee's actions", "1 partly done, 1 open"),
        ("Goal, in progress", "Speak up: 3 of 10 → 7 of 10"),
        ("Goal, agreed", "Not begun: 3 of 10 at the start"),
        ("Goal, idea", "A wish"),
        ("Goal, achieved", "Ended: 3 of 10 → 8 of 10"),
        ("Agreement", "nothing is agreed yet"),
        ("Carried over 4 times", "The budget"),
        ("Carried over 3 times", "The outline"),
        ("Carried over 2 times", "A date"),
    ]


def test_more_sessions_than_planned_are_said_plainly(desk: Desk) -> None:
    journal = begun(desk, commitment=Commitment(sessions_planned=2))
    meet(journal, -30, -20, -10)
    assert ("Sessions held", "3; 2 were planned") in facts(journal, ReviewKind.MID_TERM)


# The end


def test_an_ending_review_brings_the_whole_way(journal: Journal) -> None:
    meet(journal, -200, -100, -3)
    steps = [MilestoneStatus.REACHED, MilestoneStatus.PENDING, MilestoneStatus.SKIPPED]
    goal(
        journal,
        "Speak up",
        4,
        8,
        status=GoalStatus.PARTLY_ACHIEVED,
        milestones=tuple(Milestone(id=new_milestone_id(), title="Step", status=status) for status in steps),
    )
    rate(journal, -190, 4)
    rate(journal, -1, 8, then=3)
    assert facts(journal, ReviewKind.ENDING) == [
        ("First session", "13 August 2025"),
        ("Last session", "26 February 2026"),
        ("Sessions held", "3 of 6"),
        ("Time together", "3 hours"),
        ("Goal, partly achieved", "Speak up: 3 of 10 → 8 of 10"),
        ("Milestones reached", "1 of 2"),
        ("Rated by me: Relationship check", "Trust 4 (3 as I see it now) → 8"),
    ]


@pytest.mark.parametrize(
    ("first", "then", "said"), [(4, None, "Trust 4 → 8"), (4, 4, "Trust 4 → 8"), (None, 3, "Trust 3 → 8")]
)
def test_a_start_is_said_once_where_it_looks_the_same(
    journal: Journal, first: int | None, then: int | None, said: str
) -> None:
    if first is not None:
        rate(journal, -100, first)
    rate(journal, -1, 8, then=then)
    assert ("Rated by me: Relationship check", said) in facts(journal, ReviewKind.ENDING)


def test_a_goal_that_stands_where_it_began_says_so(journal: Journal) -> None:
    goal(journal, "Decide", 0, measure=MeasureKind.YES_NO, baseline=None, target=None)
    assert ("Goal, agreed", "Decide: not yet, as at the start") in facts(journal, ReviewKind.ENDING)


def test_a_rating_that_stands_alone_or_is_of_one_session_is_no_change(journal: Journal) -> None:
    sheets = [sheet.id for sheet in built_in(Role.MENTEE)]
    rate(journal, -100, 4)
    for days in (-100, -1):
        rate(journal, days, 5, sheet=sheets.index("session_usefulness"))
    assert not any(is_rating(fact) for fact in review_facts(journal, ReviewKind.ENDING, journal.today()))


# The look back


def test_a_follow_up_says_how_it_ended_and_what_was_open_then(desk: Desk, journal: Journal) -> None:
    meet(journal, -300)
    goal(journal, "Still open", 4, 5, status=GoalStatus.IN_PROGRESS)
    later = goal(journal, "Reached since", 4, days=-80, status=GoalStatus.IN_PROGRESS)
    goal(journal, "Ended before", 8, status=GoalStatus.ACHIEVED)
    act(journal, "Open to this day")
    done = act(journal, "Done since", days=-80, owner=ActionOwner.PARTNER)
    act(journal, "Done before", status=ActionStatus.DONE, closed_on=journal.today() - timedelta(days=5))
    journal.life.close(Closure(closed_on=journal.today(), reason=EndReason.TIME_ENDED))
    desk.now += timedelta(days=180)
    journal.actions.settle(done.id, ActionStatus.DONE)
    journal.goals.settle(later.id, GoalStatus.ACHIEVED)
    newest = CheckIn(id=new_check_in_id(), day=journal.today(), value=8)
    journal.goals.check_in(later.id, newest)
    act(journal, "Begun since", days=0)
    goal(journal, "Set since", days=0)
    assert facts(journal, ReviewKind.FOLLOW_UP) == [
        ("Ended on", "1 March 2026"),
        ("How it ended", "The time is over"),
        ("Goal left open", "Still open: 3 of 10 → 5 of 10"),
        ("Goal left open", "Reached since: 3 of 10 → 4 of 10"),
        ("Left open, mine", "Open to this day"),
        ("Left open, my mentee's", "Done since"),
    ]


def test_an_end_without_a_reason_and_with_nothing_open_says_so(journal: Journal) -> None:
    meet(journal, -300)
    journal.life.close(Closure(closed_on=journal.today()))
    assert facts(journal, ReviewKind.FOLLOW_UP) == [
        ("Ended on", "1 March 2026"),
        ("How it ended", "Nobody gave a reason"),
        ("Left open", "nothing"),
    ]


def test_many_open_actions_are_counted_beyond_the_first(journal: Journal) -> None:
    for number in range(MOST_LEFT_OPEN + 2):
        act(journal, f"Write {number}")
    found = facts(journal, ReviewKind.FOLLOW_UP)
    assert len(found) == MOST_LEFT_OPEN + 1 and found[-1] == ("Left open", "and 2 more actions")


# Other kinds


def test_informal_mentoring_is_not_measured(desk: Desk) -> None:
    journal = begun(desk, RelationshipType.INFORMAL)
    meet(journal, -300, -3)
    assert facts(journal, ReviewKind.ENDING) == [
        ("First session", "5 May 2025"),
        ("Last session", "26 February 2026"),
        ("Sessions held", "2"),
    ]


def test_one_stop_advice_begins_with_what_was_asked(desk: Desk) -> None:
    asked = "How do I begin?"
    journal = begun(desk, RelationshipType.ONE_STOP, Role.MENTEE, question=asked, commitment=Commitment())
    meet(journal, -3, kind=SessionKind.ONE_STOP)
    for kind in (ReviewKind.ENDING, ReviewKind.FOLLOW_UP):
        assert facts(journal, kind)[0] == ("What it was about", asked)
    assert ("Sessions held", "1") in facts(journal, ReviewKind.ENDING)


def test_a_peer_reads_of_their_peer(desk: Desk) -> None:
    journal = begun(desk, role=Role.PEER)
    act(journal, owner=ActionOwner.PARTNER)
    act(journal, owner=ActionOwner.BOTH)
    found = facts(journal, ReviewKind.MID_TERM)
    assert ("My peer's actions", "1 open") in found and ("Actions of us both", "1 open") in found


@pytest.mark.parametrize("kind", ReviewKind)
@pytest.mark.parametrize("type", RelationshipType)
def test_an_empty_journal_has_little_to_say_and_says_it(
    desk: Desk, kind: ReviewKind, type: RelationshipType
) -> None:
    found = review_facts(begun(desk, type), kind, desk.now.date())
    assert all(fact.label.strip() and fact.value.strip() for fact in found)
    assert len(found) <= 3


# What stays out


@pytest.mark.parametrize("kind", ReviewKind)
def test_what_never_leaves_is_neither_told_nor_counted(journal: Journal, kind: ReviewKind) -> None:
    before = facts(journal, kind)
    never = Visibility.NEVER_EXPORT
    goal(journal, MARK, 4, 7, status=GoalStatus.IN_PROGRESS, visibility=never)
    goal(journal, MARK, 4, 7, status=GoalStatus.IN_PROGRESS, whose=Whose.MINE_AS_MENTOR)
    act(journal, MARK, visibility=never)
    act(journal, MARK, visibility=never, owner=ActionOwner.PARTNER, status=ActionStatus.DONE)
    journal.topics.add(
        Topic(id=new_entry_id(), day=journal.today(), text=MARK, carried_count=9, visibility=never)
    )
    assert facts(journal, kind) == before


@pytest.mark.parametrize("kind", ReviewKind)
def test_no_mood_no_note_and_no_name_is_among_them(desk: Desk, kind: ReviewKind) -> None:
    journal = begun(desk, partner_display_name=MARK, partner_contact=MARK, conflict_declared=MARK)
    meet(journal, -60, title=MARK, place=MARK, intention=MARK)
    before = facts(journal, kind)
    held = journal.sessions.all()[0]
    journal.sessions.prepare(held.id, intention=MARK, desired_outcome=MARK, mood_before=9)
    journal.sessions.note_after(held.id, AfterNote(mattered=MARK), mood_after=1, usefulness=2)
    assert facts(journal, kind) == before
    rate(journal, -50, 1)
    rate(journal, -1, 2)
    assert MARK not in str(facts(journal, kind))


def test_the_facts_are_a_snapshot_that_a_review_keeps(journal: Journal) -> None:
    meet(journal, -30)
    known = review_facts(journal, ReviewKind.MID_TERM, journal.today())
    journal.reviews.begin(ReviewKind.MID_TERM, Role.MENTOR, known)
    meet(journal, -3)
    kept = journal.reviews.open_one()
    assert kept is not None and Fact("Sessions held", "1 of 6") in kept.facts and kept.facts == known


@pytest.mark.parametrize("kind", ReviewKind)
def test_a_journal_of_thirty_sessions_answers_at_once(desk: Desk, kind: ReviewKind) -> None:
    journal = desk.open()
    long_journal.fill(journal)
    times = []
    for _ in range(5):
        begin = perf_counter()
        assert review_facts(journal, kind, long_journal.TODAY)
        times.append(perf_counter() - begin)
    assert min(times) < 0.1
