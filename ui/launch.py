"""The ``mentorjournal`` command: says what is wrong with the environment, then opens the window or works
without one.

Nothing of Qt is imported here, and of the core only what the command asked for needs: what stands between
the command and the painted window is felt at every start.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentorjournal.problems import tell_no_words
from mentorjournal.vault.hardening import close_files, harden

if TYPE_CHECKING:
    from collections.abc import Callable

CORE_COMMANDS = frozenset(
    {
        *(
            "add",
            "agenda",
            "agreement",
            "backup",
            "backups",
            "book",
            "brief",
            "demo",
            "destroy",
            "doctor",
            "export",
            "handover",
            "import",
            "ledger",
            "list",
            "review",
        ),
        *("drill", "primers", "read-form", "rekey", "restore", "salvage", "search", "shared", "summary"),
        *("recovery-kit", "verify"),
    }
)
USAGE = 2
FAILED = 1


class WrongUsage(Exception):
    """What was typed cannot be understood; the text is one plain sentence."""


def main(argv: list[str] | None = None, *, painted: Callable[[], None] | None = None) -> int:
    """Do what *argv* asks for and return the exit status. *painted* hears of the window's first paint."""
    arguments = sys.argv[1:] if argv is None else argv
    command = arguments[0] if arguments else ""
    # The window shields its memory right after the first paint; whatever else is asked for, before all.
    window = not command or command.startswith(("--vault", "--settings", "--geometry"))
    (close_files if window else harden)()
    tell_no_words()
    if command in CORE_COMMANDS:
        from mentorjournal import cli

        return cli.main(arguments)
    if command == "--version":
        from ui.versions import versions

        print(versions())
        return 0
    if command in {"-h", "--help", "help"}:
        print(HELP)
        return 0
    unfit = unfit_environment(sys.version_info[:2], _qt_version())
    if unfit:
        print(unfit, file=sys.stderr)
        return FAILED
    try:
        if command == "tour":
            return _tour(arguments[1:])
        options = window_options(arguments)
    except WrongUsage as error:
        print(error, file=sys.stderr)
        return USAGE
    # From the first Qt object on, garbage is collected on the screen's thread alone (`ui.collector`).
    gc.disable()
    from ui import app

    return app.run(
        vault=options.vault,
        settings=options.settings,
        geometry=options.geometry,
        room=options.room or "",
        painted=painted,
    )


HELP = """Usage: mentorjournal [--vault DIR]      open the window
       mentorjournal demo DIR           make a vault with fictional journals
       mentorjournal tour DIR           go through the windows and keep pictures of them
       mentorjournal list VAULT         name the journals of a vault
       mentorjournal search VAULT WORDS find words in all of them
       mentorjournal add VAULT …        write an entry from standard input
       mentorjournal import VAULT …     take in notes from elsewhere
       mentorjournal summary VAULT …    share a progress summary as PDF, Markdown, HTML or text
       mentorjournal shared VAULT …     list what was shared, write a copy again, or tell a file
       mentorjournal brief VAULT …      read what to prepare a session with, or make it a PDF
       mentorjournal agenda VAULT …     write the agenda for your partner, as text or PDF
       mentorjournal review VAULT …     make the record of a finished review as PDF
       mentorjournal handover VAULT …   make the copy that the mentee takes along as PDF
       mentorjournal book VAULT …       bind a whole journal as a book, for yourself alone
       mentorjournal agreement VAULT …  print what is agreed, or make a form for your partner's draft
       mentorjournal read-form VAULT …  take in your partner's draft from that form
       mentorjournal verify VAULT       check every file of a vault
       mentorjournal doctor VAULT       say how a vault stands, and what to do
       mentorjournal backup VAULT       make a backup of the whole vault, in its folder
       mentorjournal backups VAULT      list its backups
       mentorjournal restore VAULT …    make a vault of its own from a backup
       mentorjournal drill VAULT        prove that a backup opens and is complete
       mentorjournal export VAULT …     write everything as Markdown, JSON and PDF, not encrypted
       mentorjournal recovery-kit VAULT …   make a new recovery code, as a page to print
       mentorjournal salvage VAULT …    read what can be read of a damaged vault into a new one
       mentorjournal rekey VAULT        give a vault new keys and a new recovery code
       mentorjournal destroy VAULT …    destroy a journal in the vault and its backups, for good
       mentorjournal ledger VAULT       count a mentor's practice, without any name
       mentorjournal primers            read about mentoring, a few minutes each
       mentorjournal --version          name the version and what it stands on
Each of these with --help says more."""


class WindowOptions(NamedTuple):
    vault: Path | None
    settings: Path | None
    geometry: str | None
    room: str | None


def window_options(arguments: list[str]) -> WindowOptions:
    """Read the window's own options. Raises WrongUsage.

    ``--vault DIR`` opens another vault than the usual one. Not for people: ``--settings FILE`` keeps the
    settings elsewhere, ``--geometry X,Y,W,H,M`` is how a locked window tells its successor where it stood,
    and ``--room unlock``, ``rescue``, ``backups`` or ``keys``, the first three also ``… by code`` and all
    of them ``behind …``, what it begins with.
    """
    options: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        option = name.removeprefix("--")
        if not name.startswith("--") or option not in WindowOptions._fields:
            raise WrongUsage(f"“{name}” is not a command of Mentor Journal; --help lists them.")
        if not equals:
            if not rest:
                raise WrongUsage(f"{name} needs a value after it.")
            value = rest.pop(0)
        if not value:
            raise WrongUsage(f"{name} needs a value after it.")
        options[option] = value
    vault, settings = options.get("vault"), options.get("settings")
    return WindowOptions(
        vault=Path(vault).absolute() if vault else None,
        settings=Path(settings).absolute() if settings else None,
        geometry=options.get("geometry"),
        room=options.get("room"),
    )


def unfit_environment(python: tuple[int, int], qt: str) -> str:
    """The sentence that says why this pair of Python and PySide6 is refused, or nothing.

    PySide6 6.12 drops a reference to None with every call on Python below 3.12 and aborts the process after
    some thousand calls, in the middle of a sentence.
    """
    if python >= (3, 12) or not qt.startswith("6.12."):
        return ""
    return (
        f"PySide6 {qt} stops without warning on Python {python[0]}.{python[1]}, so Mentor Journal does not"
        " start with this pair. Install PySide6-Essentials 6.11.3, or use Python 3.12 or later."
    )


def _qt_version() -> str:
    if sys.version_info >= (3, 12):
        return ""  # nothing to find out, and finding out takes a moment
    from importlib.util import find_spec

    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return ""
    # Importing PySide6 to ask for its version would already be the first of the calls that break it.
    for line in (Path(spec.submodule_search_locations[0]) / "_config.py").read_text("utf-8").splitlines():
        name, _, value = line.partition("=")
        if name.strip() == "version":
            return value.strip().strip("\"'")
    return ""


def _tour(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0].startswith("-"):
        raise WrongUsage("tour needs one folder to leave its pictures in: mentorjournal tour DIR")
    from ui import tour

    return tour.main(arguments)
