"""The discreet view: on no page of the window can a name or a private word be seen or heard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.words import EntryKind
from tests.ui import planted
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.seen import everything, painted
from ui.discretion import Discretion
from ui.pages.goals.view import GoalsView
from ui.pages.reflection.view import ReflectionView
from ui.pages.session.view import SessionView
from ui.pages_of_journal import build_rooms
from ui.practice_rooms import PracticeRooms
from ui.sitting import Sitting
from ui.widgets.editor.editor import TextEditor

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MINUTES = re.compile(r"\d+( of \d+)? min\b|about \d+ minutes? left")
LEAK = re.compile(r"zq\w*(?:\s\w+)?", re.IGNORECASE)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    make_vault(tmp_path / "vault")
    planted.plant(tmp_path / "vault")
    return tmp_path / "vault"


@pytest.fixture
def sitting(driver: Driver, vault: Path) -> Sitting:
    sitting = driver.unlock(driver.start(vault, build_rooms))
    driver.running[0].window.activateWindow()
    settle(driver)
    return sitting


def settle(driver: Driver) -> None:
    for _ in range(3):
        driver.seated(driver.running[-1])
        QApplication.processEvents()
    driver.seated(driver.running[-1])


def draw(driver: Driver, sitting: Sitting) -> None:
    next(one for one in sitting.beside if isinstance(one, Discretion)).toggle()
    settle(driver)


def open_heron(driver: Driver, sitting: Sitting, tab: str = "journal") -> None:
    heron = next(id for id, name in sitting.codenames if name == "Heron")
    sitting.open_journal(heron)
    settle(driver)
    sitting.show_tab(tab)
    settle(driver)


def entry(kind: EntryKind, id: EntryId) -> Callable[[Driver, Sitting], None]:
    def way(driver: Driver, sitting: Sitting) -> None:
        open_heron(driver, sitting)
        sitting.desk.show_entry(kind, id)

    return way


def tab(name: str) -> Callable[[Driver, Sitting], None]:
    def way(driver: Driver, sitting: Sitting) -> None:
        open_heron(driver, sitting, name)

    return way


def session(opening: str) -> Callable[[Driver, Sitting], None]:
    def way(driver: Driver, sitting: Sitting) -> None:
        open_heron(driver, sitting)
        id = planted.PLANNED if opening == "before" else planted.SESSION
        sitting.desk.show_entry(EntryKind.SESSION, id)
        settle(driver)
        sitting.act(f"session {opening}")

    return way


def search(driver: Driver, sitting: Sitting) -> None:
    sitting.search("")
    field = sitting.rooms.views["search"].field  # type: ignore[attr-defined]
    driver.qtbot.keyClicks(field, "more")


def goal_form(driver: Driver, sitting: Sitting) -> None:
    open_heron(driver, sitting, "goals")
    sitting.desk.show_entry(EntryKind.GOAL, planted.GOAL)
    settle(driver)
    view = sitting.rooms.views["goals"]
    assert isinstance(view, GoalsView)
    view.story.edit.click()


def about(driver: Driver, sitting: Sitting) -> None:
    open_heron(driver, sitting)
    sitting.show_about()


def rating(driver: Driver, sitting: Sitting) -> None:
    open_heron(driver, sitting)
    sitting.rate("relationship_check")


def versions(driver: Driver, sitting: Sitting) -> None:
    entry(EntryKind.REFLECTION, planted.REFLECTION)(driver, sitting)
    settle(driver)
    sitting.show_versions()


def ledger(driver: Driver, sitting: Sitting) -> None:
    rooms = next(one for one in sitting.beside if isinstance(one, PracticeRooms))
    rooms.show()
    settle(driver)
    entries = rooms.view.list
    entries.setCurrentIndex(entries.model().index(0, 0))
    rooms.view.edit_button.click()


def today(driver: Driver, sitting: Sitting) -> None:
    sitting.show_today()


def all_actions(driver: Driver, sitting: Sitting) -> None:
    sitting.show_all_actions()


def inbox(driver: Driver, sitting: Sitting) -> None:
    open_heron(driver, sitting)
    sitting.act("inbox")


def wish(name: str, codename: str = "Heron") -> Callable[[Driver, Sitting], None]:
    """A page beside those of the journal."""

    def way(driver: Driver, sitting: Sitting) -> None:
        sitting.open_journal(next(id for id, known in sitting.codenames if known == codename))
        settle(driver)
        assert sitting.desk.aside.wish(name)

    return way


WAYS = {
    "today": today,
    "timeline": tab("journal"),
    "reflection": entry(EntryKind.REFLECTION, planted.REFLECTION),
    "learning point": entry(EntryKind.LEARNING, planted.LEARNING),
    "before": session("before"),
    "during": session("during"),
    "after": session("after"),
    "goals": tab("goals"),
    "goal": entry(EntryKind.GOAL, planted.GOAL),
    "goal form": goal_form,
    "actions": tab("actions"),
    "all actions": all_actions,
    "inbox": inbox,
    "share": tab("share"),
    "search": search,
    "about": about,
    "rating": rating,
    "versions": versions,
    "ledger": ledger,
    "agreement": tab("agreement"),
    "review": wish("review mid_term"),
    "one-stop": wish("one stop", "Wren"),
}


LATE = {"during": "places to look at"}
"""What the companion has found on a page comes after a pause, and must not come in between two looks."""


def words_in(shown: str) -> Counter[str]:
    """But for the minutes of a session's clock, which go on meanwhile."""
    return Counter(MINUTES.sub("", shown).split())


