"""What a person can do to a vault that writes: each as the program does it, and what opens it after."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mentorjournal import cli
from mentorjournal.errors import MentorJournalError, NotNoted
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.vault.rekeying import rekey
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.data.vaults.content import clock
from tests.faults.small_house import LONG, NEXT, PASSPHRASE, Secrets, by_title, reflection, relationship

STORED = Path(__file__).resolve().parents[1] / "data" / "vaults"
VERSIONS = ("v1", "v2", "v3", "v4")


@dataclass
class Scene:
    """One vault at *place*/vault, and what a person has before them. *told* are codes shown on the way."""

    place: Path
    secrets: Secrets
    shelf: Shelf | None = None
    told: list[str] = field(default_factory=list)
    undo: Callable[[], object] | None = None

    @property
    def folder(self) -> Path:
        return self.place / "vault"

    def unlock(self) -> Shelf:
        self.shelf = Shelf(Vault.unlock_with_code(self.folder, self.secrets.code), clock=clock)
        return self.shelf

    def journal(self) -> Any:
        assert self.shelf is not None
        return self.shelf.named("Heron").journal


Act = Callable[[Scene], object]


@dataclass(frozen=True, kw_only=True)
class Operation:
    """*begin* makes ready and is not disturbed; *act* is. *template* names the vault that it starts from.

    With *either*, an act that was refused may have come to be all the same (a save whose very last step
    failed): whoever tries again gets what they wanted. Without, refused means that nothing is changed.
    """

    name: str
    act: Act
    begin: Act = Scene.unlock
    template: str = "vault"
    passphrase: str = PASSPHRASE
    either: bool = False
    begins: bool = False
    """Whether getting ready changes the vault."""
    ends: bool = True
    """Whether an act that was refused can be tried again in the same sitting."""


def _close(scene: Scene) -> None:
    assert scene.shelf is not None
    scene.shelf.close()


def _create(scene: Scene) -> None:
    vault, code = Vault.create(scene.folder, PASSPHRASE, cost=FLOOR)
    scene.told.append("-".join(code.groups()))
    scene.shelf = Shelf(vault, clock=clock)


def _add_journal(scene: Scene) -> None:
    assert scene.shelf is not None
    scene.shelf.add(relationship("Wren"))


_NEW = reflection("New", LONG)


def _add(scene: Scene) -> None:
    scene.journal().reflections.add(_NEW)


def _save(scene: Scene) -> None:
    journal = scene.journal()
    value = by_title(journal, "Short")
    journal.reflections.write(replace(value, text=from_plain(f"Written again. {LONG}")))


def _before_undo(scene: Scene) -> None:
    scene.unlock()
    journal = scene.journal()
    value = replace(by_title(journal, "Long"), text=from_plain(f"Heron: {LONG}"))
    journal.reflections.write(value)  # as it was, should an undoing have failed before
    scene.undo = journal.reflections.write(replace(value, text=from_plain("less"))).undo


def _undo(scene: Scene) -> None:
    assert scene.undo is not None
    scene.undo()


def _delete(scene: Scene) -> None:
    journal = scene.journal()
    for value in journal.reflections.all():  # none where it is gone since the first attempt
        if value.title == "Long":
            journal.reflections.remove(value.id)


def _before_rest(scene: Scene) -> None:
    scene.unlock()
    _save(scene)


def _rest(scene: Scene) -> None:
    assert scene.shelf is not None
    scene.shelf.rest()


def _leave_place(scene: Scene) -> None:
    assert scene.shelf is not None
    scene.shelf.set_setting("place", {"typed": LONG})


def _change_passphrase(scene: Scene) -> None:
    assert scene.shelf is not None
    scene.shelf.vault.change_passphrase(PASSPHRASE, NEXT)


def _new_kit(scene: Scene) -> None:
    assert scene.shelf is not None
    scene.told.append("-".join(scene.shelf.vault.replace_recovery_code(PASSPHRASE).groups()))


def _before_backup(scene: Scene) -> None:
    scene.unlock()
    _add(scene)


def _back_up(scene: Scene) -> None:
    assert scene.shelf is not None
    scene.shelf.back_up()


def _restore(scene: Scene) -> None:
    assert scene.shelf is not None
    vault = scene.shelf.vault
    vault.restore(vault.backups()[0].folder, scene.place / "restored")


def _migrate(scene: Scene) -> None:
    if scene.shelf is not None:
        scene.shelf.close()
    shelf = scene.unlock()
    for card in shelf.cards():
        shelf.open(card.id)


def _rekey(scene: Scene, *, keep: bool) -> None:
    def told(code: Any) -> None:
        scene.told.append("-".join(code.groups()))

    rekey(scene.folder, PASSPHRASE, told, new_passphrase=NEXT, keep_backups=keep)


def _rekey_keeping(scene: Scene) -> None:
    _rekey(scene, keep=True)


def _rekey_removing(scene: Scene) -> None:
    _rekey(scene, keep=False)


def _destroy(scene: Scene) -> None:
    assert scene.shelf is not None
    for card in scene.shelf.cards():  # what was begun is not listed any more: the next unlocking ends it
        if card.codename == "Plover":
            scene.shelf.destroy(card.id)


def _summary(scene: Scene) -> None:
    """By the command, as people give it; a sentence and a number are what it answers."""
    out = scene.place / "summary.pdf"
    words = [
        "summary",
        str(scene.folder),
        "--passphrase-stdin",
        "--journal",
        "Heron",
        "--audience",
        "partner",
    ]
    words += ["--from", "2025-01-01", "--to", "2026-12-31", "--out", str(out)]
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode()))
    errors = io.StringIO()
    try:
        with contextlib.redirect_stderr(errors):
            status = cli.main(words)
    finally:
        sys.stdin = before
    if status:
        if "Something inside" in errors.getvalue() or "Traceback" in errors.getvalue():
            raise RuntimeError(errors.getvalue())
        raise (NotNoted if "could not note" in errors.getvalue() else MentorJournalError)(errors.getvalue())


def _nothing(scene: Scene) -> None:
    """Nothing to make ready."""


OPERATIONS: tuple[Operation, ...] = (
    Operation(name="create a vault", template="empty", begin=_nothing, act=_create),
    Operation(name="unlock", begin=_nothing, act=Scene.unlock),
    Operation(name="add a journal", act=_add_journal, either=True),
    Operation(name="add an entry", act=_add, either=True),
    Operation(name="save an entry", act=_save, either=True),
    Operation(name="undo", begins=True, begin=_before_undo, act=_undo, either=True),
    Operation(name="delete an entry", act=_delete, either=True),
    Operation(name="bring up to date", begins=True, begin=_before_rest, act=_rest),
    Operation(name="leave one's place", act=_leave_place, either=True),
    Operation(name="close", begins=True, begin=_before_rest, act=_close, ends=False),
    Operation(name="change the passphrase", act=_change_passphrase, passphrase=NEXT),
    Operation(name="new recovery kit", act=_new_kit),
    Operation(name="first backup", template="vault alone", act=_back_up),
    Operation(name="next backup", begins=True, begin=_before_backup, act=_back_up),
    Operation(name="restore", act=_restore),
    Operation(name="new keys", begin=_nothing, act=_rekey_removing, passphrase=NEXT),
    Operation(name="new keys, backups kept", begin=_nothing, act=_rekey_keeping, passphrase=NEXT),
    Operation(name="destroy a journal", act=_destroy, either=True),
    Operation(name="export a summary", begin=_nothing, act=_summary, either=True),
    *(Operation(name=f"migrate {name}", template=name, begin=_nothing, act=_migrate) for name in VERSIONS),
)


def stored(version: str, place: Path) -> Secrets:
    """Put a stored vault at *place*; its printed code stands in the page beside it."""
    shutil.copytree(STORED / version / "vault", place)
    said = (STORED / version / "README.md").read_text("utf-8")
    code, passphrase = (re.search(f"{what}: `([^`]+)`", said) for what in ("Recovery code", "Passphrase"))
    assert code and passphrase
    return Secrets(passphrase[1], code[1])
