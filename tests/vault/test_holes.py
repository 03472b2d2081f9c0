"""A file that is mostly a hole is refused with a sentence before it is read to an end it does not have."""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorjournal.errors import DamagedJournal
from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.storage.outside import MOST_HOLES, solid
from mentorjournal.vault.salvage import salvage
from mentorjournal.vault.verification import verify
from tests.vault.house import House, build, rows

TERABYTE = 1 << 40
NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build(tmp_path_factory.mktemp("house") / "vault")


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    shutil.copytree(built.folder, tmp_path / "vault")
    return House(tmp_path / "vault", built.code, built.heron, built.plover)


def test_a_journal_that_goes_on_as_a_hole_is_a_finding(house: House) -> None:
    os.truncate(house.journal(house.heron), TERABYTE)
    (finding,) = verify(house.folder, house.code, by_code=True).findings
    assert finding.file == f"{house.heron}.mjdb" and finding.error is DamagedJournal
    assert "far larger than what stands in it" in finding.what


def test_a_hole_in_a_journals_place_is_a_finding(house: House) -> None:
    path = house.journal(house.heron)
    path.write_bytes(b"")
    os.truncate(path, TERABYTE)
    findings = verify(house.folder, house.code, by_code=True).findings
    assert {one.file for one in findings} == {path.name}


def test_a_hole_in_the_indexs_place_is_a_finding(house: House) -> None:
    os.truncate(house.folder / "index.mjdb", TERABYTE)
    findings = verify(house.folder, house.code, by_code=True).findings
    assert {one.file for one in findings} == {"index.mjdb"}


def test_every_word_before_a_hole_is_salvaged(house: House) -> None:
    with contextlib.closing(house.vault(read_only=True)) as vault:
        before = rows(vault, house.heron)
    os.truncate(house.journal(house.heron), TERABYTE)
    made = salvage(house.folder, house.code, house.folder.with_name("new"), NOW, by_code=True)
    with contextlib.closing(House(made.folder, house.code, house.heron, house.plover).vault()) as vault:
        after = rows(vault, house.heron)
    assert after["reflection"] == before["reflection"]


def test_many_holes_count_as_one(tmp_path: Path) -> None:
    path = tmp_path / "holes"
    with path.open("wb") as file:
        for number in range(4):
            file.seek(number * MOST_HOLES // 2)
            file.write(b"x" * 4096)
        size = file.tell()
        assert solid(file.fileno(), size) < size


def test_small_holes_are_read_as_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "holes"
    with path.open("wb") as file:
        file.seek(MOST_HOLES - 8192)
        file.write(b"x" * 12288)
        assert solid(file.fileno(), file.tell()) == file.tell()


def test_a_hole_that_was_made_while_the_file_is_open_ends_its_check(house: House) -> None:
    with contextlib.closing(house.vault()) as vault:
        db = vault.open_journal(house.heron, newest=NEWEST_SCHEMA)
        os.truncate(house.journal(house.heron), TERABYTE)
        (wrong,) = db.check()
        db.close()
    assert "far larger than what stands in it" in wrong
