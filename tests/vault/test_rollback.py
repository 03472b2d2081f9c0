"""Older files put back, second copies of synchronised folders, and room set aside for a full disk."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mentorjournal.errors import ForeignFile, OlderCopy
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.vault.conflicts import is_conflicted
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.reserve import RESERVE_BYTES
from mentorjournal.vault.verification import verify
from tests.faults.shim import under_shim
from tests.vault import on_a_small_disk
from tests.vault.house import PASSPHRASE, House, build

ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build(tmp_path_factory.mktemp("house") / "vault")


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    shutil.copytree(built.folder, tmp_path / "vault")
    return House(tmp_path / "vault", built.code, built.heron, built.plover)


def write(shelf: Shelf) -> None:
    shelf.named("Heron").journal.reflections.add(Reflection(id=new_entry_id(), day=date(2026, 6, 1)))


def found(house: House) -> set[tuple[str, type]]:
    """What is wrong, as both ways of checking say it."""
    outside = {(one.file, one.error) for one in verify(house.folder, PASSPHRASE).findings}
    with contextlib.closing(house.vault()) as vault:
        assert {(one.file, one.error) for one in vault.verify()} == outside
    return outside


# Older files


def test_an_older_journal_put_back_is_named(house: House) -> None:
    old = house.journal(house.heron).read_bytes()
    with contextlib.closing(house.shelf()) as shelf:
        write(shelf)
    assert found(house) == set()
    house.journal(house.heron).write_bytes(old)
    assert found(house) == {(f"{house.heron}.mjdb", OlderCopy)}
    with contextlib.closing(house.shelf()) as shelf:
        assert shelf.is_older_than_remembered(house.heron)
        assert not shelf.is_older_than_remembered(house.plover)


def test_an_older_index_put_back_is_named(house: House) -> None:
    old = (house.folder / "index.mjdb").read_bytes()
    with contextlib.closing(house.shelf()) as shelf:
        write(shelf)
    (house.folder / "index.mjdb").write_bytes(old)
    assert found(house) == {("index.mjdb", OlderCopy)}


def test_an_older_key_file_put_back_is_told_at_unlocking(house: House) -> None:
    names = ("vault.keys", "vault.keys.copy")
    old = {name: (house.folder / name).read_bytes() for name in names}
    with contextlib.closing(house.vault()) as vault:
        vault.create_journal(lambda _db: None)
        assert vault.notices == ()
    for name in names:
        (house.folder / name).write_bytes(old[name])
    with contextlib.closing(house.vault()) as vault:
        assert Notice.KEY_FILE_OLDER in vault.notices


def test_a_vault_that_only_moves_on_is_told_nothing(house: House) -> None:
    for codename in ("Wren", "Lark", "Swift"):
        with contextlib.closing(house.shelf()) as shelf:
            write(shelf)
            shelf.add(Relationship(codename=codename, my_role=Role.MENTOR, type=RelationshipType.INFORMAL))
            assert shelf.vault.notices == ()


# Second copies


@pytest.mark.parametrize(
    "name",
    [
        "index (Anna's conflicted copy 2026-03-01).mjdb",
        "vault (Anna's conflicted copy 2026-03-01).keys",
        f"{ID} (conflicted copy 2026-03-01 101112).mjdb",
        f"{ID}_conflict-20260301-101112.mjdb",
        f"{ID}.sync-conflict-20260301-101112-ABCDEFG.mjdb",
        "vault.keys.sync-conflict-20260301-101112-ABCDEFG.copy",
        "index-DESKTOP-4F7K2Q.mjdb",
        f"{ID}-LAPTOP.mjdb",
        "index (1).mjdb",
        f"{ID} 2.mjdb",
        "index (SFConflict anna@example.org 2026-03-01-10-11-12).mjdb",
        "index [Conflict].mjdb",
        "index.Conflict.mjdb",
    ],
)
def test_a_conflicted_copy_is_known_by_its_name(name: str) -> None:
    assert is_conflicted(name)


@pytest.mark.parametrize(
    "name",
    [
        *("vault.keys", "vault.keys.copy", "vault.lock", "index.mjdb", "index.mjdb-journal", "reserve"),
        *(f"{ID}.mjdb", f"{ID}.mjdb-journal", f"{ID}.mjdb.new", "vault.keys.set-aside", "notes (1).txt"),
        *("index.mjdb.damaged-2026-03-01-1", ".vault.keys.1a2b3c4d.tmp", "new-keys", "backups", "journals"),
    ],
)
def test_what_is_ours_or_a_strangers_is_no_conflicted_copy(name: str) -> None:
    assert not is_conflicted(name)


def test_conflicted_copies_are_told_at_unlocking_and_named_by_checking(house: House) -> None:
    index, journal = "index (conflicted copy).mjdb", f"{house.heron} 2.mjdb"
    shutil.copyfile(house.folder / "index.mjdb", house.folder / index)
    shutil.copyfile(house.journal(house.heron), house.folder / "journals" / journal)
    assert found(house) == {(index, ForeignFile), (journal, ForeignFile)}
    with contextlib.closing(house.vault()) as vault:
        assert vault.notices == (Notice.CONFLICTED_COPY,)


# The reserve


def test_room_is_set_aside_with_the_vault_and_again_when_it_is_missing(house: House) -> None:
    reserve = house.folder / "reserve"
    assert reserve.stat().st_size == RESERVE_BYTES
    assert reserve.stat().st_mode & 0o777 == 0o600
    reserve.unlink()
    house.vault().close()
    assert reserve.stat().st_size == RESERVE_BYTES


def test_reading_alone_sets_nothing_aside(house: House) -> None:
    (house.folder / "reserve").unlink()
    house.vault(read_only=True).close()
    assert not (house.folder / "reserve").exists()


@pytest.mark.parametrize(
    "happens",
    [
        on_a_small_disk.deleting_and_locking_go_on,
        on_a_small_disk.a_refused_save_gives_the_room_back,
        on_a_small_disk.a_vault_opens_and_is_read,
    ],
)
def test_on_a_full_disk(happens: Callable[[House], None], house: House, tmp_path: Path) -> None:
    under_shim(tmp_path, happens, house)
