"""The book's page: a book is saved whole or not at all, and nothing leaves before its writer knows."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.book.choice import Words
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.change import Change
from mentorjournal.model.export import ExportKind
from mentorjournal.model.ids import EntryId
from tests.book import full
from tests.clock import FixedClock
from tests.pdf import reading
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk, Opened, Outside, shown
from ui.pages.book.presenter import BookPresenter
from ui.pages.book.view import BookPageView
from ui.theme.theme import Theme
from ui.widgets.label import Label


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> None:
        self.qtbot, self.desk, self.outside = qtbot, desk, outside
        self.view = BookPageView(theme)
        self.presenter = BookPresenter(self.view, desk.tasks, outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def open(self, opened: Opened) -> None:
        self.opened = opened
        self.presenter.open(opened)
        self.desk.settle()

    def start(self) -> None:
        """Press the key that saves, and do not wait."""
        self.view.known.setChecked(True)
        self.view.setFocus()
        self.qtbot.keyClick(self.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    def save(self) -> None:
        self.start()
        self.desk.settle()

    def words(self) -> str:
        return "\n".join(label.text() for label in self.view.findChildren(Label) if label.isVisible())

    def known_exports(self) -> list[ExportKind]:
        return self.desk.do(lambda: [one.what for one in self.opened.journal.exports.all()])


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> Page:
    page = Page(qtbot, theme, desk, outside, clock)
    opened = desk.begin()
    desk.do(lambda: full.fill(opened.journal))
    page.open(opened)
    return page


@pytest.fixture
def target(page: Page, tmp_path: Path) -> Path:
    page.outside.path = tmp_path / "book.pdf"
    return page.outside.path


def test_the_book_is_saved_and_the_journal_knows_it(page: Page, target: Path) -> None:
    page.save()
    assert page.outside.suggested == ["mentoring-journal-2026-03-01.pdf"]
    text = reading.text(target.read_bytes())
    assert "zqsessiontitle" in text and "zqreflection" in text
    assert page.known_exports().count(ExportKind.BOOK) == 1
    assert "Saved as “book.pdf”" in page.words()


def test_nothing_is_saved_before_its_writer_said_they_know(page: Page, target: Path) -> None:
    assert "Paper and files have no passphrase." in page.words()
    assert not page.view.save.isEnabled()
    page.view.setFocus()
    page.qtbot.keyClick(page.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    page.desk.settle()
    assert page.outside.suggested == [] and not target.exists()
    page.save()
    assert not page.view.known.isChecked()  # it is said anew for every book


def test_a_password_locks_the_file_and_is_forgotten(page: Page, target: Path) -> None:
    page.qtbot.keyClicks(page.view.password_field.line, "opensesame")
    assert "It is kept nowhere" in page.words()
    page.save()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password="opensesame") as document:
        assert document.encryption.R == 6
    assert page.view.password() == ""
    assert "opensesame" not in str(page.presenter.place())


def test_a_password_that_cannot_be_used_is_said_at_its_field(page: Page, target: Path) -> None:
    page.view.password_field.line.setText("x" * 200)
    page.save()
    assert "too long" in page.view.password_problem.text() and page.view.password_problem.isVisible()
    assert page.view.password() and page.outside.suggested == []


def test_the_choices_are_heeded(page: Page, target: Path) -> None:
    page.view.words.set_value(Words.WITHOUT_THEIRS)
    page.view.paper.set_value("Letter")
    page.view.since.setText("5 Feb 2026")
    page.view.until.setText("15 Feb 2026")
    page.view.codename.setChecked(True)
    page.save()
    pdf = target.read_bytes()
    text = reading.text(pdf)
    assert "zqblockminetext" in text and "Heron" in text
    assert "zqblocktheirstext" not in text and "zqbetween" not in text
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert [float(edge) for edge in document.pages[0].MediaBox][2:] == [612.0, 792.0]


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [("soonish", "", "not understood"), ("2 Feb 2026", "1 Feb 2026", "Exchange the two days")],
)
def test_a_period_that_is_none_is_said_at_its_fields(
    page: Page, target: Path, since: str, until: str, said: str
) -> None:
    page.view.since.setText(since)
    page.view.until.setText(until)
    page.save()
    assert said in page.view.days_problem.text()
    assert page.view.since.text() == since and page.outside.suggested == []


def test_an_empty_journal_says_so_and_no_file_is_there(page: Page, target: Path) -> None:
    page.open(page.desk.begin())
    page.save()
    assert "nothing to make a book of yet" in page.words()
    assert not target.exists() and page.view.save.isEnabled()


def test_a_book_that_is_stopped_leaves_no_file(page: Page, target: Path, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    page.start()
    page.qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    page.desk.settle()
    assert set(tmp_path.iterdir()) == before
    assert "Stopped." in page.words()
    assert ExportKind.BOOK not in page.known_exports()
    page.save()
    assert target.exists()


def test_another_journal_in_front_stops_the_book_and_hears_nothing_of_it(page: Page, target: Path) -> None:
    other = page.desk.begin()
    page.start()
    page.open(other)
    assert not target.exists()
    assert "Stopped" not in page.words() and not page.view.known.isChecked()


def test_a_place_that_cannot_be_written_to_is_said_and_the_password_stays(
    page: Page, target: Path, tmp_path: Path
) -> None:
    page.outside.path = tmp_path / "nowhere" / "book.pdf"
    page.view.password_field.line.setText("opensesame")
    page.save()
    assert page.view.message.isVisible() and page.view.message.text()
    assert page.view.password() == "opensesame"
    assert ExportKind.BOOK not in page.known_exports()


def test_a_file_that_nobody_asked_about_is_not_replaced(page: Page, tmp_path: Path) -> None:
    (tmp_path / "book.pdf").write_bytes(b"mine")
    page.outside.path = tmp_path / "book"
    page.save()
    assert (tmp_path / "book.pdf").read_bytes() == b"mine"
    assert "book.pdf" in page.words()


def test_signs_that_no_font_shows_are_said_before_anything_is_written(page: Page, target: Path) -> None:
    edit(page, lambda one: replace(one, text=from_plain("A sign: \U00013000")))
    page.save()
    assert "\U00013000" in page.view.message.text() and not target.exists()
    page.view.with_gaps.click()
    page.desk.settle()
    assert target.exists() and not page.view.with_gaps.isVisible()


def test_a_book_that_waits_is_dropped_when_the_journal_changes(page: Page, target: Path) -> None:
    edit(page, lambda one: replace(one, text=from_plain("A sign: \U00013000")))
    page.save()
    page.presenter.refresh(Change(label="Edit"))
    page.presenter.save_with_gaps()
    page.desk.settle()
    assert not target.exists() and not page.view.with_gaps.isVisible()


def test_what_was_chosen_travels_and_the_password_does_not(page: Page, theme: Theme) -> None:
    view = page.view
    view.words.set_value(Words.ONLY_MINE)
    view.since.setText("half typed")
    view.codename.setChecked(True)
    view.password_field.line.setText("opensesame")
    place = page.presenter.place()
    page.open(page.opened)
    assert view.since.text() == "" and view.password() == ""
    page.presenter.restore(place)
    assert (view.words.value(), view.since.text(), view.codename.isChecked()) == (
        Words.ONLY_MINE,
        "half typed",
        True,
    )
    page.presenter.restore({"words": "nonsense", "size": 7, "codename": "yes"})
    assert view.draft().words is Words.ALL and view.draft().size == "A4"


def test_everything_has_a_name_and_its_place_in_the_order_of_the_keyboard(page: Page) -> None:
    assert unnamed(page.view) == []
    view = page.view
    view.begin()
    order = [view.words, view.since, view.until, view.paper, view.codename, view.password_field.line]
    for field in order:
        assert QApplication.focusWidget() is field, field.accessibleName()
        page.qtbot.keyClick(field, Qt.Key.Key_Tab)
        if field is view.password_field.line and QApplication.focusWidget() is not view.known:
            page.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # the eye that shows it
    assert QApplication.focusWidget() is view.known


def edit(page: Page, change: Callable[..., object]) -> None:
    journal = page.opened.journal
    page.desk.do(lambda: journal.reflections.write(change(journal.reflections.get(EntryId("r1")))))  # type: ignore[arg-type]
