"""What every test stands on. Qt is imported inside fixtures only: the core's tests run without it."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from tests import clock as clocks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.tasks import Tasks
    from ui.theme.theme import Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=100, help="how often to kill -9 a writing process (100)")


LONGEST = ("test_tour.py", "test_trials.py", "test_same_place.py", "test_destruction.py")
"""Files that a run begins with: begun last, one of them would be waited for by every other process."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection_finish() -> None:
    """Set aside what every test shares: those that collect garbage look at their own alone."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse which it did not look at (`caplog.clear()` says it did)."""
    yield
    said = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not said, [record.getMessage() for record in said]


@pytest.fixture(scope="session")
def at() -> Callable[..., datetime]:
    """at(2026, 3, 1, 9, 30): an aware moment."""
    return clocks.at


@pytest.fixture
def clock() -> clocks.FixedClock:
    return clocks.FixedClock(clocks.at(2026, 3, 1, 9, 30))


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as the program runs it: Fusion, and the bundled faces."""
    from PySide6.QtCore import QLocale

    from ui.collector import Collector
    from ui.theme.theme import load_fonts

    Collector(qapp)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    qapp.setStyle("Fusion")
    load_fonts(lean=True)
    load_fonts(lean=False)
    return qapp


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A light theme at 100 %."""
    from ui.theme.theme import Scheme, Theme

    theme = Theme(qapp)
    theme.apply(Scheme.LIGHT)
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """The vault thread, ended after the test."""
    from ui.tasks import Tasks

    tasks = Tasks()
    yield tasks
    tasks.stop()
