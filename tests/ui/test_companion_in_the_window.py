"""The writing companion in the running program: its key, its switch, and whom it knows in which journal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.checks.remedies import Remedy
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from tests.ui.driving import Driver, make_vault, on_shelf
from ui.discretion import Discretion
from ui.pages.reflection.view import ReflectionView
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting
from ui.widgets.editor.editor import TextEditor

PARTNERS = {"Heron": "Zanthe", "Linden": "Quillon"}
TEXT = "Then Zanthe and Quillon agreed, and zanthe@example.org wrote."


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault")
    with on_shelf(tmp_path / "vault") as shelf:
        for codename, partner in PARTNERS.items():
            shelf.add(
                Relationship(
                    codename=codename,
                    my_role=Role.MENTEE,
                    type=RelationshipType.INFORMAL,
                    partner_display_name=partner,
                )
            )
    return tmp_path / "vault"


def settle(driver: Driver) -> None:
    for _ in range(3):
        driver.seated(driver.running[-1])
        QApplication.processEvents()


def write(driver: Driver, sitting: Sitting, codename: str) -> TextEditor:
    """A new reflection in this journal, with the text in it and looked at."""
    sitting.open_journal(next(id for id, name in sitting.codenames if name == codename))
    settle(driver)
    sitting.act("reflect")
    settle(driver)
    view = sitting.rooms.views["journal"].findChild(ReflectionView)
    assert view is not None
    editor = view.text
    editor.set_document(from_plain(TEXT))
    editor.setFocus()
    editor.pointer.look_through()
    return editor


def kinds(editor: TextEditor) -> dict[str, str]:
    """The marked words, and as what."""
    found = (mark.finding for mark in editor.pointer.marks_in(editor.document().begin()))
    return {one.words: one.kind.value for one in found}


def key(driver: Driver, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    driver.qtbot.keyClick(QApplication.focusWidget() or driver.running[-1].window, key, modifiers)
    settle(driver)


def test_it_goes_with_the_one_who_writes(driver: Driver, vault: Path) -> None:
    sitting = driver.unlock(driver.start(vault, build_rooms))
    window: QWidget = driver.running[-1].window
    window.activateWindow()
    settle(driver)
    control = Qt.KeyboardModifier.ControlModifier

    # The partner of this journal, and not the other one's; the address in any.
    other = write(driver, sitting, "Linden")
    assert kinds(other)["Quillon"] == "partner_name"
    assert kinds(other).get("Zanthe") != "partner_name"
    assert kinds(other)["zanthe@example.org"] == "email"
    editor = write(driver, sitting, "Heron")
    kinds = {
        m.finding.words: m.finding.kind.value for m in editor.pointer.marks_in(editor.document().begin())
    }
    assert kinds["Zanthe"] == "partner_name"
    assert kinds.get("Quillon") != "partner_name"

    # The key, from place to place; a remedy is an edit like any other.
    key(driver, Qt.Key.Key_Semicolon, control)
    assert editor.asking.sheet is not None
    assert editor.asking.sheet.window() is window
    key(driver, Qt.Key.Key_Semicolon, control)
    assert editor.cursor_place() > TEXT.index("Zanthe") + 6
    key(driver, Qt.Key.Key_Escape)
    assert (editor.asking.sheet, editor.hasFocus()) == (None, True)
    editor.set_cursor_place(0)
    key(driver, Qt.Key.Key_Semicolon, control)
    editor.asking.sheet.choices()[Remedy.ROLE].setFocus()
    key(driver, Qt.Key.Key_Return)
    assert editor.toPlainText().startswith("Then my mentor and")
    key(driver, Qt.Key.Key_Z, control)
    assert editor.toPlainText() == TEXT

    # A palette command does the same.
    sitting.keys.show_palette()
    driver.qtbot.keyClicks(sitting.keys.palette.field, "could name")
    editor.set_cursor_place(0)
    key(driver, Qt.Key.Key_Return)
    assert editor.asking.sheet is not None

    # Locking covers it first.
    sitting.covering.cover()
    assert editor.asking.sheet is None
    sitting.covering.uncover()
    editor.setFocus()

    # In the discreet view there is nothing of it; the notice says so.
    discreet = next(one for one in sitting.beside if isinstance(one, Discretion))
    discreet.toggle()
    settle(driver)
    key(driver, Qt.Key.Key_Semicolon, control)
    assert editor.asking.sheet is None
    assert "iscreet" in sitting.view.notice.words()
    discreet.toggle()
    settle(driver)

    # Off by one switch, and the choice is kept as a word that tells nothing.
    sitting.show_settings()
    settle(driver)
    sitting.side.settings_view.companion.click()
    assert kinds(editor) == {}
    assert editor.pointer.count == 0
    kept = json.loads((driver.base / "config" / "settings.json").read_text())
    assert kept["companion"] is False
    assert "anthe" not in json.dumps(kept)
