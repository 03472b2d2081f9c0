"""The command that remembers what was shared: it lists it, writes a copy again, and tells a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorjournal.commands.common import (
    Commands,
    Opened,
    WrongUsage,
    on_journal,
    pdf_password,
    positive,
    print_json,
    with_password,
)
from mentorjournal.commands.giving import refuse_taken
from mentorjournal.errors import ImportProblem, InvalidInput

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.journal.journal import Journal
    from mentorjournal.model.shared import SharedSummary

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes. No summary is as large as this, and whatever is it was not shared from here."""


def offer(commands: Commands) -> None:
    shared = with_password(
        on_journal(commands.add_parser("shared", help="list what was shared with whom, or write it again"))
    )
    what = shared.add_mutually_exclusive_group()
    what.add_argument("--json", action="store_true", help="the list as JSON")
    what.add_argument("--copy", type=positive, metavar="N", help="write the frozen copy of number N to --out")
    what.add_argument("--check", type=Path, metavar="FILE", help="say which of them this file is")
    shared.add_argument("--out", type=Path, metavar="FILE", help="where the copy goes")
    shared.set_defaults(act=_shared)


def _shared(arguments: argparse.Namespace) -> int:
    if (arguments.copy is None) is not (arguments.out is None):
        raise WrongUsage("--copy and --out go together: which copy, and where it is written.")
    if arguments.password_stdin and arguments.copy is None:
        raise WrongUsage("A password goes on a copy. Add --copy and --out, or leave out --password-stdin.")
    data = _bytes_of(arguments.check) if arguments.check else None
    refuse_taken(arguments.out)
    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        if data is not None:
            _check(journal, arguments.check.name, data)
        elif arguments.copy is not None:
            _copy(journal, arguments)
        else:
            _list(journal, as_json=arguments.json)
    return 0


def _list(journal: Journal, *, as_json: bool) -> None:
    numbered = _numbered(journal)
    if as_json:
        print_json([_said(number, one) for number, one in numbered.items()])
        return
    if not numbered:
        print("Nothing was shared from this journal.")
    for number, one in numbered.items():
        print(f"{number:3}  {_in_words(one)}\n     SHA-256 {one.sha256}")


def _numbered(journal: Journal) -> dict[int, SharedSummary]:
    """The latest first. A number counts from the first that was shared, and so it stays."""
    found = journal.shared.all()
    return {len(found) - place: one for place, one in enumerate(found)}


def _in_words(one: SharedSummary) -> str:
    what = f"“{one.file_name}”" if one.file_name else "to the clipboard"
    parts = [one.day.isoformat(), one.audience.label, one.format.label if one.file_name else "", what]
    parts.append(f"{one.since} to {one.until}")
    if one.locked:
        parts.append("with a password")
    if one.changes_since:
        parts.append(f"only changes since {one.changes_since}")
    if one.consent_on:
        parts.append(f"agreed to on {one.consent_on}")
    return ", ".join(part for part in parts if part)


def _said(number: int, one: SharedSummary) -> dict[str, Any]:
    return {
        "number": number,
        "shared_at": one.at.isoformat(),
        "audience": one.audience.value,
        "from": one.since.isoformat(),
        "to": one.until.isoformat(),
        "format": one.format.value,
        "file_name": one.file_name,
        "sha256": one.sha256,
        "locked": one.locked,
        "consent_on": one.consent_on.isoformat() if one.consent_on else None,
        "changes_since": one.changes_since.isoformat() if one.changes_since else None,
        "lines": [line.words for line in one.lines],
    }


def _copy(journal: Journal, arguments: argparse.Namespace) -> None:
    from mentorjournal.sharing.giving import give_again

    numbered = _numbered(journal)
    if arguments.copy not in numbered:
        known = "Nothing was shared yet." if not numbered else f"There are 1 to {len(numbered)}."
        raise InvalidInput(f"This journal has no copy number {arguments.copy}. {known}")
    give_again(journal, numbered[arguments.copy], arguments.out, password=pdf_password(arguments))


def _check(journal: Journal, name: str, data: bytes) -> None:
    from mentorjournal.sharing.giving import which

    found = which(journal, data)
    if found is None:
        raise InvalidInput(
            f"“{name}” is not what was shared from this journal: it is another file, or a byte of it was"
            " changed since."
        )
    number = next(number for number, one in _numbered(journal).items() if one == found)
    print(f"“{name}” is number {number}: {_in_words(found)}.")


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ImportProblem(f"“{path.name}” is too large to be a summary.")
    return data
