"""A summary that cannot be made says why; odd and long input is printed whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from mentorjournal.errors import ConsentNeeded, InvalidInput, NothingToShare
from mentorjournal.model.blocks import to_plain
from mentorjournal.model.words import Audience, Role, SessionStatus, Visibility
from mentorjournal.pdf import missing_characters, render
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.offer import Chosen, Consent
from mentorjournal.sharing.summary import as_offered, compose, leaves, offer
from tests.pdf import deep, reading
from tests.sharing import samples
from tests.sharing.offers import CONSENT, THIRD_PARTIES, everything_ticked, offered
from tests.sharing.samples import ON

# Nothing to share


def empty() -> SummarySource:
    return SummarySource(relationship=samples.relationship())


@pytest.mark.parametrize("audience", Audience)
def test_an_empty_journal_says_what_could_be_shared(audience):
    with pytest.raises(NothingToShare, match=r"There is nothing to share for this period") as caught:
        offered(audience, empty())
    assert ("Mark a goal" in str(caught.value)) is (audience is not Audience.COORDINATOR_ATTENDANCE)


@pytest.mark.parametrize(("audience", "role"), list(product(Audience, Role)))
def test_what_is_not_marked_is_named_as_what_could_be(audience, role):
    whole = replace(samples.source(role), sessions=())
    hidden = replace(
        whole,
        goals=tuple(replace(goal, visibility=Visibility.PRIVATE) for goal in whole.goals),
        actions=tuple(replace(action, visibility=Visibility.PRIVATE) for action in whole.actions),
        learning_points=tuple(replace(p, visibility=Visibility.NEVER_EXPORT) for p in whole.learning_points),
    )
    with pytest.raises(NothingToShare) as caught:
        offered(audience, hidden)

    sentence = str(caught.value)
    assert "no session was held" in sentence
    marks = audience is not Audience.COORDINATOR_ATTENDANCE
    assert ("nothing in this journal is marked for this reader" in sentence) is marks
    assert ("“may be shown to the partner”" in sentence) is (audience is Audience.PARTNER)
    own = role is Role.MENTOR and audience is Audience.PORTFOLIO
    assert ("a goal of your own" in sentence) is own


def test_what_is_marked_but_lies_outside_the_period_is_said_to_lie_there():
    with pytest.raises(NothingToShare, match="what is marked for this reader lies outside it"):
        offer(samples.source(), Audience.PORTFOLIO, date(2020, 1, 1), date(2020, 12, 31))


def test_a_period_without_sessions_is_told_by_its_goals():
    shown = offered(Audience.PARTNER, replace(samples.source(), sessions=()))
    found = reading.text(render(compose(shown, as_offered(shown), on=ON)))

    assert "Meetings" not in found
    assert "Present my research with confidence" in found


def test_attendance_without_a_session_names_the_period():
    with pytest.raises(NothingToShare, match=r"no session was held in it\. Choose another period"):
        offered(Audience.COORDINATOR_ATTENDANCE, replace(samples.source(), sessions=()))


def test_nothing_ticked_says_what_could_be_ticked():
    with pytest.raises(NothingToShare, match="Tick meetings, an objective, a learning point or an action"):
        compose(offered(), Chosen(sections=frozenset()), on=ON)


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


@pytest.mark.parametrize("day", [date(2025, 11, 30), date(1, 1, 1)])
def test_an_agreement_from_before_the_mentoring_is_refused(day):
    shown = offered(Audience.LINE_MANAGER, samples.source(Role.MENTOR))

    with pytest.raises(InvalidInput, match="before the mentoring began"):
        compose(shown, as_offered(shown), on=ON, consent=Consent(given_on=day))


@pytest.mark.parametrize("day", [date(2025, 12, 1), ON])
def test_an_agreement_of_the_first_day_or_of_today_is_one(day):
    shown = offered(Audience.LINE_MANAGER, samples.source(Role.MENTOR))

    assert (
        "agreement given on" in compose(shown, as_offered(shown), on=ON, consent=Consent(given_on=day)).footer
    )


def test_an_agreement_nobody_needs_is_not_told():
    shown = offered(Audience.LINE_MANAGER)
    paper = compose(shown, everything_ticked(shown), on=ON, consent=CONSENT)

    assert "agreement given" not in paper.footer + reading.text(render(paper))


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


def test_a_learning_point_of_50_000_words_is_printed_whole():
    words = " ".join(f"n{i}" for i in range(50_000))
    point = replace(samples.learning_points()[0], text=words)
    shown = offered(source=replace(samples.source(), learning_points=(point,)))
    found = reading.text(render(compose(shown, as_offered(shown), on=ON)))

    assert [word for word in found.split() if word[0] == "n" and word[1:].isdigit()] == words.split()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_title_of_5_000_characters_without_a_space_is_broken_and_stays_on_the_page(size):
    title = "".join(chr(ord("a") + i % 26) for i in range(5_000))
    goal = replace(samples.goals()[0], title=title)
    shown = offered(source=replace(samples.source(), goals=(goal,)))
    data = render(compose(shown, as_offered(shown), on=ON, size=size))

    # the heading goes on over the foot of a page
    assert title[-200:] in reading.squeezed(reading.text(data))
    assert reading.outline(data).count(title) == 1
    wide = {"A4": 595.28, "Letter": 612.0}[size]
    assert all(left >= 0 and right <= wide for left, _bottom, right, _top in reading.boxes(data))


@pytest.mark.parametrize("name", ["Will", "Grace", "May", "Mark"])
def test_a_name_that_is_a_common_word_changes_no_word_of_the_text(name):
    about = replace(samples.relationship(), partner_display_name=name, my_display_name=name)
    point = replace(samples.learning_points()[0], text="I will ask with grace, and may mark my own work.")
    source = replace(samples.source(), relationship=about, learning_points=(point,))
    shown = offered(source=source)

    assert point.text in reading.text(render(compose(shown, as_offered(shown), on=ON)))


@pytest.mark.parametrize("name", ["ליאת בן־דוד", "أميرة حداد", "نرگس"])
def test_names_that_run_from_the_right_are_read_as_they_were_typed(name):
    about = replace(samples.relationship(), my_display_name=name, partner_display_name=name)
    shown = offered(source=replace(samples.source(), relationship=about))
    paper = compose(shown, as_offered(shown), on=ON)
    data = render(paper)

    assert reading.metadata(data)["/Author"] == name
    assert missing_characters(paper) == ""
    for found in (reading.text(data), deep.poppler(data) or reading.text(data)):
        assert all(found.count(word) == 2 for word in name.split())
