"""What was shared before is kept as it left, compared with now, and its changes can leave alone."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.model.shared import SharedSummary
from mentorjournal.model.words import Audience
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk
from tests.ui.pages.share.stage import Page, text_of
from tests.ui.pages.share.test_steps import point
from ui.pages.share.contract import Step


@pytest.fixture
def before(page: Page, tmp_path: Path) -> Page:
    """A page that shared something, and a journal that went on."""
    page.outside.path = tmp_path / "first.pdf"
    page.save()
    return page


def go_on(page: Page) -> None:
    page.presenter.refresh(
        page.desk.do(lambda: page.opened.journal.learning_points.add(point("New since then")))
    )
    page.desk.settle()


def open_copy(page: Page) -> None:
    copies = page.view.earlier
    page.go(Step.EARLIER)
    copies.list.setFocus()
    copies.list.setCurrentIndex(copies.model.index(0, 0))
    page.key(Qt.Key.Key_Return)


def shared(page: Page) -> list[SharedSummary]:
    return page.desk.do(page.opened.journal.shared.all)


def test_what_left_is_listed_and_opens_as_it_left(before: Page) -> None:
    go_on(before)
    assert before.state_of(Step.EARLIER) == "Shared before: 1 copy"
    open_copy(before)
    earlier = before.view.earlier
    assert earlier.is_copy_open
    data = before.outside.path.read_bytes()  # type: ignore[union-attr]
    assert earlier.hash.words().replace(" ", "") == f"SHA-256{sha256(data).hexdigest()}"
    lines = [str(earlier.lines_model.index(row, 0).data()) for row in range(earlier.lines_model.rowCount())]
    assert "Pauses are answers" in lines and "New since then" not in lines
    assert "New since then" not in before.view.pane.preview.page_text(0)
    assert any(words.startswith("As it left on 1 March 2026") for words in before.words())
    assert unnamed(before.view) == []

    before.press(Qt.Key.Key_Escape)
    assert not earlier.is_copy_open
    assert "New since then" in before.view.pane.preview.page_text(0)
    assert QApplication.focusWidget() is earlier.list


def test_a_copy_is_saved_again_byte_for_byte_and_replaces_nothing(before: Page, tmp_path: Path) -> None:
    open_copy(before)
    first = before.outside.path
    before.outside.path = tmp_path / "again.pdf"
    before.view.earlier.again.click()
    before.desk.settle()
    assert first is not None
    assert (tmp_path / "again.pdf").read_bytes() == first.read_bytes()
    before.view.earlier.again.click()
    before.desk.settle()
    assert any("already exists" in words for words in before.words())
    assert len(shared(before)) == 1


def test_the_next_time_says_what_changed_and_it_can_leave_by_itself(before: Page, tmp_path: Path) -> None:
    assert any("last given a summary on 1 March 2026" in words for words in _at(before, Step.READER))
    go_on(before)
    assert before.state_of(Step.LOOK) == "Step 4, Look: 1 page, 1 change"
    assert "Since 1 March 2026: 1 line new." in _at(before, Step.LOOK)

    before.view.only_changes()
    before.desk.settle()
    assert before.lines() == ["New since then"]
    assert "1 line leaves this journal. Everything else stays." in before.words()
    before.outside.path = tmp_path / "changes.pdf"
    before.save()
    text = text_of(before.outside.path.read_bytes())
    assert "Changes since 1 March 2026" in text and "New since then" in text
    assert "Pauses are answers" not in text
    assert shared(before)[0].changes_since == shared(before)[1].day


def test_changes_are_shown_from_the_copy_too(before: Page) -> None:
    go_on(before)
    before.choose(Audience.PORTFOLIO)
    open_copy(before)
    assert "Since 1 March 2026: 1 line new." in before.words()
    before.view.earlier.changes.click()
    before.desk.settle()
    assert before.view.look.isVisible()
    assert before.view.reader.audience.value() is Audience.PARTNER
    assert "Changes since" in before.view.pane.preview.page_text(0)


def test_where_nothing_changed_no_page_of_changes_is_offered(before: Page) -> None:
    before.go(Step.LOOK)
    assert "Nothing has changed since 1 March 2026." in before.words()
    assert not before.view.look.what.isVisible()
    open_copy(before)
    assert not before.view.earlier.changes.isVisible()


def test_a_mentors_changes_wait_for_the_agreement_as_well(
    as_mentor: Page, tmp_path: Path, desk: Desk
) -> None:
    page = as_mentor
    page.choose(Audience.LINE_MANAGER)
    page.presenter.choose_consent("yesterday")
    desk.settle()
    page.outside.path = tmp_path / "first.pdf"
    page.save()
    assert shared(page)[0].consent_on is not None
    page.presenter.tick_section("learning", True)
    page.presenter.choose_changes(True)
    page.presenter.choose_consent("")
    desk.settle()
    assert not page.may_save


def test_what_was_shared_is_forgotten_by_the_page_at_a_lock(before: Page) -> None:
    open_copy(before)
    before.presenter.close()
    before.desk.settle()
    earlier = before.view.earlier
    assert earlier.model.rowCount() == 0 and earlier.lines_model.rowCount() == 0
    assert before.view.pane.preview.page_count == 0


def _at(page: Page, step: Step) -> list[str]:
    page.go(step)
    return page.words()
