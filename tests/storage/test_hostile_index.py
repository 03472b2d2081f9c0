"""An index with the right key and rows that no index of ours has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mentorjournal.errors import DamagedIndex
from mentorjournal.storage.connection import connect
from mentorjournal.storage.index import INDEX_APPLICATION_ID, INDEX_STEPS, Card, Index
from tests.faults.hostile_vault import loosened
from tests.vault.conftest import card


def opened(path: Path, *, create: bool = False) -> Index:
    newest = len(INDEX_STEPS)
    return Index(
        connect(
            path,
            bytearray(range(32)),
            application_id=INDEX_APPLICATION_ID,
            newest=newest,
            create=create,
            damaged=DamagedIndex,
        )
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "index.mjdb"
    index = opened(path, create=True)
    index.put_card(card("a", "Heron"))
    index.close()
    return path


@pytest.mark.parametrize("column", ["role", "type", "form", "status", "generation", "entries"])
@pytest.mark.parametrize("value", [None, "", "other"], ids=repr)
def test_a_card_that_says_what_no_card_says_is_damage(path: Path, column: str, value: object) -> None:
    with loosened(path, bytearray(range(32))) as db:
        db.execute(f"UPDATE card SET {column} = ?", (value,))
    index = opened(path)
    with pytest.raises(DamagedIndex):
        index.cards()
    index.close()


def test_a_card_of_which_nothing_is_known_may_say_nothing(path: Path) -> None:
    index = opened(path)
    index.put_card(replace(Card(id="b"), dirty=True))
    assert [card.unknown for card in index.cards()] == [False, True]
    index.close()
