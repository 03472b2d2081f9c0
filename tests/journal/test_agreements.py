"""The agreement: two drafts, what is agreed, versions, and the rhythm that follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.agreement import (
    LONGEST_CLAUSE,
    Clause,
    ClauseKey,
    Comparison,
    Terms,
    changed,
)
from mentorjournal.model.words import (
    AgreementState,
    Mode,
    RelationshipForm,
    RelationshipStatus,
    RelationshipType,
    Reporting,
    RetentionRule,
)

ALL = list(RelationshipType)


def draft(journal):
    journal.agreements.begin()
    return journal.agreements.draft()


def written(journal, value, **texts):
    clauses = tuple(replace(one, **texts.get(one.key.value, {})) for one in value.clauses)
    journal.agreements.write(replace(value, clauses=clauses))
    return journal.agreements.get(value.id)


def agreed(journal, terms=None):
    value = written(journal, draft(journal), purpose={"agreed_text": "To find out."})
    if terms:
        journal.agreements.write(replace(value, terms=terms))
    journal.agreements.agree(value.id, journal.today())
    return journal.agreements.agreed()


def test_there_are_nineteen_clauses_in_their_order():
    assert len(ClauseKey) == 19
    assert [key.value for key in ClauseKey][::6] == ["purpose", "between", "power", "sign"]


@pytest.mark.parametrize(
    ("kind", "form", "count"),
    [
        (RelationshipType.LONG_TERM_FORMAL, RelationshipForm.TRADITIONAL, 18),
        (RelationshipType.LONG_TERM_FORMAL, RelationshipForm.REVERSE, 19),
        (RelationshipType.ONE_STOP, RelationshipForm.TRADITIONAL, 8),
        (RelationshipType.INFORMAL, RelationshipForm.TRADITIONAL, 10),
        (RelationshipType.INFORMAL, RelationshipForm.PEER, 14),
    ],
)
def test_each_kind_and_form_has_its_own_clauses(kind, form, count):
    belonging = [key for key in ClauseKey if key.belongs(kind, form)]
    assert len(belonging) == count
    assert ClauseKey.CONFIDENTIALITY in belonging and ClauseKey.RETENTION in belonging
    assert all(key.guide for key in belonging)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("", "  ", Comparison.EMPTY),
        ("Six times", "", Comparison.ONLY_MINE),
        ("", "Six times", Comparison.ONLY_THEIRS),
        ("Six times.", " six   TIMES ", Comparison.SAME),
        ("Six times", "Eight times", Comparison.DIFFERENT),
    ],
)
def test_two_drafts_are_compared_by_what_they_say(mine, theirs, expected):
    clause = Clause(key=ClauseKey.PURPOSE, my_draft=mine, partner_draft=theirs)
    assert clause.comparison is expected


def test_each_drafts_alone_and_the_partners_draft_is_entered(journal):
    value = written(journal, draft(journal), purpose={"my_draft": "Courage"})
    journal.agreements.take_in(value.id, {ClauseKey.PURPOSE: "Time", ClauseKey.POWER: "Rank stays outside"})
    found = journal.agreements.get(value.id)
    assert found.clause(ClauseKey.PURPOSE) == Clause(
        key=ClauseKey.PURPOSE, my_draft="Courage", partner_draft="Time"
    )
    assert found.clause(ClauseKey.POWER).partner_draft == "Rank stays outside"
    keys = [one.key for one in found.clauses]
    assert keys == sorted(keys, key=list(ClauseKey).index)


def test_only_one_draft_is_worked_on_at_a_time(journal):
    first = draft(journal)
    with pytest.raises(InvalidInput, match="a draft of the agreement already"):
        journal.agreements.begin()
    with pytest.raises(InvalidInput, match="a draft of the agreement already"):
        journal.agreements.add(replace(first, id="another"))
    journal.agreements.remove(first.id)
    assert draft(journal).version == 1


def test_nothing_agreed_is_no_agreement(journal):
    with pytest.raises(InvalidInput, match="Nothing is agreed yet"):
        journal.agreements.agree(draft(journal).id, journal.today())


def test_what_both_say_alike_is_agreed_by_itself(journal):
    value = written(journal, draft(journal), purpose={"my_draft": "Courage", "partner_draft": "courage."})
    journal.agreements.agree(value.id, journal.today())
    assert journal.agreements.agreed().clause(ClauseKey.PURPOSE).agreed_text == "Courage"


def test_a_later_version_begins_from_the_one_before_and_replaces_it(journal):
    first = agreed(journal)
    second = draft(journal)
    assert second.version == 2
    assert second.clause(ClauseKey.PURPOSE).my_draft == "To find out."
    second = written(journal, second, purpose={"agreed_text": "To find out, and to stay curious."})
    journal.agreements.agree(second.id, journal.today() + timedelta(days=40))
    states = [(one.version, one.state) for one in journal.agreements.all()]
    assert states == [(1, AgreementState.SUPERSEDED), (2, AgreementState.AGREED)]
    assert changed(journal.agreements.get(first.id), journal.agreements.agreed()) == (ClauseKey.PURPOSE,)


def test_what_was_agreed_is_not_edited(journal):
    value = agreed(journal)
    with pytest.raises(InvalidInput, match="Begin a new version"):
        journal.agreements.write(replace(value, clauses=()))


def test_the_terms_set_the_rhythm_and_the_end_and_bring_it_under_way(journal):
    about = journal.relationship()
    agreed(
        journal,
        Terms(sessions_planned=6, interval_days=42, minutes=50, mode=Mode.WALKING, months=10),
    )
    after = journal.relationship()
    assert after.commitment.sessions_planned == 6
    assert (after.commitment.interval_days, after.commitment.minutes) == (42, 50)
    assert after.commitment.mode is Mode.WALKING
    assert after.status is RelationshipStatus.ACTIVE
    assert after.planned_end_on is not None
    assert after.codename == about.codename


def test_agreeing_is_one_act_that_is_taken_back_whole(journal):
    before, about = agreed(journal), journal.relationship()
    second = written(journal, draft(journal), purpose={"agreed_text": "Another"})
    with_terms = replace(second, terms=Terms(sessions_planned=9))
    journal.agreements.write(with_terms)
    change = journal.agreements.agree(second.id, journal.today())
    way_back = change.undo()
    assert journal.agreements.agreed() == before
    assert journal.agreements.draft() == with_terms
    assert journal.relationship() == about
    way_back.undo()
    assert journal.agreements.agreed().version == 2
    assert journal.relationship().commitment.sessions_planned == 9


@pytest.mark.parametrize(
    "terms",
    [
        Terms(sessions_planned=0),
        Terms(interval_days=0),
        Terms(minutes=0),
        Terms(months=0),
        Terms(retention=RetentionRule.KEEP_UNTIL),
    ],
)
def test_terms_that_cannot_be_kept_are_refused(journal, terms):
    value = draft(journal)
    with pytest.raises(InvalidInput):
        journal.agreements.write(replace(value, terms=terms))
    assert journal.agreements.get(value.id) == value


def test_a_review_before_the_agreement_is_refused(journal):
    value = written(journal, draft(journal), purpose={"agreed_text": "x"})
    with pytest.raises(InvalidInput, match="review lies before"):
        journal.agreements.agree(value.id, date(2026, 3, 1), date(2026, 2, 1))


def test_its_words_are_found(journal):
    from mentorjournal.model.query import parse

    written(journal, draft(journal), scope={"my_draft": "Promotion panels stay outside"})
    hits = journal.find(parse("promotion"))
    assert [hit.kind.value for hit in hits] == ["agreement"]


def test_a_clause_is_left_out_with_its_words_and_taken_in_again(journal):
    value = written(journal, draft(journal), support={"my_draft": "A coordinator"})
    change = journal.agreements.include(value.id, ClauseKey.SUPPORT, False)
    assert change.label == "Leave out a clause"
    clause = journal.agreements.draft().clause(ClauseKey.SUPPORT)
    assert (clause.applies, clause.my_draft) == (False, "A coordinator")
    written(journal, journal.agreements.draft(), scope={"my_draft": "Work"})
    change.undo()
    assert journal.agreements.draft().clause(ClauseKey.SUPPORT).applies
    assert journal.agreements.draft().clause(ClauseKey.SCOPE).my_draft == "Work"


def test_a_clause_that_was_not_suggested_can_be_taken_in(journal):
    value = draft(journal)
    journal.agreements.include(value.id, ClauseKey.POWER, True)
    keys = [one.key for one in journal.agreements.draft().clauses]
    assert ClauseKey.POWER in keys and keys == sorted(keys, key=list(ClauseKey).index)


def test_no_clause_of_what_was_agreed_is_left_out(journal):
    value = agreed(journal)
    with pytest.raises(InvalidInput, match="Begin a new version"):
        journal.agreements.include(value.id, ClauseKey.PURPOSE, False)


def test_the_partners_terms_become_words_of_their_draft_and_mine_stay(journal):
    value = draft(journal)
    mine = Terms(sessions_planned=6, minutes=50)
    journal.agreements.write(replace(value, terms=mine))
    theirs = Terms(interval_days=28, reporting=Reporting.NOTHING)
    journal.agreements.take_in(value.id, {ClauseKey.COMMITMENT: "Not in August"}, theirs)
    found = journal.agreements.get(value.id)
    assert found.terms == mine
    assert found.clause(ClauseKey.COMMITMENT).partner_draft == "Not in August\nEvery 4 weeks."
    assert found.clause(ClauseKey.SHARING).partner_draft == "What may be reported: nothing."


def test_a_draft_that_is_taken_in_twice_says_its_terms_once(journal):
    value, terms = draft(journal), Terms(months=1)
    for _ in range(2):
        before = journal.agreements.get(value.id).clause(ClauseKey.COMMITMENT).partner_draft
        journal.agreements.take_in(value.id, {ClauseKey.COMMITMENT: before}, terms)
    assert journal.agreements.get(value.id).clause(ClauseKey.COMMITMENT).partner_draft == "For 1 month."


def test_a_text_without_room_for_its_terms_stays_as_it_was_written(journal):
    value, text = draft(journal), "x" * LONGEST_CLAUSE
    journal.agreements.take_in(value.id, {ClauseKey.COMMITMENT: text}, Terms(months=1))
    assert journal.agreements.get(value.id).clause(ClauseKey.COMMITMENT).partner_draft == text


def test_a_clause_that_was_left_out_comes_back_with_the_partners_words(journal):
    value = written(journal, draft(journal), scope={"applies": False}, power={"applies": False})
    journal.agreements.take_in(value.id, {ClauseKey.SCOPE: "Work alone"})
    found = journal.agreements.get(value.id)
    assert found.clause(ClauseKey.SCOPE).applies and not found.clause(ClauseKey.POWER).applies


def test_no_draft_is_taken_into_what_was_agreed(journal):
    value = agreed(journal)
    with pytest.raises(InvalidInput, match="Begin a new version"):
        journal.agreements.take_in(value.id, {ClauseKey.PURPOSE: "Another"})
    assert journal.agreements.agreed() == value


def test_what_was_taken_in_is_taken_back_whole(journal):
    value = draft(journal)
    change = journal.agreements.take_in(value.id, {ClauseKey.PURPOSE: "Time"}, Terms(months=3))
    change.undo()
    assert journal.agreements.get(value.id) == value
