"""The sheet for a new journal, driven by keys over a real vault: every kind and role, and nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipForm, RelationshipStatus, RelationshipType, Role
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.clock import FixedClock
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk, shown
from ui.pages.new_journal.codenames import NEUTRAL
from ui.pages.new_journal.presenter import NewJournalPresenter
from ui.pages.new_journal.view import NewJournalView
from ui.theme.theme import Theme

CONTROL, NO_KEY = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
FORMAL, ONE_STOP, INFORMAL = RelationshipType
MENTEE, MENTOR, PEER = Role
STEPS_RIGHT = {MENTOR: 0, MENTEE: 1, PEER: 2}
STEPS_DOWN = {FORMAL: 0, ONE_STOP: 1, INFORMAL: 2}


@dataclass
class Window:
    """Notes what was made."""

    made: list[OpenJournal] = field(default_factory=list)
    given_up: int = 0

    def journal_made(self, journal: OpenJournal) -> None:
        self.made.append(journal)

    def journal_not_wanted(self) -> None:
        self.given_up += 1


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, shelf: Shelf, clock: FixedClock) -> None:
        self.qtbot, self.desk, self.shelf = qtbot, desk, shelf
        self.window = Window()
        self.view = NewJournalView(theme)
        self.presenter = NewJournalPresenter(
            self.view, desk.tasks, self.window, random.Random(4), clock=clock
        )
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def begin(self, *taken: str) -> None:
        self.presenter.begin(self.shelf, taken)
        self.view.focus_first()
        self.desk.settle()

    def press(self, key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        for _ in range(times):
            focus = QApplication.focusWidget()
            assert focus is not None
            self.qtbot.keyClick(focus, key, modifier)
            self.desk.settle()

    def type(self, words: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClicks(focus, words)

    def tab_to(self, widget: QWidget) -> None:
        for _ in range(20):
            if QApplication.focusWidget() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {widget.accessibleName()}")

    def choose(self, kind: RelationshipType, role: Role) -> None:
        """From the first question, with the arrows."""
        self.press(Qt.Key.Key_Right, STEPS_RIGHT[role])
        self.press(Qt.Key.Key_Tab)
        self.press(Qt.Key.Key_Down, STEPS_DOWN[kind])

    def make(self) -> None:
        self.press(Qt.Key.Key_Return, modifier=CONTROL)

    def about(self) -> Relationship:
        (made,) = self.window.made
        return made.relationship


@pytest.fixture
def shelf(desk: Desk, tmp_path: Path, clock: FixedClock) -> Iterator[Shelf]:
    def make() -> Shelf:
        vault, _ = Vault.create(tmp_path / "vault", "three grey herons", cost=FLOOR)
        return Shelf(vault, clock=clock)

    shelf = desk.do(make)
    yield shelf
    desk.do(shelf.close)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, shelf: Shelf, clock: FixedClock) -> Page:
    page = Page(qtbot, theme, desk, shelf, clock)
    page.begin()
    return page


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("kind", list(RelationshipType))
def test_every_kind_is_begun_in_every_role_by_keys_alone(
    page: Page, kind: RelationshipType, role: Role
) -> None:
    page.choose(kind, role)
    if kind is ONE_STOP:
        page.tab_to(page.view.needs.topic)
        page.type("Saying no")
    page.make()
    about = page.about()
    assert (about.type, about.my_role, about.codename) == (kind, role, page.view.codename.text())
    assert about.codename in NEUTRAL
    assert about.form is (RelationshipForm.PEER if role is PEER else RelationshipForm.TRADITIONAL)
    informal = kind is INFORMAL
    assert about.status is (RelationshipStatus.ACTIVE if informal else RelationshipStatus.DRAFT)
    assert about.planned_end_on == (date(2027, 3, 1) if kind is FORMAL else None)


@pytest.mark.parametrize(
    ("role", "form", "said"),
    [
        (MENTOR, RelationshipForm.REVERSE, "You have less rank."),
        (MENTEE, RelationshipForm.REVERSE, "You are the senior one"),
        (MENTOR, RelationshipForm.RECIPROCAL, "mentor and mentee to each other"),
    ],
)
def test_another_form_is_chosen_by_arrow_and_said_in_the_words_of_the_role(
    page: Page, role: Role, form: RelationshipForm, said: str
) -> None:
    page.choose(INFORMAL, role)
    page.press(Qt.Key.Key_Tab)
    page.press(Qt.Key.Key_Right, 1 if form is RelationshipForm.REVERSE else 2)
    assert said in page.view.form.sentence.text()
    page.make()
    assert page.about().form is form


def test_a_peer_is_offered_no_other_form_and_a_form_that_does_not_go_gives_way(page: Page) -> None:
    page.view.form.choose(RelationshipForm.REVERSE)
    page.press(Qt.Key.Key_Right, 2)
    assert page.view.form.chosen() is RelationshipForm.PEER
    assert not page.view.form.forms.isVisible() and "in turn" in page.view.form.sentence.text()
    page.press(Qt.Key.Key_Left)
    assert page.view.form.chosen() is RelationshipForm.TRADITIONAL


def test_each_kind_asks_for_what_it_needs_and_no_more(page: Page) -> None:
    needs = page.view.needs
    asked = {
        kind: [one for one in (needs.topic, needs.question, needs.programme, needs.end) if one.isVisible()]
        for kind in (FORMAL, ONE_STOP, INFORMAL)
        if not page.view.kinds.choose(kind)
    }
    assert asked == {
        FORMAL: [needs.programme, needs.end],
        ONE_STOP: [needs.topic, needs.question],
        INFORMAL: [],
    }


def test_one_stop_keeps_topic_and_question(page: Page) -> None:
    page.choose(ONE_STOP, MENTEE)
    page.tab_to(page.view.needs.topic)
    page.type("Saying no")
    page.press(Qt.Key.Key_Tab)
    page.type("How do I say no to her?")
    page.make()
    assert (page.about().specialist_topic, page.about().question) == ("Saying no", "How do I say no to her?")


def test_one_stop_without_a_topic_says_so_and_keeps_the_sheet(page: Page) -> None:
    page.choose(ONE_STOP, MENTOR)
    page.tab_to(page.view.needs.question)
    page.type("How do I say no?")
    page.make()
    assert "needs a topic" in page.view.message.text() and page.window.made == []
    assert page.view.needs.question.text() == "How do I say no?"


def test_a_question_longer_than_can_be_kept_is_not_taken_and_said(page: Page) -> None:
    page.choose(ONE_STOP, MENTEE)
    page.view.needs.question.set_text("a" * 500)
    page.tab_to(page.view.needs.question)
    page.type("b")
    assert page.view.needs.question.text() == "a" * 500
    assert "at most 500" in page.view.message.text()


def test_formal_keeps_the_programme_and_an_end_in_words(page: Page) -> None:
    page.tab_to(page.view.needs.programme)
    page.type("Merrow Mentoring")
    page.tab_to(page.view.needs.end.line)
    page.view.needs.end.line.selectAll()
    page.type("in 6 months")
    page.make()
    assert page.about().programme.name == "Merrow Mentoring"
    assert page.about().planned_end_on == date(2026, 9, 1)


def test_the_end_may_be_left_open(page: Page) -> None:
    page.tab_to(page.view.needs.end.line)
    page.view.needs.end.line.clear()
    page.make()
    assert page.about().planned_end_on is None


@pytest.mark.parametrize(
    ("typed", "said"), [("1 Jan 2026", "The planned end is past"), ("some day", "not understood as a day")]
)
def test_an_end_that_cannot_be_is_said_in_a_sentence(page: Page, typed: str, said: str) -> None:
    page.tab_to(page.view.needs.end.line)
    page.view.needs.end.line.selectAll()
    page.type(typed)
    page.make()
    assert said in page.view.message.text() and page.window.made == []


def test_a_codename_like_initials_is_doubted_and_may_be_used_all_the_same(page: Page) -> None:
    page.tab_to(page.view.codename)
    page.view.codename.clear()
    page.type("AB")
    assert "initials" in page.view.doubt.text() and page.view.doubt.isVisible()
    page.press(Qt.Key.Key_Return)
    assert page.about().codename == "AB"


def test_a_codename_that_stands_in_the_question_is_doubted_until_another_is_taken(page: Page) -> None:
    page.choose(ONE_STOP, MENTEE)
    page.view.codename.setText("Marta")
    page.tab_to(page.view.needs.topic)
    page.type("Telling Marta no")
    assert "“Marta”" in page.view.doubt.text()
    page.tab_to(page.view.another)
    page.press(Qt.Key.Key_Space)
    assert page.view.codename.text() in NEUTRAL and not page.view.doubt.isVisible()


def test_a_codename_that_is_taken_is_said_and_nothing_else_is_lost(page: Page) -> None:
    page.make()
    taken = page.about().codename
    page.begin(taken)
    page.view.codename.setText(taken)
    page.tab_to(page.view.needs.programme)
    page.type("Merrow")
    page.make()
    assert "already called" in page.view.message.text() and len(page.window.made) == 1
    assert page.view.needs.programme.text() == "Merrow"


def test_the_first_primer_is_offered_for_the_role_that_is_chosen(page: Page) -> None:
    assert page.view.primer.text() == "Read first, if you like: What mentoring is, 3 minutes"
    wanted: list[object] = []
    page.view.primer_wanted.connect(wanted.append)
    page.press(Qt.Key.Key_Right)
    page.tab_to(page.view.primer)
    page.press(Qt.Key.Key_Space)
    assert wanted == [MENTEE]


def test_the_sheet_is_as_it_was_left_until_a_journal_was_made_of_it(page: Page) -> None:
    page.choose(ONE_STOP, MENTEE)
    page.tab_to(page.view.needs.topic)
    page.type("Saying no")
    codename = page.view.codename.text()
    page.presenter.give_up()
    page.begin()
    assert (page.view.needs.topic.text(), page.view.codename.text()) == ("Saying no", codename)
    page.make()
    page.begin(codename)
    assert page.view.needs.topic.text() == "" and page.view.codename.text() not in ("", codename)
    assert page.view.kinds.chosen() is FORMAL


def test_what_was_typed_comes_back_after_a_lock(
    page: Page, qtbot: QtBot, theme: Theme, desk: Desk, shelf: Shelf, clock: FixedClock
) -> None:
    page.choose(ONE_STOP, MENTEE)
    page.tab_to(page.view.needs.topic)
    page.type("Saying no")
    page.press(Qt.Key.Key_Tab)
    page.type("How?")
    again = Page(qtbot, theme, desk, shelf, clock)
    again.presenter.restore(page.presenter.place())
    again.begin()
    assert again.view.typed() == page.view.typed()


def test_what_was_made_since_does_not_come_back(
    page: Page, qtbot: QtBot, theme: Theme, desk: Desk, shelf: Shelf, clock: FixedClock
) -> None:
    place = page.presenter.place()
    again = Page(qtbot, theme, desk, shelf, clock)
    again.presenter.restore(place)
    again.begin(str(place["codename"]).upper())
    assert again.view.codename.text() != place["codename"]


def test_a_place_that_makes_no_sense_is_an_empty_sheet(
    qtbot: QtBot, theme: Theme, desk: Desk, shelf: Shelf, clock: FixedClock
) -> None:
    page = Page(qtbot, theme, desk, shelf, clock)
    page.presenter.restore({"role": 7, "kind": None, "form": "boss", "end": "never", "question": "q" * 900})
    page.begin()
    assert page.view.role.value() is MENTOR and page.view.kinds.chosen() is FORMAL
    assert page.view.needs.end.value() is None and len(page.view.needs.question.text()) == 500


@pytest.mark.parametrize("kind", list(RelationshipType))
def test_everything_has_a_name(page: Page, kind: RelationshipType) -> None:
    page.view.kinds.choose(kind)
    assert unnamed(page.view) == []


def test_from_nothing_to_a_one_stop_journal_takes_few_keys_besides_the_words(page: Page) -> None:
    keys = 0

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        nonlocal keys
        keys += 1
        page.press(key, modifier=modifier)

    press(Qt.Key.Key_Right)  # the mentee
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)  # one-stop advice
    while QApplication.focusWidget() is not page.view.needs.topic:
        press(Qt.Key.Key_Tab)
    page.type("Saying no")
    press(Qt.Key.Key_Tab)
    page.type("How do I say no and stay friends?")
    press(Qt.Key.Key_Return, CONTROL)
    assert page.about().question == "How do I say no and stay friends?"
    assert keys <= 9
