"""Promises of the unlocked window, with its real pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from mentorjournal.model.action import Action
from mentorjournal.model.blocks import to_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.words import RelationshipType, Role
from tests.ui.driving import LIMIT, PASSPHRASE, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

NEW_WORDS = "four new words here"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron", "Lark")
    return tmp_path / "vault"


@pytest.fixture
def sitting(driver: Driver, vault: Path) -> Sitting:
    return driver.unlock(driver.start(vault, build_rooms))


def settle(driver: Driver) -> None:
    driver.seated(driver.running[0])


def test_everything_has_a_name_on_every_page(driver: Driver, sitting: Sitting) -> None:
    window = driver.running[0].window
    for number in range(1, 7):
        sitting.show_tab_number(number)
        settle(driver)
        assert unnamed(window) == [], number
    for show in (sitting.new_journal, sitting.show_settings, sitting.show_about):
        show()
        settle(driver)
        assert unnamed(window) == []


class Shown(QObject):
    """Writes down each window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_nothing_flashes_as_a_window_of_its_own(driver: Driver, vault: Path) -> None:
    shown = Shown()
    driver.qapp.installEventFilter(shown)
    sitting = driver.unlock(driver.start(vault, build_rooms))
    for number in range(1, 7):
        sitting.show_tab_number(number)
        settle(driver)
    driver.qapp.removeEventFilter(shown)
    assert [name.split()[0] for name in shown.windows] == ["MainWindow"]


def test_the_title_never_says_more_than_the_programs_name(driver: Driver, sitting: Sitting) -> None:
    for show in (sitting.show_about, sitting.back, sitting.show_settings):
        show()
        assert driver.running[0].window.windowTitle() == "Mentor Journal"


def test_a_new_journal_opens_ready_to_write(driver: Driver, sitting: Sitting, vault: Path) -> None:
    sitting.new_journal()
    sheet = sitting.side.new_view
    assert sheet.codename.text() not in ("", "Heron", "Lark")
    sheet.role.set_value(Role.MENTEE)
    sheet.codename.setText("Alder")
    sheet.make.click()
    driver.qtbot.waitUntil(lambda: "Alder" in sitting.desk.codenames, timeout=LIMIT)
    settle(driver)
    journal = sitting.desk.journal
    assert journal is not None
    assert journal.relationship.my_role is Role.MENTEE
    assert sitting.view.page_in_front == "journal"


def test_one_stop_advice_asks_for_its_topic(driver: Driver, sitting: Sitting) -> None:
    sitting.new_journal()
    sheet = sitting.side.new_view
    sheet.kinds.choose(RelationshipType.ONE_STOP)
    sheet.make.click()
    driver.qtbot.waitUntil(lambda: "needs a topic" in sheet.message.text(), timeout=LIMIT)


def test_a_codename_that_is_taken_is_said_in_place(driver: Driver, sitting: Sitting) -> None:
    sitting.new_journal()
    sheet = sitting.side.new_view
    sheet.codename.setText("heron")
    sheet.make.click()
    driver.qtbot.waitUntil(lambda: "already called" in sheet.message.text(), timeout=LIMIT)


def test_the_relationship_can_be_described(driver: Driver, sitting: Sitting, vault: Path) -> None:
    sitting.show_about()
    sitting.side.about_view.details.partner_name.setText("Amara")
    sitting.side.about_view.details.sessions.setValue(6)
    sitting.side.about_view.save.click()
    driver.qtbot.waitUntil(lambda: sitting.view.page_in_front == "journal", timeout=LIMIT)
    assert "of 6" in sitting.view.header.told.text()
    driver.close()
    with on_shelf(vault) as shelf:
        assert shelf.named("Heron").relationship.partner_display_name == "Amara"


def test_the_passphrase_is_changed(driver: Driver, sitting: Sitting, vault: Path) -> None:
    sitting.show_settings()
    page = sitting.side.settings_view
    page.passphrase.old.setText(PASSPHRASE)
    page.passphrase.new.first.setText(NEW_WORDS)
    page.passphrase.new.again.setText(NEW_WORDS)
    page.passphrase.change.click()
    driver.qtbot.waitUntil(lambda: "Changed" in page.passphrase.message.text(), timeout=LIMIT)
    assert page.passphrase.old.text() == ""
    driver.close()
    with on_shelf(vault, NEW_WORDS) as shelf:
        assert len(shelf.cards()) == 2


def test_a_wrong_present_passphrase_changes_nothing(driver: Driver, sitting: Sitting) -> None:
    sitting.show_settings()
    page = sitting.side.settings_view
    page.passphrase.old.setText("something else")
    page.passphrase.new.first.setText(NEW_WORDS)
    page.passphrase.new.again.setText(NEW_WORDS)
    page.passphrase.change.click()
    driver.qtbot.waitUntil(lambda: "does not open" in page.passphrase.message.text(), timeout=LIMIT)


def test_a_new_kit_is_forgotten_when_the_page_is_left(driver: Driver, sitting: Sitting) -> None:
    sitting.show_settings()
    page = sitting.side.settings_view
    page.kit.passphrase.setText(PASSPHRASE)
    page.kit.make.click()
    driver.qtbot.waitUntil(lambda: len(page.kit.code.groups()) == 9, timeout=LIMIT)
    sitting.back()
    assert page.kit.code.groups() == []


