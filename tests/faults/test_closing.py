"""Closing on a disk that takes nothing more is no failure: what was saved was on the disk before."""

from __future__ import annotations

import resource
from pathlib import Path

from mentorjournal.exchange.incoming import as_reflection
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.cli.command import Command
from tests.faults.writer import relationship
from tests.vault.conftest import in_child


def test_what_was_added_is_not_called_lost_because_the_cards_could_not_follow(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    vault, made = Vault.create(folder, "x", cost=FLOOR)
    code = "-".join(made.groups())
    shelf = Shelf(vault)
    id = shelf.add(relationship("Bird")).id
    shelf.close()

    def add_and_close_on_a_full_disk() -> None:
        shelf = Shelf(Vault.unlock_with_code(folder, code))
        journal = shelf.open(id).journal
        as_reflection(journal, journal.today(), "", from_plain("tortoise"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        shelf.close()

    assert in_child(add_and_close_on_a_full_disk) == ""
    shelf = Shelf(Vault.unlock_with_code(folder, code))
    assert [card.entries for card in shelf.cards()] == [1]
    assert len(shelf.open(id).journal.reflections.all()) == 1
    shelf.close()
    found = Command(tmp_path / "home")("search", folder, "--passphrase-stdin", "tortoise", stdin="x\n")
    assert "tortoise" in found.out
