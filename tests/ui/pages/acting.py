"""What the tests of goals, actions, search and share stand on: a real journal in a real encrypted file."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.change import Change
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import EntryKind, RelationshipType, Role
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect
from tests.clock import FixedClock
from ui.tasks import Tasks

T = TypeVar("T")
TODAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Opened:
    journal: Journal
    relationship: Relationship


@dataclass
class Outside:
    """Notes what the page reported; answers the one save dialog."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Exception] = field(default_factory=list)
    retry: Callable[[], None] | None = None
    found: list[tuple[str, str, str]] = field(default_factory=list)
    shown: list[tuple[EntryKind, str]] = field(default_factory=list)
    left: int = 0
    path: Path | None = None
    suggested: list[str] = field(default_factory=list)

    def changed(self, change: Change) -> None:
        self.changes.append(change)

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        self.problems.append(error)
        self.retry = retry

    def choose_save_path(self, suggested: str) -> Path | None:
        self.suggested.append(suggested)
        return self.path

    def show_entry(self, kind: EntryKind, id: str) -> None:
        self.shown.append((kind, id))

    def show_found(self, journal: str, kind: str, id: str) -> None:
        self.found.append((journal, kind, id))

    def leave_search(self) -> None:
        self.left += 1


class Desk:
    """The vault thread and a journal that is only touched there."""

    def __init__(self, tasks: Tasks, folder: Path, clock: FixedClock) -> None:
        self.tasks = tasks
        self._folder = folder
        self._clock = clock
        self._journals: list[Journal] = []

    def begin(self, role: Role = Role.MENTEE, **about: object) -> Opened:
        usual = {"type": RelationshipType.LONG_TERM_FORMAL, "started_on": date(2026, 1, 1)}
        relationship = Relationship(codename="Heron", my_role=role, **{**usual, **about})  # type: ignore[arg-type]

        def make() -> Journal:
            path = self._folder / f"{len(self._journals)}.mjdb"
            key = bytearray(secrets.token_bytes(32))
            db = connect(path, key, application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA, create=True)
            journal = Journal(db, clock=self._clock)
            journal.describe(relationship)
            return journal

        journal = self.do(make)
        self._journals.append(journal)
        return Opened(journal, relationship)

    def do(self, work: Callable[[], T]) -> T:
        """Run *work* on the vault thread and wait for it and all that it sets off."""
        results: list[T] = []
        errors: list[Exception] = []
        self.tasks.run(work, done=results.append, failed=errors.append)
        assert self.tasks.drain(20)
        if errors:
            raise errors[0]
        return results[0]

    def settle(self) -> None:
        """Wait until everything the page asked for has been done, and new widgets are on the screen."""
        QApplication.processEvents()
        assert self.tasks.drain(20)
        QApplication.processEvents()

    def close(self) -> None:
        for journal in self._journals:
            self.do(journal.close)


@pytest.fixture
def outside() -> Outside:
    return Outside()


@pytest.fixture
def desk(tasks: Tasks, tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    desk = Desk(tasks, tmp_path, clock)
    yield desk
    desk.close()


def shown(qtbot: QtBot, view: QWidget, width: int = 1028, height: int = 710) -> None:
    """Put *view* on the screen, as large as the page area of a usual window."""
    qtbot.addWidget(view)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
