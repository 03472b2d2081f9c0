"""The question sets are made one's own: hidden, worded anew, added, brought back, taken elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.own_questions import MOST_SETS, OwnQuestions
from mentorjournal.question_data import SETTING, from_setting
from tests.ui.names import unnamed
from tests.ui.pages.acting import Outside
from tests.ui.pages.stage import Settings
from ui.pages.questions.lines import QuestionLine
from ui.pages.questions.presenter import QuestionsPresenter
from ui.pages.questions.view import QuestionsView
from ui.question_sets import Known, QuestionSets
from ui.tasks import Tasks
from ui.theme.theme import Theme


class Room:
    """The page, over settings that live as long as the test."""

    def __init__(self, theme: Theme, tasks: Tasks, outside: Outside) -> None:
        self.tasks, self.outside = tasks, outside
        self.kept = Settings()
        self.sets = QuestionSets(tasks)
        self.sets.begin(self.kept)
        self.told: list[Known] = []
        self.sets.tell(self.told.append)
        self.view = QuestionsView(theme)
        outside.file = None  # type: ignore[attr-defined]
        outside.choose_question_file = lambda: outside.file  # type: ignore[attr-defined]
        self.page = QuestionsPresenter(self.view, tasks, outside, self.sets)  # type: ignore[arg-type]
        self.view.bind(self.page)

    def begin(self, set_id: str = "", side: str = "mentee") -> None:
        self.page.begin(set_id, side)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            assert self.tasks.drain(20)
            QApplication.processEvents()

    def own(self) -> OwnQuestions:
        return from_setting(self.kept.setting(SETTING))

    def asked(self, set_id: str, side: str = "mentee") -> list[str]:
        """What other pages are told of a set."""
        one = next(one for one in self.told[-1].sets if one.id == set_id)
        return [q for step in one.steps for q in (step.mentor if side == "mentor" else step.mentee)]

    def line(self, words: str) -> QuestionLine:
        return next(line for box in self.view.steps() for line in box.lines() if line.button.text() == words)

    def undo(self) -> None:
        change = self.outside.changes.pop()
        assert change.undo is not None
        self.tasks.run(change.undo, done=lambda _: None, failed=self.outside.problem)
        self.settle()

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, tasks: Tasks, outside: Outside) -> Iterator[Room]:
    room = Room(theme, tasks, outside)
    room.view.resize(1040, 720)
    with qtbot.waitExposed(room.view):
        room.view.show()
    room.view.activateWindow()
    room.begin("what_so_what")
    yield room
    room.settle()
    shiboken6.delete(room.view)


def test_a_set_is_hidden_by_space_and_undone(qtbot: QtBot, room: Room) -> None:
    room.view.list.setFocus()
    assert any(one.id == "what_so_what" for one in room.told[-1].sets)
    qtbot.keyClick(room.view.list, Qt.Key.Key_Space)
    room.settle()

    assert all(one.id != "what_so_what" for one in room.told[-1].sets)
    assert [change.label for change in room.outside.changes] == ["Hide question set"]
    assert not room.view.offered.isChecked()

    room.undo()
    assert any(one.id == "what_so_what" for one in room.told[-1].sets)
    assert room.view.offered.isChecked()


def test_a_question_is_worded_anew_by_keyboard_and_brought_back(qtbot: QtBot, room: Room) -> None:
    room.view.list.setFocus()
    qtbot.keyClick(room.view.list, Qt.Key.Key_Return)
    first = room.view.steps()[0].lines()[0]
    was = first.was()
    assert room.focus is first.button
    qtbot.keyClick(room.focus, Qt.Key.Key_Space)
    qtbot.keyClicks(room.focus, "What happened, in a breath?")
    qtbot.keyClick(room.focus, Qt.Key.Key_Return)
    room.settle()

    assert room.asked("what_so_what")[0] == "What happened, in a breath?"
    assert room.focus is first.button
    assert not room.view.restore_button.isHidden()

    qtbot.mouseClick(room.view.restore_button, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.asked("what_so_what")[0] == was
    assert room.view.restore_button.isHidden()


def test_escape_leaves_a_question_as_it_was(qtbot: QtBot, room: Room) -> None:
    first = room.view.steps()[0].lines()[0]
    first.button.click()
    qtbot.keyClicks(room.focus, "Never mind")
    qtbot.keyClick(room.focus, Qt.Key.Key_Escape)
    room.settle()

    assert first.button.text() == first.was()
    assert room.outside.changes == []


def test_a_hidden_question_stays_on_the_page_to_be_shown_again(room: Room) -> None:
    words = room.view.steps()[1].lines()[1].was()
    line = room.line(words)
    line.hidden.emit(words)
    room.settle()
    assert words not in room.asked("what_so_what")

    room.line(words).button.click()
    room.settle()
    assert words in room.asked("what_so_what")
    assert room.own() == OwnQuestions()


def test_a_set_of_ones_own_is_made_by_keyboard_alone(qtbot: QtBot, room: Room) -> None:
    room.view.new_button.setFocus()
    qtbot.keyClick(room.view.new_button, Qt.Key.Key_Space)
    room.settle()
    assert room.focus is room.view.own_name
    qtbot.keyClicks(room.focus, "Before I say yes")
    qtbot.keyClick(room.focus, Qt.Key.Key_Return)
    room.settle()

    new = room.view.steps()[0].new
    new.setFocus()
    qtbot.keyClick(new.button, Qt.Key.Key_Space)
    for words in ("Whose wish is it?", "What will I not do?"):
        qtbot.keyClicks(room.focus, words)
        qtbot.keyClick(room.focus, Qt.Key.Key_Return)
        room.settle()
    qtbot.keyClick(room.focus, Qt.Key.Key_Escape)
    qtbot.keyClick(room.view.step_button, Qt.Key.Key_Space)
    room.settle()
    qtbot.keyClicks(room.focus, "Afterwards")
    room.view.list.setFocus()
    room.settle()

    (mine,) = room.own().sets
    assert (mine.name, [step.name for step in mine.steps]) == ("Before I say yes", ["", "Afterwards"])
    assert room.asked(mine.id) == ["Whose wish is it?", "What will I not do?"]
    assert [c.label for c in room.outside.changes] == [
        "Add question set",
        "Rename question set",
        "Add question",
        "Add question",
        "Add step",
        "Rename step",
    ]


def test_a_deleted_set_of_ones_own_comes_back_whole(room: Room) -> None:
    room.page.new_set()
    room.settle()
    room.page.add_question("step-1", "Why?")
    room.settle()
    before = room.own()
    room.page.remove_set()
    room.settle()
    assert room.own().sets == ()

    room.undo()
    assert room.own() == before


def test_edits_that_come_before_the_first_was_answered_are_all_kept(qtbot: QtBot, room: Room) -> None:
    room.page.new_set()
    room.settle()
    qtbot.keyClicks(room.focus, "Before I say yes")
    room.view.list.setFocus()
    room.page.add_question("step-1", "Whose wish is it?")
    room.page.add_step()
    room.page.add_step()
    room.page.name_step("step-1", "First")
    room.page.word("step-1", "Whose wish is it?", "Whose idea is it?")
    room.page.show_side("mentor")
    room.settle()

    (mine,) = room.own().sets
    assert mine.name == "Before I say yes"
    assert [step.id for step in mine.steps] == ["step-1", "step-2", "step-3"]
    assert (mine.steps[0].name, mine.steps[0].mentee) == ("First", ("Whose idea is it?",))


def test_an_edit_of_a_set_that_is_gone_does_not_bring_it_back(room: Room) -> None:
    room.page.new_set()
    room.settle()
    room.page.remove_set()
    room.page.rename("Before I say yes")
    room.page.add_step()
    room.settle()

    assert room.own().sets == ()
    assert room.outside.problems == []


def test_a_name_that_is_refused_gives_way_to_the_one_that_is_kept(room: Room) -> None:
    room.page.new_set()
    room.settle()
    room.view.list.setFocus()
    room.view.own_name.set_text("  ")
    room.page.rename("  ")
    assert room.view.own_name.text() == "My questions"


def test_the_new_name_stays_on_the_page_while_it_is_written(room: Room) -> None:
    room.page.new_set()
    room.settle()
    room.view.list.setFocus()
    room.view.own_name.set_text("Before I say yes")
    room.page.rename("Before I say yes")
    assert room.view.own_name.text() == "Before I say yes"
    room.settle()
    assert room.view.own_name.text() == "Before I say yes"


def test_a_step_that_comes_or_goes_leaves_what_is_typed_in_the_others(qtbot: QtBot, room: Room) -> None:
    room.page.new_set()
    room.settle()
    first = room.view.steps()[0]
    first.new.begin()
    qtbot.keyClicks(first.new.box.words, "Whose wi")
    room.page.add_step()
    room.settle()
    assert len(room.view.steps()) == 2
    assert room.view.steps()[1].name is room.focus
    room.undo()

    assert room.view.steps() == [first]
    assert first.new.box.words.text() == "Whose wi"


def test_a_name_being_typed_for_a_step_outlives_news_of_the_set(qtbot: QtBot, room: Room) -> None:
    room.page.new_set()
    room.settle()
    name = room.view.steps()[0].name
    assert name is not None
    name.setFocus()
    qtbot.keyClicks(name, "Fir")
    room.page.add_question("step-1", "Whose wish is it?")
    room.settle()
    qtbot.keyClicks(name, "st")
    assert name.text() == "First"
    room.view.list.setFocus()
    room.settle()
    assert room.own().sets[0].steps[0].name == "First"


def test_the_other_side_has_questions_of_its_own(qtbot: QtBot, room: Room) -> None:
    mentee = [line.was() for box in room.view.steps() for line in box.lines()]
    room.view.sides.set_value("mentor")
    room.page.show_side("mentor")
    mentor = [line.was() for box in room.view.steps() for line in box.lines()]

    assert mentor == room.asked("what_so_what", "mentor")
    assert not set(mentor) & set(mentee)


def test_ones_own_sets_are_saved_to_a_file_and_brought_in_elsewhere(room: Room, tmp_path: Path) -> None:
    room.page.new_set()
    room.settle()
    room.page.add_question("step-1", "Whose wish is it?")
    room.settle()
    room.outside.path = tmp_path / "mine.yaml"
    room.page.save_own()
    room.settle()
    assert room.outside.path.exists()

    room.outside.file = room.outside.path  # type: ignore[attr-defined]
    room.page.bring_in()
    room.settle()
    first, second = room.own().sets
    assert (first.steps, first.name) == (second.steps, second.name)
    assert first.id != second.id


@pytest.mark.parametrize("text", ["private: [", "- 1", "\0\0", ""])
def test_a_file_of_something_else_is_refused_and_changes_nothing(
    room: Room, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "other.yaml"
    path.write_text(text, encoding="utf-8")
    room.outside.file = path  # type: ignore[attr-defined]
    room.page.bring_in()
    room.settle()

    assert room.own() == OwnQuestions()
    assert room.outside.problems == []
    assert [change.label for change in room.outside.changes] == []


def test_more_sets_than_there_may_be_are_refused_with_a_sentence(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text("\n".join(f"- name: Set {n}" for n in range(MOST_SETS)), encoding="utf-8")
    room.outside.file = path  # type: ignore[attr-defined]
    room.page.bring_in()
    room.settle()
    assert len(room.own().sets) == MOST_SETS
    room.page.new_set()
    room.settle()
    assert len(room.own().sets) == MOST_SETS
    assert room.outside.problems == []


def test_everything_that_takes_the_focus_has_a_name(room: Room) -> None:
    room.page.new_set()
    room.settle()
    room.view.steps()[0].new.begin()
    assert unnamed(room.view) == []


def test_the_page_opens_at_the_set_it_is_asked_for(qtbot: QtBot, theme: Theme, room: Room) -> None:
    room.begin("gibbs", "mentor")
    assert room.view.name.text() == "Reflective cycle"
    assert room.view.sides.value() == "mentor"


def test_without_a_set_asked_for_the_first_is_open(room: Room) -> None:
    room.page.choose("no such set")
    room.settle()
    assert room.view.name.text() == "GROW"
    assert room.view.list.currentIndex().row() == 0
