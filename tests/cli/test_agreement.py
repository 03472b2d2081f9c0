"""The agreement on the command line: printed, sent out as a form, and the partner's draft taken back in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mentorjournal.demo.vault import PASSPHRASE
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.agreement import Agreement, ClauseKey, Terms
from mentorjournal.vault.vault import Vault
from tests.cli.command import Command, Ended
from tests.exchange import forms
from tests.pdf import reading

HERON, BIRCH = ("--journal", "Heron"), ("--journal", "Birch")
Write = Callable[..., Path]


@contextmanager
def heron(vault: Path) -> Iterator[Journal]:
    shelf = Shelf(Vault.unlock(vault, PASSPHRASE))
    try:
        yield shelf.named("Heron").journal
    finally:
        shelf.close()


def begun(vault: Path, **texts: str) -> Agreement:
    """A fresh draft in Heron with these texts of mine, and no other agreement."""
    with heron(vault) as journal:
        for one in journal.agreements.all():
            journal.agreements.remove(one.id)
        journal.agreements.begin()
        draft = journal.agreements.draft()
        assert draft is not None
        clauses = tuple(replace(one, my_draft=texts.get(one.key.value, "")) for one in draft.clauses)
        journal.agreements.write(replace(draft, clauses=clauses, terms=Terms(minutes=50)))
        return journal.agreements.get(draft.id)


def current(vault: Path) -> list[Agreement]:
    with heron(vault) as journal:
        return list(journal.agreements.all())


@pytest.fixture
def written(run: Command, tmp_path: Path) -> Write:
    """The paper that the command writes."""

    def write(vault: Path, *words: str) -> Path:
        out = tmp_path / f"{'-'.join(words) or 'agreed'}.pdf"
        ended = run.unlocked("agreement", vault, *HERON, *words, "--out", out)
        assert (ended.status, ended.err) == (0, "")
        return out

    return write


@pytest.fixture
def read(run: Command) -> Callable[..., Ended]:
    return lambda vault, file, *words: run.unlocked("read-form", vault, *HERON, file, *words)


def test_the_form_goes_out_and_comes_back_filled_in(vault, written, read, tmp_path):
    draft = begun(vault, purpose="Courage", scope="Work alone")
    values = {"clause_purpose": "Zeit und Γνῶθι", "clause_scope": "work alone.", "term_minutes": "90"}
    back = forms.saved(tmp_path, forms.typed(written(vault, "--form").read_bytes(), values), "back.pdf")

    ended = read(vault, back)

    assert (ended.status, ended.err) == (0, "")
    assert "Filled in: Why we are doing this; In scope, out of scope.\n" in ended.out
    assert "Their terms: 90 minutes each.\n" in ended.out
    assert "Not in the file any more: none.\n" in ended.out
    different = ended.out.split("Different from yours: ")[1]
    assert different == "Why we are doing this; Level of commitment.\n"
    found = current(vault)
    assert [one.id for one in found] == [draft.id]
    assert found[0].clause(ClauseKey.PURPOSE).partner_draft == "Zeit und Γνῶθι"
    assert found[0].clause(ClauseKey.PURPOSE).my_draft == "Courage" and found[0].terms == draft.terms


def test_a_form_begins_the_draft_that_it_is_for(vault, run, tmp_path):
    begun(vault)
    with heron(vault) as journal:
        journal.agreements.remove(journal.agreements.draft().id)

    ended = run.unlocked("agreement", vault, *HERON, "--form", "--out", tmp_path / "form.pdf")

    assert (ended.status, ended.out) == (0, "A draft of the agreement was begun.\n")
    assert len(current(vault)) == 1


def test_what_is_missing_foreign_or_unreadable_is_said(vault, written, read, tmp_path):
    begun(vault)
    data = forms.without(written(vault, "--form").read_bytes(), "clause_scope")
    values = {"clause_purpose": "Courage", "term_minutes": "an hour"}

    def add(pdf):
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect({"/T": "Stamp", "/V": "x"}))

    ended = read(vault, forms.saved(tmp_path, forms.changed(forms.filled(data, values), add), "back.pdf"))

    assert ended.status == 0
    assert "Not in the file any more: In scope, out of scope.\n" in ended.out
    assert "Fields that are not ours, left alone: Stamp.\n" in ended.out
    assert "“Minutes for each” says “an hour”, which is no whole number from 1 to 1,440.\n" in ended.out


def test_a_form_of_another_agreement_is_taken_in_only_when_that_is_wanted(vault, written, read, tmp_path):
    begun(vault)
    data = forms.filled(written(vault, "--form").read_bytes(), {"clause_purpose": "Courage"})
    back = forms.saved(tmp_path, data, "back.pdf")
    begun(vault)

    before = current(vault)
    ended = read(vault, back)

    assert ended.status == 1 and "made for another agreement" in ended.err and "--anyway" in ended.err
    assert current(vault) == before
    assert read(vault, back, "--anyway").status == 0
    assert current(vault)[0].clause(ClauseKey.PURPOSE).partner_draft == "Courage"


def test_a_form_of_what_is_agreed_by_now_begins_the_next_version(vault, written, read, tmp_path):
    draft = begun(vault, purpose="Courage")
    data = forms.filled(written(vault, "--form").read_bytes(), {"clause_purpose": "Time"})
    agree(vault, draft)

    ended = read(vault, forms.saved(tmp_path, data, "back.pdf"))

    assert ended.status == 0 and "made for version 1 of the agreement" in ended.out
    assert "A draft of the agreement was begun." in ended.out
    assert [one.version for one in current(vault)] == [1, 2]
    assert current(vault)[1].clause(ClauseKey.PURPOSE).partner_draft == "Time"


def agree(vault: Path, draft: Agreement) -> None:
    with heron(vault) as journal:
        clauses = tuple(replace(one, agreed_text=one.my_draft) for one in draft.clauses)
        journal.agreements.write(replace(draft, clauses=clauses))
        journal.agreements.agree(draft.id, date(2026, 11, 3))


def test_what_is_agreed_is_printed_with_names_only_when_asked(vault, written):
    agree(vault, begun(vault, purpose="Courage"))
    with heron(vault) as journal:
        name = journal.relationship().partner_display_name

    plain, named = (reading.text(written(vault, *how).read_bytes()) for how in ((), ("--names",)))

    assert "1. Why we are doing this\nCourage" in plain and "Signed" in plain
    assert name and name not in plain and name in named
    assert "Heron" not in plain + named


def test_both_drafts_are_printed_beside_each_other(vault, written):
    begun(vault, purpose="Courage")

    assert "Where the two drafts differ" in reading.text(written(vault, "--draft").read_bytes())


def test_what_stands_in_the_way_is_said_and_nothing_is_begun(vault, run, tmp_path):
    begun(vault)
    blank = tmp_path / "form.pdf"
    assert run.unlocked("agreement", vault, *HERON, "--form", "--out", blank).status == 0
    letter = forms.saved(tmp_path, b"Dear all", "letter.pdf")
    before = current(vault)
    for words, sentence in (
        (("agreement", vault, *HERON, "--out", tmp_path / "a.pdf"), "Nothing is agreed in this journal yet."),
        (("agreement", vault, *BIRCH, "--draft", "--out", tmp_path / "a.pdf"), "There is no draft"),
        (("agreement", vault, *HERON, "--form", "--out", blank), "already exists"),
        (("read-form", vault, *HERON, blank), "Nothing is filled in in this form."),
        (("read-form", vault, *HERON, letter), "is not a PDF"),
        (("read-form", vault, *HERON, tmp_path / "gone.pdf"), "cannot be read"),
    ):
        ended = run.unlocked(*words)
        assert ended.status == 1 and sentence in ended.err, words
    assert not (tmp_path / "a.pdf").exists() and current(vault) == before


def test_wrong_usage_is_told_apart(run, demo):
    for words in (
        ("agreement", demo, *HERON),
        ("agreement", demo, *HERON, "--form", "--draft", "--out", "x.pdf"),
        ("read-form", demo, *HERON),
    ):
        assert run.unlocked(*words).status == 2
