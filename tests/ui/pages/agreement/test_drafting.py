"""Drafting: two hands, what differs, what cannot be kept, and that nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.agreement import LONGEST_CLAUSE, Clause, ClauseKey, Terms
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.words import (
    Mode,
    RelationshipForm,
    RelationshipType,
    Reporting,
    RetentionRule,
    Role,
)
from tests.ui.pages.agreement.without_qt import Page
from ui.pages.agreement.contract import Mark, Overview, Side
from ui.pages.agreement.terms import TermsTyped

K = ClauseKey
ONE_STOP, INFORMAL = RelationshipType.ONE_STOP, RelationshipType.INFORMAL


def marks(page: Page) -> dict[ClauseKey, Mark]:
    assert page.view.draft is not None
    return {row.key: row.mark for row in page.view.draft.rows if row.key is not None}


# Beginning


def test_without_an_agreement_one_act_begins_it(page: Page) -> None:
    page.open(page.make())
    assert page.view.front == "nothing"
    page.presenter.begin()
    assert page.view.front == "draft"
    assert page.view.draft is not None and page.view.draft.chosen is K.PURPOSE
    assert page.view.focused == ["clause"]
    page.undo()
    assert page.view.front == "nothing"


def test_an_informal_journal_may_put_the_offer_away_and_still_begin(page: Page) -> None:
    page.open(page.make(INFORMAL))
    assert page.view.nothing is not None and not page.view.nothing.put_away
    page.presenter.put_away()
    assert page.view.nothing.put_away
    page.open(page.opened)
    assert page.view.nothing.put_away
    page.undo()
    assert not page.view.nothing.put_away
    page.presenter.put_away()
    page.presenter.begin()
    assert page.view.front == "draft"


@pytest.mark.parametrize(
    ("about", "listed", "more"),
    [
        ({}, 18, 1),
        ({"type": ONE_STOP}, 8, 11),
        ({"type": INFORMAL}, 10, 9),
        ({"form": RelationshipForm.REVERSE}, 19, 0),
    ],
)
def test_each_kind_has_its_clauses_and_the_others_behind_a_fold(
    page: Page, about: dict[str, object], listed: int, more: int
) -> None:
    page.begin(**about)
    assert page.view.draft is not None
    rows = page.view.draft.rows
    assert sum(row.key is not None for row in rows) == listed
    assert sum(row.more for row in rows) == more


def test_the_fold_opens_and_closes(page: Page) -> None:
    page.begin(type=ONE_STOP)
    page.presenter.toggle_more()
    assert len(marks(page)) == 19
    page.presenter.choose(K.POWER)
    page.presenter.toggle_more()
    assert len(marks(page)) == 8
    assert page.view.draft is not None and page.view.draft.chosen is K.PURPOSE


def test_writing_in_a_clause_that_was_not_suggested_makes_it_part_of_the_draft(page: Page) -> None:
    page.begin()
    page.presenter.choose(K.POWER)
    assert page.view.clause is not None and not page.view.clause.suggested
    page.type(K.POWER, mine="Rank stays outside")
    assert page.kept().clause(K.POWER).my_draft == "Rank stays outside"
    assert page.view.clause.suggested


def test_another_draft_that_came_meanwhile_is_shown_and_none_is_begun(page: Page) -> None:
    page.open(page.make())
    page.opened.journal.agreements.begin()
    page.presenter.begin()
    assert [type(error) for error in page.outside.problems] == [InvalidInput]
    assert "a draft of the agreement already" in str(page.outside.problems[0])
    assert page.view.front == "draft"


# Typing


def test_what_is_typed_is_kept_and_said(page: Page) -> None:
    page.begin()
    page.presenter.typed(Side.MINE, "Courage")
    assert page.view.waits_to_save
    page.presenter.save()
    assert page.kept().clause(K.PURPOSE).my_draft == "Courage"
    assert page.view.saved is not None


def test_typing_alone_leaves_no_undo_for_the_fields_have_their_own(page: Page) -> None:
    page.begin()
    page.type(K.PURPOSE, mine="Courage")
    assert page.outside.changes[-1].undo is None


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        ({}, Mark.EMPTY),
        ({"mine": "Six"}, Mark.ONLY_MINE),
        ({"theirs": "Six"}, Mark.ONLY_THEIRS),
        ({"mine": "Six.", "theirs": "six"}, Mark.SAME),
        ({"mine": "Six", "theirs": "Eight"}, Mark.DIFFER),
        ({"mine": "Six", "theirs": "Eight", "agreed": "Seven"}, Mark.AGREED),
    ],
)
def test_each_clause_says_how_the_two_drafts_stand(page: Page, texts: dict[str, str], mark: Mark) -> None:
    page.begin()
    page.type(K.SCOPE, **texts)
    assert marks(page)[K.SCOPE] is mark


def test_the_overview_counts_what_two_people_write(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, mine="Six", theirs="Eight")
    page.type(K.GOALS, mine="a", theirs="a")
    page.type(K.ROLES, agreed="Each prepares")
    page.type(K.SIGN, agreed="Ada and Ben")
    assert page.view.draft is not None
    assert page.view.draft.overview == Overview(clauses=17, agreed=1, same=1, differ=1)


def test_the_words_that_only_one_draft_has_are_marked(page: Page) -> None:
    page.begin()
    page.type(K.FEEDBACK, mine="Blunt, in private", theirs="Blunt, by mail")
    shown = page.view.clause
    assert shown is not None
    assert ["Blunt, in private"[a:b] for a, b in shown.only_mine] == ["in private"]
    assert ["Blunt, by mail"[a:b] for a, b in shown.only_theirs] == ["by mail"]


def test_one_walks_only_through_what_differs_and_is_not_agreed(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, mine="Six", theirs="Eight")
    page.type(K.GOALS, mine="a", theirs="b", agreed="c")
    page.type(K.ENDING, mine="x", theirs="y")
    page.presenter.choose(K.PURPOSE)
    seen = []
    for forward in (True, True, True, False):
        page.presenter.walk(forward)
        assert page.view.draft is not None
        seen.append(page.view.draft.chosen)
    assert seen == [K.SCOPE, K.ENDING, K.SCOPE, K.ENDING]
    assert page.view.focused[-1] is Side.AGREED


def test_where_nothing_differs_the_walk_says_so(page: Page) -> None:
    page.begin()
    page.presenter.walk(True)
    assert page.view.said == ["No clause differs that is not agreed yet."]


@pytest.mark.parametrize(("side", "text"), [(Side.MINE, "Six"), (Side.THEIRS, "Eight")])
def test_either_draft_can_be_what_is_agreed(page: Page, side: Side, text: str) -> None:
    page.begin()
    page.type(K.SCOPE, mine="Six", theirs="Eight")
    page.presenter.use(side)
    assert page.view.filled == text


def test_a_clause_is_left_out_with_its_words_and_taken_in_again(page: Page) -> None:
    page.begin()
    page.type(K.SUPPORT, mine="A coordinator")
    page.presenter.include(False)
    assert marks(page)[K.SUPPORT] is Mark.LEFT_OUT
    assert page.outside.changes[-1].label == "Leave out a clause"
    page.presenter.include(True)
    assert page.kept().clause(K.SUPPORT) == Clause(key=K.SUPPORT, my_draft="A coordinator")


def test_leaving_out_is_taken_back_beside_what_was_typed_since(page: Page) -> None:
    page.begin()
    page.presenter.choose(K.SUPPORT)
    page.presenter.include(False)
    left_out = page.outside.changes[-1]
    page.type(K.SCOPE, mine="Six")
    assert left_out.undo is not None
    page.presenter.refresh(left_out.undo())
    assert page.kept().clause(K.SUPPORT).applies
    assert page.kept().clause(K.SCOPE).my_draft == "Six"


# Coming in from elsewhere


def test_the_partners_words_come_in_while_one_types_in_the_same_clause(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, mine="Six")
    page.presenter.typed(Side.MINE, "Six times")
    page.behind(scope="Eight times")
    page.presenter.save()
    clause = page.kept().clause(K.SCOPE)
    assert (clause.my_draft, clause.partner_draft) == ("Six times", "Eight times")
    assert page.view.clause is not None
    assert page.view.clause.texts[Side.MINE] == "Six times"
    assert page.view.clause.texts[Side.THEIRS] == "Eight times"


def test_what_came_in_is_taken_back_beside_what_was_typed_since(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, mine="Six")
    came = page.opened.journal.agreements.take_in(page.kept().id, {K.SCOPE: "Eight"})
    page.presenter.refresh(came)
    page.type(K.SCOPE, mine="Six times")
    assert came.undo is not None
    page.presenter.refresh(came.undo())
    clause = page.kept().clause(K.SCOPE)
    assert (clause.my_draft, clause.partner_draft) == ("Six times", "")


def test_an_answer_that_comes_after_the_journal_was_closed_is_dropped(page: Page) -> None:
    opened = page.make()
    page.runner.held = True
    page.open(opened)
    page.presenter.close()
    page.runner.go_on()
    assert page.view.front == ""


# What cannot be kept


def test_a_text_that_is_too_long_stays_and_says_by_how_much(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, mine="x" * (LONGEST_CLAUSE + 12), theirs="Eight")
    assert page.kept().clause(K.SCOPE) == Clause(key=K.SCOPE, partner_draft="Eight")
    shown = page.view.clause
    assert shown is not None
    assert shown.texts[Side.MINE] == "x" * (LONGEST_CLAUSE + 12)
    assert shown.problems["mine"].startswith("This is 12 characters too long")
    assert page.view.not_saved.startswith("“In scope, out of scope”: This is 12 characters too long")
    page.type(K.SCOPE, mine="Six")
    assert page.kept().clause(K.SCOPE).my_draft == "Six"
    assert page.view.not_saved == ""


def test_a_text_that_is_too_long_goes_along_over_a_lock(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, mine="y" * (LONGEST_CLAUSE + 1))
    page.again()
    shown = page.view.clause
    assert shown is not None and shown.clause.key is K.SCOPE
    assert shown.texts[Side.MINE] == "y" * (LONGEST_CLAUSE + 1)
    assert "mine" in shown.problems


def test_a_text_that_is_too_long_stays_when_the_partners_words_come_in(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, mine="y" * (LONGEST_CLAUSE + 1))
    page.behind(scope="Eight")
    shown = page.view.clause
    assert shown is not None
    assert len(shown.texts[Side.MINE]) == LONGEST_CLAUSE + 1
    assert shown.texts[Side.THEIRS] == "Eight"


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        (TermsTyped(sessions="61"), "sessions", "Plan between 1 and 60 sessions"),
        (TermsTyped(sessions="many"), "sessions", "Plan between 1 and 60 sessions"),
        (TermsTyped(interval="0"), "interval", "Meet every 1 to 52 weeks"),
        (TermsTyped(interval="400", in_weeks=False), "interval", "Meet every 1 to 366 days"),
        (TermsTyped(minutes="1500"), "minutes", "Plan 1 to 1440 minutes"),
        (TermsTyped(months="61"), "months", "Agree on 1 to 60 months"),
    ],
)
def test_a_number_out_of_range_stays_and_is_said(
    page: Page, typed: TermsTyped, field: str, says: str
) -> None:
    page.begin()
    page.presenter.choose(K.COMMITMENT)
    page.presenter.typed_terms(typed)
    page.presenter.typed(Side.MINE, "Now and then")
    page.presenter.save()
    shown = page.view.clause
    assert shown is not None
    assert shown.problems[field].startswith(says)
    assert shown.terms == typed
    assert page.kept().clause(K.COMMITMENT).my_draft == "Now and then"
    assert page.view.not_saved
    page.again()
    assert page.view.clause is not None
    assert getattr(page.view.clause.terms, field) == getattr(typed, field)


def test_kept_until_without_a_day_is_said_and_the_rest_is_kept(page: Page) -> None:
    page.begin()
    page.presenter.choose(K.RETENTION)
    page.presenter.typed_terms(TermsTyped(sessions="6", retention=RetentionRule.KEEP_UNTIL))
    page.presenter.save()
    assert page.kept().terms.sessions_planned == 6
    assert page.kept().terms.retention is None
    assert page.view.clause is not None
    assert "Say until which day" in page.view.clause.problems["keep_until"]
    page.presenter.typed_terms(
        TermsTyped(sessions="6", retention=RetentionRule.KEEP_UNTIL, keep_until=date(2027, 1, 1))
    )
    page.presenter.save()
    assert page.kept().terms.keep_until == date(2027, 1, 1)


def test_terms_are_kept_as_they_were_typed(page: Page) -> None:
    page.begin()
    page.presenter.choose(K.COMMITMENT)
    page.presenter.typed_terms(
        TermsTyped(
            sessions="8",
            interval="3",
            minutes="50",
            months="6",
            mode=Mode.WALKING,
            reporting=Reporting.ATTENDANCE,
        )
    )
    page.presenter.save()
    assert page.kept().terms == Terms(
        sessions_planned=8,
        interval_days=21,
        minutes=50,
        months=6,
        mode=Mode.WALKING,
        reporting=Reporting.ATTENDANCE,
    )


def test_what_is_known_of_the_rhythm_stands_there_already(page: Page) -> None:
    page.begin(commitment=Commitment(sessions_planned=6, interval_days=10, minutes=45))
    page.presenter.choose(K.COMMITMENT)
    assert page.view.clause is not None
    terms = page.view.clause.terms
    assert (terms.sessions, terms.interval, terms.in_weeks, terms.minutes) == ("6", "10", False, "45")


def test_the_place_is_the_clause_that_was_open(page: Page) -> None:
    page.begin()
    page.type(K.ENDING, mine="A walk")
    page.again()
    assert page.view.draft is not None and page.view.draft.chosen is K.ENDING
    assert page.view.clause is not None and page.view.clause.texts[Side.MINE] == "A walk"


def test_the_draft_is_deleted_and_comes_back(page: Page) -> None:
    page.begin()
    page.type(K.ENDING, mine="A walk")
    page.presenter.delete()
    assert page.view.front == "nothing"
    page.undo()
    assert page.view.front == "draft"
    assert page.kept().clause(K.ENDING).my_draft == "A walk"


@pytest.mark.parametrize("role", list(Role))
def test_the_page_knows_whose_the_other_draft_is(page: Page, role: Role) -> None:
    page.begin(role=role)
    assert page.view.draft is not None and page.view.draft.role is role