def test_look_and_size_are_felt_at_once_and_kept(driver: Driver, sitting: Sitting) -> None:
    start = driver.running[0]
    sitting.set_look("dark")
    sitting.zoom(1)
    assert start.theme.dark
    assert start.theme.zoom == 1.1
    assert '"look": "dark"' in start.settings.path.read_text()


def test_the_palette_finds_and_does(driver: Driver, sitting: Sitting) -> None:
    palette = sitting.keys.palette
    sitting.keys.show_palette()
    driver.qtbot.keyClicks(palette.field, "go lark")
    assert palette.names()[0] == "Go to Lark"
    assert palette.names()[-1] == "Find “go lark”"
    driver.qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(driver)
    assert sitting.desk.journal is not None
    assert sitting.desk.journal.relationship.codename == "Lark"
    assert not palette.isVisible()


def test_every_command_but_the_looks_has_a_key(sitting: Sitting) -> None:
    assert {c.name for c in sitting.keys.commands if not c.key} == {"Light", "Dark", "Look as the system"}
    # What is bound by a page is meant there alone, and means something else on another page.
    keys = [c.key for c in sitting.keys.commands if c.key and c.bound]
    assert len(keys) == len(set(keys))


def test_a_narrow_window_folds_the_sidebar_and_a_button_brings_it_back(
    driver: Driver, sitting: Sitting
) -> None:
    window = driver.running[0].window
    window.resize(1280, 800)
    assert sitting.view.sidebar.isVisible()
    window.resize(960, 620)
    driver.qtbot.waitUntil(lambda: not sitting.view.sidebar.isVisible())
    sitting.view.header.sidebar.click()
    assert sitting.view.sidebar.isVisible()


def test_an_act_can_be_undone_and_done_again(driver: Driver, sitting: Sitting) -> None:
    journal = sitting.desk.journal
    assert journal is not None
    door = journal.journal.actions
    action = Action(id=new_entry_id(), day=date(2026, 3, 1), text="Send the notes")
    tasks = sitting.tasks
    sitting.show_tab_number(1)
    tasks.run(
        lambda: door.add(action), done=lambda done: sitting.desk.changed(done, "actions"), failed=_raise
    )
    settle(driver)
    kept: list[int] = []

    def count() -> int:
        tasks.run(door.all, done=lambda found: kept.append(len(found)), failed=_raise)
        settle(driver)
        return kept[-1]

    assert count() == 1
    sitting.undo()
    settle(driver)
    assert count() == 0
    assert "Undone" in sitting.view.notice.words()
    sitting.redo()
    settle(driver)
    assert count() == 1


def test_the_unfinished_sentence_is_sealed_and_open_again_after_unlocking(
    driver: Driver, sitting: Sitting, vault: Path
) -> None:
    window = driver.running[0].window
    sitting.new_entry()
    settle(driver)
    editor = window.focusWidget()
    assert editor is not None
    driver.qtbot.keyClicks(editor, "What I noticed was")
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    with on_shelf(vault) as shelf:
        (kept,) = shelf.named("Heron").journal.reflections.all()
    assert "What I noticed was" in kept.title + to_plain(kept.text)
    window.hide()
    again = driver.start(vault, build_rooms)
    driver.unlock(again)
    driver.qtbot.waitUntil(
        lambda: (
            again.window.focusWidget() is not None and "What I noticed" in _words(again.window.focusWidget())
        ),
        timeout=LIMIT,
    )


def _words(widget: object) -> str:
    for name in ("toPlainText", "text"):
        if hasattr(widget, name):
            return str(getattr(widget, name)())
    return ""


def _raise(error: Exception) -> None:
    raise error


def said(bar: QWidget) -> str:
    return " ".join(label.text() for label in bar.findChildren(QLabel))


def test_notes_are_brought_into_the_open_journal_and_taken_back(
    driver: Driver, sitting: Sitting, vault: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "2026-03-01 Kingfisher.md").write_text("Seen by the **lake**.")
    (notes / "2026-03-02.md").write_text("# Heliotrope\n\nA second note.")
    driver.answers.folders.append(notes)
    sitting.import_folder()
    settle(driver)
    assert "Import 2 notes" in said(sitting.view.notice)
    sitting.undo()
    settle(driver)
    sitting.redo()
    settle(driver)
    driver.close()
    with on_shelf(vault) as shelf:
        titles = [row.title for row in shelf.named("Heron").journal.timeline()]
    assert titles == ["Heliotrope", "Kingfisher"]


def test_notes_that_cannot_be_read_are_named_and_nothing_is_kept(
    driver: Driver, sitting: Sitting, tmp_path: Path
) -> None:
    driver.answers.folders.append(tmp_path / "absent")
    sitting.import_folder()
    settle(driver)
    assert "not a folder" in said(sitting.view.problem)


def test_an_older_copy_of_a_journal_is_said_when_it_is_opened(driver: Driver, vault: Path) -> None:
    with on_shelf(vault) as shelf:
        id = shelf.named("Heron").id
    path = vault / "journals" / f"{id}.mjdb"
    older = path.read_bytes()
    with on_shelf(vault) as shelf:
        shelf.named("Heron").journal.actions.add(
            Action(id=new_entry_id(), day=date(2026, 3, 1), text="Send the draft")
        )
    path.write_bytes(older)
    sitting = driver.unlock(driver.start(vault, build_rooms))
    assert "older copy" in sitting.view.found.words()


def test_a_mended_key_file_is_told(driver: Driver, vault: Path) -> None:
    (vault / "vault.keys").unlink()
    sitting = driver.unlock(driver.start(vault, build_rooms))
    assert "key" in sitting.view.found.words()
