"""Commands on a whole vault: make a fictional one, check it, list its journals, search them."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from mentorjournal.commands.common import (
    Commands,
    Opened,
    as_json,
    day_typed,
    on_vault,
    positive,
    print_json,
    readable,
    remembered_here,
    secret,
)


def offer(commands: Commands) -> None:
    demo = commands.add_parser("demo", help="make a vault with fictional content")
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--size", type=positive, metavar="N", help="scale it to N entries, for measuring")
    demo.add_argument("--day", type=day_typed, metavar="DATE", help="around which its days lie (today)")
    demo.set_defaults(act=_demo)

    verify = on_vault(
        commands.add_parser(
            "verify", help="read every byte of keys, index and journals, and say what is damaged or older"
        )
    )
    as_json(verify)
    verify.set_defaults(act=_verify)

    listing = on_vault(commands.add_parser("list", help="list the journals by codename"))
    readable(listing)
    as_json(listing)
    listing.set_defaults(act=_list)

    search = on_vault(commands.add_parser("search", help="search all journals"))
    search.add_argument("words", nargs="+", metavar="WORDS")
    readable(search)
    search.add_argument("--limit", type=positive, default=50, metavar="N", help="at most N hits (50)")
    as_json(search)
    search.set_defaults(act=_search)


def _demo(arguments: argparse.Namespace) -> int:
    from mentorjournal.demo import write_vault

    around = arguments.day or date.today()
    passphrase = write_vault(arguments.folder, size=arguments.size, today=around)
    print(f"Passphrase: {passphrase}")
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    from mentorjournal.journal.journal import NEWEST_SCHEMA
    from mentorjournal.vault.health import many
    from mentorjournal.vault.verification import verify

    opens = secret(arguments)
    report = verify(
        arguments.vault,
        opens.text,
        by_code=opens.by_code,
        newest=NEWEST_SCHEMA,
        remembered=remembered_here(),
    )
    if arguments.json:
        findings = [
            {
                "file": one.file,
                "journal": report.codenames.get(one.file),
                "error": one.error.__name__,
                "message": one.what,
            }
            for one in report.findings
        ]
        print_json({"ok": not findings, "journals": report.journals, "findings": findings})
    elif not report.findings:
        print(f"All is well: keys, index and {many(report.journals, 'journal')}.")
    for one in report.findings:
        codename = report.codenames.get(one.file)
        whose = f"The journal “{codename}”: " if codename else ""
        print(whose + (one.what if one.file in one.what else f"“{one.file}”: {one.what}."), file=sys.stderr)
    return 4 if report.findings else 0


def _list(arguments: argparse.Namespace) -> int:
    with Opened(arguments) as shelf:
        cards = shelf.cards()
    if arguments.json:
        print_json(
            [
                {
                    "codename": card.codename,
                    "kind": card.type.value,
                    "form": card.form.value,
                    "role": card.role.value,
                    "status": card.status.value,
                    "next_session_on": card.next_session_on and card.next_session_on.isoformat(),
                    "last_entry_on": card.last_entry_on and card.last_entry_on.isoformat(),
                    "counts": {
                        "entries": card.entries,
                        "sessions_held": card.sessions_held,
                        "sessions_planned": card.sessions_planned,
                        "goals_active": card.goals_active,
                        "actions_open": card.actions_open,
                    },
                }
                for card in cards
            ]
        )
    else:
        for card in cards:
            sessions = (
                f"{card.sessions_held} of {card.sessions_planned}"
                if card.sessions_planned
                else card.sessions_held
            )
            print(
                f"{card.codename}: {card.role.label}, {card.type.label}, {card.status.label};"
                f" {card.entries} entries, {sessions} sessions, {card.goals_active} goals,"
                f" {card.actions_open} open actions"
            )
    return 0


def _search(arguments: argparse.Namespace) -> int:
    from mentorjournal.model.query import parse

    query = replace(parse(" ".join(arguments.words)), last_is_prefix=False)
    with Opened(arguments) as shelf:
        *_, found = shelf.find(query, limit=arguments.limit)
    if arguments.json:
        print_json(
            [
                {
                    "codename": one.codename,
                    "kind": one.hit.kind.value,
                    "day": one.hit.day.isoformat(),
                    "title": one.hit.title,
                    "snippet": one.hit.plain_snippet,
                }
                for one in found
            ]
        )
    else:
        for one in found:
            print(f"{one.codename}  {one.hit.day}  {one.hit.kind.label}: {one.hit.plain_snippet}")
    return 0
