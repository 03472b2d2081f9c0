"""Promises of files without a name: whole or not there, and never a part left behind."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from mentorjournal.errors import AlreadyThere, DiskFull
from mentorjournal.files import write_whole

DATA = b"what was shared\n" * 10_000


def test_a_new_file_is_whole_and_its_owners_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "summary.pdf", DATA, replace=False)
    assert (tmp_path / "summary.pdf").read_bytes() == DATA
    assert stat.S_IMODE((tmp_path / "summary.pdf").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["summary.pdf"]


def test_what_stands_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "summary.pdf").write_bytes(b"somebody's")
    with pytest.raises(AlreadyThere):
        write_whole(tmp_path / "summary.pdf", DATA, replace=False)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"somebody's"]


def test_until_it_is_whole_no_name_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def sync(handle: int) -> None:
        seen.append([path.name for path in tmp_path.iterdir()])

    monkeypatch.setattr(os, "fsync", sync)
    write_whole(tmp_path / "summary.pdf", DATA, replace=False)
    assert seen == [[], ["summary.pdf"]]


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(DiskFull):
        write_whole(tmp_path / "summary.pdf", DATA, replace=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lacking", ["files without a name", "names for them"])
def test_where_the_system_has_no_such_files_the_other_way_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    opened, link = os.open, os.link

    def open_named(path: Path, flags: int, *mode: int) -> int:
        if flags & os.O_TMPFILE == os.O_TMPFILE and lacking == "files without a name":
            raise OSError(errno.EOPNOTSUPP, "not here")
        return opened(path, flags, *mode)

    def link_named(source: str, *more: object, **how: object) -> None:
        if "/proc/" in str(source):
            raise OSError(errno.ENOENT, "no such thing")
        link(source, *more, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", open_named)
    monkeypatch.setattr(os, "link", link_named)
    write_whole(tmp_path / "summary.pdf", DATA, replace=False)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [DATA]
