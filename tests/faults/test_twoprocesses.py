"""The trial of two processes sees two who have the vault, and a command that goes on regardless."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from mentorjournal.errors import InUse
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.recovery import RecoveryCode
from tests.faults.home import Home, home
from tests.faults.trials import twoprocesses
from tests.faults.trials.twoprocesses import Two


@pytest.fixture
def at(tmp_path: Path) -> Home:
    return home(tmp_path / "vault")


def test_a_vault_that_is_free_to_all_is_noticed(at: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    two = Two(at, seed=1)
    monkeypatch.setattr(twoprocesses, "want", _want_nothing)
    two.race(0)
    assert any("0 have it" in one for one in two.short)


def _want_nothing(*arguments: object) -> None:
    """Have nothing and say nothing."""


def test_a_command_that_is_not_refused_is_noticed(at: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    two = Two(at, seed=1)
    monkeypatch.setattr(twoprocesses, "COMMANDS", (("no-such-command",),))
    two.commands(at.folder.parent / "beside")
    assert len(two.short) == 1 and two.short[0].startswith("no-such-command says")


def test_a_lock_that_was_lost_costs_no_journal_that_is_being_made(at: Home) -> None:
    with contextlib.closing(at.vault()) as vault:
        making = vault._keys.new_journal()
        (at.folder / "vault.lock").unlink()
        with pytest.raises(InUse):
            at.vault()
        code = RecoveryCode.parse(at.code)
        with contextlib.closing(KeyFile.open_with_code(at.folder, code, read_only=True)) as keys:
            assert keys.unfinished() == (making,)
