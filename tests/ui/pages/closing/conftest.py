"""A vault with journals that are full of marked words, opened in the running program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.journal.journal import Journal
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey, Terms
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import RelationshipStatus, RetentionRule, SessionStatus
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from ui.closing_rooms import CLOSING, ClosingRooms
from ui.pages.closing.view import ClosingView
from ui.pages.destroy.view import DestroyView
from ui.pages_of_journal import build_rooms
from ui.shell.palette import Palette
from ui.sitting import Sitting

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass
class Window:
    """The running program with one vault, and hands that press keys."""

    driver: Driver
    folder: Path
    sitting: Sitting

    @property
    def rooms(self) -> ClosingRooms:
        return next(group for group in self.sitting.beside if isinstance(group, ClosingRooms))

    @property
    def closing(self) -> ClosingView:
        assert self.rooms.closing is not None
        return self.rooms.closing_view

    @property
    def destroy(self) -> DestroyView:
        assert self.rooms.destroy is not None
        return self.rooms.destroy_view

    @property
    def front(self) -> str:
        return self.sitting.view.page_in_front

    @property
    def status(self) -> RelationshipStatus:
        assert self.sitting.desk.journal is not None
        return self.sitting.desk.journal.relationship.status

    def settle(self) -> None:
        for _ in range(3):
            self.driver.seated(self.driver.running[-1])
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        window = self.driver.running[-1].window
        self.driver.qtbot.keyClick(window.focusWidget() or window, key, modifier)
        self.settle()

    def type(self, words: str) -> None:
        self.driver.qtbot.keyClicks(self.driver.running[-1].window.focusWidget(), words)
        self.settle()

    def call(self, words: str) -> None:
        """Do something by its name in the palette."""
        self.sitting.keys.show_palette()
        palette = self.sitting.keys.palette
        assert isinstance(palette, Palette)
        self.driver.qtbot.keyClicks(palette.field, words)
        self.driver.qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        self.settle()

    def open_sheet(self) -> None:
        self.press(Qt.Key.Key_E, CONTROL | SHIFT)
        assert self.front == CLOSING

    def on_vault(self, work: Callable[[Journal], object]) -> None:
        """Do something in the journal in front on the vault's thread, as another page would."""
        journal = self.sitting.desk.journal
        assert journal is not None
        failed: list[Exception] = []
        self.sitting.tasks.run(lambda: work(journal.journal), done=lambda _: None, failed=failed.append)
        self.settle()
        assert failed == []

    def closure(self) -> Closure | None:
        journal = self.sitting.desk.journal
        assert journal is not None
        found: list[Closure | None] = []
        self.on_vault(lambda journal: found.append(journal.life.closure()))
        return found[0]


Begin = Callable[..., Window]


@pytest.fixture
def begin(driver: Driver, tmp_path: Path) -> Begin:
    """The program with a vault in which *prepare* was done to Heron; Lark is there besides."""

    def begin(prepare: Callable[[Journal], object] | None = None, *, backups: int = 0) -> Window:
        folder = tmp_path / "vault"
        make_vault(folder, "Heron", "Lark")
        with on_shelf(folder) as shelf:
            heron = shelf.named("Heron")
            if prepare is not None:
                prepare(heron.journal)
            for _ in range(backups):
                shelf.back_up()
        sitting = driver.unlock(driver.start(folder, build_rooms))
        driver.running[-1].window.activateWindow()
        driver.qtbot.waitUntil(lambda: sitting.desk.journal is not None, timeout=LIMIT)
        window = Window(driver, folder, sitting)
        sitting.open_journal(heron.id)
        window.settle()
        sitting.show_tab("journal")
        window.settle()
        return window

    return begin


def met(journal: Journal) -> None:
    """One session was held."""
    journal.sessions.add(
        Session(id=new_entry_id(), day=journal.today(), status=SessionStatus.HELD, minutes=45, title="First")
    )


def agreed(retention: RetentionRule, until: date | None = None) -> Callable[[Journal], object]:
    """An agreement that says what happens to the notes."""

    def prepare(journal: Journal) -> None:
        met(journal)
        value = Agreement(
            id=new_entry_id(),
            day=journal.today(),
            clauses=(Clause(key=ClauseKey.RETENTION, agreed_text="as said"),),
            terms=Terms(retention=retention, keep_until=until),
        )
        journal.agreements.add(value)
        journal.agreements.agree(value.id, journal.today())

    return prepare


def closed(rule: RetentionRule = RetentionRule.KEEP_OWN, **more: object) -> Callable[[Journal], object]:
    """Closed today under this rule."""

    def prepare(journal: Journal) -> None:
        met(journal)
        journal.life.close(Closure(closed_on=journal.today(), rule=rule, **more))  # type: ignore[arg-type]

    return prepare


def held_while_due(journal: Journal) -> None:
    """Due to be destroyed, and on hold."""
    met(journal)
    journal.life.close(Closure(closed_on=journal.today(), rule=RetentionRule.DESTROY_AT_CLOSE))
    closure = journal.life.closure()
    assert closure is not None
    journal.life.settle_notes(
        replace(
            closure,
            rule=RetentionRule.ON_HOLD,
            destroy_on=closure.closed_on,
            hold_reason="A case is open",
        )
    )


def in_days(days: int) -> date:
    return date.today() + timedelta(days=days)
