"""Ratings and earlier versions: no paper for anybody holds a word of them."""

import ast
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.reflection import LearningPoint, Reflection
from mentorjournal.model.session import Session
from mentorjournal.model.words import Audience, EntryKind, Role, SessionStatus, Visibility
from mentorjournal.pdf import render
from mentorjournal.pdf.coverage import words as words_of
from mentorjournal.sharing.facts import source_of
from mentorjournal.sharing.offer import Chosen, Consent
from mentorjournal.sharing.summary import compose, leaves, offer, stays
from tests.journal.conftest import desk, journal
from tests.pdf import reading

__all__ = ["desk", "journal"]

ROOT = Path(__file__).resolve().parents[2]
MARK = "zqxneverleavesvkj"
DAY = date(2026, 3, 1)
SHARED = Visibility.SUMMARY_OK


def plant(desk, journal):
    """Everything of a rating marked, and marked words that were overwritten in what is shared."""
    items = (RatingItem(f"{MARK} label", f"{MARK} low", f"{MARK} high"),)
    journal.ratings.put_instrument(RatingInstrument(id="own", name=MARK, items=items, source=MARK))
    given = {"items": items, "values": (7,), "then_values": (2,), "note": f"{MARK} note", "name": MARK}
    journal.ratings.add(Rating(id=new_entry_id(), day=DAY, instrument_id="own", **given))
    goal = Goal(id=new_entry_id(), day=DAY, title=f"{MARK} goal", why=from_plain(MARK), visibility=SHARED)
    point = LearningPoint(id=new_entry_id(), day=DAY, text=f"{MARK} point", visibility=SHARED)
    reflection = Reflection(id=new_entry_id(), day=DAY, text=from_plain(MARK))
    journal.sessions.add(Session(id=new_entry_id(), day=DAY, status=SessionStatus.HELD))
    journal.goals.add(goal)
    journal.learning_points.add(point)
    journal.reflections.add(reflection)
    desk.now += timedelta(hours=1)
    journal.goals.write(replace(goal, title="Speak up", why=()))
    journal.learning_points.write(replace(point, text="Ask first"))
    journal.reflections.write(replace(reflection, text=from_plain("Something else")))
    assert journal.versions.of(EntryKind.GOAL, goal.id)


@pytest.mark.parametrize(("audience", "role"), list(product(Audience, Role)))
def test_no_summary_for_anybody_holds_a_word_of_a_rating_or_an_earlier_version(desk, journal, audience, role):
    journal.describe(replace(journal.relationship(), my_role=role))
    plant(desk, journal)
    shown = offer(source_of(journal), audience, date(2026, 1, 1), date(2026, 12, 31))
    chosen = Chosen(sections=frozenset(section.key.value for section in shown.sections))
    paper = compose(shown, chosen, on=DAY, consent=Consent(given_on=DAY))
    assert MARK not in " ".join(line.words for section in shown.sections for line in section.lines)
    assert MARK not in " ".join(leaves(shown, chosen)) + stays(shown, chosen)
    assert MARK not in " ".join(words_of(paper))
    assert MARK not in reading.text(render(paper))


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
