"""Adding a topic from anywhere, by keys alone, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.query import parse
from mentorjournal.model.session import Session
from mentorjournal.model.words import EntryKind
from tests.ui.driving import Driver, make_vault
from tests.ui.names import unnamed
from ui.pages_of_journal import build_rooms
from ui.shell.capture_view import CaptureSheet
from ui.sitting import Sitting
from ui.widgets.editor.editor import TextEditor

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
T = TypeVar("T")


class Hands:
    """Types into whatever has the focus."""

    def __init__(self, driver: Driver, sitting: Sitting) -> None:
        self.driver, self.sitting = driver, sitting

    @property
    def sheet(self) -> CaptureSheet:
        return self.sitting.keys.capture

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.driver.qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
        self.driver.seated(self.driver.running[0])

    def type(self, words: str) -> None:
        self.driver.qtbot.keyClicks(QApplication.focusWidget(), words)

    def do(self, work: Callable[[], T]) -> T:
        found: list[T] = []
        self.sitting.tasks.run(work, done=found.append, failed=self.sitting.problem)
        self.driver.seated(self.driver.running[0])
        return found[0]

    def journal(self) -> OpenJournal:
        journal = self.sitting.desk.journal
        assert journal is not None
        return journal

    def inbox(self) -> list[str]:
        return [topic.text for topic in self.do(self.journal().journal.topics.inbox)]

    def said(self) -> str:
        return self.sitting.view.notice.words()


@pytest.fixture
def hands(driver: Driver, tmp_path: Path) -> Hands:
    make_vault(tmp_path / "vault", "Heron", "Lark")
    sitting = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    driver.running[0].window.activateWindow()
    driver.seated(driver.running[0])
    sitting.show_tab("journal")  # a vault opens at Today
    return Hands(driver, sitting)


def test_a_topic_is_kept_while_writing_and_the_cursor_comes_back(hands: Hands) -> None:
    hands.press(Qt.Key.Key_N, CTRL)
    editor = QApplication.focusWidget()
    assert isinstance(editor, TextEditor)
    hands.type("Half a sentence")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    hands.press(Qt.Key.Key_T, CTRL)
    assert hands.sheet.isVisible()
    assert hands.sheet.journal.currentText() == "Heron"
    hands.type("Saying no")
    hands.press(Qt.Key.Key_Return)
    assert not hands.sheet.isVisible()
    assert hands.said() == "In Heron's inbox"
    assert QApplication.focusWidget() is editor
    assert editor.textCursor().position() == 4
    assert hands.inbox() == ["Saying no"]
    hands.type("!")
    assert editor.toPlainText() == "Half! a sentence"


def test_what_was_kept_can_be_taken_back_by_its_name(hands: Hands) -> None:
    named: list[tuple[str, str]] = []
    hands.sitting.view.undo_named.connect(lambda undo, redo: named.append((undo, redo)))
    hands.press(Qt.Key.Key_T, CTRL)
    hands.type("Saying no")
    hands.press(Qt.Key.Key_Return)
    assert named[-1] == ("Add topic", "")
    hands.sitting.undo()
    hands.driver.seated(hands.driver.running[0])
    assert hands.inbox() == []
    assert named[-1] == ("", "Add topic")


def test_escape_leaves_the_words_for_the_next_time(hands: Hands) -> None:
    hands.press(Qt.Key.Key_T, CTRL)
    hands.type("Half a thought")
    hands.press(Qt.Key.Key_Escape)
    assert not hands.sheet.isVisible()
    assert hands.inbox() == []
    hands.press(Qt.Key.Key_T, CTRL)
    assert hands.sheet.line.text() == "Half a thought"
    assert QApplication.focusWidget() is hands.sheet.line


def test_another_journal_is_chosen_by_the_arrows(hands: Hands) -> None:
    hands.press(Qt.Key.Key_T, CTRL)
    hands.type("Ask about May")
    hands.press(Qt.Key.Key_Down)
    assert hands.sheet.journal.currentText() == "Lark"
    hands.press(Qt.Key.Key_Return)
    assert hands.said() == "In Lark's inbox"
    assert hands.journal().relationship.codename == "Heron"
    assert hands.inbox() == []
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert hands.inbox() == ["Ask about May"]
    hands.sitting.undo()
    hands.driver.seated(hands.driver.running[0])
    assert hands.inbox() == []


def test_a_topic_goes_straight_on_the_next_agenda_when_that_is_wanted(hands: Hands) -> None:
    journal = hands.journal().journal
    session = Session(id=new_entry_id(), day=journal.today() + timedelta(3))
    hands.press(Qt.Key.Key_T, CTRL)
    assert not hands.sheet.agenda.isEnabled()
    hands.press(Qt.Key.Key_Escape)
    hands.do(lambda: journal.sessions.add(session))
    hands.sitting.rest()
    hands.driver.seated(hands.driver.running[0])
    hands.press(Qt.Key.Key_T, CTRL)
    hands.type("The keynote")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is hands.sheet.agenda
    hands.press(Qt.Key.Key_Space)
    hands.sheet.line.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert [topic.text for topic in hands.do(lambda: journal.topics.of_session(session.id))] == [
        "The keynote"
    ]
    assert hands.said().startswith("On Heron's agenda of ")
    assert unnamed(hands.sheet) == []


def test_what_does_not_fit_is_said_and_the_words_stay(hands: Hands) -> None:
    hands.press(Qt.Key.Key_T, CTRL)
    for words, said in (("  ", "empty"), ("word " * 20_000, "at most 1000"), ("a\n" * 201, "201 lines")):
        hands.sheet.line.setText(words)
        hands.press(Qt.Key.Key_Return)
        assert hands.sheet.isVisible()
        assert said in hands.sheet.says.text()
        assert hands.sheet.line.text() == words
    assert hands.inbox() == []


def test_it_opens_over_pages_of_the_vault_and_over_the_palette(hands: Hands) -> None:
    hands.sitting.show_settings()
    hands.press(Qt.Key.Key_K, CTRL)
    hands.type("add a topic")
    hands.press(Qt.Key.Key_Return)
    assert hands.sheet.isVisible()
    hands.type("From the settings")
    hands.press(Qt.Key.Key_Return)
    assert hands.inbox() == ["From the settings"]
    assert hands.sitting.view.page_in_front == "settings"


def test_the_inbox_opens_by_its_key_and_a_found_topic_leads_there(hands: Hands) -> None:
    hands.press(Qt.Key.Key_T, CTRL)
    hands.type("Saying no")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_T, CTRL | SHIFT)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "Add a topic"
    journal = hands.journal()
    (hit,) = hands.do(lambda: journal.journal.find(parse("saying")))
    hands.sitting.show_tab_number(4)
    hands.sitting.show_found(journal.id, hit.kind, hit.id)
    hands.driver.seated(hands.driver.running[0])
    assert hit.kind is EntryKind.TOPIC
    assert hands.sitting.view.page_in_front == "journal"
    assert line.isVisible()


def test_a_new_session_has_a_key_of_its_own(hands: Hands) -> None:
    hands.press(Qt.Key.Key_M, CTRL | SHIFT)
    assert hands.sitting.desk.tab == "sessions"
    keys = {command.key: command.name for command in hands.sitting.keys.commands}
    assert keys["Ctrl+T"] == "Add a topic"
    assert keys["Ctrl+Shift+T"] == "Inbox of topics"
    assert keys["Ctrl+Shift+M"] == "New session"


def test_a_sheet_whose_opener_has_gone_leaves_the_keyboard_where_it_is_seen(hands: Hands) -> None:
    hands.sitting.view.sidebar.search.setFocus()
    hands.sitting.keys.show_capture()
    window = hands.driver.running[0].window
    window.resize(window.minimumSizeHint().expandedTo(window.minimumSize()))
    hands.driver.seated(hands.driver.running[0])
    hands.sitting.view.sidebar.hide()
    hands.press(Qt.Key.Key_K, CTRL)
    hands.press(Qt.Key.Key_K, CTRL)
    hands.press(Qt.Key.Key_Escape)
    field = QApplication.focusWidget()
    assert field is not None and field.isVisible()
