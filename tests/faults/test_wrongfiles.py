"""The trial of wrong files sees an empty journal, a hang, and a file that was touched."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from mentorjournal.vault.vault import Vault
from tests.faults import children
from tests.faults.trials.wrongfiles import WrongFiles


@pytest.fixture
def files(tmp_path: Path) -> WrongFiles:
    return WrongFiles(tmp_path, seed=1)


def test_a_journal_that_shows_less_without_a_word_is_noticed(
    files: WrongFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Vault, "verify", lambda self, **_: [])
    files.try_one(1, "journal", "an older one")
    assert any("shows other words than it has" in one for one in files.short)


def test_a_wrong_file_that_is_called_something_else_is_noticed(
    files: WrongFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentorjournal.storage.connection.look_at", lambda *_: None)
    files.try_one(1, "journal", "cut to nothing")
    assert any("not the right words" in one or "other words" in one for one in files.short)


def test_a_file_that_opening_changes_is_noticed(files: WrongFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(self: Vault) -> None:
        for path in (self.folder / "journals").iterdir():
            path.write_bytes(path.read_bytes()[:-1] + b"!")

    monkeypatch.setattr(Vault, "_tidy", spoil)
    files.try_one(1, "reserve", "missing")
    assert any("and changed" in one for one in files.short)


def test_a_child_that_hangs_is_ended_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "PATIENCE", 1)
    with pytest.raises(children.Hung):
        children.in_child(signal.pause)


def test_a_child_that_takes_all_memory_is_told() -> None:
    with pytest.raises(children.Died):
        children.in_child(lambda: len(bytearray(children.MOST_MEMORY)))
