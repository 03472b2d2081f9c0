"""Whatever a journal holds, column by column: no summary for anybody, in any form, has a private word."""

import ast
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from mentorjournal.model.shared import SummaryFormat
from mentorjournal.model.words import Audience, Role
from mentorjournal.pdf import render
from mentorjournal.sharing import formats
from mentorjournal.sharing.facts import source_of
from mentorjournal.sharing.offer import Chosen, Consent
from mentorjournal.sharing.summary import as_offered, compose, leaves, offer, shared_lines
from tests.journal.conftest import Desk
from tests.pdf import deep
from tests.sharing.planted import DAY, MARK, SHOWN, fill

ROOT = Path(__file__).resolve().parents[2]
SINCE, UNTIL = date(2026, 1, 1), date(2026, 12, 31)

# Every column that can hold text, by what may happen to it. A new one belongs into one of the three before
# this test passes: does it stay, may it leave where it is marked, or can nobody write words into it?
STAYS = """
relationship: codename partner_role_title partner_organisation partner_contact purpose specialist_topic
    coordinator_name coordinator_contact scheme_rules question conflict_declared signposts my_training_title
    partner_training_title
session: place title intention desired_outcome framework_id preparation after_note
note_block: text outcome
goal: why support_needed gas_levels history
check_in: what_moved_it
action: outcome_note
reflection: title framework_id tags answers text
topic: text
instrument: name items source
rating: name items note
revision: title parts
agreement: clauses
review: answers facts decisions agreement_changes
closure: hold_reason
export: file_name
shared: file_name lines copy
leaf: title opening
leaf_text: title_words words
"""
MAY_LEAVE = """
relationship: my_display_name partner_display_name programme_name
goal: title success_criterion unit closing_note milestones evidence
action: text
learning_point: text
"""
NO_WORDS = """
relationship: my_role type form status started_on planned_end_on ended_on mode my_training partner_training
    updated_at phase follow_up_on my_training_on partner_training_on
session: id day at kind status mode created_at updated_at airtime
note_block: id session_id section attribution visibility turn
goal: id day horizon measure target_on status whose visibility start_on smart created_at updated_at
check_in: id goal_id day checked_by session_id
action: id day owner due_on status closed_on goal_id session_id visibility created_at updated_at
reflection: id day timing session_id goal_id revisit_on returns_to created_at updated_at
learning_point: id day from_reflection_id visibility created_at updated_at
topic: id day source status session_id goal_id visibility created_at updated_at
instrument: id scale
rating: id day instrument_id scale given given_then session_id created_at updated_at
revision: id kind entry_id moment
agreement: id day state agreed_on review_on terms created_at updated_at
review: id day kind next_review_on created_at updated_at
closure: closed_on reason handed_over_on rule destroy_on updated_at
export: id day what made_at
shared: id shared_at audience since until format sha256 consent_on changes_since
leaf: kind id
keeping: name value
"""


def columns(words: str) -> set[str]:
    """“table: one two” as {“table.one”, “table.two”}."""
    found, table = set(), ""
    for word in words.split():
        if word.endswith(":"):
            table = word[:-1]
        else:
            found.add(f"{table}.{word}")
    return found


@pytest.fixture(scope="module", params=list(Role))
def planted(request, tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp(request.param))
    yield desk, fill(desk, request.param)
    desk.close()


