"""The trial of kills sees a lost save, half a file, and a process that fails by itself."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import writing
from tests.faults.doomed import Doom
from tests.faults.home import Entries, Home, home
from tests.faults.killing import FailedByItself, killed
from tests.faults.trial import Profile
from tests.faults.trials import kills
from tests.faults.writing import Writing


def test_a_save_that_is_lost_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(shelf: object) -> Entries:
        return {place: dict(list(values.items())[1:]) for place, values in real(shelf).items()}  # type: ignore[arg-type]

    one, real = Writing(tmp_path, seed=1), writing.kept
    monkeypatch.setattr(writing, "LONGEST", 2.0)
    monkeypatch.setattr(writing, "kept", forgetful)
    one.kill(1)
    assert any("there or gone" in said for said in one.short)


def test_a_process_that_fails_by_itself_is_noticed() -> None:
    with pytest.raises(FailedByItself):
        killed(print, until=1, within=0, chance=random.Random(1))


@pytest.fixture
def at(tmp_path: Path) -> Home:
    return home(tmp_path / "vault")


def told(act: str, at: Home, heard: list[object], before: Entries | None = None) -> str:
    (at.folder.parent / "out").mkdir(exist_ok=True)
    judge = kills.Kills(at.folder.parent, Profile("quick", 1))
    doom = Doom(act=act, home=at, beside=at.folder.parent / "out")
    return " ".join(kills.LOOK[act](judge, doom, heard, before))


def test_half_a_file_is_noticed(at: Home) -> None:
    (at.folder.parent / "out").mkdir()
    (at.folder.parent / "out" / "book.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert "half a file" in told("book", at, ["begun"])


def test_an_acknowledged_act_that_did_not_happen_is_noticed(at: Home) -> None:
    before = kills._read(at.vault())
    assert "still there" in told("destruction", at, ["begun", "done"], before)
    assert "is not there" in told("backup", at, ["begun", "done"], before)
    assert "does not open it" in told("passphrase", at, ["begun", "done"], before)


def test_a_word_that_is_gone_is_noticed(at: Home) -> None:
    before = kills._read(at.vault())
    before["Heron", "topics"] = {}
    assert "does not say what it said" in told("backup", at, ["begun"], before)
