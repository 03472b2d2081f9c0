"""The partner's draft of the agreement, read back from the form that was sent to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mentorjournal.errors import ImportProblem, InvalidInput, NewerVersion
from mentorjournal.exchange.form_file import FormFile, open_form
from mentorjournal.exchange.form_terms import read_terms
from mentorjournal.exchange.incoming import name_of
from mentorjournal.journal.text import few_lines
from mentorjournal.model.agreement import LONGEST_CLAUSE, NO_TERMS, Agreement, ClauseKey, Terms
from mentorjournal.model.agreement_form import (
    FORM_VERSION,
    MARK_FIELD,
    Mark,
    TermField,
    clause_field,
    read_mark,
    terms_of,
)
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import AgreementState

_SHOWN_NAME = 60
_OTHER_LINE_ENDS = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FormDraft:
    """What a form said. *drafts* has the clauses that were filled in; *missing* those whose field is not in
    the file any more; *foreign* the names of fields that are not ours; *problems* are sentences about what
    could not be taken.
    """

    agreement: EntryId
    drafts: Mapping[ClauseKey, str]
    terms: Terms
    missing: tuple[ClauseKey, ...] = ()
    foreign: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it can be taken in."""
        return not self.drafts and self.terms == NO_TERMS

    def __repr__(self) -> str:
        return f"FormDraft({self.agreement})"


def read_form(path: Path) -> FormDraft:
    """Read the form at *path*, which is left as it is.

    Raises ImportProblem when it is no form of ours or cannot be read, and NewerVersion for one that a later
    Mentor Journal made.
    """
    name = name_of(path)
    file = open_form(path)
    mark = _mark(file, name)
    if mark.version > FORM_VERSION:
        raise NewerVersion(name)
    ours = {clause_field(key): key for key in mark.clauses}
    terms = {term.value for key in mark.clauses for term in terms_of(key)}
    if mark.clauses and not any(field in file.values for field in ours):
        raise ImportProblem(_without_fields(name, file))
    problems: list[str] = []
    drafts = {}
    for field, key in ours.items():
        text = few_lines(file.values.get(field, "").translate(_OTHER_LINE_ENDS))
        if len(text) > LONGEST_CLAUSE:
            problems.append(
                f"“{key.label}” is too long ({len(text):,} characters; at most {LONGEST_CLAUSE:,}), so it was"
                " left out. Ask for a shorter text, or type in what matters of it."
            )
        elif text:
            drafts[key] = text
    said, about_terms = read_terms(file.values, [term for term in TermField if term.value in terms])
    known = {*ours, *terms, MARK_FIELD}
    return FormDraft(
        agreement=mark.agreement,
        drafts=drafts,
        terms=said,
        missing=tuple(key for field, key in ours.items() if field not in file.values),
        foreign=tuple(_printable(field) for field in file.values if field not in known),
        problems=(*problems, *about_terms, *_about_the_file(file, ours)),
    )


def not_this_draft(form: FormDraft, versions: Iterable[Agreement]) -> str:
    """A sentence that says for what the form was made, where that is not the draft among *versions*; else
    nothing. Whether it is taken in all the same is for its reader to say.
    """
    made_for = next((one for one in versions if one.id == form.agreement), None)
    if made_for is None:
        return (
            "This form was made for another agreement: one of another journal, or a draft that was deleted."
        )
    if made_for.state is AgreementState.DRAFT:
        return ""
    return f"This form was made for version {made_for.version} of the agreement, which is no draft any more."


def _mark(file: FormFile, name: str) -> Mark:
    for text in (file.values.get(MARK_FIELD, ""), file.notes.get(MARK_FIELD, "")):
        try:
            return read_mark(text)
        except InvalidInput:
            continue
    if file.xfa and not file.values:
        raise ImportProblem(_without_fields(name, file))
    raise ImportProblem(
        f"“{name}” is not a form that Mentor Journal made, or it was printed to a PDF, which takes its fields"
        " away. Ask for the form itself, filled in and saved. Nothing was changed."
    )


def _without_fields(name: str, file: FormFile) -> str:
    if file.xfa:
        return (
            f"“{name}” keeps its fields in a way (XFA) that is not read here. Ask for the form as it was"
            " sent, filled in and saved in another program. Nothing was changed."
        )
    return (
        f"“{name}” has no fields any more: its fields are missing. Ask for it once more, to fill it in"
        " without printing it to PDF. Nothing was changed."
    )


def _about_the_file(file: FormFile, ours: Mapping[str, ClauseKey]) -> Iterable[str]:
    """Sentences about fields that are there and yet not whole."""
    labels = {field: key.label for field, key in ours.items()}
    labels.update((one.value, one.label) for one in TermField)
    for field in dict.fromkeys(file.unreadable):
        if field in labels:
            yield f"“{labels[field]}” could not be read: what stands in it is no text."
    for field in dict.fromkeys(file.doubled):
        if field in labels:
            yield f"“{labels[field]}” stands in the file twice with different words; the first was taken."
    if file.xfa:
        yield "The file also holds an XFA form. Only its usual fields were read."


def _printable(name: str) -> str:
    """A foreign name as it can be shown: on one line, and not endless."""
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    return shown if len(shown) <= _SHOWN_NAME else f"{shown[:_SHOWN_NAME]}…"
