"""A disk that refuses in the middle: what is told as refused has not come to be, and what stands is told."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorjournal.errors import DiskError, MentorJournalError, NewKeysStand, OpenedReadOnly
from mentorjournal.files import write_whole
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.storage.index import Index
from mentorjournal.vault import backups, renewal, swapping
from mentorjournal.vault.copies import COPY_NAMES
from mentorjournal.vault.destruction import UNDER_WAY
from mentorjournal.vault.rekeying import rekey
from mentorjournal.vault.vault import Vault
from tests.vault.house import PASSPHRASE, House, build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build(tmp_path_factory.mktemp("house") / "vault")


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    shutil.copytree(built.folder, tmp_path / "vault")
    return House(tmp_path / "vault", built.code, built.heron, built.plover)


class Refusing:
    """Stands in a function's place and lets the calls fail whose numbers, from 1, are given."""

    def __init__(self, work: Callable[..., object], *numbers: int) -> None:
        self._work, self._numbers, self._count = work, numbers, 0

    def __call__(self, *what: object, **how: object) -> object:
        self._count += 1
        if self._count in self._numbers:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return self._work(*what, **how)


def wren() -> Relationship:
    return Relationship(codename="Wren", my_role=Role.MENTOR, type=RelationshipType.INFORMAL)


