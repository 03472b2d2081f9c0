"""The lines that leave, as the pieces of a page: figures first, then the goals, then words and signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from mentorjournal.model.blocks import Block, BlockKind, Span, from_plain, normal
from mentorjournal.model.chart import Chart
from mentorjournal.model.paper import (
    Facts,
    Heading,
    Line,
    Picture,
    Piece,
    Signatures,
    Table,
    Together,
    Writing,
)
from mentorjournal.model.words import Audience
from mentorjournal.sharing.offer import Consent, Offer, OfferedLine, SectionKey
from mentorjournal.sharing.wording import day_words

Kept = dict[SectionKey, list[OfferedLine]]
"""The lines of each section that leave."""

_BRIEF = 300
_SHORT = 24
_FEW = 3
"""From so many figures on they stand side by side."""


def summary_pieces(offer: Offer, kept: Kept, consent: Consent | None) -> Iterator[Piece]:
    *before, latest = _content(offer, kept)
    closing = tuple(_last(kept, consent))
    yield from before
    if closing and _is_small(latest):
        yield Together((latest, Together(closing)))  # a page with the statement alone would look forgotten
    else:
        yield latest
        if closing:
            yield Together(closing)


def consent_words(consent: Consent) -> str:
    return f"Shared with the mentee's agreement given on {day_words(consent.given_on)}."


def _is_small(piece: Piece) -> bool:
    match piece:
        case Facts() | Together():
            return True
        case Writing():
            return sum(len(block.text) for block in piece.text) <= _BRIEF
        case _:
            return False


def _content(offer: Offer, kept: Kept) -> Iterator[Piece]:
    if about := [*kept.get(SectionKey.HEADING, []), *kept.get(SectionKey.PARTNER, [])]:
        yield _facts(about, abreast=2 if all(len(line.text) <= _SHORT for line in about) else 1)
    if programme := kept.get(SectionKey.PROGRAMME):
        yield _facts(programme)
    yield from _meetings(kept.get(SectionKey.MEETINGS, []))
    yield from _goals(offer, kept)
    if learning := kept.get(SectionKey.LEARNING):
        yield Heading("What I have learnt")
        yield _written_list(learning)
    yield from _actions("My actions", kept.get(SectionKey.MY_ACTIONS, []))
    yield from _actions(f"Actions of the {offer.role.partner}", kept.get(SectionKey.PARTNER_ACTIONS, []))
    for line in kept.get(SectionKey.SUPPORT, []):
        yield Heading("Support requested")
        yield Writing(from_plain(line.text))
    if standing := [*kept.get(SectionKey.ON_TRACK, []), *kept.get(SectionKey.TRAINING, [])]:
        yield Together((Heading("How the mentoring stands"), _facts(standing)))


def _meetings(lines: Sequence[OfferedLine]) -> Iterator[Piece]:
    if not lines:
        return
    days = [line for line in lines if line.id.startswith("meetings.on.")]
    figures = [line for line in lines if line not in days]
    pieces: list[Piece] = [Heading("Meetings")]
    if len(figures) >= _FEW:
        pieces.append(Table(tuple(line.label for line in figures), (tuple(line.text for line in figures),)))
    elif figures:
        pieces.append(_facts(figures))
    yield Together(tuple(pieces))
    if days:
        rows = tuple((day.label, day.text) for day in days)
        yield Heading("Session by session", 3)
        yield Table(("Date", "Length and mode"), rows, (0.25, 0.75))


def _goals(offer: Offer, kept: Kept) -> Iterator[Piece]:
    """Each goal with its facts, its chart and its outcome; one whose title stays is only numbered."""
    by_goal: dict[str, list[OfferedLine]] = {}
    for key in (SectionKey.OBJECTIVES, SectionKey.PROGRESS, SectionKey.OUTCOMES):
        for line in kept.get(key, []):
            by_goal.setdefault(line.about, []).append(line)
    # a line manager learns how often they met, so no tick says when
    ticks = SectionKey.MEETINGS in kept and offer.audience is not Audience.LINE_MANAGER
    heading: list[Piece] = [Heading("Objectives")]
    for number, (about, lines) in enumerate(by_goal.items(), start=1):
        title = next((line.text for line in lines if line.id == about), f"Objective {number}")
        kinds = _by_kind(about, lines)
        pieces: list[Piece] = [*heading, Heading(title, 2)]
        heading = []
        reached = kinds["milestone"]
        if facts := [*kinds["fact"], *reached]:
            pieces.append(_facts(facts))
        for line in lines:
            if line.chart:
                words = f"{title}. {line.words}."
                pieces.append(Picture(_shown(line.chart, words, ticks, len(reached))))
        yield Together(tuple(pieces))
        yield from _came_of_it([*kinds["outcome"], *kinds["evidence"]])


def _came_of_it(lines: Sequence[OfferedLine]) -> Iterator[Piece]:
    """Outcome and evidence: beside their labels where they are brief, set as writing where they are not."""
    if all(len(line.text) <= _BRIEF and "\n" not in line.text for line in lines):
        if lines:
            yield Together((_facts(lines),))
        return
    for label, ours in groupby(lines, key=attrgetter("label")):
        yield Heading(label, 3)
        texts = list(ours)
        yield _written_list(texts) if len(texts) > 1 else Writing(from_plain(texts[0].text))


def _by_kind(about: str, lines: Sequence[OfferedLine]) -> dict[str, list[OfferedLine]]:
    """The lines of one goal by where they stand; its title has its place already."""
    kinds: dict[str, list[OfferedLine]] = {"fact": [], "milestone": [], "outcome": [], "evidence": []}
    for line in lines:
        kind = line.id.removeprefix(about).removeprefix(".").partition(".")[0]
        if kind:
            kinds[kind if kind in kinds else "fact"].append(line)
    return kinds


def _shown(chart: Chart, words: str, ticks: bool, milestones: int) -> Chart:
    """The chart without the days of what does not leave: sessions, and milestones that were left out."""
    return replace(
        chart,
        words=words,
        sessions=chart.sessions if ticks else (),
        marks=chart.marks if len(chart.marks) == milestones else (),
    )


def _actions(title: str, actions: Sequence[OfferedLine]) -> Iterator[Piece]:
    if not actions:
        return
    yield Heading(title)
    for words, done in (("Completed", True), ("Next steps", False)):
        lines = [line for line in actions if line.done is done]
        if lines:
            yield Heading(words, 3)
            yield _written_list(lines)


def _last(kept: Kept, consent: Consent | None) -> Iterator[Piece]:
    """What every summary ends with."""
    if statement := kept.get(SectionKey.CONFIDENTIALITY):
        lines = [Line(line.text, muted=True) for line in statement]
        if consent:
            lines.append(Line(consent_words(consent), muted=True))
        yield Heading("Confidentiality", 2)
        yield from lines
    if signing := kept.get(SectionKey.SIGNATURES):
        yield Heading("Signatures", 2)
        yield Signatures(tuple(line.text for line in signing))


def _facts(lines: Sequence[OfferedLine], abreast: int = 1) -> Facts:
    return Facts(tuple((line.label, line.text) for line in lines), abreast)


def _written_list(lines: Sequence[OfferedLine]) -> Writing:
    return Writing(normal(Block(kind=BlockKind.BULLET, spans=(Span(line.text),)) for line in lines))
