from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.action import Action
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import EntryId, new_check_in_id, new_entry_id
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.session import Session
from mentorjournal.model.words import Audience, Role, SessionStatus, Visibility
from tests.clock import FixedClock
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk, Opened, Outside, shown
from ui.pages.share.presenter import SharePresenter
from ui.pages.share.view import ShareView
from ui.theme.theme import Theme
from ui.widgets.label import Label

SHARED, SECRET = Visibility.SUMMARY_OK, "XYZZY"


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> None:
        self.qtbot, self.desk, self.outside = qtbot, desk, outside
        self.view = ShareView(theme)
        self.presenter = SharePresenter(self.view, desk.tasks, outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def open(self, opened: Opened) -> None:
        self.opened = opened
        self.presenter.open(opened)
        self.desk.settle()

    def choose(self, audience: Audience) -> None:
        self.presenter.choose_audience(audience)
        self.desk.settle()

    def save(self) -> None:
        self.view.setFocus()
        self.qtbot.keyClick(self.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.desk.settle()

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key)
        self.desk.settle()

    def place_of(self, text: str) -> int:
        model = self.view.offer.model()
        texts = [str(model.index(place, 0).data()) for place in range(model.rowCount())]
        return texts.index(text)

    def point_at(self, text: str) -> None:
        self.view.offer.setFocus()
        self.view.offer.setCurrentIndex(self.view.offer.model().index(self.place_of(text), 0))

    def words(self) -> list[str]:
        return [label.text() for label in self.view.findChildren(Label) if label.isVisible()]

    def lines(self) -> list[str]:
        model = self.view.leaving.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage() for page in document]
    text = "\n".join(page.get_text_bounded() for page in pages)
    for page in pages:
        page.close()
    document.close()
    return " ".join(text.split())


def fill(opened: Opened) -> None:
    journal = opened.journal
    goal = Goal(
        id=new_entry_id(),
        day=date(2026, 1, 5),
        title="Lead the review",
        success_criterion="One led alone",
        visibility=SHARED,
    )
    journal.sessions.add(Session(id=new_entry_id(), day=date(2026, 1, 20), status=SessionStatus.HELD))
    journal.goals.add(goal)
    moved = CheckIn(id=new_check_in_id(), day=date(2026, 2, 1), value=40, what_moved_it=f"{SECRET} moved")
    journal.goals.check_in(goal.id, moved)
    journal.goals.add(Goal(id=new_entry_id(), day=date(2026, 1, 6), title=f"{SECRET} goal"))
    for text, visibility in (("Pauses are answers", SHARED), (f"{SECRET} lesson", Visibility.PRIVATE)):
        point = LearningPoint(id=new_entry_id(), day=date(2026, 2, 2), text=text, visibility=visibility)
        journal.learning_points.add(point)
    for text, visibility in (("Send the draft", SHARED), (f"{SECRET} act", Visibility.NEVER_EXPORT)):
        action = Action(id=new_entry_id(), day=date(2026, 2, 3), text=text, visibility=visibility)
        journal.actions.add(action)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> Page:
    page = Page(qtbot, theme, desk, outside, clock)
    opened = desk.begin(Role.MENTEE, my_display_name="Sam Rivers", partner_display_name="Ada Obi")
    desk.do(lambda: fill(opened))
    page.open(opened)
    return page


@pytest.fixture
def as_mentor(page: Page, desk: Desk) -> Page:
    opened = desk.begin(Role.MENTOR, my_display_name="Sam Rivers", partner_display_name="Ada Obi")
    desk.do(lambda: fill(opened))
    page.open(opened)
    return page


def test_what_is_saved_holds_what_is_listed_and_nothing_private(page: Page, tmp_path: Path) -> None:
    page.outside.path = tmp_path / "out.pdf"
    page.save()

    pdf = page.outside.path.read_bytes()
    text = text_of(pdf)
    assert page.outside.suggested == ["mentoring-summary-2026-03.pdf"]
    for line in page.lines():
        for part in line.split(": ", 1):
            assert part in text
    assert SECRET not in text
    with pikepdf.open(page.outside.path) as document:
        assert SECRET not in str(document.docinfo)
        assert "Heron" not in str(document.docinfo)
    assert "Heron" not in text
    assert f"{len(page.lines())} lines leave this journal. Everything else stays." in page.words()
    assert any("Saved as “out.pdf”" in words for words in page.words())