@pytest.fixture
def syncs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the syncs of folders with these numbers fail."""

    def fail(*numbers: int) -> None:
        from mentorjournal import files

        monkeypatch.setattr(files, "sync_folder", Refusing(files.sync_folder, *numbers))

    return fail


# The key file


def test_a_new_code_whose_last_sync_fails_once_is_told(house: House, syncs: Callable[..., None]) -> None:
    with contextlib.closing(house.vault()) as vault:
        syncs(3)
        code = vault.replace_recovery_code(PASSPHRASE)
    Vault.unlock_with_code(house.folder, "-".join(code.groups())).close()


def test_a_new_code_that_was_refused_leaves_the_printed_one(house: House, syncs: Callable[..., None]) -> None:
    with contextlib.closing(house.vault()) as vault:
        syncs(3, 4)
        with pytest.raises(DiskError):
            vault.replace_recovery_code(PASSPHRASE)
    house.vault().close()


def test_a_new_code_that_cannot_be_taken_back_is_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    from mentorjournal.vault import copies

    calls = []

    def write(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) <= 3:
            write_whole(path, data)
        if len(calls) >= 3:  # the third is written, and not made sure of; from then on nothing is
            raise DiskError

    with contextlib.closing(house.vault()) as vault, monkeypatch.context() as refusing:
        refusing.setattr(copies, "write_whole", write)
        code = vault.replace_recovery_code(PASSPHRASE)
    Vault.unlock_with_code(house.folder, "-".join(code.groups())).close()


def test_a_passphrase_that_was_refused_opens_nothing_once_another_was_taken(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mentorjournal.vault import copies

    with contextlib.closing(house.vault()) as vault:
        with monkeypatch.context() as refusing:
            refusing.setattr(copies, "write_whole", _third_refused(copies.write_whole))
            with pytest.raises(DiskError):
                vault.change_passphrase(PASSPHRASE, "the refused one")
        vault.change_passphrase(PASSPHRASE, "the one taken")
        document = (house.folder / COPY_NAMES[0]).read_text()
    assert "passphrase-next" not in document


def _third_refused(work: Callable[..., None]) -> Callable[..., None]:
    calls = []

    def write(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) == 3:
            raise DiskError
        work(path, data)

    return write


# Files that leave


def test_a_file_that_could_not_be_made_sure_of_is_not_there(
    tmp_path: Path, syncs: Callable[..., None]
) -> None:
    syncs(1)
    with pytest.raises(DiskError):
        write_whole(tmp_path / "summary.pdf", b"words", replace=False)
    assert list(tmp_path.iterdir()) == []


def test_a_creation_that_fails_tells_why_even_where_nothing_can_be_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_what: object, **_how: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("mentorjournal.vault.vault.sync_folder", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(DiskError):
        Vault.create(tmp_path / "vault", PASSPHRASE)


# Journals


def test_a_journal_of_which_the_index_cannot_be_told_is_not_begun(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_what: object) -> None:
        raise DiskError

    with contextlib.closing(house.shelf()) as shelf:
        with monkeypatch.context() as refusing:
            refusing.setattr(Index, "put_card", refuse)
            with pytest.raises(DiskError):
                shelf.add(wren())
        assert len(shelf.vault.journal_ids()) == 2
        shelf.add(wren())
        assert [card.codename for card in shelf.cards()] == ["Heron", "Plover", "Wren"]


def test_two_journals_of_one_name_are_both_shown(house: House) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        first = shelf.add(wren())
        row = shelf.vault.index.card(first.id)
        shelf.vault.index.remove_card(first.id)
        shelf.add(wren())
        assert row is not None
    with contextlib.closing(house.shelf()) as shelf:
        assert [card.codename for card in shelf.cards()] == ["Heron", "Plover", "Wren", "Wren"]
        shelf.open(first.id)


def test_a_vault_whose_index_was_being_written_to_is_read(house: House, tmp_path: Path) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        shelf.set_setting("place", {"typed": "x"})
        journal = house.folder / "index.mjdb-journal"
        kept = journal.read_bytes()  # emptied, but for its pages
    journal.write_bytes(kept)
    with contextlib.closing(Shelf(house.vault(read_only=True))) as shelf:
        assert len(shelf.cards()) == 2
        with pytest.raises(OpenedReadOnly):
            shelf.set_setting("place", {})


def test_a_destruction_that_was_not_even_begun_is_not_on_record(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_what: object) -> None:
        raise DiskError

    with contextlib.closing(house.shelf()) as shelf:
        monkeypatch.setattr(Index, "put_setting", refuse)
        monkeypatch.setattr(Index, "remove_destruction", refuse)
        with pytest.raises(DiskError):
            shelf.destroy(house.plover)
        assert shelf.destructions() == {}
        assert [card.codename for card in shelf.cards()] == ["Heron", "Plover"]


def test_a_destruction_of_which_only_the_last_step_is_refused_stays_on_record(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Index.put_setting

    def refused_when_done(index: Index, name: str, value: object) -> None:
        real(index, name, value)
        if name == UNDER_WAY and value == []:
            raise DiskError

    with contextlib.closing(house.shelf()) as shelf:
        monkeypatch.setattr(Index, "put_setting", refused_when_done)
        with pytest.raises(DiskError):
            shelf.destroy(house.plover)
        assert [one.codename for one in shelf.destructions().values()] == ["Plover"]


# New keys


def test_new_keys_whose_last_step_fails_are_said_to_stand(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def refuse(_folder: Path) -> bool:
        raise DiskError

    unlocked = Vault.unlock(house.folder, PASSPHRASE)
    unlocked.close()
    with monkeypatch.context() as refusing:
        refusing.setattr(swapping, "settle", _second(swapping.settle, refuse))
        with pytest.raises(NewKeysStand):
            rekey(
                house.folder,
                PASSPHRASE,
                lambda code: told.append("-".join(code.groups())),
                new_passphrase="a new one",
                keep_backups=True,
            )
    Vault.unlock(house.folder, "a new one").close()
    Vault.unlock_with_code(house.folder, told[0]).close()


def _second(work: Callable[[Path], bool], instead: Callable[[Path], bool]) -> Callable[[Path], bool]:
    calls = []

    def settle(folder: Path) -> bool:
        calls.append(folder)
        return instead(folder) if len(calls) == 2 else work(folder)

    return settle


def test_new_keys_that_were_refused_do_not_come_to_be_later(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        if folder == house.folder:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as refusing:
        refusing.setattr(swapping, "sync_folder", refuse)
        with pytest.raises(DiskError):
            rekey(house.folder, PASSPHRASE, lambda code: None, new_passphrase="new", keep_backups=True)
    Vault.unlock(house.folder, PASSPHRASE).close()


def test_older_backups_that_the_disk_does_not_let_go_are_tried_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        old = shelf.back_up().backup.name
    with monkeypatch.context() as refusing:
        refusing.setattr(renewal, "remove_tree", lambda _folder: None)
        done = rekey(house.folder, PASSPHRASE, lambda code: None, keep_backups=False)
    assert done.older == (old,) and done.backup
    Vault.unlock(house.folder, PASSPHRASE).close()
    assert [backup.name for backup in backups.backups(house.folder)] == [done.backup]


def test_what_a_disk_refuses_is_ours_to_say(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        shelf.back_up()

        def refuse(*_what: object, **_how: object) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        monkeypatch.setattr(Path, "unlink", refuse)
        with pytest.raises(MentorJournalError):
            shelf.destroy(house.plover)
