"""What leaves by the Share page is what was chosen and seen, and only when it may."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.words import Audience, Role
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk
from tests.ui.pages.share.stage import SECRET, SHARED, Page, text_of
from ui.pages.share.contract import Step


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
    assert not page.view.saving.save.isEnabled()
    page.presenter.save()
    assert page.outside.suggested == []
    page.desk.settle()
    assert page.view.saving.save.isEnabled()


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
    assert not page.may_save
    assert page.view.saving.consent.isVisible()
    page.presenter.save()
    assert page.outside.suggested == []

    page.view.saving.consent.setFocus()
    page.qtbot.keyClicks(page.view.saving.consent, "yesterday")
    page.press(Qt.Key.Key_Return)
    assert page.may_save
    page.save()
    assert "agreement given on 28 February 2026" in text_of(page.outside.path.read_bytes())


def test_a_day_of_consent_in_the_future_is_refused_in_place(as_mentor: Page) -> None:
    as_mentor.choose(Audience.LINE_MANAGER)
    as_mentor.presenter.choose_consent("tomorrow")
    as_mentor.desk.settle()

    assert not as_mentor.may_save
    assert any("lies in the future" in words for words in as_mentor.words())


def test_a_mentor_shares_with_the_mentee_without_it(as_mentor: Page) -> None:
    assert as_mentor.may_save
    assert not as_mentor.view.saving.consent.isVisible()


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
    assert page.view.saving.save.isEnabled()


def test_giving_up_the_dialog_saves_nothing(page: Page, tmp_path: Path) -> None:
    page.save()
    assert page.outside.suggested
    assert page.outside.problems == []
    assert not any("Saved" in words for words in page.words())


def test_nothing_to_share_says_what_could_be_marked_and_where(page: Page, desk: Desk) -> None:
    page.open(desk.begin(Role.MENTEE))

    assert not page.may_save
    (said,) = [words for words in page.words() if "nothing to share" in words]
    assert "may appear in a summary" in said
    assert "A goal is marked in its form" in said


def test_a_period_that_cannot_be_read_is_said_in_place(page: Page) -> None:
    page.presenter.choose_period("2026-02-01", "2026-01-01")
    page.desk.settle()
    assert any("ends before it begins" in words for words in page.words())
    assert not page.may_save

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
    assert page.view.pane.preview.page_count == 0

    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.desk.settle()
    assert page.lines() == lines
    assert page.view.reader.audience.value() is Audience.PORTFOLIO


def test_every_control_has_a_name(as_mentor: Page) -> None:
    assert unnamed(as_mentor.view) == []
    as_mentor.choose(Audience.LINE_MANAGER)
    for step in Step:
        as_mentor.presenter.go(step)
        as_mentor.desk.settle()
        assert unnamed(as_mentor.view) == []
    assert unnamed(as_mentor.view) == []


def test_no_page_is_made_while_nobody_looks(page: Page, desk: Desk) -> None:
    page.view.hide()
    new = LearningPoint(id=new_entry_id(), day=date(2026, 2, 9), text="Learnt meanwhile", visibility=SHARED)
    page.presenter.refresh(desk.do(lambda: page.opened.journal.learning_points.add(new)))
    assert not desk.tasks.busy

    page.view.show()
    page.desk.settle()
    assert "Learnt meanwhile" in page.lines()
    assert page.may_save


def test_ids_of_lines_are_never_shown(page: Page) -> None:
    ids = {EntryId(goal.id) for goal in page.desk.do(page.opened.journal.goals.all)}
    assert not any(id in words for id in ids for words in (*page.lines(), *page.words()))
