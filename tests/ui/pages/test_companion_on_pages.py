"""How far what is written on each page may go, and so how much is pointed at there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.checks.finding import Known
from mentorjournal.checks.looking import Looking
from mentorjournal.model.ids import BlockId
from mentorjournal.model.session import NoteBlock
from mentorjournal.model.words import Role, Visibility
from tests.ui.pages.stage import Opened, Stage
from ui.pages.agreement.clause_field import ClauseField
from ui.pages.goals.draft import FormShown, GoalDraft
from ui.pages.goals.form import GoalForm
from ui.pages.ledger.editor import EntryEditor
from ui.pages.new_journal.needs import Needs
from ui.pages.prepare.written import Outcome, SheetFields
from ui.pages.questions.lines import WordingBox
from ui.pages.reflection.learning_box import LearningBox
from ui.pages.session.block import NoteWidget
from ui.theme.theme import Theme
from ui.widgets.companion.pointer import Reach, reach_of


@pytest.mark.parametrize("visibility", Visibility)
def test_a_note_of_a_session_is_looked_at_for_what_may_happen_to_it(
    qtbot: QtBot, theme: Theme, visibility: Visibility
) -> None:
    area, block = QScrollArea(), NoteBlock(id=BlockId("one"))
    note = NoteWidget(theme, block, Role.MENTEE, area)
    for widget in (area, note):
        qtbot.addWidget(widget)
    note.show_marks(replace(block, visibility=visibility))
    assert note.editor.pointer.reach is reach_of(visibility)


@pytest.mark.parametrize("visibility", Visibility)
def test_a_goal_is_looked_at_for_what_may_happen_to_it_where_a_summary_shows_it(
    qtbot: QtBot, theme: Theme, visibility: Visibility
) -> None:
    form = GoalForm(theme)
    qtbot.addWidget(form)
    form.show_form(FormShown(draft=GoalDraft(visibility=visibility)))
    found = {field.accessibleName(): field.pointer.reach for field in pointed(form)}
    assert found["Reached when"] is found["Support needed"] is reach_of(visibility)
    assert found["Why it matters"] is Reach.STAYS


def test_what_others_read_is_looked_at_for_judgements_too(qtbot: QtBot, theme: Theme) -> None:
    for page in (Outcome(theme), EntryEditor(theme), ClauseField(theme, "Clause")):
        qtbot.addWidget(page)
        assert {field.pointer.reach for field in pointed(page)} == {Reach.LEAVES}


def test_what_stays_is_looked_at_for_names(qtbot: QtBot, theme: Theme) -> None:
    page = SheetFields(theme)
    qtbot.addWidget(page)
    assert {field.pointer.reach for field in pointed(page)} == {Reach.STAYS}


def test_what_belongs_to_no_journal_is_not_looked_at(qtbot: QtBot, theme: Theme) -> None:
    for page in (Needs(theme), WordingBox(theme)):
        qtbot.addWidget(page)
        assert {field.pointer.reach for field in pointed(page)} == {Reach.NOWHERE}


@pytest.fixture
def known(theme: Theme):
    theme.companion.begin(Looking(Known(partner="Zanthe", partner_role="my mentor")).find, set())
    yield
    theme.companion.leave()


def test_a_learning_point_that_may_appear_in_a_summary_says_how_many_places(
    qtbot: QtBot, theme: Theme, known: None
) -> None:
    box = LearningBox(theme)
    qtbot.addWidget(box)
    box.show()
    box.begin("Zanthe asks first, and I obviously do not.")
    box.words.pointer.look_through()
    assert not box.places.isVisible()
    box.visibility.set_value(Visibility.SUMMARY_OK)
    box.visibility.chosen.emit(Visibility.SUMMARY_OK)
    assert box.places.isVisible()
    height = box.sizeHint().height()
    box.begin()
    assert box.sizeHint().height() == height
    assert not box.places.isVisible()


def test_the_card_of_a_learning_point_is_answered_and_kept(
    qtbot: QtBot, stage: Stage, opened: Opened, known: None
) -> None:
    from mentorjournal.checks.remedies import Remedy
    from mentorjournal.model.words import EntryKind

    stage.timeline.new_entry(EntryKind.LEARNING)
    view = stage.learning_view
    qtbot.keyClicks(view.words, "Then Zanthe asks first.")
    assert view.words.asking.ask_next()
    view.words.asking.sheet.choices()[Remedy.ROLE].click()
    stage.timeline.flush()
    stage.settle()
    points = stage.read(opened.journal.learning_points.all)
    assert [point.text for point in points] == ["Then my mentor asks first."]
    view.words.undo()
    assert view.words.text() == "Then Zanthe asks first."


def pointed(page: QWidget) -> list:
    return [field for field in page.findChildren(QWidget) if hasattr(field, "pointer")]
