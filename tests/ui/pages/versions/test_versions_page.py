"""Earlier versions, driven by keys over a real journal: read, compare, take along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.model.blocks import Block, Span, from_plain, to_plain
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.words import EntryKind, Role
from tests.clock import FixedClock, at
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk, Opened, Outside, shown
from ui.pages.versions.contract import Against
from ui.pages.versions.presenter import VersionsPresenter
from ui.pages.versions.view import VersionsView
from ui.theme.theme import Theme
from ui.widgets import clipboard

DAY = date(2026, 2, 20)


class Elsewhere(Outside):
    """Notes which entry was to be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[tuple[EntryKind, EntryId]] = []

    def show_entry(self, kind: EntryKind, id: EntryId) -> None:
        self.opened.append((kind, id))


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, clock: FixedClock) -> None:
        self.qtbot, self.desk, self.clock = qtbot, desk, clock
        self.outside = Elsewhere()
        self.view = VersionsView(theme)
        self.presenter = VersionsPresenter(self.view, desk.tasks, self.outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def open(self, opened: Opened) -> None:
        self.journal = opened.journal
        self.presenter.open(opened)

    def reflect(self, *texts: str, title: str = "The talk") -> Reflection:
        """A reflection that was written on the 20th and changed a day later for each further text."""
        value = Reflection(id=new_entry_id(), day=DAY, title=title, text=from_plain(texts[0]))
        self.clock.now = at(2026, 2, 20, 18, 5)
        self.desk.do(lambda: self.journal.reflections.add(value))
        for text in texts[1:]:
            self.clock.now += timedelta(days=1)
            value = replace(value, text=from_plain(text))
            self.desk.do(lambda value=value: self.journal.reflections.write(value))
        return value

    def show(self, entry: tuple[EntryKind, EntryId] | None) -> None:
        self.presenter.show(entry)
        self.desk.settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            self.qtbot.keyClick(focus, key)
            self.desk.settle()

    def tab_to(self, widget: QWidget) -> None:
        for _ in range(30):
            if QApplication.focusWidget() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {widget.accessibleName()}")

    def moments(self) -> list[str]:
        model, role = self.view.list.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(place, 0).data(role)) for place in range(model.rowCount())]

    def look(self) -> dict[str, str]:
        """What is struck through and what is underlined in the text."""
        found = {"struck": "", "underlined": ""}
        block = self.view.text.document().begin()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                fragment = pieces.fragment()
                look = fragment.charFormat()
                if look.fontStrikeOut():
                    found["struck"] += fragment.text()
                if look.fontUnderline():
                    found["underlined"] += fragment.text()
                pieces += 1
            block = block.next()
        return found


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, clock: FixedClock) -> Page:
    page = Page(qtbot, theme, desk, clock)
    page.open(desk.begin(Role.MENTEE))
    return page


def reflection(value: Reflection) -> tuple[EntryKind, EntryId]:
    return EntryKind.REFLECTION, value.id


def test_the_versions_stand_by_their_moments_with_the_newest_open(page: Page) -> None:
    value = page.reflect("One two", "One two three", "One two three four")
    page.clock.now = at(2026, 2, 22, 20)
    page.show(reflection(value))
    assert page.moments() == ["yesterday 18:05, 5 words", "20 Feb, 18:05, 4 words"]
    assert page.look() == {"struck": "", "underlined": " four"}
    assert QApplication.focusWidget() is page.view.list


def test_walking_the_list_shows_each_version_against_now_or_the_one_before(page: Page) -> None:
    value = page.reflect("I asked her", "I asked him", "I asked them")
    page.show(reflection(value))
    assert page.look() == {"struck": "him", "underlined": "them"}
    page.press(Qt.Key.Key_Down)
    assert page.look() == {"struck": "her", "underlined": "them"}
    page.press(Qt.Key.Key_Up)
    page.presenter.compare_with(Against.BEFORE)
    page.desk.settle()
    assert page.look() == {"struck": "her", "underlined": "him"}


def test_what_changed_is_told_in_words_too(page: Page) -> None:
    value = page.reflect("I asked her", "I asked him")
    page.show(reflection(value))
    assert page.view.text.accessibleDescription() == "removed: her; added: him"


def test_changes_are_walked_by_keys(page: Page) -> None:
    value = page.reflect("one two three four five", "one 2 three 4 five")
    page.show(reflection(value))
    page.tab_to(page.view.text)
    found = []
    for _ in range(4):
        page.press(Qt.Key.Key_N)
        found.append(page.view.text.textCursor().selectedText())
    page.press(Qt.Key.Key_P)
    found.append(page.view.text.textCursor().selectedText())
    assert found == ["two", "2", "four", "4", "four"]


