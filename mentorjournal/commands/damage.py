"""Commands for a vault that is damaged, or might be: read what can be read, prove that a backup is good."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.commands.common import Commands, Opened, on_vault, passphrase, print_json
from mentorjournal.errors import InvalidInput

if TYPE_CHECKING:
    from mentorjournal.vault.drill import Totals

DAMAGED = 4


def offer(commands: Commands) -> None:
    salvage = on_vault(
        commands.add_parser("salvage", help="read what can be read of a damaged vault into a new one")
    )
    salvage.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="a new or empty folder")
    salvage.add_argument("--json", action="store_true")
    salvage.set_defaults(act=_salvage)

    drill = on_vault(commands.add_parser("drill", help="prove that a backup opens and is complete"))
    drill.add_argument("--backup", metavar="NAME", help="one that “backups” lists; the newest without it")
    drill.add_argument("--json", action="store_true")
    drill.set_defaults(act=_drill)


def _salvage(arguments: argparse.Namespace) -> int:
    from mentorjournal.vault.salvage import salvage
    from mentorjournal.vault.salvage_report import report

    made = salvage(arguments.vault, passphrase(arguments), arguments.to, datetime.now().astimezone())
    lines = report(made)
    if arguments.json:
        journals = [
            {
                "id": one.journal,
                "codename": one.codename,
                "kept": one.file,
                "whole": one.whole,
                "entries": one.rescued.entries if one.rescued else None,
                "lost": len(one.rescued.lost) if one.rescued else 0,
                "backup": one.suggestion.backup.name if one.suggestion else None,
            }
            for one in made.journals
        ]
        print_json(
            {"whole": made.whole, "index_whole": made.index_whole, "journals": journals, "report": lines}
        )
        return 0
    for line in lines:
        print(line)
    sys.stdout.flush()
    return 0


def _drill(arguments: argparse.Namespace) -> int:
    with Opened(arguments) as shelf:
        there = shelf.vault.backups()
        wanted = arguments.backup
        backup = next((one for one in there if wanted in (None, one.name)), None)
        if backup is None:
            raise InvalidInput(
                f"There is no backup “{wanted}”. “backups” lists those that there are."
                if wanted
                else "This vault has no backup yet. “backup” makes one."
            )
        done = shelf.vault.drill(backup, datetime.now().astimezone())
    if arguments.json:
        print_json(
            {
                "backup": done.backup.name,
                "passed": done.passed,
                "restored": _totals(done.restored),
                "now": _totals(done.now),
                "wrong": done.wrong,
            }
        )
    elif done.passed:
        print(f"{done.backup.name} opens and is complete: {_said(done.restored)}.")
        print(f"The vault has now: {_said(done.now)}. The copy made for this has been removed.")
    for line in done.wrong:
        print(line, file=sys.stderr)
    return 0 if done.passed else DAMAGED


def _totals(totals: Totals) -> dict[str, object]:
    newest = totals.newest and totals.newest.isoformat()
    return {"journals": totals.journals, "entries": totals.entries, "newest": newest}


def _said(totals: Totals) -> str:
    newest = f", the newest of {totals.newest}" if totals.newest else ""
    return f"{totals.journals} journals with {totals.entries} entries{newest}"
