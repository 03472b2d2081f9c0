"""The command line: a person's own data for their own scripts, over the same core as the window.

Exit status: 0 done, 1 failed with a reason, 2 wrong usage, 3 wrong passphrase, 4 damaged or foreign,
5 in use by another. Messages go to standard error, one plain sentence or two, never a traceback.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from mentorjournal.errors import AlreadyThere, ImportProblem, InvalidInput, MentorJournalError
from mentorjournal.files import in_our_words
from mentorjournal.problems import guarded

USAGE = 2


class WrongUsage(MentorJournalError):
    exit_status = USAGE


class _Parser(argparse.ArgumentParser):
    def __init__(self, **how: Any) -> None:
        # An abbreviation would take “--passphrase secret” for ours, and the secret for something to search.
        super().__init__(**how, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(f"{message[:1].upper()}{message[1:]}. “{self.prog} --help” shows how.")


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    _speak_utf8()
    return guarded(lambda: _run(argv), lambda sentence: _fail(sentence, 1))


def _run(argv: Sequence[str]) -> int:
    try:
        arguments, more = _parser().parse_known_args(argv)
        if more:  # a value among them may be a passphrase that somebody put in the wrong place
            names = [word.partition("=")[0] for word in more if word.startswith("-")]
            which = ", ".join(names) or "a word too many"
            raise WrongUsage(f"There is more than this command takes: {which}. “--help” shows how.")
        status: int = arguments.act(arguments)
        sys.stdout.flush()
    except MentorJournalError as error:
        return _fail(str(error), error.exit_status)
    except BrokenPipeError:  # the reader of our output has gone, which is its right
        _drop_output()
        return 1
    except OSError as error:
        _drop_output()
        return _fail(str(in_our_words(error, Path(str(error.filename or "the file")).name)), 1)
    except KeyboardInterrupt:
        return _fail("Stopped. Nothing half-made was kept.", 1)
    return status


def _drop_output() -> None:
    """Let what could not be written go nowhere, or Python tries again at its end and complains."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Write UTF-8 to files and pipes on every system, and never fail over a sign the terminal has not."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _fail(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="mentorjournal", description="A private journal for each mentoring relationship.")
    parser.add_argument("--version", action="store_true", help="say the versions and end")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)

    demo = commands.add_parser("demo", help="make a vault with fictional content")
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--size", type=_positive, metavar="N", help="scale it to N entries, for measuring")
    demo.set_defaults(act=_demo)

    verify = _on_vault(commands.add_parser("verify", help="check slots, index and every journal"))
    verify.add_argument("--json", action="store_true")
    verify.set_defaults(act=_verify)

    listing = _on_vault(commands.add_parser("list", help="list the journals by codename"))
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(act=_list)

    search = _on_vault(commands.add_parser("search", help="search all journals"))
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.add_argument("--limit", type=_positive, default=50, metavar="N", help="at most N hits (50)")
    search.add_argument("--json", action="store_true")
    search.set_defaults(act=_search)

    add = _on_journal(commands.add_parser("add", help="add a reflection or a note, in Markdown"))
    kind = add.add_mutually_exclusive_group(required=True)
    kind.add_argument(
        "--reflection", nargs="?", const="-", metavar="FILE", help="- or nothing: standard input"
    )
    kind.add_argument("--note", nargs="?", const="-", metavar="FILE", help="a note to the day's session")
    add.add_argument("--day", type=_day, metavar="DATE", help="as 2026-03-01; today if not given")
    add.add_argument("--title", default="", help="of a reflection")
    add.set_defaults(act=_add)

    bring = _on_journal(commands.add_parser("import", help="bring in notes from elsewhere, all or none"))
    source = bring.add_mutually_exclusive_group(required=True)
    source.add_argument("--markdown", type=Path, metavar="FOLDER", help="Markdown files with dates")
    source.add_argument("--jrnl", type=Path, metavar="FILE", help="what “jrnl --export json” wrote")
    bring.set_defaults(act=_import)

    summary = _on_journal(commands.add_parser("summary", help="write a progress summary as PDF"))
    summary.add_argument(
        "--audience", required=True, metavar="WHO", choices=_audiences(), help="; ".join(_audiences())
    )
    summary.add_argument("--from", dest="since", type=_day, required=True, metavar="DATE")
    summary.add_argument("--to", dest="until", type=_day, required=True, metavar="DATE")
    summary.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    summary.add_argument(
        "--consent", type=_day, metavar="DATE", help="when your mentee agreed to a third party"
    )
    summary.set_defaults(act=_summary)
    return parser


