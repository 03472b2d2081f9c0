"""Which sections and lines each reader is offered, by role and kind: the field's own table, cell by cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from mentorjournal.model.goal import Goal, StatusChange
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.review import Review
from mentorjournal.model.words import (
    Audience,
    GoalStatus,
    MeasureKind,
    RelationshipStatus,
    RelationshipType,
    ReviewKind,
    Role,
    SessionKind,
    Training,
    Visibility,
    Whose,
)
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.offer import SectionKey, as_offered
from mentorjournal.sharing.summary import compose, leaves, offer
from mentorjournal.sharing.track import Track, suggested_track
from tests.sharing import samples
from tests.sharing.offers import CONSENT, everything_ticked, ids, lines_of, offered, ticked
from tests.sharing.samples import ON, SINCE, UNTIL

# Each section with its column for the partner, attendance, outcomes, the line manager and the portfolio:
# "in" is ticked at first, "off" can be ticked, "-" is not offered.
MATRIX = """
heading          in  in  in  in  in
partner          in  off off off off
programme        off in  in  off off
meetings         in  in  in  off in
objectives       in  -   in  in  in
progress         in  -   in  in  in
outcomes         in  -   in  in  in
learning         in  -   off off in
my_actions       in  -   off off in
partner_actions  in  -   -   -   -
support          off off in  in  -
on_track         off off off -   -
training         off in  in  -   off
confidentiality  in  in  in  in  in
signatures       off off off off -
"""
CELLS = [
    (audience, row.split()[0], row.split()[column])
    for row in MATRIX.strip().splitlines()
    for column, audience in enumerate(Audience, start=1)
]


def of(role: Role, kind: RelationshipType) -> SummarySource:
    """The sample journal from this side, with a goal of the mentor's own where there is a mentor."""
    whole = samples.source(role)
    own = replace(whole.goals[1], id=EntryId("own"), whose=Whose.MINE_AS_MENTOR)
    goals = (*whole.goals, own) if role is Role.MENTOR else whole.goals
    return replace(whole, goals=goals, relationship=replace(whole.relationship, type=kind))


@pytest.mark.parametrize(("audience", "section", "cell"), CELLS)
@pytest.mark.parametrize("role", Role)
def test_each_cell_of_the_table_holds_from_every_side(audience, section, cell, role):
    for kind in RelationshipType:
        offers = ticked(offered(audience, of(role, kind)))

        assert {True: "in", False: "off", None: "-"}[offers.get(section)] == cell


def test_every_section_stands_in_the_table_in_its_order():
    assert [row.split()[0] for row in MATRIX.strip().splitlines()] == [key.value for key in SectionKey]
    for audience in Audience:
        order = [section.key for section in offered(audience).sections]
        assert order == [key for key in SectionKey if key in order]


@pytest.mark.parametrize(("audience", "role", "kind"), list(product(Audience, Role, RelationshipType)))
def test_every_reader_gets_a_paper_from_every_side(audience, role, kind):
    shown = offered(audience, of(role, kind))
    paper = compose(shown, as_offered(shown), on=ON, consent=CONSENT)

    assert paper.pieces
    third = audience not in (Audience.PARTNER, Audience.PORTFOLIO)
    assert shown.needs_consent is (role is Role.MENTOR and third)
    assert ("agreement given on" in paper.footer) is shown.needs_consent


# Written here


def test_what_is_written_here_is_empty_and_does_not_leave_until_it_is_written():
    shown = offered(Audience.LINE_MANAGER)
    (line,) = lines_of(shown, SectionKey.SUPPORT)
    chosen = as_offered(shown)

    assert (line.id, line.text, line.written_here) == ("support.words", "", True)
    assert SectionKey.SUPPORT.value in chosen.sections
    before = leaves(shown, chosen)
    assert not any(not words for words in before)
    after = leaves(shown, replace(chosen, reworded={"support.words": "Two days for the seminar."}))
    assert set(after) - set(before) == {"Two days for the seminar."}


def test_support_is_never_suggested_from_what_a_goal_says_of_it():
    whole = samples.source()
    source = replace(whole, goals=tuple(replace(goal, support_needed="A quiet room") for goal in whole.goals))

    assert offered(Audience.LINE_MANAGER, source) == offered(Audience.LINE_MANAGER)


