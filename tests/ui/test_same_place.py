"""After unlocking: the same page, entry, field and cursor, on every page of the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import PASSPHRASE, Driver
from tests.ui.same_place import HERON, STORIES, WORDS, Story, journal_named, tab, wish, write_vault
from tests.ui.seen import painted
from ui.discretion import Discretion
from ui.pages.unlock.view import UnlockView
from ui.pages_of_journal import build_rooms
from ui.past_of_journal import PAST
from ui.shell.capture_view import CaptureSheet
from ui.shell.coming_back import STAYS_AWAY
from ui.side_pages import SIDE_PAGES
from ui.sitting import Sitting
from ui.vault_pages import VAULT_PAGES

PATIENCE = 60_000
Field = QLineEdit | QTextEdit | QPlainTextEdit


@dataclass(frozen=True, slots=True)
class Found:
    """What somebody sees who comes back."""

    page: str
    tab: str
    opened: object
    field: str
    words: str
    cursor: int


class Window:
    """One window after the other on one vault: the one that was unlocked last begins the next story."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self.driver, self.folder = driver, folder
        self.sitting: Sitting | None = None

    def unlocked(self) -> Sitting:
        """The unlocked window at rest."""
        if self.sitting is None:
            start = self.driver.start(self.folder, build_rooms)
            view = start.window.room
            assert isinstance(view, UnlockView)
            self.driver.qtbot.keyClicks(view.field, PASSPHRASE)
            view.button.click()
            self.settle()
            assert start.program is not None
            self.sitting = start.program.sitting
            assert self.sitting is not None
            start.window.activateWindow()
            QApplication.processEvents()
        return self.sitting

    def lock(self) -> None:
        assert self.sitting is not None
        self.sitting.locking.lock()
        self.driver.qtbot.waitUntil(lambda: bool(self.driver.replaced), timeout=PATIENCE)
        self.close()

    def close(self) -> None:
        """Let go of the window; one that was not locked saves and closes its vault first."""
        self.driver.end()
        self.driver.replaced.clear()
        self.sitting = None

    def settle(self) -> None:
        program = self.driver.running[-1].program
        assert program is not None
        for _ in range(2):
            self.driver.qtbot.waitUntil(
                lambda: program.sitting is not None and not program.tasks.busy, timeout=PATIENCE
            )
            QApplication.processEvents()

    def go(self, story: Story) -> None:
        sitting = self.unlocked()
        for step in (HERON, *story.steps):
            step(sitting)
            self.settle()
        assert sitting.view.page_in_front == story.page

    def part(self, story: Story) -> QWidget:
        view = self.unlocked().view
        page: QWidget = view.pages.currentWidget()
        usable = [
            one
            for one in (*page.findChildren(QWidget), *view.findChildren(QWidget))
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        exactly = [one for one in usable if one.accessibleName() == story.field]
        begins = [one for one in usable if one.accessibleName().startswith(story.field)]
        return (exactly or begins)[story.which]

    def found(self) -> Found:
        sitting = self.unlocked()
        part = sitting.view.window().focusWidget()
        desk = sitting.desk
        return Found(
            page=sitting.view.page_in_front,
            tab=desk.tab,
            opened=sitting.rooms.opened(desk.tab),
            field=f"{type(part).__name__} {part.accessibleName() if part else ''}",
            words=_text(part),
            cursor=_cursor(part),
        )


def _text(part: QWidget | None) -> str:
    if isinstance(part, QLineEdit):
        return part.text()
    return part.toPlainText() if isinstance(part, QTextEdit | QPlainTextEdit) else ""


def _cursor(part: QWidget | None) -> int:
    if isinstance(part, QLineEdit):
        return part.cursorPosition()
    return part.textCursor().position() if isinstance(part, QTextEdit | QPlainTextEdit) else -1


def write_in_the_middle(field: QWidget) -> None:
    """Leave “one two three” there, with the cursor behind the second word."""
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, WORDS)
    for _ in range(len("three")):
        QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, "two ")


