"""A drill says of a backup whether it can be restored, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import stat
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mentorjournal.errors import MentorJournalError
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.vault import restoring
from mentorjournal.vault.backups import Backup
from mentorjournal.vault.drill import Drill, Totals, last_drill
from tests.cli.command import tree
from tests.vault.conftest import flip
from tests.vault.house import House, build

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = build(tmp_path_factory.mktemp("house") / "vault")
    with contextlib.closing(house.shelf()) as shelf:
        shelf.back_up()
    return house


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "scratch"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    shutil.copytree(built.folder, tmp_path / "vault")
    return House(tmp_path / "vault", built.code, built.heron, built.plover)


def drilled(house: House, backup: Backup | None = None) -> Drill:
    with contextlib.closing(house.shelf()) as shelf:
        return shelf.vault.drill(backup or shelf.vault.backups()[0], NOW)


def test_a_good_backup_passes_and_is_counted(house: House) -> None:
    done = drilled(house)
    assert done.passed and done.restored == Totals(journals=2, entries=120, newest=date(2026, 4, 21))
    assert done.now == done.restored


def test_the_vault_and_its_backups_stay_as_they_are_but_for_the_note(house: House) -> None:
    before = tree(house.folder)
    drilled(house)
    after = tree(house.folder)
    assert {name for name in before | after if before.get(name) != after.get(name)} <= {"index.mjdb"}
    with contextlib.closing(house.vault()) as vault:
        said = last_drill(vault.index)
        assert said is not None and (said.at, said.passed) == (NOW, True)
        assert said.backup == vault.backups()[0].name


def test_a_vault_that_never_had_a_drill_knows_of_none(house: House) -> None:
    with contextlib.closing(house.vault()) as vault:
        assert last_drill(vault.index) is None


def test_what_was_written_since_is_counted_apart(house: House) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        journal = shelf.named("Heron").journal
        journal.reflections.add(Reflection(id=new_entry_id(), day=date(2026, 6, 1)))
    done = drilled(house)
    assert done.passed
    assert (done.restored.entries, done.now.entries) == (120, 121)
    assert done.now.newest == date(2026, 6, 1)


def test_a_damaged_journal_in_the_backup_is_named(house: House) -> None:
    with contextlib.closing(house.vault()) as vault:
        backup = vault.backups()[0]
    path = backup.folder / "journals" / f"{house.heron}.mjdb"
    path.chmod(0o600)
    flip(path, 9000)
    done = drilled(house)
    assert done.wrong == ("“Heron” cannot be read whole in this backup.",)
    with contextlib.closing(house.vault()) as vault:
        assert last_drill(vault.index).passed is False  # type: ignore[union-attr]


def test_a_journal_of_another_day_in_the_backup_is_noticed(house: House) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        journal = shelf.named("Heron").journal
        journal.reflections.add(Reflection(id=new_entry_id(), day=date(2026, 6, 1)))
    with contextlib.closing(house.shelf()) as shelf:
        newest, old = shelf.back_up().backup, shelf.vault.backups()[1]
    name = f"journals/{house.heron}.mjdb"
    (newest.folder / name).unlink()
    shutil.copyfile(old.folder / name, newest.folder / name)
    assert drilled(house, newest).wrong == (
        "“Heron”: it is not the state that was noted when the backup was made.",
    )


def test_the_scratch_folder_is_the_owners_alone_and_is_removed(
    house: House, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    real = restoring.restore

    def watched(*how: object) -> object:
        seen.extend(stat.S_IMODE(path.stat().st_mode) for path in scratch.iterdir())
        return real(*how)  # type: ignore[arg-type]

    monkeypatch.setattr(restoring, "restore", watched)
    drilled(house)
    assert seen == [0o700]
    assert list(scratch.iterdir()) == []


def test_a_drill_that_fails_leaves_nothing_and_is_noted_as_unfinished(
    house: House, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_how: object) -> object:
        raise MentorJournalError("full")

    monkeypatch.setattr(restoring, "restore", full)
    with pytest.raises(MentorJournalError, match="full"):
        drilled(house)
    assert list(scratch.iterdir()) == []
    with contextlib.closing(house.vault()) as vault:
        assert last_drill(vault.index).passed is None  # type: ignore[union-attr]


def test_what_a_killed_drill_left_is_swept_by_the_next(
    house: House, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(restoring, "_let_write", lambda _place: os.kill(os.getpid(), signal.SIGKILL))
        drilled(house)
        os._exit(0)
    os.waitpid(child, 0)
    assert len(list(scratch.iterdir())) == 1
    assert drilled(house).passed
    assert list(scratch.iterdir()) == []


def test_a_drill_at_work_elsewhere_is_left_alone(house: House, scratch: Path) -> None:
    from mentorjournal.vault.lock import VaultLock

    other = Path(tempfile.mkdtemp(prefix="mentorjournal-drill-"))
    lock = VaultLock(other)
    assert drilled(house).passed
    lock.release()
    assert list(scratch.iterdir()) == [other]
