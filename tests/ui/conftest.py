"""The running program, for tests of pages and shell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from mentorjournal.vault.sealing import Cost
    from tests.ui.driving import Driver


@pytest.fixture(autouse=True, scope="session")
def stretched_once() -> Iterator[None]:
    """Of each vault a passphrase is stretched into its key once: most tests make one and unlock it twice."""
    from mentorjournal.vault import keyfile

    known: dict[tuple[bytes, bytes, Cost], bytes] = {}
    slow = keyfile.stretch

    def stretch(passphrase: bytearray, salt: bytes, cost: Cost) -> bytearray:
        asked = (bytes(passphrase), salt, cost)
        if asked not in known:
            known[asked] = bytes(slow(passphrase, salt, cost))
        return bytearray(known[asked])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyfile, "stretch", stretch)
        yield


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Driver]:
    from tests.ui.driving import Driver

    driver = Driver(qtbot, qapp, tmp_path)
    yield driver
    driver.end()
    qapp.setStyleSheet("")
