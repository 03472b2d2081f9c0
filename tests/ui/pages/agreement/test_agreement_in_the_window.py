"""The Agreement page in the running program: to agreed by keys alone, found again, and kept over a lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton

from mentorjournal.model.agreement import Agreement
from mentorjournal.model.query import parse
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import EntryKind, RelationshipStatus, RelationshipType, Role
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from ui.pages.agreement.contract import Side
from ui.pages.agreement.view import AgreementView
from ui.pages_of_journal import build_rooms

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hands:
    """The program with one formal journal in front, and nothing but a keyboard."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self.driver, self.folder = driver, folder
        self.start = driver.start(folder, build_rooms)
        self.sitting = driver.unlock(self.start)
        self.start.window.activateWindow()
        driver.qtbot.waitUntil(lambda: self.sitting.desk.journal is not None, timeout=LIMIT)
        self.sitting.step(1)
        self.settle()

    @property
    def view(self) -> AgreementView:
        view = self.sitting.rooms.views["agreement"]
        assert isinstance(view, AgreementView)
        return view

    def settle(self) -> None:
        self.driver.seated(self.start)
        QApplication.processEvents()
        self.driver.seated(self.start)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.start.window, key, modifier)
        QApplication.processEvents()
        self.settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), words)

    def tab_to(self, name: str) -> None:
        for _ in range(60):
            here = QApplication.focusWidget()
            assert here is not None
            if name in (here.accessibleName(), getattr(here, "text", str)()):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r}")

    def held(self) -> Agreement | None:
        journal = self.sitting.desk.journal
        assert journal is not None
        found: list[Agreement | None] = []
        self.sitting.tasks.run(journal.journal.agreements.agreed, done=found.append, failed=_raise)
        self.settle()
        return found[0]


@pytest.fixture
def hands(driver: Driver, tmp_path: Path) -> Hands:
    folder = tmp_path / "vault"
    make_vault(folder)
    with on_shelf(folder) as shelf:
        shelf.add(
            Relationship(
                codename="Heron",
                my_role=Role.MENTOR,
                type=RelationshipType.LONG_TERM_FORMAL,
                status=RelationshipStatus.DRAFT,
            )
        )
    return Hands(driver, folder)


def test_from_nothing_to_agreed_by_keys_alone(hands: Hands) -> None:
    hands.press(Qt.Key.Key_5, CONTROL)
    assert hands.sitting.view.page_in_front == "agreement"
    hands.tab_to("Begin the agreement")
    hands.press(Qt.Key.Key_Space)
    hands.type("To find out")  # one's own draft of the first clause
    hands.press(Qt.Key.Key_Tab)
    hands.type("To lead")
    hands.press(Qt.Key.Key_M, ALT)
    hands.type(", together")
    hands.tab_to("Clauses")
    for _ in range(4):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.tab_to("How many sessions")
    hands.type("8")
    hands.press(Qt.Key.Key_G, ALT)
    hands.press(Qt.Key.Key_Return)
    agreed = hands.held()
    assert agreed is not None
    assert agreed.clauses[0].agreed_text == "To find out, together"
    assert hands.view.currentWidget() is hands.view.reading
    assert "session 0 of 8" in hands.sitting.view.header.told.text()


def test_six_is_the_page_to_share_and_so_is_print_but_not_here(hands: Hands) -> None:
    hands.press(Qt.Key.Key_6, CONTROL)
    assert hands.sitting.view.page_in_front == "share"
    hands.press(Qt.Key.Key_1, CONTROL)
    hands.press(Qt.Key.Key_P, CONTROL)
    assert hands.sitting.view.page_in_front == "share"
    hands.press(Qt.Key.Key_5, CONTROL)
    hands.tab_to("Begin the agreement")
    hands.press(Qt.Key.Key_N)
    hands.press(Qt.Key.Key_P, CONTROL)
    assert hands.sitting.view.page_in_front == "agreement"
    assert hands.view.draft.paper.isVisible()


def test_another_page_and_back_leave_every_word(hands: Hands) -> None:
    hands.press(Qt.Key.Key_5, CONTROL)
    hands.sitting.rooms.acts["agreement change"]()  # there is nothing to change yet, and nothing happens
    hands.tab_to("Begin the agreement")
    hands.press(Qt.Key.Key_N)
    hands.type("Courage")
    hands.press(Qt.Key.Key_1, CONTROL)
    hands.press(Qt.Key.Key_5, CONTROL)
    assert hands.view.draft.panel.fields[Side.MINE].text.text() == "Courage"


def test_the_unfinished_sentence_is_sealed_and_stands_there_after_unlocking(hands: Hands) -> None:
    hands.press(Qt.Key.Key_5, CONTROL)
    hands.tab_to("Begin the agreement")
    hands.press(Qt.Key.Key_N)
    hands.view.draft.panel.fields[Side.MINE].text.insertPlainText("x" * 4100)
    hands.press(Qt.Key.Key_L, CONTROL)
    driver = hands.driver
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    hands.start.window.hide()
    again = driver.start(hands.folder, build_rooms)
    sitting = driver.unlock(again)
    view = sitting.rooms.views["agreement"]
    assert isinstance(view, AgreementView)
    text = view.draft.panel.fields[Side.MINE].text
    driver.qtbot.waitUntil(lambda: len(text.text()) == 4100, timeout=LIMIT)


def test_what_is_found_in_an_agreement_opens_here_and_a_page_may_wish_for_it(hands: Hands) -> None:
    hands.press(Qt.Key.Key_5, CONTROL)
    hands.tab_to("Begin the agreement")
    hands.press(Qt.Key.Key_N)
    hands.type("Promotion panels")
    hands.press(Qt.Key.Key_1, CONTROL)
    journal = hands.sitting.desk.journal
    assert journal is not None
    found: list[object] = []
    hands.sitting.tasks.run(
        lambda: journal.journal.find(parse("promotion")), done=found.extend, failed=_raise
    )
    hands.settle()
    (hit,) = found
    hands.sitting.show_found(journal.id, EntryKind.AGREEMENT, hit.id)  # type: ignore[attr-defined]
    hands.settle()
    assert hands.sitting.view.page_in_front == "agreement"
    hands.press(Qt.Key.Key_1, CONTROL)
    hands.sitting.desk.aside.wish("agreement")
    assert hands.sitting.view.page_in_front == "agreement"


def test_names_keep_their_room_in_the_head_at_the_smallest_window(hands: Hands) -> None:
    for zoom in (0, 1, 1, 1):
        if zoom:
            hands.sitting.zoom(1)
        hands.start.window.resize(960, 640)
        hands.settle()
        header = hands.sitting.view.header
        for button in header.tabs.findChildren(QRadioButton):
            assert button.width() >= button.sizeHint().width(), button.text()
        assert header.codename.width() >= header.fontMetrics().horizontalAdvance("Heron")
        told = header.told
        assert told.width() >= told.fontMetrics().horizontalAdvance(told.text())


def _raise(error: Exception) -> None:
    raise error
