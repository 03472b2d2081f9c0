"""A goal from its first sentence to its closing note by keyboard alone, and all the way back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mentorjournal.model.goal import Goal
from mentorjournal.model.words import GoalStatus, MeasureKind, MilestoneStatus
from tests.ui.pages.goals.conftest import Outside, Page

CONTROL = Qt.KeyboardModifier.ControlModifier
TAB, RETURN, SPACE, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down


def check_in(page: Page, value: str, moved: str, day: str = "") -> None:
    page.press(Qt.Key.Key_D, CONTROL)
    page.type(value)
    page.focus("What moved it")
    page.type(moved)
    page.focus("Day of the check-in")
    page.type(day)
    page.press(RETURN)


def choose_status(page: Page, status: GoalStatus) -> None:
    """Walk to the menu and take the status; the menu itself a bare platform cannot open."""
    button = page.focus("Change status")
    assert isinstance(button, QPushButton)
    button.menu().actions()[list(GoalStatus).index(status)].trigger()
    page.desk.settle()


def test_a_goal_goes_its_whole_way_by_keyboard_and_back_again(page: Page, outside: Outside) -> None:
    page.view.setFocus()
    page.press(Qt.Key.Key_N)
    page.type("Lead the review")
    page.press(RETURN)
    page.press(Qt.Key.Key_E, CONTROL)
    page.focus("Reached when")
    page.type("Two reviews, prepared by me")
    page.press(RETURN, CONTROL)
    page.focus("Milestone")
    page.type("Sit in on one")
    page.press(RETURN)
    page.press(Qt.Key.Key_Backtab)
    page.press(SPACE)
    check_in(page, "20", "Said yes", "2026-02-01")
    check_in(page, "60", "Led the first")
    check_in(page, "40", "Forgotten until now", "2026-02-10")
    choose_status(page, GoalStatus.ACHIEVED)
    page.type("It stays with me")
    page.press(RETURN)

    (goal,) = page.kept()
    assert (goal.title, goal.success_criterion) == ("Lead the review", "Two reviews, prepared by me")
    assert [(step.title, step.status) for step in goal.milestones] == [
        ("Sit in on one", MilestoneStatus.REACHED)
    ]
    assert [one.value for one in goal.check_ins] == [20, 60, 40]
    assert goal.now == 60
    assert (goal.status, goal.closing_note) == (GoalStatus.ACHIEVED, "It stays with me")
    assert [was.status for was in goal.history] == [
        GoalStatus.AGREED,
        GoalStatus.IN_PROGRESS,
        GoalStatus.ACHIEVED,
    ]
    assert [change.label for change in outside.changes] == [
        "Add goal",
        "Edit goal",
        "Add milestone",
        "Reach milestone",
        "Check in on goal",
        "Check in on goal",
        "Check in on goal",
        "Mark goal achieved",
    ]

    redo = [page.take_back(change) for change in reversed(outside.changes)]
    assert page.kept() == []
    for change in reversed(redo):
        page.take_back(change)
    assert page.kept() == [goal]


def steps_of(page: Page) -> list[tuple[str, str]]:
    return [(step.title, step.status.value) for step in page.kept()[0].milestones]


def test_milestones_are_reached_skipped_moved_changed_and_deleted_by_keys(
    page: Page, outside: Outside
) -> None:
    id = page.write(measure=MeasureKind.MILESTONES)
    page.reload()
    page.presenter.show_goal(id)
    page.desk.settle()
    page.view.story.steps.title.setFocus()
    for title in ("One", "Two", "Three"):
        page.type(title)
        page.press(RETURN)
    page.view.story.steps.list.setFocus()
    page.press(SPACE)
    page.press(DOWN)
    page.press(Qt.Key.Key_S)
    page.press(DOWN)
    page.press(Qt.Key.Key_Up, CONTROL)
    assert steps_of(page) == [("One", "reached"), ("Three", "pending"), ("Two", "skipped")]
    assert page.kept()[0].now == 1

    page.press(Qt.Key.Key_F2)
    page.type("Third")
    page.press(TAB)
    page.type("2026-05-01")
    page.press(RETURN)
    assert page.kept()[0].milestones[1].due_on == date(2026, 5, 1)
    page.press(Qt.Key.Key_Delete)
    assert steps_of(page) == [("One", "reached"), ("Two", "skipped")]
    assert page.view.story.steps.list.hasFocus()
    assert {change.label for change in outside.changes} == {
        "Add milestone",
        "Reach milestone",
        "Skip milestone",
        "Move milestone",
        "Change milestone",
        "Delete milestone",
    }


def test_a_milestone_was_reached_on_an_earlier_day(page: Page, outside: Outside) -> None:
    id = page.write(measure=MeasureKind.MILESTONES)
    page.desk.do(lambda: page.opened.journal.goals.add_milestone(id, "One"))
    page.reload()
    page.presenter.show_goal(id)
    page.desk.settle()
    page.view.story.steps.list.setFocus()
    page.press(SPACE)
    page.press(RETURN)
    day = page.focus("Day it was reached")
    page.press(Qt.Key.Key_A, CONTROL)
    page.type("2026-02-03")
    page.press(RETURN)

    assert page.kept()[0].milestones[0].reached_on == date(2026, 2, 3)
    assert not day.isVisible()
    assert outside.changes[-1].label == "Reach milestone"


def test_ctrl_d_checks_in_on_the_goal_in_hand_or_the_first_active_one(page: Page) -> None:
    waiting = page.write("An idea", status=GoalStatus.IDEA)
    page.write("Later", target_on=date(2026, 12, 1))
    page.write("First", target_on=date(2026, 4, 1))
    page.reload()
    page.presenter.check_in_somewhere()
    page.desk.settle()
    assert opened(page).title == "First"

    page.press(Qt.Key.Key_Escape)
    next(card for card in page.cards() if card.id == waiting).setFocus()
    page.presenter.check_in_somewhere()
    page.desk.settle()
    assert opened(page).title == "An idea"


def test_ctrl_d_without_any_goal_begins_one(page: Page) -> None:
    page.presenter.check_in_somewhere()
    assert page.view.currentWidget() is page.view.form


def opened(page: Page) -> Goal:
    place = page.presenter.place()
    return next(goal for goal in page.kept() if goal.id == place["goal"])
