"""What changed since the last summary to this reader: new, changed, gone, and a paper of it alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentorjournal.errors import ConsentNeeded, NothingToShare
from mentorjournal.model.ids import EntryId
from mentorjournal.model.paper import Paper
from mentorjournal.model.shared import SharedLine, SharedSummary, SummaryFormat
from mentorjournal.model.words import ActionStatus, Audience, Role
from mentorjournal.sharing import summary
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.formats import as_words
from mentorjournal.sharing.offer import Consent, Offer
from mentorjournal.sharing.period import usual_period
from mentorjournal.sharing.since_last import since_last, since_paper
from tests.sharing import samples

EARLY = date(2026, 4, 10)


def line(id: str, text: str, label: str = "", section: str = "meetings", done: bool = False) -> SharedLine:
    return SharedLine(id=id, section=section, label=label, text=text, done=done)


def shared(*lines: SharedLine, audience: Audience = Audience.PARTNER) -> SharedSummary:
    return SharedSummary(
        id=EntryId("before"),
        at=datetime(2026, 4, 10, 12, tzinfo=UTC),
        audience=audience,
        since=samples.SINCE,
        until=EARLY,
        format=SummaryFormat.PDF,
        file_name="a.pdf",
        sha256="0" * 64,
        lines=lines,
    )


def offered(source: SummarySource, until: date = samples.UNTIL, who: Audience = Audience.PARTNER) -> Offer:
    return summary.offer(source, who, samples.SINCE, until)


def before(source: SummarySource, who: Audience = Audience.PARTNER) -> SharedSummary:
    offer = offered(source, EARLY, who)
    return shared(*summary.shared_lines(offer, summary.as_offered(offer)), audience=who)


def changes(source: SummarySource, earlier: SharedSummary) -> Paper:
    offer = offered(source)
    return since_paper(offer, summary.as_offered(offer), earlier, on=samples.ON)


def said(paper: Paper) -> str:
    return as_words(paper, SummaryFormat.TEXT)


# The rules of the difference


def test_each_line_is_new_changed_gone_or_the_same() -> None:
    found = since_last(
        shared(line("a", "8", "Held"), line("b", "kept"), line("c", "was there")),
        (line("a", "9", "Held"), line("b", "kept"), line("d", "is new")),
    )
    assert [one.id for one in found.new] == ["d"]
    assert [(one.before.text, one.now.text) for one in found.changed] == [("8", "9")]
    assert [one.id for one in found.gone] == ["c"]
    assert (found.same, found.nothing) == (1, False)
    assert found.words == "Since 10 April 2026: 1 line new, 1 changed, 1 no longer included."


def test_the_same_lines_in_another_order_are_no_change() -> None:
    one, two = line("a", "1"), line("b", "2")
    found = since_last(shared(one, two), (two, one))
    assert (found.nothing, found.same) == (True, 2)
    assert found.words == "Nothing has changed since 10 April 2026."


def test_an_action_that_is_done_by_now_has_changed_in_the_same_words() -> None:
    was = line("action.1", "Send the draft", section="my_actions")
    found = since_last(shared(was), (replace(was, done=True),))
    assert len(found.changed) == 1


def test_a_line_that_moved_to_another_section_has_changed() -> None:
    was = line("action.1", "Send the draft", section="my_actions")
    assert len(since_last(shared(was), (replace(was, section="partner_actions"),)).changed) == 1


def test_a_statement_and_a_line_to_sign_are_no_news() -> None:
    every = (line("c", "Secret.", section="confidentiality"), line("s", "Mentee", section="signatures"))
    assert since_last(shared(), every).nothing and since_last(shared(*every), ()).nothing


def test_lines_of_one_id_are_told_apart_by_their_order() -> None:
    found = since_last(shared(line("a", "1"), line("a", "2")), (line("a", "1"), line("a", "3")))
    assert [(one.before.text, one.now.text) for one in found.changed] == [("2", "3")]
    assert (found.new, found.gone, found.same) == ((), (), 1)


def test_the_words_count_one_kind_alone() -> None:
    assert since_last(shared(), (line("a", "1"), line("b", "2"))).words == (
        "Since 10 April 2026: 2 lines new."
    )


# The paper


def test_the_paper_says_since_when_and_what_was_before() -> None:
    source = samples.source()
    paper = changes(source, before(source))
    text = said(paper)
    assert paper.title == "Changes since 10 April 2026"
    assert "3 of 10 to 4 of 10, aiming at 8 of 10" in text and "3 of 10 to 7 of 10" in text
    assert "shared with the mentor on 2 July 2026" in text


def test_what_the_reader_has_is_not_said_again() -> None:
    source = samples.source()
    assert source.learning_points[0].text not in said(changes(source, before(source)))


def test_a_new_goal_stands_under_its_name_with_its_facts() -> None:
    source = samples.source()
    goal = replace(source.goals[1], id=EntryId("goal-9"), title="Write a grant proposal")
    text = said(changes(replace(source, goals=(*source.goals, goal)), before(source)))
    assert text.count("Write a grant proposal") == 1
    new = text.split("\nNew\n")[1].split("\nChanged\n")[0]
    assert "Write a grant proposal" in new and "Status: Achieved" in new


def test_an_action_says_what_has_become_of_it() -> None:
    source = samples.source()
    done = tuple(
        replace(a, status=ActionStatus.DONE, closed_on=date(2026, 5, 2)) if a.id == "action-3" else a
        for a in source.actions
    )
    text = said(changes(replace(source, actions=done), before(source)))
    assert "Next step: Write the response to reviewers (by 15 August 2026)" in text
    assert "Completed: Write the response to reviewers" in text


def test_what_was_taken_out_is_named_and_not_handed_out_once_more() -> None:
    source = samples.source()
    text = said(changes(replace(source, goals=source.goals[1:], learning_points=()), before(source)))
    gone = text.split("No longer included")[1]
    assert "Present my research with confidence: the whole objective" in gone
    assert "What I have learnt: 2 lines" in gone
    assert "without notes" not in text and "polish the slides" not in text


def test_words_from_before_can_be_taken_out() -> None:
    source = samples.source()
    offer = offered(replace(source, goals=source.goals[1:]))
    earlier = before(source)
    paper = since_paper(
        offer,
        summary.as_offered(offer),
        earlier,
        on=samples.ON,
        earlier_words=lambda text: text.replace("research", "…"),
    )
    assert "Present my … with confidence" in said(paper) and "my research" not in said(paper)


def test_nothing_new_is_no_paper() -> None:
    source = samples.source()
    offer = offered(source)
    now = shared(*summary.shared_lines(offer, summary.as_offered(offer)))
    with pytest.raises(NothingToShare, match=r"since the summary of 10 April 2026 for the mentor"):
        changes(source, now)


def test_changes_wait_for_the_mentees_agreement_as_the_whole_does() -> None:
    source = samples.source(Role.MENTOR)
    offer = offered(source, who=Audience.LINE_MANAGER)
    earlier = before(source, Audience.LINE_MANAGER)
    chosen = summary.as_offered(offer)
    with pytest.raises(ConsentNeeded):
        since_paper(offer, chosen, earlier, on=samples.ON)
    paper = since_paper(
        offer, chosen, earlier, on=samples.ON, consent=Consent(given_on=date(2026, 7, 1)), size="Letter"
    )
    assert "agreement given on 1 July 2026" in paper.footer and paper.size == "Letter"


def test_nothing_private_is_on_a_paper_of_changes() -> None:
    for audience in Audience:
        source = samples.marked_source()
        offer = offered(source, who=audience)
        paper = since_paper(offer, summary.as_offered(offer), shared(audience=audience), on=samples.ON)
        for format in SummaryFormat:
            assert samples.MARK not in as_words(paper, format)


# The period


def test_the_period_goes_on_where_the_last_one_ended() -> None:
    source = samples.source()
    assert usual_period(source, shared(), samples.ON) == (date(2026, 4, 11), samples.ON)
    assert usual_period(source, replace(shared(), until=samples.ON), samples.ON) == (samples.ON, samples.ON)
    assert usual_period(source, replace(shared(), until=date.max), samples.ON) == (samples.ON, samples.ON)


def test_the_first_period_begins_with_the_relationship_or_the_earliest_entry() -> None:
    source = samples.source()
    assert usual_period(source, None, samples.ON) == (date(2025, 12, 1), samples.ON)
    unsaid = replace(source, relationship=replace(source.relationship, started_on=None))
    assert usual_period(unsaid, None, samples.ON) == (date(2026, 1, 14), samples.ON)
    assert usual_period(SummarySource(relationship=unsaid.relationship), None, samples.ON) == (
        samples.ON,
        samples.ON,
    )
