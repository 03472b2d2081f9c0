"""The form in which the partner drafts the agreement alone, on a screen, before both drafts are compared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorjournal.model.agreement import Agreement, ClauseKey
from mentorjournal.model.agreement_form import (
    CHOICES,
    MARK_FIELD,
    Mark,
    TermField,
    clause_field,
    longest_text,
    mark_text,
    terms_of,
)
from mentorjournal.model.fields import Asked, ChoiceField, Field, HiddenField, TextField
from mentorjournal.model.paper import Heading, Line, Paper, Piece, Together

TITLE = "Mentoring agreement: your draft"
FOOTER = "This form names neither of us. What you write in it lies in this file as readable text."

_LINES = 5
_LONGEST = {
    TermField.SESSIONS: 3,
    TermField.INTERVAL: 4,
    TermField.MINUTES: 4,
    TermField.MONTHS: 3,
    TermField.KEEP_UNTIL: 20,
}
_HINTS = {
    TermField.SESSIONS: "a whole number",
    TermField.INTERVAL: "a whole number, of days or weeks",
    TermField.MINUTES: "a whole number",
    TermField.MONTHS: "a whole number",
    TermField.KEEP_UNTIL: "as 2027-03-01",
}


def agreement_form(draft: Agreement, *, size: str = "A4") -> Paper:
    """The form for the clauses of *draft*. Nothing of the draft goes into it: each writes alone."""
    # names and signatures come once both have agreed, and this form names nobody
    keys = tuple(one.key for one in draft.clauses if one.applies and one.key is not ClauseKey.SIGN)
    return Paper(title=TITLE, pieces=tuple(_pieces(draft, keys)), footer=FOOTER, size=size)


def file_name(day: date) -> str:
    """“mentoring-agreement-form-2026-11.pdf”."""
    return f"mentoring-agreement-form-{day.year:04}-{day.month:02}.pdf"


def _pieces(draft: Agreement, keys: tuple[ClauseKey, ...]) -> Iterator[Piece]:
    yield Line(
        "Each of us first writes alone what we expect; then we lay both side by side and agree. Nothing is"
        " agreed by this form. Fill in what matters to you and leave the rest empty."
    )
    yield Line(
        "Type into the boxes, save the file and send it back as it is. Do not print it to a PDF: the boxes"
        " would be lost, and nobody could read in what you wrote."
    )
    if draft.version > 1:
        yield Line("We have agreed before: what you leave empty stays as it was agreed.")
    yield HiddenField(MARK_FIELD, mark_text(Mark(agreement=draft.id, clauses=keys)))
    for key in keys:
        box = TextField(
            name=clause_field(key),
            said=f"{key.label}. {key.guide}",
            longest=longest_text(key),
            lines=_LINES,
        )
        yield Together((Heading(key.label), Line(key.guide, muted=True), *_asked(key), box))


def _asked(key: ClauseKey) -> Iterator[Asked]:
    """The questions of a clause with a short answer each."""
    for term in terms_of(key):
        if term is TermField.INTERVAL:
            yield Asked(term.label, (_field(term), _field(TermField.INTERVAL_UNIT)))
        elif term is not TermField.INTERVAL_UNIT:
            label = f"{term.label}, {_HINTS[term]}" if term is TermField.KEEP_UNTIL else term.label
            yield Asked(label, (_field(term),))


def _field(term: TermField) -> Field:
    said = f"{term.label}, {_HINTS[term]}" if term in _HINTS else term.label
    if term in CHOICES:
        value = "weeks" if term is TermField.INTERVAL_UNIT else ""
        return ChoiceField(name=term.value, said=said, choices=CHOICES[term], value=value)
    return TextField(name=term.value, said=said, longest=_LONGEST[term])
