"""The sample vault on the disk."""

from datetime import date

import pytest

from mentorjournal.demo import PASSPHRASE, clock, write_vault
from mentorjournal.errors import AlreadyThere, WrongPassphrase
from mentorjournal.journal.shelf import Shelf
from mentorjournal.vault.vault import Vault
from tests.demo.conftest import content_of


def content(folder, passphrase):
    shelf = Shelf(Vault.unlock(folder, passphrase), clock=clock())
    try:
        return {card.codename: content_of(shelf.open(card.id).journal) for card in shelf.cards()}
    finally:
        shelf.close()


def test_its_passphrase_opens_it_and_no_other(tmp_path):
    passphrase = write_vault(tmp_path / "demo", size=8)
    assert passphrase == PASSPHRASE
    assert len(content(tmp_path / "demo", passphrase)) == 8
    with pytest.raises(WrongPassphrase):
        Vault.unlock(tmp_path / "demo", "three herons by the sea")


def test_two_vaults_are_equal_but_for_their_keys(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    passphrase = write_vault(one)
    write_vault(other)
    assert content(one, passphrase) == content(other, passphrase)
    assert (one / "vault.keys").read_bytes() != (other / "vault.keys").read_bytes()


def test_the_vault_says_that_all_is_well(tmp_path):
    vault = Vault.unlock(tmp_path / "demo", write_vault(tmp_path / "demo"))
    try:
        assert vault.verify() == []
    finally:
        vault.close()


def test_no_name_and_no_word_of_it_lies_open_on_the_disk(tmp_path):
    write_vault(tmp_path / "demo")
    everything = b"".join(p.read_bytes() for p in (tmp_path / "demo").rglob("*") if p.is_file())
    for word in ("Heron", "Wójcik", "陳美玲", "harbour", "Reassurance", PASSPHRASE):
        for encoding in ("utf-8", "utf-16-le"):
            assert word.encode(encoding) not in everything


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(AlreadyThere):
        write_vault(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("there", [False, True])
def test_a_vault_that_cannot_be_finished_leaves_nothing(tmp_path, there):
    folder = tmp_path / "demo"
    if there:
        folder.mkdir()
    with pytest.raises(OverflowError):
        write_vault(folder, today=date.max)  # its planned sessions would lie beyond the calendar
    assert folder.exists() is there
    assert not there or not list(folder.iterdir())
