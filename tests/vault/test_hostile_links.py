"""Links, pipes and folders that somebody put into a vault: nothing outside is written, moved or removed."""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorjournal.errors import DamagedOrForeign, MentorJournalError
from mentorjournal.vault.destruction import UNDER_WAY
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.vault.conftest import Sample

NOW = datetime(2026, 11, 26, 22, 42, 17, tzinfo=UTC)

State = dict[str, bytes]


def state(folder: Path) -> State:
    """Every file below *folder* with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The reader's own vault, which lies beside the one that was sent."""
    vault, _ = Vault.create(tmp_path / "own", "another", cost=FLOOR)
    vault.back_up(NOW)
    vault.close()
    (tmp_path / "own" / "journals" / f"{'a' * 32}.mjdb").write_bytes(b"x" * 4096)
    return tmp_path / "own"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of other things."""
    folder = tmp_path / "papers"
    for name in ("thesis", ".hidden.new", "2026-01-01"):
        (folder / name).mkdir(parents=True)
        (folder / name / "words").write_text("mine")
    return folder


def opened_and_closed(sample: Sample) -> None:
    with contextlib.suppress(MentorJournalError):
        sample.by_code().close()


def test_new_keys_that_are_a_link_take_nothing_from_another_vault(sample: Sample, own: Path) -> None:
    before = state(own)
    (sample.folder / "new-keys").symlink_to(own)
    opened_and_closed(sample)
    assert state(own) == before


def test_new_keys_whose_journals_are_a_link_take_nothing_either(sample: Sample, own: Path) -> None:
    before = state(own)
    (sample.folder / "new-keys").mkdir()
    (sample.folder / "new-keys" / "journals").symlink_to(own / "journals")
    opened_and_closed(sample)
    assert state(own) == before


@pytest.mark.parametrize("inside", ["", "backups"], ids=["vault", "its backups"])
def test_a_destruction_reaches_no_backup_of_another_vault(sample: Sample, own: Path, inside: str) -> None:
    before = state(own)
    (sample.folder / "backups").symlink_to(own / inside)
    with contextlib.closing(sample.by_code()) as vault:
        vault.index.put_setting(UNDER_WAY, [vault.journal_ids()[0]])
    opened_and_closed(sample)
    assert state(own) == before


def test_a_destruction_removes_no_folder_that_is_no_backup(sample: Sample, papers: Path) -> None:
    before = state(papers)
    (sample.folder / "backups").symlink_to(papers)
    with contextlib.closing(sample.by_code()) as vault:
        vault.destroy_journal(vault.journal_ids()[0])
    assert state(papers) == before


def test_a_backup_sweeps_nothing_that_is_no_backup(sample: Sample, papers: Path) -> None:
    before = state(papers)
    (sample.folder / "backups").symlink_to(papers)
    with contextlib.closing(sample.by_code()) as vault:
        vault.back_up(NOW)
    after = state(papers)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize(
    "name",
    ["vault.lock", "reserve", "index.mjdb-journal", "vault.keys.copy", ".vault.keys.x.tmp", "index.mjdb.new"],
)
def test_a_link_in_the_place_of_a_file_of_ours_is_not_written_through(
    sample: Sample, papers: Path, name: str
) -> None:
    target = papers / "thesis" / "words"
    target.write_bytes(b"mine " * 5000)
    before = state(papers)
    (sample.folder / name).unlink(missing_ok=True)
    (sample.folder / name).symlink_to(target)
    opened_and_closed(sample)
    with contextlib.suppress(MentorJournalError), contextlib.closing(sample.by_code()) as vault:
        vault.index.put_setting("x", "y" * 100_000)
    assert state(papers) == before


def test_a_backup_gives_back_its_own_journals_alone(sample: Sample, tmp_path: Path) -> None:
    with contextlib.closing(sample.by_code()) as vault:
        made = vault.back_up(NOW).backup
        stranger = made.folder / "journals" / f"{'e' * 32}.mjdb"
        with stranger.open("wb") as file:
            file.truncate(1 << 40)  # a hole, as large as a disk
        (made.folder / "journals" / "link.mjdb").symlink_to("/etc/passwd")
        vault.restore(made.folder, tmp_path / "back")
    names = {path.name for path in (tmp_path / "back" / "journals").iterdir()}
    assert names == {path.name for path in sample.journals()}


def test_a_link_that_leads_nowhere_stops_no_closing(sample: Sample) -> None:
    (sample.folder / "journals" / f"{'f' * 32}.mjdb").symlink_to("nowhere")
    with contextlib.closing(sample.by_code()) as vault:
        assert not vault.backup_is_due(NOW)


@pytest.mark.parametrize("name", ["index.mjdb", "index.mjdb-journal"])
def test_a_pipe_in_the_indexs_place_is_not_waited_for(sample: Sample, name: str) -> None:
    (sample.folder / name).unlink(missing_ok=True)
    os.mkfifo(sample.folder / name)
    with contextlib.suppress(DamagedOrForeign, MentorJournalError):
        sample.by_code(read_only=True).close()
    shutil.rmtree(sample.folder)
