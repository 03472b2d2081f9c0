"""The keyboard is never left where nobody can see it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.seen_focus import SeenFocus


class Window(QWidget):
    """Two pages; the first has a panel that is not shown, with a field of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = QStackedWidget()
        self.line, self.hidden, self.behind = QLineEdit(), QLineEdit(), QLineEdit()
        self.panel, first, second = QWidget(), QWidget(), QWidget()
        for holder, parts in (
            (self.panel, [self.hidden]),
            (first, [self.line, self.panel]),
            (second, [self.behind]),
            (self, [self.pages]),
        ):
            layout = QVBoxLayout(holder)
            for part in parts:
                layout.addWidget(part)
        self.panel.hide()
        for page in (first, second):
            self.pages.addWidget(page)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Window:
    window = Window()
    SeenFocus(qapp, window.pages)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.line.setFocus()
    return window


def test_a_field_on_a_page_behind_does_not_take_the_keyboard(window: Window) -> None:
    window.behind.setFocus()
    assert window.focusWidget() is window.line


def test_a_field_in_a_panel_that_is_not_shown_does_not_take_the_keyboard(window: Window) -> None:
    window.hidden.setFocus()
    assert window.focusWidget() is window.line


def test_a_panel_that_goes_gives_the_keyboard_to_what_is_seen(window: Window) -> None:
    window.panel.show()
    window.hidden.setFocus()
    window.panel.hide()
    assert window.focusWidget() is window.line


def test_a_page_that_goes_while_another_window_is_active_does_not_keep_the_keyboard(
    window: Window, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    window.pages.setCurrentIndex(1)
    assert window.focusWidget() is window.behind


def test_a_panel_that_goes_while_another_window_is_active_does_not_keep_the_keyboard(
    window: Window, qtbot: QtBot
) -> None:
    window.panel.show()
    window.hidden.setFocus()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    window.panel.hide()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert QApplication.focusWidget() is window.line
