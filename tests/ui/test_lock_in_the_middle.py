"""What the lock found somebody in the middle of: each once a weakness, kept as a promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QTimer
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit, QWidget

from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.names import nodes
from ui.pages_of_journal import build_rooms
from ui.shell.composing import Composing
from ui.shell.dialogs import SystemDialogs
from ui.sitting import Sitting


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron", "Lark")
    return tmp_path / "vault"


@pytest.fixture
def sitting(driver: Driver, vault: Path) -> Sitting:
    sitting = driver.unlock(driver.start(vault, build_rooms))
    driver.running[0].window.activateWindow()
    return sitting


def locked(driver: Driver) -> None:
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)


@pytest.mark.parametrize("kind", [QTextEdit, QLineEdit])
def test_a_word_still_composed_is_kept_whatever_the_input_method_does(
    qapp: object, kind: type[QTextEdit | QLineEdit]
) -> None:
    field, composing = kind(), Composing()
    field.show()
    field.setFocus()
    event = QInputMethodEvent("仮名", [])
    composing.note(field, event)
    QCoreApplication.sendEvent(field, event)
    composing.commit()
    composing.commit()  # once is enough
    assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == "仮名"


def test_a_word_that_was_committed_is_not_written_twice(qapp: object) -> None:
    field, composing = QLineEdit(), Composing()
    done = QInputMethodEvent("", [])
    done.setCommitString("仮名")
    for event in (QInputMethodEvent("仮名", []), done):
        composing.note(field, event)
        QCoreApplication.sendEvent(field, event)
    composing.commit()
    assert field.text() == "仮名"


def test_a_file_dialog_is_closed_and_has_chosen_nothing(driver: Driver, sitting: Sitting) -> None:
    window = driver.running[0].window
    QTimer.singleShot(0, sitting.locking.lock)
    assert SystemDialogs(window).save_path("Summary.pdf") is None
    locked(driver)


def test_a_menu_does_not_stand_above_the_cover(driver: Driver, sitting: Sitting) -> None:
    window = driver.running[0].window
    menu = QMenu(window)
    menu.addAction("Something of the journal")
    menu.popup(window.mapToGlobal(QPoint(9, 9)))
    sitting.locking.lock()
    assert not menu.isVisible()
    locked(driver)


def test_words_of_a_topic_not_kept_yet_are_there_after_unlocking(
    driver: Driver, sitting: Sitting, vault: Path
) -> None:
    driver.seated(driver.running[0])
    sitting.keys.show_capture()
    driver.qtbot.keyClicks(sitting.keys.capture.line, "ask about Kenya")
    sitting.locking.lock()
    locked(driver)
    again = driver.start(vault, build_rooms)
    after = driver.unlock(again)
    driver.qtbot.waitUntil(lambda: after.keys.capture.typed() == "ask about Kenya", timeout=LIMIT)


def test_a_page_behind_the_cover_cannot_be_read_aloud(driver: Driver, sitting: Sitting) -> None:
    driver.seated(driver.running[0])
    window: QWidget = driver.running[0].window
    assert "Heron" in spoken(window)
    sitting.locking.lock()
    assert "Heron" not in spoken(window)
    sitting.covering.uncover()
    assert "Heron" in spoken(window)
    locked(driver)


def spoken(window: QWidget) -> str:
    found = nodes(QAccessible.queryAccessibleInterface(window))
    return "\n".join(node.text(QAccessible.Text.Name) for node in found)


def test_closing_the_window_while_it_locks_closes_it(driver: Driver, sitting: Sitting, vault: Path) -> None:
    window = driver.running[0].window
    sitting.locking.lock()
    window.close()
    driver.qtbot.waitUntil(window.isHidden, timeout=LIMIT)
    assert not driver.replaced
    with on_shelf(vault) as shelf:
        assert len(shelf.cards()) == 2
