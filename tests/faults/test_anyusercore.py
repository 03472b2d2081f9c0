"""The user of whom nothing is known sees what goes wrong: each fault planted here is told."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mentorjournal.journal import noun
from mentorjournal.journal.noun import Noun
from mentorjournal.journal.versions import Versions
from mentorjournal.model.session import Session
from mentorjournal.storage import keeping, leaves
from tests.faults.anyuser import deeds
from tests.faults.anyuser.running import Lot, Story, run_lots
from tests.faults.trials.anyusercore import house_in, machine_in

Plant = Callable[[pytest.MonkeyPatch], None]


def lose_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    put = Noun._put

    def lossy(self: Any, value: Any, before: Any, *rest: Any, **more: Any) -> Any:
        lost = before is not None and not isinstance(value, Session)
        return put(self, before if lost else value, before, *rest, **more)

    monkeypatch.setattr(Noun, "_put", lossy)


def keep_no_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Versions, "_keep", lambda self, kind, id, parts, now: None)


def leave_words_in_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaves, "_unindex", lambda db, place: None)


def count_no_generation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "next_generation", lambda db: None)


@pytest.mark.parametrize(
    ("plant", "told"),
    [
        (lose_writes, "what was written is not there"),
        (keep_no_versions, "no version has it"),
        (leave_words_in_the_index, ""),
        (count_no_generation, "a change was not counted"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_planted_fault_is_told(
    plant: Plant, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = house_in(tmp_path)
    plant(monkeypatch)
    lot = Lot(machines=3, steps=50)
    for seed in range(1, 9):  # entries have names of chance, so one lot may pass the fault by
        _, short = run_lots(lambda story: machine_in(house, story), 1, lot, seed)
        if short:
            break
    assert short
    assert told in short[0]
    assert f"seed {seed}0000" in short[0]


def test_an_undo_that_takes_nothing_back_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user: Any = machine_in(house_in(tmp_path), Story())()
    monkeypatch.setattr(noun, "taken_back", lambda before, after, now: now)
    chance = random.Random(1)
    with pytest.raises(AssertionError, match="is not exact"):
        for _ in range(30):
            user.deed(deeds.adding, chance, "Something")
            user.deed(deeds.writing, chance, "Something else")
            user.undo(chance, "")
    user.teardown()
