"""Ratings and earlier versions in the running program: reached by keys, left with Escape, undone."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.instruments import built_in
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.rating import Rating, RatingItem
from mentorjournal.model.words import EntryKind
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.actions.view import ActionsView
from ui.pages_of_journal import build_rooms
from ui.shell.palette import Palette
from ui.sitting import Sitting
from ui.widgets.scale import ScaleField

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron", "Lark")
    return tmp_path / "vault"


@pytest.fixture
def sitting(driver: Driver, vault: Path) -> Sitting:
    sitting = driver.unlock(driver.start(vault, build_rooms))
    driver.running[0].window.activateWindow()
    settle(driver)
    sitting.show_tab("journal")  # a vault opens at Today
    return sitting


def settle(driver: Driver) -> None:
    driver.seated(driver.running[0])
    QApplication.processEvents()
    driver.seated(driver.running[0])


def press(
    driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    window = driver.running[0].window
    driver.qtbot.keyClick(window.focusWidget() or window, key, modifier)
    settle(driver)


def typed(driver: Driver, text: str) -> None:
    driver.qtbot.keyClicks(driver.running[0].window.focusWidget(), text)
    settle(driver)


def rate(driver: Driver, sitting: Sitting) -> None:
    sitting.rate()
    settle(driver)
    typed(driver, "8")
    press(driver, Qt.Key.Key_Return, CONTROL)


def test_rating_is_reached_by_its_key_kept_and_left_again(driver: Driver, sitting: Sitting) -> None:
    press(driver, Qt.Key.Key_R, CONTROL | SHIFT)
    assert sitting.view.page_in_front == "ratings"
    assert isinstance(driver.running[0].window.focusWidget(), ScaleField)
    assert unnamed(driver.running[0].window) == []
    typed(driver, "8")
    press(driver, Qt.Key.Key_Return, CONTROL)
    assert sitting.past.ratings_view.earlier.model().rowCount() == 1
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "journal"
    sitting.undo()
    settle(driver)
    sitting.rate()
    settle(driver)
    assert sitting.past.ratings_view.earlier.model().rowCount() == 0


def test_undo_on_the_page_takes_the_rating_back_there(driver: Driver, sitting: Sitting) -> None:
    rate(driver, sitting)
    press(driver, Qt.Key.Key_Z, CONTROL)
    assert sitting.past.ratings_view.earlier.model().rowCount() == 0
    sitting.redo()
    settle(driver)
    assert sitting.past.ratings_view.earlier.model().rowCount() == 1


def test_the_palette_opens_a_sheet_by_its_name(driver: Driver, sitting: Sitting) -> None:
    sitting.keys.show_palette()
    palette = sitting.keys.palette
    assert isinstance(palette, Palette)
    driver.qtbot.keyClicks(palette.field, "wheel")
    driver.qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(driver)
    assert sitting.past.ratings_view.sheet.value() == "wheel"


def test_a_found_rating_opens_on_its_page_in_whichever_journal(
    driver: Driver, vault: Path, tmp_path: Path
) -> None:
    rating = Rating(
        id=new_entry_id(),
        day=date(2026, 3, 1),
        instrument_id="own",
        name="Mine",
        items=(RatingItem("Sleep"),),
        values=(4,),
        note="zebra",
    )
    with on_shelf(vault) as shelf:
        shelf.named("Lark").journal.ratings.add(rating)
        lark = shelf.named("Lark").id
    sitting = driver.unlock(driver.start(vault, build_rooms))
    sitting.search("zebra")
    settle(driver)
    sitting.show_found(lark, EntryKind.RATING, rating.id)
    settle(driver)
    assert sitting.view.page_in_front == "ratings"
    assert sitting.past.ratings_view.draft().note == "zebra"


def test_ratings_follow_the_journal_in_front(driver: Driver, sitting: Sitting) -> None:
    rate(driver, sitting)
    sitting.step(1)
    settle(driver)
    sitting.rate()
    settle(driver)
    assert sitting.past.ratings_view.earlier.model().rowCount() == 0


def test_a_half_given_rating_waits_for_the_next_sitting(
    driver: Driver, sitting: Sitting, vault: Path
) -> None:
    sitting.rate()
    settle(driver)
    typed(driver, "7")
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    again = driver.unlock(driver.start(vault, build_rooms))
    again.rate()
    driver.seated(driver.running[-1])
    assert again.past.ratings_view.draft().values[0] == 7


def test_earlier_versions_of_the_open_entry_are_reached_by_key_and_restored(
    driver: Driver, sitting: Sitting
) -> None:
    press(driver, Qt.Key.Key_H, CONTROL | SHIFT)
    assert sitting.view.page_in_front == "versions"
    press(driver, Qt.Key.Key_Escape)
    sitting.new_entry()
    settle(driver)
    typed(driver, "Written first")
    press(driver, Qt.Key.Key_H, CONTROL | SHIFT)
    assert sitting.view.page_in_front == "versions"
    assert sitting.past.versions_view.list.model().rowCount() == 0
    assert unnamed(driver.running[0].window) == []
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "journal"


def test_escape_leaves_the_sheet_that_is_made_before_the_page(driver: Driver, sitting: Sitting) -> None:
    sitting.rate()
    settle(driver)
    sitting.past.ratings.make_sheet()
    settle(driver)
    press(driver, Qt.Key.Key_Escape)
    assert sitting.past.ratings_view.maker.isHidden() and sitting.view.page_in_front == "ratings"
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "journal"


def test_a_half_given_rating_waits_while_other_journals_and_sheets_are_in_front(
    driver: Driver, sitting: Sitting
) -> None:
    sitting.rate()
    settle(driver)
    view, page = sitting.past.ratings_view, sitting.past.ratings
    view.note.set_text("half a thought")
    assert sitting.desk.journal is not None
    sheets = [sheet.id for sheet in built_in(sitting.desk.journal.relationship.my_role)]
    page.choose_sheet(sheets[1])
    assert view.note.text() == ""
    page.choose_sheet(sheets[0])
    assert view.note.text() == "half a thought"
    sitting.back()
    for _ in range(4):
        sitting.step(1)
        settle(driver)
    sitting.rate()
    settle(driver)
    assert view.note.text() == "half a thought"


def test_what_is_no_longer_in_front_reads_no_more(
    driver: Driver, sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "2026-01-02.md").write_text("hello there\n", encoding="utf-8")
    sitting.show_all_actions()
    settle(driver)
    assert sitting.desk.overlooks
    driver.answers.folders = [notes]
    sitting.import_folder()
    settle(driver)
    assert sitting.view.page_in_front == "journal" and not sitting.desk.overlooks
    assert sitting.next_acts[0]
    reads: list[int] = []
    monkeypatch.setattr(sitting.rooms.all_actions, "load", partial(reads.append, 1))
    sitting.undo()
    settle(driver)
    assert sitting.next_acts[1] and reads == []


def test_escape_leaves_the_fields_of_an_action_before_the_page(driver: Driver, sitting: Sitting) -> None:
    sitting.show_tab("actions")
    settle(driver)
    view, page = sitting.rooms.views["actions"], sitting.rooms.pages["actions"]
    assert isinstance(view, ActionsView) and isinstance(page, ActionsPresenter)
    page.add("Call her")
    settle(driver)
    page.edit(str_id(view.selected()))
    settle(driver)
    assert view.editor.isVisible()
    press(driver, Qt.Key.Key_Escape)
    assert view.editor.isHidden() and sitting.view.page_in_front == "actions"


def test_what_was_half_typed_waits_where_one_comes_back_by_search(driver: Driver, sitting: Sitting) -> None:
    sitting.show_tab("actions")
    settle(driver)
    view, page = sitting.rooms.views["actions"], sitting.rooms.pages["actions"]
    assert isinstance(view, ActionsView) and isinstance(page, ActionsPresenter)
    page.add("Call her")
    settle(driver)
    assert sitting.desk.journal is not None
    here, id = sitting.desk.journal.id, str_id(view.selected())
    view.catch_line.set_text("half a thought")
    sitting.step(1)
    settle(driver)
    sitting.show_found(here, EntryKind.ACTION, id)
    settle(driver)
    assert sitting.view.page_in_front == "actions" and view.selected() == id
    assert view.typed() == "half a thought"


def str_id(id: EntryId | None) -> EntryId:
    assert id is not None
    return id
