"""What leaves as paper or as a form, and the partner's form that comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mentorjournal import pdf
from mentorjournal.model.agreement import ClauseKey
from mentorjournal.model.agreement_form import clause_field
from mentorjournal.model.export import ExportKind
from mentorjournal.sharing.agreement_form import agreement_form
from tests.exchange import forms
from tests.pdf.reading import text as text_of
from tests.ui.pages.agreement.without_qt import Page
from ui.pages.agreement.contract import Side
from ui.pages.agreement.terms import TermsTyped

K = ClauseKey


@pytest.fixture
def drafted(page: Page) -> Page:
    page.begin(my_display_name="Ada", partner_display_name="Ben")
    page.type(K.SCOPE, mine="Work", theirs="Study")
    return page


def form(page: Page, **values: str) -> Path:
    """The form of the page's draft, filled in."""
    data = pdf.render(agreement_form(page.kept()))
    named = {clause_field(ClauseKey(key)) if key in list(K) else key: text for key, text in values.items()}
    return forms.saved(page.folder, forms.filled(data, named))


def read(page: Page, path: Path) -> None:
    page.outside.file = path
    page.papers.read_form("Choose", "Forms (*.pdf)")


def exports(page: Page) -> list[tuple[ExportKind, str]]:
    return [(one.what, one.file_name) for one in page.opened.journal.exports.all()]


def test_the_draft_is_printed_as_it_was_typed_last(drafted: Page, tmp_path: Path) -> None:
    drafted.presenter.typed(Side.MINE, "Work and travel")
    drafted.presenter.ask_paper()
    assert drafted.view.paper is False
    drafted.outside.path = tmp_path / "draft"
    drafted.papers.save_paper(False)
    assert drafted.outside.suggested == ["mentoring-agreement-draft-2026-03.pdf"]
    assert "Work and travel" in text_of((tmp_path / "draft.pdf").read_bytes())
    assert drafted.view.said_of_paper == ("Saved as “draft.pdf”.", False)
    assert exports(drafted) == [(ExportKind.AGREEMENT, "draft.pdf")]


@pytest.mark.parametrize("names", [True, False])
def test_what_was_agreed_is_printed_to_sign_with_names_only_when_asked(drafted: Page, names: bool) -> None:
    drafted.type(K.SCOPE, agreed="Work and study")
    drafted.agree(date(2026, 3, 1))
    drafted.presenter.ask_paper()
    assert drafted.view.paper is True
    drafted.papers.print_paper(names)
    text = text_of(drafted.view.printed)
    assert "Work and study" in text
    assert ("Ben" in text) is names
    assert exports(drafted) == []


def test_an_empty_draft_says_why_it_is_not_printed(page: Page, tmp_path: Path) -> None:
    page.begin()
    page.presenter.typed_terms(TermsTyped())
    page.outside.path = tmp_path / "draft.pdf"
    page.papers.save_paper(False)
    assert page.view.said_of_paper is not None
    assert page.view.said_of_paper[0].startswith("Nothing is written in this draft yet")
    assert exports(page) == []


def test_a_file_that_is_there_already_is_left_alone(drafted: Page, tmp_path: Path) -> None:
    (tmp_path / "draft.pdf").write_text("mine")
    drafted.outside.path = tmp_path / "draft.pdf"
    drafted.papers.save_paper(False)
    assert drafted.view.said_of_paper is not None and drafted.view.said_of_paper[1]
    assert (tmp_path / "draft.pdf").read_text() == "mine"


def test_the_form_goes_out_without_a_word_of_the_draft(drafted: Page, tmp_path: Path) -> None:
    drafted.outside.path = tmp_path / "form.pdf"
    drafted.papers.save_form()
    text = text_of((tmp_path / "form.pdf").read_bytes())
    assert "In scope, out of scope" in text
    assert "Study" not in text
    assert exports(drafted) == [(ExportKind.FORM, "form.pdf")]
    assert drafted.view.said_of_form == ("Saved as “form.pdf”.", False)


def test_a_filled_form_comes_in_says_which_clauses_and_is_taken_back(drafted: Page) -> None:
    path = form(drafted, goals="Courage", ending="A walk", term_sessions="6")
    drafted.presenter.choose(K.GOALS)
    drafted.presenter.typed(Side.MINE, "Patience")
    read(drafted, path)
    clause = drafted.kept().clause(K.GOALS)
    assert (clause.my_draft, clause.partner_draft) == ("Patience", "Courage")
    assert drafted.view.incoming is not None
    assert drafted.view.incoming.clauses == (K.GOALS, K.COMMITMENT, K.ENDING)
    assert drafted.view.clause is not None and drafted.view.clause.texts[Side.THEIRS] == "Courage"
    assert drafted.outside.changes[-1].label == "Enter my partner’s draft"
    drafted.undo()
    assert drafted.kept().clause(K.GOALS).partner_draft == ""
    assert drafted.kept().clause(K.GOALS).my_draft == "Patience"


def test_what_is_missing_in_a_form_is_said(drafted: Page) -> None:
    path = form(drafted, goals="Courage")
    path.write_bytes(forms.without(path.read_bytes(), clause_field(K.ENDING)))
    read(drafted, path)
    assert drafted.view.incoming is not None
    assert drafted.view.incoming.missing == (K.ENDING,)
    assert drafted.view.incoming.clauses == (K.GOALS,)


def test_an_empty_form_changes_nothing(drafted: Page) -> None:
    before = drafted.kept()
    read(drafted, form(drafted))
    assert drafted.view.incoming is not None and drafted.view.incoming.clauses == ()
    assert drafted.kept() == before


def test_a_form_for_another_agreement_is_asked_about_first(drafted: Page, tmp_path: Path) -> None:
    data = forms.filled(forms.blank(), {clause_field(K.GOALS): "Courage"})
    read(drafted, forms.saved(tmp_path, data))
    assert drafted.view.incoming is not None
    assert drafted.view.incoming.question.startswith("This form was made for another agreement")
    assert drafted.kept().clause(K.GOALS).partner_draft == ""
    drafted.papers.take_all_the_same()
    assert drafted.kept().clause(K.GOALS).partner_draft == "Courage"
    assert drafted.view.incoming.question == ""


def test_a_file_that_is_no_form_is_said_and_changes_nothing(drafted: Page, tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"Dear Ada")
    read(drafted, tmp_path / "letter.pdf")
    assert drafted.view.said_of_form is not None
    sentence, wrong = drafted.view.said_of_form
    assert wrong and "letter.pdf" in sentence


def test_no_file_chosen_is_nothing_done(drafted: Page) -> None:
    drafted.papers.save_paper(False)
    drafted.papers.read_form("Choose", "Forms (*.pdf)")
    assert drafted.view.said_of_paper is None and drafted.view.said_of_form is None
