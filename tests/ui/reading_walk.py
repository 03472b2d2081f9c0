"""A walk through every page of a window on a vault that is only read: each button, field and key is tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from mentorjournal.errors import OpenedReadOnly
from tests.ui.driving import Driver
from ui.door import VaultDoor
from ui.pages_of_journal import build_rooms
from ui.shell.tabs import TABS
from ui.sitting import Sitting

PATIENCE = 60_000
FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)
REASON = str(OpenedReadOnly())
LEADS_AWAY = ("Lock", "Undo the last act", "Redo")
"""Commands that end the walk, or mean whatever was done last."""


class Closer(QObject):
    """Closes menus and dialogs that a button brings up: nobody is there to answer them."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._close)
        self._timer.start()

    def _close(self) -> None:
        for found in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if found is not None:
                found.close()


Field = QLineEdit | QTextEdit | QPlainTextEdit


def open_to_read(driver: Driver, folder: Path, passphrase: str) -> Sitting:
    start = driver.start(folder, build_rooms)
    program = start.program
    assert program is not None
    program.tasks.run(
        partial(VaultDoor().open_to_read, folder, passphrase, by_code=False),
        done=program.opened_to_read,
        failed=_failed,
    )
    sitting = seated(driver)
    start.window.activateWindow()
    settle(driver)
    return sitting


def seated(driver: Driver) -> Sitting:
    """Wait until the vault is open and has answered: eight journals, each read whole before it is trusted."""
    program = driver.running[0].program
    assert program is not None
    wait = driver.qtbot.waitUntil
    wait(lambda: program.sitting is not None and not program.tasks.busy, timeout=PATIENCE)
    assert program.sitting is not None
    return program.sitting


def _failed(error: Exception) -> None:
    raise error


def settle(driver: Driver) -> None:
    for _ in range(3):
        seated(driver)
        QApplication.processEvents()


def wish(name: str, sitting: Sitting) -> None:
    sitting.desk.aside.wish(name)


def show_tab(name: str, sitting: Sitting) -> None:
    sitting.show_tab(name)


PAGES: dict[str, Callable[[Sitting], object]] = {
    "today": Sitting.show_today,
    **{f"tab {name}": partial(show_tab, name) for name in TABS},
    "reflection": lambda sitting: sitting.act("reflect"),
    "about": Sitting.show_about,
    "settings": Sitting.show_settings,
    "new journal": Sitting.new_journal,
    "question sets": Sitting.show_questions,
    "search": lambda sitting: sitting.search("the"),
    "all actions": Sitting.show_all_actions,
    "rating": Sitting.rate,
    "versions": Sitting.show_versions,
    **{name: partial(wish, name) for name in ("ledger", "closing", "primers", "safety", "book")},
}

GROUPS = {
    "the day": ("today", "search", "all actions"),
    "a journal": tuple(name for name in PAGES if name.startswith("tab ")),
    "writing": ("reflection", "rating", "versions", "about", "new journal", "closing", "book"),
    "the vault": ("settings", "question sets", "ledger", "primers", "safety"),
}


def in_front(sitting: Sitting) -> QWidget:
    page: QWidget = sitting.view.pages.currentWidget()
    return page


def shown(page: QWidget, kind: type[QWidget] | tuple[type[QWidget], ...]) -> Iterator[QWidget]:
    kinds = kind if isinstance(kind, tuple) else (kind,)
    for one in kinds:
        yield from (found for found in page.findChildren(one) if found.isVisible() and found.isEnabled())


def text_of(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def type_into(page: QWidget) -> list[str]:
    """Type a letter into every field; those that took it."""
    took = []
    for found in shown(page, FIELDS):
        assert isinstance(found, FIELDS)
        before = text_of(found)
        found.setFocus()
        QTest.keyClicks(found, "zq")
        QTest.keyClick(found, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        if text_of(found) != before:
            took.append(found.accessibleName() or type(found).__name__)
    return took


def buttons(page: QWidget) -> list[QAbstractButton]:
    return [one for one in shown(page, QAbstractButton) if isinstance(one, QAbstractButton)]


def label(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text() or type(button).__name__
