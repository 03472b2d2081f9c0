"""The trial of migrations sees a word that is gone, a step that is half done, and a newer file that opens."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from mentorjournal.storage import connection
from tests.faults.home import Snapshot
from tests.faults.trials import migrations
from tests.faults.trials.migrations import VERSIONS, missing


def test_what_is_missing_is_noticed() -> None:
    assert missing({"a": [{"b": 1}]}, {"a": [{"b": 1, "new": 2}], "more": 3}) == []
    assert missing({"a": [{"b": 1}]}, {"a": [{"b": 2}]}) == ["/a/0/b"]
    assert missing({"a": [1, 2], "b": None}, {"a": [1]}) == ["/a", "/b"]


def test_there_is_a_vault_of_every_version() -> None:
    assert tuple(f"v{number}" for number in range(1, migrations.NEWEST_SCHEMA + 1)) == VERSIONS


def test_a_word_that_is_gone_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "said", lambda shelf: {})
    monkeypatch.setattr(Snapshot, "changed", lambda self, **_: ["vault.keys"])
    told = " ".join(migrations.read(VERSIONS[-1], tmp_path / "vault"))
    assert "opened the first time, other words" in told and "reading changed" in told


def test_a_step_that_is_half_done_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = iter(({tmp_path: 1}, {tmp_path: 3}))
    monkeypatch.setattr(migrations, "_versions", lambda at: next(versions))
    told = " ".join(migrations.failing("v1", tmp_path / "vault", 2, random.Random(1)))
    assert "step 2 failed" in told and "from 1 to 3" in told


def test_a_newer_file_that_opens_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_is_ours", lambda *_: None)
    told = " ".join(migrations.newer(VERSIONS[-1], tmp_path / "vault", "index", random.Random(1)))
    assert "verify finds {}" in told
