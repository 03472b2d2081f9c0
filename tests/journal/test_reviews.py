"""Reviews bring their questions and facts, and are done when the person says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.query import parse
from mentorjournal.model.review import Fact, questions
from mentorjournal.model.words import ReviewKind, Role

FACTS = (Fact("Sessions held", "4 of 6"),)


def begun(journal, kind=ReviewKind.MID_TERM):
    journal.reviews.begin(kind, Role.MENTEE, FACTS)
    return journal.reviews.open_one()


@pytest.mark.parametrize(("kind", "count"), list(zip(ReviewKind, (5, 10, 10, 4), strict=True)))
def test_each_kind_asks_its_own_questions(kind, count):
    for role in Role:
        assert len(set(questions(kind, role))) == count
    assert all(question.endswith("?") for question in questions(kind, Role.MENTOR))


def test_the_ending_review_asks_each_side_something_of_its_own():
    mentee, mentor = (questions(ReviewKind.ENDING, role)[-1] for role in (Role.MENTEE, Role.MENTOR))
    assert mentee != mentor


def test_it_is_begun_with_facts_written_and_done(journal):
    value = begun(journal)
    assert value.facts == FACTS and not value.done
    answers = (replace(value.answers[0], mine="The silence", theirs="The questions"), *value.answers[1:])
    journal.reviews.write(replace(value, answers=answers, decisions="Keep the rhythm"))
    change = journal.reviews.finish(value.id)
    assert journal.reviews.get(value.id).done and journal.reviews.open_one() is None
    assert [hit.id for hit in journal.find(parse("silence"))] == [value.id]
    change.undo()
    assert journal.reviews.open_one().answers == answers


@pytest.mark.parametrize(
    "wrong",
    [{"decisions": "x" * 4001}, {"agreement_changes": "x" * 4001}, {"next_review_on": "before"}],
)
def test_what_cannot_be_kept_is_refused(journal, wrong):
    value = begun(journal)
    if "next_review_on" in wrong:
        wrong = {"next_review_on": value.day - timedelta(days=1)}
    with pytest.raises(InvalidInput):
        journal.reviews.write(replace(value, **wrong))
    assert journal.reviews.get(value.id) == value