def test_a_copy_is_restored_beside_the_entry_and_opened_and_undo_takes_it_away(page: Page) -> None:
    value = page.reflect("As it was", "As it is")
    page.show(reflection(value))
    page.tab_to(page.view.restore)
    page.press(Qt.Key.Key_Space)
    kept = page.desk.do(page.journal.reflections.all)
    copy = next(one for one in kept if one.id != value.id)
    assert (copy.title, to_plain(copy.text), copy.day) == (
        "The talk (version of 20 February)",
        "As it was",
        DAY,
    )
    assert to_plain(next(one for one in kept if one.id == value.id).text) == "As it is"
    assert page.outside.opened == [(EntryKind.REFLECTION, copy.id)]
    undo = page.outside.changes[-1].undo
    assert undo is not None
    page.desk.do(undo)
    assert len(page.desk.do(page.journal.reflections.all)) == 1


def test_of_a_goal_the_text_is_copied(page: Page) -> None:
    goal = Goal(id=new_entry_id(), day=DAY, title="Speak up", why=from_plain("To be heard."))
    page.desk.do(lambda: page.journal.goals.add(goal))
    page.clock.now += timedelta(hours=1)
    page.desk.do(lambda: page.journal.goals.write(replace(goal, title="Speak", why=())))
    page.show((EntryKind.GOAL, goal.id))
    assert not page.view.restore.isVisible()
    page.tab_to(page.view.copy_text)
    page.press(Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == "Title\nSpeak up\n\nWhy\nTo be heard."
    assert page.view.copy_text.text() == "Copied"
    assert clipboard.told() in [label.text() for label in page.view.findChildren(QLabel) if label.isVisible()]


def test_what_has_no_title_is_called_as_lists_call_it(page: Page) -> None:
    page.desk.do(page.journal.agreements.begin)
    page.desk.do(lambda: page.journal.topics.capture("Sleep"))
    (draft,) = page.desk.do(page.journal.agreements.all)
    (topic,) = page.desk.do(page.journal.topics.all)
    for entry, name in (
        ((EntryKind.AGREEMENT, draft.id), "Agreement, version 1"),
        ((EntryKind.TOPIC, topic.id), "Sleep"),
    ):
        page.show(entry)
        assert name in [label.text() for label in page.view.findChildren(QLabel) if label.isVisible()]


def test_an_entry_without_earlier_versions_says_so(page: Page) -> None:
    value = page.reflect("Only once")
    page.show(reflection(value))
    assert page.moments() == [] and not page.view.text.isVisible()
    page.show((EntryKind.REFLECTION, new_entry_id()))
    assert page.outside.problems == []
    page.show(None)
    assert page.outside.problems == []


def test_only_the_look_may_have_changed(page: Page) -> None:
    value = page.reflect("All the same")
    page.clock.now += timedelta(days=1)
    bold = replace(value, text=(Block(spans=(Span("All the same", bold=True),)),))
    page.desk.do(lambda: page.journal.reflections.write(bold))
    page.show(reflection(value))
    assert page.look() == {"struck": "", "underlined": ""}
    assert not page.view.after.isEnabled()


def test_it_follows_what_is_written_and_lets_go_of_what_is_deleted(page: Page) -> None:
    value = page.reflect("One", "Two")
    page.show(reflection(value))
    page.clock.now += timedelta(days=1)
    edit = page.desk.do(lambda: page.journal.reflections.write(replace(value, text=from_plain("Three"))))
    page.presenter.refresh(edit)
    page.desk.settle()
    assert len(page.moments()) == 2
    page.presenter.refresh(page.desk.do(lambda: page.journal.reflections.remove(value.id)))
    page.desk.settle()
    assert page.moments() == []


def test_nothing_of_a_closed_journal_stays_on_the_screen(page: Page, desk: Desk) -> None:
    value = page.reflect("Private to Heron", "More")
    page.show(reflection(value))
    page.presenter.show(reflection(value))
    page.open(desk.begin())
    desk.settle()
    assert page.moments() == []
    assert page.view.text.toPlainText() == ""
    assert page.view.text.accessibleDescription() == "The words are the same."


def test_a_hundred_thousand_characters_are_shown_whole(page: Page) -> None:
    long = "\n".join(" ".join(f"word{(line * 7 + n) % 900}" for n in range(80)) for line in range(180))
    value = page.reflect(long, long.replace("word77 ", "changed "), title="t" * 300)
    page.show(reflection(value))
    assert len(long) > 100_000
    assert page.look()["underlined"] == "changed" * long.count("word77 ")
    assert page.view.minimumSizeHint().width() <= 960


def test_markup_that_somebody_wrote_stays_what_it_is(page: Page) -> None:
    value = page.reflect("<b>one</b>", "<b>two</b>", title="<i>title</i>")
    page.show(reflection(value))
    assert "<b>" in page.view.text.toPlainText() and "<i>title</i>" in page.view.text.toPlainText()


def test_every_control_has_a_name(page: Page) -> None:
    value = page.reflect("One", "Two")
    page.show(reflection(value))
    assert unnamed(page.view) == []
