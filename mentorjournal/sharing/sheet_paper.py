"""The preparation sheet on one page: for its writer alone. The agenda for the partner is another paper."""

from __future__ import annotations

from mentorjournal.guidance.sheet import Sheet
from mentorjournal.model.paper import Beside, Entry, Paper
from mentorjournal.sharing.short_page import WARNING, beside, of_block, of_line, of_text, present

TITLE = "Preparation"


def sheet_paper(sheet: Sheet, *, size: str = "A4") -> Paper:
    return Paper(
        title=TITLE,
        subtitle=sheet.strip.words(),
        pieces=sheet_pieces(sheet),
        footer=WARNING,
        size=size,
        one_page=True,
    )


def sheet_pieces(sheet: Sheet, *, short: bool = False) -> tuple[Beside, ...]:
    """The blocks in the order in which a conversation is prepared; *short* where two halves share a page."""

    def most(usual: int, least: int) -> int:
        return least if short else usual

    help_wanted = ", ".join(help.label for help in sheet.help_wanted)
    topics = [of_line(line) for line in sheet.topics if not line.stays]
    since = "What I have tried" if sheet.topic else "Since last time"
    return present(
        (
            None if short else of_text("Turns", sheet.turns, 1),
            of_text("The topic", sheet.topic, 1),
            of_text("My question", sheet.question, most(3, 2)),
            of_text("What I want from it", sheet.desired_outcome, most(3, 2)),
            beside("The help I want", [Entry(help_wanted)] if help_wanted else []),
            *(of_block(block, most(6, 2)) for block in sheet.blocks),
            of_text(since, sheet.since, most(5, 2)),
            beside("Topics", topics, most(6, 4)),
            of_text("What I am avoiding", sheet.avoiding, most(3, 1)),
            of_text("What I will not raise", sheet.not_raising, most(3, 1)),
            of_text("Questions to take along", sheet.questions, most(5, 3)),
        )
    )