def _on_vault(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument(
        "--passphrase-stdin", action="store_true", help="the first line of standard input is the passphrase"
    )
    return parser


def _on_journal(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _on_vault(parser).add_argument("--journal", required=True, metavar="CODENAME")
    return parser


# The commands


def _demo(arguments: argparse.Namespace) -> int:
    from mentorjournal.demo import write_vault

    passphrase = write_vault(arguments.folder, size=arguments.size)
    print(f"Passphrase: {passphrase}")
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    from mentorjournal.journal.journal import NEWEST_SCHEMA
    from mentorjournal.vault.verification import verify

    report = verify(arguments.vault, _passphrase(arguments), newest=NEWEST_SCHEMA)
    if arguments.json:
        findings = [
            {"file": one.file, "error": one.error.__name__, "message": one.what} for one in report.findings
        ]
        _print_json({"ok": not findings, "journals": report.journals, "findings": findings})
    elif not report.findings:
        print(f"All is well: key slots, index and {report.journals} journals.")
    for one in report.findings:
        print(one.what if one.file in one.what else f"“{one.file}”: {one.what}.", file=sys.stderr)
    return 4 if report.findings else 0


def _list(arguments: argparse.Namespace) -> int:
    with _Opened(arguments) as shelf:
        cards = shelf.cards()
    if arguments.json:
        _print_json(
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
    with _Opened(arguments) as shelf:
        *_, found = shelf.find(query, limit=arguments.limit)
    if arguments.json:
        _print_json(
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


def _add(arguments: argparse.Namespace) -> int:
    from mentorjournal.exchange.incoming import as_note, as_reflection
    from mentorjournal.exchange.markdown import from_markdown

    with _Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        source = arguments.reflection if arguments.reflection is not None else arguments.note
        text = from_markdown(_text(source), keep_lines=True)
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
    with _Opened(arguments) as shelf:
        kept = keep(shelf.named(arguments.journal).journal, notes)
    print(f"Imported {len(kept.touched)} entries.")
    return 0


def _summary(arguments: argparse.Namespace) -> int:
    from mentorjournal.model.words import Audience
    from mentorjournal.pdf import missing_characters, render
    from mentorjournal.sharing.facts import source_of
    from mentorjournal.sharing.summary import Consent, as_offered, compose, offer, save

    if arguments.until < arguments.since:
        raise InvalidInput("The period ends before it begins. Exchange --from and --to.")
    if arguments.out.exists():
        raise AlreadyThere(arguments.out.name)
    with _Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        offered = offer(source_of(journal), Audience(arguments.audience), arguments.since, arguments.until)
        consent = Consent(given_on=arguments.consent) if arguments.consent else None
        paper = compose(offered, as_offered(offered), on=journal.today(), consent=consent)
        if missing := missing_characters(paper):
            print(f"No font here shows these characters: {missing}", file=sys.stderr)
        save(render(paper), arguments.out)
    return 0


# What they share


class _Opened:
    """The unlocked shelf of the vault that was named, closed in the end whatever happens."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._folder: Path = arguments.vault
        self._passphrase = _passphrase(arguments)

    def __enter__(self):  # type: ignore[no-untyped-def]  # Shelf; naming it would import it for --help
        from mentorjournal.journal.shelf import Shelf
        from mentorjournal.vault.vault import Vault

        self._shelf = Shelf(Vault.unlock(self._folder, self._passphrase))
        return self._shelf

    def __exit__(self, *raised: object) -> None:
        self._shelf.close()


def _passphrase(arguments: argparse.Namespace) -> str:
    """From the first line of standard input, or asked for without showing it."""
    if arguments.passphrase_stdin and sys.stdin is not None:
        line = sys.stdin.buffer.readline().rstrip(b"\r\n")
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            raise InvalidInput("The passphrase on standard input is not UTF-8 text.") from None
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUsage("There is no terminal to ask for the passphrase. Use --passphrase-stdin.")
    import getpass

    return getpass.getpass("Passphrase: ")


def _text(source: str) -> str:
    from mentorjournal.exchange.incoming import LARGEST_FILE, read_text

    if source != "-":
        return read_text(Path(source))
    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ImportProblem("The text on standard input is too large to be an entry. Nothing was added.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportProblem("The text on standard input is not UTF-8. Nothing was added.") from None


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _audiences() -> list[str]:
    from mentorjournal.model.words import Audience

    return [audience.value for audience in Audience]


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 is needed")
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a date is needed as 2026-03-01") from None