def test_what_was_saved_is_noted_by_its_name(page: Page, tmp_path: Path, desk: Desk) -> None:
    page.outside.path = tmp_path / "out.pdf"
    page.save()
    known: list[tuple[str, str]] = []
    exports = page.opened.journal.exports
    desk.do(lambda: known.extend((one.what.value, one.file_name) for one in exports.all()))
    assert known == [("summary", "out.pdf")]


def test_the_bytes_saved_are_the_bytes_shown(page: Page, tmp_path: Path, desk: Desk) -> None:
    page.outside.path = tmp_path / "out.pdf"
    new = LearningPoint(
        id=new_entry_id(), day=date(2026, 2, 9), text="Written after the look", visibility=SHARED
    )
    desk.do(lambda: page.opened.journal.learning_points.add(new))
    page.save()

    assert "Written after the look" not in text_of(page.outside.path.read_bytes())
    assert "Written after the look" not in page.lines()


def test_while_a_newer_page_is_made_there_is_nothing_to_save(page: Page, tmp_path: Path) -> None:
    page.outside.path = tmp_path / "out.pdf"
    page.presenter.choose_audience(Audience.PORTFOLIO)
    assert not page.view.save.isEnabled()
    page.presenter.save()
    assert page.outside.suggested == []
    page.desk.settle()
    assert page.view.save.isEnabled()


def test_a_line_is_unticked_by_space_and_stays(page: Page, tmp_path: Path) -> None:
    page.outside.path = tmp_path / "out.pdf"
    count = len(page.lines())
    page.point_at("Pauses are answers")
    page.press(Qt.Key.Key_Space)
    page.save()

    assert len(page.lines()) == count - 1
    assert "Pauses are answers" not in text_of(page.outside.path.read_bytes())


def test_a_line_is_reworded_for_this_summary_only(page: Page, tmp_path: Path) -> None:
    page.outside.path = tmp_path / "out.pdf"
    page.point_at("Pauses are answers")
    page.press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    page.qtbot.keyClicks(editor, "A pause can answer")
    page.qtbot.keyClick(editor, Qt.Key.Key_Return)
    page.desk.settle()
    page.save()

    text = text_of(page.outside.path.read_bytes())
    assert "A pause can answer" in text
    assert "Pauses are answers" not in text
    kept = page.desk.do(page.opened.journal.learning_points.all)
    assert "Pauses are answers" in {point.text for point in kept}


def test_a_mentor_has_no_save_button_for_a_third_party_until_the_day_of_consent(
    as_mentor: Page, tmp_path: Path
) -> None:
    page = as_mentor
    page.outside.path = tmp_path / "out.pdf"
    page.choose(Audience.LINE_MANAGER)
    assert not page.view.save.isVisible()
    assert page.view.consent.isVisible()
    page.presenter.save()
    assert page.outside.suggested == []

    page.view.consent.setFocus()
    page.qtbot.keyClicks(page.view.consent, "yesterday")
    page.press(Qt.Key.Key_Return)
    assert page.view.save.isVisible()
    page.save()
    assert "agreement given on 28 February 2026" in text_of(page.outside.path.read_bytes())


def test_a_day_of_consent_in_the_future_is_refused_in_place(as_mentor: Page) -> None:
    as_mentor.choose(Audience.LINE_MANAGER)
    as_mentor.presenter.choose_consent("tomorrow")
    as_mentor.desk.settle()

    assert not as_mentor.view.save.isVisible()
    assert any("lies in the future" in words for words in as_mentor.words())


def test_a_mentor_shares_with_the_mentee_without_it(as_mentor: Page) -> None:
    assert as_mentor.view.save.isVisible()
    assert not as_mentor.view.consent.isVisible()


