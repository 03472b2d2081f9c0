"""The records on paper: of a review, of a mentor's practice and of a destruction. Each says what it may."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from mentorjournal.errors import NothingToShare
from mentorjournal.guidance.unnamed import without_names_of_all
from mentorjournal.model.paper import Paper
from mentorjournal.model.relationship import Programme, Relationship
from mentorjournal.model.review import ReviewAnswer
from mentorjournal.model.words import Mode, PracticeKind, RelationshipType, ReviewKind, Role
from mentorjournal.pdf import render
from mentorjournal.sharing import destruction_paper as destruction
from mentorjournal.sharing import handover_paper as handover
from mentorjournal.sharing import ledger_paper as ledger
from mentorjournal.sharing import review_paper as review
from mentorjournal.sharing.ledger_csv import ledger_csv
from mentorjournal.sharing.plain import as_text
from tests.pdf import reading
from tests.sharing import records

A4_WIDTH, MARGIN = 595.28, 70.0
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 4
NAMES = ("Żaneta Wójcik", "Morgan Ellery", "Óscar Quim")


def read(paper: Paper) -> str:
    return reading.text(render(paper))


def all_of(paper: Paper) -> str:
    data = render(paper)
    return reading.squeezed(f"{reading.text(data)} {as_text(paper)} {reading.metadata(data)}")


# Reviews


@pytest.mark.parametrize("role", Role)
def test_the_partners_answers_are_printed_only_when_asked_for(role: Role) -> None:
    value = records.review(role=role)
    mine, both = (review.review_paper(value, role, theirs=theirs) for theirs in (False, True))
    assert records.THEIRS not in as_text(mine) and "I ask before I answer" not in as_text(mine)
    assert records.THEIRS in as_text(both) and f"My {role.partner}'s" in as_text(both)
    assert reading.squeezed(records.THEIRS) not in all_of(mine)


def test_a_question_nobody_answered_is_not_printed() -> None:
    value = records.review()
    said = as_text(review.review_paper(value, Role.MENTOR))
    assert value.answers[0].question in said
    assert value.answers[2].question not in said, "only the partner answered it"
    assert value.answers[5].question not in said


@pytest.mark.parametrize("theirs", [False, True])
def test_a_rating_among_the_facts_stays_in_the_journal(theirs: bool) -> None:
    said = all_of(review.review_paper(records.review(), Role.MENTOR, theirs=theirs))
    assert "Sessionsheld" in said
    assert "Ratedbyme" not in said and reading.squeezed(records.RATING) not in said


def test_it_says_what_was_decided_what_changes_and_when_next() -> None:
    said = read(review.review_paper(records.review(), Role.MENTOR))
    for words in ("We meet every fourth week", "four weeks instead of three", "4 December 2026"):
        assert words in said


def test_every_page_of_it_says_that_it_is_for_the_two() -> None:
    answers = (ReviewAnswer(question="Why?", mine=f"{LONG_WORD} and more. " * 60),) * 4
    data = render(review.review_paper(replace(records.review(), answers=answers), Role.MENTEE))
    pages = reading.page_count(data)
    assert pages > 1
    assert reading.text(data).count("It holds what was said. Paper has no") == pages


def test_a_review_with_nothing_written_is_no_record() -> None:
    empty = replace(
        records.review(), facts=(), answers=(), decisions="", agreement_changes="", next_review_on=None
    )
    only_theirs = replace(empty, answers=(ReviewAnswer(question="Why?", theirs="Because"),))
    for value in (empty, only_theirs):
        with pytest.raises(NothingToShare, match="Nothing is written in this review yet"):
            review.review_paper(value, Role.MENTOR)


@pytest.mark.parametrize("kind", ReviewKind)
def test_each_kind_is_named_below_a_neutral_title(kind: ReviewKind) -> None:
    paper = review.review_paper(records.review(kind), Role.MENTEE)
    assert paper.title == "Review record" and paper.subtitle.lower().startswith(kind.label)


# The ledger on paper


def test_the_ledger_sums_hours_by_kind_and_counts_relationships() -> None:
    said = read(ledger.ledger_paper(records.ledger()))
    for words in ("Relationships 3", "Mentoring sessions 5", "Hours in all 7:30", "Mentoring 5 6:30"):
        assert words in said
    assert "Training" not in said


def test_a_long_ledger_repeats_its_heads_and_is_signed_beside_its_sums() -> None:
    entries = list(records.ledger(80))
    entries[4] = replace(entries[4], learning=f"{LONG_WORD} " * 7, how_applied="and again " * 90)
    data = render(ledger.ledger_paper(entries))
    said, pages = reading.text(data), reading.page_count(data)
    assert pages > 3
    assert said.count("Date Kind How Hours With What I learnt How I applied it") == pages
    assert said.index("Mentoring 60") < said.index("Seen by a supervisor") < said.index("Page 1 of")
    widest = max(right for _, _, right, _ in reading.boxes(data))
    assert widest <= A4_WIDTH - MARGIN + 0.5, "a long word is broken, not let over the edge"


def test_a_period_that_was_asked_for_is_the_one_that_is_named() -> None:
    entries = records.ledger()
    assert ledger.ledger_paper(entries).subtitle == "8 January to 22 February 2026"
    asked = ledger.ledger_paper(entries, since=date(2026, 1, 1), until=date(2026, 3, 31))
    assert asked.subtitle == "1 January to 31 March 2026"


def test_names_that_the_journals_know_are_taken_out_of_what_was_learnt() -> None:
    entry = replace(
        records.ledger(1)[0], learning=f"{NAMES[0]} waits.", how_applied=f"Asked Morgan, told {NAMES[2]}"
    )
    about = Relationship(
        codename="Heron",
        my_role=Role.MENTOR,
        type=RelationshipType.INFORMAL,
        partner_display_name=NAMES[0],
        my_display_name=NAMES[1],
    )
    programme = Programme(coordinator_name=NAMES[2])
    other = replace(about, partner_display_name="", my_display_name="", programme=programme)
    unnamed = without_names_of_all((about, other))
    for said in (
        all_of(ledger.ledger_paper([entry], unnamed=unnamed)),
        reading.squeezed(ledger_csv([entry], learning=True, unnamed=unnamed)),
    ):
        assert "Mymenteewaits." in said and "Askedme,toldthecoordinator" in said
        assert not any(part in said for name in NAMES for part in name.split())


def test_a_ledger_without_entries_is_no_paper() -> None:
    with pytest.raises(NothingToShare, match="Nothing stands in the ledger"):
        ledger.ledger_paper([])


# The ledger as a table


def test_the_table_has_a_line_for_each_entry_and_no_learning_unless_asked() -> None:
    entries = records.ledger(2)
    assert ledger_csv(entries) == (
        "day,kind,minutes,mode,relationship\n"
        "2026-01-08,mentoring,60,in_person,1\n"
        "2026-01-17,mentoring,75,video,2\n"
    )
    assert "Silence is an answer." in ledger_csv(entries, learning=True)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_begins_a_formula(begin: str) -> None:
    text = f'{begin}HYPERLINK("http://example.org","x")'
    entry = replace(records.ledger(1)[0], learning=text, how_applied=text)
    row = list(csv.reader(io.StringIO(ledger_csv([entry], learning=True), newline="")))[1]
    assert row[5:] == [f"'{text}"] * 2


def test_a_cell_of_several_lines_commas_and_quotes_comes_back_whole() -> None:
    text = 'One, “two”\n"three"; = four'
    entry = replace(records.ledger(1)[0], learning=text, mode=None, relationship=None, minutes=5)
    rows = list(csv.reader(io.StringIO(ledger_csv([entry], learning=True))))
    assert len(rows) == 2 and rows[1][2:6] == ["5", "", "", text]


@pytest.mark.parametrize("kind", PracticeKind)
@pytest.mark.parametrize("mode", [None, *Mode])
def test_every_kind_and_mode_has_its_line(kind: PracticeKind, mode: Mode | None) -> None:
    entry = replace(records.ledger(1)[0], kind=kind, mode=mode)
    assert f",{kind.value},60,{mode.value if mode else ''},1" in ledger_csv([entry])
    assert kind.label in read(ledger.ledger_paper([entry])).lower().replace("\n", " ")


# A destruction


def test_a_destruction_says_what_was_reached_and_what_was_not() -> None:
    said = read(destruction.destruction_paper(records.destroyed(), records.exports()))
    for words in (
        "Codename Heron",
        "Sessions held 14",
        "Handed to the mentee, then destroyed",
        "in 3 backups",
        "1 damaged backup could not be cleaned and was removed whole",
        "mentoring-summary-2026-03.pdf",
        "31 March 2026",
        "not known",
        "1 more file was saved",
        "synchronised folders",
        "solid-state",
        "no names, and not one word",
        "Signature",
    ):
        assert words in said, words


def test_what_is_not_known_of_a_destroyed_journal_is_left_out() -> None:
    bare = records.destroyed(
        started_on=None, ended_on=None, rule=None, backups=0, backups_removed=0, exports_known=0
    )
    said = read(destruction.destruction_paper(bare))
    assert "no backup that held it" in said
    for words in ("Begun on", "Ended on", "Agreed for the notes", "None", "Saved on", "more file", "damaged"):
        assert words not in said, words


def test_files_that_are_only_counted_are_counted() -> None:
    said = read(destruction.destruction_paper(records.destroyed(exports_known=2)))
    assert "2 files were saved from the journal" in said


# All of them


def papers() -> dict[str, Paper]:
    return {
        "review": review.review_paper(records.review(), Role.MENTOR, theirs=True),
        "ledger": ledger.ledger_paper(records.ledger()),
        "destruction": destruction.destruction_paper(records.destroyed(), records.exports()),
        "hand-over": handover.handover_paper(records.handover()),
    }


@pytest.mark.parametrize("name", papers())
def test_title_author_and_keywords_are_neutral_and_the_bytes_the_same(name: str) -> None:
    paper = papers()[name]
    data = render(paper)
    assert render(papers()[name]) == data
    assert reading.metadata(data).get("/Title") == paper.title
    assert not paper.author and not paper.keywords
    assert "Heron" not in str(reading.metadata(data)) and "Mentor" not in paper.title


def test_a_proposed_file_name_names_nobody() -> None:
    day = date(2026, 3, 1)
    assert [one.file_name(day) for one in (review, ledger, destruction, handover)] == [
        "review-2026-03-01.pdf",
        "practice-ledger-2026-03-01.pdf",
        "destruction-record-2026-03-01.pdf",
        "hand-over-2026-03-01.pdf",
    ]
