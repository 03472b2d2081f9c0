"""What the commands share: their words, the passphrase, and the vault opened and closed around them."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, Protocol

from mentorjournal.errors import ImportProblem, InvalidInput, MentorJournalError

USAGE = 2


class WrongUsage(MentorJournalError):
    exit_status = USAGE


class Parser(argparse.ArgumentParser):
    def __init__(self, **how: Any) -> None:
        # An abbreviation would take “--passphrase secret” for ours, and the secret for something to search.
        super().__init__(**how, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(f"{message[:1].upper()}{message[1:]}. “{self.prog} --help” shows how.")


class Commands(Protocol):
    """Where a command is put on offer."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...


class Described:
    """Commands whose own --help begins with the sentence that the list of all of them has."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:
        parser = self._commands.add_parser(name, help=help)
        parser.description = f"{help[:1].upper()}{help[1:]}."
        return parser


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """What opens a vault: its passphrase or, *by_code*, its recovery code."""

    text: str
    by_code: bool = False


def on_vault(parser: argparse.ArgumentParser, *, with_code: bool = True) -> argparse.ArgumentParser:
    """*with_code*: whether the recovery code will do as well."""
    parser.add_argument("vault", type=Path, metavar="VAULT", help="the vault's folder")
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--passphrase-stdin", action="store_true", help="the first line of standard input is the passphrase"
    )
    if with_code:
        way.add_argument(
            "--code-stdin", action="store_true", help="the first line of it is the recovery code instead"
        )
    return parser


def readable(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """For what only reads: also where nothing can be written, and what is left of a damaged vault."""
    parser.add_argument(
        "--read-only",
        action="store_true",
        help="write nothing, and read what can be read where something is damaged",
    )
    return parser


def on_journal(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    on_vault(parser).add_argument("--journal", required=True, metavar="CODENAME")
    return parser


class Opened:
    """The unlocked shelf of the vault that was named, closed in the end whatever happens."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._folder: Path = arguments.vault
        self._read_only: bool = getattr(arguments, "read_only", False)
        self.secret = secret(arguments)

    def __enter__(self):  # type: ignore[no-untyped-def]  # Shelf; naming it would import it for --help
        from mentorjournal.journal.shelf import Shelf
        from mentorjournal.vault.vault import Vault

        unlock = Vault.unlock_with_code if self.secret.by_code else Vault.unlock
        self._shelf = Shelf(unlock(self._folder, self.secret.text, read_only=self._read_only))
        return self._shelf

    def __exit__(self, *raised: object) -> None:
        self._tell_of_damage()
        self._shelf.close()

    def _tell_of_damage(self) -> None:
        vault = self._shelf.vault
        if not self._read_only:
            return
        for notice in vault.notices:
            print(notice.text, file=sys.stderr)
        for card in self._shelf.cards() if vault.damaged else ():
            if card.id in vault.damaged:
                print(f"“{card.codename}” is damaged, and only a part of it was read.", file=sys.stderr)


def secret(arguments: argparse.Namespace) -> Secret:
    """The passphrase or the recovery code, as was said. At a terminal an empty passphrase asks for it."""
    if getattr(arguments, "code_stdin", False) and sys.stdin is not None:
        return Secret(_line_of_input("recovery code"), by_code=True)
    if arguments.passphrase_stdin or sys.stdin is None or not sys.stdin.isatty():
        return Secret(passphrase(arguments))
    import getpass

    typed = getpass.getpass("Passphrase (or Enter, for the recovery code): ")
    return Secret(typed) if typed else Secret(getpass.getpass("Recovery code: "), by_code=True)


def passphrase(arguments: argparse.Namespace) -> str:
    """From the first line of standard input, or asked for without showing it."""
    if arguments.passphrase_stdin and sys.stdin is not None:
        return _line_of_input("passphrase")
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUsage("There is no terminal to ask for the passphrase. Use --passphrase-stdin.")
    import getpass

    return getpass.getpass("Passphrase: ")


def new_passphrase(arguments: argparse.Namespace) -> str:
    """A new passphrase: the next line of standard input, or asked for twice. Raises InvalidInput."""
    by_input = arguments.passphrase_stdin or getattr(arguments, "code_stdin", False)
    if by_input and sys.stdin is not None:
        return _line_of_input("new passphrase")
    import getpass

    typed = getpass.getpass("New passphrase: ")
    if getpass.getpass("New passphrase again: ") != typed:
        raise InvalidInput("The two new passphrases are not the same. Nothing was changed.")
    return typed


def with_password(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        help="lock the PDF with a password: the next line of standard input, which is the second one when"
        " --passphrase-stdin or --code-stdin takes the first",
    )
    return parser


def pdf_password(arguments: argparse.Namespace) -> str:
    """The password for a PDF, once the vault is open; empty when none is wanted."""
    if not arguments.password_stdin:
        return ""
    if sys.stdin is None:
        raise WrongUsage("Standard input is closed, and the password was to come from there.")
    if sys.stdin.isatty():
        import getpass

        password = getpass.getpass("Password for the PDF: ")
    else:
        password = _line_of_input("password")
    if not password:
        raise InvalidInput("The password for the PDF is empty. Give one, or leave out --password-stdin.")
    return password


def _line_of_input(what: str) -> str:
    line = sys.stdin.buffer.readline().rstrip(b"\r\n")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        raise InvalidInput(f"The {what} on standard input is not UTF-8 text.") from None


def remembered_here() -> str:
    """What the window keeps, in this machine's settings, of how far its vaults had come; see `vault.seen`."""
    from mentorjournal.settings_place import LARGEST, usual_settings
    from mentorjournal.vault.seen import remembered_in

    path = usual_settings()
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            kept = json.loads(file.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return ""
    return remembered_in(kept.get("seen")) if isinstance(kept, dict) else ""


def text_from(source: str) -> str:
    from mentorjournal.exchange.incoming import LARGEST_FILE, read_text, refuse_endless

    if source != "-":
        text = read_text(Path(source))
        refuse_endless(text, Path(source).name)
        return text
    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ImportProblem("The text on standard input is too large to be an entry. Nothing was added.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportProblem("The text on standard input is not UTF-8. Nothing was added.") from None
    refuse_endless(text, "standard input")
    return text


def as_json(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help="the same as JSON, for programs")


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 is needed")
    return number


def day_typed(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a date is needed as 2026-03-01") from None
