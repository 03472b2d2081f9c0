"""The mentoring agreement: clauses that each drafts alone, that are compared, and then agreed.

The headings follow what recurs in published agreements (University of Southampton, Oxford Brookes, the US
National Park Service and others); the wording is ours. Every clause is optional.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from mentorjournal.errors import InvalidInput
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import MOST_SESSIONS, Commitment, Relationship
from mentorjournal.model.words import (
    AgreementState,
    Choice,
    Mode,
    RelationshipForm,
    RelationshipType,
    Reporting,
    RetentionRule,
)

LONGEST_CLAUSE = 4000
MOST_MONTHS = 60


class ClauseKey(Choice):
    """The nineteen clauses, in their order; the label is the heading."""

    PURPOSE = "purpose", "Why we are doing this"
    SCOPE = "scope", "In scope, out of scope"
    GOALS = "goals", "First goals"
    ROLES = "roles", "What each of us will do"
    COMMITMENT = "commitment", "Level of commitment"
    PRACTICALITIES = "practicalities", "Where, how, who arranges"
    BETWEEN = "between", "Contact between meetings"
    CONFIDENTIALITY = "confidentiality", "What stays between us"
    LIMITS = "limits", "When confidentiality ends"
    RECORDS = "records", "Notes"
    SHARING = "sharing", "What may be reported, to whom"
    CONFLICTS = "conflicts", "Other hats"
    POWER = "power", "Difference in power"
    FEEDBACK = "feedback", "Feedback and challenge"
    SUPPORT = "support", "Help from outside"
    REVIEW = "review", "Reviews"
    ENDING = "ending", "Ending well"
    RETENTION = "retention", "What happens to notes"
    SIGN = "sign", "Agreed"

    @property
    def guide(self) -> str:
        """What to think of while writing it."""
        return _GUIDES[self][0]

    def belongs(self, type: RelationshipType, form: RelationshipForm) -> bool:
        """Whether the clause is suggested for this kind and form."""
        marks = _GUIDES[self][1]
        extra = form is not RelationshipForm.TRADITIONAL and "P" in marks
        return _MARKS[type] in marks or extra


_MARKS = {
    RelationshipType.LONG_TERM_FORMAL: "F",
    RelationshipType.ONE_STOP: "O",
    RelationshipType.INFORMAL: "I",
}

# What helps to write a clause, and for whom it is suggested: formal, one-stop, informal, other forms.
_GUIDES: Mapping[ClauseKey, tuple[str, str]] = {
    ClauseKey.PURPOSE: ("What does each of us hope for? What would make it worthwhile?", "FOI"),
    ClauseKey.SCOPE: ("Which subjects are welcome, which are not? Is personal life in or out?", "FI"),
    ClauseKey.GOALS: ("Up to three, the mentee's own. They may change.", "F"),
    ClauseKey.ROLES: (
        "The mentee drives, sets the agenda, prepares and follows up. The mentor listens, asks, shares"
        " experience when it is wanted, and challenges fairly. What else?",
        "FIP",
    ),
    ClauseKey.COMMITMENT: ("How many meetings, how often, how long, for how many months?", "FO"),
    ClauseKey.PRACTICALITIES: (
        "Where do we meet, and who books? When is the agenda sent? How much notice to cancel, and what if"
        " one of us does not come?",
        "FO",
    ),
    ClauseKey.BETWEEN: ("By which way, how soon is an answer expected, and what about weekends?", "FI"),
    ClauseKey.CONFIDENTIALITY: (
        "What is said, and who we are. May each of us say that the mentoring exists? Each may speak of what"
        " they learnt themselves, not of what the other said.",
        "FOIP",
    ),
    ClauseKey.LIMITS: (
        "Serious harm, illegality, safeguarding, a court order. Where it is safe we talk with each other"
        " first.",
        "FOIP",
    ),
    ClauseKey.RECORDS: (
        "Who keeps which notes, where, and how protected? Written as if the other will read them, without"
        " names of others.",
        "FOIP",
    ),
    ClauseKey.SHARING: ("Nothing, attendance only, or outcomes and objectives? Who approves the text?", "FP"),
    ClauseKey.CONFLICTS: ("Line management, panels, references, joint work, friendship?", "FP"),
    ClauseKey.POWER: (
        "Rank, identity, influence on pay or grade. What protects whoever says something that is hard to"
        " hear?",
        "P",
    ),
    ClauseKey.FEEDBACK: ("How blunt may it be? How do we say “this is not working”?", "FIP"),
    ClauseKey.SUPPORT: ("Training, supervision, a coordinator. What is beyond mentoring?", "F"),
    ClauseKey.REVIEW: ("After about a month, half-way, and at the end?", "F"),
    ClauseKey.ENDING: (
        "A planned day. Either may end it at any time, without fault and without a reason; a last"
        " conversation if it is possible.",
        "FOIP",
    ),
    ClauseKey.RETENTION: ("Which rule, and until which day? Copies and backups too.", "FOIP"),
    ClauseKey.SIGN: ("Names, the day, the next review. Changes are dated anew.", "FP"),
}


class Comparison(Enum):
    """How two drafts of one clause stand to each other."""

    EMPTY = "neither has written anything"
    ONLY_MINE = "only I have written something"
    ONLY_THEIRS = "only my partner has written something"
    SAME = "both say the same"
    DIFFERENT = "the two differ"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Clause:
    """*applies* is False for one that both decided to leave out."""

    key: ClauseKey
    my_draft: str = ""
    partner_draft: str = ""
    agreed_text: str = ""
    applies: bool = True

    @property
    def id(self) -> ClauseKey:
        """By what a clause is known from one version to another, so that one is taken back beside others."""
        return self.key

    @property
    def comparison(self) -> Comparison:
        mine, theirs = plain(self.my_draft), plain(self.partner_draft)
        if not mine and not theirs:
            return Comparison.EMPTY
        if not theirs:
            return Comparison.ONLY_MINE
        if not mine:
            return Comparison.ONLY_THEIRS
        return Comparison.SAME if mine == theirs else Comparison.DIFFERENT

    def __repr__(self) -> str:
        return f"Clause({self.key.value})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What of the agreement the journal itself acts on; None where it was left open."""

    sessions_planned: int | None = None
    interval_days: int | None = None
    minutes: int | None = None
    mode: Mode | None = None
    months: int | None = None
    retention: RetentionRule | None = None
    keep_until: date | None = None
    reporting: Reporting | None = None


