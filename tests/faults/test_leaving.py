"""The trial of leaving sees a word that is missing, and a file that names somebody."""

from __future__ import annotations

from pathlib import Path

from tests.faults.canaries import KINDS, canary
from tests.faults.trials.leaving import NOT_HELD, missing, telling


def test_a_word_that_is_left_out_is_seen(tmp_path: Path) -> None:
    wanted = [kind for kind in KINDS if kind not in NOT_HELD]
    everything = " ".join(map(canary, wanted))
    (tmp_path / "whole.json").write_text(f'{{"all": ["{everything}"]}}')
    assert list(missing(tmp_path)) == []
    (tmp_path / "whole.json").write_text(f'{{"all": ["{everything.replace(canary("tag"), "")}"]}}')
    assert list(missing(tmp_path)) == ["tag"]


def test_a_file_named_by_a_title_is_seen(tmp_path: Path) -> None:
    (tmp_path / canary("codename")).mkdir()
    assert list(telling(tmp_path)) == []
    (tmp_path / canary("codename") / f"2026-03-01 {canary('goaltitle')}.md").touch()
    assert len(list(telling(tmp_path))) == 1
