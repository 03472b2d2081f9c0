"""The trial of clocks sees a rotation and an order that believe the clock."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorjournal.journal.versions import Versions
from mentorjournal.vault import backups
from tests.faults.trial import Profile
from tests.faults.trials.clocks import run

BRIEF = Profile("brief", seed=1)


@pytest.fixture(autouse=True)
def zone() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    assert os.environ.get("TZ") == before
    time.tzset()


def test_an_order_by_the_clock_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "_number_of", lambda _: 0)
    assert any("the last made backup is not the first" in one for one in run(BRIEF, tmp_path).short)


def test_a_copy_that_goes_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "kept", lambda made: {max(made)})
    assert any("one of the last ten went" in one for one in run(BRIEF, tmp_path).short)


def test_versions_that_are_not_kept_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Versions, "of", lambda *_: [])
    assert any("versions are out of order" in one for one in run(BRIEF, tmp_path).short)
