"""The question sets in the running program: reached by a key, changed, taken back, felt by the pages."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.clock import system_clock
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.vault.vault import Vault
from tests.ui.driving import PASSPHRASE, Driver, make_vault, on_shelf
from ui.pages.questions.view import QuestionsView
from ui.pages.reflection.view import ReflectionView
from ui.pages_of_journal import JournalReach, build_rooms
from ui.sitting import Sitting

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def settle(sitting: Sitting) -> None:
    for _ in range(4):
        QApplication.processEvents()
    assert not sitting.view.problem.words()


def page_of(sitting: Sitting) -> ReflectionView:
    view = sitting.view.findChild(ReflectionView)
    assert view is not None
    return view


def offered(view: ReflectionView) -> list[str]:
    chooser = view.questions.chooser
    return [chooser.itemText(place) for place in range(chooser.count())]


def test_a_hidden_set_is_gone_from_the_page_and_undo_brings_it_back(driver: Driver, tmp_path: Path) -> None:
    make_vault(tmp_path / "vault", "Heron")
    sitting = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    qtbot, view = driver.qtbot, page_of(sitting)
    sitting.act("reflect")
    qtbot.waitUntil(lambda: "GROW" in offered(view))
    qtbot.keyClick(sitting.view, Qt.Key.Key_Q, CTRL_SHIFT)
    page = sitting.view.findChild(QuestionsView)
    assert page is not None and page.isVisible()
    qtbot.waitUntil(lambda: page.name.text() == "GROW")
    assert page.sides.value() == "mentor"

    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "GROW" not in offered(view))
    sitting.undo()
    qtbot.waitUntil(lambda: "GROW" in offered(view))
    assert page.offered.isChecked()

    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert not page.isVisible()
    settle(sitting)


def test_what_was_changed_is_there_again_after_the_vault_was_closed(driver: Driver, tmp_path: Path) -> None:
    make_vault(tmp_path / "vault", "Heron")
    sitting = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    sitting.show_questions("gibbs")
    page = sitting.view.findChild(QuestionsView)
    assert page is not None
    driver.qtbot.waitUntil(lambda: page.name.text() == "Reflective cycle")
    page.offered.click()
    driver.qtbot.waitUntil(lambda: "Hide question set" in sitting.view.notice.words())
    driver.close()

    sitting = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    sitting.act("reflect")
    driver.qtbot.waitUntil(lambda: "GROW" in offered(page_of(sitting)))
    assert "Reflective cycle" not in offered(page_of(sitting))


def test_a_reflection_comes_back_beside_a_new_one(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    make_vault(folder, "Heron")
    today = system_clock().date()
    old = Reflection(
        id=new_entry_id(), day=today - timedelta(days=90), text=from_plain("Then"), revisit_on=today
    )
    shelf = Shelf(Vault.unlock(folder, PASSPHRASE))
    shelf.open(shelf.cards()[0].id).journal.reflections.add(old)
    shelf.close()
    sitting = driver.unlock(driver.start(folder, build_rooms))
    view, reach = page_of(sitting), sitting.rooms.reach
    assert isinstance(reach, JournalReach)
    sitting.show_tab("journal")
    reach.write_beside(old.id)
    driver.qtbot.waitUntil(view.earlier.isVisible)
    driver.qtbot.keyClicks(view.text, "Now")
    driver.qtbot.waitUntil(lambda: "Let reflection rest" in sitting.view.notice.words(), timeout=10_000)
    driver.close()

    with on_shelf(folder) as shelf:
        journal = shelf.open(shelf.cards()[0].id).journal
        assert journal.reflections.returning(today) == []
        assert journal.reflections.all()[-1].returns_to == old.id
