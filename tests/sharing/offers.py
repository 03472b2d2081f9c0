"""What a test asks of an offer: one made from the sample journal, everything ticked, its ids and sections."""

from __future__ import annotations

from datetime import date

from mentorjournal.model.words import Audience
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.offer import Chosen, Consent, Offer, OfferedLine, SectionKey
from mentorjournal.sharing.summary import offer
from tests.sharing import samples

CONSENT = Consent(given_on=date(2026, 6, 25))
THIRD_PARTIES = (Audience.COORDINATOR_ATTENDANCE, Audience.COORDINATOR_OUTCOMES, Audience.LINE_MANAGER)


def offered(audience: Audience = Audience.PARTNER, source: SummarySource | None = None) -> Offer:
    return offer(source or samples.source(), audience, samples.SINCE, samples.UNTIL)


def everything_ticked(shown: Offer, **reworded: str) -> Chosen:
    """Every section, with *reworded* by ids in which “_” stands for “.”."""
    return Chosen(
        sections=frozenset(section.key.value for section in shown.sections),
        reworded={id.replace("_", "."): text for id, text in reworded.items()},
    )


def ids(shown: Offer) -> set[str]:
    return {line.id for section in shown.sections for line in section.lines}


def ticked(shown: Offer) -> dict[str, bool]:
    return {section.key.value: section.ticked for section in shown.sections}


def lines_of(shown: Offer, key: SectionKey) -> tuple[OfferedLine, ...]:
    return next((section.lines for section in shown.sections if section.key is key), ())
