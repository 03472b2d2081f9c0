"""The shareable progress summary: what is offered, what leaves, and the paper it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mentorjournal.errors import ConsentNeeded, InvalidInput, NothingToShare
from mentorjournal.model.paper import Paper
from mentorjournal.model.shared import SharedLine
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.offer import Chosen, Consent, Offer, OfferedLine, SectionKey, as_offered
from mentorjournal.sharing.sections import offer
from mentorjournal.sharing.summary_pieces import Kept, consent_words, summary_pieces
from mentorjournal.sharing.wording import day_words, period_words, reader_words

__all__ = [
    "Chosen",
    "Consent",
    "Offer",
    "SummarySource",
    "as_offered",
    "compose",
    "leaves",
    "offer",
    "shared_lines",
]

TITLE = "Mentoring summary"


def leaves(offer: Offer, chosen: Chosen) -> tuple[str, ...]:
    """Every line that leaves the journal, as it will be read, in the order of the page."""
    return tuple(line.words for line in shared_lines(offer, chosen))


def shared_lines(offer: Offer, chosen: Chosen) -> tuple[SharedLine, ...]:
    """The same lines as the frozen copy remembers them."""
    return tuple(
        SharedLine(id=line.id, section=key.value, label=line.label, text=line.text, done=line.done)
        for key, lines in _kept(offer, chosen).items()
        for line in lines
    )


def compose(
    offer: Offer, chosen: Chosen, *, on: date, consent: Consent | None = None, size: str = "A4"
) -> Paper:
    """The summary as a paper, holding only what `leaves` lists, the title, the period and the footer.

    Raises ConsentNeeded for a mentor's summary to a third party without *consent*, InvalidInput for a consent
    that cannot have been given then, and NothingToShare when nothing but a heading would be left.
    """
    if offer.needs_consent and consent is None:
        raise ConsentNeeded
    if consent:
        _check_consent(consent, offer, on)
    kept = _kept(offer, chosen)
    if not any(key.is_content for key in kept):
        raise NothingToShare(
            "Nothing is ticked that says anything by itself. Tick meetings, an objective, a learning point or"
            " an action."
        )
    author = next((line.text for line in kept.get(SectionKey.HEADING, []) if line.id == "heading.author"), "")
    given = consent if offer.needs_consent else None
    return Paper(
        title=TITLE,
        subtitle=period_words(offer.since, offer.until),
        pieces=tuple(summary_pieces(offer, kept, given)),
        footer=_footer(offer, on, given),
        author=author,
        size=size,
    )


def _check_consent(consent: Consent, offer: Offer, on: date) -> None:
    if consent.given_on > on:
        raise InvalidInput(
            "The day of the agreement lies in the future. Enter the day on which it was given."
        )
    if offer.began_on and consent.given_on < offer.began_on:
        raise InvalidInput(
            "The day of the agreement lies before the mentoring began. Enter the day on which your mentee"
            " agreed to this summary."
        )


def _kept(offer: Offer, chosen: Chosen) -> Kept:
    """The lines that leave, reworded, by section; sections without any are gone."""
    kept: Kept = {}
    for section in offer.sections:
        if section.key.value not in chosen.sections:
            continue
        lines = [
            _said(line, text)
            for line in section.lines
            if not {line.id, line.about} & chosen.leave_out and (text := _text(line, chosen.reworded))
        ]
        if lines:
            kept[section.key] = lines
    return kept


def _text(line: OfferedLine, reworded: Mapping[str, str]) -> str:
    """What the line says; of a line with choices one of them alone, so that no reason is given there."""
    text = reworded.get(line.id, line.text).strip()
    return text if not line.choices or text in line.choices else ""


def _said(line: OfferedLine, text: str) -> OfferedLine:
    """The line in these words. A chart shows what the line said before, so it stays when that was changed."""
    return replace(line, text=text, chart=line.chart if text == line.text.strip() else None)


def _footer(offer: Offer, on: date, consent: Consent | None) -> str:
    words = (
        "This summary records outcomes and objectives. The content of mentoring conversations is confidential"
        " and is not included. Prepared by the author;"
        f" shared with {reader_words(offer.audience, offer.role)} on {day_words(on)}."
    )
    return f"{words} {consent_words(consent)}" if consent else words
