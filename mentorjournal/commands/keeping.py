"""Commands on what is kept and for how long: make a backup, list the backups, destroy a journal."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.commands.common import (
    Commands,
    Opened,
    Secret,
    WrongUsage,
    as_json,
    on_journal,
    on_vault,
    print_json,
)
from mentorjournal.commands.giving import give, refuse_taken
from mentorjournal.errors import DamagedOrForeign, InvalidInput, OnHold, ReadOnlyPlace, UnfinishedKeys

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.journal.shelf import Shelf
    from mentorjournal.model.card import JournalCard
    from mentorjournal.model.closure import DestructionRecord
    from mentorjournal.model.export import KnownExport
    from mentorjournal.vault.backups import Backup
    from mentorjournal.vault.restoring import Restored

DAMAGED = 4


def offer(commands: Commands) -> None:
    backup = on_vault(
        commands.add_parser("backup", help="make a backup of the whole vault, in its own folder")
    )
    backup.set_defaults(act=_backup)

    backups = on_vault(commands.add_parser("backups", help="list the backups, newest first"))
    as_json(backups)
    backups.set_defaults(act=_backups)

    restore = on_vault(
        commands.add_parser("restore", help="make a vault of its own from a backup; nothing is overwritten")
    )
    restore.add_argument(
        "--backup", metavar="NAME", help="one that “backups” lists, or a folder; the newest without it"
    )
    restore.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="a new or empty folder")
    restore.set_defaults(act=_restore)

    destroy = on_journal(
        commands.add_parser("destroy", help="destroy a journal in the vault and its backups, for good")
    )
    destroy.add_argument("--yes", action="store_true", help="without asking for the codename to be typed")
    destroy.add_argument("--no-record", action="store_true", help="keep no record in the vault either")
    destroy.add_argument(
        "--record", type=Path, metavar="FILE.pdf", help="also write the record of it as PDF, to be signed"
    )
    destroy.set_defaults(act=_destroy)


def _backup(arguments: argparse.Namespace) -> int:
    from mentorjournal.vault.health import many

    with Opened(arguments) as shelf:
        made = shelf.back_up()
        names = {card.id: card.codename for card in shelf.cards()}
    print(f"{made.backup.name}: {many(made.journals, 'journal')}.")
    for journal in made.damaged:
        name = names.get(journal, journal)
        print(f"“{name}” is damaged: only an older good copy of it was taken along, if any.", file=sys.stderr)
    return DAMAGED if made.damaged else 0


def _backups(arguments: argparse.Namespace) -> int:
    from mentorjournal.vault.backups import backups

    opened = Opened(arguments)
    try:
        with opened as shelf:
            found = shelf.vault.backups()
    except (DamagedOrForeign, UnfinishedKeys) as error:  # which is when they are looked for
        found = backups(arguments.vault)
        if not found:
            raise
        print(f"{error}\nThe vault does not open. These lie in its folder:", file=sys.stderr)
    if arguments.json:
        print_json([{"name": one.name, "made_at": one.made_at.isoformat()} for one in found])
    else:
        for one in found:
            print(one.name)
        if not found:
            print("This vault has no backup yet. “backup” makes one.", file=sys.stderr)
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from mentorjournal.vault.health import many

    opened = Opened(arguments)
    names: dict[str, str] = {}
    days: dict[str, date] = {}
    with contextlib.ExitStack() as stack:
        try:
            shelf = stack.enter_context(opened)
        except (DamagedOrForeign, UnfinishedKeys, ReadOnlyPlace):  # which is when a backup is needed most
            name, made = _restored_beside(arguments, opened.secret)
        else:
            backup = _chosen(arguments.backup, shelf.vault.backups())
            name, made = backup.name, shelf.vault.restore(backup, arguments.to)
            names = {card.id: card.codename for card in shelf.cards()}
            days = {id: record.destroyed_on for id, record in shelf.destructions().items()}
    journals = many(made.journals, "journal")
    print(f"{name} is in “{made.folder.name}” now: {journals}. Open that folder to use it;")
    print("the passphrase and the recovery code of its day open it. This vault stays as it is.")
    for journal in made.left_out:
        when = f" on {days[journal]}" if journal in days else ""
        print(f"Left out: a journal that was destroyed{when}. What was destroyed does not come back.")
    for journal in made.damaged:
        print(f"“{names.get(journal, journal)}” is damaged in this backup.", file=sys.stderr)
    for part in made.index_lost:
        print(f"The index is damaged in this backup: not all of {part} could be read.", file=sys.stderr)
    return DAMAGED if made.damaged or made.index_lost else 0


def _restored_beside(arguments: argparse.Namespace, opens: Secret) -> tuple[str, Restored]:
    """A backup of a vault that does not open, or not to be written to: the backup is opened by itself."""
    from mentorjournal.vault import way_back
    from mentorjournal.vault.backups import backups

    if arguments.backup is None:
        backup, made = way_back.restore_newest(
            arguments.vault, opens.text, arguments.to, by_code=opens.by_code
        )
        return backup.name, made
    place = _chosen(arguments.backup, backups(arguments.vault))
    made = way_back.restore_backup(arguments.vault, place, opens.text, arguments.to, by_code=opens.by_code)
    return place.name, made


def _chosen(wanted: str | None, there: Sequence[Backup]) -> Path:
    """The folder of the backup that was named. Raises InvalidInput for one that is not there."""
    if wanted is None:
        if not there:
            raise InvalidInput("This vault has no backup yet. “backup” makes one.")
        return there[0].folder
    named = next((one.folder for one in there if one.name == wanted), Path(wanted))
    if not named.is_dir():
        raise InvalidInput(f"There is no backup “{wanted}”. “backups” lists those that there are.")
    return named


def _destroy(arguments: argparse.Namespace) -> int:
    if not arguments.yes and (sys.stdin is None or not sys.stdin.isatty()):
        raise WrongUsage("There is no terminal to type the codename on. Add --yes where you are sure.")
    refuse_taken(arguments.record)
    with Opened(arguments) as shelf:
        card = shelf.card_named(arguments.journal)
        exports = _known_exports(shelf, card)
        if not arguments.yes:
            _ask(card.codename, len(shelf.vault.backups()), exports)
        record = shelf.destroy(card.id, keep_record=not arguments.no_record)
    _print_record(record, exports)
    if arguments.record is not None:  # last: what is done is told here even where no file can be written
        from mentorjournal.sharing.destruction_paper import destruction_paper

        give(destruction_paper(record), arguments.record)
    return 0


def _known_exports(shelf: Shelf, card: JournalCard) -> Sequence[KnownExport]:
    """The files that were written from it. Raises OnHold; a journal that is damaged knows of none."""
    try:
        journal = shelf.open(card.id).journal
    except DamagedOrForeign:
        print("This journal is damaged: what it knew of saved files, or of a hold, is lost.", file=sys.stderr)
        return ()
    closure = journal.life.closure()
    if closure is not None and closure.on_hold:
        raise OnHold(card.codename)
    return journal.exports.all()


def _ask(codename: str, backups: int, exports: Sequence[KnownExport]) -> None:
    """Have the codename typed. Raises InvalidInput for anything else."""
    print(
        f"This destroys “{codename}” in the vault and in its {backups} backups, for good."
        f" It does not reach:\n{_not_reached(exports)}",
        file=sys.stderr,
    )
    print("Type its codename to destroy it: ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip() != codename:
        raise InvalidInput("That is not its codename. Nothing was destroyed.")


def _print_record(record: DestructionRecord, exports: Sequence[KnownExport]) -> None:
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
    print(f"It does not reach:\n{_not_reached(exports)}")


def _not_reached(exports: Sequence[KnownExport]) -> str:
    from mentorjournal.sharing.destruction_paper import NOT_REACHED

    known = (f"{one.what.label} “{one.file_name}”, saved on {one.day}" for one in exports)
    return "\n".join(f"- {one}" for one in (*known, *NOT_REACHED))
