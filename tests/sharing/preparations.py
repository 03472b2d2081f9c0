"""A brief, a sheet and an agenda made by hand, for the kept copies of their papers."""

from __future__ import annotations

from datetime import date, time

from mentorjournal.guidance.agenda import Agenda, AgendaTopic
from mentorjournal.guidance.brief import Brief
from mentorjournal.guidance.brief_lines import Block, BlockKey, Line
from mentorjournal.guidance.material import Strip
from mentorjournal.guidance.sheet import Sheet
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import HelpWanted, Mode, Phase, Role


def strip() -> Strip:
    return Strip(
        codename="Heron",
        number=5,
        day=date(2026, 7, 9),
        at=time(10, 30),
        minutes=60,
        mode=Mode.WALKING,
        place="Harbour path",
        phase=Phase.PROGRESS_MAKING,
        planned=6,
        days_since=22,
    )


def block(key: BlockKey, title: str, *lines: Line, more: int = 0) -> Block:
    return Block(key=key, title=title, lines=lines, more=more)


def brief(role: Role = Role.MENTOR) -> Brief:
    return Brief(
        role=role,
        strip=strip(),
        blocks=(
            block(
                BlockKey.HERE_FOR,
                "What they are here for",
                Line(text="Find a voice of their own in the group."),
                Line(text="Present with confidence", aside="3 of 10 → 6 of 10, aiming at 8 of 10"),
            ),
            block(
                BlockKey.LAST_TIME,
                "Last time, 17 Jun",
                Line(text="What mattered: the outline was read aloud"),
                Line(text="Never printed", stays=True),
                Line(text="Where we stopped: before the budget"),
            ),
            block(
                BlockKey.PROMISES,
                "My promises",
                Line(text="Send the list of readers", mark="overdue", aside="due 1 Jul · open for 3 weeks"),
                Line(text="Ask about the seminar"),
            ),
            block(BlockKey.ACTIONS, "Actions of my mentee", Line(text="Write one page"), more=6),
            block(
                BlockKey.THREADS,
                "Threads to return to",
                Line(text="Whose permission is it?", aside="raised 3 meetings ago"),
            ),
            block(BlockKey.THEIR_WORDS, "Their words", Line(text="“I heard where I was hiding.”")),
            block(
                BlockKey.ADVICE,
                "Advice I gave",
                Line(text="Show it to a stranger", aside="20 May · ask what came of it"),
            ),
            block(BlockKey.SINCE, "Since then", Line(text="2 Jul, in writing: The interview went well")),
            block(BlockKey.WATCH, "Watch", Line(text="Last time I talked most.")),
        ),
        intention="Ask, then wait.",
        framework="GROW",
        questions=("Whose goal is this?", "What have I assumed?", "What have I promised?"),
    )


def sheet(role: Role = Role.MENTEE) -> Sheet:
    return Sheet(
        role=role,
        strip=strip(),
        desired_outcome="A decision about the outline",
        help_wanted=(HelpWanted.CHALLENGE, HelpWanted.WITNESS),
        topics=(
            Line(text="The outline", aside="raised 2 meetings ago"),
            Line(text="Never printed", stays=True),
        ),
        blocks=(
            block(
                BlockKey.MY_ACTIONS, "What I said I would do", Line(text="Write one page", aside="done 1 Jul")
            ),
            block(
                BlockKey.GOALS, "My goals", Line(text="Present with confidence", aside="3 of 10 → 6 of 10")
            ),
        ),
        since="Wrote the page.\n- Did not ask for time",
        avoiding="The budget",
        not_raising="The move",
        questions="Who reads it?\nWhen?",
    )


def agenda() -> Agenda:
    return Agenda(
        role=Role.MENTEE,
        day=date(2026, 7, 9),
        at=time(10, 30),
        minutes=60,
        mode=Mode.WALKING,
        place="Harbour path",
        desired_outcome="A decision about the outline",
        topics=(
            AgendaTopic(id=EntryId("1"), text="The outline", minutes=20),
            AgendaTopic(id=EntryId("2"), text="Who reads it"),
        ),
    )
