"""Commands for a vault that is damaged, or might be: read what can be read into a new one."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

from mentorjournal.commands.common import Commands, on_vault, passphrase, print_json


def offer(commands: Commands) -> None:
    salvage = on_vault(
        commands.add_parser("salvage", help="read what can be read of a damaged vault into a new one")
    )
    salvage.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="a new or empty folder")
    salvage.add_argument("--json", action="store_true")
    salvage.set_defaults(act=_salvage)


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
