"""Reviews bring their questions and facts, and are done when the person says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.query import parse
from mentorjournal.model.review import Fact, questions, wrong_with
from mentorjournal.model.words import RelationshipForm, RelationshipType, ReviewKind, Role
from tests.journal.conftest import begin

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


REVIEWS_TOGETHER = (ReviewKind.AGREEMENT_CHECK, ReviewKind.MID_TERM, ReviewKind.ENDING)


@pytest.mark.parametrize("kind", REVIEWS_TOGETHER)
def test_peers_are_asked_about_their_turns(kind):
    more = set(questions(kind, Role.PEER, RelationshipForm.PEER)) - set(questions(kind, Role.PEER))
    assert any("turn" in question for question in more)


@pytest.mark.parametrize("kind", REVIEWS_TOGETHER)
@pytest.mark.parametrize("form", [RelationshipForm.REVERSE, RelationshipForm.RECIPROCAL])
def test_where_the_roles_run_against_rank_both_are_asked_about_power(kind, form):
    for role in Role:
        asked = questions(kind, role, form)
        more = set(asked) - set(questions(kind, role))
        assert any(word in question for question in more for word in ("rank", "power", "above", "risk"))
        assert len(set(asked)) == len(asked)


def test_what_each_side_is_asked_alone_stays_the_last_question():
    plain = questions(ReviewKind.ENDING, Role.MENTOR)
    assert questions(ReviewKind.ENDING, Role.MENTOR, RelationshipForm.REVERSE)[-1] == plain[-1]


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


def test_it_says_by_how_much_an_answer_is_too_long(journal):
    value = begun(journal)
    answers = (replace(value.answers[0], theirs="x" * 8034), *value.answers[1:])
    (wrong,) = wrong_with(replace(value, answers=answers))
    assert wrong.where == "theirs 0"
    assert "too long by 34 characters" in wrong.sentence


def test_a_second_one_of_a_kind_is_not_begun_beside_the_first(journal):
    journal.begin_review(ReviewKind.MID_TERM, FACTS)
    with pytest.raises(InvalidInput, match="already"):
        journal.begin_review(ReviewKind.MID_TERM, FACTS)
    journal.begin_review(ReviewKind.ENDING, FACTS)
    assert {one.kind for one in journal.reviews.all()} == {ReviewKind.MID_TERM, ReviewKind.ENDING}


@pytest.mark.parametrize(
    ("kind", "possible"),
    [
        (RelationshipType.LONG_TERM_FORMAL, {"agreement_check", "mid_term", "ending"}),
        (RelationshipType.INFORMAL, {"agreement_check", "ending"}),
        (RelationshipType.ONE_STOP, {"ending"}),
    ],
)
def test_each_kind_of_relationship_has_its_reviews(desk, kind, possible):
    journal = begin(desk, kind, specialist_topic="One question")
    for review in ReviewKind:
        if review.value in possible:
            journal.begin_review(review, ())
        else:
            with pytest.raises(InvalidInput):
                journal.begin_review(review, ())


def test_after_the_end_there_is_only_the_follow_up(journal):
    journal.life.take(Step.CLOSE)
    with pytest.raises(InvalidInput, match="follow-up"):
        journal.begin_review(ReviewKind.MID_TERM, FACTS)
    journal.begin_review(ReviewKind.FOLLOW_UP, FACTS)
    assert journal.reviews.open_one(ReviewKind.FOLLOW_UP) is not None


def test_facts_are_brought_up_to_date_until_it_is_done(journal):
    value = begun(journal)
    newer = (Fact("Sessions held", "5 of 6"),)
    change = journal.reviews.renew_facts(value.id, newer)
    assert journal.reviews.get(value.id).facts == newer
    change.undo()
    assert journal.reviews.get(value.id).facts == FACTS
    journal.reviews.finish(value.id)
    with pytest.raises(InvalidInput, match="done"):
        journal.reviews.renew_facts(value.id, newer)


def test_the_next_review_is_when_the_agreement_is_looked_at_again(journal):
    journal.agreements.begin()
    draft = journal.agreements.draft()
    clause = replace(draft.clauses[0], agreed_text="An hour a month", applies=True)
    journal.agreements.write(replace(draft, clauses=(clause,)))
    journal.agreements.agree(draft.id, draft.day)
    value = begun(journal)
    later = value.day + timedelta(days=90)
    journal.reviews.write(replace(value, next_review_on=later))
    change = journal.finish_review(value.id)
    assert journal.agreements.agreed().review_on == later
    assert journal.course().reviews == {ReviewKind.MID_TERM: value.day}
    change.undo()
    assert journal.agreements.agreed().review_on is None
    assert not journal.reviews.get(value.id).done
