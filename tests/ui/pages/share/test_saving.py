"""The last step: what was shown leaves as it was shown, in the form that was chosen, or says why not."""

from __future__ import annotations

import errno
from pathlib import Path
from threading import Event

import pikepdf
import pytest
from PySide6.QtGui import QGuiApplication

from mentorjournal import files
from mentorjournal.model.shared import SharedSummary, SummaryFormat
from mentorjournal.model.words import Audience
from tests.ui.pages.share.stage import Page, text_of
from ui.pages.share.contract import Step

SECRET_WORD = "herons fly at dusk"


def form(page: Page, format: SummaryFormat) -> None:
    page.presenter.choose_form(format, "A4")
    page.desk.settle()


def lock(page: Page, password: str, again: str) -> None:
    box = page.view.saving.password
    page.go(Step.SAVE)
    box.tick.set_checked(True)
    box.password.line.setText(password)
    box.again.line.setText(again)


def shared(page: Page) -> list[SharedSummary]:
    return page.desk.do(page.opened.journal.shared.all)


@pytest.mark.parametrize("format", [SummaryFormat.MARKDOWN, SummaryFormat.HTML, SummaryFormat.TEXT])
def test_a_text_file_holds_the_very_words_that_were_shown(
    page: Page, tmp_path: Path, format: SummaryFormat
) -> None:
    form(page, format)
    shown = page.view.pane.words.toPlainText()
    page.outside.path = tmp_path / "out"
    page.save()

    file = tmp_path / f"out.{format.value}"
    assert file.read_bytes() == shown.encode()
    assert page.outside.suggested == [f"mentoring-summary-2026-03.{format.value}"]
    assert [(one.file_name, one.format) for one in shared(page)] == [(file.name, format)]


def test_a_password_opens_the_file_and_is_kept_nowhere(page: Page, tmp_path: Path) -> None:
    lock(page, SECRET_WORD, SECRET_WORD)
    page.outside.path = tmp_path / "out.pdf"
    page.save()

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(page.outside.path)
    with pikepdf.open(page.outside.path, password=SECRET_WORD) as document:
        assert document.encryption.R == 6
    (copy,) = shared(page)
    kept = page.desk.do(lambda: page.opened.journal.shared.copy(copy.id))
    assert "Pauses are answers" in text_of(kept)
    assert page.view.saving.password.lock() is None


@pytest.mark.parametrize(
    ("password", "again", "words"),
    [(SECRET_WORD, "herons fly at dawn", "are not the same"), ("", "", "Type a password")],
)
def test_passwords_that_cannot_be_meant_are_said_before_any_dialog(
    page: Page, password: str, again: str, words: str
) -> None:
    lock(page, password, again)
    page.save()
    assert any(words in said for said in page.words())
    assert page.outside.suggested == []


def test_another_form_than_a_pdf_offers_no_password(page: Page) -> None:
    lock(page, SECRET_WORD, SECRET_WORD)
    form(page, SummaryFormat.TEXT)
    assert not page.view.saving.password.isVisible()
    assert page.view.saving.password.lock() is None


def test_an_existing_file_is_left_as_it_is(page: Page, tmp_path: Path) -> None:
    page.outside.path = tmp_path / "out.pdf"
    page.outside.path.write_bytes(b"mine")
    page.save()
    assert page.outside.path.read_bytes() == b"mine"
    assert any("already exists and was left as it is" in words for words in page.words())
    assert shared(page) == []


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "the folder is read-only")]
)
def test_a_disk_that_takes_nothing_is_said_and_leaves_no_file_and_no_copy(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(files, "write_nameless", refuse)
    page.outside.path = tmp_path / "out.pdf"
    page.save()
    assert any(words in said for said in page.words()), page.words()
    assert [one.name for one in tmp_path.glob("*out*")] == []
    assert shared(page) == []
    assert page.view.saving.save.isEnabled()


def test_a_copy_to_the_clipboard_is_plain_text_and_is_remembered(page: Page) -> None:
    page.go(Step.SAVE)
    page.view.saving.copy.click()
    page.desk.settle()
    copied = QGuiApplication.clipboard().text()
    assert "Pauses are answers" in copied
    (copy,) = shared(page)
    assert (copy.format, copy.file_name) == (SummaryFormat.CLIPBOARD, "")
    assert any(words.startswith("Copied.") for words in page.words())


def test_without_the_agreement_nothing_can_be_copied_either(as_mentor: Page) -> None:
    as_mentor.choose(Audience.LINE_MANAGER)
    as_mentor.go(Step.SAVE)
    assert not as_mentor.view.saving.copy.isVisible()
    as_mentor.presenter.copy()
    as_mentor.desk.settle()
    assert shared(as_mentor) == []


def test_a_page_that_was_stopped_says_so_and_is_made_when_it_is_wished(page: Page) -> None:
    held = Event()
    page.desk.tasks.run(held.wait, done=lambda _: None, failed=page.outside.problem)
    page.presenter.choose_period("1 February 2026", "1 March 2026")
    page.presenter.stop_making()
    held.set()
    page.desk.settle()
    assert any("was not made, because you stopped it" in words for words in page.words())
    assert not page.may_save
    assert page.outside.problems == []

    page.view.pane.stopped.acted.emit()
    page.desk.settle()
    assert page.may_save


def test_a_wish_that_comes_meanwhile_takes_the_place_of_the_page_on_its_way(page: Page) -> None:
    held = Event()
    page.desk.tasks.run(held.wait, done=lambda _: None, failed=page.outside.problem)
    page.presenter.choose_audience(Audience.PORTFOLIO)
    page.presenter.tick_section("learning", False)
    page.presenter.choose_audience(Audience.PARTNER)
    held.set()
    page.desk.settle()
    assert page.view.reader.audience.value() is Audience.PARTNER
    assert "Mentor: Ada Obi" in page.lines()
    assert page.may_save
