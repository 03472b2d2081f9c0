"""What is worth a look, and when, in the life of each kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.guidance.checkpoints import Checkpoint, Story, foremost, middle, notice, points, winding_up
from mentorjournal.model.closure import Closure
from mentorjournal.model.course import AgreementGlance
from mentorjournal.model.relationship import Commitment, Relationship
from mentorjournal.model.words import (
    RelationshipStatus,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
    SessionKind,
    SessionStatus,
)

BEGIN = date(2026, 1, 5)
END = date(2027, 1, 4)
FORMAL = Relationship(
    codename="Heron",
    my_role=Role.MENTOR,
    type=RelationshipType.LONG_TERM_FORMAL,
    started_on=BEGIN,
    planned_end_on=END,
    commitment=Commitment(sessions_planned=6, interval_days=56),
)
WINDING = replace(FORMAL, status=RelationshipStatus.WINDING_UP)
CLOSED = replace(FORMAL, status=RelationshipStatus.CLOSED, ended_on=END)
INFORMAL = replace(FORMAL, type=RelationshipType.INFORMAL)
ONE_STOP = replace(
    FORMAL, type=RelationshipType.ONE_STOP, specialist_topic="x", follow_up_on=BEGIN + timedelta(days=14)
)
AGREED = AgreementGlance(is_agreed=True, agreed_on=BEGIN)
MID, LAST = SessionKind.MID_TERM_REVIEW, SessionKind.ENDING_REVIEW
PLANNED, HELD = SessionStatus.PLANNED, SessionStatus.HELD
CHECKED = {ReviewKind.AGREEMENT_CHECK: BEGIN + timedelta(days=31)}
C = Checkpoint


def held(count: int) -> list[date]:
    return [BEGIN + timedelta(days=56 * n) for n in range(count)]


def on(days: int) -> date:
    return BEGIN + timedelta(days=days)


def named(story: Story, today: date) -> list[Checkpoint]:
    found = points(story, today)
    assert all(one.due_on <= today and one.why.endswith((".", "?")) for one in found)
    return [one.checkpoint for one in found]


TABLE = [
    # what has been                                                            day       what is due
    ("nothing", Story(relationship=FORMAL), BEGIN, []),
    ("met once", Story(relationship=FORMAL, held=held(1)), BEGIN, [C.AGREE]),
    ("agreed", Story(relationship=FORMAL, held=held(1), agreement=AGREED), on(29), []),
    ("a month on", Story(relationship=FORMAL, held=held(1), agreement=AGREED), on(30), [C.AGREEMENT_CHECK]),
    (
        "checked",
        Story(relationship=FORMAL, held=held(1), agreement=AGREED, reviews=CHECKED),
        on(40),
        [],
    ),
    (
        "its day of review has come",
        Story(
            relationship=FORMAL,
            held=held(2),
            agreement=replace(AGREED, review_on=on(60)),
            reviews=CHECKED,
        ),
        on(60),
        [C.AGREEMENT_REVIEW],
    ),
    (
        "and was kept",
        Story(
            relationship=FORMAL,
            held=held(2),
            agreement=replace(AGREED, review_on=on(60)),
            reviews={ReviewKind.AGREEMENT_CHECK: on(61)},
        ),
        on(80),
        [],
    ),
    (
        "half-way asks for the agreement, too",
        Story(relationship=FORMAL, held=held(3), agreement=AGREED),
        on(112),
        [C.MID_TERM],
    ),
    (
        "half-way was done, and with it the check",
        Story(relationship=FORMAL, held=held(3), agreement=AGREED, reviews={ReviewKind.MID_TERM: on(115)}),
        on(120),
        [],
    ),
    (
        "half-way is arranged",
        Story(
            relationship=FORMAL, held=held(3), agreement=AGREED, reviews=CHECKED, arranged={(MID, PLANNED)}
        ),
        on(120),
        [],
    ),
    (
        "half-way was held",
        Story(relationship=FORMAL, held=held(3), agreement=AGREED, reviews=CHECKED, arranged={(MID, HELD)}),
        on(120),
        [],
    ),
    (
        "the end is near, so half-way is over",
        Story(relationship=FORMAL, held=held(4), agreement=AGREED),
        on(168),
        [C.WINDING_UP],
    ),
    (
        "the last conversation is planned",
        Story(relationship=FORMAL, held=held(4), agreement=AGREED, arranged={(LAST, PLANNED)}),
        on(168),
        [],
    ),
    (
        "the last conversation was held",
        Story(relationship=FORMAL, held=held(6), agreement=AGREED, arranged={(LAST, HELD)}),
        on(290),
        [C.CLOSE],
    ),
    ("winding up", Story(relationship=WINDING, held=held(5), agreement=AGREED), END - timedelta(days=1), []),
    ("its last day", Story(relationship=WINDING, held=held(5), agreement=AGREED), END, [C.ENDING]),
    (
        "all sessions were held before its last day",
        Story(relationship=WINDING, held=held(6), agreement=AGREED),
        held(6)[-1],
        [C.ENDING],
    ),
    (
        "it was looked back on",
        Story(relationship=WINDING, agreement=AGREED, reviews={ReviewKind.ENDING: END - timedelta(days=9)}),
        END - timedelta(days=8),
        [C.CLOSE],
    ),
    (
        "no end was set, but all sessions were held",
        Story(relationship=replace(WINDING, planned_end_on=None), held=held(6), agreement=AGREED),
        held(6)[-1],
        [C.ENDING],
    ),
    (
        "paused",
        Story(relationship=replace(FORMAL, status=RelationshipStatus.PAUSED), held=held(6)),
        date(2028, 1, 1),
        [],
    ),
    ("closed", Story(relationship=CLOSED), date(2027, 7, 3), []),
    ("half a year after", Story(relationship=CLOSED), date(2027, 7, 4), [C.FOLLOW_UP]),
    (
        "and it was looked back at",
        Story(relationship=CLOSED, reviews={ReviewKind.FOLLOW_UP: date(2027, 7, 5)}),
        date(2028, 1, 1),
        [],
    ),
    ("one-stop, met", Story(relationship=ONE_STOP, held=held(1)), on(13), []),
    ("one-stop, its day", Story(relationship=ONE_STOP, held=held(1)), on(14), [C.ONE_STOP_FOLLOW_UP]),
    ("one-stop, a word is planned", Story(relationship=ONE_STOP, held=held(1), is_planned=True), on(14), []),
    ("one-stop, years on", Story(relationship=ONE_STOP, held=held(1)), on(900), [C.ONE_STOP_FOLLOW_UP]),
    ("informal, not met", Story(relationship=INFORMAL), on(364), []),
    ("informal, met", Story(relationship=INFORMAL, held=held(1)), on(1), [C.AGREE]),
    ("informal, met long ago", Story(relationship=INFORMAL, held=held(2)), on(61), []),
    (
        "informal, in hand",
        Story(relationship=INFORMAL, held=held(1), agreement=AgreementGlance(has_draft=True)),
        on(1),
        [],
    ),
    ("informal, a year on", Story(relationship=INFORMAL), on(365), [C.STILL_USEFUL]),
    (
        "informal, looked at since",
        Story(relationship=INFORMAL, reviews={ReviewKind.AGREEMENT_CHECK: on(200)}),
        on(500),
        [],
    ),
]


@pytest.mark.parametrize(("story", "today", "due"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_what_is_due(story: Story, today: date, due: list[Checkpoint]) -> None:
    assert named(story, today) == due


def test_the_middle_is_by_sessions_or_by_time_whichever_comes_first() -> None:
    assert middle(FORMAL, []) is None
    assert middle(FORMAL, held(1)) == date(2026, 7, 6)
    assert middle(FORMAL, held(3)) == held(3)[-1]
    bare = replace(FORMAL, planned_end_on=None, commitment=Commitment())
    assert middle(bare, held(9)) is None
    few = replace(bare, commitment=Commitment(sessions_planned=3))
    assert middle(few, held(3)) is None


def test_the_end_comes_near_by_days_or_by_sessions() -> None:
    assert notice(FORMAL, []) == date(2026, 12, 5)
    assert notice(FORMAL, held(4)) == held(4)[-1]


@pytest.mark.parametrize(
    ("count", "today", "words"),
    [
        (0, date(2026, 12, 4), ""),
        (0, date(2026, 12, 5), "less than a month"),
        (0, date(2027, 1, 5), "has passed"),
        (4, held(4)[-1], "Two sessions are left"),
        (5, held(5)[-1], "One session is left"),
        (6, held(6)[-1], "All the sessions"),
        (8, date(2026, 11, 1), "All the sessions"),
    ],
)
def test_it_says_why_it_is_time_to_wind_up(count: int, today: date, words: str) -> None:
    said = winding_up(FORMAL, held(count), today)
    assert (words in said) if words else said == ""


def test_the_end_goes_before_everything_and_then_the_oldest() -> None:
    bare = Story(relationship=FORMAL, held=held(4))
    assert named(bare, on(168)) == [C.WINDING_UP, C.AGREE]
    story = Story(
        relationship=FORMAL, held=held(3), agreement=replace(AGREED, review_on=on(50)), reviews=CHECKED
    )
    assert named(story, on(112)) == [C.AGREEMENT_REVIEW, C.MID_TERM]


def test_notes_fall_due_by_their_rule_and_never_while_held() -> None:
    end = Closure(closed_on=END, rule=RetentionRule.KEEP_UNTIL, destroy_on=date(2027, 2, 1))
    assert named(Story(relationship=CLOSED, closure=end), date(2027, 1, 31)) == []
    assert named(Story(relationship=CLOSED, closure=end), date(2027, 2, 1)) == [C.NOTES_DUE]
    on_hold = replace(end, rule=RetentionRule.ON_HOLD, hold_reason="asked")
    assert named(Story(relationship=CLOSED, closure=on_hold), date(2027, 2, 1)) == []


def test_what_is_put_off_is_not_told_and_nothing_takes_its_place() -> None:
    story = Story(relationship=FORMAL, held=held(4))
    assert foremost(story, on(168)) == points(story, on(168))[0]
    put_off = replace(story, quiet={"winding_up": on(182)})
    assert foremost(put_off, on(181)) is None
    assert foremost(put_off, on(182)) is not None


def test_what_is_never_wanted_again_leaves_room_for_the_rest() -> None:
    story = Story(relationship=INFORMAL, held=held(1), quiet={"agree": date.max})
    assert named(story, on(30)) == []
    assert named(story, on(365)) == [C.STILL_USEFUL]


def test_an_informal_one_is_asked_once_a_year() -> None:
    story = Story(relationship=INFORMAL, quiet={"still_useful": date(2028, 1, 5)})
    assert foremost(story, date(2027, 6, 1)) is None
    assert foremost(story, date(2028, 1, 5)) is not None


@pytest.mark.parametrize("about", [FORMAL, WINDING, CLOSED, INFORMAL, ONE_STOP])
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_harm_nothing(about: Relationship, day: date) -> None:
    odd = replace(about, started_on=day, planned_end_on=day, ended_on=day, follow_up_on=day)
    story = Story(
        relationship=odd,
        held=[day] * 7,
        agreement=AgreementGlance(is_agreed=True, agreed_on=day, review_on=day),
        closure=Closure(closed_on=day),
    )
    for today in (date.min, BEGIN, date.max):
        named(story, today)
