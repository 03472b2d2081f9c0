"""What leaves with a summary is what was ticked, in the words that were chosen, and never what is private."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.ids import EntryId
from mentorjournal.model.paper import Picture, Together
from mentorjournal.model.words import (
    Audience,
    GoalStatus,
    MeasureKind,
    Role,
    Visibility,
    Whose,
)
from mentorjournal.pdf import render
from mentorjournal.pdf.coverage import words as words_of
from mentorjournal.sharing.offer import Chosen
from mentorjournal.sharing.summary import as_offered, compose, leaves, offer
from tests.pdf import reading
from tests.sharing import samples
from tests.sharing.offers import CONSENT, THIRD_PARTIES, everything_ticked, ids, offered
from tests.sharing.samples import MARK, ON, SINCE, UNTIL

# What never leaves


@pytest.mark.parametrize(("audience", "role"), list(product(Audience, Role)))
def test_no_private_word_leaves_even_with_every_section_ticked(audience, role):
    shown = offered(audience, samples.marked_source(role))
    paper = compose(shown, everything_ticked(shown), on=ON, consent=CONSENT)
    data = render(paper)

    whole = reading.everything(data)
    assert MARK not in reading.text(data)
    assert not any(MARK in title for title in reading.outline(data))
    assert not any(MARK in value for value in reading.metadata(data).values())
    for written in (MARK.encode(), MARK.encode("utf-16-be"), MARK.encode("utf-16-be").hex().upper().encode()):
        assert written not in whole
    assert not any(MARK in words for words in (*leaves(shown, everything_ticked(shown)), repr(shown)))


@pytest.mark.parametrize("audience", Audience)
def test_nothing_says_how_much_stays(audience):
    open_one, marked = offered(audience), offered(audience, samples.marked_source())

    assert leaves(open_one, as_offered(open_one)) == leaves(marked, as_offered(marked))


def test_what_the_partner_may_see_is_for_the_partner_alone():
    assert "goal.goal-3" in ids(offered(Audience.PARTNER))
    for audience in (*THIRD_PARTIES, Audience.PORTFOLIO):
        assert "goal.goal-3" not in ids(offered(audience))


@pytest.mark.parametrize("visibility", [Visibility.PRIVATE, Visibility.NEVER_EXPORT])
def test_what_is_not_marked_is_not_offered(visibility):
    whole = samples.source()
    hidden = replace(
        whole,
        goals=tuple(replace(goal, visibility=visibility) for goal in whole.goals),
        actions=tuple(replace(action, visibility=visibility) for action in whole.actions),
        learning_points=tuple(replace(p, visibility=visibility) for p in whole.learning_points),
    )

    assert not {i for i in ids(offered(source=hidden)) if i.startswith(("goal.", "action.", "learning."))}


def test_a_mentors_own_learning_goals_stay_out_of_the_mentees_summary_and_the_mentees_out_of_the_portfolio():
    whole = samples.source(Role.MENTOR)
    own = replace(whole.goals[0], id=EntryId("own"), whose=Whose.MINE_AS_MENTOR)
    source = replace(whole, goals=(*whole.goals, own))

    assert "goal.own" not in ids(offered(Audience.PARTNER, source))
    assert {i for i in ids(offered(Audience.PORTFOLIO, source)) if i.startswith("goal.")} == {
        "goal.own", "goal.own.criterion", "goal.own.target", "goal.own.status", "goal.own.progress",
        "goal.own.milestone.step-1", "goal.own.milestone.step-2"
    }  # fmt: skip


def test_charts_carry_no_session_days_where_meetings_do_not_leave():
    shown = offered(Audience.LINE_MANAGER)
    paper = compose(shown, as_offered(shown), on=ON)

    charts = [
        piece.chart
        for group in paper.pieces
        if isinstance(group, Together)
        for piece in group.pieces
        if isinstance(piece, Picture)
    ]
    assert charts
    assert all(chart.sessions == () for chart in charts)


# The period


def test_only_what_happened_in_the_period_is_offered():
    shown = offer(samples.source(), Audience.PARTNER, date(2026, 4, 1), date(2026, 4, 30))
    found = leaves(shown, as_offered(shown))

    assert "Held: 1 session" in found
    assert not any(i.startswith("learning.") for i in ids(shown))
    assert "action.action-2" in ids(shown)
    assert "action.action-1" not in ids(shown)


def test_progress_begins_where_the_goal_stood_when_the_period_began():
    shown = offer(samples.source(), Audience.PARTNER, date(2026, 4, 1), date(2026, 5, 1))

    assert "Progress: 4 of 10 to 6 of 10, aiming at 8 of 10" in leaves(shown, as_offered(shown))


def test_a_goal_closed_before_the_period_is_not_told_again():
    goal = replace(samples.goals()[1], status=GoalStatus.ACHIEVED)
    source = replace(samples.source(), goals=(goal,))
    shown = offer(source, Audience.PARTNER, date(2026, 6, 5), UNTIL)

    assert not any(i.startswith("goal.") for i in ids(shown))


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(InvalidInput, match="period"):
        offer(samples.source(), Audience.PARTNER, UNTIL, SINCE)


@pytest.mark.parametrize("measure", MeasureKind)
def test_goals_of_every_measure_make_a_summary(measure):
    goal = replace(
        samples.goals()[0], measure=measure, baseline=0.0, target=1.0, check_ins=samples.check_ins((3, 1, 1))
    )
    shown = offered(source=replace(samples.source(), goals=(goal,)))

    assert goal.title in reading.text(render(compose(shown, as_offered(shown), on=ON)))


# What was chosen


def test_what_leaves_is_what_is_printed():
    for audience in Audience:
        shown = offered(audience)
        chosen = everything_ticked(shown)
        printed = reading.squeezed(reading.text(render(compose(shown, chosen, on=ON))))
        for section in shown.sections:
            for line in section.lines:
                assert reading.squeezed(line.label) in printed
                assert reading.squeezed(line.text) in printed


def test_every_printed_word_is_a_line_that_leaves_or_the_programs_own():
    shown = offered()
    chosen = Chosen(sections=frozenset({"learning"}))
    paper = compose(shown, chosen, on=ON)

    assert [words for words in words_of(paper) if words] == [
        "Mentoring summary",
        "1 January to 30 June 2026",
        "This summary records outcomes and objectives. The content of mentoring conversations is confidential"
        " and is not included. Prepared by the author; shared with the mentor on 2 July 2026.",
        "What I have learnt",
        *leaves(shown, chosen),
    ]
    assert paper.author == ""


def test_a_line_left_out_does_not_leave():
    shown = offered()
    chosen = replace(as_offered(shown), leave_out=frozenset({"goal.goal-1.criterion", "heading.author"}))
    paper = compose(shown, chosen, on=ON)
    data = render(paper)

    assert "conference talk" not in reading.text(data)
    assert b"Amira" not in reading.everything(data)
    assert paper.author == ""


def test_leaving_out_a_goal_leaves_out_all_of_it():
    shown = offered()
    chosen = replace(as_offered(shown), leave_out=frozenset({"goal.goal-2"}))

    assert not any("article" in words or "half an hour" in words for words in leaves(shown, chosen))
    assert b"article" not in reading.everything(render(compose(shown, chosen, on=ON)))


def test_a_reworded_line_leaves_in_its_new_words_only_in_text_outline_and_chart():
    shown = offered()
    chosen = replace(as_offered(shown), reworded={"goal.goal-1": "Speak in public"})
    data = render(compose(shown, chosen, on=ON))

    assert "Speak in public" in reading.text(data)
    assert "Speak in public" in reading.outline(data)
    assert b"Present my research" not in reading.everything(data)
    assert offered() == shown


def test_progress_without_objectives_numbers_the_goals():
    shown = offered()
    found = reading.text(render(compose(shown, Chosen(sections=frozenset({"progress"})), on=ON)))

    assert "Objective 1" in found
    assert "Present my research" not in found


def test_lines_keep_their_ids_from_one_summary_to_the_next():
    assert ids(offered()) == ids(offer(samples.source(), Audience.PARTNER, SINCE, date(2026, 6, 29)))
