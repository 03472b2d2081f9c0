"""The doctor says how a vault stands and what needs acting on, and neither changes nor tells too much."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from mentorjournal.errors import NotAVault, WrongPassphrase
from mentorjournal.model.clock import moment_text
from mentorjournal.vault import surroundings
from mentorjournal.vault.doctor import examine, judged_cost
from mentorjournal.vault.drill import LAST_DRILL
from mentorjournal.vault.hardening import close_files, core_files_off
from mentorjournal.vault.health import Health, Level, many, told
from mentorjournal.vault.lock import VaultLock
from mentorjournal.vault.sealing import Cost
from mentorjournal.vault.vault import Vault
from tests.cli.command import tree
from tests.vault.conftest import Sample, flip, in_child

MADE = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def remember_drill(vault: Vault, backup: str, *, passed: bool | None) -> None:
    vault.index.put_setting(LAST_DRILL, {"at": moment_text(MADE), "backup": backup, "passed": passed})


@pytest.fixture(scope="module")
def kept(original: Sample, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The vault with a backup that a drill proved."""
    folder = tmp_path_factory.mktemp("kept") / "vault"
    shutil.copytree(original.folder, folder)
    sample = Sample(folder, original.passphrase, original.code)
    with contextlib.closing(sample.by_code()) as vault:
        remember_drill(vault, vault.back_up(MADE).backup.name, passed=True)
    return sample


@pytest.fixture
def well(kept: Sample, tmp_path: Path) -> Sample:
    folder = tmp_path / "vault"
    shutil.copytree(kept.folder, folder)
    for path in (folder / "vault.keys", *(folder / "journals").glob("*")):
        os.utime(path, (MADE.timestamp(), MADE.timestamp()))
    return Sample(folder, kept.passphrase, kept.code)


def seen(sample: Sample, *, days: float = 0, inside: bool = False) -> Health:
    return examine(sample.folder, sample.passphrase if inside else None, MADE + timedelta(days=days))


def acts(health: Health) -> list[str]:
    """What needs acting on. The tests' own process may have core dumps on: that does not count."""
    return [one.says for one in health.remarks if one.level is Level.ACT and "Core dumps" not in one.says]


def says(health: Health) -> str:
    return "\n".join(f"{one.level}: {one.says} {one.do}" for one in health.remarks)


def test_a_vault_in_good_health_needs_nothing_done(well: Sample) -> None:
    health = seen(well, inside=True)
    assert health.opened and acts(health) == []
    for words in (
        "A passphrase opens this vault, and so does a recovery code",
        "64 MiB of memory and 3 passes",
        "both copies of it agree",
        "2 journals",
        "The last one is less than a day old and has 2 journals",
        "showed that a backup opens and is complete",
        "SQLCipher 4",
    ):
        assert words in says(health)


def test_from_outside_it_needs_no_passphrase_and_says_that_it_did_not_look_inside(well: Sample) -> None:
    health = seen(well)
    assert not health.opened and "drill" not in says(health) and "2 journals" in says(health)


def test_looking_changes_no_file(well: Sample) -> None:
    before = tree(well.folder)
    seen(well, inside=True)
    assert tree(well.folder) == before


def test_it_says_no_path_no_file_and_no_name(well: Sample) -> None:
    told_all = says(seen(well, inside=True))
    assert str(well.folder) not in told_all
    assert not any(path.stem in told_all for path in well.journals())


def test_a_wrong_passphrase_and_what_is_no_vault_are_refused(well: Sample, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        examine(well.folder, "another", MADE)
    with pytest.raises(NotAVault):
        examine(tmp_path, None, MADE)


def _lose_second_copy(sample: Sample) -> None:
    sample.keys_copy.unlink()


def _damage_both_copies(sample: Sample) -> None:
    flip(sample.keys, 200)
    flip(sample.keys_copy, 200)


def _lose_a_journal(sample: Sample) -> None:
    sample.journals()[0].unlink()


def _empty_a_journal(sample: Sample) -> None:
    sample.journals()[0].write_bytes(b"")


def _cut_a_journal_short(sample: Sample) -> None:
    path = sample.journals()[0]
    path.write_bytes(path.read_bytes()[:-100])


def _leave_a_second_copy(sample: Sample) -> None:
    shutil.copy2(sample.keys, sample.folder / "vault (Somebody's conflicted copy 2026-01-01).keys")


def _let_others_read(sample: Sample) -> None:
    sample.journals()[0].chmod(0o644)


def _lose_backups(sample: Sample) -> None:
    shutil.rmtree(sample.folder / "backups")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (_lose_second_copy, "its second copy is not the same or not whole"),
        (_damage_both_copies, "key file"),
        (_lose_a_journal, "1 journal of the key file's list has no file here"),
        (_empty_a_journal, "1 journal is damaged: empty, or cut short"),
        (_cut_a_journal_short, "1 journal is damaged: empty, or cut short"),
        (_leave_a_second_copy, "1 second copy of the vault's files"),
        (_let_others_read, "1 file or folder of the vault can be read"),
        (_lose_backups, "There is no backup yet"),
    ],
)
def test_what_needs_acting_on_is_said(well: Sample, wrong: Callable[[Sample], None], words: str) -> None:
    wrong(well)
    health = seen(well)
    found = acts(health)
    assert len(found) == 1 and words in found[0] and health.needs_acting
    assert "Somebody" not in says(health)


