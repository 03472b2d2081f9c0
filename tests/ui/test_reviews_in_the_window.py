"""Reviews in the running program: led to from Today and the head, by key, by name and from the timeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.model.agreement import NO_TERMS
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import AfterNote, Session
from mentorjournal.model.words import (
    EntryKind,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
    SessionStatus,
)
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.pages.review.answers import Lines
from ui.pages.review.view import ReviewView
from ui.pages.today.view import TodayView
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

NOW = datetime.now().astimezone().replace(hour=12, minute=0)
TODAY = NOW.date()
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


def met(journal: Journal, *days: int) -> None:
    for count in days:
        id = new_entry_id()
        day = TODAY + timedelta(days=count)
        journal.sessions.add(Session(id=id, day=day, status=SessionStatus.HELD))
        journal.sessions.note_after(id, AfterNote(mattered="x"))


def agreed(journal: Journal, days: int) -> None:
    journal.agreements.begin()
    draft = journal.agreements.draft()
    assert draft is not None
    clause = replace(draft.clauses[0], agreed_text="An hour, every month", applies=True)
    journal.agreements.write(replace(draft, clauses=(clause,), terms=NO_TERMS))
    journal.agreements.agree(draft.id, TODAY + timedelta(days=days))


class Walk:
    """The window, driven by keys."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self.driver = driver
        self.sitting: Sitting = driver.unlock(driver.start(folder, partial(build_rooms, clock=lambda: NOW)))
        self.window.activateWindow()
        self.settle()

    @property
    def window(self) -> QWidget:
        return self.driver.running[-1].window

    @property
    def front(self) -> str:
        return self.sitting.view.page_in_front

    @property
    def view(self) -> ReviewView:
        view = self.sitting.view.pages.currentWidget()
        assert isinstance(view, ReviewView)
        return view

    def settle(self) -> None:
        for _ in range(2):
            self.driver.seated(self.driver.running[-1])
            QApplication.processEvents()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.driver.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        self.driver.qtbot.keyClicks(self.window.focusWidget(), words)
        self.settle()

    def said(self) -> list[str]:
        view = self.sitting.rooms.views["today"]
        assert isinstance(view, TodayView)
        return [row.accessibleName() for row in view.rows()]

    def do(self, work: Callable[[Journal], object]) -> object:
        journal = self.sitting.desk.journal
        assert journal is not None
        found: list[object] = []
        self.sitting.tasks.run(partial(work, journal.journal), done=found.append, failed=_raise)
        self.settle()
        return found[0]


def _raise(error: Exception) -> None:
    raise error


@pytest.fixture
def begin(driver: Driver, tmp_path: Path) -> Callable[..., Walk]:
    """The window over a formal journal that *prepare* has written in."""

    def begin(*prepare: Callable[[Journal], object], **about: object) -> Walk:
        folder = tmp_path / "vault"
        make_vault(folder)
        usual = {"codename": "Heron", "my_role": Role.MENTOR, "type": RelationshipType.LONG_TERM_FORMAL}
        with on_shelf(folder) as shelf:
            heron = shelf.add(Relationship(**{**usual, **about}))  # type: ignore[arg-type]
            for one in prepare:
                one(heron.journal)
        return Walk(driver, folder)

    return begin


Begin = Callable[..., Walk]


def checked(journal: Journal) -> None:
    met(journal, -50, -9)
    agreed(journal, -40)


def test_today_leads_to_the_review_that_is_due_and_knows_when_it_is_done(begin: Begin) -> None:
    walk = begin(checked)
    assert walk.front == "today"
    assert walk.said()[0].startswith("Heron: look at the agreement together?")
    walk.key(SPACE)
    assert walk.front == "review"
    assert walk.view.title.text() == "Agreement check"
    assert unnamed(walk.window) == []
    walk.type("It is")
    walk.key(ENTER, CONTROL | SHIFT)
    walk.key(Qt.Key.Key_Home, ALT)
    assert walk.front == "today" and walk.said() == []


def test_the_head_and_the_list_say_what_is_due_and_a_key_leads_there(begin: Begin) -> None:
    walk = begin(checked)
    walk.sitting.show_tab("journal")
    walk.settle()
    assert walk.sitting.view.header.moment.text() == "Check the agreement"
    model = walk.sitting.view.sidebar.journals.model_of_cards
    assert [model.next_of(card) for card in walk.sitting.desk.cards] == ["agreement"]
    walk.key(ENTER, ALT)
    assert walk.front == "review" and walk.view.title.text() == "Agreement check"
    walk.key(ESCAPE)
    assert walk.front == "journal"


