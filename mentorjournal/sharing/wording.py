"""The words of a summary: those that all papers share, and who reads it."""

from __future__ import annotations

from mentorjournal.model.wording import capital, counted, day_words, hours_words, period_words
from mentorjournal.model.words import Audience, Role

__all__ = ["capital", "counted", "day_words", "hours_words", "period_words", "reader_words"]


def reader_words(audience: Audience, role: Role) -> str:
    """Who reads it, as the footer says it."""
    return {
        Audience.PARTNER: f"the {role.partner}",
        Audience.COORDINATOR_ATTENDANCE: "the programme coordinator",
        Audience.COORDINATOR_OUTCOMES: "the programme coordinator",
        Audience.LINE_MANAGER: "the line manager",
        Audience.PORTFOLIO: "the author's own portfolio",
    }[audience]
