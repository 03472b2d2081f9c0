"""Commands on what is kept and for how long: make a backup, list the backups, destroy a journal."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.commands.common import Commands, Opened, WrongUsage, on_journal, on_vault, print_json
from mentorjournal.commands.giving import give, refuse_taken
from mentorjournal.errors import InvalidInput, OnHold

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.journal.shelf import OpenJournal
    from mentorjournal.model.closure import DestructionRecord

DAMAGED = 4


def offer(commands: Commands) -> None:
    backup = on_vault(commands.add_parser("backup", help="make a backup of the whole vault, beside it"))
    backup.set_defaults(act=_backup)

    backups = on_vault(commands.add_parser("backups", help="list the backups, newest first"))
    backups.add_argument("--json", action="store_true")
    backups.set_defaults(act=_backups)

    destroy = on_journal(
        commands.add_parser("destroy", help="destroy a journal in the vault and its backups, for good")
    )
    destroy.add_argument("--yes", action="store_true", help="without asking for the codename to be typed")
    destroy.add_argument(
        "--record", type=Path, metavar="FILE.pdf", help="also write the record of it as PDF, to be signed"
    )
    destroy.set_defaults(act=_destroy)


def _backup(arguments: argparse.Namespace) -> int:
    with Opened(arguments) as shelf:
        made = shelf.back_up()
        names = {card.id: card.codename for card in shelf.cards()}
    print(f"{made.backup.name}: {made.journals} journals.")
    for journal in made.damaged:
        name = names.get(journal, journal)
        print(f"“{name}” is damaged: only an older good copy of it was taken along, if any.", file=sys.stderr)
    return DAMAGED if made.damaged else 0


def _backups(arguments: argparse.Namespace) -> int:
    with Opened(arguments) as shelf:
        found = shelf.vault.backups()
    if arguments.json:
        print_json([{"name": one.name, "made_at": one.made_at.isoformat()} for one in found])
    else:
        for one in found:
            print(one.name)
    return 0


def _destroy(arguments: argparse.Namespace) -> int:
    if not arguments.yes and (sys.stdin is None or not sys.stdin.isatty()):
        raise WrongUsage("There is no terminal to type the codename on. Add --yes where you are sure.")
    refuse_taken(arguments.record)
    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal)
        closure = journal.journal.life.closure()
        if closure is not None and closure.on_hold:
            raise OnHold(journal.relationship.codename)
        if not arguments.yes:
            _ask(journal, len(shelf.vault.backups()))
        record = shelf.destroy(journal.id)
    _print_record(record)
    if arguments.record is not None:  # last: what is done is told here even where no file can be written
        from mentorjournal.sharing.destruction_paper import destruction_paper

        give(destruction_paper(record), arguments.record)
    return 0


def _ask(journal: OpenJournal, backups: int) -> None:
    """Have the codename typed. Raises InvalidInput for anything else."""
    codename = journal.relationship.codename
    print(
        f"This destroys “{codename}” in the vault and in its {backups} backups, for good."
        f" It does not reach:\n{_not_reached()}",
        file=sys.stderr,
    )
    print("Type its codename to destroy it: ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip() != codename:
        raise InvalidInput("That is not its codename. Nothing was destroyed.")


def _print_record(record: DestructionRecord) -> None:
    """What may be kept and shown: no name, and not one word of the journal."""
    print(f"Destroyed on {record.destroyed_on}: {record.codename}")
    print(f"  {record.role.label}, {record.type.label}")
    if record.started_on or record.ended_on:
        print(f"  from {record.started_on or 'an open day'} to {record.ended_on or 'an open day'}")
    print(f"  {record.sessions} sessions held, {record.entries} entries")
    if record.rule is not None:
        print(f"  what was agreed for the notes: {record.rule.label}")
    print(f"  taken out of {record.backups} backups")
    if record.backups_removed:
        print(f"  {record.backups_removed} damaged backups could not be cleaned and were removed whole")
    print(f"It does not reach:\n{_not_reached()}")


def _not_reached() -> str:
    from mentorjournal.sharing.destruction_paper import NOT_REACHED

    return "\n".join(f"- {one}" for one in NOT_REACHED)
