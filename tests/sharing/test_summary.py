"""What a summary offers to whom, what leaves, and what never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from mentorjournal.errors import (
    ConsentNeeded,
    InvalidInput,
    NothingToShare,
)
from mentorjournal.model.blocks import to_plain
from mentorjournal.model.ids import EntryId
from mentorjournal.model.paper import Picture, Together
from mentorjournal.model.words import (
    Audience,
    GoalStatus,
    MeasureKind,
    Role,
    SessionStatus,
    Training,
    Visibility,
    Whose,
)
from mentorjournal.pdf import render
from mentorjournal.pdf.coverage import words as words_of
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.offer import Chosen, Consent, Offer, SectionKey
from mentorjournal.sharing.summary import as_offered, compose, file_name, leaves, offer, stays
from tests.pdf import reading
from tests.sharing import samples
from tests.sharing.samples import MARK, ON, SINCE, UNTIL

CONSENT = Consent(given_on=date(2026, 6, 25))
THIRD_PARTIES = (Audience.COORDINATOR_ATTENDANCE, Audience.COORDINATOR_OUTCOMES, Audience.LINE_MANAGER)


def offered(audience: Audience = Audience.PARTNER, source: SummarySource | None = None) -> Offer:
    return offer(source or samples.source(), audience, SINCE, UNTIL)


def everything_ticked(shown: Offer) -> Chosen:
    return Chosen(sections=frozenset(section.key.value for section in shown.sections))


def ids(shown: Offer) -> set[str]:
    return {line.id for section in shown.sections for line in section.lines}


def ticked(shown: Offer) -> dict[str, bool]:
    return {section.key.value: section.ticked for section in shown.sections}


# The matrix

# Each section with its column for the partner, attendance, outcomes, the line manager and the portfolio:
# i is ticked at first, o can be ticked, - is not offered.
MATRIX = """
heading          i i i i i
partner          i o o o o
programme        o i i o o
meetings         i i i o i
objectives       i - i i i
progress         i - i i i
outcomes         i - i i i
learning         i - o o i
my_actions       i - o o i
partner_actions  i - - - -
training         o i i - o
confidentiality  i i i i i
"""


@pytest.mark.parametrize("audience", Audience)
def test_each_reader_is_offered_the_sections_of_the_matrix(audience):
    column = list(Audience).index(audience) + 1
    rows = [line.split() for line in MATRIX.strip().splitlines()]

    assert ticked(offered(audience)) == {row[0]: row[column] == "i" for row in rows if row[column] != "-"}


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

    assert stays(open_one, as_offered(open_one)) == stays(marked, as_offered(marked))


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
        "goal.own", "goal.own.criterion", "goal.own.target", "goal.own.status", "goal.own.progress"
    }  # fmt: skip


def test_a_line_manager_learns_only_how_often_they_met():
    shown = offered(Audience.LINE_MANAGER)
    meetings = next(section for section in shown.sections if section.key is SectionKey.MEETINGS)

    assert [line.id for line in meetings.lines] == ["meetings.held"]


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
        for words in leaves(shown, chosen):
            assert reading.squeezed(words.replace(": ", "", 1)) in printed


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


def test_the_sentence_counts_the_lines_that_leave():
    shown = offered()

    assert stays(shown, Chosen(sections=frozenset({"learning"}))) == (
        "2 lines leave this journal. Everything else stays."
    )
    one = Chosen(sections=frozenset({"learning"}), leave_out=frozenset({"learning.learn-1"}))
    assert stays(shown, one) == "1 line leaves this journal. Everything else stays."


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


# Nothing to share


def empty() -> SummarySource:
    return SummarySource(relationship=samples.relationship())


@pytest.mark.parametrize("audience", Audience)
def test_an_empty_journal_says_what_could_be_shared(audience):
    with pytest.raises(NothingToShare, match=r"There is nothing to share for this period") as caught:
        offered(audience, empty())
    assert ("Mark a goal" in str(caught.value)) is (audience is not Audience.COORDINATOR_ATTENDANCE)


def test_a_heading_alone_is_not_a_summary():
    shown = offered()
    for sections in (frozenset(), frozenset({"heading", "partner", "confidentiality", "training"})):
        with pytest.raises(NothingToShare):
            compose(shown, Chosen(sections=sections), on=ON)


def test_sessions_that_were_not_held_are_nothing_to_share():
    sessions = tuple(
        replace(session, status=status)
        for session, status in zip(samples.sessions(), list(SessionStatus)[2:], strict=False)
    )
    with pytest.raises(NothingToShare):
        offered(Audience.COORDINATOR_ATTENDANCE, replace(empty(), sessions=sessions))


def test_training_is_told_only_where_it_was_done():
    source = replace(samples.source(), relationship=replace(samples.relationship(), my_training=Training.NO))

    assert "training" not in ticked(offered(source=source))


# Consent


@pytest.mark.parametrize("audience", THIRD_PARTIES)
def test_a_mentor_needs_the_mentees_agreement_for_a_third_party(audience):
    shown = offered(audience, samples.source(Role.MENTOR))
    chosen = everything_ticked(shown)

    assert shown.needs_consent
    with pytest.raises(ConsentNeeded):
        compose(shown, chosen, on=ON)
    paper = compose(shown, chosen, on=ON, consent=CONSENT)
    assert "Shared with the mentee's agreement given on 25 June 2026." in paper.footer


@pytest.mark.parametrize("audience", [Audience.PARTNER, Audience.PORTFOLIO])
def test_a_mentor_needs_no_agreement_for_the_partner_or_the_own_portfolio(audience):
    shown = offered(audience, samples.source(Role.MENTOR))

    assert "agreement" not in compose(shown, as_offered(shown), on=ON).footer


@pytest.mark.parametrize("audience", Audience)
def test_a_mentee_shares_by_their_own_decision(audience):
    assert not offered(audience).needs_consent


def test_an_agreement_of_tomorrow_is_refused():
    shown = offered(Audience.LINE_MANAGER, samples.source(Role.MENTOR))

    with pytest.raises(InvalidInput, match="future"):
        compose(shown, as_offered(shown), on=ON, consent=Consent(given_on=date(2026, 7, 3)))


# The file


def test_the_file_has_a_neutral_name():
    assert file_name(date(2026, 3, 9)) == "mentoring-summary-2026-03.pdf"


# Long and odd input


def test_a_long_closing_note_is_printed_whole():
    note = " ".join(f"n{i}" for i in range(50_000))
    goal = replace(samples.goals()[1], closing_note=note)
    shown = offered(source=replace(samples.source(), goals=(goal,)))
    found = reading.text(render(compose(shown, as_offered(shown), on=ON)))

    assert [word for word in found.split() if word[0] == "n" and word[1:].isdigit()] == note.split()


def test_markup_in_any_field_is_shown_as_typed():
    words = '<b>x</b> <img src="/etc/passwd"> &amp;'
    whole = samples.source()
    source = replace(
        whole,
        relationship=replace(whole.relationship, my_display_name=words, partner_display_name=words),
        goals=tuple(
            replace(goal, title=words, success_criterion=words, closing_note=words) for goal in whole.goals
        ),
        actions=tuple(replace(action, text=words) for action in whole.actions),
        learning_points=tuple(replace(point, text=words) for point in whole.learning_points),
    )
    shown = offered(source=source)
    data = render(compose(shown, as_offered(shown), on=ON))

    expected = sum(words in line for line in leaves(shown, as_offered(shown)))
    assert reading.squeezed(reading.text(data)).count(reading.squeezed(words)) == expected >= 15
    assert reading.metadata(data)["/Author"] == words


def test_several_paragraphs_of_a_note_stay_paragraphs():
    goal = replace(samples.goals()[1], closing_note="First.\n\nSecond.\nThird.")
    shown = offered(source=replace(samples.source(), goals=(goal,)))
    paper = compose(shown, as_offered(shown), on=ON)

    texts = [
        to_plain(piece.text)
        for piece in paper.pieces
        if hasattr(piece, "text") and not isinstance(piece.text, str)
    ]
    assert "First.\nSecond.\nThird." in texts
