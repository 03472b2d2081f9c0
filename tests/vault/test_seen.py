"""A whole vault put back is noticed by what this machine remembers, and nothing else is taken for one."""

from __future__ import annotations

import contextlib
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mentorjournal.errors import OlderCopy
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.vault.doctor import examine
from mentorjournal.vault.index_file import INDEX_NAME
from mentorjournal.vault.rekeying import rekey
from mentorjournal.vault.salvage import salvage
from mentorjournal.vault.seen import Seen, older_than, remember, remembered_in
from mentorjournal.vault.vault import Vault
from mentorjournal.vault.verification import verify
from tests.vault.house import PASSPHRASE, House, build

DAY = date(2026, 6, 1)
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = build(tmp_path_factory.mktemp("house") / "vault")
    house.shelf().close()
    return house


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    shutil.copytree(built.folder, tmp_path / "vault")
    return House(tmp_path / "vault", built.code, built.heron, built.plover)


class Machine:
    """What one machine remembers of the vaults that are used on it."""

    def __init__(self) -> None:
        self.remembered = ""

    def uses(self, folder: Path, *, writes: bool = True, day: date = DAY) -> Seen | None:
        """One sitting, as the window has it; returns what it would tell of when the vault was opened."""
        with contextlib.closing(Shelf(Vault.unlock(folder, PASSPHRASE))) as shelf:
            told = older_than(shelf.vault.seen(day), self.remembered)
            if writes:
                write(shelf)
            shelf.rest()
            if told is None:
                self.remembered = remember(shelf.vault.seen(day), self.remembered)
        return told


def write(shelf: Shelf) -> None:
    shelf.named("Heron").journal.reflections.add(Reflection(id=new_entry_id(), day=DAY))


