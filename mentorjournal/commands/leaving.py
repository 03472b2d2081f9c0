"""The command with which a person leaves: everything as files that need no Mentor Journal."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mentorjournal.commands.common import Commands, Opened, on_vault, readable
from mentorjournal.errors import AlreadyThere

DAMAGED = 4


def offer(commands: Commands) -> None:
    export = on_vault(
        commands.add_parser(
            "export", help="write everything as Markdown, JSON and PDF into a new folder, not encrypted"
        )
    )
    readable(export)
    export.add_argument("--out", required=True, type=Path, metavar="FOLDER", help="a new or empty folder")
    export.add_argument("--journal", metavar="CODENAME", help="this one alone; the whole vault without it")
    export.add_argument("--markdown", action="store_true", help="a text file for each entry")
    export.add_argument("--json", action="store_true", help="every field of everything, for programs")
    export.add_argument(
        "--pdf", action="store_true", help="each journal as a book; without any of the three, all of them"
    )
    export.set_defaults(act=_export)


def _export(arguments: argparse.Namespace) -> int:
    from mentorjournal.leaving.choice import ALL_FORMS, Form, report
    from mentorjournal.leaving.taking import take_along

    out: Path = arguments.out
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise AlreadyThere(out.name)  # before anybody types a passphrase for nothing
    chosen = frozenset(form for form in Form if getattr(arguments, form.value))
    with Opened(arguments) as shelf:
        taken = take_along(shelf, out, codename=arguments.journal or "", forms=chosen or ALL_FORMS)
    for line in report(taken):
        print(line, file=sys.stdout if taken.whole else sys.stderr)
    return 0 if taken.whole else DAMAGED
