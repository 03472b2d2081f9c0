"""The beginning of a journal in the running program: read first, begin by kind, and the first days."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mentorjournal.guidance.first_days import FirstStep
from mentorjournal.model.words import EntryKind, RelationshipType, Role, SessionKind
from mentorjournal.primers import READ
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.first_days_rooms import FirstDays
from ui.pages.primers.view import PrimersView
from ui.pages.timeline.first_days_card import FirstDaysCard
from ui.pages_of_journal import build_rooms
from ui.primer_rooms import PrimerRooms
from ui.sitting import Sitting

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
FORMAL, ONE_STOP, INFORMAL = RelationshipType
MENTEE, MENTOR, PEER = Role


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault", "Heron")
    return tmp_path / "vault"


@pytest.fixture
def sitting(driver: Driver, vault: Path) -> Sitting:
    sitting = driver.unlock(driver.start(vault, build_rooms))
    driver.running[0].window.activateWindow()
    settle(driver)
    return sitting


def settle(driver: Driver) -> None:
    for _ in range(2):
        driver.seated(driver.running[-1])
        QApplication.processEvents()
    driver.seated(driver.running[-1])


def press(driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
    window = driver.running[-1].window
    for _ in range(times):
        driver.qtbot.keyClick(window.focusWidget() or window, key, modifier)
        settle(driver)


def typed(driver: Driver, words: str) -> None:
    driver.qtbot.keyClicks(driver.running[-1].window.focusWidget(), words)
    settle(driver)


def tab_to(driver: Driver, widget: QWidget) -> None:
    for _ in range(60):
        if driver.running[-1].window.focusWidget() is widget:
            return
        press(driver, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget.accessibleName()}")


def primers_of(sitting: Sitting) -> PrimersView:
    rooms = next(group for group in sitting.beside if isinstance(group, PrimerRooms))
    assert rooms.presenter is not None
    return rooms.view


def card(sitting: Sitting) -> FirstDaysCard:
    """The card that is on the screen, or the one above the list."""
    rooms = next(group for group in sitting.beside if isinstance(group, FirstDays))
    cards = rooms.cards
    return cards.when_empty if cards.when_empty.isVisible() else cards.above_list


def steps(sitting: Sitting) -> list[str]:
    shown = card(sitting)
    return [
        button.button.accessibleName()
        for button in sorted(shown.steps.values(), key=lambda one: one.y())
        if button.isVisible()
    ]


def begin(
    driver: Driver, sitting: Sitting, kind: RelationshipType, role: Role = MENTOR, codename: str = "Curlew"
) -> None:
    """A new journal, by keys alone."""
    press(driver, Qt.Key.Key_N, CONTROL | SHIFT)
    press(driver, Qt.Key.Key_Right, times=[MENTOR, MENTEE, PEER].index(role))
    press(driver, Qt.Key.Key_Tab)
    press(driver, Qt.Key.Key_Down, times=[FORMAL, ONE_STOP, INFORMAL].index(kind))
    sheet = sitting.side.new_view
    tab_to(driver, sheet.codename)
    sheet.codename.selectAll()
    typed(driver, codename)
    if kind is ONE_STOP:
        tab_to(driver, sheet.needs.topic)
        typed(driver, "Saying no")
    press(driver, Qt.Key.Key_Return, CONTROL)
    driver.qtbot.waitUntil(lambda: codename in sitting.desk.codenames, timeout=LIMIT)
    settle(driver)


def write_nothing(driver: Driver, sitting: Sitting) -> None:
    """From the empty page that a new journal opens with to its list."""
    press(driver, Qt.Key.Key_Escape, times=2)
    assert sitting.view.page_in_front == "journal"


# The primers


def test_a_key_opens_the_primers_and_escape_goes_back_to_the_journal(
    driver: Driver, sitting: Sitting
) -> None:
    sitting.show_tab("goals")
    press(driver, Qt.Key.Key_F1, SHIFT)
    assert sitting.view.page_in_front == "primers"
    assert "For you as mentor" in primers_of(sitting).text.toPlainText()
    assert unnamed(driver.running[0].window) == []
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "goals"


def test_from_today_escape_goes_back_to_today(driver: Driver, sitting: Sitting) -> None:
    sitting.show_today()
    press(driver, Qt.Key.Key_F1, SHIFT)
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "today"


def test_the_palette_finds_them_by_what_they_are_about(driver: Driver, sitting: Sitting) -> None:
    sitting.keys.show_palette()
    typed_into = sitting.keys.palette
    driver.qtbot.keyClicks(typed_into.field, "confidentiality")
    assert typed_into.names()[0] == "Primers"
    driver.qtbot.keyClick(typed_into.field, Qt.Key.Key_Return)
    settle(driver)
    assert sitting.view.page_in_front == "primers"


def test_they_are_there_before_any_journal_is(driver: Driver, tmp_path: Path) -> None:
    make_vault(tmp_path / "empty")
    sitting = driver.unlock(driver.start(tmp_path / "empty", build_rooms))
    press(driver, Qt.Key.Key_F1, SHIFT)
    assert "For you as mentee" in primers_of(sitting).text.toPlainText()
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == ""  # the page that says there is no journal


def test_the_sheet_for_a_new_journal_waits_while_its_primer_is_read(driver: Driver, sitting: Sitting) -> None:
    press(driver, Qt.Key.Key_N, CONTROL | SHIFT)
    press(driver, Qt.Key.Key_Right, times=2)
    sheet = sitting.side.new_view
    sheet.codename.setText("Curlew")
    tab_to(driver, sheet.primer)
    press(driver, Qt.Key.Key_Space)
    assert sitting.view.page_in_front == "primers"
    assert "For you as peers" in primers_of(sitting).text.toPlainText()
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "new journal"
    assert (sheet.role.value(), sheet.codename.text()) == (PEER, "Curlew")


def test_what_was_typed_about_the_relationship_waits_too(driver: Driver, sitting: Sitting) -> None:
    sitting.show_about()
    settle(driver)
    about = sitting.side.about_view
    about.details.partner_name.setText("Ana")
    for fold in about.details.folds:
        fold.set_open(True)
    tab_to(driver, about.details.primers)
    press(driver, Qt.Key.Key_Space)
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "about"
    assert about.details.partner_name.text() == "Ana"
    about.save.click()
    settle(driver)
    assert sitting.desk.journal is not None
    assert sitting.desk.journal.relationship.partner_display_name == "Ana"


def test_a_codename_that_is_part_of_a_name_is_doubted_about_the_relationship(
    driver: Driver, sitting: Sitting
) -> None:
    sitting.show_about()
    settle(driver)
    about = sitting.side.about_view
    assert not about.doubt.isVisible()
    about.details.partner_name.setText("Ana Heron")
    assert about.doubt.isVisible() and "stands in a name" in about.doubt.text()
    about.codename.setText("Rowan")
    assert not about.doubt.isVisible()


def test_which_were_read_is_kept_in_the_vault(driver: Driver, sitting: Sitting, vault: Path) -> None:
    press(driver, Qt.Key.Key_F1, SHIFT)
    press(driver, Qt.Key.Key_N)
    driver.close()
    with on_shelf(vault) as shelf:
        assert shelf.setting(READ) == ["what"]


def test_the_help_says_how_to_reach_them(driver: Driver, sitting: Sitting) -> None:
    press(driver, Qt.Key.Key_F1)
    said = " ".join(
        label.text() for label in sitting.keys.help.findChildren(QWidget) if hasattr(label, "text")
    )
    assert "Five primers" in said and "Shift+F1" in said


# What opens


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("kind", list(RelationshipType))
def test_each_kind_begins_with_its_steps_and_a_page_to_write_on(
    driver: Driver, sitting: Sitting, kind: RelationshipType, role: Role
) -> None:
    for wish in ("agreement", "one stop"):
        sitting.desk.aside.grants.pop(wish, None)  # whoever grants it has a test of their own
    begin(driver, sitting, kind, role)
    assert sitting.view.page_in_front == "journal"
    assert sitting.rooms.opened("journal") is not None
    titles = {
        (FORMAL, MENTEE): "What mentoring is",
        (FORMAL, MENTOR): "Confidentiality",
        (INFORMAL, MENTEE): "What mentoring is",
        (INFORMAL, PEER): "The three kinds",
    }
    read = f"Read “{titles.get((kind, role), 'Listening and questions')}”, 3 minutes"
    plan = "Plan the first session"
    assert steps(sitting) == ([plan, read] if kind is ONE_STOP and role is not MENTOR else [read, plan])
    assert unnamed(driver.running[0].window) == []


def test_one_stop_advice_opens_at_its_sheet_where_there_is_one(driver: Driver, sitting: Sitting) -> None:
    opened: list[str] = []

    def sheet() -> None:
        assert sitting.desk.journal is not None
        opened.append(sitting.desk.journal.relationship.codename)

    sitting.desk.aside.grants["one stop"] = sheet
    begin(driver, sitting, ONE_STOP, MENTEE)
    assert opened == ["Curlew"] and sitting.rooms.opened("journal") is None


def test_the_steps_that_others_do_are_offered_when_they_are_there(driver: Driver, sitting: Sitting) -> None:
    wished: list[str] = []
    grants = sitting.desk.aside.grants
    grants["agreement"] = lambda: wished.append("agreement")
    begin(driver, sitting, FORMAL, MENTOR)
    agree = "Agree on how you work together"
    assert steps(sitting) == ["Read “Confidentiality”, 3 minutes", agree, "Plan the first session"]
    tab_to(driver, card(sitting).steps[FirstStep.AGREE].button)
    press(driver, Qt.Key.Key_Space)
    assert wished == ["agreement"]


# The first days


def test_a_primer_read_from_the_card_is_ticked_there(driver: Driver, sitting: Sitting) -> None:
    begin(driver, sitting, FORMAL, MENTOR)
    write_nothing(driver, sitting)
    tab_to(driver, card(sitting).steps[FirstStep.READ].button)
    press(driver, Qt.Key.Key_Space)
    assert sitting.view.page_in_front == "primers"
    assert primers_of(sitting).text.toPlainText().startswith("Confidentiality")
    press(driver, Qt.Key.Key_N)
    press(driver, Qt.Key.Key_Escape)
    assert "Read “Confidentiality”, 3 minutes, done" in steps(sitting)


def test_the_first_session_is_planned_where_the_step_stands(driver: Driver, sitting: Sitting) -> None:
    begin(driver, sitting, FORMAL, MENTOR)
    write_nothing(driver, sitting)
    tab_to(driver, card(sitting).steps[FirstStep.PLAN].button)
    press(driver, Qt.Key.Key_Space)
    assert driver.running[0].window.focusWidget() is card(sitting).day.line
    typed(driver, "in 2 weeks")
    press(driver, Qt.Key.Key_Return)
    journal = sitting.desk.journal
    assert journal is not None
    (planned,) = _read(driver, sitting, journal.journal.sessions.facts)
    assert (planned.kind, planned.minutes) == (SessionKind.FIRST, 60)
    assert driver.running[0].window.focusWidget() is card(sitting).steps[FirstStep.PLAN].button
    press(driver, Qt.Key.Key_Space)
    assert sitting.rooms.opened("journal") == (EntryKind.SESSION, planned.id)
    sitting.undo()
    settle(driver)
    assert "Plan the first session" in steps(sitting)
    assert _read(driver, sitting, journal.journal.sessions.facts) == []


@pytest.mark.parametrize(("words", "said"), [("soon", "Type a day"), ("1 Jan 2020", "That day is past")])
def test_a_day_that_cannot_be_is_said_in_the_card_and_escape_asks_no_more(
    driver: Driver, sitting: Sitting, words: str, said: str
) -> None:
    begin(driver, sitting, FORMAL, MENTOR)
    write_nothing(driver, sitting)
    shown = card(sitting)
    tab_to(driver, shown.steps[FirstStep.PLAN].button)
    press(driver, Qt.Key.Key_Space)
    typed(driver, words)
    press(driver, Qt.Key.Key_Return)
    assert any(said in label.text() for label in shown.findChildren(QLabel))
    press(driver, Qt.Key.Key_Escape)
    assert not shown.day.isVisible()
    assert driver.running[0].window.focusWidget() is shown.steps[FirstStep.PLAN].button


def test_they_are_put_away_for_good_with_one_key_and_undo_brings_them_back(
    driver: Driver, sitting: Sitting, vault: Path
) -> None:
    begin(driver, sitting, FORMAL, MENTOR)
    write_nothing(driver, sitting)
    tab_to(driver, card(sitting).away)
    press(driver, Qt.Key.Key_Space)
    assert steps(sitting) == []
    sitting.undo()
    settle(driver)
    assert len(steps(sitting)) >= 2
    sitting.redo()
    settle(driver)
    driver.close()
    again = driver.unlock(driver.start(vault, build_rooms))
    with_curlew = next(id for id, name in again.codenames if name == "Curlew")
    again.open_journal(with_curlew)
    settle(driver)
    assert steps(again) == []


def test_the_card_is_that_of_the_journal_in_front(driver: Driver, sitting: Sitting) -> None:
    begin(driver, sitting, FORMAL, MENTEE)
    write_nothing(driver, sitting)
    assert "Read “What mentoring is”, 3 minutes" in steps(sitting)
    sitting.step(1)  # Heron: informal, mentor
    settle(driver)
    assert "Read “Listening and questions”, 3 minutes" in steps(sitting)


def test_a_half_filled_sheet_waits_for_the_next_sitting(
    driver: Driver, sitting: Sitting, vault: Path
) -> None:
    press(driver, Qt.Key.Key_N, CONTROL | SHIFT)
    sheet = sitting.side.new_view
    sheet.kinds.choose(ONE_STOP)
    sheet.needs.topic.setText("Saying no")
    sheet.needs.question.set_text("How do I")
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    again = driver.unlock(driver.start(vault, build_rooms))
    again.new_journal()
    settle(driver)
    needs = again.side.new_view.needs
    assert (needs.topic.text(), needs.question.text()) == ("Saying no", "How do I")


def _read(driver: Driver, sitting: Sitting, work):  # type: ignore[no-untyped-def]
    """What *work* finds on the vault's thread."""
    found: list[object] = []
    sitting.tasks.run(work, done=found.append, failed=_raise)
    settle(driver)
    return found[0]


def _raise(error: Exception) -> None:
    raise error