def test_words_alone_are_not_a_summary():
    shown = offered(Audience.LINE_MANAGER)
    assert not SectionKey.SUPPORT.is_content
    assert not SectionKey.SIGNATURES.is_content
    assert SectionKey.SUPPORT.value in ticked(shown)


# On track


def test_on_track_is_one_of_three_words_and_takes_no_reason():
    shown = offered(Audience.COORDINATOR_OUTCOMES)
    (line,) = lines_of(shown, SectionKey.ON_TRACK)

    def said(words: str) -> list[str]:
        found = leaves(shown, everything_ticked(shown, track_state=words))
        return [words for words in found if words.startswith("On track")]

    assert line.choices == ("Yes", "Adjusting", "Ending")
    assert said("Ending") == ["On track: Ending"]
    assert said("Ending, because he never came") == []
    assert said("") == []


@pytest.mark.parametrize("track", [None, *Track])
def test_what_is_suggested_is_there_and_what_is_not_waits_to_be_chosen(track):
    shown = offered(source=replace(samples.source(), track=track))
    (line,) = lines_of(shown, SectionKey.ON_TRACK)

    assert (line.text, line.written_here) == (track.label if track else "", track is None)


@pytest.mark.parametrize(
    ("status", "reviews", "track"),
    [
        (RelationshipStatus.ACTIVE, [], None),
        (RelationshipStatus.WINDING_UP, [], Track.ENDING),
        (RelationshipStatus.CLOSED, [], Track.ENDING),
        (RelationshipStatus.ACTIVE, [(1, ReviewKind.MID_TERM, "Shorter", True)], Track.ADJUSTING),
        (RelationshipStatus.ACTIVE, [(1, ReviewKind.MID_TERM, "", True)], None),
        (RelationshipStatus.ACTIVE, [(1, ReviewKind.MID_TERM, "Shorter", False)], None),
        (RelationshipStatus.ACTIVE, [(1, ReviewKind.ENDING, "", True)], Track.ENDING),
        (
            RelationshipStatus.ACTIVE,
            [(2, ReviewKind.MID_TERM, "", True), (1, ReviewKind.MID_TERM, "Shorter", True)],
            None,
        ),
    ],
)
def test_on_track_is_suggested_by_steps_and_finished_reviews_never_by_what_they_say(status, reviews, track):
    about = Relationship(codename="Heron", my_role=Role.MENTEE, type=RelationshipType.INFORMAL, status=status)
    found = [
        Review(
            id=EntryId(f"r{month}"),
            day=date(2026, month, 1),
            kind=kind,
            agreement_changes=changes,
            decisions="We stop.",
            done=done,
        )
        for month, kind, changes, done in reviews
    ]

    assert suggested_track(about, found) is track


# Training and agreement


def test_an_agreement_is_declared_with_its_day_and_never_its_words():
    shown = offered(Audience.COORDINATOR_ATTENDANCE)

    assert [line.words for line in lines_of(shown, SectionKey.TRAINING)] == [
        "Training: Training for mentoring done",
        "Mentoring agreement: In place, agreed on 14 January 2026",
    ]


def test_what_was_not_done_or_agreed_is_not_declared():
    untrained = replace(samples.relationship(), my_training=Training.NO)
    source = replace(samples.source(), relationship=untrained)

    assert [line.id for line in lines_of(offered(source=source), SectionKey.TRAINING)] == [
        "training.agreement"
    ]
    assert "training" not in ticked(offered(source=replace(source, agreed_on=None)))


# Signatures


@pytest.mark.parametrize(
    ("audience", "role", "who"),
    [
        (Audience.PARTNER, Role.MENTEE, ["Mentee (author)", "Mentor"]),
        (Audience.PARTNER, Role.PEER, ["Peer (author)", "Peer"]),
        (Audience.COORDINATOR_ATTENDANCE, Role.MENTEE, ["Mentee (author)", "Mentor"]),
        (Audience.COORDINATOR_OUTCOMES, Role.MENTEE, ["Mentee (author)"]),
        (Audience.COORDINATOR_OUTCOMES, Role.MENTOR, ["Mentor (author)", "Mentee"]),
        (Audience.LINE_MANAGER, Role.MENTEE, ["Mentee (author)"]),
    ],
)
def test_the_author_signs_and_the_partner_where_they_read_confirm_or_agree(audience, role, who):
    shown = offered(audience, samples.source(role))

    assert [line.text for line in lines_of(shown, SectionKey.SIGNATURES)] == who


