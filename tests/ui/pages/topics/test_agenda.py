"""An agenda, worked with by keys alone unless a test says otherwise."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu

from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.words import TopicSource, TopicStatus
from tests.ui.names import unnamed
from tests.ui.pages.acting import TODAY
from tests.ui.pages.topics.conftest import ALT_SHIFT, CTRL, Page, plan_session
from ui.pages.topics.contract import Section

HEBREW = "שיחה על הפרויקט"


def test_topics_are_typed_one_after_the_other(page: Page) -> None:
    page.add("Saying no", "The keynote")
    assert page.lines() == ["Saying no", "The keynote"]
    assert page.view.typed() == ""
    assert [change.label for change in page.outside.changes] == ["Add topic", "Add topic"]
    assert page.undo() == "Add topic"
    assert page.lines() == ["Saying no"]
    page.redo()
    assert page.lines() == ["Saying no", "The keynote"]


def test_an_empty_agenda_asks_and_an_empty_line_adds_nothing(page: Page) -> None:
    page.view.add_line.line.setFocus()
    page.type("   ")
    page.press(Qt.Key.Key_Return)
    assert page.lines() == []
    assert page.outside.changes == []


def test_pasted_lines_become_topics_in_one_act(page: Page) -> None:
    page.paste("- Saying no\n- The keynote\n\n- Holidays\n")
    assert "3 lines" in page.view.add_line.says()
    page.press(Qt.Key.Key_Return)
    assert page.lines() == ["Saying no", "The keynote", "Holidays"]
    assert page.undo() == "Add 3 topics"
    assert page.lines() == []


@pytest.mark.parametrize(
    ("pasted", "said"),
    [("word " * 20_000, "at most 1000"), ("line\n" * 500, "500 lines"), (f"a\n{'b' * 1001}", "Line 2")],
)
def test_what_does_not_fit_is_said_and_stays(page: Page, pasted: str, said: str) -> None:
    page.paste(pasted)
    page.press(Qt.Key.Key_Return)
    assert said in page.view.add_line.says()
    assert page.view.typed() == pasted
    assert page.lines() == []


def test_right_to_left_and_strange_words_are_kept_as_they_are(page: Page) -> None:
    page.paste(HEBREW)
    page.press(Qt.Key.Key_Return)
    page.add("<b>bold</b> & more")
    page.view.resize(240, 400)
    page.view.grab()
    assert page.lines() == [HEBREW, "<b>bold</b> & more"]


def test_discussed_topics_are_ticked_and_go_to_the_end(filled: Page) -> None:
    filled.press(Qt.Key.Key_Return, CTRL)
    assert filled.lines()[:3] == ["Two", "Three", "One"]
    assert filled.status("One") is TopicStatus.DISCUSSED
    assert filled.chosen() == "Two"
    assert filled.spoken()[2] == "One. Topic 3 of 3, discussed"
    filled.go_to("One")
    filled.press(Qt.Key.Key_Return, CTRL)
    assert filled.status("One") is TopicStatus.OPEN
    assert filled.undo() == "Reopen topic"
    assert filled.status("One") is TopicStatus.DISCUSSED


def test_the_host_can_mark_the_next_topic_from_outside_the_list(filled: Page) -> None:
    filled.go_to("Three")
    for _ in range(2):  # the second key comes before the first answer
        filled.presenter.discuss_next()
    filled.desk.settle()
    assert filled.open_ones() == ["Three"]
    assert filled.chosen() == "Three"
    assert [change.label for change in filled.outside.changes] == ["Mark topic discussed"] * 2
    for _ in range(2):
        filled.presenter.discuss_next()
        filled.desk.settle()
    assert filled.open_ones() == []
    assert len(filled.outside.changes) == 3


def test_in_the_list_a_key_of_the_page_around_means_the_chosen_topic(filled: Page) -> None:
    around: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), filled.view)
    shortcut.activated.connect(partial(around.append, "next"))
    filled.go_to("Two")
    filled.press(Qt.Key.Key_Return, CTRL)
    assert (filled.status("Two"), around) == (TopicStatus.DISCUSSED, [])
    filled.view.add_line.line.setFocus()
    filled.press(Qt.Key.Key_Return, CTRL)
    assert around == ["next"]


def test_topics_move_by_keys_and_stay_chosen(filled: Page) -> None:
    filled.press(Qt.Key.Key_Down, ALT_SHIFT)
    filled.press(Qt.Key.Key_Down, ALT_SHIFT)
    assert filled.open_ones() == ["Two", "Three", "One"]
    assert filled.chosen() == "One"
    filled.press(Qt.Key.Key_Down, ALT_SHIFT)  # it is the last one
    filled.press(Qt.Key.Key_Up, ALT_SHIFT)
    assert filled.open_ones() == ["Two", "One", "Three"]
    assert filled.undo() == "Move topic"
    assert filled.lines()[:3] == ["Two", "Three", "One"]
    assert filled.chosen() == "One"


def test_keys_that_come_faster_than_the_journal_answers_are_all_done(filled: Page) -> None:
    for _ in range(2):
        filled.qtbot.keyClick(filled.view.list, Qt.Key.Key_Down, ALT_SHIFT)
    assert filled.lines()[:3] == ["Two", "Three", "One"]
    filled.desk.settle()
    assert filled.open_ones() == ["Two", "Three", "One"]


def test_dragging_moves_through_the_model(filled: Page) -> None:
    model, nowhere = filled.view.list.model(), QModelIndex()
    assert model.moveRow(nowhere, 2, nowhere, 0)
    filled.desk.settle()
    assert filled.open_ones() == ["Three", "One", "Two"]
    assert filled.chosen() == "One"
    assert [row.split(". ")[1] for row in filled.spoken()[:3]] == [f"Topic {n} of 3" for n in (1, 2, 3)]
    assert len(filled.outside.changes) == 1
    filled.undo()
    assert filled.lines()[:3] == ["One", "Two", "Three"]


def test_a_topic_dropped_below_the_open_ones_becomes_the_last_of_them(filled: Page) -> None:
    model, nowhere = filled.view.list.model(), QModelIndex()
    assert model.moveRow(nowhere, 0, nowhere, model.rowCount())
    assert not model.moveRow(nowhere, 2, nowhere, 2)
    assert not model.moveRow(nowhere, 3, nowhere, 0)  # the inbox is not put in order here
    filled.desk.settle()
    assert filled.open_ones() == ["Two", "Three", "One"]


def test_what_is_dragged_carries_no_words(filled: Page) -> None:
    model = filled.view.list.model()
    data = model.mimeData([model.index(0, 0)])
    assert not data.hasText()
    assert all(b"One" not in bytes(data.data(kind).data()) for kind in data.formats())


def test_parked_topics_stand_under_their_own_heading(filled: Page) -> None:
    filled.press(Qt.Key.Key_P)
    assert filled.lines() == ["Two", "Three", "Parked · 1", "One", "Inbox · 1"]
    assert filled.chosen() == "Two"
    filled.go_to("One")
    filled.press(Qt.Key.Key_P)
    assert filled.open_ones() == ["One", "Two", "Three"]
    assert filled.undo() == "Reopen topic"
    assert filled.status("One") is TopicStatus.PARKED


def test_a_dropped_topic_folds_away_comes_back_or_goes_for_good(filled: Page) -> None:
    filled.press(Qt.Key.Key_Delete)
    assert filled.lines() == ["Two", "Three", "Inbox · 1", "Dropped · 1"]
    assert filled.undo() == "Drop topic"
    assert filled.lines()[:3] == ["One", "Two", "Three"]
    filled.go_to("One")
    filled.press(Qt.Key.Key_Delete)
    filled.go_to("Dropped · 1")
    filled.press(Qt.Key.Key_Right)
    assert filled.lines()[-1] == "One"
    filled.press(Qt.Key.Key_Down)
    filled.press(Qt.Key.Key_I)
    assert filled.open_ones() == ["Two", "Three", "One"]
    filled.go_to("One")
    filled.press(Qt.Key.Key_Delete)
    filled.go_to("One")
    filled.press(Qt.Key.Key_Delete)
    assert "One" not in [topic.text for topic in filled.agenda()]
    assert filled.undo() == "Delete topic"
    assert filled.status("One") is TopicStatus.DROPPED


def test_a_topic_goes_from_the_inbox_onto_the_agenda_and_back(filled: Page) -> None:
    filled.go_to("Inbox · 1")
    assert filled.spoken()[-1] == "Inbox, 1, folded"
    filled.press(Qt.Key.Key_Return)
    assert filled.chosen() == "Inbox · 1"
    filled.press(Qt.Key.Key_Down)
    filled.press(Qt.Key.Key_I)
    assert filled.open_ones() == ["One", "Two", "Three", "Waiting"]
    assert filled.undo() == "Put topic on the agenda"
    filled.redo()
    filled.go_to("Waiting")
    filled.press(Qt.Key.Key_I)
    assert filled.inbox() == ["Waiting"]
    assert filled.undo() == "Put topic into the inbox"


def test_what_was_talked_about_straight_from_the_inbox_belongs_to_the_session(filled: Page) -> None:
    filled.presenter.fold(Section.INBOX)
    filled.go_to("Waiting")
    filled.press(Qt.Key.Key_Return, CTRL)
    assert filled.inbox() == []
    assert filled.status("Waiting") is TopicStatus.DISCUSSED
    assert filled.undo() == "Mark topic discussed"
    assert filled.inbox() == ["Waiting"]


def test_words_are_changed_in_place(filled: Page) -> None:
    filled.press(Qt.Key.Key_F2)
    filled.type("First of all")
    filled.press(Qt.Key.Key_Return)
    assert filled.lines()[0] == "First of all"
    assert filled.chosen() == "First of all"
    assert QApplication.focusWidget() is filled.view.list
    assert filled.undo() == "Edit topic"
    filled.press(Qt.Key.Key_Return)
    filled.type("Never")
    filled.press(Qt.Key.Key_Escape)
    assert filled.lines()[0] == "One"
    assert QApplication.focusWidget() is filled.view.list


def test_words_that_are_too_long_stay_in_place_until_they_fit(filled: Page) -> None:
    filled.press(Qt.Key.Key_F2)
    QApplication.clipboard().setText("x" * 100_000)
    filled.press(Qt.Key.Key_V, CTRL)
    filled.press(Qt.Key.Key_Return)
    assert filled.view.list.in_place.text() == "x" * 100_000
    assert "at most 1000" in filled.view.problem()
    filled.press(Qt.Key.Key_A, CTRL)
    filled.type("Short")
    filled.press(Qt.Key.Key_Return)
    assert filled.lines()[0] == "Short"
    assert filled.view.problem() == ""


def test_words_too_long_are_not_lost_when_the_page_is_left(filled: Page) -> None:
    filled.press(Qt.Key.Key_F2)
    QApplication.clipboard().setText("x" * 2000)
    filled.press(Qt.Key.Key_V, CTRL)
    filled.presenter.leave_entry()
    filled.desk.settle()
    assert len(filled.outside.problems) == 1
    filled.open(filled.opened, filled.session)
    assert filled.view.typed() == "x" * 2000


def test_leaving_the_field_or_locking_keeps_the_words(filled: Page) -> None:
    filled.press(Qt.Key.Key_F2)
    filled.type("By leaving")
    filled.press(Qt.Key.Key_Tab)
    assert filled.lines()[0] == "By leaving"
    filled.go_to("Two")
    filled.press(Qt.Key.Key_F2)
    filled.type("By flushing")
    filled.presenter.flush()
    filled.desk.settle()
    assert filled.open_ones() == ["By leaving", "By flushing", "Three"]


def test_time_for_a_topic_is_set_and_summed(filled: Page) -> None:
    filled.press(Qt.Key.Key_M)
    filled.type("25")
    filled.press(Qt.Key.Key_Return)
    assert filled.agenda()[0].minutes == 25
    assert filled.spoken()[0] == "One. Topic 1 of 3, 25 minutes"
    assert filled.view.summary() == "3 topics · 25 min"
    assert filled.undo() == "Change time for topic"
    filled.press(Qt.Key.Key_M)
    filled.type("90")
    filled.press(Qt.Key.Key_Return)
    assert filled.view.summary() == "3 topics · 90 min, the session has 60"
    filled.press(Qt.Key.Key_M)
    filled.type("0")
    filled.press(Qt.Key.Key_Return)
    assert filled.agenda()[0].minutes is None


def test_who_raised_it_is_said_by_one_key(filled: Page) -> None:
    filled.press(Qt.Key.Key_V)
    assert filled.agenda()[0].source is TopicSource.PARTNER
    assert filled.spoken()[0] == "One. Topic 1 of 3, your mentor's"
    filled.press(Qt.Key.Key_V)
    assert filled.agenda()[0].source is TopicSource.MINE
    assert filled.undo() == "Change who raised topic"


def test_a_topic_is_linked_to_a_goal_by_keys(filled: Page) -> None:
    filled.press(Qt.Key.Key_G)
    assert "no goal" in filled.view.problem()
    goal = Goal(id=new_entry_id(), day=TODAY, title="Lead a review")
    change = filled.desk.do(lambda: filled.opened.journal.goals.add(goal))
    filled.presenter.refresh(change)
    filled.desk.settle()
    filled.press(Qt.Key.Key_G)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    filled.qtbot.keyClick(menu, Qt.Key.Key_Down)
    filled.qtbot.keyClick(menu, Qt.Key.Key_Down)
    filled.qtbot.keyClick(menu, Qt.Key.Key_Return)
    filled.desk.settle()
    assert filled.agenda()[0].goal_id == goal.id
    assert filled.spoken()[0] == "One. Topic 1 of 3, goal: Lead a review"
    assert filled.undo() == "Link topic to goal"


def test_the_menu_lists_every_act_with_its_key(filled: Page) -> None:
    menu = filled.view.menu()
    assert menu is not None
    acts = {action.text(): action.shortcut().toString() for action in menu.actions() if action.text()}
    assert acts == {
        "Discussed": "Ctrl+Return",
        "Into the inbox": "I",
        "Park": "P",
        "Move up": "Alt+Shift+Up",
        "Move down": "Alt+Shift+Down",
        "Change the words": "F2",
        "Set the time": "M",
        "Your mentor raised it": "V",
        "Earlier versions": "Ctrl+Shift+H",
        "Drop": "Del",
    }
    next(action for action in menu.actions() if action.text() == "Park").trigger()
    filled.desk.settle()
    assert filled.status("One") is TopicStatus.PARKED


def test_the_menu_key_opens_it_at_the_chosen_topic(filled: Page) -> None:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, filled.view.list.geometry().center(), QPoint()
    )
    QApplication.sendEvent(filled.view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    filled.qtbot.keyClick(menu, Qt.Key.Key_Down)
    filled.qtbot.keyClick(menu, Qt.Key.Key_Return)
    filled.desk.settle()
    assert filled.status("One") is TopicStatus.DISCUSSED


def test_the_buttons_under_the_mouse_do_the_nearest_act(filled: Page) -> None:
    view = filled.view.list
    for text in ("Two", "Three"):
        place = filled.lines().index(text)
        rect = view.visualRect(view.model().index(place, 0))
        where = QPoint(rect.right() - 4 - 26 - 13, rect.top() + 4 + 13)
        filled.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
        filled.desk.settle()
        assert filled.status(text) is TopicStatus.DISCUSSED


def test_what_was_carried_says_how_often_and_since_when(page: Page) -> None:
    topics, journal, first = page.opened.journal.topics, page.opened.journal, page.session
    assert first is not None
    second = plan_session(page.desk, page.opened, day=TODAY + timedelta(7))

    def meet() -> None:
        topics.capture("Not yet", first)
        journal.hold(first)

    page.desk.do(meet)
    page.open(page.opened, second)
    assert page.spoken() == ["Not yet. Topic 1 of 1, carried once since 1 Mar"]


def test_parked_topics_of_an_earlier_session_wait_with_the_inbox(page: Page) -> None:
    topics, first = page.opened.journal.topics, page.session
    assert first is not None
    second = plan_session(page.desk, page.opened, day=TODAY + timedelta(7))

    def meet() -> None:
        change = topics.capture("Later", first)
        topics.settle(next(iter(change.touched)), TopicStatus.PARKED)
        page.opened.journal.hold(first)

    page.desk.do(meet)
    page.open(page.opened, second)
    page.go_to("Later")  # the agenda is empty, so the inbox lies open
    page.press(Qt.Key.Key_P)
    assert page.open_ones() == ["Later"]


def test_a_half_typed_line_and_the_chosen_topic_are_there_again(filled: Page) -> None:
    filled.go_to("Two")
    filled.view.add_line.line.setFocus()
    filled.type("Half a tho")
    place = filled.presenter.place()
    other = plan_session(filled.desk, filled.opened, day=date(2026, 5, 1))
    session = filled.session
    filled.open(filled.opened, other)
    assert filled.view.typed() == ""
    filled.open(filled.opened, session)
    assert filled.view.typed() == "Half a tho"
    filled.presenter.close()
    filled.open(filled.opened, session)
    filled.presenter.restore(place)
    assert (filled.chosen(), filled.view.typed()) == ("Two", "Half a tho")


def test_what_is_changed_elsewhere_is_shown_and_the_choice_stays(filled: Page) -> None:
    filled.go_to("Two")
    session = filled.session
    change = filled.desk.do(lambda: filled.opened.journal.topics.capture("From elsewhere", session))
    filled.presenter.refresh(change)
    filled.desk.settle()
    assert filled.lines()[3] == "From elsewhere"
    assert filled.chosen() == "Two"


def test_words_being_changed_survive_when_their_topic_goes(filled: Page) -> None:
    filled.press(Qt.Key.Key_F2)
    filled.type("In the middle of")
    id = filled.agenda()[0].id
    change = filled.desk.do(lambda: filled.opened.journal.topics.remove(id))
    filled.presenter.refresh(change)
    filled.desk.settle()
    assert filled.view.typed() == "In the middle of"


def test_a_session_that_is_only_on_the_screen_takes_no_topics_and_loses_no_words(page: Page) -> None:
    page.open(page.opened, new_entry_id())
    assert page.outside.problems == []
    page.add("Too early")
    assert "not in the journal yet" in page.view.add_line.says()
    assert page.view.typed() == "Too early"


def test_two_hundred_topics_are_shown_walked_and_moved(page: Page) -> None:
    session = page.session
    texts = [f"Topic {number} {'and more ' * (number % 9)}" for number in range(200)]
    page.desk.do(lambda: page.opened.journal.topics.capture_all(texts, session))
    page.open(page.opened, session)
    assert len(page.lines()) == 200
    page.view.add_line.line.setFocus()
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_End)
    page.press(Qt.Key.Key_Up, ALT_SHIFT)
    assert len(page.outside.changes[-1].touched) == 1
    assert page.agenda()[198].text.startswith("Topic 199")
    assert page.spoken()[198].startswith("Topic 199 and")


def test_everything_has_a_name(filled: Page) -> None:
    assert unnamed(filled.view) == []
    filled.press(Qt.Key.Key_F2)
    assert unnamed(filled.view) == []
    filled.press(Qt.Key.Key_Escape)
    filled.press(Qt.Key.Key_M)
    assert unnamed(filled.view) == []
