"""A vault opened for reading alone: nothing of it changes, and what can be read of damage is read."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mentorjournal.errors import MissingFile, OpenedReadOnly
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.query import parse
from mentorjournal.model.reflection import Reflection
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.vault import Vault
from tests.cli.command import tree
from tests.data.vaults.content import PASSPHRASE as STORED_PASSPHRASE
from tests.vault.conftest import flip
from tests.vault.house import House, build, page_count, zero

STORED = Path(__file__).parents[1] / "data" / "vaults"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build(tmp_path_factory.mktemp("house") / "vault")


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    shutil.copytree(built.folder, tmp_path / "vault")
    return House(tmp_path / "vault", built.code, built.heron, built.plover)


def looked_through(shelf: Shelf) -> tuple[list[str], int]:
    """What a reader does: the list, a journal, a search."""
    with contextlib.closing(shelf):
        codenames = [card.codename for card in shelf.cards()]
        journal = shelf.named("Heron").journal
        assert journal.timeline() and journal.counts().entries
        *_, found = shelf.find(parse("reflected"))
        return codenames, len(found)


def test_everything_is_read_and_not_a_byte_changes(house: House) -> None:
    before = tree(house.folder)
    assert looked_through(house.shelf(read_only=True)) == (["Heron", "Plover"], 48)
    assert tree(house.folder) == before


@pytest.mark.parametrize("page", [1, 2, 15, 40, 60, 100])
def test_what_can_be_read_of_a_damaged_journal_is_read(house: House, page: int) -> None:
    zero(house.journal(house.heron), page)
    before = tree(house.folder)
    shelf = house.shelf(read_only=True)
    codenames, _ = looked_through(shelf)
    assert "Plover" in codenames and len(codenames) == 2
    assert tree(house.folder) == before


def test_a_journal_that_is_read_in_part_is_named(house: House) -> None:
    zero(house.journal(house.heron), 3)  # where the sessions stand
    with contextlib.closing(house.shelf(read_only=True)) as shelf:
        shelf.open(house.plover)
        assert shelf.vault.damaged == {}
        shelf.open(house.heron)
        assert set(shelf.vault.damaged) == {house.heron}
        assert any(lost.what == "a session" for lost in shelf.vault.damaged[house.heron].lost)


def test_with_a_damaged_index_the_journals_are_listed_all_the_same(house: House) -> None:
    index = house.folder / "index.mjdb"
    zero(index, *range(1, page_count(index) + 1))
    with contextlib.closing(house.shelf(read_only=True)) as shelf:
        assert [card.codename for card in shelf.cards()] == ["Heron", "Plover"]
        assert shelf.vault.notices == (Notice.INDEX_READ_IN_PART,)


def test_a_missing_journal_is_said_and_the_others_are_read(house: House) -> None:
    house.journal(house.plover).unlink()
    with contextlib.closing(house.shelf(read_only=True)) as shelf:
        with pytest.raises(MissingFile):
            shelf.open(house.plover)
        assert shelf.named("Heron").journal.reflections.all()


WRITING: dict[str, Callable[[Shelf, House], object]] = {
    "an entry": lambda shelf, _: shelf.named("Heron").journal.reflections.add(
        Reflection(id=new_entry_id(), day=date(2026, 3, 1))
    ),
    "a journal": lambda shelf, _: shelf.add(shelf.named("Heron").relationship.__class__(
        **{**_fields(shelf.named("Heron").relationship), "codename": "New"})),
    "a backup": lambda shelf, _: shelf.back_up(),
    "a setting": lambda shelf, _: shelf.set_setting("a", 1),
    "a passphrase": lambda shelf, house: shelf.vault.reset_passphrase(house.code, "new"),
    "an end": lambda shelf, house: shelf.destroy(house.heron, keep_record=False),
}  # fmt: skip


def _fields(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]


@pytest.mark.parametrize("what", WRITING)
@pytest.mark.parametrize("damaged", [False, True])
def test_writing_is_refused_with_one_sentence_and_changes_nothing(
    house: House, what: str, damaged: bool
) -> None:
    if damaged:
        zero(house.journal(house.heron), 3)
    before = tree(house.folder)
    shelf = house.shelf(read_only=True)
    with contextlib.closing(shelf), pytest.raises(OpenedReadOnly, match="open for reading only"):
        WRITING[what](shelf, house)
    assert tree(house.folder) == before


@pytest.mark.parametrize("version", ["v1", "v2", "v3", "v4"])
def test_a_vault_of_any_version_is_read_without_being_brought_up_to_date(version: str) -> None:
    before = tree(STORED / version / "vault")
    vault = Vault.unlock(STORED / version / "vault", STORED_PASSPHRASE, read_only=True)
    with contextlib.closing(Shelf(vault)) as shelf:
        for card in shelf.cards():
            assert shelf.open(card.id).journal.relationship().codename == card.codename
        assert vault.damaged == {}
    assert tree(STORED / version / "vault") == before


def test_a_write_that_was_cut_off_is_not_shown_and_not_undone(house: House) -> None:
    child = os.fork()
    if child == 0:
        db = house.vault().open_journal(house.heron, newest=99)
        db.run("PRAGMA cache_size = 1")
        with db.transaction():
            db.run("UPDATE reflection SET title = hex(randomblob(2000))")
            os._exit(0)
    os.waitpid(child, 0)
    before = tree(house.folder)
    with contextlib.closing(house.shelf(read_only=True)) as shelf:
        titles = {one.title for one in shelf.named("Heron").journal.reflections.all()}
        assert titles == {f"Reflection {number}" for number in range(24)}
        assert shelf.vault.damaged == {}
    assert tree(house.folder) == before


def test_checking_reads_the_files_and_not_the_copies(house: House) -> None:
    flip(house.journal(house.heron), 9000)
    with contextlib.closing(house.shelf(read_only=True)) as shelf:
        shelf.cards()
        shelf.open(house.heron)
        shelf.open(house.plover)
        assert {finding.file for finding in shelf.vault.verify()} == {f"{house.heron}.mjdb"}
