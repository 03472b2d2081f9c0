"""How a relationship has gone so far, in days: what the rules of its checkpoints look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentorjournal.model.words import ReviewKind, SessionKind, SessionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementGlance:
    """How far the agreement is: the days of the version that holds, and whether another is in hand."""

    is_agreed: bool = False
    agreed_on: date | None = None
    review_on: date | None = None
    has_draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """*held* are the days of held sessions, earliest first; *arranged* says in which states there are
    sessions for a review; *reviews* holds the last day of each kind that was done, *quiet* until when the
    writer does not want to be told of what.
    """

    held: Sequence[date] = ()
    arranged: Collection[tuple[SessionKind, SessionStatus]] = ()
    agreement: AgreementGlance = field(default_factory=AgreementGlance)
    reviews: Mapping[ReviewKind, date] = field(default_factory=dict)
    quiet: Mapping[str, date] = field(default_factory=dict)
