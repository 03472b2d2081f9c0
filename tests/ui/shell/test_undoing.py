"""Whose Undo is meant, and what happens to it when it fails."""

from __future__ import annotations

from mentorjournal.errors import DiskFull, NotFound
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from ui.shell.undoing import Undoing

HERON, LARK = JournalId("heron"), JournalId("lark")


def act(label: str) -> Change:
    return Change(label=label, undo=lambda: act(label))


def test_each_journal_has_its_own_history() -> None:
    undoing = Undoing()
    undoing.bring_to_front(HERON)
    undoing.remember(HERON, act("Add goal"))
    undoing.bring_to_front(LARK)
    assert undoing.names == ("", "")
    undoing.bring_to_front(HERON)
    assert undoing.names == ("Add goal", "")


def test_what_was_done_over_all_journals_is_meant_until_one_is_in_front() -> None:
    undoing = Undoing()
    undoing.bring_to_front(HERON)
    undoing.remember(HERON, act("Add goal"))
    undoing.remember(LARK, act("Drop action"), from_outside=True)
    taken = undoing.take(redo=False)
    assert taken is not None
    assert (taken[0], taken[1].label) == (LARK, "Drop action")
    undoing.taken(LARK, act("Drop action"), redo=False)
    assert undoing.names == ("", "Drop action")
    undoing.bring_to_front(HERON)
    assert undoing.names == ("Add goal", "")


def test_an_act_that_could_not_be_taken_back_stays_to_be_tried_again() -> None:
    undoing = Undoing()
    undoing.bring_to_front(HERON)
    undoing.remember(HERON, act("Add goal"))
    taken = undoing.take(redo=False)
    assert taken is not None
    undoing.failed(*taken, DiskFull(), redo=False)
    assert undoing.names == ("Add goal", "")


def test_what_is_gone_for_good_does_not_bar_the_way_to_what_was_done_before() -> None:
    undoing = Undoing()
    undoing.bring_to_front(HERON)
    undoing.remember(HERON, act("Add goal"))
    undoing.remember(HERON, act("Edit goal"))
    taken = undoing.take(redo=False)
    assert taken is not None
    undoing.failed(*taken, NotFound(), redo=False)
    assert undoing.names == ("Add goal", "")