NO_TERMS = Terms()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Agreement:
    """One version. *day* is when it was begun; *review_on* is when it is looked at again."""

    id: EntryId
    day: date
    version: int = 1
    state: AgreementState = AgreementState.DRAFT
    agreed_on: date | None = None
    review_on: date | None = None
    signed_by_me: bool = False
    signed_by_partner: bool = False
    clauses: tuple[Clause, ...] = ()
    terms: Terms = NO_TERMS

    def clause(self, key: ClauseKey) -> Clause:
        return next((one for one in self.clauses if one.key is key), Clause(key=key, applies=False))

    def __repr__(self) -> str:
        return f"Agreement({self.id})"


def plain(text: str) -> str:
    """A clause as it is compared: case, width, punctuation at its end and spaces do not count."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(".;,!")


def first_draft(id: EntryId, relationship: Relationship, today: date) -> Agreement:
    """An empty draft with the clauses of this kind and form, and the terms that are known already."""
    keys = [key for key in ClauseKey if key.belongs(relationship.type, relationship.form)]
    known = relationship.commitment
    return Agreement(
        id=id,
        day=today,
        clauses=tuple(Clause(key=key) for key in keys),
        terms=Terms(
            sessions_planned=known.sessions_planned,
            interval_days=known.interval_days,
            minutes=known.minutes,
            mode=known.mode,
        ),
    )


def next_draft(id: EntryId, before: Agreement, today: date) -> Agreement:
    """A draft of the version after *before*: what was agreed is where both begin from."""
    clauses = tuple(
        replace(one, my_draft=one.agreed_text, partner_draft=one.agreed_text) for one in before.clauses
    )
    return Agreement(id=id, day=today, version=before.version + 1, clauses=clauses, terms=before.terms)


def changed(before: Agreement, after: Agreement) -> tuple[ClauseKey, ...]:
    """The clauses whose agreed text is another in *after*, added and left out ones too."""

    def said(agreement: Agreement, key: ClauseKey) -> str:
        clause = agreement.clause(key)
        return plain(clause.agreed_text) if clause.applies else ""

    return tuple(key for key in ClauseKey if said(before, key) != said(after, key))


def commitment_of(terms: Terms, known: Commitment) -> Commitment:
    """The rhythm that was agreed; what was left open stays as it was known."""
    return Commitment(
        sessions_planned=terms.sessions_planned or known.sessions_planned,
        interval_days=terms.interval_days or known.interval_days,
        minutes=terms.minutes or known.minutes,
        mode=terms.mode or known.mode,
    )


def checked(agreement: Agreement) -> Agreement:
    """The agreement, proved whole. Raises InvalidInput naming the first thing that cannot stay so."""
    keys = [one.key for one in agreement.clauses]
    if len(keys) != len(set(keys)):
        raise InvalidInput("A clause stands twice in this agreement. Take one of the two out.")
    for one in agreement.clauses:
        for text in (one.my_draft, one.partner_draft, one.agreed_text):
            if len(text) > LONGEST_CLAUSE:
                raise InvalidInput(
                    f"“{one.key.label}” is too long. Use at most {LONGEST_CLAUSE} characters in a clause."
                )
    terms = agreement.terms
    if terms.sessions_planned is not None and not 1 <= terms.sessions_planned <= MOST_SESSIONS:
        raise InvalidInput(f"Plan between 1 and {MOST_SESSIONS} sessions, or leave the number open.")
    if terms.interval_days is not None and terms.interval_days < 1:
        raise InvalidInput("The days between sessions must be 1 or more, or left open.")
    if terms.minutes is not None and not 1 <= terms.minutes <= 24 * 60:
        raise InvalidInput("The length of a session must be between 1 minute and 24 hours.")
    if terms.months is not None and not 1 <= terms.months <= MOST_MONTHS:
        raise InvalidInput(f"Agree on 1 to {MOST_MONTHS} months, or leave the time open.")
    if terms.retention is RetentionRule.KEEP_UNTIL and terms.keep_until is None:
        raise InvalidInput("Say until which day the notes are kept, or choose another rule.")
    if agreement.agreed_on and agreement.review_on and agreement.review_on < agreement.agreed_on:
        raise InvalidInput("The review lies before the day of the agreement. Change one of the two dates.")
    if agreement.state is AgreementState.AGREED and agreement.agreed_on is None:
        raise InvalidInput("Say on which day it was agreed.")
    return agreement
