"""Commands for a vault that is damaged, or might be: read what can be read, prove that a backup is good."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.commands.common import (
    Commands,
    Opened,
    WrongUsage,
    as_json,
    new_passphrase,
    on_vault,
    print_json,
    secret,
)
from mentorjournal.errors import InvalidInput

if TYPE_CHECKING:
    from mentorjournal.vault.drill import Totals
    from mentorjournal.vault.recovery import RecoveryCode

DAMAGED = 4


def offer(commands: Commands) -> None:
    salvage = on_vault(
        commands.add_parser(
            "salvage", help="read what can be read of a damaged vault into a new one; it stays as it is"
        )
    )
    salvage.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="a new or empty folder")
    as_json(salvage)
    salvage.set_defaults(act=_salvage)

    rekey = on_vault(commands.add_parser("rekey", help="give a vault new keys and a new recovery code"))
    rekey.add_argument(
        "--new-passphrase",
        action="store_true",
        help="a new passphrase too: asked for twice, or the second line of standard input",
    )
    older = rekey.add_mutually_exclusive_group()
    older.add_argument(
        "--keep-backups",
        action="store_true",
        help="leave the older backups, which the old passphrase and code open",
    )
    older.add_argument(
        "--remove-backups", action="store_true", help="remove them once a new one is made and checked"
    )
    rekey.set_defaults(act=_rekey)

    drill = on_vault(commands.add_parser("drill", help="prove that a backup opens and is complete"))
    drill.add_argument("--backup", metavar="NAME", help="one that “backups” lists; the newest without it")
    as_json(drill)
    drill.set_defaults(act=_drill)


def _salvage(arguments: argparse.Namespace) -> int:
    from mentorjournal.vault.salvage import salvage
    from mentorjournal.vault.salvage_report import report

    opens = secret(arguments)
    made = salvage(
        arguments.vault, opens.text, arguments.to, datetime.now().astimezone(), by_code=opens.by_code
    )
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
    for line in (*lines, "Open the new folder to use it; the passphrase and the recovery code are the same."):
        print(line)
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
        if done.now.journals < done.restored.journals:
            print("Not every journal of the vault can be read now: “verify” says which.", file=sys.stderr)
    for line in done.wrong:
        print(line, file=sys.stderr)
    return 0 if done.passed else DAMAGED


def _rekey(arguments: argparse.Namespace) -> int:
    from mentorjournal.vault.health import many
    from mentorjournal.vault.rekeying import rekey

    old = secret(arguments)
    if old.by_code and not arguments.new_passphrase:
        raise WrongUsage("With the recovery code a new passphrase is needed too: add --new-passphrase.")
    new = new_passphrase(arguments) if arguments.new_passphrase else None
    keep = arguments.keep_backups
    if not keep and not arguments.remove_backups:
        keep = _keeps_backups()
    done = rekey(arguments.vault, old.text, _show, by_code=old.by_code, new_passphrase=new, keep_backups=keep)
    journals = many(done.journals, "journal")
    print(f"The new keys are in place: {journals}, and the new backup {done.backup}.")
    if arguments.new_passphrase:
        print("The code above and the new passphrase open the vault now. The old ones do so no more.")
    else:
        print("The code above opens the vault now, and the old one no more. The passphrase is the same.")
    if done.older:
        print(f"Older backups that the old code and passphrase still open: {', '.join(done.older)}.")
    print("So do copies that lie elsewhere: nothing here reaches them.")
    return 0


def _keeps_backups() -> bool:
    """Ask what becomes of the older backups, which the old secrets open."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUsage("Say what becomes of the older backups: --keep-backups or --remove-backups.")
    print(
        "The old passphrase and code open the older backups. Remove them once a new one is made? [yes/no] ",
        end="",
    )
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() not in ("yes", "y")


def _show(code: RecoveryCode) -> None:
    """The code, before anything is replaced; it is shown this once."""
    print("New recovery code, to be written down now. It opens the vault once the new keys are in place:")
    print(f"  {'-'.join(code.groups())}", flush=True)


def _totals(totals: Totals) -> dict[str, object]:
    newest = totals.newest and totals.newest.isoformat()
    return {"journals": totals.journals, "entries": totals.entries, "newest": newest}


def _said(totals: Totals) -> str:
    from mentorjournal.vault.health import many

    newest = f", the newest of {totals.newest}" if totals.newest else ""
    return f"{many(totals.journals, 'journal')} with {many(totals.entries, 'entry', 'entries')}{newest}"
