"""Agreeing, what holds then, new versions, and what changed between them."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.model.agreement import LONGEST_CLAUSE, ClauseKey
from mentorjournal.model.words import AgreementState, RelationshipStatus
from tests.ui.pages.agreement.without_qt import TODAY, Page
from ui.pages.agreement.contract import Mark, Side
from ui.pages.agreement.terms import TermsTyped

K = ClauseKey
REVIEW = date(2026, 4, 1)


@pytest.fixture
def agreed(page: Page) -> Page:
    """A first version that holds."""
    page.begin()
    page.type(K.SCOPE, agreed="Work")
    page.agree(TODAY, REVIEW)
    return page


@pytest.fixture
def second(agreed: Page) -> Page:
    """A second version that holds, with another scope."""
    agreed.presenter.begin()
    agreed.type(K.SCOPE, agreed="Work and study")
    agreed.agree(TODAY, REVIEW)
    return agreed


def test_today_and_a_month_later_are_proposed(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, agreed="Work")
    page.type(K.GOALS, mine="a", theirs="A")
    page.presenter.ask()
    asking = page.view.asking
    assert asking is not None
    assert (asking.on, asking.review_on) == (TODAY, REVIEW)
    assert asking.settled == 2
    assert K.PURPOSE in asking.left and K.GOALS not in asking.left and K.SIGN not in asking.left


def test_a_review_day_chosen_in_its_clause_is_the_one_proposed(page: Page) -> None:
    page.begin()
    page.presenter.choose(K.REVIEW)
    page.presenter.choose_review(date(2026, 6, 1))
    page.presenter.save()
    assert page.kept().review_on == date(2026, 6, 1)
    page.presenter.ask()
    assert page.view.asking is not None and page.view.asking.review_on == date(2026, 6, 1)


def test_what_is_agreed_is_read_and_sets_the_rhythm(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, agreed="Work")
    page.presenter.typed_terms(TermsTyped(sessions="8", interval="3"))
    page.agree(TODAY, REVIEW)
    assert page.view.front == "reading"
    assert page.view.reading is not None and page.view.reading.holds
    assert page.holds().review_on == REVIEW
    about = page.opened.journal.relationship()
    assert about.commitment.sessions_planned == 8
    assert about.status is RelationshipStatus.ACTIVE
    assert page.view.days is None


def test_an_earlier_day_is_taken(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, agreed="Work")
    page.agree(date(2026, 1, 5), None)
    assert page.holds().agreed_on == date(2026, 1, 5)
    assert page.holds().review_on is None


@pytest.mark.parametrize(
    ("on", "review", "says"),
    [
        (None, REVIEW, "Say on which day you agreed."),
        (date(2026, 3, 2), REVIEW, "This day is still to come."),
        (TODAY, date(2026, 2, 1), "The review lies before the day of the agreement."),
    ],
)
def test_days_that_cannot_be_are_said_and_nothing_is_agreed(
    page: Page, on: date | None, review: date, says: str
) -> None:
    page.begin()
    page.type(K.SCOPE, agreed="Work")
    page.presenter.ask()
    page.presenter.agree(on, review)
    assert page.view.refused[-1].startswith(says)
    assert page.kept().state is AgreementState.DRAFT


def test_nothing_agreed_is_said_where_it_was_asked(page: Page) -> None:
    page.begin()
    page.agree()
    assert page.view.refused == ["Nothing is agreed yet. Write the agreed text of at least one clause."]
    assert page.outside.problems == []


def test_what_cannot_be_kept_bars_the_way_and_is_named(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, agreed="Work")
    page.type(K.GOALS, agreed="x" * (LONGEST_CLAUSE + 3))
    page.agree()
    assert page.view.refused[-1].startswith("“First goals” cannot be kept as it stands: This is 3 characters")


def test_the_question_goes_along_over_a_lock(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, agreed="Work")
    page.presenter.ask()
    page.view.days = (date(2026, 2, 1), None)
    page.again()
    assert page.view.days == (date(2026, 2, 1), None)


def test_agreeing_is_taken_back_whole(agreed: Page) -> None:
    agreed.undo()
    assert agreed.view.front == "draft"
    assert agreed.opened.journal.relationship().status is RelationshipStatus.DRAFT


def test_signatures_are_noted(agreed: Page) -> None:
    agreed.presenter.sign(by_me=True, by_partner=False)
    assert agreed.view.reading is not None
    one = agreed.view.reading.agreement
    assert (one.signed_by_me, one.signed_by_partner) == (True, False)


def test_the_next_look_is_set_again_and_refused_before_the_agreement(agreed: Page) -> None:
    agreed.presenter.review_again(date(2026, 9, 1))
    assert agreed.holds().review_on == date(2026, 9, 1)
    agreed.presenter.review_again(date(2025, 9, 1))
    assert agreed.view.refused[-1].startswith("The review lies before")
    assert agreed.holds().review_on == date(2026, 9, 1)


def test_a_new_version_begins_from_what_holds_which_stays_until_then(agreed: Page) -> None:
    agreed.presenter.begin()
    assert agreed.view.draft is not None
    assert (agreed.view.draft.version, agreed.view.draft.replaces) == (2, 1)
    assert agreed.kept().clause(K.SCOPE).my_draft == "Work"
    assert agreed.holds().version == 1


def test_versions_are_listed_with_what_changed_in_them(second: Page) -> None:
    second.presenter.look_back()
    assert second.view.reading is not None
    rows = second.view.reading.rows
    assert [(row.version, row.holds, row.first, row.changed) for row in rows] == [
        (2, True, False, (K.SCOPE,)),
        (1, False, True, ()),
    ]
    assert second.view.reading.before is not None and second.view.reading.before.version == 1


def test_each_version_can_be_looked_at_and_left(second: Page) -> None:
    second.presenter.look_back()
    assert second.view.reading is not None
    second.presenter.look_at(second.view.reading.rows[1].id)
    assert second.view.reading.agreement.version == 1
    assert second.view.reading.before is None
    second.again()
    assert second.view.reading is not None and second.view.reading.agreement.version == 1
    second.presenter.come_back()
    assert second.view.reading.agreement.version == 2
    assert second.view.reading.rows == ()


def test_what_holds_is_looked_at_beside_a_draft_and_the_draft_is_still_there(agreed: Page) -> None:
    agreed.presenter.begin()
    agreed.presenter.choose(K.SCOPE)
    agreed.presenter.typed(Side.AGREED, "Work and study")
    agreed.presenter.look_back()
    assert agreed.view.reading is not None and agreed.view.reading.has_draft
    assert agreed.kept().clause(K.SCOPE).agreed_text == "Work and study"
    agreed.presenter.come_back()
    assert agreed.view.front == "draft"


def test_a_version_that_was_found_is_opened(second: Page) -> None:
    first = second.opened.journal.agreements.all()[0]
    second.presenter.show_version(first.id)
    assert second.view.reading is not None and second.view.reading.agreement.version == 1
    second.presenter.show_version(second.holds().id)
    assert second.view.reading.agreement.version == 2
    assert second.view.reading.rows == ()


def test_a_version_is_opened_once_the_journal_was_read(second: Page) -> None:
    first = second.opened.journal.agreements.all()[0]
    second.runner.held = True
    second.presenter.open(second.opened)
    second.presenter.show_version(first.id)
    second.runner.go_on()
    assert second.view.reading is not None and second.view.reading.agreement.version == 1


def test_a_version_agreed_elsewhere_meanwhile_is_shown(page: Page) -> None:
    page.begin()
    page.type(K.SCOPE, agreed="Work")
    change = page.opened.journal.agreements.agree(page.kept().id, TODAY)
    page.presenter.refresh(change)
    assert page.view.front == "reading"


def test_a_draft_changed_since_the_version_that_holds_is_not_agreed_by_its_text(agreed: Page) -> None:
    agreed.presenter.begin()
    assert agreed.view.draft is not None and agreed.view.draft.overview.agreed == 1
    agreed.type(K.SCOPE, theirs="Work and study")
    assert agreed.view.clause is not None and agreed.view.clause.mark is Mark.DIFFER
    assert agreed.view.draft.overview.agreed == 0
    agreed.presenter.ask()
    assert agreed.view.asking is not None and agreed.view.asking.behind == (K.SCOPE,)
    agreed.type(K.SCOPE, agreed="Work and study")
    assert agreed.view.clause.mark is Mark.AGREED


def test_deleting_a_draft_leaves_what_holds(agreed: Page) -> None:
    agreed.presenter.begin()
    agreed.presenter.delete()
    assert agreed.view.front == "reading"
    assert agreed.holds().version == 1
