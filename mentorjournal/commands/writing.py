"""Commands that write into a journal: add an entry, bring in notes from elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from mentorjournal.commands.common import Commands, Opened, day_typed, on_journal, text_from


def offer(commands: Commands) -> None:
    add = on_journal(commands.add_parser("add", help="add a reflection or a note, in Markdown"))
    kind = add.add_mutually_exclusive_group(required=True)
    kind.add_argument(
        "--reflection", nargs="?", const="-", metavar="FILE", help="- or nothing: standard input"
    )
    kind.add_argument("--note", nargs="?", const="-", metavar="FILE", help="a note to the day's session")
    add.add_argument("--day", type=day_typed, metavar="DATE", help="as 2026-03-01; today if not given")
    add.add_argument("--title", default="", help="of a reflection")
    add.set_defaults(act=_add)

    bring = on_journal(commands.add_parser("import", help="bring in notes from elsewhere, all or none"))
    source = bring.add_mutually_exclusive_group(required=True)
    source.add_argument("--markdown", type=Path, metavar="FOLDER", help="Markdown files with dates")
    source.add_argument("--jrnl", type=Path, metavar="FILE", help="what “jrnl --export json” wrote")
    bring.set_defaults(act=_import)


def _add(arguments: argparse.Namespace) -> int:
    from mentorjournal.exchange.incoming import as_note, as_reflection
    from mentorjournal.exchange.markdown import from_markdown

    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        source = arguments.reflection if arguments.reflection is not None else arguments.note
        text = from_markdown(text_from(source), keep_lines=True)
        day = arguments.day or journal.today()
        if arguments.reflection is not None:
            as_reflection(journal, day, arguments.title, text)
        else:
            as_note(journal, day, text)
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from mentorjournal.exchange.incoming import keep
    from mentorjournal.exchange.jrnl import read_export
    from mentorjournal.exchange.markdown_folder import read_folder

    notes = read_folder(arguments.markdown) if arguments.markdown else read_export(arguments.jrnl)
    with Opened(arguments) as shelf:
        kept = keep(shelf.named(arguments.journal).journal, notes)
    print(f"Imported {len(kept.touched)} entries.")
    return 0
