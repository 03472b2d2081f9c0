"""The user at the window sees what goes wrong: each fault planted here is told."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal, qWarning
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.faults.anyuser.running import Story
from tests.faults.anyuser.senses import Senses
from tests.faults.anyuser.window import AnyHand
from tests.faults.trials.anyusercore import house_in
from ui.shell.desk import Desk


class Bell(QObject):
    rung = Signal()


def raise_it() -> None:
    raise ZeroDivisionError


@pytest.fixture
def senses() -> Iterator[Senses]:
    senses = Senses()
    senses.begin()
    yield senses
    senses.end()


def test_an_exception_in_a_slot_is_noticed(qapp: QApplication, senses: Senses) -> None:
    bell = Bell()
    bell.rung.connect(raise_it)
    bell.rung.emit()
    (noticed,) = senses.noticed
    assert noticed.startswith("unhandled ZeroDivisionError")


def test_a_warning_of_qt_is_noticed(qapp: QApplication, senses: Senses) -> None:
    qWarning("It is not well")
    assert senses.noticed == ["Qt says: It is not well"]


def test_a_way_out_of_the_program_is_shut_and_noticed(qapp: QApplication, senses: Senses) -> None:
    assert QFileDialog.getOpenFileName(None, "Open") == ("", "")
    assert senses.noticed == ["getOpenFileName was called: a step nearly left the program"]


@pytest.fixture
def hand(qapp: QApplication, tmp_path: Path) -> Iterator[AnyHand]:
    story = Story()
    kind = type("Hand", (AnyHand,), {"house": house_in(tmp_path), "story": story, "app": qapp})
    hand: AnyHand = kind()
    story.step("test")
    yield hand
    hand.teardown()
    qapp.setStyleSheet("")


def test_what_breaks_within_an_act_is_told(hand: AnyHand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "flush", lambda self: raise_it())
    with pytest.raises(ZeroDivisionError):
        hand.after()
    monkeypatch.undo()


def test_an_entry_that_goes_for_good_is_told(hand: AnyHand) -> None:
    shelf, failed = hand.stage.shelf, [].append

    def behind_everybodys_back(act: str) -> None:
        def work() -> None:
            topics = shelf.named("Heron").journal.topics
            topics.capture("Gone") if act == "add" else topics.remove(topics.all()[0].id)

        hand.stage.program.tasks.run(work, done=failed, failed=failed)
        hand.stage.settle()

    behind_everybodys_back("add")
    hand.after()
    behind_everybodys_back("remove")
    with pytest.raises(AssertionError, match="nothing brings it back"):
        hand.after()


def test_a_private_title_under_the_lock_is_told(hand: AnyHand) -> None:
    hand.stage.start.window.setWindowTitle("Heron")
    with pytest.raises(AssertionError, match="private"):
        hand.lock(random.Random(1), "")


def test_words_that_a_lock_loses_are_told(hand: AnyHand) -> None:
    before = {name: dict(state) for name, state in hand.stage.states().items()}
    about = before["Heron"]["relationship"]
    before["Heron"]["more"] = about
    with pytest.raises(AssertionError, match="did not survive"):
        hand.check_words_stay(before)