def leaks(window: QWidget) -> list[str]:
    return sorted({found[0] for found in LEAK.finditer(everything(window))})


def test_on_no_page_a_planted_word_is_seen_or_heard_and_all_come_back(
    driver: Driver, sitting: Sitting
) -> None:
    window = driver.running[0].window
    seen, nothing_to_hide, not_back = {}, [], {}
    for page, go in WAYS.items():
        go(driver, sitting)
        settle(driver)
        if page in LATE:
            driver.qtbot.waitUntil(lambda late=LATE[page]: late in everything(window), timeout=LIMIT)
        before = everything(window)
        if not LEAK.search(before):
            nothing_to_hide.append(page)
        draw(driver, sitting)
        if found := leaks(window):
            seen[page] = found
        draw(driver, sitting)
        was, now = words_in(before), words_in(everything(window))
        if was != now:
            not_back[page] = was - now, now - was
    assert (seen, nothing_to_hide, not_back) == ({}, [], {})


def test_a_page_that_is_opened_behind_the_veil_is_veiled(driver: Driver, sitting: Sitting) -> None:
    draw(driver, sitting)
    seen = {}
    for page, go in WAYS.items():
        go(driver, sitting)
        settle(driver)
        if found := leaks(driver.running[0].window):
            seen[page] = found
    assert seen == {}


def test_what_may_be_shown_stays_but_for_its_names(driver: Driver, sitting: Sitting) -> None:
    session("during")(driver, sitting)
    settle(driver)
    draw(driver, sitting)
    shown = painted(driver.running[0].window)
    assert planted.MAY_SHOW.strip() in shown
    assert "Heron" in shown


def test_the_key_and_the_button_of_the_sidebar_do_the_same(driver: Driver, sitting: Sitting) -> None:
    window, button = driver.running[0].window, sitting.view.sidebar.discreet
    driver.qtbot.keyClick(window, Qt.Key.Key_D, CONTROL | SHIFT)
    settle(driver)
    assert driver.running[0].theme.veil.drawn and button.isChecked()
    button.click()
    settle(driver)
    assert not driver.running[0].theme.veil.drawn and not button.isChecked()


def test_the_choice_outlives_the_lock_and_is_named_nowhere_outside(
    driver: Driver, sitting: Sitting, vault: Path
) -> None:
    draw(driver, sitting)
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    assert "iscreet" not in driver.running[0].settings.path.read_text("utf-8")
    driver.unlock(driver.start(vault, build_rooms))
    settle(driver)
    assert driver.running[1].theme.veil.drawn
    assert leaks(driver.running[1].window) == []