def texts(desk) -> dict[str, str]:
    """What stands in each column that can hold text, of the file as it is."""
    tables = desk.db.rows(
        "SELECT name FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    found = {}
    for (table,) in tables:
        for name, kind in desk.db.rows("SELECT name, type FROM pragma_table_info(?)", (table,)):
            if kind in ("TEXT", "BLOB", ""):
                rows = desk.db.rows(f'SELECT CAST("{name}" AS TEXT) FROM "{table}"')
                found[f"{table}.{name}"] = " ".join(str(value) for (value,) in rows)
    return found


# What is planted


def test_every_column_that_holds_text_is_known_to_stay_or_to_be_marked(planted):
    desk, _ = planted
    known = [columns(words) for words in (STAYS, MAY_LEAVE, NO_WORDS)]

    assert set(texts(desk)) == set.union(*known)
    assert sum(map(len, known)) == len(set.union(*known))


def test_the_mark_stands_in_every_column_that_stays_and_in_none_without_words(planted):
    held = texts(planted[0])

    assert [name for name in sorted(columns(STAYS)) if MARK not in held[name]] == []
    assert [name for name in sorted(columns(NO_WORDS)) if MARK in held[name]] == []
    assert [name for name in sorted(columns(MAY_LEAVE)) if SHOWN not in held[name]] == []


# What leaves


def everything(journal, audience):
    """The paper with every section and line that this reader can be given."""
    shown = offer(source_of(journal), audience, SINCE, UNTIL)
    chosen = Chosen(
        sections=frozenset(section.key.value for section in shown.sections),
        reworded={"support.words": "Time", "track.state": "Yes"},
    )
    return shown, chosen, compose(shown, chosen, on=DAY, consent=Consent(given_on=DAY))


@pytest.mark.parametrize("audience", Audience)
def test_nothing_private_is_in_the_pdf_wherever_one_looks(planted, audience):
    _, _, paper = everything(planted[1], audience)

    assert deep.places_of(MARK, render(paper)) == []


@pytest.mark.parametrize(("audience", "size"), list(product(Audience, ["A4", "Letter"])))
def test_what_may_leave_does_so_that_the_search_is_known_to_find(planted, audience, size):
    shown, chosen, _ = everything(planted[1], audience)
    paper = compose(shown, chosen, on=DAY, consent=Consent(given_on=DAY), size=size)

    assert {"text", "drawn", "metadata"} <= set(deep.places_of(SHOWN, render(paper)))


@pytest.mark.parametrize(
    ("audience", "form"), list(product(Audience, [f for f in SummaryFormat if f is not SummaryFormat.PDF]))
)
def test_nothing_private_is_in_the_text_in_any_form(planted, audience, form):
    _, _, paper = everything(planted[1], audience)
    words = formats.as_words(paper, form)

    assert SHOWN in words
    assert MARK not in words


@pytest.mark.parametrize("audience", Audience)
def test_nothing_private_is_offered_listed_counted_or_kept(planted, audience):
    shown, chosen, _ = everything(planted[1], audience)
    offered = " ".join(
        (line.id + line.words + " ".join(line.choices) + str(line.chart and line.chart.words))
        for section in shown.sections
        for line in section.lines
    )

    assert MARK not in offered
    assert MARK not in " ".join(leaves(shown, chosen))
    assert MARK not in " ".join(line.words + line.id for line in shared_lines(shown, chosen))
    assert MARK not in repr((shown, chosen, source_of(planted[1])))


def test_the_source_of_a_summary_holds_no_private_word(planted):
    source = source_of(planted[1])
    parts = (source.relationship, source.sessions, source.goals, source.actions, source.learning_points)

    assert MARK not in " ".join(_told(part) for part in parts)


def _told(value: object) -> str:
    """Every text inside a value, however deep."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return " ".join(map(_told, value))
    slots = getattr(type(value), "__slots__", ())
    return " ".join(_told(getattr(value, name)) for name in slots)


@pytest.mark.parametrize("audience", Audience)
def test_what_the_partner_may_see_is_for_no_other_reader(planted, audience):
    _, journal = planted
    shown = offer(source_of(journal), audience, SINCE, UNTIL)
    goals = {goal.id for goal in journal.goals.all() if goal.visibility == "partner_ok"}
    offered = {line.id.removeprefix("goal.") for section in shown.sections for line in section.lines}

    assert bool(goals & offered) is (audience is Audience.PARTNER)


def test_what_is_ticked_at_first_is_no_more_than_what_can_be_ticked(planted):
    for audience in Audience:
        shown, chosen, _ = everything(planted[1], audience)
        assert set(leaves(shown, as_offered(shown))) <= set(leaves(shown, chosen))


# No way in


def test_nothing_that_makes_a_summary_reads_reflections_notes_ratings_or_versions():
    """A portfolio too has no path to a reflection; what was learnt is written for sharing by itself."""
    names = ("about_lines", "goal_lines", "work_lines", "reader", "sections", "summary", "summary_pieces")
    private = {"blocks", "preparation", "after_note", "mood_before", "mood_after", "usefulness", "airtime"}
    private |= {"reflections", "topics", "why", "what_moved_it", "outcome_note", "decisions", "answers"}
    for name in names:
        for node in ast.walk(ast.parse((ROOT / f"mentorjournal/sharing/{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in private, (name, node.attr)


def test_nothing_that_writes_papers_or_files_reads_ratings_or_versions():
    for folder in ("sharing", "exchange", "pdf"):
        for file in sorted((ROOT / "mentorjournal" / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Attribute):
                    assert node.attr not in ("ratings", "versions"), file
                if isinstance(node, ast.ImportFrom):
                    assert node.module not in (
                        "mentorjournal.model.rating",
                        "mentorjournal.model.revision",
                        "mentorjournal.guidance.then_and_now",
                    ), file
