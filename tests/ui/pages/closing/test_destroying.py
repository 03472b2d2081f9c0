"""Destroying in the real window: what is said before, what is gone after, and what stays of it in memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from mentorjournal.errors import DiskFull
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.export import ExportKind
from mentorjournal.model.words import RetentionRule
from mentorjournal.vault import vault as vault_module
from mentorjournal.vault.vault import Vault
from mentorjournal.vault.verification import verify
from tests.faults import canary_writer, keys_in_hand
from tests.faults.canaries import KINDS, canary, sightings
from tests.ui.driving import LIMIT, PASSPHRASE, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from tests.ui.pages.closing.conftest import CONTROL, SHIFT, Begin, Window, closed, held_while_due, met
from ui.closing_rooms import CLOSING, DESTROY
from ui.pages.search.view import SearchView
from ui.pages_of_journal import build_rooms

OF_THE_VAULT = {"passphrase", "setting", "searchword", "ledgerlearning", "ledgerapplied", "codename"}
"""What is no journal's own; and the codename, which the record may name."""
WORDS = {kind: canary(kind) for kind in KINDS if kind not in OF_THE_VAULT}


def ask(window: Window) -> None:
    """Open the page by its key."""
    window.press(Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert window.front == DESTROY


def confirm(window: Window, codename: str) -> None:
    view = window.destroy
    view.typed.setFocus(Qt.FocusReason.TabFocusReason)
    window.type(codename)
    window.press(Qt.Key.Key_Return)


def codenames(window: Window) -> list[str]:
    return [card.codename for card in window.sitting.desk.cards]


def files_left(journal: Journal) -> None:
    met(journal)
    journal.exports.note(ExportKind.SUMMARY, "mentoring-summary-2026-03.pdf")
    journal.exports.note(ExportKind.AGENDA, "agenda.pdf")


# Before


def test_the_page_names_what_goes_and_what_cannot_be_reached(begin: Begin) -> None:
    window = begin(files_left, backups=2)
    ask(window)
    facts = window.destroy.facts
    assert "“Heron”: 1 session held" in facts.goes.text()
    assert "all 2: file and key" in facts.goes.text()
    lines = facts.exports.text().splitlines()
    assert sorted(line.split("  ")[1] for line in lines) == ["agenda.pdf", "mentoring-summary-2026-03.pdf"]
    assert str(date.today().year) in lines[0]
    for words in ("Synchronised folders", "solid-state", "other people", "backups of the system"):
        assert words in facts.elsewhere.text()


def test_nothing_is_destroyed_without_the_codename(begin: Begin) -> None:
    window = begin(met)
    ask(window)
    confirm(window, "heron")
    assert "That is not its codename. Nothing was destroyed." in window.destroy.message.text()
    assert codenames(window) == ["Heron", "Lark"]
    window.press(Qt.Key.Key_Escape)
    assert window.front == "journal"


def test_a_request_for_data_offers_the_hold(begin: Begin) -> None:
    window = begin(closed(RetentionRule.DESTROY_AT_CLOSE))
    ask(window)
    said = [label.text() for label in window.destroy.findChildren(QLabel) if label.isVisible()]
    law = next(text for text in said if "section 173" in text)
    assert "may be an offence in the UK" in law and "not legal advice" in law
    window.destroy.hold.click()
    window.settle()
    assert window.front == CLOSING
    assert window.closing.after.is_asking and window.closing.after.fields.reason.hasFocus()
    window.type("Somebody asked")
    window.press(Qt.Key.Key_Return, CONTROL)
    closure = window.closure()
    assert closure is not None and closure.on_hold


def test_the_hold_of_an_open_relationship_goes_along_with_its_end(begin: Begin) -> None:
    window = begin(met)
    ask(window)
    window.destroy.hold.click()
    window.settle()
    window.type("Somebody asked")
    window.press(Qt.Key.Key_Return, CONTROL)
    closure = window.closure()
    assert closure is not None and closure.on_hold and closure.hold_reason == "Somebody asked"


def test_what_is_on_hold_cannot_be_destroyed_and_the_page_says_how_to_lift_it(begin: Begin) -> None:
    window = begin(held_while_due)
    ask(window)
    view = window.destroy
    assert "A case is open" in view.held.text() and "To lift the hold" in view.held.text()
    assert not view.destroy_now.isVisible() and not view.typed.isVisible()
    window.rooms.destroy.destroy("Heron", keep_record=True)
    window.settle()
    assert "is on hold: nothing of it may be destroyed" in view.message.text()
    assert sorted(codenames(window)) == ["Heron", "Lark"]


def test_every_control_has_a_name(begin: Begin) -> None:
    window = begin(files_left)
    ask(window)
    assert unnamed(window.driver.running[0].window) == []


def test_any_journal_is_chosen_from_today(begin: Begin) -> None:
    window = begin(met)
    window.sitting.show_today()
    window.settle()
    window.call("destroy a journal")
    view = window.destroy
    assert not view.typed.isVisible()
    assert [view.journal.itemText(place) for place in range(view.journal.count())][1:] == ["Heron", "Lark"]
    view.journal.setFocus()
    for _ in range(2):
        window.press(Qt.Key.Key_Down)
    assert "“Lark”" in view.facts.goes.text() and view.typed.isVisible()


# What is gone


@pytest.fixture
def marked(driver: Driver, tmp_path: Path) -> Iterator[tuple[Window, str]]:
    """A vault with a journal full of marked words that lies open, another besides, and two backups."""
    folder = tmp_path / "vault"
    groups = make_vault(folder, "Lark")
    with on_shelf(folder) as shelf:
        opened = shelf.add(canary_writer.relationship())
        canary_writer.write_everything(opened.journal)
        canary_writer.leave_unfinished(shelf, opened.id)
        for _ in range(2):
            shelf.back_up()
        id = opened.id
        del opened  # the tests ask who remembers it
    sitting = driver.unlock(driver.start(folder, build_rooms))
    driver.running[-1].window.activateWindow()
    window = Window(driver, folder, sitting)
    sitting.open_journal(id)
    window.settle()
    for tab in ("journal", "goals", "actions", "share", "sessions"):
        sitting.show_tab(tab)
        window.settle()
    sitting.show_about()
    window.settle()
    sitting.rate()
    window.settle()
    sitting.search(canary("reflectionbody"))
    window.settle()
    sitting.show_all_actions()
    window.settle()
    window.open_sheet()
    window.press(Qt.Key.Key_Return)
    yield window, "-".join(groups)


def test_no_word_of_it_is_left_in_any_file_with_all_keys_in_hand(marked: tuple[Window, str]) -> None:
    window, code = marked
    window.closing.destroy_now.click()
    window.settle()
    confirm(window, canary("codename"))
    window.driver.qtbot.waitUntil(window.destroy.record.isVisible, timeout=LIMIT)
    assert codenames(window) == ["Lark"]
    window.sitting.locking.lock()
    window.driver.qtbot.waitUntil(lambda: bool(window.driver.replaced), timeout=LIMIT)
    said = keys_in_hand.read(window.folder, PASSPHRASE, code)
    assert len(said) == 3 * 2 * 2
    assert [(kind, file) for kind, word in WORDS.items() for file, text in said.items() if word in text] == []
    assert sightings(WORDS, window.folder) == []
    for place in keys_in_hand.places(window.folder):
        assert verify(place, PASSPHRASE).findings == ()
        vault = Vault.unlock(place, PASSPHRASE, read_only=True)
        assert len(vault.journal_ids()) == 1
        vault.close()


def shown(window: QWidget) -> str:
    """Everything that any widget of the window holds, shown or not."""
    words: list[str] = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QLineEdit):
            words.append(widget.text())
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            words.append(widget.toPlainText())
        elif isinstance(widget, QComboBox):
            words += [widget.itemText(place) for place in range(widget.count())]
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            words += [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        words += [widget.accessibleName(), widget.toolTip()]
    return "\n".join(words)


def test_no_page_undo_or_place_of_the_window_remembers_a_word(marked: tuple[Window, str]) -> None:
    window, _ = marked
    main = window.driver.running[-1].window
    assert canary("partnername") in shown(main) or canary("reflectionbody") in shown(main)
    window.closing.destroy_now.click()
    window.settle()
    confirm(window, canary("codename"))
    window.driver.qtbot.waitUntil(window.destroy.record.isVisible, timeout=LIMIT)
    gc.collect()
    QApplication.processEvents()
    left = shown(main)
    assert [kind for kind, word in WORDS.items() if word in left] == []
    sealed = str(window.sitting.desk.place())
    assert [kind for kind, word in WORDS.items() if word in sealed] == []
    assert window.sitting.next_acts == ("", "")
    journals = [one for one in gc.get_objects() if isinstance(one, Journal)]
    assert len(journals) <= 1  # Lark, where Today has visited it


def test_the_others_go_on_and_done_leads_back(begin: Begin) -> None:
    window = begin(met)
    ask(window)
    confirm(window, "Heron")
    window.destroy.done.click()
    window.settle()
    assert window.front == "today"
    window.sitting.open_journal(window.sitting.desk.cards[0].id)
    window.settle()
    assert window.front == "journal"
    assert window.sitting.desk.journal is not None
    assert window.sitting.desk.journal.relationship.codename == "Lark"


def test_destroying_another_journal_leaves_the_open_one_where_it_is(begin: Begin) -> None:
    window = begin(met)
    ask(window)
    window.press(Qt.Key.Key_Down)
    confirm(window, "Lark")
    assert codenames(window) == ["Heron"]
    window.press(Qt.Key.Key_Escape)
    assert window.front == "journal"
    assert window.sitting.desk.journal is not None
    assert window.sitting.desk.journal.relationship.codename == "Heron"


def test_the_last_journal_leaves_an_empty_vault(begin: Begin) -> None:
    window = begin(met)
    for codename in ("Heron", "Lark"):
        window.rooms.show_any_destroy()
        window.settle()
        view = window.destroy
        view.journal.set_value(next(c.id for c in window.sitting.desk.cards if c.codename == codename))
        window.rooms.destroy.choose(view.journal.value())  # type: ignore[arg-type]
        window.settle()
        confirm(window, codename)
        window.destroy.done.click()
        window.settle()
    assert codenames(window) == []
    with on_shelf_after(window) as shelf:
        assert [record.codename for record in shelf.destructions().values()] != []


def on_shelf_after(window: Window):  # type: ignore[no-untyped-def]
    """The vault once the program let go of it."""
    window.sitting.locking.lock()
    window.driver.qtbot.waitUntil(lambda: bool(window.driver.replaced), timeout=LIMIT)
    return on_shelf(window.folder)


def test_words_that_were_searched_for_find_nothing_of_it(begin: Begin) -> None:
    window = begin(met)
    ask(window)
    confirm(window, "Heron")
    window.sitting.search("First")
    window.settle()
    view = window.sitting.view.pages.currentWidget()
    assert isinstance(view, SearchView)
    assert "First" not in shown(view).replace(view.words(), "")


# The record


def test_the_record_is_shown_saved_and_kept(begin: Begin, tmp_path: Path) -> None:
    window = begin(files_left, backups=1)
    ask(window)
    confirm(window, "Heron")
    view = window.destroy
    assert "Heron" in view.record.words() and "1 backup." in view.record.words()
    window.driver.answers.files = [tmp_path / "record"]
    view.record.save.click()
    window.settle()
    with pypdfium2.PdfDocument(tmp_path / "record.pdf") as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "Destruction record" in text and "agenda.pdf" not in text
    assert "record.pdf" in view.message.text()
    with on_shelf_after(window) as shelf:
        (record,) = shelf.destructions().values()
        assert (record.codename, record.sessions, record.backups, record.exports_known) == ("Heron", 1, 1, 2)


def test_without_the_check_no_record_is_kept(begin: Begin) -> None:
    window = begin(met)
    ask(window)
    window.destroy.keep_record.click()
    confirm(window, "Heron")
    assert "is not kept" in window.destroy.ended.text()
    with on_shelf_after(window) as shelf:
        assert shelf.destructions() == {}


# What goes wrong


def test_a_damaged_journal_can_be_destroyed(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    make_vault(folder, "Heron", "Lark")
    with on_shelf(folder) as shelf:
        id = shelf.named("Heron").id
    path = folder / "journals" / f"{id}.mjdb"
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    sitting = driver.unlock(driver.start(folder, build_rooms))
    window = Window(driver, folder, sitting)
    window.settle()
    window.call("destroy a journal")
    window.rooms.destroy.choose(id)
    window.settle()
    assert "damaged" in window.destroy.facts.goes.text()
    assert not window.destroy.hold.isVisible()
    confirm(window, "Heron")
    driver.qtbot.waitUntil(window.destroy.record.isVisible, timeout=LIMIT)
    assert codenames(window) == ["Lark"] and not path.exists()


def test_a_disk_that_fails_in_between_is_said_and_the_next_unlocking_ends_it(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = begin(met, backups=1)
    ask(window)

    def fails(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(vault_module.destruction, "_remove_database", fails)
        confirm(window, "Heron")
        window.driver.qtbot.waitUntil(window.destroy.ended.isVisible, timeout=LIMIT)
    assert "the disk is full" in window.destroy.ended.text()
    assert "when you unlock this vault the next time" in window.destroy.ended.text()
    assert codenames(window) == ["Lark"]
    with on_shelf_after(window) as shelf:
        assert [card.codename for card in shelf.cards()] == ["Lark"]
        assert len(shelf.vault.journal_ids()) == 1
    assert verify(window.folder, PASSPHRASE).findings == ()


def test_a_destruction_that_could_not_even_begin_leaves_all_as_it_was(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = begin(met)
    ask(window)

    def fails(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(vault_module.destruction, "begin", fails)
        confirm(window, "Heron")
    assert "disk is full" in window.destroy.message.text()
    assert window.destroy.typed.isVisible()
    assert codenames(window) == ["Heron", "Lark"]
    with on_shelf_after(window) as shelf:
        assert shelf.destructions() == {}
        assert shelf.named("Heron").journal.counts().sessions_held == 1


def test_a_destroyed_journal_does_not_take_the_others_down_in_search(tmp_path: Path) -> None:
    make_vault(tmp_path / "vault", "Heron", "Lark")
    with on_shelf(tmp_path / "vault") as shelf:
        id = shelf.named("Heron").id
        vault_module.destruction.begin(shelf.vault.index, id)
        assert [card.codename for card in shelf.cards()] == ["Lark"]
    with on_shelf(tmp_path / "vault") as shelf:
        assert isinstance(shelf, Shelf) and len(shelf.vault.journal_ids()) == 1