@pytest.mark.parametrize(
    ("prepare", "about", "head", "word", "wish"),
    [
        (lambda j: met(j, -9), {}, "Set up the agreement", "agreement", "agreement"),
        (
            lambda j: (met(j, -20, -9), agreed(j, -5)),
            {"started_on": TODAY - timedelta(days=100), "planned_end_on": TODAY + timedelta(days=90)},
            "Review half-way",
            "review",
            "review mid_term",
        ),
        (
            lambda j: (met(j, -20, -9), agreed(j, -5), _ended(j)),
            {"planned_end_on": TODAY + timedelta(days=9)},
            "Close well",
            "review",
            "closing",
        ),
    ],
)
def test_the_head_asks_in_calm_words_and_leads_to_the_page(
    begin: Begin,
    prepare: Callable[[Journal], object],
    about: dict[str, object],
    head: str,
    word: str,
    wish: str,
) -> None:
    walk = begin(prepare, **about)
    wished: list[str] = []
    walk.sitting.desk.aside.grants[wish] = partial(wished.append, wish)
    walk.sitting.show_tab("journal")
    walk.settle()
    assert walk.sitting.view.header.moment.text() == head
    model = walk.sitting.view.sidebar.journals.model_of_cards
    assert [model.next_of(card) for card in walk.sitting.desk.cards] == [word]
    walk.key(ENTER, ALT)
    assert wished == [wish]


def _ended(journal: Journal) -> None:
    journal.begin_review(ReviewKind.ENDING, ())
    review = journal.reviews.open_one()
    assert review is not None
    journal.finish_review(review.id)


def test_each_kind_has_its_key_and_the_palette_finds_it(begin: Begin) -> None:
    walk = begin()
    walk.sitting.show_tab("journal")
    for key, title in (
        (Qt.Key.Key_G, "Agreement check"),
        (Qt.Key.Key_I, "Mid-term review"),
        (Qt.Key.Key_E, "Ending review"),
    ):
        walk.key(key, ALT | SHIFT)
        assert walk.view.title.text() == title
    palette = walk.sitting.keys.palette
    walk.sitting.keys.show_palette()
    walk.driver.qtbot.keyClicks(palette.field, "review: half")
    walk.driver.qtbot.keyClick(palette.field, ENTER)
    walk.settle()
    assert walk.view.title.text() == "Mid-term review"


def test_a_review_stands_in_the_timeline_and_opens_from_there(begin: Begin) -> None:
    walk = begin(lambda journal: journal.begin_review(ReviewKind.MID_TERM, ()))
    walk.sitting.show_tab("journal")
    walk.settle()
    rows = walk.do(lambda journal: journal.timeline())
    assert isinstance(rows, list)
    (row,) = rows
    assert (row.kind, row.title) == (EntryKind.REVIEW, "Mid-term review")
    walk.key(Qt.Key.Key_Down)
    walk.sitting.desk.show_entry(row.kind, row.id)
    walk.settle()
    assert walk.front == "review" and walk.view.title.text() == "Mid-term review"


def test_what_was_typed_is_there_again_after_locking(begin: Begin, driver: Driver, tmp_path: Path) -> None:
    walk = begin()
    walk.key(Qt.Key.Key_I, ALT | SHIFT)
    walk.key(Qt.Key.Key_Right, ALT)
    walk.type("Half a thought")
    walk.sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    again = Walk(driver, tmp_path / "vault")
    assert again.front == "review"
    field = again.window.focusWidget()
    assert isinstance(field, Lines) and field.text() == "Half a thought"


def test_another_rhythm_stands_in_the_head_at_once(begin: Begin) -> None:
    walk = begin(lambda journal: met(journal, -9))
    walk.key(Qt.Key.Key_I, ALT | SHIFT)
    rhythm = walk.view.decisions.rhythm
    rhythm.sessions.setValue(8)
    walk.driver.qtbot.mouseClick(rhythm.keep, Qt.MouseButton.LeftButton)
    walk.settle()
    assert "session 1 of 8" in walk.sitting.view.header.told.text()
    walk.key(Qt.Key.Key_Z, CONTROL)
    assert "of 8" not in walk.sitting.view.header.told.text()


def test_the_goals_are_a_wish_away(begin: Begin) -> None:
    walk = begin()
    walk.key(Qt.Key.Key_I, ALT | SHIFT)
    walk.driver.qtbot.mouseClick(walk.view.decisions.goals, Qt.MouseButton.LeftButton)
    walk.settle()
    assert walk.front == "goals"


def test_a_closed_journal_comes_back_to_today_for_its_follow_up(begin: Begin) -> None:
    def close(journal: Journal) -> None:
        rule = RetentionRule.KEEP_OWN
        journal.life.close(Closure(closed_on=TODAY - timedelta(days=190), rule=rule))

    walk = begin(close)
    assert walk.said()[0].startswith("Heron: look back once more?")
    walk.key(SPACE)
    assert walk.view.title.text() == "Follow-up"
