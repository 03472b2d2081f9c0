"""What happens to a vault on a disk that is full: run in a process of its own, whose disk is small."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest

from mentorjournal.errors import DiskFull
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from tests.faults.shim import Shim
from tests.vault.house import House


def _filled(house: House) -> None:
    """From now on nothing more fits beside the vault."""
    shim = Shim()
    shim.watch(house.folder)
    shim.set_room(0)


def _write(shelf: Shelf) -> None:
    shelf.named("Heron").journal.reflections.add(Reflection(id=new_entry_id(), day=date(2026, 6, 1)))


def deleting_and_locking_go_on(house: House) -> None:
    shelf = house.shelf()
    journal = shelf.named("Heron").journal
    entries = journal.reflections.all()
    _filled(house)
    shelf.set_setting("place", {"typed": "words that were not kept yet " * 400})  # as locking seals them
    assert not (house.folder / "reserve").exists()
    journal.reflections.remove(entries[0].id)
    shelf.close()
    with contextlib.closing(house.shelf()) as shelf:
        assert "words that were not kept" in str(shelf.setting("place"))
        assert len(shelf.named("Heron").journal.reflections.all()) == len(entries) - 1
        assert not (house.folder / "reserve").exists()  # it must not be what fills the disk


def a_refused_save_gives_the_room_back(house: House) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        journal = shelf.named("Heron").journal
        _filled(house)
        with pytest.raises(DiskFull):
            _write(shelf)
        _write(shelf)
        assert len(journal.reflections.all()) == 25


def a_vault_opens_and_is_read(house: House) -> None:
    """Without the reserve: there is not a byte left for a note that a journal is open."""
    (house.folder / "reserve").unlink()
    _filled(house)
    with contextlib.closing(house.shelf()) as shelf:
        assert [card.codename for card in shelf.cards()] == ["Heron", "Plover"]
        assert len(shelf.named("Heron").journal.reflections.all()) == 24
