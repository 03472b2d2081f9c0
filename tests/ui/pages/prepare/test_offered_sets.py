"""The field of question sets names the set that is asked from, or none."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal.model.change import Change
from mentorjournal.model.words import Role
from mentorjournal.own_questions import OwnQuestions
from tests.ui.pages.prepare.conftest import Page


def test_a_usual_set_that_the_writer_hides_leaves_nothing_chosen(page: Page) -> None:
    page.begin(Role.MENTOR)
    field = page.view.intend.framework
    field.setFocus()

    def edit(own: OwnQuestions) -> OwnQuestions:
        return replace(own, hidden=frozenset({"grow"}))

    change: list[Change] = []
    page.questions.edit("Hide", edit, done=change.append, failed=page.outside.problem)
    page.desk.settle()
    assert field is page.view.intend.framework and field.hasFocus()
    assert (field.value(), field.currentText()) == (None, "")
    page.presenter.leave_entry()
    assert page.opened is not None and page.session is not None
    page.presenter.open_entry(page.opened, page.session)
    page.desk.settle()
    assert field.value() is None
    assert page.kept().framework_id == ""
    undo = change[0].undo
    assert undo is not None
    page.desk.do(undo)
    page.desk.settle()
    assert field.value() == "grow"


def test_a_set_that_was_chosen_and_is_hidden_stays_kept_and_names_no_other(qtbot: QtBot, page: Page) -> None:
    page.begin(Role.MENTOR)
    field = page.view.intend.framework
    field.setFocus()
    qtbot.keyClicks(field, "CLEAR")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.questions.edit(
        "Hide",
        lambda own: replace(own, hidden=frozenset({"clear"})),
        done=lambda change: None,
        failed=page.outside.problem,
    )
    page.desk.settle()
    assert field.value() is None
    assert page.kept().framework_id == "clear"
