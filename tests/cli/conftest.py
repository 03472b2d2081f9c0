"""One demo vault for the session, made by the command itself; tests that change anything take a copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorjournal.demo import TODAY
from tests.cli.command import Command
from tests.cli.places import SmallDisk, public_folder
from tests.stretching import stretched_once

__all__ = ["stretched_once"]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo vault, never to be changed."""
    place = tmp_path_factory.mktemp("demo")
    made = Command(place / "home")("demo", place / "vault", "--day", str(TODAY))
    assert (made.status, made.err) == (0, "")
    return place / "vault"


@pytest.fixture
def vault(demo: Path, tmp_path: Path) -> Path:
    """The demo vault, to be changed at will."""
    return Path(shutil.copytree(demo, tmp_path / "vault"))


@pytest.fixture
def run(tmp_path: Path) -> Command:
    return Command(tmp_path / "home")


@pytest.fixture
def small_disk(demo: Path) -> Iterator[SmallDisk]:
    """A disk that holds a copy of the demo vault and little more."""
    disk = SmallDisk()
    try:
        yield disk
    finally:
        disk.remove()


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that every user of the machine may go into."""
    yield from public_folder()
