"""Damage in a backup is said, costs no more than it must, and comes into no new one."""

from __future__ import annotations

import contextlib
import os
from datetime import timedelta
from pathlib import Path

import pytest

from mentorjournal.errors import DamagedKeyFile
from mentorjournal.vault.copies import COPY_NAMES, Notice
from mentorjournal.vault.vault import Vault
from tests.faults.home import NOW, Home, home
from tests.faults.trials.bitflips import turn


@pytest.fixture
def at(tmp_path: Path) -> Home:
    return home(tmp_path / "vault")


def newest(at: Home) -> Path:
    return max((at.folder / "backups").iterdir())


def test_a_damaged_index_fails_the_drill(at: Home) -> None:
    turn(newest(at) / "index.mjdb", 9000, 0)
    with contextlib.closing(at.vault()) as vault:
        done = vault.drill(vault.backups()[0], NOW)
    assert not done.passed and "The index of this backup is damaged" in done.wrong[0]


def test_one_damaged_copy_of_the_key_file_fails_the_drill(at: Home) -> None:
    turn(newest(at) / COPY_NAMES[1], 100, 0)
    with contextlib.closing(at.vault()) as vault:
        done = vault.drill(vault.backups()[0], NOW)
    assert done.wrong == (
        "One copy of the key file in this backup is damaged or missing. The other one opens it.",
    )


def test_what_a_damaged_index_still_holds_is_restored_and_the_rest_named(at: Home, tmp_path: Path) -> None:
    with contextlib.closing(at.shelf()) as shelf:
        shelf.set_setting("wish", "a quiet page")
        backup = shelf.vault.back_up(NOW + timedelta(days=2)).backup
    turn(backup.folder / "index.mjdb", 5000, 0)
    with contextlib.closing(at.vault()) as vault:
        made = vault.restore(backup.folder, tmp_path / "new")
    with contextlib.closing(Vault.unlock_with_code(tmp_path / "new", at.code)) as restored:
        assert restored.verify() == []
        assert restored.index.setting("wish") == "a quiet page" or made.index_lost


def test_a_key_file_damaged_meanwhile_does_not_come_into_a_backup(at: Home) -> None:
    with contextlib.closing(at.vault()) as vault:
        turn(at.folder / COPY_NAMES[0], 100, 0)
        made = vault.back_up(NOW + timedelta(days=2)).backup
    with contextlib.closing(Vault.unlock_with_code(made.folder, at.code, read_only=True)) as opened:
        assert opened.verify() == []


def test_checking_a_damaged_journal_does_not_call_the_index_old(at: Home) -> None:
    turn(at.journals()[0], 9000, 0)
    with contextlib.closing(at.vault(read_only=True)) as vault:
        assert {one.file for one in vault.verify()} == {at.journals()[0].name}


@pytest.mark.parametrize("name", COPY_NAMES)
def test_a_pipe_in_the_place_of_a_key_file_is_not_waited_for(at: Home, name: str) -> None:
    (at.folder / name).unlink()
    os.mkfifo(at.folder / name)
    with contextlib.closing(at.vault()) as vault:
        assert {Notice.KEY_FILE_HEALED, Notice.KEY_COPY_HEALED} & set(vault.notices)


def test_two_pipes_are_called_a_damaged_key_file(at: Home) -> None:
    for name in COPY_NAMES:
        (at.folder / name).unlink()
        os.mkfifo(at.folder / name)
    with pytest.raises(DamagedKeyFile):
        at.vault()


def test_what_a_killed_making_of_the_reserve_left_is_cleared_away(at: Home) -> None:
    (at.folder / ".reserve.0a1b2c3d.tmp").write_bytes(bytes(1024))
    at.vault().close()
    assert not list(at.folder.glob(".reserve*"))
