"""What the rules of the checkpoints look at, read from a journal."""

from __future__ import annotations

from mentorjournal.guidance.checkpoints import Story
from mentorjournal.journal.journal import Journal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipStatus


def story_of(journal: Journal, about: Relationship, *, is_planned: bool = False) -> Story:
    """The story of the journal whose relationship is *about*; *is_planned* says whether a session is."""
    course = journal.course()
    closed = about.status is RelationshipStatus.CLOSED
    return Story(
        relationship=about,
        is_planned=is_planned,
        closure=journal.life.closure() if closed else None,
        held=course.held,
        arranged=course.arranged,
        agreement=course.agreement,
        reviews=course.reviews,
        quiet=course.quiet,
    )
