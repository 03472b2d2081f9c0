"""The rail: any step at any time, by mouse and key, and each says where it stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.shared import SummaryFormat
from mentorjournal.model.words import Audience, Role
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk
from tests.ui.pages.share.stage import ALT, CONTROL, SHARED, Page
from tests.ui.seen import everything
from ui.pages.share.contract import Step
from ui.widgets.few_lines import FewLines
from ui.widgets.fields import ChoiceField, LineField


def shown(page: Page) -> Step:
    return next(step for step, panel in page.view.steps.items() if panel.isVisible())


def test_every_step_has_its_number_for_a_key(page: Page) -> None:
    for step in (Step.CHECKS, Step.READER, Step.EARLIER, Step.SAVE, Step.LOOK, Step.LINES):
        page.key(Qt.Key(Qt.Key.Key_0 + int(step)), ALT)
        assert shown(page) is step


def test_the_keys_go_on_and_back_and_end_at_the_ends(page: Page) -> None:
    page.key(Qt.Key.Key_Left, ALT)
    assert shown(page) is Step.READER
    page.key(Qt.Key.Key_Return, CONTROL)
    assert shown(page) is Step.LINES
    for _ in range(5):
        page.key(Qt.Key.Key_Right, ALT)
    assert shown(page) is Step.SAVE
    page.key(Qt.Key.Key_Left, ALT)
    assert shown(page) is Step.LOOK


def test_the_arrows_walk_the_rail_and_stay_in_it(page: Page) -> None:
    page.view.rail.buttons[Step.READER].setFocus()
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Down)
    assert shown(page) is Step.CHECKS
    assert page.view.rail.buttons[Step.CHECKS].hasFocus()


def test_the_rail_says_in_a_few_words_where_each_step_stands(page: Page) -> None:
    assert page.state_of(Step.READER) == "Step 1, Reader and period: Your mentor, since 1 January"
    assert page.state_of(Step.LINES).startswith(f"Step 2, What goes in: {len(page.lines())} of ")
    assert page.state_of(Step.CHECKS) == "Step 3, Checks: Nothing found"
    assert page.state_of(Step.LOOK) == "Step 4, Look: 1 page"
    assert page.state_of(Step.SAVE) == "Step 5, Save: PDF, A4"
    assert page.state_of(Step.EARLIER) == "Shared before: Nothing yet"

    page.presenter.choose_period("1 March 2026", "1 February 2026")
    page.desk.settle()
    assert page.state_of(Step.READER) == "Step 1, Reader and period: To be mended"


def test_an_agreement_that_is_missing_stands_in_the_rail(as_mentor: Page) -> None:
    as_mentor.choose(Audience.LINE_MANAGER)
    assert as_mentor.state_of(Step.SAVE) == "Step 5, Agree and save: Waits for the agreement"


def test_each_reader_keeps_what_was_decided_for_them(page: Page) -> None:
    page.presenter.tick_section("learning", False)
    page.desk.settle()
    page.choose(Audience.PORTFOLIO)
    assert "Pauses are answers" in page.lines()
    page.choose(Audience.PARTNER)
    assert "Pauses are answers" not in page.lines()


def test_an_agreement_is_for_one_reader(as_mentor: Page) -> None:
    as_mentor.choose(Audience.LINE_MANAGER)
    as_mentor.presenter.choose_consent("yesterday")
    as_mentor.desk.settle()
    assert as_mentor.may_save
    as_mentor.choose(Audience.COORDINATOR_OUTCOMES)
    assert not as_mentor.may_save
    assert as_mentor.view.saving.consent.text() == ""


def test_what_was_not_offered_by_then_is_as_it_is_ticked_at_first(page: Page, desk: Desk) -> None:
    opened = desk.begin(Role.MENTEE, partner_display_name="Ada Obi")
    desk.do(lambda: opened.journal.learning_points.add(point("The first one")))
    page.open(opened)
    page.presenter.tick_section("heading", False)
    page.desk.settle()
    new = desk.do(lambda: opened.journal.learning_points.add(point("The second one")))
    page.presenter.refresh(new)
    page.desk.settle()
    assert {"The first one", "The second one"} <= set(page.lines())


def test_a_line_that_is_written_here_leaves_once_it_is_written(page: Page) -> None:
    page.choose(Audience.LINE_MANAGER)
    before = page.lines()
    page.point_at("Not written yet: Enter writes")
    page.press(Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, FewLines)
    page.qtbot.keyClicks(field, "Two days")
    page.qtbot.keyClick(field, Qt.Key.Key_Return)
    page.qtbot.keyClicks(field, "a month")
    page.press(Qt.Key.Key_Return, CONTROL)

    assert shown(page) is Step.LINES
    assert [line for line in page.lines() if line not in before] == ["Two days\na month"]


def test_a_line_with_words_to_choose_from_offers_them_in_its_place(page: Page) -> None:
    page.presenter.tick_section("on_track", True)
    page.desk.settle()
    page.point_at("Not said yet: Enter chooses")
    page.press(Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, ChoiceField)
    field.setCurrentIndex(field.findText("Adjusting"))
    field.activated.emit(field.currentIndex())
    page.desk.settle()
    assert any("Adjusting" in line for line in page.lines())


def test_long_words_open_a_few_lines_and_short_ones_one(page: Page, desk: Desk) -> None:
    long = "A pause is an answer, and whoever waits for it hears the rest of what was meant to be said."
    page.presenter.refresh(desk.do(lambda: page.opened.journal.learning_points.add(point(long))))
    page.desk.settle()
    for words, kind in ((long, FewLines), ("Pauses are answers", LineField)):
        page.point_at(words)
        page.press(Qt.Key.Key_Return)
        assert isinstance(QApplication.focusWidget(), kind)
        page.press(Qt.Key.Key_Escape)


def test_a_narrow_window_shows_numbers_and_every_step_fits(page: Page, desk: Desk) -> None:
    page.view.resize(960, 470)
    desk.settle()
    assert page.view.width() == 960 and page.view.height() == 470
    page.view.resize(640, 470)
    desk.settle()
    assert page.view.rail.compact
    for step in Step:
        page.go(step)
        assert page.view.rail.buttons[step].accessibleName() in page.view.rail.buttons[step].toolTip()
        panel = page.view.steps[step]
        assert page.view.rect().contains(panel.geometry().translated(panel.parentWidget().pos()))  # type: ignore[union-attr]
        assert unnamed(page.view) == []


def test_the_draft_comes_back_after_a_lock_and_a_password_does_not(as_mentor: Page) -> None:
    page = as_mentor
    page.choose(Audience.LINE_MANAGER)
    page.presenter.choose_consent("yesterday")
    page.presenter.choose_form(SummaryFormat.MARKDOWN, "Letter")
    page.presenter.choose_form(SummaryFormat.PDF, "Letter")
    page.desk.settle()
    page.go(Step.SAVE)
    page.view.saving.password.tick.click()
    page.view.saving.password.password.line.setText("herons fly at dusk")
    place = page.presenter.place()
    assert "herons" not in repr(place)

    page.presenter.close()
    assert page.view.saving.password.password.text() == ""
    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.desk.settle()
    assert shown(page) is Step.SAVE
    assert (page.view.saving.paper.value(), page.view.saving.consent.text()) == ("Letter", "yesterday")
    assert page.view.saving.save.isVisible()


def test_a_place_that_cannot_be_read_is_as_nothing(page: Page) -> None:
    page.presenter.restore(
        {"audience": 7, "readers": ["x"], "step": "later", "format": "clipboard", "size": 3}
    )
    page.desk.settle()
    assert shown(page) is Step.READER
    assert page.view.pane.preview.page_count == 1


def test_a_lock_in_the_middle_leaves_nothing_on_the_page(page: Page, desk: Desk) -> None:
    page.presenter.choose_audience(Audience.PORTFOLIO)
    assert desk.tasks.busy
    page.presenter.close()
    desk.settle()
    assert page.lines() == []
    assert page.view.pane.preview.page_count == 0
    assert page.outside.problems == []


def test_behind_the_veil_no_step_shows_or_says_what_was_written(page: Page, desk: Desk) -> None:
    written = ("Pauses", "Sam Rivers", "Ada Obi", "Lead the review", "Send the draft")
    page.presenter.choose_form(SummaryFormat.MARKDOWN, "A4")
    desk.settle()
    page.view._theme.veil.draw()  # the page has no other way to it
    try:
        for step in Step:
            page.go(step)
            seen = everything(page.view)
            assert not [words for words in written if words in seen]
    finally:
        page.view._theme.veil.lift()


def point(text: str) -> LearningPoint:
    return LearningPoint(id=new_entry_id(), day=date(2026, 2, 9), text=text, visibility=SHARED)
