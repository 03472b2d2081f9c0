"""Every vault ever written opens to its last word; a failed step leaves the old; a newer one is refused."""

from __future__ import annotations

import contextlib
import json
import random
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from mentorjournal.errors import MentorJournalError, NewerVersion
from mentorjournal.journal import journal as journal_module
from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalId
from mentorjournal.storage import schema
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect
from mentorjournal.storage.index import INDEX_APPLICATION_ID, INDEX_STEPS
from mentorjournal.storage.migrations import Step, version_of
from mentorjournal.vault.index_file import INDEX_NAME
from mentorjournal.vault.vault import Vault
from mentorjournal.vault.verification import verify
from tests.data.vaults.content import PASSPHRASE, clock, said
from tests.faults.home import Home, Snapshot
from tests.faults.trial import Outcome, Profile, Trial

STORED = Path(__file__).resolve().parents[2] / "data" / "vaults"
VERSIONS = tuple(sorted(path.name for path in STORED.glob("v*")))


class StepFails(Exception):
    """Raised in the middle of a step."""


def stored(version: str, place: Path) -> Home:
    """A copy of the vault as that version left it."""
    there = STORED / version
    shutil.copytree(there / "vault", place)
    code = re.search(r"Recovery code: `([^`]+)`", (there / "README.md").read_text("utf-8"))
    assert code is not None
    return Home(folder=place, code=code[1], passphrase=PASSPHRASE)


def expected(version: str) -> Any:
    return json.loads((STORED / version / "expected.json").read_text("utf-8"))


