"""Backups open alone, are whole or do not count, and never push a good copy out for a bad one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorjournal.errors import ReadOnlyPlace
from mentorjournal.vault.backups import Backup
from mentorjournal.vault.rotation import kept
from mentorjournal.vault.vault import Vault
from mentorjournal.vault.verification import verify
from tests.vault.conftest import Sample, card, flip, in_child, killed_at

NOW = datetime(2026, 11, 26, 22, 42, 17, tzinfo=UTC)


def made(sample: Sample, now: datetime = NOW) -> Backup:
    vault = sample.by_code()
    try:
        return vault.back_up(now).backup
    finally:
        vault.close()


def known(sample: Sample) -> None:
    """Let the index know how far each journal has come, as resting does."""
    vault = sample.by_code()
    for one in vault.index.cards():
        vault.index.put_card(card(one.id, f"Bird {one.id[:4]}"))
    vault.close()


def test_a_backup_opens_alone_with_passphrase_and_code(sample: Sample) -> None:
    backup = made(sample)
    assert backup.name == "2026-11-26T22-42-17Z"
    assert verify(backup.folder, sample.passphrase).findings == ()
    vault = Vault.unlock_with_code(backup.folder, sample.code, read_only=True)
    ids = vault.journal_ids()
    assert len(ids) == 2
    assert vault.open_journal(ids[0], newest=99).row("SELECT count(*) FROM note") == (60,)
    vault.close()


def test_no_file_of_a_backup_can_be_written_to(sample: Sample) -> None:
    folder = made(sample).folder
    assert {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()} == {0o400}


def test_backups_are_listed_newest_first_and_strangers_are_not(sample: Sample) -> None:
    first, second = made(sample), made(sample, NOW + timedelta(days=1))
    (sample.folder / "backups" / "holiday").mkdir()
    (sample.folder / "backups" / ".2026-11-29T00-00-00Z.new").mkdir()
    vault = sample.by_code()
    assert [backup.name for backup in vault.backups()] == [second.name, first.name]
    vault.close()


def test_two_backups_in_one_second_are_two(sample: Sample) -> None:
    assert made(sample).name != made(sample).name


def test_an_unchanged_journal_is_not_copied_again_and_a_changed_one_is(sample: Sample) -> None:
    known(sample)
    first = made(sample)
    vault = sample.by_code()
    changed, same = vault.journal_ids()
    before = vault.index.card(changed)
    assert before is not None
    vault.index.put_card(card(changed, before.codename, 2))
    second = vault.back_up(NOW + timedelta(hours=1)).backup
    vault.close()

    def inode(backup: Backup, journal: str) -> int:
        return (backup.folder / "journals" / f"{journal}.mjdb").stat().st_ino

    assert inode(first, same) == inode(second, same)
    assert inode(first, changed) != inode(second, changed)


def test_a_journal_that_is_open_is_backed_up_as_it_stands(sample: Sample) -> None:
    vault = sample.by_code()
    journal = vault.journal_ids()[0]
    db = vault.open_journal(journal, newest=99)
    db.run("INSERT INTO note (words) VALUES ('just now')")
    backup = vault.back_up(NOW).backup
    vault.close()
    copy = Vault.unlock_with_code(backup.folder, sample.code, read_only=True)
    assert copy.open_journal(journal, newest=99).row("SELECT count(*) FROM note") == (61,)
    copy.close()


def test_damage_takes_the_last_good_copy_along_and_pushes_none_out(sample: Sample) -> None:
    known(sample)
    for day in range(12):
        made(sample, NOW + timedelta(hours=day))
    flip(sample.journals()[0], 5000)
    vault = sample.by_code()
    for one in vault.index.cards():
        vault.index.mark_dirty(one.id)
    there = vault.backups()
    told = vault.back_up(NOW + timedelta(days=40))
    vault.close()
    assert [f"{journal}.mjdb" for journal in told.damaged] == [sample.journals()[0].name]
    assert told.gone == ()
    assert set(there) <= set(sample_backups(sample))
    assert verify(told.backup.folder, sample.passphrase).findings == ()


def sample_backups(sample: Sample) -> list[Backup]:
    vault = sample.by_code()
    try:
        return vault.backups()
    finally:
        vault.close()


def test_what_is_kept_thins_with_age() -> None:
    every_six_hours = [NOW - timedelta(hours=6 * n) for n in range(4 * 400)]
    staying = kept(every_six_hours)
    assert set(every_six_hours[:10]) <= staying
    assert {moment.date() for moment in staying} >= {(NOW - timedelta(days=n)).date() for n in range(7)}
    assert {(moment.year, moment.month) for moment in staying} == {
        *((2026, month) for month in range(1, 12)),
        (2025, 12),
    }
    assert len(staying) <= 10 + 7 + 4 + 12
    assert kept([NOW]) == {NOW}


def test_what_was_kept_goes_on_being_kept_until_its_time_is_over() -> None:
    """Thinning day by day leaves the same kinds of copies as thinning all at once."""
    there: list[datetime] = []
    for n in range(500):
        now = NOW + timedelta(days=n)
        there = sorted(kept([now, *reversed(there)]))
    assert len({(moment.year, moment.month) for moment in there}) >= 12
    assert there[-1] == NOW + timedelta(days=499)


def test_a_clock_that_was_wrong_once_pushes_nothing_out() -> None:
    made = [NOW - timedelta(days=7 * n) for n in range(60)]
    before = kept(made)
    for wrong in (timedelta(days=3653), -timedelta(days=3653)):
        assert len(before - kept([NOW + wrong, *sorted(before, reverse=True)])) <= 3  # one of each kind


@pytest.mark.parametrize("wrong", [timedelta(days=3653), -timedelta(days=3653)])
def test_the_last_made_is_the_first_whatever_the_clock_said(sample: Sample, wrong: timedelta) -> None:
    names = [made(sample, now).name for now in (NOW, NOW + wrong, NOW + timedelta(days=1))]
    assert [backup.name for backup in sample_backups(sample)] == names[::-1]


def test_a_number_that_cannot_be_read_costs_the_order_alone(sample: Sample) -> None:
    first, second = made(sample), made(sample, NOW + timedelta(days=1))
    for backup in (first, second):
        (backup.folder / "number").chmod(0o600)
        (backup.folder / "number").write_bytes(b"\xff\xfe")
    assert [backup.name for backup in sample_backups(sample)] == [second.name, first.name]
    assert sample_backups(sample)[0].number == 0


def test_killed_at_any_step_no_half_backup_counts(sample: Sample) -> None:
    for step in range(1, 400):
        if not killed_at(step, sample.folder, lambda: made(sample) and None):
            break
        for backup in sample_backups(sample):
            assert verify(backup.folder, sample.passphrase).findings == ()
    assert step > 10
    assert not list((sample.folder / "backups").glob(".*"))


def test_a_folder_that_takes_nothing_is_said(sample: Sample, tmp_path: Path) -> None:
    (sample.folder / "backups").mkdir()
    (sample.folder / "backups").chmod(0o500)
    for path in (sample.folder, *sample.folder.rglob("*")):
        pytest.importorskip("os").chown(path, 65534, 65534)
    tmp_path.chmod(0o755)
    for parent in sample.folder.parents:
        if parent.stat().st_mode & 0o005 != 0o005 and parent.owner() == "root":
            parent.chmod(parent.stat().st_mode | 0o005)
    assert in_child(lambda: made(sample) and None, uid=65534) == ReadOnlyPlace.__name__


def test_what_is_restored_is_on_the_disk_before_it_has_its_name(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, to = made(sample), tmp_path / "restored"
    synced: set[str] = set()

    def note(place: Path) -> None:
        if not to.exists():
            synced.add(place.name)

    monkeypatch.setattr("mentorjournal.files.sync_folder", note)
    vault = sample.by_code()
    vault.restore(backup.folder, to)
    vault.close()
    files = {path.name for path in to.rglob("*")}
    assert len(files) > 4 and files <= synced
