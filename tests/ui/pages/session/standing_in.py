"""Rooms that stand in for Before and for the topics, over the real journal: as small as a room can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import TopicStatus
from tests.ui.pages.stage import Stage
from ui.desk import Desk, OpenJournal, Outside
from ui.draft import Book, Runner
from ui.pages.session.opening import EntryRoom
from ui.tasks import Tasks
from ui.theme.theme import Theme


class PreparedView(QWidget):
    """What one intends, in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName("Today I intend")
        QVBoxLayout(self).addWidget(self.line, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.line)

    def show_entry(self, value: Session, *, fresh: bool) -> None:
        self.line.setText(value.intention)

    def update_entry(self, value: Session) -> None:
        self.line.setText(value.intention)

    def written(self, base: Session) -> Session:
        return replace(base, intention=self.line.text())

    def clear(self) -> None:
        self.line.clear()

    def save_soon(self) -> None: ...
    def show_unsaved(self) -> None: ...
    def show_saved(self, at: datetime | None) -> None: ...
    def show_not_saved(self, message: str) -> None: ...

    def place(self) -> dict[str, object]:
        return {}

    def restore(self, place: dict[str, object]) -> None: ...


class Prepared(Desk[Session]):
    def book(self, journal: Journal) -> Book[Session]:
        def write(value: Session) -> Change:
            return journal.sessions.prepare(
                value.id, intention=value.intention, desired_outcome=value.desired_outcome
            )

        door = journal.sessions
        return Book(get=door.get, add=door.add, write=write, ready=lambda value: True)


def before_room(theme: Theme, tasks: Tasks, outside: Stage) -> tuple[EntryRoom, QWidget]:
    view = PreparedView()
    presenter = Prepared(view, tasks, outside, outside.clock)
    view.line.textEdited.connect(presenter.touched)
    return presenter, view


class Topics:
    """Lists the agenda, and marks its first open topic discussed."""

    def __init__(self, view: QLabel, tasks: Runner, outside: Outside) -> None:
        self._view, self._tasks, self._outside = view, tasks, outside
        self._journal: OpenJournal | None = None
        self._id: EntryId | None = None
        self._listener: Callable[[Change], None] | None = None

    def open_entry(self, journal: OpenJournal, id: EntryId) -> None:
        self._journal, self._id = journal, id
        self._read()

    def leave_entry(self) -> None:
        self._id = None
        self._view.setText("")

    def flush(self) -> None: ...

    def close(self) -> None:
        self.leave_entry()

    def place(self) -> dict[str, object]:
        return {}

    def restore(self, place: dict[str, object]) -> None: ...

    def refresh(self, change: Change) -> None:
        self._read()

    def tell(self, listener: Callable[[Change], None]) -> None:
        self._listener = listener

    def discuss_next(self) -> None:
        journal, id = self._journal, self._id
        if journal is not None and id is not None:
            self._tasks.run(
                partial(_discuss_next, journal.journal, id), done=self._done, failed=self._outside.problem
            )

    def _done(self, change: Change | None) -> None:
        if change is not None:
            if self._listener is not None:
                self._listener(change)
            self._outside.changed(change)
            self._read()

    def _read(self) -> None:
        journal, id = self._journal, self._id
        if journal is not None and id is not None:
            self._tasks.run(
                partial(journal.journal.topics.of_session, id),
                done=self._show,
                failed=self._outside.problem,
            )

    def _show(self, topics: list[Topic]) -> None:
        self._view.setText("\n".join(f"{topic.status.value}: {topic.text}" for topic in topics))


def topics_room(theme: Theme, tasks: Tasks, outside: Stage) -> tuple[Topics, QWidget]:
    view = QLabel()
    view.setWordWrap(True)
    view.setAlignment(Qt.AlignmentFlag.AlignTop)
    return Topics(view, tasks, outside), view


def _discuss_next(journal: Journal, id: EntryId) -> Change | None:
    left = [topic for topic in journal.topics.of_session(id) if topic.status.is_open]
    return journal.topics.settle(left[0].id, TopicStatus.DISCUSSED) if left else None
