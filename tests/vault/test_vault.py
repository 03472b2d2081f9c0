"""A vault is made whole or not at all, opens for its owner alone, and names what is wrong with it."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import stat
import tempfile
from pathlib import Path

import pytest

from mentorjournal.errors import (
    AlreadyThere,
    DamagedIndex,
    DamagedJournal,
    DamagedOrForeign,
    EmptyFile,
    EmptyPassphrase,
    ForeignFile,
    InUse,
    MissingFile,
    NewerVersion,
    NoSuchJournal,
    WrongPassphrase,
    WrongRecoveryCode,
)
from mentorjournal.storage.faults import PAGE
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.envelope import JournalId
from mentorjournal.vault.lock import VaultLock
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.vault.conftest import Sample, card, fill, flip, in_child, killed_at, spawned

NOBODY = 65534


def journal_of(path: Path) -> JournalId:
    return JournalId(path.stem)


# Creating


def test_only_the_owner_may_read_what_is_made(sample: Sample) -> None:
    vault = sample.by_code()
    vault.create_journal(fill)
    vault.close()
    assert stat.S_IMODE(sample.folder.stat().st_mode) == 0o700
    for path in sample.folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_nothing_is_made_over_something(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    with pytest.raises(AlreadyThere):
        Vault.create(tmp_path, "x", cost=FLOOR)
    with pytest.raises(AlreadyThere):
        Vault.create(tmp_path / "letter.txt", "x", cost=FLOOR)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_passphrase_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        Vault.create(tmp_path / "vault", "", cost=FLOOR)
    assert list(tmp_path.iterdir()) == []


def test_a_creation_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    said = spawned("create on a full disk", tmp_path / "vault").stderr.strip()
    assert said in ("DiskFull", "DiskError")
    assert list(tmp_path.iterdir()) == []


def test_a_journal_whose_first_words_fail_was_never_there(sample: Sample) -> None:
    vault = sample.by_code()
    before = vault.journal_ids()
    with pytest.raises(ZeroDivisionError):
        vault.create_journal(lambda db: print(1 / 0))
    assert vault.journal_ids() == before
    assert vault.verify() == []
    vault.close()
    assert len(sample.journals()) == 2


def test_a_journal_that_fills_the_disk_was_never_there(sample: Sample) -> None:
    def create() -> None:
        vault = sample.by_code()
        resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))
        vault.create_journal(fill)

    assert in_child(create) in ("DiskFull", "DiskError")
    vault = sample.by_code()
    assert vault.verify() == []
    assert len(vault.journal_ids()) == 2
    vault.close()


# Changing the ways in


def test_a_changed_passphrase_is_the_only_one_that_opens(sample: Sample) -> None:
    vault = sample.by_code()
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("not it", "new")
    vault.change_passphrase(sample.passphrase, "new")
    vault.close()
    with pytest.raises(WrongPassphrase):
        Vault.unlock(sample.folder, sample.passphrase)
    Vault.unlock(sample.folder, "new").close()
    sample.by_code().close()


def test_a_new_recovery_code_ends_the_printed_one(sample: Sample) -> None:
    vault = sample.by_code()
    code = vault.replace_recovery_code(sample.passphrase)
    vault.close()
    with pytest.raises(WrongRecoveryCode):
        sample.by_code()
    Vault.unlock_with_code(sample.folder, " ".join(code.groups())).close()


def test_killed_at_any_step_of_a_passphrase_change_the_old_or_the_new_opens(
    original: Sample, tmp_path: Path
) -> None:
    step, killed = 0, True
    while killed:
        folder = tmp_path / str(step)
        shutil.copytree(original.folder, folder)
        ended = spawned("change passphrase", folder, str(step), original.code, original.passphrase, "new")
        killed = ended.returncode == -signal.SIGKILL
        assert killed or ended.returncode == 0, ended.stderr
        opened = []
        for passphrase in ("new", original.passphrase):
            try:
                Vault.unlock(folder, passphrase).close()
            except WrongPassphrase:
                continue
            opened.append(passphrase)
        assert len(opened) == 1  # and what opens first ends the change in its favour
        step += 1
    assert step > 10 and opened == ["new"]


def test_killed_at_any_step_of_a_creation_a_journal_is_there_or_not(original: Sample, tmp_path: Path) -> None:
    step, killed = 0, True
    while killed:
        folder = tmp_path / str(step)
        shutil.copytree(original.folder, folder)
        vault = Vault.unlock_with_code(folder, original.code)

        def create(vault: Vault = vault) -> None:
            vault.create_journal(fill)

        killed = killed_at(step, folder, create)
        vault.close()
        vault = Vault.unlock_with_code(folder, original.code)
        assert vault.verify() == []
        assert len(vault.journal_ids()) in (2, 3)
        assert {path.stem for path in (folder / "journals").iterdir()} == set(vault.journal_ids())
        assert [path.name for path in folder.glob(".*")] == []
        step += 1
        count = len(vault.journal_ids())
        vault.close()
    assert step > 10 and count == 3


# One writer


def test_a_second_process_is_told_at_once_and_a_killed_one_frees_the_vault(sample: Sample) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        held = sample.by_code()
        os.write(writing, held.id.encode())
        signal.pause()
    try:
        os.read(reading, 32)
        with pytest.raises(InUse):
            sample.by_code()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)
        os.close(writing)
    sample.by_code().close()


def test_a_refused_unlocking_leaves_the_vault_free(sample: Sample) -> None:
    with pytest.raises(WrongPassphrase):
        Vault.unlock(sample.folder, "no")
    VaultLock(sample.folder).release()


def test_a_read_only_folder_is_said_and_opens_for_reading() -> None:
    parent = Path(tempfile.mkdtemp())
    try:
        folder = parent / "vault"
        vault, made = Vault.create(folder, "x", cost=FLOOR)
        journal = vault.create_journal(fill)
        vault.close()
        code = " ".join(made.groups())
        parent.chmod(0o755)
        for path in (folder, *folder.rglob("*")):
            if os.geteuid() == 0:
                os.chown(path, NOBODY, NOBODY)
            path.chmod(0o500 if path.is_dir() else 0o400)
        before = sorted(path.name for path in folder.rglob("*"))

        def read() -> None:
            vault = Vault.unlock_with_code(folder, code, read_only=True)
            db = vault.open_journal(journal, newest=0)
            assert len(db.rows("SELECT words FROM note")) == 60
            assert vault.verify() == []
            db.run("DELETE FROM note")

        assert in_child(lambda: Vault.unlock_with_code(folder, code), uid=NOBODY) == "ReadOnlyPlace"
        assert in_child(read, uid=NOBODY) == "ReadOnlyPlace"
        assert sorted(path.name for path in folder.rglob("*")) == before
    finally:
        for path in (parent / "vault", parent / "vault" / "journals"):
            path.chmod(0o700)
        shutil.rmtree(parent)


# What lies on the disk


def test_a_whole_vault_has_nothing_to_report(sample: Sample) -> None:
    vault = sample.by_code()
    db = vault.open_journal(vault.journal_ids()[0], newest=0)
    seen: list[str] = []
    assert vault.verify(each=seen.append) == []
    assert len(seen) == 4
    assert db.rows("SELECT count(*) FROM note") == [(60,)]
    vault.close()


@pytest.mark.parametrize("which", ["journal", "index"])
def test_every_flipped_bit_is_found_and_its_file_named(sample: Sample, which: str) -> None:
    path = sample.journals()[0] if which == "journal" else sample.index
    data = path.read_bytes()
    chance = random.Random(7)
    for at in [0, 15, 16, PAGE - 1, len(data) - 1, *(chance.randrange(len(data)) for _ in range(195))]:
        flip(path, at, chance.randrange(8))
        try:
            vault = sample.by_code()
        except DamagedIndex as error:
            assert which == "index" and error.name == "index.mjdb"
        else:
            findings = vault.verify()
            vault.close()
            assert {finding.file for finding in findings} == {path.name}, at
            assert issubclass(findings[0].error, DamagedJournal if which == "journal" else DamagedIndex)
        path.write_bytes(data)


def cut_to(length: int) -> object:
    return lambda path: path.write_bytes(path.read_bytes()[:length])


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (cut_to(0), EmptyFile),
        (cut_to(1), DamagedJournal),
        (cut_to(PAGE), DamagedJournal),
        (cut_to(2 * PAGE), DamagedJournal),
        (cut_to(5000), DamagedJournal),
        (Path.unlink, MissingFile),
        (lambda path: path.write_bytes(os.urandom(4 * PAGE)), DamagedJournal),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(2 * PAGE - 16)), ForeignFile),
    ],
    ids=["empty", "one byte", "one page", "two pages", "odd", "gone", "noise", "plain"],
)
def test_a_journal_that_is_not_itself_is_refused_and_named(
    sample: Sample, damage: object, error: type[DamagedOrForeign]
) -> None:
    path = sample.journals()[0]
    assert callable(damage)
    damage(path)
    vault = sample.by_code()
    assert next((found.file, found.error) for found in vault.verify()) == (path.name, error)
    with pytest.raises(error) as caught:
        vault.open_journal(journal_of(path), newest=0).rows("SELECT * FROM note")
    assert path.name in str(caught.value)
    vault.close()


def test_exchanged_journals_are_noticed(sample: Sample) -> None:
    one, other = sample.journals()
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)
    vault = sample.by_code()
    assert {finding.file for finding in vault.verify()} == {one.name, other.name}
    with pytest.raises(DamagedJournal):
        vault.open_journal(journal_of(one), newest=0)
    vault.close()


def test_a_file_the_key_file_does_not_list_is_named(sample: Sample) -> None:
    shutil.copy(sample.journals()[0], sample.folder / "journals" / "x (conflicted copy).mjdb")
    vault = sample.by_code()
    assert [(f.file, f.error) for f in vault.verify()] == [("x (conflicted copy).mjdb", ForeignFile)]
    vault.close()


def test_a_newer_journal_is_refused_unchanged(sample: Sample) -> None:
    vault = sample.by_code()
    journal = vault.create_journal(lambda db: print(db.run("PRAGMA user_version = 9")))
    before = vault.journal_path(journal).read_bytes()
    with pytest.raises(NewerVersion):
        vault.open_journal(journal, newest=8)
    assert [finding.error for finding in vault.verify(newest=8)] == [NewerVersion]
    assert vault.journal_path(journal).read_bytes() == before
    vault.close()


def test_an_unknown_journal_is_not_made_up(sample: Sample) -> None:
    vault = sample.by_code()
    with pytest.raises(NoSuchJournal):
        vault.open_journal(JournalId("0" * 32), newest=0)
    vault.close()


@pytest.mark.parametrize(
    "damage",
    [
        Path.unlink,
        cut_to(0),
        cut_to(5000),
        lambda path: flip(path, 100),
        lambda path: flip(path, -2 + 2 * PAGE),
    ],
    ids=["gone", "empty", "odd", "first page", "later page"],
)
def test_a_damaged_index_is_said_and_rebuilt_from_the_key_file(sample: Sample, damage: object) -> None:
    assert callable(damage)
    damage(sample.index)
    with pytest.raises(DamagedIndex):
        sample.by_code()
    there = sample.index.exists()
    vault = sample.by_code(rebuild_index=True)
    assert {Notice.INDEX_REBUILT, Notice.INDEX_REBUILT_IN_PART} & set(vault.notices)
    assert {card.id for card in vault.index.cards()} == set(vault.journal_ids())
    assert all(card.dirty and card.unknown for card in vault.index.cards())
    assert vault.verify() == []
    vault.close()
    assert bool(list(sample.folder.glob("index.mjdb.damaged-*"))) == there
    sample.by_code().close()


def test_what_can_be_read_of_a_damaged_index_is_kept(sample: Sample) -> None:
    vault = sample.by_code()
    vault.index.put_setting("lock after", {"minutes": 5})
    vault.close()
    whole = sample.index.read_bytes()
    lost = 0
    for page in range(1, len(whole) // PAGE):  # without the first, nothing says what stands in the others
        sample.index.write_bytes(whole)
        flip(sample.index, page * PAGE + 2000)
        vault = sample.by_code(rebuild_index=True)
        kept = vault.index.setting("lock after") == {"minutes": 5}
        lost += not kept
        assert kept or Notice.INDEX_REBUILT_IN_PART in vault.notices
        assert {card.id for card in vault.index.cards()} == set(vault.journal_ids())
        assert vault.verify() == []
        vault.close()
    assert lost == 1


def test_cards_and_settings_outlive_the_vault_being_closed(sample: Sample) -> None:
    vault = sample.by_code()
    vault.index.put_card(card(vault.journal_ids()[0], "Heron", 7, entries=3))
    vault.index.put_setting("lock after", {"minutes": 5})
    vault.close()
    vault = sample.by_code(rebuild_index=True)  # nothing is damaged, so nothing is rebuilt
    assert vault.index.cards()[0].codename == "Heron"
    assert vault.index.setting("lock after") == {"minutes": 5}
    vault.close()
    for path in sample.folder.rglob("*.mjdb"):
        assert b"Heron" not in path.read_bytes()
