"""The page of the practice ledger over a real vault."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.clock import FixedClock
from tests.ui.pages.acting import Outside
from ui.pages.ledger.presenter import LedgerPresenter
from ui.pages.ledger.view import LedgerPageView
from ui.tasks import Tasks
from ui.theme.theme import Theme

T = TypeVar("T")
DAY = date(2026, 2, 3)


class Page:
    def __init__(self, theme: Theme, tasks: Tasks, folder: Path, clock: FixedClock, outside: Outside) -> None:
        self.theme, self.tasks, self.clock, self.outside = theme, tasks, clock, outside
        self.shelf = self.do(lambda: Shelf(Vault.create(folder, "x", cost=FLOOR)[0], clock=clock))
        self.begin()

    def begin(self) -> None:
        """A page as it is built in a new sitting."""
        self.view = LedgerPageView(self.theme)
        self.presenter = LedgerPresenter(self.view, self.tasks, self.outside, self.clock)
        self.view.bind(self.presenter)

    def show(self) -> None:
        self.presenter.begin(self.shelf)
        self.settle()
        self.view.begin()

    def keep(self) -> None:
        """Show the page with a ledger that is kept."""
        self.do(lambda: self.shelf.ledger.keep(True))
        self.show()

    def journal(self, codename: str = "Heron", role: Role = Role.MENTOR) -> OpenJournal:
        about = Relationship(
            codename=codename,
            my_role=role,
            type=RelationshipType.INFORMAL,
            partner_display_name="Ana Ribeiro",
        )
        return self.do(lambda: self.shelf.add(about))

    def hold(self, opened: OpenJournal, day: date = DAY) -> EntryId:
        id = new_entry_id()

        def work() -> None:
            opened.journal.sessions.add(Session(id=id, day=day, minutes=45))
            opened.journal.sessions.hold(id)

        self.do(work)
        return id

    def put(self, **more: object) -> LedgerEntry:
        entry = LedgerEntry(id=new_entry_id(), day=DAY, minutes=60)
        entry = replace(entry, **more)  # type: ignore[arg-type]
        self.do(lambda: self.shelf.ledger.put(entry))
        return entry

    def entries(self) -> list[LedgerEntry]:
        return self.do(self.shelf.ledger.entries)

    def undo(self) -> None:
        """Take the last act back as the desk does, and let the page hear of it."""
        change = self.outside.changes.pop()
        assert change.undo is not None
        self.presenter.heard(self.do(change.undo))
        self.settle()

    def rows(self) -> list[str]:
        model = self.view.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def do(self, work: Callable[[], T]) -> T:
        results: list[T] = []
        errors: list[Exception] = []
        self.tasks.run(work, done=results.append, failed=errors.append)
        assert self.tasks.drain(20)
        if errors:
            raise errors[0]
        return results[0]

    def settle(self) -> None:
        for _ in range(3):
            assert self.tasks.drain(20)
            QApplication.processEvents()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tasks: Tasks, tmp_path: Path, clock: FixedClock) -> Iterator[Page]:
    page = Page(theme, tasks, tmp_path / "vault", clock, Outside())
    page.view.resize(1028, 710)
    with qtbot.waitExposed(page.view):
        page.view.show()
    page.view.activateWindow()
    yield page
    page.do(page.shelf.close)
    shiboken6.delete(page.view)
    gc.collect()
