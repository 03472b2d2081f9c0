from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal.model.words import Role
from tests.clock import FixedClock
from tests.ui.pages.acting import Desk, Outside, desk, outside
from tests.ui.pages.share.stage import Page, fill
from ui.theme.theme import Theme

__all__ = ["desk", "outside"]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> Page:
    page = Page(qtbot, theme, desk, outside, clock)
    opened = desk.begin(Role.MENTEE, my_display_name="Sam Rivers", partner_display_name="Ada Obi")
    desk.do(lambda: fill(opened))
    page.open(opened)
    return page


@pytest.fixture
def as_mentor(page: Page, desk: Desk) -> Page:
    opened = desk.begin(Role.MENTOR, my_display_name="Sam Rivers", partner_display_name="Ada Obi")
    desk.do(lambda: fill(opened))
    page.open(opened)
    return page
