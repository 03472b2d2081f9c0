"""A stage with the writing pages on it, and a journal opened on the vault thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.ui.pages.stage import File, Opened, Stage
from ui.tasks import Tasks
from ui.theme.theme import Theme


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "journal.mjdb")


@pytest.fixture
def stage(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[Stage]:
    stage = Stage(theme, tasks)
    stage.timeline_view.resize(1200, 800)
    with qtbot.waitExposed(stage.timeline_view):
        stage.timeline_view.show()
    stage.timeline_view.activateWindow()
    yield stage
    stage.timeline.close()
    stage.settle()
    # Widgets that Python owned must not be collected while the next test's style sheet walks over them.
    shiboken6.delete(stage.timeline_view)
    del stage
    gc.collect()


@pytest.fixture
def opened(stage: Stage, file: File) -> Opened:
    """A journal with nothing in it, shown on the stage."""
    opened = stage.read(file.open)
    assert isinstance(opened, Opened)
    stage.timeline.open(opened)
    stage.settle()
    return opened
