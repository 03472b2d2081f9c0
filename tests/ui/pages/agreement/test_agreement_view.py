"""The Agreement page as it is seen and typed into, over a real journal on the vault's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.agreement import LONGEST_CLAUSE, Agreement, ClauseKey
from mentorjournal.model.words import Role
from tests.clock import FixedClock
from tests.ui.names import unnamed
from tests.ui.pages import acting
from tests.ui.pages.acting import Desk, desk, shown
from ui.pages.agreement.contract import Incoming, Side
from ui.pages.agreement.presenter import AgreementPresenter
from ui.pages.agreement.view import AgreementView
from ui.theme.theme import Theme
from ui.widgets.label import Label

__all__ = ["desk"]
K = ClauseKey
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@dataclass
class Outside(acting.Outside):
    def show_versions(self) -> None:
        raise AssertionError

    def choose_file(self, title: str, kinds: str) -> None:
        return None


class Seen:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, clock: FixedClock) -> None:
        self.qtbot, self.desk, self.outside = qtbot, desk, Outside()
        self.view = AgreementView(theme)
        self.presenter = AgreementPresenter(self.view, desk.tasks, self.outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def open(self, role: Role = Role.MENTOR) -> None:
        self.opened = self.desk.begin(role)
        self.presenter.open(self.opened)
        self.desk.settle()

    def begin(self, role: Role = Role.MENTOR, **texts: tuple[str, str, str]) -> None:
        """A draft with these texts: mine, theirs, agreed."""
        self.open(role)

        def write() -> None:
            agreements = self.opened.journal.agreements
            agreements.begin()
            draft = agreements.draft()
            assert draft is not None
            clauses = tuple(
                replace(
                    one,
                    **dict(
                        zip(
                            ("my_draft", "partner_draft", "agreed_text"),
                            texts.get(one.key.value, ("", "", "")),
                            strict=True,
                        )
                    ),
                )
                for one in draft.clauses
            )
            agreements.write(replace(draft, clauses=clauses))

        self.desk.do(write)
        self.presenter.open(self.opened)
        self.desk.settle()

    def agree(self) -> None:
        def agree() -> None:
            agreements = self.opened.journal.agreements
            draft = agreements.draft()
            assert draft is not None
            agreements.agree(draft.id, date(2026, 3, 1), date(2026, 4, 1))

        self.desk.do(agree)
        self.presenter.open(self.opened)
        self.desk.settle()

    def begin_second(self, scope: str) -> None:
        """A second version that holds, with this scope."""

        def write() -> None:
            agreements = self.opened.journal.agreements
            agreements.begin()
            draft = agreements.draft()
            assert draft is not None
            clauses = tuple(
                replace(one, agreed_text=scope) if one.key is K.SCOPE else one for one in draft.clauses
            )
            agreements.write(replace(draft, clauses=clauses))

        self.desk.do(write)
        self.agree()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.view, key, modifier)
        self.desk.settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def draft(self) -> Agreement:
        draft = self.desk.do(self.opened.journal.agreements.draft)
        assert draft is not None
        return draft

    def field(self, side: Side) -> str:
        return self.view.draft.panel.fields[side].text.text()


@pytest.fixture
def seen(qtbot: QtBot, theme: Theme, desk: Desk, clock: FixedClock) -> Seen:
    return Seen(qtbot, theme, desk, clock)


def in_view(seen: Seen) -> dict[str, Callable[[], None]]:
    return {
        "empty": seen.open,
        "draft": lambda: seen.begin(scope=("a", "b", "")),
        "agreed": lambda: (seen.begin(scope=("", "", "c")), seen.agree())[1],
    }


@pytest.mark.parametrize("front", ["empty", "draft", "agreed"])
def test_everything_has_a_name(seen: Seen, front: str) -> None:
    in_view(seen)[front]()
    if front == "draft":
        for key in ClauseKey:
            seen.presenter.choose(key)
            seen.desk.settle()
            assert unnamed(seen.view) == [], key
        seen.presenter.ask()
    seen.presenter.ask_paper()
    seen.desk.settle()
    assert unnamed(seen.view) == []


def test_the_list_says_how_each_clause_stands(seen: Seen) -> None:
    seen.begin(scope=("Six", "Eight", ""), ending=("", "A walk", ""))
    model = seen.view.draft.list.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert "In scope, out of scope, the two drafts differ" in said
    assert "Ending well, only your mentee has written something" in said
    assert "More clauses (1), folded" in said


def test_arrows_walk_the_clauses_and_enter_goes_to_the_words(seen: Seen) -> None:
    seen.begin(scope=("Six", "", ""))
    seen.view.draft.list.setFocus()
    seen.press(Qt.Key.Key_Down)
    assert seen.view.draft.panel.heading.text() == "In scope, out of scope"
    seen.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is seen.view.draft.panel.fields[Side.MINE].text


def test_enter_on_the_fold_opens_it_and_the_focus_stays(seen: Seen) -> None:
    seen.begin()
    rows = seen.view.draft.list.model()
    seen.view.draft.list.setFocus()
    seen.press(Qt.Key.Key_End)
    assert rows.rowCount() == 19
    seen.press(Qt.Key.Key_Return)
    assert rows.rowCount() == 20
    seen.press(Qt.Key.Key_Down)
    assert seen.view.draft.panel.heading.text() == "Difference in power"


def test_words_that_differ_are_underlined_and_said(seen: Seen) -> None:
    seen.begin(scope=("Blunt, in private", "Blunt 🪑, by mail", ""))
    seen.presenter.choose(K.SCOPE)
    mine, theirs = (seen.view.draft.panel.fields[side].text for side in (Side.MINE, Side.THEIRS))
    marked = [selection.cursor.selectedText() for selection in theirs.extraSelections()]
    assert "by mail" in marked
    assert all(one.format.fontUnderline() for one in mine.extraSelections())
    assert mine.accessibleDescription() == "only in this draft: in private"


def test_typing_saves_itself_and_says_so(seen: Seen) -> None:
    seen.begin()
    seen.view.draft.panel.focus_side(Side.MINE)
    seen.type("Courage")
    assert seen.view.saved.text() == "Saving…"
    seen.qtbot.waitUntil(lambda: seen.view.saved.text().startswith("Saved"), timeout=10_000)
    assert seen.draft().clause(K.PURPOSE).my_draft == "Courage"


def test_use_theirs_fills_what_is_agreed_and_undo_brings_back_what_was_there(seen: Seen) -> None:
    seen.begin(purpose=("Six", "Eight", "Seven"))
    seen.view.draft.panel.focus_side(Side.MINE)
    seen.press(Qt.Key.Key_T, ALT)
    assert seen.field(Side.AGREED) == "Eight"
    assert QApplication.focusWidget() is seen.view.draft.panel.fields[Side.AGREED].text
    seen.press(Qt.Key.Key_Z, CONTROL)
    assert seen.field(Side.AGREED) == "Seven"


def test_undo_in_one_clause_never_brings_the_words_of_another(seen: Seen) -> None:
    seen.begin()
    seen.view.draft.panel.focus_side(Side.MINE)
    seen.type("Courage")
    seen.presenter.choose(K.SCOPE)
    seen.desk.settle()
    seen.view.draft.panel.focus_side(Side.MINE)
    seen.press(Qt.Key.Key_Z, CONTROL)
    assert seen.field(Side.MINE) == ""


def test_the_walk_has_keys(seen: Seen) -> None:
    seen.begin(scope=("a", "b", ""), ending=("a", "b", ""))
    seen.view.draft.list.setFocus()
    seen.press(Qt.Key.Key_F8)
    assert seen.view.draft.panel.heading.text() == "In scope, out of scope"
    seen.press(Qt.Key.Key_F8, SHIFT)
    assert seen.view.draft.panel.heading.text() == "Ending well"


def test_a_clause_is_left_out_by_its_key_and_comes_back_with_its_words(seen: Seen) -> None:
    seen.begin(purpose=("Courage", "", ""))
    panel = seen.view.draft.panel
    panel.focus_side(Side.MINE)
    seen.press(Qt.Key.Key_O, ALT)
    assert panel.take_in.isVisible() and not panel.fields[Side.MINE].isVisible()
    seen.press(Qt.Key.Key_O, ALT)
    assert seen.field(Side.MINE) == "Courage"


def test_terms_are_typed_and_say_that_they_set_the_rhythm(seen: Seen) -> None:
    seen.begin()
    seen.presenter.choose(K.COMMITMENT)
    seen.desk.settle()
    terms = seen.view.draft.panel.terms
    terms.sessions.setFocus()
    seen.type("8")
    terms.interval.setFocus()
    seen.type("3")
    seen.presenter.save()
    seen.desk.settle()
    assert (seen.draft().terms.sessions_planned, seen.draft().terms.interval_days) == (8, 21)
    words = [label.text() for label in seen.view.findChildren(Label)]
    assert "Sets the rhythm: 8 sessions, every 3 weeks, 60 minutes each, in person" in words


def test_a_text_that_is_too_long_is_said_below_it_and_stays(seen: Seen) -> None:
    seen.begin()
    field = seen.view.draft.panel.fields[Side.MINE]
    field.text.setFocus()
    field.text.insertPlainText("word " * 900)
    seen.presenter.save()
    seen.desk.settle()
    assert len(seen.field(Side.MINE)) == 4500
    assert seen.view.saved.text() == "Not saved"
    assert f"{4499 - LONGEST_CLAUSE} characters too long" in seen.view.saved.toolTip()


@pytest.mark.parametrize(
    ("role", "name"),
    [
        (Role.MENTEE, "Your mentor’s draft"),
        (Role.MENTOR, "Your mentee’s draft"),
        (Role.PEER, "Your peer’s draft"),
    ],
)
def test_the_other_draft_is_called_by_ones_own_side(seen: Seen, role: Role, name: str) -> None:
    seen.begin(role)
    text = seen.view.draft.panel.fields[Side.THEIRS].text
    interface = QAccessible.queryAccessibleInterface(text)
    assert interface.text(QAccessible.Text.Name) == name
    assert name.removesuffix("’s draft") in seen.view.save_form.text().replace("your", "Your")


def test_a_day_that_is_none_is_said_where_it_was_typed(seen: Seen) -> None:
    seen.begin(scope=("", "", "Work"))
    seen.press(Qt.Key.Key_G, ALT)
    asking = seen.view.draft.asking
    asking.on.line.setText("some day")
    seen.press(Qt.Key.Key_Return)
    assert any("not understood as a day" in label.text() for label in asking.findChildren(Label))
    asking.on.line.setText("yesterday")
    seen.press(Qt.Key.Key_Return)
    assert seen.view.currentWidget() is seen.view.reading


def test_escape_puts_a_question_away_and_leads_back_from_the_versions(seen: Seen) -> None:
    seen.begin(scope=("", "", "Work"))
    seen.press(Qt.Key.Key_G, ALT)
    seen.press(Qt.Key.Key_Escape)
    assert seen.view.asked() is None
    assert QApplication.focusWidget() is seen.view.draft.agree
    seen.agree()
    seen.view.reading.text.setFocus()
    seen.press(Qt.Key.Key_V, ALT)
    assert seen.view.reading.list.isVisible()
    seen.press(Qt.Key.Key_Escape)
    assert not seen.view.reading.list.isVisible()


def test_signatures_are_ticked_by_key(seen: Seen) -> None:
    seen.begin(scope=("", "", "Work"))
    seen.agree()
    seen.view.reading.by_partner.setFocus()
    seen.press(Qt.Key.Key_Space)
    agreed = seen.desk.do(seen.opened.journal.agreements.agreed)
    assert agreed is not None and (agreed.signed_by_me, agreed.signed_by_partner) == (False, True)


def test_what_changed_between_versions_is_struck_and_underlined(seen: Seen) -> None:
    seen.begin(scope=("", "", "Work only"))
    seen.agree()
    seen.begin_second("Work and study")
    reading = seen.view.reading
    reading.against.setFocus()
    seen.press(Qt.Key.Key_Right)
    reading.against.focus_chosen()
    seen.press(Qt.Key.Key_Right)
    assert reading.text.accessibleDescription() == "removed: only; added: and study"


def test_the_print_key_asks_before_anything_is_printed(seen: Seen) -> None:
    seen.begin(scope=("", "", "Work"))
    seen.view.draft.list.setFocus()
    seen.press(Qt.Key.Key_P, CONTROL)
    assert seen.view.draft.paper.isVisible()
    assert not seen.view.draft.paper.names.isVisible()
    seen.press(Qt.Key.Key_Escape)
    assert not seen.view.draft.paper.isVisible()
    assert QApplication.focusWidget() is seen.view.draft.more


def test_what_came_in_is_told_in_sentences(seen: Seen) -> None:
    seen.begin()
    seen.view.show_incoming(Incoming(clauses=(K.SCOPE,), missing=(K.ENDING,), foreign=("note",)))
    panel = seen.view.draft.incoming
    said = " ".join(label.text() for label in panel.findChildren(Label) if label.isVisible())
    assert said == (
        "Came in from the form: “In scope, out of scope”. Not in the file any more: “Ending well”."
        " Not of this form, and left alone: note."
    )
    assert not panel.take.isVisible()


def test_nothing_of_an_agreement_stays_on_the_page_once_it_is_closed(seen: Seen) -> None:
    seen.begin(purpose=("Courage", "Time", "Both"))
    seen.presenter.close()
    assert [seen.field(side) for side in Side] == ["", "", ""]
    seen.begin(scope=("", "", "Work"))
    seen.agree()
    seen.presenter.close()
    assert seen.view.reading.text.toPlainText() == ""


@pytest.mark.parametrize("width", [520, 640, 960])
def test_it_fits_where_there_is_little_room(seen: Seen, width: int) -> None:
    seen.begin(purpose=("Courage", "Time", ""))
    seen.view.resize(width, 600)
    seen.presenter.choose(K.SHARING)
    seen.desk.settle()
    panel = seen.view.draft.panel
    parent = panel.parentWidget()
    assert parent is not None
    assert parent.width() <= seen.view.width()
    assert panel.terms.reporting.mapTo(seen.view, panel.terms.reporting.rect().topRight()).x() < width
