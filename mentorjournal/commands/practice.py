"""The command on a mentor's practice ledger: hours by kind over all journals, and nobody named."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.commands.common import (
    Commands,
    Opened,
    WrongUsage,
    as_json,
    day_typed,
    on_vault,
    print_json,
)
from mentorjournal.commands.giving import give, refuse_taken
from mentorjournal.errors import InvalidInput

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.journal.shelf import Shelf
    from mentorjournal.model.ledger import LedgerEntry, Totals


HERE = Path("-")
"""Stands for the standard output, where no file is named."""


def offer(commands: Commands) -> None:
    ledger = on_vault(commands.add_parser("ledger", help="count a mentor's practice, without any name"))
    ledger.add_argument("--from", dest="since", type=day_typed, metavar="DATE")
    ledger.add_argument("--to", dest="until", type=day_typed, metavar="DATE")
    ledger.add_argument(
        "--enter-sessions",
        action="store_true",
        help="keep the ledger from now on, and bring it up to the sessions that I held as a mentor",
    )
    form = ledger.add_mutually_exclusive_group()
    as_json(form)
    form.add_argument(
        "--csv",
        nargs="?",
        type=Path,
        const=HERE,
        metavar="FILE.csv",
        help="as a table for a spreadsheet, in a new file or here",
    )
    form.add_argument("--pdf", type=Path, metavar="FILE.pdf", help="on paper, to be signed")
    ledger.add_argument(
        "--learning", action="store_true", help="in the table, what was learnt and how it was applied too"
    )
    ledger.set_defaults(act=_ledger)


def _ledger(arguments: argparse.Namespace) -> int:
    if arguments.since and arguments.until and arguments.until < arguments.since:
        raise InvalidInput("The period ends before it begins. Exchange --from and --to.")
    if arguments.learning and arguments.csv is None:
        raise WrongUsage("--learning belongs to the table. Add --csv, or leave it out.")
    refuse_taken(arguments.pdf)
    refuse_taken(arguments.csv if arguments.csv != HERE else None)
    with Opened(arguments) as shelf:
        if arguments.enter_sessions:
            _enter_sessions(shelf)
        entries = shelf.ledger.entries(arguments.since, arguments.until)
        totals = shelf.ledger.totals(arguments.since, arguments.until)
        kept = shelf.ledger.is_kept
        unnamed = _unnamed(shelf) if arguments.pdf or arguments.learning else str
    if arguments.json:
        print_json({"totals": _totals(totals), "entries": [_entry(one) for one in entries]})
    elif arguments.csv:
        _give_table(entries, arguments.csv, arguments.learning, unnamed)
    elif arguments.pdf:
        from mentorjournal.sharing.ledger_paper import ledger_paper

        paper = ledger_paper(entries, since=arguments.since, until=arguments.until, unnamed=unnamed)
        give(paper, arguments.pdf)
    elif entries:
        _print_text(entries, totals)
    else:
        print("Nothing stands in the ledger for this time." if kept else "This vault keeps no ledger yet.")
    return 0


def _enter_sessions(shelf: Shelf) -> None:
    shelf.ledger.keep(True)
    shelf.ledger.catch_up(shelf.mentored())


def _unnamed(shelf: Shelf) -> Callable[[str], str]:
    """Takes the names that any of the journals knows out of what was learnt."""
    from mentorjournal.guidance.unnamed import without_names_of_all

    return without_names_of_all(shelf.relationships())


def _totals(totals: Totals) -> dict[str, object]:
    return {
        "minutes": {kind.value: minutes for kind, minutes in totals.minutes.items()},
        "all_minutes": totals.all_minutes,
        "relationships": totals.relationships,
        "sessions": totals.sessions,
    }


def _entry(entry: LedgerEntry) -> dict[str, object]:
    """An entry as numbers and choices: what was learnt stays in the vault."""
    return {
        "day": entry.day.isoformat(),
        "kind": entry.kind.value,
        "minutes": entry.minutes,
        "mode": entry.mode and entry.mode.value,
        "relationship": entry.relationship,
    }


def _give_table(
    entries: Sequence[LedgerEntry], out: Path, learning: bool, unnamed: Callable[[str], str]
) -> None:
    from mentorjournal.files import write_whole
    from mentorjournal.sharing.ledger_csv import ledger_csv

    table = ledger_csv(entries, learning=learning, unnamed=unnamed)
    if out == HERE:
        sys.stdout.write(table)
    else:
        write_whole(out, table.encode(), replace=False)


def _print_text(entries: Sequence[LedgerEntry], totals: Totals) -> None:
    for kind, minutes in totals.minutes.items():
        if minutes:
            print(f"{kind.label.capitalize()}: {_hours(minutes)}")
    print(
        f"In all: {_hours(totals.all_minutes)}, {totals.sessions} sessions"
        f" with {totals.relationships} relationships"
    )
    for one in entries:
        mode = f", {one.mode.label}" if one.mode else ""
        whose = f", relationship {one.relationship}" if one.relationship is not None else ""
        print(f"{one.day}  {_hours(one.minutes)}  {one.kind.label}{mode}{whose}")


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02} h"
