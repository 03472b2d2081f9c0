"""A stage whose sessions have all three openings, and topics beside the notes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.session.standing_in import before_room, topics_room
from tests.ui.pages.stage import File, Opened, Stage, on_screen
from ui.tasks import Tasks
from ui.theme.theme import Theme


@pytest.fixture
def whole(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[Stage]:
    yield from on_screen(qtbot, Stage(theme, tasks, before=before_room, topics=topics_room))


@pytest.fixture
def room(whole: Stage, file: File) -> Opened:
    """A journal with nothing in it, open on the whole stage."""
    return whole.begin(file)