# Meetings


def test_a_line_manager_learns_only_how_often_they_met():
    meetings = lines_of(offered(Audience.LINE_MANAGER), SectionKey.MEETINGS)

    assert [line.words for line in meetings] == ["Held: 8 sessions"]


def test_attendance_is_told_by_day_length_and_mode():
    meetings = lines_of(offered(Audience.COORDINATOR_ATTENDANCE), SectionKey.MEETINGS)

    assert [line.words for line in meetings[:5]] == [
        "Held: 8 sessions",
        "Planned in all: 12 sessions",
        "Time together: 9 hours",
        "How: 6 in person, 2 video",
        "14 January 2026: 1 hour, in person",
    ]
    assert len([line for line in meetings if line.id.startswith("meetings.on.")]) == 8


@pytest.mark.parametrize("audience", [a for a in Audience if a is not Audience.COORDINATOR_ATTENDANCE])
def test_no_other_reader_is_given_the_days(audience):
    assert not any(id.startswith("meetings.on.") for id in ids(offered(audience)))


def test_a_mail_between_sessions_is_no_meeting():
    whole = samples.source()
    mail = replace(whole.sessions[0], id=EntryId("mail"), kind=SessionKind.CONTACT)

    assert offered(source=replace(whole, sessions=(*whole.sessions, mail))) == offered()


# Progress and outcomes


def test_milestones_are_told_once_they_are_reached_in_the_period():
    def reached(since: date, until: date) -> list[str]:
        shown = offer(samples.source(), Audience.LINE_MANAGER, since, until)
        return [line.text for line in lines_of(shown, SectionKey.PROGRESS) if line.label == "Milestone"]

    assert reached(SINCE, UNTIL) == [
        "Practice talk in the research group (4 March 2026)",
        "Abstract accepted (20 May 2026)",
    ]
    assert reached(date(2026, 5, 1), UNTIL) == ["Abstract accepted (20 May 2026)"]
    assert reached(date(2026, 6, 1), UNTIL) == []


def test_milestones_of_a_goal_without_a_measure_are_told_all_the_same():
    goal = replace(samples.goals()[0], measure=MeasureKind.NONE)
    shown = offered(source=replace(samples.source(), goals=(goal,)))

    assert [line.label for line in lines_of(shown, SectionKey.PROGRESS)] == ["Milestone", "Milestone"]


def test_evidence_stands_in_the_authors_own_words():
    evidence = [line for line in lines_of(offered(), SectionKey.OUTCOMES) if line.label == "Evidence"]

    assert [line.text for line in evidence] == ["The journal’s receipt of 28 May", "The preprint, version 2"]
    assert all(line.about == "goal.goal-2" for line in evidence)


def test_evidence_of_a_goal_that_may_not_be_shown_is_not_offered():
    hidden = replace(samples.goals()[1], visibility=Visibility.PRIVATE)

    assert lines_of(offered(source=replace(samples.source(), goals=(hidden,))), SectionKey.OUTCOMES) == ()


def test_a_goal_that_was_closed_in_the_period_is_told_without_a_check_in():
    goal = Goal(
        id=EntryId("closed"),
        title="Learn to say no",
        day=date(2025, 12, 1),
        measure=MeasureKind.NONE,
        status=GoalStatus.LET_GO,
        visibility=samples.SUMMARY,
        history=(StatusChange(day=date(2026, 2, 3), status=GoalStatus.LET_GO),),
    )

    assert "goal.closed" in ids(offered(source=replace(samples.source(), goals=(goal,))))


# The partner


def test_a_portfolio_outlives_the_relationship_so_it_names_what_the_partner_was_and_not_who():
    (line,) = lines_of(offered(Audience.PORTFOLIO), SectionKey.PARTNER)

    assert line.words == "Together with: A mentor"