def test_a_name_completed_by_us_never_replaces_a_file(page: Page, tmp_path: Path) -> None:
    there = tmp_path / "summary.pdf"
    there.write_bytes(b"mine")
    page.outside.path = tmp_path / "summary"
    page.save()

    assert there.read_bytes() == b"mine"
    assert any("already exists and was left as it is" in words for words in page.words())


def test_a_folder_in_the_way_is_said_in_place_and_stays_whole(page: Page, tmp_path: Path) -> None:
    page.outside.path = tmp_path / "out.pdf"
    page.outside.path.mkdir()
    page.save()

    assert [one.name for one in tmp_path.iterdir() if "pdf" in one.name] == ["out.pdf"]
    assert list(page.outside.path.iterdir()) == []
    assert not any("Saved as" in words for words in page.words())
    assert page.outside.problems == []


def test_a_place_that_is_not_there_is_said_in_place_and_nothing_is_half_made(
    page: Page, tmp_path: Path
) -> None:
    page.outside.path = tmp_path / "gone" / "out.pdf"
    page.save()

    assert not (tmp_path / "gone").exists()
    assert any("What was saved before is safe" in words for words in page.words())
    assert page.view.save.isEnabled()


def test_giving_up_the_dialog_saves_nothing(page: Page, tmp_path: Path) -> None:
    page.save()
    assert page.outside.suggested
    assert page.outside.problems == []
    assert not any("Saved" in words for words in page.words())


def test_nothing_to_share_says_what_could_be_marked_and_where(page: Page, desk: Desk) -> None:
    page.open(desk.begin(Role.MENTEE))

    assert not page.view.save.isVisible()
    (said,) = [words for words in page.words() if "nothing to share" in words]
    assert "may appear in a summary" in said
    assert "A goal is marked in its form" in said


def test_a_period_that_cannot_be_read_is_said_in_place(page: Page) -> None:
    page.presenter.choose_period("2026-02-01", "2026-01-01")
    page.desk.settle()
    assert any("ends before it begins" in words for words in page.words())
    assert not page.view.save.isVisible()

    page.presenter.choose_period("never", "2026-01-01")
    page.desk.settle()
    assert any("The first day" in words or "not understood" in words for words in page.words())


def test_signs_that_no_font_shows_are_named_before_saving(page: Page, desk: Desk) -> None:
    strange = LearningPoint(
        id=new_entry_id(), day=date(2026, 2, 9), text="A sign \U00013000 of Egypt", visibility=SHARED
    )
    change = desk.do(lambda: page.opened.journal.learning_points.add(strange))
    page.presenter.refresh(change)
    page.desk.settle()

    assert any("\U00013000" in words and "No font here" in words for words in page.words())


def test_what_was_decided_comes_back_after_a_lock(page: Page) -> None:
    page.choose(Audience.PORTFOLIO)
    page.point_at("Pauses are answers")
    page.press(Qt.Key.Key_Space)
    place = page.presenter.place()
    lines = page.lines()
    page.presenter.close()
    assert page.lines() == []
    assert page.view.preview.page_count == 0

    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.desk.settle()
    assert page.lines() == lines
    assert page.view.audience.value() is Audience.PORTFOLIO


def test_every_control_has_a_name(as_mentor: Page) -> None:
    assert unnamed(as_mentor.view) == []
    as_mentor.choose(Audience.LINE_MANAGER)
    as_mentor.view.read.click()
    assert unnamed(as_mentor.view) == []


def test_no_page_is_made_while_nobody_looks(page: Page, desk: Desk) -> None:
    page.view.hide()
    new = LearningPoint(id=new_entry_id(), day=date(2026, 2, 9), text="Learnt meanwhile", visibility=SHARED)
    page.presenter.refresh(desk.do(lambda: page.opened.journal.learning_points.add(new)))
    assert not desk.tasks.busy

    page.view.show()
    page.desk.settle()
    assert "Learnt meanwhile" in page.lines()
    assert page.view.save.isVisible()


def test_ids_of_lines_are_never_shown(page: Page) -> None:
    ids = {EntryId(goal.id) for goal in page.desk.do(page.opened.journal.goals.all)}
    assert not any(id in words for id in ids for words in (*page.lines(), *page.words()))
