"""A vault with two journals, made once and copied for every test, and processes that can be killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from mentorjournal.storage.connection import Connection
from mentorjournal.storage.index import Card
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.vault.child import kill_at

PASSPHRASE = "Grüße aus Ōsaka 7"


def card(id: str, codename: str, generation: int = 1, **counts: int) -> Card:
    """What the index knows of a journal that was described."""
    return Card(
        id=id,
        codename=codename,
        role="mentor",
        type="informal",
        form="traditional",
        status="active",
        generation=generation,
        **counts,
    )


@dataclass(frozen=True)
class Sample:
    """A vault's folder and everything needed to open it."""

    folder: Path
    passphrase: str
    code: str

    @property
    def keys(self) -> Path:
        return self.folder / "vault.keys"

    @property
    def keys_copy(self) -> Path:
        return self.folder / "vault.keys.copy"

    @property
    def index(self) -> Path:
        return self.folder / "index.mjdb"

    def journals(self) -> list[Path]:
        return sorted((self.folder / "journals").glob("*.mjdb"))

    def by_code(self, **how: bool) -> Vault:
        """Open with the recovery code, which needs no slow derivation."""
        return Vault.unlock_with_code(self.folder, self.code, **how)


def fill(db: Connection) -> None:
    with db.transaction():
        db.run("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT")
        db.many("INSERT INTO note (words) VALUES (?)", ((f"note {n} " * 40,) for n in range(60)))


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    folder = tmp_path_factory.mktemp("original") / "vault"
    vault, code = Vault.create(folder, PASSPHRASE, cost=FLOOR)
    vault.create_journal(fill)
    vault.create_journal(fill)
    vault.close()
    sample = Sample(folder, PASSPHRASE, "-".join(code.groups()))
    sample.by_code().close()  # the index lists both journals from here on
    return sample


@pytest.fixture
def sample(original: Sample, tmp_path: Path) -> Sample:
    folder = tmp_path / "vault"
    shutil.copytree(original.folder, folder)
    return Sample(folder, original.passphrase, original.code)


def in_child(work: Callable[[], object], *, uid: int | None = None) -> str:
    """Run *work* in a process of its own; return the name of what it raised, "" when it ended well."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        said = ""
        try:
            if uid is not None and os.geteuid() == 0:
                os.setgid(uid)
                os.setuid(uid)
            work()
        except BaseException as error:
            said = type(error).__name__
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def killed_at(step: int, folder: Path, work: Callable[[], object]) -> bool:
    """Run *work* in a process that is killed -9 as it touches a file under *folder* for the nth time.

    Returns whether it was killed; when not, *work* has fewer steps and must have ended well.
    """
    child = os.fork()
    if child == 0:
        try:
            kill_at(step, folder)
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def spawned(act: str, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Run an act of `child.py` in a fresh process; its standard error names what it raised."""
    command = [sys.executable, "-m", "tests.vault.child", act, str(folder), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def flip(path: Path, place: int, bit: int = 0) -> None:
    """Change one bit of a file where it lies."""
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ (1 << bit)]))
