"""Preparing keeps what is written, finishes lines where they stand, and says what paper is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.errors import DiskFull
from mentorjournal.model.action import Action
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.words import ActionStatus, HelpWanted, Role, Visibility
from mentorjournal.own_questions import OwnQuestions
from mentorjournal.prompts import PromptSet, PromptStep
from tests.guidance.long_journal import NAMES
from tests.pdf import reading
from tests.ui.names import unnamed
from tests.ui.pages.prepare.conftest import Page
from ui.pages.prepare.block_list import BlockList
from ui.pages.prepare.line_row import LineRow
from ui.widgets.few_lines import FewLines
from ui.widgets.label import Label

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def actions(page: Page) -> dict[EntryId, Action]:
    opened = page.opened
    assert opened is not None
    return {action.id: action for action in page.desk.do(opened.journal.actions.all)}


def line(blocks: BlockList, beginning: str) -> LineRow:
    return next(row for row in blocks.rows if row.line.text.startswith(beginning))


def tab_to(qtbot: QtBot, wanted: QWidget, limit: int = 80) -> None:
    """Walk down the page by the Tab key alone."""
    for _ in range(limit):
        if wanted.hasFocus():
            return
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    raise AssertionError("The Tab key does not lead there.")


def type_into(qtbot: QtBot, field: FewLines, words: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, words)


def test_a_mentor_reads_the_brief_and_writes_one_line(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    view = page.view
    assert view.strip.text().startswith("Heron · session 4")
    assert len(view.above.rows) == 3 + 4 + 2 + 5 + 5 and view.below.rows
    assert view.outcome.isHidden() and view.fields.isHidden() and not view.intend.isHidden()
    type_into(qtbot, view.intend.text, "Ask, then wait.")
    value = page.kept()
    assert value.intention == "Ask, then wait."
    assert len(value.preparation.since) > 100  # what a mentor does not see stays as it was


def test_a_mentee_writes_the_sheet(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTEE)
    view, fields = page.view, page.view.fields
    assert view.intend.isHidden() and view.mine.rows and not view.above.rows
    type_into(qtbot, view.outcome.text, "A decision")
    for field, words in (
        (fields.since, "Since"),
        (fields.avoiding, "Avoiding"),
        (fields.not_raising, "Silent"),
        (fields.questions, "Why?"),
    ):
        type_into(qtbot, field, words)
    for help in (HelpWanted.WITNESS, HelpWanted.INFORMATION):
        qtbot.keyClick(fields.help.chips[help], Qt.Key.Key_Space)
    fields.mood.setFocus()
    qtbot.keyClicks(fields.mood, "7")
    qtbot.keyClick(fields.mood, Qt.Key.Key_Return)
    value = page.kept()
    assert value.desired_outcome == "A decision" and value.mood_before == 7
    prepared = value.preparation
    assert prepared.help_wanted == (HelpWanted.CHALLENGE, HelpWanted.INFORMATION)
    assert (prepared.since, prepared.avoiding) == ("Since", "Avoiding")
    assert (prepared.not_raising, prepared.questions) == ("Silent", "Why?")
    assert value.intention.startswith("Ask")


def test_a_peer_has_both_halves(page: Page) -> None:
    page.begin(Role.PEER)
    view = page.view
    shown = (view.outcome, view.fields, view.intend, view.mine, view.below)
    assert all(not widget.isHidden() for widget in shown) and not view.above.rows


def test_typing_is_kept_by_itself_and_a_space_at_the_end_stays(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    type_into(qtbot, page.view.intend.text, "Listen ")
    qtbot.waitUntil(lambda: page.view.saved.text().startswith("Saved"))
    opened, session = page.opened, page.session
    assert opened is not None and session is not None

    def elsewhere() -> Session:
        opened.journal.sessions.write(replace(opened.journal.sessions.get(session), title="Changed"))
        return opened.journal.sessions.get(session)

    kept = page.desk.do(elsewhere)
    assert kept.intention == "Listen"
    change = page.desk.do(lambda: opened.journal.sessions.write(replace(kept, title="Again")))
    page.presenter.refresh(change)
    page.desk.settle()
    assert page.view.intend.text.toPlainText() == "Listen "
    assert page.kept().title == "Again"


def test_what_is_prepared_elsewhere_comes_in_beside_what_is_typed_here(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTEE)
    qtbot.keyClicks(page.view.fields.questions, "Mine. ")
    opened, session = page.opened, page.session
    assert opened is not None and session is not None
    change = page.desk.do(
        lambda: opened.journal.sessions.prepare(session, intention="", desired_outcome="Theirs")
    )
    page.presenter.refresh(change)
    page.desk.settle()
    assert page.view.outcome.text.text() == "Theirs"
    assert page.kept().preparation.questions.startswith("Mine. ")


def test_a_disk_that_refuses_keeps_the_words_on_the_page(
    qtbot: QtBot, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.begin(Role.MENTOR)
    opened = page.opened
    assert opened is not None

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(opened.journal.sessions, "prepare", full)
        type_into(qtbot, page.view.intend.text, "Not lost")
        page.presenter.flush()
        page.desk.settle()
    assert page.view.saved.text() == "Not saved"
    assert isinstance(page.outside.problems[0], DiskFull)
    assert page.view.intend.text.text() == "Not lost"
    retry = page.outside.retry
    assert retry is not None
    retry()
    page.desk.settle()
    assert page.kept().intention == "Not lost"


def test_a_paste_that_is_too_long_is_not_taken_and_said(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTEE)
    field = page.view.fields.avoiding
    before = field.text()
    QGuiApplication.clipboard().setText("word " * 20_000)
    field.paste()
    assert field.text() == before
    assert any("4,000 characters" in label for label in visible_words(page.view))


def visible_words(view: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in view.findChildren(QLabel) if not label.isHidden()]


def test_a_promise_is_finished_where_it_stands_and_comes_back(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    row = line(page.view.above, "Promise")
    id, count = row.line.about, len(page.view.above.rows)
    assert row.line.mark == "overdue" and any("Overdue" in words for words in visible_words(row))
    assert row.button is not None and id is not None
    row.button.setFocus()
    qtbot.keyClick(row.button, Qt.Key.Key_Space)
    page.desk.settle()
    assert actions(page)[id].status is ActionStatus.DONE
    assert len(page.view.above.rows) == count - 1
    following = line(page.view.above, "Promise")
    assert following.button is not None and following.button.hasFocus()
    assert page.undo() == "Mark action done"
    assert len(page.view.above.rows) == count


def test_a_click_anywhere_on_a_line_does_the_same(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTEE)
    row = page.view.mine.rows[0]
    id = row.line.about
    assert id is not None
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    page.desk.settle()
    assert actions(page)[id].status is ActionStatus.DONE
    dead = next(row for row in page.view.mine.rows if row.button is None)
    count = len(page.outside.changes)
    qtbot.mouseClick(dead, Qt.MouseButton.LeftButton)
    page.desk.settle()
    assert len(page.outside.changes) == count


@pytest.mark.parametrize("beginning", ["The budget", "Parked 0"])
def test_a_thread_is_put_on_the_agenda_in_its_own_words(qtbot: QtBot, page: Page, beginning: str) -> None:
    page.begin(Role.MENTOR)
    opened, session = page.opened, page.session
    assert opened is not None and session is not None
    row = line(page.view.above, beginning)
    assert row.button is not None
    row.button.click()
    page.desk.settle()
    topics = page.desk.do(lambda: opened.journal.topics.of_session(session))
    assert topics[-1].text.startswith(beginning) and "…" not in topics[-1].text
    assert not any(r.line.text == row.line.text and r.button is not None for r in page.view.above.rows)
    page.undo()
    assert line(page.view.above, beginning).button is not None


def test_what_came_of_advice_is_noted_below_it(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    row = line(page.view.below, "Advice I gave 2")
    assert row.button is not None
    row.button.setFocus()
    qtbot.keyClick(row.button, Qt.Key.Key_Space)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "It helped")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.desk.settle()
    noted = line(page.view.below, "Advice I gave 2")
    assert noted.line.aside.endswith("It helped") and noted.noting is None
    assert page.undo() == "Note what became of advice"
    assert "ask" in line(page.view.below, "Advice I gave 2").line.aside


def test_a_half_typed_outcome_outlasts_news_from_elsewhere(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    row = line(page.view.below, "Advice I gave 2")
    assert row.button is not None and page.opened is not None
    row.button.click()
    qtbot.keyClicks(QApplication.focusWidget(), "It hel")
    opened = page.opened
    promise = next(action for action in actions(page).values() if action.is_promise)
    change = page.desk.do(lambda: opened.journal.actions.settle(promise.id, ActionStatus.DONE))
    other = next(iter(page.desk.do(opened.journal.sessions.all))).id
    page.desk.do(lambda: opened.journal.sessions.remove(other))
    page.presenter.refresh(change)
    page.desk.settle()
    assert line(page.view.below, "Advice I gave 2").noting == "It hel"


def test_escape_leaves_the_outcome_unsaid(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    row = line(page.view.below, "Advice I gave 2")
    assert row.button is not None
    row.button.click()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert row.noting is None and row.button.hasFocus() and page.outside.changes == []


def test_an_outcome_that_is_too_long_is_refused_and_stays(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    row = line(page.view.below, "Advice I gave 2")
    row.open_outcome("x" * 5000)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page.desk.settle()
    assert row.noting == "x" * 5000 and any("4000 characters" in words for words in visible_words(row))


def test_another_set_of_questions_is_asked_and_kept(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    intend = page.view.intend
    before = visible_words(intend)
    assert intend.framework.value() == "grow"
    intend.framework.setFocus()
    qtbot.keyClicks(intend.framework, "CLEAR")
    qtbot.keyClick(intend.framework, Qt.Key.Key_Return)
    assert visible_words(intend) != before
    assert page.kept().framework_id == "clear"


def test_paper_is_warned_of_before_it_is_made(qtbot: QtBot, page: Page, tmp_path: Path) -> None:
    page.begin(Role.MENTOR)
    page.outside.path = tmp_path / "brief"
    page.view.intend.text.setFocus()
    qtbot.keyClick(page.view.intend.text, Qt.Key.Key_P, CONTROL)
    assert any("no passphrase" in words for words in visible_words(page.view.leaving.paper))
    assert not page.view.leaving.paper.their_words.isChecked()
    type_into(qtbot, page.view.intend.text, "Just typed")
    page.view.leaving.paper.save_button.click()
    page.desk.settle()
    data = (tmp_path / "brief.pdf").read_bytes()
    text = reading.text(data)
    assert reading.page_count(data) == 1 and "Just typed" in text and "Their words" not in text
    assert not any(part in text for name in NAMES for part in name.split())
    assert page.outside.suggested == ["session-brief-2026-03-03.pdf"]
    assert "brief.pdf" in page.view.leaving.paper.came_of_it.text()


def test_their_words_are_printed_when_ticked(qtbot: QtBot, page: Page, tmp_path: Path) -> None:
    page.begin(Role.MENTOR)
    page.outside.path = tmp_path / "brief.pdf"
    page.view.leaving.paper_button.click()
    qtbot.keyClick(page.view.leaving.paper.their_words, Qt.Key.Key_Space)
    page.view.leaving.paper.save_button.click()
    page.desk.settle()
    assert "Their words" in reading.text((tmp_path / "brief.pdf").read_bytes())


def test_a_file_in_the_way_is_left_alone_and_said(page: Page, tmp_path: Path) -> None:
    page.begin(Role.MENTEE)
    page.outside.path = tmp_path / "sheet.pdf"
    page.outside.path.write_bytes(b"keep me")
    page.view.leaving.paper_button.click()
    assert page.view.leaving.paper.their_words.isHidden()
    page.view.leaving.paper.save_button.click()
    page.desk.settle()
    assert page.outside.path.read_bytes() == b"keep me"
    assert "already exists" in page.view.leaving.paper.came_of_it.text()


def test_printing_sends_the_same_page(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []

    def print_pages(data: bytes, parent: QWidget) -> bool:
        sent.append(data)
        return True

    monkeypatch.setattr("ui.widgets.printing.print_pages", print_pages)
    page.begin(Role.MENTOR)
    page.view.leaving.paper_button.click()
    page.view.leaving.paper.print_button.click()
    page.desk.settle()
    assert "Session brief" in reading.text(sent[0])
    assert page.view.leaving.paper.came_of_it.text() == "Sent to the printer."


def test_the_agenda_is_ticked_read_copied_and_saved(qtbot: QtBot, page: Page, tmp_path: Path) -> None:
    page.begin(Role.MENTEE)
    page.outside.path = tmp_path / "agenda.pdf"
    page.view.outcome.text.setFocus()
    qtbot.keyClick(page.view.outcome.text, Qt.Key.Key_P, CONTROL | SHIFT)
    page.desk.settle()
    agenda = page.view.leaving.agenda
    assert agenda.topics.hasFocus() and "Topic 0" in agenda.preview.text()
    qtbot.keyClick(agenda.topics, Qt.Key.Key_Space)
    assert "Topic 0" not in agenda.preview.text() and "Topic 1" in agenda.preview.text()
    agenda.copy_button.click()
    assert QGuiApplication.clipboard().text() == agenda.preview.text()
    agenda.save_button.click()
    page.desk.settle()
    text = reading.text(page.outside.path.read_bytes())
    assert "Topic 1" in text and "Topic 0" not in text
    for private in ("Since 0", "Avoiding 0", "Silent 0", "Question 0", "Ask", "challenge"):
        assert private not in text and private not in agenda.preview.text()
    assert page.outside.suggested == ["agenda-2026-03-03.pdf"]


def test_an_empty_agenda_says_what_to_do_and_cannot_leave(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTEE)
    type_into(qtbot, page.view.outcome.text, " ")
    page.view.leaving.agenda_button.click()
    page.desk.settle()
    agenda = page.view.leaving.agenda
    for _ in range(6):
        qtbot.keyClick(agenda.topics, Qt.Key.Key_Space)
        qtbot.keyClick(agenda.topics, Qt.Key.Key_Down)
    assert "Add a topic" in agenda.preview.text()
    assert not agenda.save_button.isEnabled() and not agenda.copy_button.isEnabled()


def test_a_topic_that_never_leaves_is_not_even_offered(page: Page) -> None:
    page.begin(Role.MENTEE)
    opened, session = page.opened, page.session
    assert opened is not None and session is not None
    page.view.leaving.agenda_button.click()
    page.desk.settle()
    topic = page.desk.do(lambda: opened.journal.topics.of_session(session))[0]
    locked = replace(topic, visibility=Visibility.NEVER_EXPORT)
    page.presenter.refresh(page.desk.do(lambda: opened.journal.topics.write(locked)))
    page.desk.settle()
    assert "Topic 0" not in page.view.leaving.agenda.preview.text()


def test_escape_shuts_a_panel_and_leads_back_to_its_button(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTEE)
    leaving = page.view.leaving
    opens: tuple[Callable[[], None], ...] = (leaving.paper_button.click, leaving.agenda_button.click)
    for press, button in zip(opens, (leaving.paper_button, leaving.agenda_button), strict=True):
        press()
        page.desk.settle()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert leaving.paper.isHidden() and leaving.agenda.isHidden() and button.hasFocus()


@pytest.mark.parametrize("role", Role)
def test_the_page_is_walked_by_tab_from_top_to_bottom(qtbot: QtBot, page: Page, role: Role) -> None:
    page.begin(role)
    view = page.view
    rows = [*view.above.focusables(), *view.mine.focusables(), *view.below.focusables()]
    stops = [rows[0], rows[-1], view.leaving.agenda_button, view.leaving.paper_button]
    if role is not Role.MENTEE:
        stops.insert(2, view.intend.text)
    (view.outcome.text if role is not Role.MENTOR else rows[0]).setFocus(Qt.FocusReason.TabFocusReason)
    for stop in stops:
        tab_to(qtbot, stop)


@pytest.mark.parametrize("role", Role)
def test_nothing_on_the_page_is_without_a_name(page: Page, role: Role) -> None:
    page.begin(role)
    page.view.leaving.paper_button.click()
    assert unnamed(page.view) == []
    page.view.leaving.agenda_button.click()
    page.desk.settle()
    assert unnamed(page.view) == []


def test_the_cursor_is_found_where_it_was(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTEE)
    field = page.view.fields.questions
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    place = page.presenter.place()
    at = field.textCursor().position()
    page.presenter.leave_entry()
    assert page.view.strip.text() == "" and page.view.mine.rows == []
    assert page.opened is not None and page.session is not None
    page.presenter.open_entry(page.opened, page.session)
    page.presenter.restore(place)
    page.desk.settle()
    assert field.hasFocus() and field.textCursor().position() == at


def test_the_list_of_topics_has_its_place(page: Page) -> None:
    page.begin(Role.MENTOR)
    slot = next(button for button in page.view.findChildren(QPushButton) if button.text() == "topics")
    top = slot.mapTo(page.view, slot.rect().topLeft()).y()
    threads = line(page.view.above, "The budget")
    advice = line(page.view.below, "Advice I gave 2")
    assert threads.mapTo(page.view, threads.rect().bottomLeft()).y() < top
    assert top < advice.mapTo(page.view, advice.rect().topLeft()).y()


def test_a_session_deleted_elsewhere_leaves_the_page_empty(page: Page) -> None:
    page.begin(Role.MENTOR)
    opened, session = page.opened, page.session
    assert opened is not None and session is not None
    page.presenter.refresh(page.desk.do(lambda: opened.journal.sessions.remove(session)))
    page.desk.settle()
    assert page.view.strip.text() == "" and page.outside.problems == []


def test_every_block_of_a_mentor_is_shown_in_order(page: Page) -> None:
    page.begin(Role.MENTOR)
    words = [text for text in visible_words(page.view) if text in {"My promises", "Watch", "Advice I gave"}]
    assert words == ["My promises", "Advice I gave", "Watch"]


def test_printing_means_this_page_whatever_the_window_calls_it(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    elsewhere: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+P"), page.view.window())
    shortcut.activated.connect(lambda: elsewhere.append("printed"))
    for widget in (page.view.intend.text, page.view.intend.framework, page.view.leaving.agenda_button):
        page.view.close_panels()
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_P, CONTROL)
        assert not page.view.leaving.paper.isHidden()
    assert elsewhere == []


def test_questions_come_from_the_sets_as_the_writer_has_them(page: Page) -> None:
    page.begin(Role.MENTOR)
    mine = "Which question would you not ask yourself?"
    step = PromptStep(id="one", mentee=(), mentor=(mine,))
    own = PromptSet(id="mine", name="Mine", use_for=("session",), source="", steps=(step,), own=True)

    def edit(_: OwnQuestions) -> OwnQuestions:
        return OwnQuestions(hidden=frozenset({"grow"}), sets=(own,))

    page.questions.edit("Change", edit, done=lambda change: None, failed=page.outside.problem)
    page.desk.settle()
    field = page.view.intend.framework
    names = [field.itemText(index) for index in range(field.count())]
    assert "Mine" in names and "GROW" not in names
    field.setCurrentIndex(names.index("Mine"))
    page.presenter.framework_chosen(str(field.value()))
    page.desk.settle()
    labels = page.view.intend.findChildren(Label)
    assert [label.text() for label in labels if label.isVisibleTo(page.view)].count(mine) == 1
