"""A file that leaves is whole or not there, and only one that was written is remembered."""

from __future__ import annotations

import errno
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorjournal.errors import AlreadyThere, DiskError, DiskFull, NotNoted
from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.export import ExportKind
from mentorjournal.sharing.leaving import write_out
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    key = bytearray(secrets.token_bytes(32))
    path = tmp_path / "journal.mjdb"
    db = connect(path, key, application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA, create=True)
    yield Journal(db, clock=lambda: NOW)
    db.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "Bea Example").mkdir()
    return tmp_path / "Bea Example"


def known(journal: Journal) -> list[tuple[str, str]]:
    return [(one.what.value, one.file_name) for one in journal.exports.all()]


def test_what_was_written_is_remembered_by_its_name_alone(journal: Journal, out: Path) -> None:
    write_out(journal, ExportKind.SUMMARY, out / "a.pdf", b"%PDF")
    assert (out / "a.pdf").read_bytes() == b"%PDF"
    assert known(journal) == [("summary", "a.pdf")]
    assert journal.exports.all()[0].day == NOW.date()


def test_a_file_that_is_there_is_left_as_it_is_unless_asked(journal: Journal, out: Path) -> None:
    (out / "a.pdf").write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        write_out(journal, ExportKind.SUMMARY, out / "a.pdf", b"%PDF")
    assert (out / "a.pdf").read_bytes() == b"mine"
    assert known(journal) == []
    write_out(journal, ExportKind.SUMMARY, out / "a.pdf", b"%PDF", replace=True)
    assert (out / "a.pdf").read_bytes() == b"%PDF"


def test_a_full_disk_leaves_no_part_of_a_file_and_nothing_to_remember(journal: Journal, out: Path) -> None:
    resource = pytest.importorskip("resource")
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(DiskFull) as caught:
            write_out(journal, ExportKind.SUMMARY, out / "a.pdf", b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old)
    assert isinstance(caught.value.__cause__, OSError)
    assert caught.value.__cause__.errno == errno.EFBIG
    assert list(out.iterdir()) == []
    assert known(journal) == []


def test_a_folder_that_is_not_there_is_said(journal: Journal, out: Path) -> None:
    with pytest.raises(DiskError):
        write_out(journal, ExportKind.SUMMARY, out / "nowhere" / "a.pdf", b"x")


def test_a_journal_that_cannot_be_written_to_says_that_the_file_is_there(
    journal: Journal, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(journal.exports, "note", full)
    with pytest.raises(NotNoted, match="is written"):
        write_out(journal, ExportKind.SUMMARY, out / "a.pdf", b"%PDF")
    assert (out / "a.pdf").read_bytes() == b"%PDF"
