"""The command that prints the primers: texts on mentoring, for which no vault is needed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from mentorjournal.commands.common import Commands
from mentorjournal.errors import InvalidInput
from mentorjournal.model.words import Role

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.primers import Primer

WIDTH = 78


def offer(commands: Commands) -> None:
    primers = commands.add_parser("primers", help="read about mentoring, a few minutes each")
    primers.add_argument("name", nargs="?", metavar="NAME", help="which to print; all are listed without it")
    primers.add_argument(
        "--role",
        choices=[role.value for role in Role],
        default=Role.MENTEE.value,
        metavar="ROLE",
        help=", ".join(Role),
    )
    primers.set_defaults(act=_primers)


def _primers(arguments: argparse.Namespace) -> int:
    from mentorjournal.primers import IDS, primer, primers

    role = Role(arguments.role)
    if arguments.name is None:
        longest = max(map(len, IDS))
        for one in primers():
            print(f"{one.id:{longest}}  {one.title}, {_minutes(one.minutes(role))}")
        return 0
    found = primer(arguments.name)
    if found is None:
        raise InvalidInput(f"There is no primer “{arguments.name}”. There are: {', '.join(IDS)}.")
    print("\n".join(_lines(found, role)))
    return 0


def _lines(one: Primer, role: Role) -> Iterator[str]:
    from mentorjournal.model.blocks import BlockKind

    yield one.title.upper()
    listed = False
    for block in one.text(role):
        bullet = block.kind is BlockKind.BULLET
        if not (bullet and listed):
            yield ""
        listed = bullet
        yield from _wrapped(block.text, mark="- " if bullet else "")
    yield from ("", "Sources")
    for source in one.sources:
        yield from _wrapped(source.words, mark="- ")
        if source.link:
            yield f"  {source.link}"


def _wrapped(text: str, *, mark: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))


def _minutes(count: int) -> str:
    return "1 minute" if count == 1 else f"{count} minutes"
