"""Sittings that are recorded: before each act a mark, and after it what must be there from now on."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.vault.rekeying import rekey
from mentorjournal.vault.vault import Vault
from tests.data.vaults.content import clock
from tests.faults.operations import stored
from tests.faults.power import Disk
from tests.faults.shim import Shim
from tests.faults.small_house import (
    LONG,
    NEXT,
    Secrets,
    build,
    reflection,
    relationship,
    said_by_backups,
    words_of,
)

T = TypeVar("T")


@dataclass
class Sitting:
    """One vault at *place*/vault with a person before it, whose acts are marked in the record."""

    place: Path
    secrets: Secrets
    shim: Shim
    shelf: Shelf = field(init=False)
    codes: list[str] = field(default_factory=list)
    """Every code there ever was: an older backup opens with the one of its day."""

    @property
    def folder(self) -> Path:
        return self.place / "vault"

    def unlock(self) -> None:
        self.shelf = Shelf(Vault.unlock_with_code(self.folder, self.secrets.code), clock=clock)

    def act(self, name: str, work: Callable[..., T], *what: Any) -> T:
        self.shim.mark(json.dumps({"begin": name}))
        came = work(*what)
        self.acknowledge(name)
        return came

    def acknowledge(self, name: str) -> None:
        shelf = self.shelf
        journals = {card.codename: words_of(shelf.open(card.id).journal) for card in shelf.cards()}
        state = {
            "journals": journals,
            "place": shelf.setting("place"),
            "backups": said_by_backups(self.folder, tuple(self.codes)),
        }
        secrets = [self.secrets.passphrase, self.secrets.code]
        self.shim.mark(json.dumps({"done": name, "state": state, "secrets": secrets, "codes": self.codes}))

    def know(self, *, passphrase: str | None = None, code: str | None = None) -> None:
        self.secrets = Secrets(passphrase or self.secrets.passphrase, code or self.secrets.code)
        if self.secrets.code not in self.codes:
            self.codes.insert(0, self.secrets.code)


def work(place: Path, shim: Shim, record: Path) -> None:
    """A long sitting with everything that there is to do."""
    secrets = build(place / "vault", backed_up=True)
    sitting = Sitting(place, secrets, shim)
    sitting.know()

    def back_up() -> None:
        sitting.shelf.back_up()

    before_record(place, shim, record)
    sitting.unlock()
    sitting.acknowledge("unlock")
    write(sitting, 1)
    sitting.act("backup", back_up)
    write(sitting, 2)

    def change_passphrase() -> None:
        sitting.shelf.vault.change_passphrase(sitting.secrets.passphrase, NEXT)
        sitting.know(passphrase=NEXT)

    def new_kit() -> None:
        code = sitting.shelf.vault.replace_recovery_code(sitting.secrets.passphrase)
        sitting.know(code="-".join(code.groups()))

    sitting.act("change the passphrase", change_passphrase)
    sitting.act("new recovery kit", new_kit)
    sitting.act("add a journal", lambda: sitting.shelf.add(relationship("Wren")))
    write(sitting, 3)
    sitting.act("new keys", lambda: new_keys(sitting))
    write(sitting, 4)
    sitting.act("backup", back_up)
    sitting.act("destroy", lambda: sitting.shelf.destroy(sitting.shelf.card_named("Plover").id))
    write(sitting, 5)
    sitting.act("close and unlock", lambda: (sitting.shelf.close(), sitting.unlock()))
    sitting.act("place", lambda: sitting.shelf.set_setting("place", {"typed": LONG}))
    sitting.act("close and unlock", lambda: (sitting.shelf.close(), sitting.unlock()))
    shim.record(None)
    sitting.shelf.close()


def new_keys(sitting: Sitting) -> None:
    def told(code: Any) -> None:
        sitting.know(code="-".join(code.groups()))

    sitting.shelf.close()
    rekey(sitting.folder, sitting.secrets.passphrase, told, keep_backups=False)
    sitting.unlock()


def write(sitting: Sitting, number: int) -> None:
    """Some saves: an entry added, written again, taken back, deleted."""
    shelf = sitting.shelf
    for codename in ("Heron", "Plover") if number < 5 else ("Heron", "Wren"):
        entries = shelf.named(codename).journal.reflections
        new = reflection(f"Number {number}", f"{LONG if number % 2 else 'briefly'} {number}")
        sitting.act("add", entries.add, new)
        again = replace(new, text=from_plain(f"{number} again. {'' if number % 2 else LONG}"))
        sitting.act("save", entries.write, again)
        change = sitting.act("save", entries.write, replace(new, text=from_plain("something else")))
        assert change.undo is not None
        sitting.act("undo", change.undo)
        sitting.act("rest", shelf.rest)
        if number > 2:
            sitting.act("delete", entries.remove, new.id)


def migrate(place: Path, shim: Shim, record: Path, version: str) -> None:
    """An older vault opened for the first time: all of it is acknowledged before."""
    known = place.with_name("known")
    sitting = Sitting(known, stored(version, known / "vault"), shim)
    sitting.know()
    sitting.unlock()
    stored(version, place / "vault")
    before_record(place, shim, record)
    sitting.acknowledge("what is stored")
    sitting.shelf.close()
    sitting.place = place
    sitting.unlock()
    sitting.act("migrate", lambda: [sitting.shelf.open(card.id) for card in sitting.shelf.cards()])
    sitting.shelf.close()
    shim.record(None)


def before_record(place: Path, shim: Shim, record: Path) -> None:
    """Nothing may be open, and what is there is on the disk."""
    shim.watch(place)
    remember(place, record)
    shim.record(record)


def remember(place: Path, record: Path) -> None:
    """Keep what the record begins with."""
    record.with_suffix(".disk").write_bytes(pickle.dumps(Disk(place)))
