"""The command that says how a vault stands: keys, backups, place and program, and what to do where needed."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from textwrap import wrap
from typing import TYPE_CHECKING

from mentorjournal.commands.common import (
    Commands,
    Secret,
    as_json,
    on_vault,
    print_json,
    remembered_here,
    secret,
)

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.vault.health import Health, Remark

NEEDS_ACTING = 1
WIDTH = 100


def offer(commands: Commands) -> None:
    doctor = on_vault(
        commands.add_parser(
            "doctor",
            help="say how a vault stands and what to do; without its passphrase, as far as can be seen",
        )
    )
    doctor.add_argument(
        "--outside", action="store_true", help="do not ask for the passphrase; look from outside alone"
    )
    as_json(doctor)
    doctor.set_defaults(act=_doctor)


def _doctor(arguments: argparse.Namespace) -> int:
    from mentorjournal.vault.doctor import examine

    opens = _secret(arguments)
    health = examine(
        arguments.vault,
        opens.text if opens else None,
        datetime.now(UTC),
        by_code=opens is not None and opens.by_code,
        remembered=remembered_here(),
    )
    if arguments.json:
        print_json(
            {
                "ok": not health.needs_acting,
                "opened": health.opened,
                "findings": [
                    {"about": one.about, "level": one.level, "says": one.says, "do": one.do}
                    for one in health.remarks
                ],
            }
        )
    else:
        _tell(health)
    if not health.needs_acting:
        return 0
    sys.stdout.flush()  # what is said on the other stream stands below it
    print("Something needs acting on: what is marked “act”, with what to do.", file=sys.stderr)
    return NEEDS_ACTING


def _secret(arguments: argparse.Namespace) -> Secret | None:
    """The passphrase or the code, or None where there is nobody to ask: much can be seen without it."""
    if arguments.outside:
        return None
    given = arguments.passphrase_stdin or arguments.code_stdin
    if not given and (sys.stdin is None or not sys.stdin.isatty()):
        return None
    return secret(arguments)


def _lines(one: Remark) -> list[str]:
    below = " " * 8
    return [
        *wrap(one.says, WIDTH, initial_indent=f"  {one.level:<5} ", subsequent_indent=below),
        *wrap(one.do, WIDTH, initial_indent=below, subsequent_indent=below),
    ]


def _tell(health: Health) -> None:
    from mentorjournal.vault.health import About

    for about in About:
        if remarks := health.on(about):
            print(about.label)
        for one in remarks:
            for line in _lines(one):
                print(line)
    print()
    if not health.needs_acting:
        print("Nothing needs acting on.")
    if not health.opened:
        print("Seen from outside alone. With the passphrase the index and the last drill are looked at too.")
    print("“verify” reads and authenticates every byte; this looks at how things stand.")
