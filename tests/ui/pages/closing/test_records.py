"""The records of destroyed journals: listed, read, saved, deleted with a way back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from mentorjournal.model.closure import DestructionRecord
from mentorjournal.model.words import RelationshipType, Role
from tests.ui.driving import Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from tests.ui.pages.closing.conftest import Window
from ui.closing_rooms import RECORDS
from ui.pages.destroy.records.view import RecordsView
from ui.pages_of_journal import build_rooms

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def record(codename: str, day: int) -> DestructionRecord:
    return DestructionRecord(
        codename=codename,
        role=Role.MENTOR,
        type=RelationshipType.INFORMAL,
        destroyed_on=date(2026, 3, day),
        rule=None,
        started_on=date(2025, 3, 1),
        ended_on=None,
        sessions=14,
        entries=90,
        backups=3,
        exports_known=2,
    )


@pytest.fixture
def window(driver: Driver, tmp_path: Path) -> Window:
    folder = tmp_path / "vault"
    make_vault(folder, "Heron")
    with on_shelf(folder) as shelf:
        for number, codename in enumerate(("Robin", "Wren"), start=1):
            shelf.vault.index.put_destruction(f"{number:032}", record(codename, number))
    window = Window(driver, folder, driver.unlock(driver.start(folder, build_rooms)))
    driver.running[-1].window.activateWindow()
    window.settle()
    return window


def page(window: Window) -> RecordsView:
    assert window.rooms.records is not None
    return window.rooms.records_view


def names(window: Window) -> list[str]:
    model = page(window).list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_page_opens_by_key_with_the_newest_record_first(window: Window) -> None:
    window.press(Qt.Key.Key_W, ALT | SHIFT)
    assert window.front == RECORDS
    assert names(window) == ["Wren", "Robin"]
    words = page(window).record.words()
    assert "Wren" in words and "14 sessions held" in words and "3 backups." in words
    assert unnamed(window.driver.running[0].window) == []


def test_another_record_is_read_with_the_arrow_keys(window: Window) -> None:
    window.press(Qt.Key.Key_W, ALT | SHIFT)
    page(window).list.setFocus()
    window.press(Qt.Key.Key_Down)
    assert "Robin" in page(window).record.words()


def test_a_record_is_saved_and_a_file_that_is_there_is_left(window: Window, tmp_path: Path) -> None:
    window.rooms.show_records()
    window.settle()
    window.driver.answers.files = [tmp_path / "proof.pdf", tmp_path / "proof.pdf"]
    page(window).record.save.click()
    window.settle()
    with pypdfium2.PdfDocument(tmp_path / "proof.pdf") as pdf:
        assert "Wren" in pdf[0].get_textpage().get_text_range()
    page(window).record.save.click()
    window.settle()
    assert "already exists" in page(window).message.text()


def test_a_deleted_record_comes_back_by_its_button(window: Window) -> None:
    window.rooms.show_records()
    window.settle()
    page(window).delete.click()
    window.settle()
    assert names(window) == ["Robin"]
    assert "“Wren” is deleted" in page(window).message.text()
    page(window).bring_back.click()
    window.settle()
    assert names(window) == ["Wren", "Robin"]


def test_a_deleted_record_comes_back_by_undo(window: Window) -> None:
    window.sitting.show_tab("journal")
    window.rooms.show_records()
    window.settle()
    page(window).delete.click()
    window.settle()
    window.sitting.undo()
    window.settle()
    assert names(window) == ["Wren", "Robin"]


def test_without_records_the_page_says_what_one_is(window: Window) -> None:
    window.rooms.show_records()
    window.settle()
    for _ in range(2):
        page(window).delete.click()
        window.settle()
    assert page(window).empty.isVisible() and not page(window).record.isVisible()
    window.press(Qt.Key.Key_Escape)
    assert window.front != RECORDS
