"""Controls that rest while something is made: the keyboard is where it was afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.pages.settings.parts import Resting
from ui.widgets.layout import column


@pytest.fixture
def buttons(qtbot: QtBot) -> Iterator[list[QPushButton]]:
    page, buttons = QWidget(), [QPushButton(name) for name in ("one", "two", "three")]
    page.setLayout(column(*buttons))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield buttons


def test_the_one_that_had_the_keyboard_has_it_again(buttons: list[QPushButton]) -> None:
    resting = Resting(*buttons[:2])
    buttons[0].setFocus()
    resting.set(True)
    assert not buttons[0].isEnabled() and not buttons[0].hasFocus()
    resting.set(False)
    assert buttons[0].isEnabled() and buttons[0].hasFocus()


def test_where_somebody_went_meanwhile_the_keyboard_stays(buttons: list[QPushButton]) -> None:
    first, second, third = buttons
    resting = Resting(first)
    first.setFocus()
    resting.set(True)
    (third if second.hasFocus() else second).setFocus()
    went = third if third.hasFocus() else second
    resting.set(False)
    assert went.hasFocus()
