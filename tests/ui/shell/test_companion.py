"""Whom the writing companion knows: the people of the journal in front, and of no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest

from mentorjournal.checks.finding import FindingKind, Known
from mentorjournal.guidance import people as guidance
from mentorjournal.journal.about import ABOUT
from mentorjournal.model.change import Change
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind
from ui.shell.companion import PeopleOfJournal


class Companion:
    def __init__(self) -> None:
        self.find: Callable | None = None
        self.kept: set[tuple[str, str]] | None = None
        self.begun = 0

    def begin(self, find: Callable, kept: set[tuple[str, str]]) -> None:
        self.find, self.kept = find, kept
        self.begun += 1

    def leave(self) -> None:
        self.find = self.kept = None


class Tasks:
    """Runs what is asked when the test says so."""

    def __init__(self) -> None:
        self.waiting: list = []

    def run(self, work: Callable, *, done: Callable, failed: Callable) -> None:
        self.waiting.append((work, done, failed))

    def go(self) -> int:
        waiting, self.waiting = self.waiting, []
        for work, done, failed in waiting:
            try:
                result = work()
            except ValueError as error:
                failed(error)
            else:
                done(result)
        return len(waiting)


class Problems(list):
    def problem(self, error: Exception) -> None:
        self.append(error)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> dict[str, Known]:
    """What the journals know, by their names."""
    known = {"one": Known(partner="Zanthe"), "two": Known(partner="Quillon")}
    monkeypatch.setattr(guidance, "known_of", known.__getitem__)
    return known


@pytest.fixture
def it(known: dict[str, Known]) -> SimpleNamespace:
    companion, tasks, problems = Companion(), Tasks(), Problems()
    return SimpleNamespace(
        companion=companion,
        tasks=tasks,
        problems=problems,
        people=PeopleOfJournal(companion, tasks, problems),
    )


def journal(name: str) -> SimpleNamespace:
    return SimpleNamespace(id=name, journal=name)


def change(*kinds: EntryKind, about: bool = False) -> Change:
    rows = tuple(
        TimelineRow(place=1, kind=kind, id="x", day=date(2026, 1, 2), title="", opening="") for kind in kinds
    )
    return Change(label="", rows=rows, touched=frozenset({ABOUT}) if about else frozenset())


def found(it: SimpleNamespace, text: str) -> list[str]:
    return [one.words for one in it.companion.find(text) if one.kind is FindingKind.PARTNER_NAME]


def test_the_partner_of_the_open_journal_is_known_and_of_no_other(it: SimpleNamespace) -> None:
    it.people.open(journal("one"))
    assert it.companion.find is None
    it.tasks.go()
    assert found(it, "Zanthe and Quillon") == ["Zanthe"]
    it.people.open(journal("two"))
    assert it.companion.find is None
    it.tasks.go()
    assert found(it, "Zanthe and Quillon") == ["Quillon"]


def test_an_answer_that_comes_after_the_journal_was_closed_is_not_taken(it: SimpleNamespace) -> None:
    it.people.open(journal("one"))
    it.people.close()
    it.tasks.go()
    assert it.companion.find is None


def test_what_was_kept_holds_for_its_journal_as_long_as_the_sitting(it: SimpleNamespace) -> None:
    it.people.open(journal("one"))
    it.tasks.go()
    kept = it.companion.kept
    it.people.open(journal("two"))
    it.tasks.go()
    assert it.companion.kept is not kept
    it.people.open(journal("one"))
    it.tasks.go()
    assert it.companion.kept is kept
    assert it.people.place() == {}


def test_a_new_name_is_known_when_the_relationship_changes(it: SimpleNamespace, known: dict) -> None:
    it.people.open(journal("one"))
    it.tasks.go()
    known["one"] = Known(partner="Ysolde")
    it.people.refresh(change(about=True))
    it.tasks.go()
    assert found(it, "Ysolde came") == ["Ysolde"]


def test_nothing_is_read_for_what_tells_of_nobody_nor_while_a_session_is_written(it: SimpleNamespace) -> None:
    it.people.open(journal("one"))
    it.tasks.go()
    it.people.refresh(change(EntryKind.REFLECTION))
    for _ in range(5):
        it.people.refresh(change(EntryKind.SESSION))
    assert it.tasks.go() == 0
    it.people.refresh(change(EntryKind.LEARNING))
    assert it.tasks.go() == 1
    assert it.companion.begun == 1  # the same people: no text is looked at again


def test_a_change_during_a_reading_is_read_after_it(it: SimpleNamespace, known: dict) -> None:
    it.people.open(journal("one"))
    it.people.refresh(change(about=True))
    it.people.refresh(change(about=True))
    assert it.tasks.go() == 1
    known["one"] = Known(partner="Ysolde")
    assert it.tasks.go() == 1
    assert found(it, "Ysolde") == ["Ysolde"]


def test_what_cannot_be_read_is_said_and_tried_at_the_next_change(
    it: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(name: str) -> Known:
        raise ValueError(name)

    with monkeypatch.context() as patch:
        patch.setattr(guidance, "known_of", fails)
        it.people.open(journal("one"))
        it.tasks.go()
    assert len(it.problems) == 1
    assert it.companion.find is None
    it.people.refresh(change(about=True))
    it.tasks.go()
    assert it.companion.find is not None
