"""The way out in the whole program: called by name from anywhere, and taken up again after a lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui import planted
from tests.ui.driving import LIMIT, Driver, make_vault
from ui.pages.share.contract import Step
from ui.pages.share.view import ShareView
from ui.pages_of_journal import build_rooms
from ui.shell.share_commands import SHARE_ACTS
from ui.sitting import Sitting


@pytest.fixture
def sitting(driver: Driver, tmp_path: Path) -> Sitting:
    make_vault(tmp_path / "vault")
    planted.plant(tmp_path / "vault")
    sitting = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    driver.running[0].window.activateWindow()
    open_heron(driver, sitting)
    return sitting


def settle(driver: Driver) -> None:
    for _ in range(3):
        driver.seated(driver.running[-1])
        QApplication.processEvents()


def open_heron(driver: Driver, sitting: Sitting) -> None:
    settle(driver)
    sitting.open_journal(next(id for id, name in sitting.codenames if name == "Heron"))
    settle(driver)


def page(sitting: Sitting) -> ShareView:
    view = sitting.rooms.views["share"]
    assert isinstance(view, ShareView)
    return view


def test_every_act_has_a_name_and_the_steps_open_from_another_page(
    driver: Driver, sitting: Sitting, tmp_path: Path
) -> None:
    assert set(SHARE_ACTS) <= set(sitting.rooms.acts)
    names = {command.name for command in sitting.keys.everything()}
    assert {"Check the summary", "Use a role everywhere", "Copy the summary"} <= names

    sitting.act("share checks")
    settle(driver)
    assert sitting.view.page_in_front == "share"
    assert page(sitting).checks.isVisible()

    page(sitting).lines.model.section_ticked.emit("learning", False)
    settle(driver)
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    again = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    settle(driver)
    presenter = again.rooms.pages["share"]
    place = presenter.place()
    assert place["step"] == Step.CHECKS
    assert "learning" not in str(place["readers"]).split("'leave_out'")[0].split("'sections'")[1]
