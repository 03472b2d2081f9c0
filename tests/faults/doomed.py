"""Processes that do one great act on a vault and say how far they are, to be killed -9 at any moment."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from mentorjournal import cli
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.clock import system_clock
from mentorjournal.vault.rekeying import rekey
from mentorjournal.vault.vault import Vault
from tests.faults.home import NOW, Home

NEW_PASSPHRASE = "another one 7"
CHANGES = frozenset({"open", "os.rename", "os.remove", "os.link", "os.chmod", "os.mkdir", "os.rmdir"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Doom:
    """An act, what it is done on, and at which touch of a file it ends; *at* 0 is left to who watches."""

    act: str
    home: Home
    beside: Path
    at: int = 0


def suffer(doom: Doom, pipe: Pipe) -> None:
    """Do the act. "begun" is said when the vault is open, "done" when the act has been acknowledged."""
    ACTS[doom.act](doom, pipe)
    pipe.send("done")
    signal.pause()


def _begun(doom: Doom, pipe: Pipe) -> None:
    pipe.send("begun")
    if doom.at:
        _die_at(doom.at, doom.home.folder, doom.beside)


def _die_at(step: int, *folders: Path) -> None:
    left, places = step, tuple(map(str, folders))

    def look(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in CHANGES and str(arguments[0]).startswith(places):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)


def _backup(doom: Doom, pipe: Pipe) -> None:
    shelf = doom.home.shelf()
    _begun(doom, pipe)
    shelf.back_up()


def _closing(doom: Doom, pipe: Pipe) -> None:
    """As the window closes: a backup of its own accord, and the vault."""
    shelf = doom.home.shelf()
    for card in shelf.cards():
        journal = shelf.open(card.id).journal
        journal.topics.write(journal.topics.all()[0])
        journal.goals.write(journal.goals.all()[0])
    shelf.rest()
    _begun(doom, pipe)
    if shelf.vault.backup_is_due(system_clock(), closing=True):
        shelf.back_up()
    shelf.close()


def _restore(doom: Doom, pipe: Pipe) -> None:
    vault = doom.home.vault()
    _begun(doom, pipe)
    vault.restore(vault.backups()[0].folder, doom.beside / "restored")


def _drill(doom: Doom, pipe: Pipe) -> None:
    vault = doom.home.vault()
    _begun(doom, pipe)
    vault.drill(vault.backups()[0], NOW)


def _migrate(doom: Doom, pipe: Pipe) -> None:
    _begun(doom, pipe)
    shelf = Shelf(Vault.unlock_with_code(doom.home.folder, doom.home.code))
    for card in shelf.cards():
        shelf.open(card.id)
    shelf.close()


def _passphrase(doom: Doom, pipe: Pipe) -> None:
    vault = doom.home.vault()
    _begun(doom, pipe)
    vault.change_passphrase(doom.home.passphrase, NEW_PASSPHRASE)


def _kit(doom: Doom, pipe: Pipe) -> None:
    vault = doom.home.vault()
    _begun(doom, pipe)
    code = vault.replace_recovery_code(doom.home.passphrase)
    pipe.send(("code", "-".join(code.groups())))


def _rekey(keep: bool) -> Callable[[Doom, Pipe], None]:
    def act(doom: Doom, pipe: Pipe) -> None:
        _begun(doom, pipe)
        rekey(
            doom.home.folder,
            doom.home.passphrase,
            lambda code: pipe.send(("code", "-".join(code.groups()))),
            new_passphrase=NEW_PASSPHRASE,
            keep_backups=keep,
        )

    return act


def _destroy(doom: Doom, pipe: Pipe) -> None:
    shelf = doom.home.shelf()
    _begun(doom, pipe)
    shelf.destroy(shelf.card_named("Heron").id)


def _command(*words: str) -> Callable[[Doom, Pipe], None]:
    def act(doom: Doom, pipe: Pipe) -> None:
        sys.stdin = io.TextIOWrapper(io.BytesIO(f"{doom.home.passphrase}\n".encode()))
        _begun(doom, pipe)
        command, *more = words
        out = doom.beside / f"{command}.pdf"
        on = (str(doom.home.folder), "--passphrase-stdin", "--journal", "Heron", "--out", str(out))
        if status := cli.main([command, *on, *more]):
            sys.exit(status)

    return act


ACTS: dict[str, Callable[[Doom, Pipe], None]] = {
    "backup": _backup,
    "closing": _closing,
    "restore": _restore,
    "drill": _drill,
    "migration": _migrate,
    "passphrase": _passphrase,
    "recovery kit": _kit,
    "new keys": _rekey(keep=True),
    "new keys alone": _rekey(keep=False),
    "destruction": _destroy,
    "summary": _command("summary", "--audience", "partner", "--from", "2026-01-01", "--to", "2026-12-31"),
    "book": _command("book"),
}
STEPS = {
    "backup": 45,
    "closing": 60,
    "restore": 40,
    "drill": 40,
    "migration": 12,
    "passphrase": 12,
    "recovery kit": 12,
}
STEPS |= {"new keys": 110, "new keys alone": 130, "destruction": 60, "summary": 12, "book": 10}
"""How many times each touches a file, or a little more."""