def missing(expected: Any, found: Any, where: str = "") -> list[str]:
    """Where what is read is not what was written. There may be more to read than was written."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            place
            for key, value in expected.items()
            for place in missing(value, found.get(key, "<nothing>"), f"{where}/{key}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = enumerate(zip(expected, found, strict=True))
        return [place for n, (one, other) in pairs for place in missing(one, other, f"{where}/{n}")]
    return [] if expected == found and type(expected) is type(found) else [where]


def lost(vault: Vault, version: str) -> list[str]:
    """Where the vault does not say what it said when it was stored."""
    with contextlib.closing(Shelf(vault, clock=clock)) as shelf:
        return missing(expected(version), json.loads(json.dumps(said(shelf))))


# The cases


def read(version: str, place: Path) -> Iterator[str]:
    """Checked and read only, nothing changes; opened, every word is there, now and the next time."""
    at = stored(version, place)
    before = Snapshot(at.folder)
    if findings := verify(at.folder, PASSPHRASE, newest=NEWEST_SCHEMA).findings:
        yield f"verify finds {findings}"
    if changed := before.changed(besides=("vault.lock",)):
        yield f"verify changed {changed}"
    if words := lost(at.vault(read_only=True), version):
        yield f"read only, other words at {words}"
    if changed := before.changed(besides=("vault.lock",)):
        yield f"reading changed {changed}"
    for time in ("first", "second"):
        if words := lost(at.vault(), version):
            yield f"opened the {time} time, other words at {words}"
    if findings := verify(at.folder, PASSPHRASE, newest=NEWEST_SCHEMA).findings:
        yield f"brought up to date, verify finds {findings}"
    for path, found in _versions(at).items():
        newest = len(INDEX_STEPS) if path.name == INDEX_NAME else NEWEST_SCHEMA
        if found != newest:
            yield f"{path.name} is of version {found} still"


def failing(version: str, place: Path, number: int, chance: random.Random) -> Iterator[str]:
    """A step fails at some statement: the file is of a version before it, whole; the next time it is done."""
    at = stored(version, place)
    before = _versions(at)
    steps = schema.STEPS
    broken = _breaking(steps, number, chance)
    with mock.patch.object(journal_module, "STEPS", broken):
        try:
            with contextlib.closing(Shelf(at.vault())) as shelf:
                for card in shelf.vault.index.cards():
                    shelf.open(JournalId(card.id))
        except StepFails:
            pass
    after = _versions(at)
    for path, found in after.items():
        if path.name != INDEX_NAME and not before[path] <= found <= max(before[path], number - 1):
            yield f"step {number} failed, and {path.name} went from {before[path]} to {found}"
    if findings := verify(at.folder, PASSPHRASE, newest=NEWEST_SCHEMA).findings:
        yield f"step {number} failed, and verify finds {findings}"
    if words := lost(at.vault(), version):
        yield f"after step {number} failed, other words at {words}"


def newer(version: str, place: Path, which: str, chance: random.Random) -> Iterator[str]:
    """A file of a version to come is refused with that word, and not a byte of it changes."""
    at = stored(version, place)
    at.vault().close()
    path = at.folder / INDEX_NAME if which == "index" else chance.choice(at.journals())
    with _raw(at, path) as db:
        db.run("PRAGMA user_version = 99")
    before = path.read_bytes()
    for how in ({"read_only": True}, {}):
        try:
            with contextlib.closing(Shelf(at.vault(**how))) as shelf:
                if which == "index":
                    yield f"a newer index opens {how}"
                else:
                    shelf.open(JournalId(path.stem))
                    yield f"a newer journal opens {how}"
        except NewerVersion as error:
            if "newer Mentor Journal" not in str(error) or path.name not in str(error):
                yield f"the words are wrong: {error}"
        except MentorJournalError as error:
            yield f"{how}: {type(error).__name__} {error}"
    named = {one.file: one.error for one in verify(at.folder, PASSPHRASE, newest=NEWEST_SCHEMA).findings}
    if named != {path.name: NewerVersion}:
        yield f"verify finds {named}"
    if path.read_bytes() != before:
        yield f"{path.name} was changed"


def _breaking(steps: Sequence[Step], number: int, chance: random.Random) -> tuple[Step, ...]:
    """The steps, of which the one by that number fails after some statements."""
    left = chance.choice((0, 1, 2, 5))

    def broken(db: Connection) -> None:
        run, done = Connection.run, 0

        def failing_run(self: Connection, *words: Any) -> int:
            nonlocal done
            done += 1
            if done > left:
                raise StepFails
            return run(self, *words)

        with mock.patch.object(Connection, "run", failing_run):
            steps[number - 1](db)
        raise StepFails

    return (*steps[: number - 1], broken, *steps[number:])


def _versions(at: Home) -> dict[Path, int]:
    found = {}
    for path in (at.folder / INDEX_NAME, *at.journals()):
        with _raw(at, path, read_only=True) as db:
            found[path] = version_of(db)
    return found


@contextlib.contextmanager
def _raw(at: Home, path: Path, *, read_only: bool = False) -> Iterator[Connection]:
    """The file as it is, brought up to nothing."""
    with contextlib.closing(at.vault(read_only=True)) as vault:
        index = path.name == INDEX_NAME
        key = vault._keys.index_key() if index else vault._keys.journal_key(JournalId(path.stem))
    kind = INDEX_APPLICATION_ID if index else JOURNAL_APPLICATION_ID
    db = connect(path, key, application_id=kind, newest=10**6, read_only=read_only)
    with contextlib.closing(db):
        yield db


def run(profile: Profile, place: Path) -> Outcome:
    chance = random.Random(profile.seed)
    short: list[str] = []
    cases: list[tuple[str, Iterator[str]]] = []
    for version in VERSIONS:
        cases.append((f"{version} read", read(version, place / f"{version} read")))
        steps = range(int(version[1:]) + 1, NEWEST_SCHEMA + 1)
        for number in steps if profile.name == "full" else list(steps)[:1]:
            for again in range(profile.pick(quick=1, full=4)):
                name = f"{version} step {number} {again}"
                cases.append((name, failing(version, place / name, number, chance)))
        for which in ("journal", "index"):
            if profile.name == "full" or version in (VERSIONS[0], VERSIONS[-1]):
                name = f"{version} newer {which}"
                cases.append((name, newer(version, place / name, which, chance)))
    for name, case in cases:
        short += [f"{name}: {one}" for one in case]
        shutil.rmtree(place / name)
    return Outcome(
        tried=len(cases),
        unit=f"vaults of {', '.join(VERSIONS)}, read, failing at a step, or newer",
        short=tuple(short),
        beside="killed within: see the trial of kills",
    )


TRIALS = (
    Trial(
        "migrations",
        "every stored vault opens to its last word, a failed step leaves the old, a newer one is refused",
        run,
    ),
)
