"""The trial of flipped bits sees a flip that the program would not."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorjournal.storage.connection import Connection
from mentorjournal.vault.drill import Drill
from tests.faults.home import home
from tests.faults.trials import bitflips


def short(place: Path, kind: str) -> list[str]:
    flips = bitflips.Flips(home(place / "vault"), seed=1)
    flips.flip(bitflips.KINDS.index(kind))
    return flips.short


def test_a_check_that_finds_nothing_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Connection, "check", lambda self: [])
    assert any("verify names" in one for one in short(tmp_path, "journal"))


def test_a_drill_that_always_passes_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Drill, "passed", True)
    assert any("the drill passes" in one for one in short(tmp_path, "backup's index"))


def test_a_copy_that_is_not_healed_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorjournal.vault.keyfile.heal", lambda *_: [])
    told = short(tmp_path, "second key file")
    assert any("opening says only" in one for one in told)
    assert any("not healed" in one for one in told)


def test_a_whole_vault_is_not_called_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bitflips, "turn", lambda *_: None)
    assert any("verify names []" in one for one in short(tmp_path, "journal"))
