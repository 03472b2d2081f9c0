"""Everything written is found newest first, opened beside the list, and never deleted without a way back."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.reflection import LearningPoint, Reflection
from mentorjournal.model.session import Session
from mentorjournal.model.timeline import Place, TimelineRow
from mentorjournal.model.words import EntryKind
from tests.ui.names import unnamed
from tests.ui.pages.stage import NOW, Opened, Stage
from ui.pages.timeline.model import TimelineModel
from ui.pages.timeline.presenter import FIRST_PAGE, Filter
from ui.widgets.buttons import Button

DAY = NOW.date()


def fill(stage: Stage, opened: Opened, count: int) -> list[EntryId]:
    """*count* reflections, a day apart, newest first."""
    ids = [new_entry_id() for _ in range(count)]

    def work() -> None:
        with opened.journal.together():
            for age, id in enumerate(ids):
                value = Reflection(id=id, day=DAY - timedelta(days=age), text=from_plain(f"Entry {age}"))
                opened.journal.reflections.add(value)

    stage.read(work)
    stage.timeline.open(opened)
    stage.settle()
    return ids


def shown(stage: Stage) -> list[str]:
    model = stage.timeline_view.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def row(day: date, place: int, title: str = "x") -> TimelineRow:
    return TimelineRow(
        place=Place(place),
        kind=EntryKind.REFLECTION,
        id=EntryId(str(place)),
        day=day,
        title=title,
        opening="",
    )


def test_the_newest_stands_on_top(stage: Stage, opened: Opened) -> None:
    fill(stage, opened, 3)

    assert shown(stage) == ["Entry 0", "Entry 1", "Entry 2"]


def test_pages_follow_as_one_scrolls(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    fill(stage, opened, 3 * FIRST_PAGE)
    assert len(shown(stage)) < 3 * FIRST_PAGE

    def at_the_end() -> bool:
        stage.timeline_view.list.scrollToBottom()
        return len(shown(stage)) == 3 * FIRST_PAGE

    qtbot.waitUntil(at_the_end)
    assert shown(stage) == [f"Entry {age}" for age in range(3 * FIRST_PAGE)]


def test_a_filter_shows_its_kind_alone(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    fill(stage, opened, 2)
    stage.read(lambda: opened.journal.sessions.add(Session(id=new_entry_id(), day=DAY, title="Met")))
    qtbot.mouseClick(stage.timeline_view.chips[Filter.SESSIONS], Qt.MouseButton.LeftButton)
    stage.settle()

    assert shown(stage) == ["Met"]
    qtbot.mouseClick(stage.timeline_view.chips[Filter.GOALS], Qt.MouseButton.LeftButton)
    stage.settle()
    assert shown(stage) == []


def test_an_empty_journal_asks_one_question_and_offers_one_act(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    view = stage.timeline_view
    assert not view.list.isVisible()
    button = view._blank.findChildren(Button)[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert stage.reflection_view.text.hasFocus()


def test_a_new_entry_is_a_place_to_type_and_its_row_follows(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    fill(stage, opened, 1)
    stage.timeline.new_entry(EntryKind.REFLECTION)
    stage.settle()
    assert stage.reflection_view.text.hasFocus()

    qtbot.keyClicks(stage.reflection_view.text, "At once")
    stage.timeline.flush()
    stage.settle()

    assert shown(stage) == ["At once", "Entry 0"]
    chosen = stage.timeline_view.list.chosen()
    assert chosen is not None and chosen.title == "At once"


def test_keys_alone_walk_open_write_and_return(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    fill(stage, opened, 3)
    stage.timeline_view.focus_list()
    stage.timeline_view.list.setCurrentIndex(stage.timeline_view.list.model().index(0, 0))
    qtbot.keyClick(stage.timeline_view.list, Qt.Key.Key_Down)
    stage.settle()
    assert to_plain(stage.reflection_view.text.document_value()) == "Entry 1"

    qtbot.keyClick(stage.timeline_view.list, Qt.Key.Key_Return)
    stage.settle()
    assert stage.reflection_view.text.hasFocus()
    qtbot.keyClicks(stage.reflection_view.text, "More of ")
    qtbot.keyClick(stage.reflection_view.text, Qt.Key.Key_Escape)
    assert stage.timeline_view.list.hasFocus()
    stage.timeline.flush()
    stage.settle()

    assert shown(stage) == ["Entry 0", "More of Entry 1", "Entry 2"]


def test_delete_takes_the_entry_and_undo_brings_all_of_it_back(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    ids = fill(stage, opened, 3)
    stage.timeline.open_entry(EntryKind.REFLECTION, ids[1])
    stage.settle()
    qtbot.keyClicks(stage.reflection_view.text, "Unsaved ")
    stage.timeline_view.focus_list()
    qtbot.keyClick(stage.timeline_view.list, Qt.Key.Key_Delete)
    stage.settle()
    assert shown(stage) == ["Entry 0", "Entry 2"]

    stage.undo()
    stage.settle()
    assert shown(stage) == ["Entry 0", "Unsaved Entry 1", "Entry 2"]


def test_where_there_is_room_for_one_the_entry_has_a_way_back(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    ids = fill(stage, opened, 2)
    view = stage.timeline_view
    view.resize(640, 700)
    qtbot.waitUntil(lambda: view.width() == 640)
    stage.timeline.open_entry(EntryKind.REFLECTION, ids[0])
    stage.settle()
    assert not view.list.isVisible()

    qtbot.mouseClick(view.back_button, Qt.MouseButton.LeftButton)
    assert view.list.isVisible() and not stage.reflection_view.isVisible()


def test_a_goal_is_opened_by_its_own_page_and_not_in_passing(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    goal = Goal(id=new_entry_id(), day=DAY, title="Lead a review")
    stage.read(lambda: opened.journal.goals.add(goal))
    fill(stage, opened, 1)
    view = stage.timeline_view
    view.focus_list()
    view.list.choose(goal.id)
    stage.timeline.glance(EntryKind.GOAL, goal.id)
    assert stage.elsewhere == []

    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert stage.elsewhere == [(EntryKind.GOAL, goal.id)]


def test_a_learning_point_is_written_and_kept_within_its_length(
    qtbot: QtBot, stage: Stage, opened: Opened
) -> None:
    stage.timeline.new_entry(EntryKind.LEARNING)
    view = stage.learning_view
    qtbot.keyClicks(view.words, "Ask before answering.")
    stage.timeline.flush()
    stage.settle()

    points = stage.read(opened.journal.learning_points.all)
    assert isinstance(points, list) and isinstance(points[0], LearningPoint)
    assert points[0].text == "Ask before answering."
    view.words.setPlainText("")
    stage.timeline.flush()
    stage.settle()
    assert stage.problems == []
    assert stage.read(opened.journal.learning_points.all) == points


def test_the_place_of_the_writer_comes_back(stage: Stage, opened: Opened) -> None:
    ids = fill(stage, opened, 5)
    stage.timeline.choose(Filter.REFLECTIONS)
    stage.timeline.open_entry(EntryKind.REFLECTION, ids[2])
    stage.settle()
    place = stage.timeline.place()
    stage.timeline.close()
    stage.settle()
    assert shown(stage) == []

    stage.timeline.open(opened)
    stage.timeline.restore(place)
    stage.settle()

    assert stage.timeline_view.chips[Filter.REFLECTIONS].isChecked()
    assert to_plain(stage.reflection_view.text.document_value()) == "Entry 2"


def test_a_row_finds_its_new_place_when_its_day_changes() -> None:
    model = TimelineModel()
    day = date(2026, 12, 3)
    model.set_rows([row(day, 30), row(day, 20), row(day, 10)])
    moved = TimelineRow(
        place=Place(40), kind=EntryKind.REFLECTION, id=EntryId("10"), day=day, title="moved", opening=""
    )
    model.put(moved)

    titles = [model.index(position).data() for position in range(model.rowCount())]
    assert titles == ["moved", "x", "x"]
    model.drop(EntryId("20"))
    assert model.position(EntryId("30")) == 1


def test_everything_that_takes_the_focus_has_a_name(stage: Stage, opened: Opened) -> None:
    fill(stage, opened, 2)
    stage.timeline.new_entry(EntryKind.LEARNING)

    assert isinstance(stage.timeline_view.list, QListView)
    assert unnamed(stage.timeline_view) == []
