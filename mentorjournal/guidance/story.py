"""What the rules of the checkpoints look at, read from a journal: no more than its kind asks for."""

from __future__ import annotations

from mentorjournal.guidance.checkpoints import Story
from mentorjournal.journal.journal import Journal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipStatus, RelationshipType, SessionKind


def story_of(journal: Journal, about: Relationship, *, is_planned: bool = False) -> Story:
    """The story of the journal whose relationship is *about*; *is_planned* says whether a session is."""
    quiet = journal.quiet()
    if about.status is RelationshipStatus.CLOSED:
        return Story(
            relationship=about,
            reviews=journal.reviews.days_done(),
            closure=journal.life.closure(),
            quiet=quiet,
        )
    held = journal.sessions.days_held()
    if about.type is RelationshipType.ONE_STOP or about.status is RelationshipStatus.PAUSED:
        return Story(relationship=about, held=held, is_planned=is_planned, quiet=quiet)
    formal = about.type is RelationshipType.LONG_TERM_FORMAL
    kinds = (SessionKind.MID_TERM_REVIEW, SessionKind.ENDING_REVIEW)
    return Story(
        relationship=about,
        held=held,
        is_planned=is_planned,
        arranged=journal.sessions.of_kinds(*kinds) if formal else (),
        agreement=journal.agreements.glance(),
        reviews=journal.reviews.days_done(),
        quiet=quiet,
    )
