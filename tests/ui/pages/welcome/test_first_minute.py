"""Promises of the first minute: passphrase, kit, two groups, journal."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from mentorjournal.vault.vault import Vault
from tests.ui.driving import LIMIT, PASSPHRASE, Driver
from tests.ui.names import unnamed
from ui.app import Start
from ui.pages.welcome.view import WelcomeView


def page(start: Start) -> WelcomeView:
    room = start.window.room
    assert isinstance(room, WelcomeView)
    return room


def to_kit(driver: Driver, view: WelcomeView) -> list[str]:
    view.start.click()
    view.passphrase.first.setText(PASSPHRASE)
    view.passphrase.again.setText(PASSPHRASE)
    view.make.click()
    driver.qtbot.waitUntil(lambda: view.stack.currentIndex() == 2, timeout=LIMIT)
    return view.code.groups()


def asked(view: WelcomeView) -> list[int]:
    return list(view.groups.asked)


def test_a_vault_is_made_with_its_kit_and_two_groups_typed_back(driver: Driver, tmp_path: Path) -> None:
    start = driver.start(tmp_path / "new")
    view = page(start)
    groups = to_kit(driver, view)
    driver.answers.files.append(tmp_path / "kit.pdf")
    view.save.click()
    driver.qtbot.waitUntil(lambda: "kit.pdf" in view.saved.text(), timeout=LIMIT)
    view.go_on.click()
    first, second = asked(view)
    view.groups.first.setText(groups[first - 1].lower())
    view.groups.second.setText(groups[second - 1])
    view.done.click()
    sitting = driver.seated(start)
    assert sitting.desk.codenames == []
    text = pypdfium2.PdfDocument(tmp_path / "kit.pdf")[0].get_textpage().get_text_bounded()
    assert all(group in text for group in groups)
    driver.close()
    Vault.unlock(tmp_path / "new", PASSPHRASE).close()
    Vault.unlock_with_code(tmp_path / "new", " ".join(groups)).close()


def test_a_wrong_group_is_named_and_the_vault_waits(driver: Driver, tmp_path: Path) -> None:
    start = driver.start(tmp_path / "new")
    view = page(start)
    groups = to_kit(driver, view)
    view.go_on.click()
    first, second = asked(view)
    view.groups.first.setText(groups[first - 1])
    view.groups.second.setText("WRONG")
    view.done.click()
    assert f"Group {second} is not the one" in view.groups.message.text()
    assert start.window.room is view


def test_two_different_passphrases_are_not_taken(driver: Driver, tmp_path: Path) -> None:
    view = page(driver.start(tmp_path / "new"))
    view.start.click()
    view.passphrase.first.setText("one")
    view.passphrase.again.setText("another")
    view.make.click()
    assert "not the same" in view.passphrase.message.text()
    assert not (tmp_path / "new").exists()


def test_an_easily_guessed_passphrase_is_said_to_be_so(driver: Driver, tmp_path: Path) -> None:
    view = page(driver.start(tmp_path / "new"))
    view.start.click()
    driver.qtbot.keyClicks(view.passphrase.first, "password")
    driver.qtbot.waitUntil(lambda: "guessed" in view.passphrase.advice.text().lower(), timeout=LIMIT)


def test_a_folder_that_holds_other_things_is_left_alone(driver: Driver, tmp_path: Path) -> None:
    full = tmp_path / "papers"
    full.mkdir()
    (full / "letter.txt").write_text("dear")
    view = page(driver.start(tmp_path / "new"))
    view.start.click()
    driver.answers.folders.append(full)
    view.other_folder.click()
    to_kit(driver, view)
    assert (full / "Mentor Journal" / "vault.keys").exists()
    assert (full / "letter.txt").read_text() == "dear"


def test_everything_has_a_name(driver: Driver, tmp_path: Path) -> None:
    assert unnamed(driver.start(tmp_path / "new").window) == []
