"""The agreement on paper says what was agreed and nothing of the drafts; the form holds neither."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from mentorjournal.errors import NothingToShare
from mentorjournal.model.agreement import LONGEST_CLAUSE, NO_TERMS, ClauseKey, first_draft
from mentorjournal.model.agreement_form import Mark, TermField, clause_field, read_mark
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.terms_words import by_clause
from mentorjournal.model.words import AgreementState, RelationshipForm, RelationshipType, RetentionRule, Role
from mentorjournal.pdf import render
from mentorjournal.sharing import agreement_form as forms
from mentorjournal.sharing.agreement_form import agreement_form
from mentorjournal.sharing.agreement_paper import agreement_paper, file_name
from mentorjournal.sharing.plain import as_text
from tests.pdf import reading
from tests.sharing import agreements, samples

NAMES = ("Amira Haddad", "Oyelaran Bakare", "Heron")


def shown(agreement, *, role=Role.MENTOR, **how):
    return reading.text(render(agreement_paper(samples.relationship(role), agreement, **how)))


def fields_of(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(one.T) for one in pdf.Root.AcroForm.Fields]


def test_what_was_agreed_is_printed_with_its_terms_and_lines_to_sign_on():
    text = shown(agreements.agreed())

    for words in (
        "Version 1, agreed on 3 November 2026",
        "every 3 weeks",
        "kept until 31 December 2027, then destroyed",
        "3 May 2027",
        "1. Why we are doing this",
        "To find a voice in the group.",
        "Left open: “Level of commitment”, “When confidentiality ends”.",
        "lies with the two people who made it",
    ):
        assert words in text
    assert text.index("Signed") < text.index("Mentor Date") < text.index("Mentee Date")


def test_no_draft_and_no_clause_that_was_left_out_is_on_the_agreement():
    text = shown(agreements.agreed())

    assert "To finish the book" not in text and "Left out by both" not in text and "Theirs" not in text


def test_names_stand_on_it_only_where_they_were_asked_for():
    plain = reading.everything(render(agreement_paper(samples.relationship(), agreements.agreed())))
    named = shown(agreements.agreed(), role=Role.MENTEE, names=True)

    for name in NAMES:
        assert name.encode() not in plain
    assert named.index("Mentor: Dr Oyelaran Bakare") < named.index("Mentee: Amira Haddad")
    assert "Heron" not in named


@pytest.mark.parametrize("make", [agreements.agreed, agreements.draft])
def test_its_metadata_is_neutral(make):
    about = reading.metadata(render(agreement_paper(samples.relationship(), make(), names=True)))

    assert not any(name in value for name in (*NAMES, "Haddad") for value in about.values())


def test_both_peers_sign_as_such():
    assert shown(agreements.agreed(), role=Role.PEER).count("Peer Date") == 2


def test_a_replaced_version_says_so():
    old = replace(agreements.agreed(), state=AgreementState.SUPERSEDED)

    assert "agreed on 3 November 2026, replaced by a later version" in shown(old)


def test_a_draft_shows_mine_beside_theirs_where_they_differ():
    text = shown(agreements.draft(), role=Role.MENTEE)

    differ, same = text.index("Where the two drafts differ"), text.index("Where both say the same")
    assert "Mine" in text and "My mentor’s" in text
    assert differ < text.index("To finish the book.") < same < text.index("Work, and what work does")
    assert "nothing on this page is agreed yet" in text
    assert "Neither has written about: “When confidentiality ends”." in text
    assert "A last conversation, always." in text and "Left out by both" not in text


def test_my_terms_stand_beside_theirs_in_words():
    text = shown(agreements.draft())

    assert "every 3 weeks" in text and "every 4 weeks" in text.replace("\n", " ")
    assert "Back-ups too." in text and "The notes are kept until 31" in text


def test_terms_that_both_give_alike_do_not_differ():
    value = agreements.draft()
    alike = by_clause(value.terms)[ClauseKey.COMMITMENT]
    clauses = [replace(c, partner_draft=alike) if c.key is ClauseKey.COMMITMENT else c for c in value.clauses]

    text = shown(replace(value, clauses=tuple(clauses)))

    assert text.index("Where both say the same") < text.index("Level of commitment")


@pytest.mark.parametrize("state", [AgreementState.DRAFT, AgreementState.AGREED])
def test_an_empty_agreement_is_not_printed(state):
    empty = replace(agreements.draft(), clauses=(), terms=NO_TERMS, state=state, agreed_on=date(2026, 11, 3))

    with pytest.raises(NothingToShare, match="nothing to print"):
        agreement_paper(samples.relationship(), empty)


def test_files_are_proposed_under_neutral_names():
    assert file_name(agreements.agreed()) == "mentoring-agreement-2026-11.pdf"
    assert file_name(agreements.draft()) == "mentoring-agreement-draft-2026-11.pdf"
    assert forms.file_name(date(2026, 11, 1)) == "mentoring-agreement-form-2026-11.pdf"


def test_the_form_asks_for_the_clauses_that_apply_and_holds_nothing_of_the_draft():
    data = render(agreement_form(agreements.draft()))
    found = reading.everything(data) + reading.text(data).encode()

    names = fields_of(data)
    assert clause_field(ClauseKey.PURPOSE) in names and clause_field(ClauseKey.FEEDBACK) not in names
    assert clause_field(ClauseKey.SIGN) not in names
    for words in (
        "find a voice",
        "Back-ups",
        "finish the book",
        "A last conversation, always",
        "2027-12-31",
        "Heron",
    ):
        assert words.encode() not in found and words.encode("utf-16-be") not in found


def test_the_form_says_for_which_draft_it_was_made():
    with pikepdf.open(io.BytesIO(render(agreement_form(agreements.draft())))) as pdf:
        mark = read_mark(str(next(f.V for f in pdf.Root.AcroForm.Fields if f.T == "mentor_journal_form")))

    applying = tuple(one.key for one in agreements.draft().clauses if one.applies)
    expected = tuple(key for key in applying if key is not ClauseKey.SIGN)
    assert mark == Mark(agreement=agreements.draft().id, clauses=expected)


@pytest.mark.parametrize("kind", list(RelationshipType))
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_form_of_every_kind_has_a_labelled_box_for_each_clause(kind, size):
    about = Relationship(codename="Heron", my_role=Role.PEER, type=kind, form=RelationshipForm.PEER)
    draft = first_draft(agreements.draft().id, about, date(2026, 11, 1))
    with pikepdf.open(io.BytesIO(render(agreement_form(draft, size=size)))) as pdf:
        boxes = {str(one.T): one for one in pdf.Root.AcroForm.Fields}
        for clause in draft.clauses:
            if clause.key is not ClauseKey.SIGN:
                box = boxes[clause_field(clause.key)]
                assert str(box.TU) == f"{clause.key.label}. {clause.key.guide}"
                assert LONGEST_CLAUSE - 250 <= int(box.MaxLen) <= LONGEST_CLAUSE
        asked = {term for term in TermField if any(term.clause is one.key for one in draft.clauses)}
        assert {name for name in boxes if name.startswith("term_")} == {term.value for term in asked}


def test_the_form_of_a_later_version_says_what_an_empty_box_means():
    versions = [replace(agreements.draft(), version=version) for version in (1, 2)]
    first, second = (reading.text(render(agreement_form(one))) for one in versions)

    assert "stays as it was agreed" in second and "stays as it was agreed" not in first


def test_a_hold_is_not_offered_in_the_form():
    with pikepdf.open(io.BytesIO(render(agreement_form(agreements.draft())))) as pdf:
        field = next(one for one in pdf.Root.AcroForm.Fields if TermField.RETENTION.value == one.T)
        assert RetentionRule.ON_HOLD.value not in [str(pair[0]) for pair in field.Opt]


def test_as_text_the_agreement_has_its_words_and_no_boxes():
    text = as_text(agreement_paper(samples.relationship(), agreements.agreed()))

    assert "To find a voice in the group." in text and "Meetings: 6" in text
