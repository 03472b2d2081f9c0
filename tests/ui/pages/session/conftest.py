"""A stage whose sessions have all three openings, and topics beside the notes."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.ui.pages.session.standing_in import before_room, topics_room
from tests.ui.pages.stage import File, Opened, Stage
from ui.tasks import Tasks
from ui.theme.theme import Theme


@pytest.fixture
def whole(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[Stage]:
    stage = Stage(theme, tasks, before=before_room, topics=topics_room)
    stage.timeline_view.resize(1200, 800)
    with qtbot.waitExposed(stage.timeline_view):
        stage.timeline_view.show()
    stage.timeline_view.activateWindow()
    yield stage
    stage.timeline.close()
    stage.settle()
    shiboken6.delete(stage.timeline_view)
    del stage
    gc.collect()


@pytest.fixture
def room(whole: Stage, file: File) -> Opened:
    """A journal with nothing in it, open on the whole stage."""
    opened = whole.read(file.open)
    assert isinstance(opened, Opened)
    whole.timeline.open(opened)
    whole.settle()
    return opened
