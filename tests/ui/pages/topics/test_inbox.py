"""The inbox beside the timeline, and where a found topic leads."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.topic import INBOX
from mentorjournal.model.words import EntryKind, TopicStatus
from tests.ui.names import unnamed
from tests.ui.pages.conftest import file, opened
from tests.ui.pages.stage import NOW, File, Opened, Stage
from ui.pages.timeline.presenter import TimelinePresenter
from ui.pages.timeline.view import TimelineView
from ui.pages.topics.inbox import InboxPresenter
from ui.pages.topics.inbox_view import InboxView
from ui.pages.topics.presenter import AgendaPresenter
from ui.tasks import Tasks
from ui.theme.theme import Theme

__all__ = ["file", "opened"]


class Room(Stage):
    """The timeline with the inbox as one of its entries."""

    def __init__(self, theme: Theme, tasks: Tasks) -> None:
        super().__init__(theme, tasks)
        self.not_used = self.timeline_view
        self.timeline_view = TimelineView(theme)
        self.inbox_view = InboxView(theme)
        agenda = AgendaPresenter(self.inbox_view.agenda, tasks, self, self.clock)
        self.inbox = InboxPresenter(self.inbox_view, agenda, tasks, self)
        self.timeline = TimelinePresenter(
            self.timeline_view, tasks, self, self.clock, open_entry={EntryKind.TOPIC: self.inbox}
        )
        self.inbox_view.agenda.bind(agenda)
        self.inbox_view.bind(self.inbox)
        self.timeline_view.add_entry_view(EntryKind.TOPIC, self.inbox_view)
        self.timeline_view.bind(self.timeline)

    def lines(self) -> list[str]:
        model = self.inbox_view.agenda.list.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]

    def chosen(self) -> str:
        return str(self.inbox_view.agenda.list.currentIndex().data())


@pytest.fixture
def stage(theme: Theme, tasks: Tasks) -> Iterator[Room]:
    room = Room(theme, tasks)
    room.timeline_view.resize(1200, 800)
    room.timeline_view.show()
    room.timeline_view.activateWindow()
    yield room
    room.timeline.close()
    room.settle()
    # Widgets that Python owned must not be collected while the next test's style sheet walks over them.
    for view in (room.timeline_view, room.not_used):
        shiboken6.delete(view)
    del room
    gc.collect()


def capture(stage: Room, opened: Opened, text: str, session: EntryId | None = None) -> EntryId:
    def work() -> EntryId:
        return next(iter(opened.journal.topics.capture(text, session).touched))

    id = stage.read(work)
    assert isinstance(id, str)
    return EntryId(id)


def plan(stage: Room, opened: Opened) -> EntryId:
    id = new_entry_id()
    stage.read(lambda: opened.journal.sessions.add(Session(id=id, day=NOW.date())))
    return id


def press(stage: Room, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    stage.settle()


def test_the_way_to_the_inbox_is_there_while_something_waits(stage: Room, opened: Opened) -> None:
    assert not stage.timeline_view.inbox.isVisible()
    capture(stage, opened, "Saying no")
    stage.timeline.open(opened)
    stage.settle()
    assert stage.timeline_view.inbox.text() == "Inbox · 1"
    assert unnamed(stage.timeline_view.inbox) == []
    stage.timeline_view.inbox.setFocus()
    press(stage, Qt.Key.Key_Space)
    assert stage.lines() == ["Saying no"]
    assert QApplication.focusWidget() is stage.inbox_view.agenda.add_line.line


def test_the_count_follows_what_is_done_in_the_inbox(stage: Room, opened: Opened) -> None:
    stage.timeline.new_entry(EntryKind.TOPIC)
    stage.settle()
    for text in ("One", "Two"):
        stage.inbox_view.agenda.add_line.set_text(text)
        press(stage, Qt.Key.Key_Return)
    assert stage.timeline_view.inbox.text() == "Inbox · 2"
    press(stage, Qt.Key.Key_Down)
    press(stage, Qt.Key.Key_Delete)
    assert stage.timeline_view.inbox.text() == "Inbox · 1"
    stage.undo()
    stage.settle()
    assert stage.timeline_view.inbox.text() == "Inbox · 2"


def test_from_the_inbox_a_topic_goes_to_the_next_planned_session(stage: Room, opened: Opened) -> None:
    capture(stage, opened, "Saying no")
    stage.timeline.new_entry(EntryKind.TOPIC)
    stage.settle()
    press(stage, Qt.Key.Key_Down)
    press(stage, Qt.Key.Key_I)
    assert "No session is planned" in str(stage.problems[0][0])
    session = plan(stage, opened)
    stage.timeline.new_entry(EntryKind.TOPIC)
    stage.settle()
    press(stage, Qt.Key.Key_Down)
    press(stage, Qt.Key.Key_I)
    assert stage.lines() == []
    assert len(stage.read(lambda: opened.journal.topics.of_session(session))) == 1  # type: ignore[arg-type]


def test_a_topic_found_in_the_inbox_opens_there(stage: Room, opened: Opened) -> None:
    capture(stage, opened, "One")
    id = capture(stage, opened, "Two")
    stage.timeline.open_entry(EntryKind.TOPIC, id)
    stage.settle()
    assert (stage.lines(), stage.chosen()) == (["One", "Two"], "Two")
    assert not stage.inbox_view.open_session.isVisible()


@pytest.mark.parametrize("status", [TopicStatus.OPEN, TopicStatus.DROPPED, TopicStatus.PARKED])
def test_a_topic_found_on_an_agenda_opens_there_and_leads_to_the_session(
    stage: Room, opened: Opened, status: TopicStatus
) -> None:
    session = plan(stage, opened)
    capture(stage, opened, "One", session)
    id = capture(stage, opened, "Two", session)
    stage.read(lambda: opened.journal.topics.settle(id, status))
    stage.timeline.open_entry(EntryKind.TOPIC, id)
    stage.settle()
    assert stage.chosen() == "Two"
    stage.inbox_view.open_session.click()
    assert stage.elsewhere == [(EntryKind.SESSION, session)]


def test_a_found_topic_that_is_gone_leads_to_the_inbox_and_says_so(stage: Room, opened: Opened) -> None:
    capture(stage, opened, "One")
    stage.timeline.open_entry(EntryKind.TOPIC, new_entry_id())
    stage.settle()
    assert stage.lines() == ["One"]
    assert len(stage.problems) == 1


def test_after_unlocking_the_inbox_is_open_where_it_was(stage: Room, file: File, opened: Opened) -> None:
    for text in ("One", "Two"):
        capture(stage, opened, text)
    stage.timeline.open_entry(EntryKind.TOPIC, INBOX)
    stage.settle()
    stage.timeline_view.focus_entry()
    press(stage, Qt.Key.Key_Down)
    press(stage, Qt.Key.Key_Down)
    stage.inbox_view.agenda.add_line.set_text("Half a")
    place = stage.timeline.place()
    stage.timeline.close()
    stage.timeline.open(opened)
    stage.timeline.restore(place)
    stage.settle()
    assert (stage.chosen(), stage.inbox_view.agenda.typed()) == ("Two", "Half a")
