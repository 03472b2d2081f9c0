"""The checks of a summary: only lines that leave, each answered by rewording it or letting it go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentorjournal.checks.finding import FindingKind, Known
from mentorjournal.checks.remedies import Remedy
from mentorjournal.model.action import Action
from mentorjournal.model.relationship import Programme
from mentorjournal.model.words import Audience
from mentorjournal.sharing.checking import Flag, answer, check, redacted
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.offer import Chosen, Offer, as_offered
from mentorjournal.sharing.summary import leaves, offer, shared_lines
from tests.sharing import samples
from tests.sharing.samples import SINCE, UNTIL

KNOWN = Known(
    partner="Dr Oyelaran Bakare",
    partner_role="my mentor",
    me="Amira Haddad",
    said=("You should never apologise for asking a good question.",),
)
LINE = "action.action-1"


def written(text: str, audience: Audience = Audience.PARTNER) -> Offer:
    """An offer whose first action is *text*; the other words of the samples are harmless."""
    source = samples.source()
    first, *others = source.actions
    actions = (replace(first, text=text), *others)
    points = tuple(replace(point, text="I prepare better aloud.") for point in source.learning_points)
    return offer(replace(source, actions=actions, learning_points=points), audience, SINCE, UNTIL)


def flags(shown: Offer, chosen: Chosen | None = None) -> tuple[Flag, ...]:
    return check(shown, chosen or as_offered(shown), KNOWN)


def everything(shown: Offer) -> Chosen:
    return Chosen(sections=frozenset(section.key.value for section in shown.sections))


def text_of(shown: Offer, chosen: Chosen, id: str = LINE) -> str:
    return next((line.text for line in shared_lines(shown, chosen) if line.id == id), "")


def test_a_flag_tells_line_and_place() -> None:
    shown = written("Send the draft to Dr Bakare and Priya")
    assert [(flag.line_id, flag.finding.words) for flag in flags(shown)] == [
        (LINE, "Dr Bakare"),
        (LINE, "Priya"),
    ]


def test_what_does_not_leave_is_not_looked_at() -> None:
    shown = written("Send the draft to Priya")
    assert flags(shown, replace(as_offered(shown), leave_out=frozenset({LINE}))) == ()
    assert flags(shown, replace(as_offered(shown), sections=frozenset({"meetings"}))) == ()


def test_a_line_written_here_is_looked_at_once_it_is_written() -> None:
    shown = written("Send the draft", Audience.LINE_MANAGER)
    chosen = everything(shown)
    assert flags(shown, chosen) == ()
    written_on = replace(chosen, reworded={"support.words": "A day with Priya each month"})
    assert [flag.finding.words for flag in flags(shown, written_on)] == ["Priya"]


# What lines are for


@pytest.mark.parametrize("audience", list(Audience))
def test_fixed_lines_and_names_in_their_own_place_are_no_findings(audience: Audience) -> None:
    source = samples.source()
    named = replace(source.relationship, programme=Programme(name="The Ada Obi and Tom Reed Programme"))
    shown = offer(replace(source, relationship=named, learning_points=()), audience, SINCE, UNTIL)
    assert flags(shown, everything(shown)) == ()


def test_the_partner_is_found_in_the_name_of_a_programme() -> None:
    source = samples.source()
    named = replace(source.relationship, programme=Programme(name="The Oyelaran Bakare scheme"))
    shown = offer(
        replace(source, relationship=named, learning_points=()), Audience.LINE_MANAGER, SINCE, UNTIL
    )
    found = [(flag.line_id, flag.finding.kind) for flag in flags(shown, everything(shown))]
    assert found == [("programme.name", FindingKind.PARTNER_NAME)]


def test_another_name_in_the_place_of_the_writers_is_a_finding() -> None:
    shown = written("Send the draft")
    for name in ("Priya Nair", "Oyelaran Bakare"):
        chosen = replace(as_offered(shown), reworded={"heading.author": name})
        assert [flag.line_id for flag in flags(shown, chosen)] == ["heading.author"]


def test_an_address_in_the_place_of_a_name_is_a_finding() -> None:
    shown = written("Send the draft")
    chosen = replace(as_offered(shown), reworded={"partner.name": "Oyelaran Bakare, ob@example.org"})
    assert [flag.finding.words for flag in flags(shown, chosen)] == ["ob@example.org"]


def test_a_line_of_fixed_choices_is_not_looked_at() -> None:
    shown = written("Send the draft")
    section = next(section for section in shown.sections if any(line.choices for line in section.lines))
    line = next(line for line in section.lines if line.choices)
    named = replace(line, text="Priya", choices=("Priya", "Ben"))
    sections = tuple(replace(one, lines=(named,)) if one is section else one for one in shown.sections)
    assert flags(replace(shown, sections=sections), everything(shown)) == ()


# Answers


@pytest.mark.parametrize(
    ("remedy", "text"),
    [
        (Remedy.ROLE, "Send the draft to a colleague today"),
        (Remedy.INITIALS, "Send the draft to P. N. today"),
        (Remedy.LEAVE_OUT, "Send the draft to today"),
    ],
)
def test_an_answer_rewords_the_line(remedy: Remedy, text: str) -> None:
    shown = written("Send the draft to Priya Nair today")
    chosen = answer(shown, as_offered(shown), flags(shown)[0], remedy)
    assert text_of(shown, chosen) == text
    assert flags(shown, chosen) == ()


def test_what_is_kept_is_not_flagged_again() -> None:
    shown = written("Send the draft to Priya, Ben and Priya")
    chosen = answer(shown, as_offered(shown), flags(shown)[0], Remedy.KEEP)
    assert [flag.finding.words for flag in flags(shown, chosen)] == ["Ben"]
    assert text_of(shown, chosen) == "Send the draft to Priya, Ben and Priya"


def test_a_key_stays_while_line_and_words_stay() -> None:
    shown, longer = written("Ask Priya"), written("On Monday ask Priya again")
    assert flags(shown)[0].key == flags(longer)[0].key
    assert flags(written("Ask Ben"))[0].key != flags(shown)[0].key
    chosen = replace(as_offered(shown), reworded={"action.action-2": "Ask Priya"})
    assert len({flag.key for flag in flags(shown, chosen)}) == 2


def test_a_key_and_a_flag_tell_nothing() -> None:
    (flag,) = flags(written("Ask Priya"))
    assert "riya" not in flag.key + repr(flag)


def test_what_lay_under_something_kept_comes_to_light() -> None:
    shown = written("Remember “ask Priya about the plan”")
    chosen = answer(shown, as_offered(shown), flags(shown)[0], Remedy.KEEP)
    (flag,) = flags(shown, chosen)
    assert flag.finding.kind is FindingKind.QUOTATION


def test_a_flag_of_words_that_are_gone_changes_nothing() -> None:
    shown = written("Ask Priya about it")
    flag = flags(shown)[0]
    chosen = replace(as_offered(shown), reworded={LINE: "Ask about it"})
    assert answer(shown, chosen, flag, Remedy.ROLE) == chosen


def test_a_line_of_which_nothing_is_left_does_not_leave() -> None:
    shown = written("She seems lazy.")
    chosen = answer(shown, as_offered(shown), flags(shown)[0], Remedy.LEAVE_OUT)
    assert LINE not in {line.id for line in shared_lines(shown, chosen)}


# Redacted


def test_redacted_answers_every_flag_in_the_usual_way() -> None:
    shown = written("Ask Dr Bakare, my colleague Priya and ben@example.org; she seems lazy.")
    chosen = redacted(shown, as_offered(shown), KNOWN)
    assert flags(shown, chosen) == ()
    shown = written("Ask Dr Bakare and my colleague Priya")
    assert text_of(shown, redacted(shown, as_offered(shown), KNOWN)) == "Ask my mentor and my colleague"


def test_redacted_touches_only_lines_with_flags_and_keeps_what_was_kept() -> None:
    shown = written("Ask Priya and Ben")
    chosen = answer(shown, as_offered(shown), flags(shown)[0], Remedy.KEEP)
    after = redacted(shown, chosen, KNOWN)
    assert after.reworded == {LINE: "Ask Priya and another colleague"}
    assert after.kept == chosen.kept
    clean = written("Send the draft")
    assert redacted(clean, as_offered(clean), KNOWN) == as_offered(clean)


@pytest.mark.parametrize("audience", list(Audience))
def test_redacted_leaves_nothing_to_find_for_any_reader(audience: Audience) -> None:
    hurtful = (
        "I told Priya that Oyelaran is pregnant, “as I said before”; obviously he is lazy. Ring 07700 900123"
    )
    source = samples.source()

    def hurt(action: Action) -> Action:
        return replace(action, text=hurtful)

    source = SummarySource(
        relationship=source.relationship,
        sessions=source.sessions,
        goals=tuple(replace(goal, title=hurtful, closing_note=hurtful) for goal in source.goals),
        actions=tuple(map(hurt, source.actions)),
        learning_points=tuple(replace(point, text=hurtful) for point in source.learning_points),
    )
    shown = offer(source, audience, SINCE, UNTIL)
    chosen = redacted(shown, everything(shown), KNOWN)
    assert check(shown, chosen, KNOWN) == ()
    left = " ".join(leaves(shown, chosen))
    assert not any(word in left for word in ("Priya", "pregnant", "07700", "lazy"))


def test_a_very_long_line_is_redacted() -> None:
    shown = written("I told Priya at noon that the plan for the spring is good. " * 4000)
    chosen = redacted(shown, as_offered(shown), KNOWN)
    assert text_of(shown, chosen).startswith("I told a colleague at noon that")
    assert "Priya" not in text_of(shown, chosen)
