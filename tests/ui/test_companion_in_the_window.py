"""The writing companion in the running program: its key, its switch, and whom it knows in which journal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

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
CONTROL = Qt.KeyboardModifier.ControlModifier
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


@pytest.fixture
def sitting(driver: Driver, vault: Path) -> Sitting:
    sitting = driver.unlock(driver.start(vault, build_rooms))
    driver.running[-1].window.activateWindow()
    settle(driver)
    return sitting


def test_each_journal_knows_its_own_partner_and_no_other(driver: Driver, sitting: Sitting) -> None:
    for codename, partner in (*PARTNERS.items(), ("Heron", "Zanthe")):
        found = kinds(write(driver, sitting, codename))
        assert {words for words, kind in found.items() if kind == "partner_name"} == {partner}
        assert found["zanthe@example.org"] == "email"


def test_the_key_and_the_palette_go_from_place_to_place(driver: Driver, sitting: Sitting) -> None:
    editor = write(driver, sitting, "Heron")
    key(driver, Qt.Key.Key_Semicolon, CONTROL)
    assert editor.asking.sheet is not None
    key(driver, Qt.Key.Key_Semicolon, CONTROL)
    assert editor.cursor_place() > TEXT.index("Zanthe") + len("Zanthe")
    key(driver, Qt.Key.Key_Escape)
    assert (editor.asking.sheet, editor.hasFocus()) == (None, True)
    editor.set_cursor_place(0)
    sitting.keys.show_palette()
    driver.qtbot.keyClicks(sitting.keys.palette.field, "could name")
    key(driver, Qt.Key.Key_Return)
    key(driver, Qt.Key.Key_Return)
    assert editor.toPlainText() == TEXT.replace("Zanthe", "my mentor", 1)
    key(driver, Qt.Key.Key_Z, CONTROL)
    assert editor.toPlainText() == TEXT


def test_nothing_of_it_is_seen_under_the_lock_or_in_the_discreet_view(
    driver: Driver, sitting: Sitting
) -> None:
    editor = write(driver, sitting, "Heron")
    key(driver, Qt.Key.Key_Semicolon, CONTROL)
    sitting.covering.cover()
    assert editor.asking.sheet is None
    sitting.covering.uncover()
    editor.setFocus()
    discreet = next(one for one in sitting.beside if isinstance(one, Discretion))
    discreet.toggle()
    settle(driver)
    key(driver, Qt.Key.Key_Semicolon, CONTROL)
    assert editor.asking.sheet is None
    assert "iscreet" in sitting.view.notice.words()


def test_it_is_off_by_one_switch_and_the_settings_tell_nothing(driver: Driver, sitting: Sitting) -> None:
    editor = write(driver, sitting, "Heron")
    key(driver, Qt.Key.Key_Semicolon, CONTROL)
    assert editor.asking.sheet is not None
    editor.asking.sheet.choices()[Remedy.KEEP].click()
    sitting.show_settings()
    settle(driver)
    sitting.side.settings_view.writing.companion.click()
    assert kinds(editor) == {}
    kept = (driver.base / "config" / "settings.json").read_text()
    assert json.loads(kept)["companion"] is False
    assert "zanthe" not in kept.lower()
    sitting.side.settings_view.writing.companion.click()
    editor.pointer.look_through()
    assert "zanthe@example.org" in kinds(editor)
    assert "Zanthe" not in kinds(editor)
