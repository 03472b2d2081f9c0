"""The people whom a journal knows, and what its partner said, for the checks before anything leaves."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.checks.finding import FindingKind, Known
from mentorjournal.checks.looking import Looking
from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import to_plain
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import Attribution


def known_of(journal: Journal) -> Known:
    """Who is known, and the words kept as said by the partner; on the vault's thread."""
    about = journal.relationship()
    clauses = [
        words
        for agreement in (journal.agreements.draft(), journal.agreements.agreed())
        if agreement is not None
        for clause in agreement.clauses
        for words in (clause.my_draft, clause.partner_draft, clause.agreed_text)
    ]
    said = [
        to_plain(block.text).strip()
        for session in journal.sessions.all()
        for block in session.blocks
        if block.attribution is Attribution.PARTNER_SAID
    ]
    me = about.my_display_name.strip()
    people = [about.programme.coordinator_name.strip()]
    people += _named_in([*_written_of(about), *clauses], Known(me=me, partner=about.partner_display_name))
    return Known(
        partner=about.partner_display_name.strip(),
        partner_role=f"my {about.my_role.partner}",
        me=me,
        people=tuple(dict.fromkeys(name for name in people if name)),
        said=tuple(dict.fromkeys(words for words in said if words)),
    )


def _written_of(about: Relationship) -> Iterator[str]:
    """The fields of the relationship in which people may be named."""
    yield from (about.purpose, about.question, about.conflict_declared, about.partner_contact)
    yield from (about.programme.coordinator_contact, about.programme.scheme_rules)
    for signpost in about.signposts:
        yield from (signpost.what_for, signpost.service, signpost.contact)


def _named_in(texts: list[str], known: Known) -> Iterator[str]:
    """Names of two words and more; a single word could be anything, and would then be found everywhere."""
    looking = Looking(known)
    for text in texts:
        for finding in looking.find(text):
            name = finding.words.removesuffix("’s").removesuffix("'s").strip()
            if finding.kind is FindingKind.OTHER_NAME and len(name.split()) > 1:
                yield name