def test_a_name_that_is_given_meanwhile_is_veiled(driver: Driver, sitting: Sitting) -> None:
    session("during")(driver, sitting)
    settle(driver)
    draw(driver, sitting)
    assert "openly" in painted(driver.running[0].window)
    about(driver, sitting)
    settle(driver)
    details = sitting.side.about_view.details
    details.my_name.setText("Openly")
    details.partner_name.setText("openly")
    sitting.side.about_view.save.click()
    settle(driver)
    assert "openly" not in painted(driver.running[0].window)


def editor_of(sitting: Sitting) -> TextEditor:
    view = sitting.rooms.views["journal"].findChild(ReflectionView)
    assert isinstance(view, ReflectionView)
    return view.text


def test_typing_with_the_veil_coming_and_going_keeps_every_letter(
    driver: Driver, sitting: Sitting, vault: Path
) -> None:
    def kept() -> Reflection:
        with on_shelf(vault) as shelf:
            return shelf.named("Heron").journal.reflections.get(planted.REFLECTION)

    entry(EntryKind.REFLECTION, planted.REFLECTION)(driver, sitting)
    settle(driver)
    editor = editor_of(sitting)
    editor.setFocus()
    typed = "one two"
    for letter in typed:
        driver.qtbot.keyClicks(editor, letter)
        draw(driver, sitting)
        driver.qtbot.keyClicks(editor, "#")  # nothing is typed blind
        driver.qtbot.keyClick(editor, Qt.Key.Key_F2)
        draw(driver, sitting)
    draw(driver, sitting)
    sitting.desk.flush()
    settle(driver)
    sitting.locking.leave()
    driver.qtbot.waitUntil(driver.running[0].window.isHidden, timeout=LIMIT)
    after = kept()
    text = planted.text_of_reflection()
    assert after.text == from_plain(typed + to_plain(text))
    assert (after.title, after.answers[0].text, after.tags) == (
        "zqreflection",
        planted.answer_of_reflection(),
        ("zqtag",),
    )


def test_going_through_every_page_behind_the_veil_changes_nothing_that_is_kept(
    driver: Driver, sitting: Sitting, vault: Path
) -> None:
    before = everything_kept(driver, sitting)
    draw(driver, sitting)
    for go in WAYS.values():
        go(driver, sitting)
        settle(driver)
        sitting.desk.flush()
        draw(driver, sitting)
        sitting.desk.flush()
        draw(driver, sitting)
    assert everything_kept(driver, sitting) == before


def everything_kept(driver: Driver, sitting: Sitting) -> object:
    """All that the journals hold of what was written, as it is kept."""
    found: list[object] = []

    def read() -> object:
        journals = [journal for _, journal in sitting.desk.shelf.journals()]
        return [
            (
                journal.relationship(),
                journal.reflections.all(),
                journal.sessions.all(),
                journal.goals.all(),
                journal.actions.all(),
                journal.topics.all(),
                journal.learning_points.all(),
                journal.ratings.all(),
                journal.generation(),
            )
            for journal in journals
        ]

    def failed(error: Exception) -> None:
        raise error

    sitting.tasks.run(read, done=found.append, failed=failed)
    settle(driver)
    return found[0]


def test_f2_shows_the_one_with_the_cursor_and_escape_hides_it_again(driver: Driver, sitting: Sitting) -> None:
    session("during")(driver, sitting)
    settle(driver)
    view = sitting.rooms.views["journal"].findChild(SessionView)
    assert isinstance(view, SessionView)
    draw(driver, sitting)
    view.notes[0].editor.setFocus()
    driver.qtbot.keyClick(view.notes[0].editor, Qt.Key.Key_F2)
    shown = leaks(driver.running[0].window)
    assert shown and all("private" in found or found == "zqmore" for found in shown)
    driver.qtbot.keyClick(view.notes[0].editor, Qt.Key.Key_Escape)
    assert leaks(driver.running[0].window) == []
    assert sitting.view.page_in_front == "journal"
