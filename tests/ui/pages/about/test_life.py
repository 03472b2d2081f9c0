"""The life of a relationship, walked from the page about it: in the real window, over a real vault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.model.lifecycle import Step
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipStatus, RelationshipType, Role
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.pages.about.view import AboutView
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

S, T = RelationshipStatus, RelationshipType


@pytest.fixture
def open_about(driver: Driver, tmp_path: Path) -> Callable[..., Sitting]:
    """A journal of some kind and status, with the page about it in front."""

    def open_it(kind: RelationshipType, status: RelationshipStatus = S.ACTIVE, **about: str) -> Sitting:
        folder = tmp_path / "vault"
        make_vault(folder)
        with on_shelf(folder) as shelf:
            shelf.add(
                Relationship(codename="Heron", my_role=Role.MENTOR, type=kind, status=status, **about)  # type: ignore[arg-type]
            )
        sitting = driver.unlock(driver.start(folder, build_rooms))
        driver.qtbot.waitUntil(lambda: sitting.desk.journal is not None, timeout=LIMIT)
        sitting.show_about()
        driver.seated(driver.running[0])
        return sitting

    return open_it


def offered(sitting: Sitting) -> dict[Step, str]:
    """The steps that stand on the page, each with its sentence where it cannot be taken yet."""
    rows = page(sitting).life.steps
    return {
        step: "" if one.button.isEnabled() else one.sentence.text()
        for step, one in rows.items()
        if one.isVisible()
    }


def page(sitting: Sitting) -> AboutView:
    return sitting.side.about_view


def press(driver: Driver, sitting: Sitting, step: Step) -> None:
    """Take the step as a keyboard does: on the focused button, with Space."""
    button = page(sitting).life.steps[step].button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    driver.qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(driver)


def settle(driver: Driver) -> None:
    driver.seated(driver.running[0])
    QApplication.processEvents()
    driver.seated(driver.running[0])


def status(sitting: Sitting) -> RelationshipStatus:
    assert sitting.desk.journal is not None
    return sitting.desk.journal.relationship.status


def test_role_kind_and_status_stand_in_words(open_about: Callable[..., Sitting]) -> None:
    sitting = open_about(T.LONG_TERM_FORMAL)
    assert page(sitting).life.words.text() == "Mentor  ·  long-term formal  ·  active"
    assert set(offered(sitting)) == {Step.PAUSE, Step.WIND_UP, Step.CLOSE}


def test_what_a_step_still_needs_stands_beside_it(driver: Driver, open_about: Callable[..., Sitting]) -> None:
    sitting = open_about(T.LONG_TERM_FORMAL, S.DRAFT)
    assert "first session that was held" in offered(sitting)[Step.BEGIN]
    assert offered(sitting)[Step.CLOSE] == ""
    button = page(sitting).life.steps[Step.BEGIN].button
    assert "first session that was held" in button.accessibleDescription()


def test_a_step_is_taken_by_key_and_seen_everywhere(
    driver: Driver, open_about: Callable[..., Sitting]
) -> None:
    sitting = open_about(T.INFORMAL)
    press(driver, sitting, Step.PAUSE)
    assert status(sitting) is S.PAUSED
    assert "paused" in sitting.view.header.told.text()
    assert [card.status for card in sitting.desk.cards] == [S.PAUSED]
    assert sitting.view.notice.words() == "Done: Pause"
    assert sitting.view.page_in_front == "about"
    assert Step.RESUME in offered(sitting) and Step.PAUSE not in offered(sitting)
    assert page(sitting).life.steps[Step.RESUME].button.hasFocus()


def test_a_step_is_taken_back_and_done_again_with_the_page_in_front(
    driver: Driver, open_about: Callable[..., Sitting]
) -> None:
    sitting = open_about(T.INFORMAL)
    press(driver, sitting, Step.PAUSE)
    page(sitting).details.partner_name.setText("typed and not kept yet")
    assert sitting.desk.next_acts[0] == "Pause"
    sitting.undo()
    settle(driver)
    assert status(sitting) is S.ACTIVE
    assert page(sitting).life.words.text().endswith("active")
    assert Step.PAUSE in offered(sitting)
    assert page(sitting).details.partner_name.text() == "typed and not kept yet"
    sitting.redo()
    settle(driver)
    assert status(sitting) is S.PAUSED


def test_the_closing_sheet_opens_from_here_and_what_was_typed_is_kept(
    driver: Driver, open_about: Callable[..., Sitting]
) -> None:
    sitting = open_about(T.INFORMAL)
    page(sitting).details.partner_name.setText("Typed here")
    press(driver, sitting, Step.CLOSE)
    assert sitting.view.page_in_front == "closing"
    assert status(sitting) is S.ACTIVE
    journal = sitting.desk.journal
    assert journal is not None and journal.relationship.partner_display_name == "Typed here"
    sitting.undo()
    settle(driver)
    journal = sitting.desk.journal
    assert journal is not None and journal.relationship.partner_display_name == ""


def test_what_cannot_be_kept_keeps_the_closing_sheet_away(
    driver: Driver, open_about: Callable[..., Sitting]
) -> None:
    sitting = open_about(T.INFORMAL)
    page(sitting).codename.clear()
    press(driver, sitting, Step.CLOSE)
    assert sitting.view.page_in_front == "about"
    assert "codename" in page(sitting).message.text()


def test_what_stands_after_the_end_is_one_button_away(
    driver: Driver, open_about: Callable[..., Sitting]
) -> None:
    sitting = open_about(T.INFORMAL, S.CLOSED)
    about = page(sitting)
    assert set(offered(sitting)) == {Step.REOPEN}
    assert about.life.ending.isVisible()
    about.life.ending.click()
    settle(driver)
    assert sitting.view.page_in_front == "closing"


def test_one_question_typed_lets_advice_begin_and_is_kept_with_the_step(
    driver: Driver, open_about: Callable[..., Sitting]
) -> None:
    sitting = open_about(T.ONE_STOP, S.DRAFT, specialist_topic="A talk")
    about = page(sitting)
    assert "one question" in offered(sitting)[Step.BEGIN]
    assert about.question.isVisible() and about.follow_up.isVisible()
    about.question.setFocus()
    driver.qtbot.keyClicks(about.question.focusProxy(), "How long should it be?")
    assert offered(sitting)[Step.BEGIN] == ""
    press(driver, sitting, Step.BEGIN)
    assert status(sitting) is S.ACTIVE
    sitting.undo()
    settle(driver)
    assert status(sitting) is S.DRAFT
    assert about.question.text() == "How long should it be?"


def test_advice_goes_on_as_long_term_and_nothing_is_typed_again(
    driver: Driver, open_about: Callable[..., Sitting]
) -> None:
    sitting = open_about(T.ONE_STOP, specialist_topic="A talk", question="How long?")
    press(driver, sitting, Step.MAKE_LONG_TERM)
    about = page(sitting)
    assert "long-term formal" in about.life.words.text()
    assert about.details.purpose.text() == "A talk"
    assert not about.question.isVisible() and about.question.text() == "How long?"
    assert about.details.planned_end.value() is not None


def test_what_cannot_be_kept_is_said_and_the_step_is_not_taken(
    driver: Driver, open_about: Callable[..., Sitting]
) -> None:
    sitting = open_about(T.INFORMAL)
    page(sitting).codename.clear()
    press(driver, sitting, Step.PAUSE)
    assert "codename" in page(sitting).message.text()
    assert status(sitting) is S.ACTIVE


def test_other_hats_are_kept_by_saving(driver: Driver, open_about: Callable[..., Sitting]) -> None:
    sitting = open_about(T.INFORMAL)
    about = page(sitting)
    about.conflict.set_text("We sit on one panel")
    about.save.click()
    driver.qtbot.waitUntil(lambda: sitting.view.page_in_front == "journal", timeout=LIMIT)
    journal = sitting.desk.journal
    assert journal is not None
    assert journal.relationship.conflict_declared == "We sit on one panel"


def test_every_step_has_a_name(driver: Driver, open_about: Callable[..., Sitting]) -> None:
    sitting = open_about(T.ONE_STOP, S.CLOSED, specialist_topic="A talk")
    assert unnamed(page(sitting)) == []
