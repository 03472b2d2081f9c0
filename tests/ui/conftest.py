"""The running program, for tests of pages and shell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.stretching import stretched_once

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

__all__ = ["stretched_once"]


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Driver]:
    from tests.ui.driving import Driver

    driver = Driver(qtbot, qapp, tmp_path)
    yield driver
    driver.end()
    qapp.setStyleSheet("")
