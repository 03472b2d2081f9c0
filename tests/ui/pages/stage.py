"""The writing pages as the window puts them together, over a real journal in a real encrypted file."""

from __future__ import annotations

import gc
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import EntryKind, RelationshipType, Role
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect
from ui.pages.after_note.presenter import AfterNotePresenter
from ui.pages.after_note.view import AfterNoteView
from ui.pages.reflection.presenter import ReflectionPresenter
from ui.pages.reflection.view import ReflectionView
from ui.pages.session.opening import EntryRoom, Opening
from ui.pages.session.room import Topics, build_session_room
from ui.pages.timeline.learning import LearningPresenter
from ui.pages.timeline.learning_view import LearningView
from ui.pages.timeline.presenter import TimelinePresenter
from ui.pages.timeline.view import TimelineView
from ui.question_sets import QuestionSets
from ui.tasks import Tasks
from ui.theme.theme import Theme

NOW = datetime(2026, 12, 3, 10, 42, tzinfo=UTC)


@dataclass(frozen=True)
class Opened:
    journal: Journal
    relationship: Relationship


class File:
    """One journal's file; it is opened on the vault thread, as every journal is."""

    def __init__(self, path: Path, role: Role = Role.MENTOR) -> None:
        self.path = path
        self.relationship = Relationship(
            codename="Heron", my_role=role, type=RelationshipType.INFORMAL, partner_display_name="Ana"
        )
        self._key = secrets.token_bytes(32)
        self.connection: Connection | None = None

    def open(self) -> Opened:
        create = not self.path.exists()
        self.connection = connect(
            self.path,
            bytearray(self._key),
            application_id=JOURNAL_APPLICATION_ID,
            newest=NEWEST_SCHEMA,
            create=create,
        )
        journal = Journal(self.connection, clock=lambda: NOW)
        if create:
            journal.describe(self.relationship)
        return Opened(journal, self.relationship)


class Settings(dict[str, object]):
    """Private settings that live as long as the test."""

    def setting(self, name: str, default: object = None) -> object:
        return self.get(name, default)

    def set_setting(self, name: str, value: object) -> None:
        self[name] = value


Before = Callable[[Theme, Tasks, "Stage"], tuple[EntryRoom, QWidget]]
Beside = Callable[[Theme, Tasks, "Stage"], tuple[Topics, QWidget]]


class Stage:
    """Three presenters, their views, and what the shell would do around them."""

    def __init__(
        self, theme: Theme, tasks: Tasks, *, before: Before | None = None, topics: Beside | None = None
    ) -> None:
        """*before* and *topics* make the rooms that a session has besides During and After."""
        self.now = NOW
        self.tasks = tasks
        self.changes: list[Change] = []
        self.problems: list[tuple[Exception, Callable[[], None] | None]] = []
        self.elsewhere: list[tuple[EntryKind, EntryId]] = []
        self.timeline_view = TimelineView(theme)
        self.reflection_view = ReflectionView(theme)
        self.learning_view = LearningView(theme)
        clock = self.clock
        self.kept = Settings()
        self.questions = QuestionSets(tasks)
        self.questions.begin(self.kept)
        self.reflection = ReflectionPresenter(self.reflection_view, tasks, self, clock, self.questions)
        self.after_view = AfterNoteView(theme)
        self.after = AfterNotePresenter(self.after_view, tasks, self, clock)
        self.after_view.bind(self.after)
        openings: dict[Opening, tuple[EntryRoom, QWidget]] = {Opening.AFTER: (self.after, self.after_view)}
        if before is not None:
            openings[Opening.BEFORE] = before(theme, tasks, self)
        room = build_session_room(
            theme,
            tasks,
            self,
            clock,
            openings=openings,
            topics=topics(theme, tasks, self) if topics is not None else None,
        )
        self.session, self.frame_view = room.presenter, room.view
        self.session_view = room.during_view
        self.learning = LearningPresenter(self.learning_view, tasks, self, clock)
        openers = {
            EntryKind.REFLECTION: self.reflection,
            EntryKind.SESSION: self.session,
            EntryKind.LEARNING: self.learning,
        }
        self.timeline = TimelinePresenter(self.timeline_view, tasks, self, clock, open_entry=openers)
        views: dict[EntryKind, QWidget] = {
            EntryKind.REFLECTION: self.reflection_view,
            EntryKind.SESSION: self.frame_view,
            EntryKind.LEARNING: self.learning_view,
        }
        for kind, view in views.items():
            self.timeline_view.add_entry_view(kind, view)
        self.timeline_view.bind(self.timeline)
        self.reflection_view.bind(self.reflection)
        self.learning_view.bind(self.learning)

    def clock(self) -> datetime:
        return self.now

    # What the shell does

    def changed(self, change: Change) -> None:
        self.changes.append(change)  # a page is not told its own news

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        self.problems.append((error, retry))

    def show_entry(self, kind: EntryKind, id: EntryId) -> None:
        self.elsewhere.append((kind, id))

    def undo(self) -> None:
        """Take back the last act that can be taken back, as the shell's Undo does."""
        change = next(change for change in reversed(self.changes) if change.undo is not None)
        assert change.undo is not None
        self.changes.remove(change)
        self.tasks.run(change.undo, done=self.timeline.refresh, failed=self.problem)

    # What a test asks

    def begin(self, file: File) -> Opened:
        """Open the journal of *file* on the stage."""
        opened = self.read(file.open)
        assert isinstance(opened, Opened)
        self.timeline.open(opened)
        self.settle()
        return opened

    def settle(self) -> None:
        """Wait until everything that was asked of the vault thread has come back."""
        assert self.tasks.drain(20)

    def read(self, work: Callable[[], object]) -> object:
        """The result of *work*, done on the vault thread."""
        results: list[object] = []
        self.tasks.run(work, done=results.append, failed=self._raise)
        self.settle()
        return results[0]

    def _raise(self, error: Exception) -> None:
        raise error


def on_screen(qtbot: QtBot, stage: Stage) -> Iterator[Stage]:
    """Show *stage* for one test, and put it away after it."""
    stage.timeline_view.resize(1200, 800)
    with qtbot.waitExposed(stage.timeline_view):
        stage.timeline_view.show()
    stage.timeline_view.activateWindow()
    yield stage
    stage.timeline.close()
    stage.settle()
    # Widgets that Python owned must not be collected while the next test's style sheet walks over them.
    shiboken6.delete(stage.timeline_view)
    del stage
    gc.collect()
