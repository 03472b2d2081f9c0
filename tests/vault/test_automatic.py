"""When a backup is made without being asked for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.vault import automatic
from tests.vault.house import House, build

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    house: House = build(tmp_path / "vault")
    shelf = Shelf(house.vault(), clock=lambda: NOW)
    with contextlib.closing(shelf):
        yield shelf


def write(shelf: Shelf) -> None:
    shelf.named("Heron").journal.reflections.add(Reflection(id=new_entry_id(), day=date(2026, 3, 1)))
    shelf.rest()


def test_after_changes_at_most_once_an_hour(shelf: Shelf) -> None:
    due = shelf.vault.backup_is_due
    assert due(NOW)
    shelf.back_up()
    later = NOW + timedelta(hours=2)
    assert not due(later)
    write(shelf)
    assert not due(NOW + timedelta(minutes=59)) and due(later)
    assert due(NOW + timedelta(minutes=1), closing=True)


def test_not_where_it_is_switched_off(shelf: Shelf) -> None:
    shelf.set_setting(automatic.SWITCH, False)
    assert not shelf.vault.backup_is_due(NOW)


def test_a_large_vault_waits_for_closing_and_a_day(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.back_up()
    write(shelf)
    monkeypatch.setattr(automatic, "QUICK_BYTES", 1)
    due = shelf.vault.backup_is_due
    assert not due(NOW + timedelta(days=2))
    assert not due(NOW + timedelta(hours=2), closing=True)
    assert due(NOW + timedelta(days=2), closing=True)
