"""The command line: a person's own data for their own scripts, over the same core as the window.

Exit status: 0 done, 1 failed with a reason, 2 wrong usage, 3 wrong passphrase, 4 damaged or foreign,
5 in use by another. Messages go to standard error, one plain sentence or two, never a traceback.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from mentorjournal.commands import (
    agreement,
    book,
    damage,
    doctor,
    keeping,
    leaving,
    papers,
    practice,
    reading,
    records,
    recovery,
    shared,
    summary,
    vault,
    writing,
)
from mentorjournal.commands.common import Described, Parser, WrongUsage
from mentorjournal.errors import MentorJournalError
from mentorjournal.files import in_our_words
from mentorjournal.problems import guarded

_CONTROL = {
    sign: "\N{REPLACEMENT CHARACTER}" for sign in (*range(32), *range(127, 160)) if chr(sign) not in "\t\n"
}


class _Terminal(io.TextIOWrapper):
    """A terminal that does what its keyboard says and not what stands in a vault or in a file's name."""

    def write(self, text: str) -> int:
        return super().write(text.translate(_CONTROL))


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    _speak_utf8()
    _speak_plainly()
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


def _speak_plainly() -> None:
    """Let no sign through that steers a terminal: one in a vault that somebody sent could do anything."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper) and stream.isatty():
            plain = _Terminal(stream.buffer, stream.encoding, "backslashreplace", line_buffering=True)
            setattr(sys, name, plain)


def _fail(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="mentorjournal", description="A private journal for each mentoring relationship.")
    parser.add_argument("--version", action="store_true", help="say the versions and end")
    commands = Described(parser.add_subparsers(dest="command", required=True, parser_class=Parser))
    for about in (
        vault,
        writing,
        summary,
        shared,
        book,
        papers,
        agreement,
        records,
        keeping,
        damage,
        recovery,
        leaving,
        doctor,
        practice,
        reading,
    ):
        about.offer(commands)
    return parser