@pytest.fixture(scope="module")
def chain(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    base = tmp_path_factory.mktemp("place")
    write_vault(base / "vault")
    window = Window(Driver(None, qapp, base), base / "vault")  # type: ignore[arg-type]  # each test has its own
    yield window
    window.close()
    qapp.setStyleSheet("")


@pytest.fixture
def window(chain: Window, qtbot: QtBot) -> Window:
    chain.driver.qtbot = qtbot
    return chain


@pytest.mark.parametrize("name", STORIES)
def test_after_unlocking_the_same_page_entry_field_and_cursor_are_there(window: Window, name: str) -> None:
    story, before = STORIES[name], None
    try:
        window.go(story)
        part = window.part(story)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        if story.writes:
            write_in_the_middle(part)
            assert _text(part) == "one two three"
        before = window.found()
        window.lock()
        window.unlocked()
        window.driver.qtbot.waitUntil(lambda: window.found() == before, timeout=5_000)
    except BaseException:
        if window.sitting is not None:
            print(before, window.found())
        window.close()  # the next story begins anew
        raise


@pytest.mark.parametrize("name", ["safety", "versions", "rating"])
def test_the_picture_is_the_same_before_and_after(window: Window, name: str) -> None:
    story = STORIES[name]
    QApplication.setCursorFlashTime(0)
    window.go(story)
    window.part(story).setFocus(Qt.FocusReason.OtherFocusReason)
    view = window.unlocked().view
    for area in view.pages.currentWidget().findChildren(QAbstractScrollArea):
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
    view.say_nothing()
    window.settle()
    before = view.grab().toImage()
    window.lock()
    again = window.unlocked().view
    window.driver.qtbot.waitUntil(lambda: again.grab().toImage() == before, timeout=PATIENCE)


def test_what_is_veiled_stays_veiled_where_the_keyboard_comes_back(window: Window) -> None:
    story = STORIES["answer"]
    window.go(story)
    window.part(story).setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(window.part(story), Qt.Key.Key_End)
    discretion = next(one for one in window.unlocked().beside if isinstance(one, Discretion))
    discretion.toggle()
    window.settle()
    before = window.found()
    window.lock()
    try:
        sitting = window.unlocked()
        window.driver.qtbot.waitUntil(lambda: window.found() == before, timeout=PATIENCE)
        assert "three" not in painted(sitting.view)
    finally:
        next(one for one in window.unlocked().beside if isinstance(one, Discretion)).toggle()
        window.settle()


def test_a_page_that_stays_away_gives_way_to_the_one_behind(window: Window) -> None:
    window.go(Story("destroy", (tab("goals"), wish("destroy")), ""))
    window.lock()
    assert window.unlocked().view.page_in_front == "goals"


def test_a_secret_that_was_typed_does_not_come_back(window: Window) -> None:
    story = STORIES["settings"]
    window.go(story)
    window.part(story).setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(window.part(story), "never kept")
    window.lock()
    window.unlocked()
    field = window.part(story)
    window.driver.qtbot.waitUntil(lambda: field.window().focusWidget() is field, timeout=PATIENCE)
    assert _text(field) == ""


def test_a_topic_that_is_half_typed_is_for_the_same_journal_after_unlocking(window: Window) -> None:
    story = STORIES["topic from anywhere"]
    window.go(story)
    line = window.part(story)
    QTest.keyClicks(line, "a walk")
    QTest.keyClick(line, Qt.Key.Key_Down)
    (sheet,) = window.unlocked().view.window().findChildren(CaptureSheet)
    chosen = sheet.chosen()
    window.lock()
    (again,) = window.unlocked().view.window().findChildren(CaptureSheet)
    assert again is not sheet
    window.driver.qtbot.waitUntil(again.isVisible, timeout=PATIENCE)
    assert again.chosen() == chosen


def test_a_clause_that_was_written_does_not_keep_the_keyboard_when_its_journal_goes(window: Window) -> None:
    story = STORIES["agreement"]
    window.go(story)
    part = window.part(story)
    part.setFocus(Qt.FocusReason.OtherFocusReason)
    sitting = window.unlocked()
    journal_named("Wren")(sitting)
    window.settle()
    kept = sitting.view.window().focusWidget()
    assert kept is not None and kept.isVisible() and kept is not part


def test_every_page_of_the_window_comes_back_or_says_why_not(window: Window) -> None:
    sitting = window.unlocked()
    beside = {name for group in sitting.beside for name in group.names}
    side_pages = {*SIDE_PAGES, *PAST, *VAULT_PAGES, *beside}
    told = {story.page for story in STORIES.values()} | STAYS_AWAY.keys()
    assert side_pages == sitting.desk.aside.ways_back.keys() | STAYS_AWAY.keys()
    assert told == side_pages | sitting.rooms.views.keys()
