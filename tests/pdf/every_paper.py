"""Each kind of paper that the program makes, and two of ours that hold every piece and every script."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from mentorjournal.model.blocks import Block, BlockKind, Span
from mentorjournal.model.bound import Chapter
from mentorjournal.model.chart import goal_chart
from mentorjournal.model.fields import Asked, ChoiceField, HiddenField, TextField
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import CheckInId, EntryId
from mentorjournal.model.paper import (
    Beside,
    BlankLines,
    Bullets,
    Code,
    Entry,
    Facts,
    Heading,
    Line,
    Paper,
    Picture,
    Signatures,
    Table,
    Together,
    Writing,
)
from mentorjournal.model.shared import SharedSummary, SummaryFormat
from mentorjournal.model.words import Audience, MeasureKind
from mentorjournal.sharing.since_last import since_paper
from mentorjournal.sharing.summary import as_offered, offer, shared_lines
from tests.pdf import test_bound
from tests.pdf.scripts import SCRIPTS
from tests.sharing import golden, samples


@cache
def papers() -> dict[str, Paper]:
    return {
        **golden.papers(),
        "what-changed": what_changed(),
        "book": test_bound.book(8, Chapter("A chapter with a chart", 2), Picture(chart())),
        "every-piece": every_piece(),
        "every-script": every_script(),
    }


def what_changed() -> Paper:
    """Since a summary that held all lines but the first two."""
    shown = offer(samples.source(), Audience.PARTNER, samples.SINCE, samples.UNTIL)
    chosen = as_offered(shown)
    before = SharedSummary(
        id=EntryId("s"),
        at=datetime(2026, 1, 1, tzinfo=UTC),
        audience=Audience.PARTNER,
        since=samples.SINCE,
        until=samples.UNTIL,
        format=SummaryFormat.PDF,
        file_name="a.pdf",
        sha256="",
        lines=shared_lines(shown, chosen)[2:],
    )
    return since_paper(shown, chosen, before, on=samples.ON)


def every_piece() -> Paper:
    """Every piece, headings that skip levels, lists in lists, links over lines, a table over pages."""
    written = (
        Block(BlockKind.HEADING_2, (Span("A small heading first"),)),
        Block(spans=(Span("Plain, "), Span("bold", bold=True), Span(" and struck", strike=True), Span("."))),
        Block(
            spans=(
                Span("Words and "),
                Span(
                    "a link that is long enough for two lines of the page " * 2, link="https://example.org/a"
                ),
                Span(" and one that leads nowhere", link="file:///etc/passwd"),
            )
        ),
        Block(BlockKind.BULLET, (Span("a point"),)),
        Block(BlockKind.NUMBERED, (Span("a step below it"),), level=1),
        Block(BlockKind.NUMBERED, (Span("another"),), level=1),
        Block(BlockKind.CHECK, (Span("done below both"),), level=2, done=True),
        Block(BlockKind.BULLET, (Span("a point again"),)),
        Block(BlockKind.QUOTE, (Span("A quotation with "), Span("a link", link="mailto:a@example.org"))),
        Block(BlockKind.DIVIDER),
        Block(BlockKind.CHECK, (Span("deep at once"),), level=3),
        Block(BlockKind.HEADING_1, (Span("A heading"),)),
    )
    choice = ChoiceField(
        name="way", said="How we meet", choices=(("a", "in person"), ("b", "video")), value="b"
    )
    words = TextField(
        name="words", said="Your words", longest=400, lines=4, value="Ready שלום 漢字 😀 \U00012000"
    )
    return Paper(
        title="Every piece",
        subtitle="Of a paper",
        footer="A footer that is neutral.",
        author="Zoë Ōkubo",
        pieces=(
            Heading("Third level at once", 3),
            Line("A line.\nAnother."),
            Heading("First", 1),
            Writing(written),
            Facts((("Label", "Value"), ("Empty", ""), ("Long", "word " * 400))),
            Table(("Day", "Words"), tuple((f"day {n}", f"words of it {n}") for n in range(60))),
            Table(("Head", "Text"), (("row", "long " * 900),), (0.2, 0.8)),
            Bullets(("one", "two")),
            Bullets(("one", "two"), numbered=True),
            Picture(chart()),
            Code(tuple(f"ABC{n}" for n in range(8))),
            Beside("Beside", (Entry("text", aside="aside", mark="Mark"),)),
            BlankLines("Blank", 3),
            Together((Heading("Kept", 2), Line("together"))),
            Asked("How", (choice,)),
            words,
            HiddenField("mark", "made here"),
            Signatures(("Mentor", "Mentee")),
        ),
    )


def every_script() -> Paper:
    pieces = [
        piece
        for name, words in SCRIPTS.items()
        for piece in (
            Heading(name, 2),
            Line(words),
            Facts(((words, f"{words} in English (and so on) {words}"),)),
            Writing((Block(spans=(Span(words, link="https://example.org"), Span(f" {words}", bold=True))),)),
        )
    ]
    return Paper(title="Every script", pieces=tuple(pieces), footer="ש 漢")


def chart():
    goal = Goal(
        id=EntryId("g"),
        title="Write each day",
        day=date(2026, 1, 1),
        measure=MeasureKind.PERCENT,
        check_ins=tuple(
            CheckIn(id=CheckInId(str(n)), day=date(2026, 2, 1 + n), value=20.0 * n) for n in range(5)
        ),
    )
    return goal_chart(goal, [date(2026, 1, 20), date(2026, 2, 2)])


NAMES = tuple(papers())
