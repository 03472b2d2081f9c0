"""Whether a relationship is on track: one of three words, suggested by what a review settled, never why."""

from __future__ import annotations

from collections.abc import Sequence

from mentorjournal.model.relationship import Relationship
from mentorjournal.model.review import Review
from mentorjournal.model.words import Choice, RelationshipStatus, ReviewKind


class Track(Choice):
    YES = "yes", "Yes"
    ADJUSTING = "adjusting", "Adjusting"
    ENDING = "ending", "Ending"


def suggested_track(about: Relationship, reviews: Sequence[Review]) -> Track | None:
    """What the steps of the relationship and the latest finished review say without their words; None where
    they settle nothing. What was decided is free text, so nothing is read out of it.
    """
    if about.status in (RelationshipStatus.WINDING_UP, RelationshipStatus.CLOSED):
        return Track.ENDING
    done = [review for review in reviews if review.done]
    if not done:
        return None
    latest = max(done, key=lambda review: review.day)
    if latest.kind is ReviewKind.ENDING:
        return Track.ENDING
    return Track.ADJUSTING if latest.agreement_changes.strip() else None