def put_back(folder: Path, older: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(older, folder)


@pytest.fixture
def machine(house: House) -> Machine:
    made = Machine()
    made.uses(house.folder)
    return made


@pytest.fixture
def older(house: House, machine: Machine, tmp_path: Path) -> Path:
    """A copy of the whole vault, taken before something was written."""
    shutil.copytree(house.folder, tmp_path / "older")
    assert machine.uses(house.folder, day=date(2026, 6, 9)) is None
    return tmp_path / "older"


# Noticed


def test_a_whole_vault_put_back_is_noticed_with_the_day_of_the_newer_one(
    house: House, machine: Machine, older: Path
) -> None:
    put_back(house.folder, older)
    told = machine.uses(house.folder)
    assert told is not None and told.day == date(2026, 6, 9)


def test_it_is_noticed_again_until_it_is_kept(house: House, machine: Machine, older: Path) -> None:
    put_back(house.folder, older)
    assert machine.uses(house.folder, writes=False) is not None
    assert machine.uses(house.folder, writes=False) is not None
    with contextlib.closing(house.shelf()) as shelf:
        machine.remembered = remember(shelf.vault.seen(DAY), machine.remembered)
    assert machine.uses(house.folder, writes=False) is None


def test_one_from_before_a_journal_began_is_noticed(house: House, machine: Machine, older: Path) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        shelf.add(Relationship(codename="Wren", my_role=Role.MENTOR, type=RelationshipType.INFORMAL))
    machine.uses(house.folder)
    put_back(house.folder, older)
    assert machine.uses(house.folder) is not None


def test_one_from_before_new_keys_is_noticed(house: House, machine: Machine, older: Path) -> None:
    rekey(house.folder, PASSPHRASE, lambda code: None, new_passphrase=None, keep_backups=False)
    machine.uses(house.folder, writes=False)
    put_back(house.folder, older)
    assert machine.uses(house.folder) is not None


def test_checking_and_the_doctor_say_so(house: House, machine: Machine, older: Path) -> None:
    put_back(house.folder, older)
    report = verify(house.folder, PASSPHRASE, remembered=machine.remembered)
    assert [(one.file, one.error) for one in report.findings] == [(INDEX_NAME, OlderCopy)]
    assert "2026-06-09" in report.findings[0].what
    health = examine(house.folder, PASSPHRASE, NOW, remembered=machine.remembered)
    assert any("2026-06-09" in one.says and "Keep this one" in one.do for one in health.remarks)


# No false alarm


def test_a_vault_that_only_moves_on_is_told_of_nothing(house: House, machine: Machine) -> None:
    for _ in range(3):
        assert machine.uses(house.folder) is None
    assert machine.uses(house.folder, writes=False) is None
    assert verify(house.folder, PASSPHRASE, remembered=machine.remembered).findings == ()


def test_neither_is_one_that_lost_a_journal_on_purpose(house: House, machine: Machine) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        shelf.destroy(house.plover)
    assert machine.uses(house.folder) is None


def test_nor_one_with_new_keys(house: House, machine: Machine) -> None:
    rekey(house.folder, PASSPHRASE, lambda code: None, new_passphrase=None, keep_backups=False)
    assert machine.uses(house.folder) is None


def test_nor_one_with_another_passphrase(house: House, machine: Machine) -> None:
    with contextlib.closing(house.vault()) as vault:
        vault.change_passphrase(PASSPHRASE, "another")
        vault.change_passphrase("another", PASSPHRASE)
    assert machine.uses(house.folder) is None


def test_nor_one_that_was_killed_in_the_middle(house: House, machine: Machine, tmp_path: Path) -> None:
    shelf = house.shelf()
    write(shelf)
    shutil.copytree(house.folder, tmp_path / "killed")
    shelf.close()
    put_back(house.folder, tmp_path / "killed")
    assert machine.uses(house.folder) is None


def test_nor_one_whose_index_is_made_anew(house: House, machine: Machine) -> None:
    (house.folder / INDEX_NAME).write_bytes(b"")
    with contextlib.closing(house.vault(rebuild_index=True)) as vault:
        now = vault.seen(DAY)
        assert older_than(now, machine.remembered) is None
        assert remember(now, machine.remembered) == machine.remembered
    assert machine.uses(house.folder) is None


def test_nor_a_backup_that_was_restored_to_where_the_vault_was(
    house: House, machine: Machine, tmp_path: Path
) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        backup = shelf.back_up().backup
        write(shelf)
        shelf.vault.restore(backup.folder, tmp_path / "restored")
    machine.uses(house.folder)
    put_back(house.folder, tmp_path / "restored")
    assert machine.uses(house.folder) is None


def test_nor_what_was_salvaged(house: House, machine: Machine, tmp_path: Path) -> None:
    machine.uses(house.folder)
    salvage(house.folder, PASSPHRASE, tmp_path / "salvaged", NOW)
    put_back(house.folder, tmp_path / "salvaged")
    assert machine.uses(house.folder) is None


def test_nor_a_copy_that_is_used_in_another_place(house: House, machine: Machine, older: Path) -> None:
    for _ in range(2):
        assert machine.uses(older, writes=False) is None
        assert machine.uses(house.folder) is None


def test_nor_a_vault_on_a_day_that_is_long_past(house: House, machine: Machine) -> None:
    assert machine.uses(house.folder, day=date(1970, 1, 1)) is None
    assert machine.uses(house.folder, day=date(9998, 1, 1)) is None
    assert machine.uses(house.folder) is None


def test_a_drill_changes_nothing_of_it(house: House, machine: Machine) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        backup = shelf.back_up().backup
        assert shelf.vault.drill(backup, NOW).passed
    assert machine.uses(house.folder) is None


# What is kept


def test_what_is_kept_says_nothing_of_the_vault(house: House, machine: Machine) -> None:
    with contextlib.closing(house.vault()) as vault:
        assert vault.id not in machine.remembered
    assert remembered_in(machine.remembered) == machine.remembered
    assert len(machine.remembered.split(":")) == 4


def test_only_the_vaults_used_last_are_kept() -> None:
    kept = ""
    for number in range(20):
        one = Seen(mark=f"{number:032x}", keys=1, changes=number, day=DAY)
        kept = remember(one, remember(one, kept))
    assert [part.split(":")[2] for part in kept.split()] == [str(number) for number in range(12, 20)]


@pytest.mark.parametrize(
    "damaged",
    ["", "x", ":::", f"{'a' * 32}:1:1:2026-02-31", f"{'a' * 32}:-1:1:2026-02-01", 7, None, ["a"], "٣" * 40],
)
def test_what_makes_no_sense_raises_no_alarm(damaged: object) -> None:
    now = Seen(mark="a" * 32, keys=0, changes=0, day=DAY)
    text = remembered_in(damaged)
    assert older_than(now, text) is None
    assert remember(now, text).endswith(f"{'a' * 32}:0:0:2026-06-01")
