"""The discreet view: on no page of the window can a name or a private word be seen or heard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from tests.ui import planted
from tests.ui.driving import Driver, make_vault
from tests.ui.seen import everything
from ui.discretion import Discretion
from ui.pages.goals.view import GoalsView
from ui.pages_of_journal import build_rooms
from ui.practice_rooms import PracticeRooms
from ui.sitting import Sitting

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
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
    rooms.presenter.edit(next(iter(rooms.presenter._entries)))


def today(driver: Driver, sitting: Sitting) -> None:
    sitting.show_today()


def all_actions(driver: Driver, sitting: Sitting) -> None:
    sitting.show_all_actions()


def inbox(driver: Driver, sitting: Sitting) -> None:
    open_heron(driver, sitting)
    sitting.act("inbox")


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
}


@pytest.mark.parametrize("page", WAYS)
def test_no_planted_word_is_seen_or_heard(driver: Driver, sitting: Sitting, page: str) -> None:
    WAYS[page](driver, sitting)
    settle(driver)
    window = driver.running[0].window
    before = everything(window)
    assert LEAK.search(before), "there is something to hide"
    draw(driver, sitting)
    assert sorted({found[0] for found in LEAK.finditer(everything(window))}) == []
    draw(driver, sitting)
    assert sorted(before.split()) == sorted(everything(window).split())


@pytest.mark.parametrize("page", WAYS)
def test_a_page_opened_behind_the_veil_is_veiled(driver: Driver, sitting: Sitting, page: str) -> None:
    draw(driver, sitting)
    WAYS[page](driver, sitting)
    settle(driver)
    assert sorted({found[0] for found in LEAK.finditer(everything(driver.running[0].window))}) == []
