"""The shareable progress summary: what is offered, what leaves, the paper it becomes, and its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from mentorjournal.errors import ConsentNeeded, InvalidInput, NothingToShare
from mentorjournal.model.blocks import Block, BlockKind, Span, from_plain, normal
from mentorjournal.model.paper import Facts, Heading, Line, Paper, Picture, Piece, Together, Writing
from mentorjournal.model.shared import SharedLine
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.offer import Chosen, Consent, Offer, OfferedLine, SectionKey, as_offered
from mentorjournal.sharing.sections import nothing_words, offer
from mentorjournal.sharing.wording import counted, day_words, period_words, reader_words

__all__ = [
    "Chosen",
    "Consent",
    "Offer",
    "SummarySource",
    "as_offered",
    "compose",
    "file_name",
    "leaves",
    "offer",
    "shared_lines",
    "stays",
]

TITLE = "Mentoring summary"

_Kept = dict[SectionKey, list[OfferedLine]]


def leaves(offer: Offer, chosen: Chosen) -> tuple[str, ...]:
    """Every line that leaves the journal, as it will be read, in the order of the page."""
    return tuple(line.words for lines in _kept(offer, chosen).values() for line in lines)


def shared_lines(offer: Offer, chosen: Chosen) -> tuple[SharedLine, ...]:
    """The same lines as the frozen copy remembers them."""
    return tuple(
        SharedLine(id=line.id, section=key.value, label=line.label, text=line.text, done=line.done)
        for key, lines in _kept(offer, chosen).items()
        for line in lines
    )


def stays(offer: Offer, chosen: Chosen) -> str:
    """The sentence beside the list: how much leaves. How much stays is nobody's business."""
    words = counted(len(leaves(offer, chosen)), "line leaves", "lines leave")
    return f"{words} this journal. Everything else stays."


def compose(
    offer: Offer, chosen: Chosen, *, on: date, consent: Consent | None = None, size: str = "A4"
) -> Paper:
    """The summary as a paper, holding only what `leaves` lists, the title, the period and the footer.

    Raises ConsentNeeded for a mentor's summary to a third party without *consent*, and NothingToShare when
    nothing but a heading would be left.
    """
    if offer.needs_consent and consent is None:
        raise ConsentNeeded
    if consent and consent.given_on > on:
        raise InvalidInput(
            "The day of the agreement lies in the future. Enter the day on which it was given."
        )
    kept = _kept(offer, chosen)
    if not any(key.is_content for key in kept):
        raise NothingToShare(nothing_words(offer.audience))
    author = next((line.text for line in kept.get(SectionKey.HEADING, []) if line.id == "heading.author"), "")
    return Paper(
        title=TITLE,
        subtitle=period_words(offer.since, offer.until),
        pieces=tuple(_pieces(offer, kept, consent)),
        footer=_footer(offer, on, consent),
        author=author,
        size=size,
    )


def file_name(on: date) -> str:
    """A neutral name for the file: “mentoring-summary-2026-03.pdf”."""
    return f"mentoring-summary-{on.year:04}-{on.month:02}.pdf"


def _kept(offer: Offer, chosen: Chosen) -> _Kept:
    """The lines that leave, reworded, by section; sections without any are gone."""
    kept: _Kept = {}
    for section in offer.sections:
        if section.key.value not in chosen.sections:
            continue
        lines = [
            replace(line, text=text)
            for line in section.lines
            if not {line.id, line.about} & chosen.leave_out
            and (text := chosen.reworded.get(line.id, line.text).strip())
        ]
        if lines:
            kept[section.key] = lines
    return kept


def _pieces(offer: Offer, kept: _Kept, consent: Consent | None) -> Iterator[Piece]:
    about = [
        (line.label, line.text)
        for key in (SectionKey.HEADING, SectionKey.PARTNER, SectionKey.PROGRAMME)
        for line in kept.get(key, [])
    ]
    if about:
        yield Facts(tuple(about))
    if meetings := kept.get(SectionKey.MEETINGS):
        yield Heading("Meetings")
        yield Facts(tuple((line.label, line.text) for line in meetings))
    yield from _goals(kept)
    if learning := kept.get(SectionKey.LEARNING):
        yield Heading("What I have learnt")
        yield _written_list(learning)
    yield from _actions("My actions", kept.get(SectionKey.MY_ACTIONS, []))
    yield from _actions(f"Actions of the {offer.role.partner}", kept.get(SectionKey.PARTNER_ACTIONS, []))
    if training := kept.get(SectionKey.TRAINING):
        yield Heading("Training")
        yield from (Line(line.text) for line in training)
    if statement := kept.get(SectionKey.CONFIDENTIALITY):
        lines = [Line(line.text, muted=True) for line in statement]
        if consent:
            lines.append(Line(_consent_words(consent), muted=True))
        yield Together((Heading("Confidentiality", 2), *lines))


def _goals(kept: _Kept) -> Iterator[Piece]:
    """Each goal with its facts, its chart and its outcome; one whose title stays is only numbered."""
    by_goal: dict[str, list[OfferedLine]] = {}
    for key in (SectionKey.OBJECTIVES, SectionKey.PROGRESS, SectionKey.OUTCOMES):
        for line in kept.get(key, []):
            by_goal.setdefault(line.about, []).append(line)
    if not by_goal:
        return
    yield Heading("Objectives")
    for number, (about, lines) in enumerate(by_goal.items(), start=1):
        title = next((line.text for line in lines if line.id == about), f"Objective {number}")
        outcome = next((line for line in lines if line.id == f"{about}.outcome"), None)
        facts = tuple((line.label, line.text) for line in lines if line.id != about and line is not outcome)
        pieces: list[Piece] = [Heading(title, 2)]
        if facts:
            pieces.append(Facts(facts))
        for line in lines:
            if line.chart:
                ticks = line.chart.sessions if SectionKey.MEETINGS in kept else ()
                words = f"{title}. {line.words}."
                pieces.append(Picture(replace(line.chart, sessions=ticks, words=words)))
        yield Together(tuple(pieces))
        if outcome:
            yield Heading("Outcome", 3)
            yield Writing(from_plain(outcome.text))


def _actions(title: str, actions: Sequence[OfferedLine]) -> Iterator[Piece]:
    if not actions:
        return
    yield Heading(title)
    for words, done in (("Completed", True), ("Next steps", False)):
        lines = [line for line in actions if line.done is done]
        if lines:
            yield Heading(words, 3)
            yield _written_list(lines)


def _written_list(lines: Sequence[OfferedLine]) -> Writing:
    return Writing(normal(Block(kind=BlockKind.BULLET, spans=(Span(line.text),)) for line in lines))


def _footer(offer: Offer, on: date, consent: Consent | None) -> str:
    words = (
        "This summary records outcomes and objectives. The content of mentoring conversations is confidential"
        " and is not included. Prepared by the author;"
        f" shared with {reader_words(offer.audience, offer.role)} on {day_words(on)}."
    )
    if offer.needs_consent and consent:
        words += f" {_consent_words(consent)}"
    return words


def _consent_words(consent: Consent) -> str:
    return f"Shared with the mentee's agreement given on {day_words(consent.given_on)}."
