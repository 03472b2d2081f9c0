"""The practice ledger on paper, as bodies that accredit mentors ask for it: hours, and nobody named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from mentorjournal.errors import NothingToShare
from mentorjournal.model.day_words import day_in_words
from mentorjournal.model.ledger import LedgerEntry, totals
from mentorjournal.model.paper import BlankLines, Facts, Heading, Line, Paper, Piece, Table, Together
from mentorjournal.model.wording import clock_hours
from mentorjournal.sharing.wording import capital, counted, period_words

TITLE = "Practice ledger"

_ENTRY = ("Date", "Kind", "How", "Hours", "With", "What I learnt", "How I applied it")
_ENTRY_WIDTHS = (0.165, 0.165, 0.125, 0.09, 0.075, 0.19, 0.19)
_SUM_WIDTHS = (0.5, 0.25, 0.25)


def ledger_paper(
    entries: Sequence[LedgerEntry],
    *,
    since: date | None = None,
    until: date | None = None,
    unnamed: Callable[[str], str] = str,
    size: str = "A4",
) -> Paper:
    """The entries of a period, earliest first, with their sums; the first and last entry bound a period that
    is open. *unnamed* takes the names it knows out of what was written.

    Raises NothingToShare when there is no entry.
    """
    if not entries:
        raise NothingToShare("Nothing stands in the ledger for this time. Choose another period.")
    days = [one.day for one in entries]
    return Paper(
        title=TITLE,
        subtitle=period_words(since or min(days), until or max(days)),
        pieces=tuple(_pieces(entries, unnamed)),
        footer="Hours of practice, as the mentor kept them. Relationships are numbered; nobody is named.",
        size=size,
    )


def file_name(on: date) -> str:
    """A neutral name for the file: “practice-ledger-2026-03-01.pdf”."""
    return f"practice-ledger-{on.isoformat()}.pdf"


def _pieces(entries: Sequence[LedgerEntry], unnamed: Callable[[str], str]) -> Iterator[Piece]:
    found = totals(entries)
    yield Facts(
        (
            ("Relationships", str(found.relationships)),
            ("Mentoring sessions", str(found.sessions)),
            ("Hours in all", clock_hours(found.all_minutes)),
        )
    )
    yield Heading("Hours by kind")
    numbers = {kind: sum(one.kind is kind for one in entries) for kind in found.minutes}
    yield Table(
        header=("Kind", "Entries", "Hours"),
        rows=tuple(
            (capital(kind.label), str(numbers[kind]), clock_hours(minutes))
            for kind, minutes in found.minutes.items()
            if numbers[kind]
        ),
        widths=_SUM_WIDTHS,
    )
    # Before the entries: whoever signs has the sums in view, and no line to sign stands on a page alone.
    yield Together(
        (
            Heading("Seen by a supervisor"),
            *(BlankLines(what, 1) for what in ("Name", "Signature", "Date")),
        )
    )
    yield Heading("Entries")
    yield Line(
        f"{counted(len(entries), 'entry', 'entries')}, the earliest first. “With” is the running number of a"
        " relationship.",
        muted=True,
    )
    yield Table(_ENTRY, tuple(_row(one, unnamed) for one in entries), _ENTRY_WIDTHS)


def _row(one: LedgerEntry, unnamed: Callable[[str], str]) -> tuple[str, ...]:
    return (
        day_in_words(one.day),
        capital(one.kind.label),
        capital(one.mode.label) if one.mode else "",
        clock_hours(one.minutes),
        str(one.relationship) if one.relationship is not None else "",
        unnamed(one.learning),
        unnamed(one.how_applied),
    )
