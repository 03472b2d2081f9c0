from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.journal.shelf import Found, OpenJournal, Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.query import Query, parse
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import EntryKind, RelationshipType, Role
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.clock import FixedClock
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk, Outside, shown
from ui.pages.search.delegate import marked
from ui.pages.search.model import ROW, Row
from ui.pages.search.presenter import (
    SearchPresenter,
    with_filter,
    with_kind,
    without_filters,
)
from ui.pages.search.view import SearchView
from ui.theme.theme import Theme
from ui.widgets.label import Label


class CountedShelf:
    """The real shelf; counts on the vault's thread how many searches began."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.asked: list[Query] = []

    def find(self, query: Query, *, limit: int = 50) -> Iterator[list[Found]]:
        self.asked.append(query)
        return self._shelf.find(query, limit=limit)


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> None:
        self.qtbot, self.desk, self.outside = qtbot, desk, outside
        self.view = SearchView(theme)
        self.presenter = SearchPresenter(self.view, desk.tasks, outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def fill(self, shelf: Shelf) -> None:
        self.heron = self._begin(shelf, "Heron")
        self.lark = self._begin(shelf, "Lark")
        self._reflect(self.heron, date(2026, 1, 10), "On listening", "The heron waits and listens.")
        self._reflect(self.lark, date(2026, 2, 20), "Listening again", "I listened before I spoke.")
        self._reflect(self.heron, date(2025, 6, 1), "Older", "Listen to the silence in the room.")
        goal = Goal(id=new_entry_id(), day=date(2026, 2, 1), title="Listen more than I speak")
        self.heron.journal.goals.add(goal)
        self.finder = CountedShelf(shelf)

    def search(self, text: str) -> None:
        self.view.focus_words()
        self.qtbot.keyClicks(QApplication.focusWidget(), text)
        self.desk.settle()

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key)
        self.desk.settle()

    def rows(self) -> list[Row]:
        model = self.view.list.model()
        if not self.view.list.isVisible():
            return []
        return [model.index(place, 0).data(ROW) for place in range(model.rowCount())]

    def texts(self) -> list[str]:
        return [row.text for row in self.rows()]

    def _begin(self, shelf: Shelf, codename: str) -> OpenJournal:
        kind = RelationshipType.INFORMAL
        return shelf.add(Relationship(codename=codename, my_role=Role.MENTEE, type=kind))

    def _reflect(self, opened: OpenJournal, day: date, title: str, text: str) -> None:
        entry = Reflection(id=new_entry_id(), day=day, title=title, text=from_plain(text))
        opened.journal.reflections.add(entry)


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock, tmp_path: Path
) -> Iterator[Page]:
    page = Page(qtbot, theme, desk, outside, clock)
    vault, _code = desk.do(lambda: Vault.create(tmp_path / "vault", "four plain words here", cost=FLOOR))
    shelf = Shelf(vault, clock=clock)
    desk.do(lambda: page.fill(shelf))
    page.presenter.open(page.finder, ["Heron", "Lark"])
    desk.settle()
    yield page
    page.presenter.close()
    desk.do(shelf.close)


def test_hits_come_as_one_types_by_journal_and_newest_first(page: Page) -> None:
    page.search("listen")

    assert page.texts() == [
        "Lark",
        "Listening again",
        "Heron",
        "Listen more than I speak",
        "On listening",
        "Older",
    ]


def test_the_found_words_are_marked_in_their_sentence(page: Page) -> None:
    page.search("silence")

    (row,) = [row for row in page.rows() if row.hit]
    assert row.hit is not None
    plain, spans = marked(row.hit.snippet)
    assert [plain[start : start + length] for start, length in spans] == ["silence"]


def test_enter_opens_the_newest_and_down_the_next_journal_s(page: Page) -> None:
    page.search("listen")
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)

    first, second = page.outside.found
    assert first[:2] == (page.lark.id, EntryKind.REFLECTION)
    assert second[:2] == (page.heron.id, EntryKind.GOAL)


def test_escape_gives_the_old_page_back(page: Page) -> None:
    page.search("listen")
    page.press(Qt.Key.Key_Escape)

    assert page.outside.left == 1


def test_filters_can_be_typed(page: Page) -> None:
    page.search("kind:reflection in:Heron after:2026 listen")

    assert page.texts() == ["Heron", "On listening"]
    assert page.view.chips[EntryKind.REFLECTION].isChecked()
    assert page.view.journal.text() == "Heron"


def test_filters_can_be_clicked_and_stand_in_the_field(page: Page) -> None:
    page.search("listen")
    page.view.chips[EntryKind.GOAL].click()
    page.desk.settle()
    assert page.texts() == ["Heron", "Listen more than I speak"]
    assert page.view.words() == "kind:goal listen"

    page.view.chips[EntryKind.GOAL].click()
    page.presenter.choose_journal("Lark")
    page.presenter.choose_after(3)
    page.desk.settle()
    assert page.texts() == ["Lark", "Listening again"]
    assert page.view.words() == "after:2025-12 in:Lark listen"

    page.presenter.drop_filters()
    page.desk.settle()
    assert page.view.words() == "listen"


def test_phrases_and_words_left_out(page: Page) -> None:
    page.search('"listens" -silence')
    assert page.texts() == ["Heron", "On listening"]


def test_nothing_found_says_so_and_names_the_filters(page: Page) -> None:
    page.search("zebra")
    assert page.texts() == []
    labels = page.view.findChildren(Label)
    assert any("Nothing found" in label.text() for label in labels if label.isVisible())


def test_words_typed_meanwhile_take_the_place_of_the_search_under_way(page: Page) -> None:
    for text in ("l", "li", "lis", "list", "liste"):
        page.view.set_words(text)
    page.desk.settle()

    assert [query.terms for query in page.finder.asked] == [("l",), ("liste",)]
    assert page.texts()[0] == "Lark"


def test_typing_goes_on_behind_the_words_it_began_with(page: Page) -> None:
    page.view.set_words("lis")
    page.search("tens")

    assert page.view.words() == "listens"
    assert page.texts() == ["Heron", "On listening"]


def test_an_emptied_field_stops_the_search_and_shows_the_hints(page: Page) -> None:
    page.view.set_words("listen")
    page.view.set_words("")
    page.desk.settle()

    assert page.texts() == []


def test_what_is_searched_for_is_kept_nowhere(page: Page) -> None:
    page.search("listen")
    assert page.presenter.place() == {}
    page.presenter.close()
    assert page.view.words() == ""
    assert page.texts() == []


def test_late_answers_after_closing_are_dropped(page: Page) -> None:
    page.view.set_words("listen")
    page.presenter.close()
    page.desk.settle()

    assert page.texts() == []
    assert page.outside.problems == []


def test_every_control_has_a_name(page: Page) -> None:
    assert unnamed(page.view) == []
    page.search("kind:goal listen")
    assert unnamed(page.view) == []


@pytest.mark.parametrize("kind", [EntryKind.GOAL, EntryKind.LEARNING])
@pytest.mark.parametrize("words", ["", "two words", '"a phrase" -not', "kind:session in:Heron trailing "])
def test_a_kind_switched_on_and_off_leaves_the_words_as_they_were(kind: EntryKind, words: str) -> None:
    on = with_kind(words, kind, True)
    assert kind in parse(on).kinds
    assert parse(on).last_is_prefix == parse(words).last_is_prefix
    assert with_kind(on, kind, False) == words.strip() + (" " if words.endswith(" ") and words else "")


@given(st.text(max_size=40), st.sampled_from(["Heron", "Two words"]))
def test_a_journal_chosen_is_the_journal_asked(words: str, codename: str) -> None:
    assert parse(with_filter(words, "in", codename)).codename != ""
    assert not parse(without_filters(words)).kinds


def test_marks_that_do_not_pair_mark_nothing() -> None:
    assert marked("a \x03b\x02 c") == ("a b c", [])
    assert marked("\x02é\x03 and \x02日本\x03") == ("é and 日本", [(0, 1), (6, 2)])