def test_every_remark_that_asks_to_be_acted_on_says_how(well: Sample) -> None:
    for wrong in (_lose_second_copy, _lose_a_journal, _leave_a_second_copy, _let_others_read, _lose_backups):
        wrong(well)
    assert all(one.do for one in seen(well, inside=True).remarks if one.level is Level.ACT)


def test_an_old_backup_is_enough_until_something_is_written(well: Sample) -> None:
    assert acts(seen(well, days=60)) == []
    later = (MADE + timedelta(days=50)).timestamp()
    os.utime(well.journals()[0], (later, later))
    assert any("60 days old" in one and "written since" in one for one in acts(seen(well, days=60)))


@pytest.mark.parametrize(
    ("passed", "days", "level"),
    [(True, 1, "good"), (True, 200, "note"), (None, 1, "note"), (False, 1, "act")],
)
def test_the_last_drill_is_told_as_it_ended(well: Sample, passed: bool | None, days: int, level: str) -> None:
    with contextlib.closing(well.by_code()) as vault:
        remember_drill(vault, "2026-11-27T09-00-00Z", passed=passed)
    assert f"{level}: The last drill, {'1 day' if days == 1 else '200 days'} ago" in says(
        seen(well, days=days, inside=True)
    )


@pytest.mark.parametrize("place", [100, 5000, -100])
def test_a_damaged_index_is_said_to_be_made_anew(well: Sample, place: int) -> None:
    flip(well.index, place % well.index.stat().st_size)
    health = seen(well, inside=True)
    assert len(acts(health)) == 1
    assert any("makes it anew" in one.do for one in health.remarks)


def test_a_vault_in_use_is_looked_at_from_outside(well: Sample) -> None:
    lock = VaultLock(well.folder)
    try:
        health = seen(well, inside=True)
    finally:
        lock.release()
    assert not health.opened and acts(health) == [] and "open in another window" in says(health)


@pytest.mark.parametrize(
    ("cost", "level"),
    [
        (Cost(memory_kib=64 * 1024, passes=3, lanes=4), Level.GOOD),
        (Cost(memory_kib=32 * 1024, passes=3, lanes=4), Level.ACT),
        (Cost(memory_kib=64 * 1024, passes=2, lanes=4), Level.ACT),
    ],
)
def test_a_cost_below_the_floor_is_warned_of(cost: Cost, level: Level) -> None:
    assert judged_cost(cost).level is level


@pytest.mark.parametrize(
    ("part", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Work)", "Dropbox"),
        ("OneDrive - School", "OneDrive"),
        ("com~apple~CloudDocs", "iCloud Drive"),
        ("iCloud Drive", "iCloud Drive"),
        ("Nextcloud", "Nextcloud"),
        ("GoogleDrive-me@example.org", "Google Drive"),
        ("Dropboxes", ""),
        ("Documents", ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, part: str, service: str) -> None:
    folder = tmp_path / part / "vault"
    folder.mkdir(parents=True)
    assert surroundings.synchronised_by(folder) == service


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".stfolder", "Syncthing"),
        (".sync_0a1b2c.db", "Nextcloud"),
        (".dropbox.cache", "Dropbox"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_marker(tmp_path: Path, marker: str, service: str) -> None:
    folder = tmp_path / "shared" / "vault"
    folder.mkdir(parents=True)
    (tmp_path / "shared" / marker).touch()
    assert surroundings.synchronised_by(folder) == service
    remark = surroundings.synchronised(folder)
    assert remark.level is Level.NOTE and service in remark.says


@pytest.mark.parametrize(
    ("free", "level"), [(1 << 20, Level.ACT), (70 << 20, Level.NOTE), (1 << 40, Level.GOOD)]
)
def test_a_disk_that_fills_is_said_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, level: Level
) -> None:
    disk = SimpleNamespace(total=1 << 41, free=free)
    monkeypatch.setattr(surroundings.shutil, "disk_usage", lambda _: disk)
    assert surroundings.room(tmp_path, size=10 << 20).level is level


def test_a_folder_that_takes_nothing_is_said_to_be_read_only(well: Sample) -> None:
    well.folder.chmod(0o555)

    def look() -> None:
        said = surroundings.room(Path(), size=0).says
        raise (FileNotFoundError if "read-only" in said else AssertionError)

    os.chdir(well.folder)
    try:
        assert in_child(look, uid=65534) == "FileNotFoundError"
    finally:
        os.chdir("/")


def test_core_dumps_are_off_once_the_program_has_begun() -> None:
    def look() -> None:
        close_files()
        assert core_files_off()

    assert in_child(look) == ""
    assert surroundings.core_dumps(lambda: True).level is Level.GOOD
    assert surroundings.core_dumps(lambda: False).level is Level.ACT


def test_a_file_with_two_names_counts_once(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(bytes(1000))
    (tmp_path / "two").hardlink_to(tmp_path / "one")
    assert surroundings.size_of(tmp_path) == 1000


def test_sizes_and_counts_are_said_as_people_do() -> None:
    assert [told(1), told(1536), told(64 << 20)] == ["1 bytes", "1.5 KiB", "64 MiB"]
    assert [many(1, "day"), many(2, "copy", "copies")] == ["1 day", "2 copies"]
