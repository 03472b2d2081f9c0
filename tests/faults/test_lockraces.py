"""The races see a lock that loses words, and one that leaves something in front of the cover."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.trial import Outcome, Profile
from tests.faults.trials.lockraces import races
from ui.shell.covering import Covering
from ui.shell.desk import Desk
from ui.shell.window import MainWindow


def short_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(Profile, "pick", lambda self, *, quick, full: 2)
    outcome = races(Profile("quick", seed=5), folder)
    assert isinstance(outcome, Outcome)
    return "\n".join(outcome.short)


def test_a_lock_that_writes_nothing_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "flush", lambda self: None)
    monkeypatch.setattr(Desk, "let_go", lambda self: None)
    assert "not in the journal as they stood" in short_of(tmp_path, monkeypatch)


def test_pages_that_can_still_be_read_aloud_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MainWindow, "set_aside", lambda self, room: None)
    monkeypatch.setattr(Covering, "_close_what_is_above", lambda self: None)
    assert "can be read under the lock" in short_of(tmp_path, monkeypatch)
