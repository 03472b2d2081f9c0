"""A stage with the writing pages on it, and a journal opened on the vault thread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.stage import File, Opened, Stage, on_screen
from ui.tasks import Tasks
from ui.theme.theme import Theme


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "journal.mjdb")


@pytest.fixture
def stage(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[Stage]:
    yield from on_screen(qtbot, Stage(theme, tasks))


@pytest.fixture
def opened(stage: Stage, file: File) -> Opened:
    """A journal with nothing in it, shown on the stage."""
    return stage.begin(file)
