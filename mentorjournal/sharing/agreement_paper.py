"""The agreement on paper: what was agreed, to be signed; or a draft, mine beside theirs where they differ."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.errors import NothingToShare
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey
from mentorjournal.model.paper import Facts, Heading, Line, Paper, Piece, Signatures, Table, Together
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.terms_words import differing_drafts, facts_of, my_texts
from mentorjournal.model.words import AgreementState, Role
from mentorjournal.sharing.wording import capital, day_words

TITLE = "Mentoring agreement"
DRAFT_TITLE = "Mentoring agreement: draft"
FOOTER = "This agreement lies with the two people who made it. It goes to nobody else unless both say so."
DRAFT_FOOTER = "A draft: nothing on this page is agreed yet. It lies with the two people who are writing it."

_LEFT = 0.5


def agreement_paper(
    relationship: Relationship, agreement: Agreement, *, names: bool = False, size: str = "A4"
) -> Paper:
    """The paper of this version. *names* puts both names under what was agreed, where two people sign.

    Raises NothingToShare when nothing is written in it.
    """
    draft = agreement.state is AgreementState.DRAFT
    pieces = tuple(_draft(relationship, agreement) if draft else _agreed(relationship, agreement, names))
    return Paper(
        title=DRAFT_TITLE if draft else TITLE,
        subtitle=_which(agreement),
        pieces=pieces,
        footer=DRAFT_FOOTER if draft else FOOTER,
        size=size,
    )


def file_name(agreement: Agreement) -> str:
    """“mentoring-agreement-2026-11.pdf”; a draft says that it is one."""
    day = agreement.agreed_on or agreement.day
    kind = "-draft" if agreement.state is AgreementState.DRAFT else ""
    return f"mentoring-agreement{kind}-{day.year:04}-{day.month:02}.pdf"


def _which(agreement: Agreement) -> str:
    if agreement.agreed_on is None:
        return f"Version {agreement.version}, begun on {day_words(agreement.day)}"
    later = ", replaced by a later version" if agreement.state is AgreementState.SUPERSEDED else ""
    return f"Version {agreement.version}, agreed on {day_words(agreement.agreed_on)}{later}"


def _agreed(relationship: Relationship, agreement: Agreement, names: bool) -> Iterator[Piece]:
    rows = list(facts_of(agreement.terms))
    if agreement.review_on:
        rows.append(("Looked at again on", day_words(agreement.review_on)))
    if rows:
        yield Facts(tuple(rows))
    clauses = [one for one in agreement.clauses if one.applies]
    written = [one for one in clauses if one.agreed_text.strip()]
    if not written:
        raise NothingToShare("No clause of this agreement says anything, so there is nothing to print.")
    *before, last = (
        tuple(_clause(f"{number}. {one.key.label}", one.agreed_text))
        for number, one in enumerate(written, start=1)
    )
    for pieces in before:
        yield from pieces
    left_open = _left_open("Left open", [one for one in clauses if one not in written])
    signed = (Heading("Signed"), Signatures(_signing(relationship, names)))
    yield Together((*last, *left_open, *signed))  # nobody signs a page that says nothing


def _signing(relationship: Relationship, names: bool) -> tuple[str, ...]:
    """Who signs, the mentor first; by their names only where that was asked for."""
    role = relationship.my_role
    me = (role.label, relationship.my_display_name)
    partner = (role.partner, relationship.partner_display_name)
    both = (partner, me) if role is Role.MENTEE else (me, partner)
    return tuple(f"{capital(label)}: {name}" if names and name else capital(label) for label, name in both)


def _draft(relationship: Relationship, agreement: Agreement) -> Iterator[Piece]:
    clauses = [one for one in agreement.clauses if one.applies]
    mine = my_texts(agreement)
    differing = differing_drafts(agreement)
    settled = [one for one in clauses if one.agreed_text.strip()]
    rest = [one for one in clauses if one not in settled]
    apart = [one for one in rest if one in differing]
    alike = [one for one in rest if one not in apart and one.partner_draft.strip()]
    if not (settled or apart or alike):
        raise NothingToShare("Nothing is written in this draft yet, so there is nothing to print.")
    if apart:
        yield Heading("Where the two drafts differ")
        head = ("Mine", f"My {relationship.my_role.partner}’s")
        for one in apart:
            row = (mine.get(one.key) or "Nothing yet", one.partner_draft or "Nothing yet")
            yield Heading(one.key.label, 2)
            yield Table(head, (row,), (_LEFT, 1 - _LEFT))
    if alike:
        yield Heading("Where both say the same")
        for one in alike:
            yield from _clause(one.key.label, mine[one.key], 2)
    if settled:
        yield Heading("Put into one wording so far")
        for one in settled:
            yield from _clause(one.key.label, one.agreed_text, 2)
    yield from _left_open("Neither has written about", [one for one in rest if one not in (*apart, *alike)])


def _clause(heading: str, text: str, level: int = 1) -> Iterator[Piece]:
    yield Heading(heading, level)
    yield Line(text)


def _left_open(words: str, clauses: list[Clause]) -> Iterator[Piece]:
    headings = [f"“{one.key.label}”" for one in clauses if one.key is not ClauseKey.SIGN]
    if headings:
        yield Line(f"{words}: {', '.join(headings)}.", muted=True)
