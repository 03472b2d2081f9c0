"""Whose Undo is meant, and what happens to it when it fails."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from mentorjournal.errors import DiskFull, NotFound
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from ui.shell.aside import OF_THE_VAULT, Aside
from ui.shell.undoing import Undoing

HERON, LARK = JournalId("heron"), JournalId("lark")


class Around:
    """A desk with one journal in front, or a page over all of them."""

    def __init__(self) -> None:
        self.journal: Any = SimpleNamespace(id=HERON)
        self.overlooks = False
        self.page_in_front = ""
        self.aside = Aside()
        self.problems: list[Exception] = []
        self.told_of: list[tuple[JournalId, str]] = []
        self.named: tuple[str, str] = ("", "")
        self.undoing = Undoing(self, self, self)  # type: ignore[arg-type]

    def act(self, label: str, error: Exception | None = None) -> Change:
        def undo() -> Change:
            if error is not None:
                raise error
            return self.act(label)

        return Change(label=label, undo=undo)

    # What the view, the thread and the desk are asked

    def show_undo(self, undo: str, redo: str) -> None:
        self.named = (undo, redo)

    def say_undone(self, label: str, codename: str = "") -> None: ...

    def run(
        self, work: Callable[[], Any], *, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        try:
            result = work()
        except Exception as error:
            failed(error)
        else:
            done(result)

    def flush(self) -> None: ...

    def told(self, journal: JournalId, change: Change) -> None:
        self.told_of.append((journal, change.label))

    def codename_of(self, journal: JournalId) -> str:
        return journal.title()

    def problem(self, error: Exception) -> None:
        self.problems.append(error)


def test_each_journal_has_its_own_history() -> None:
    around = Around()
    around.undoing.remember(HERON, around.act("Add goal"))
    around.journal = SimpleNamespace(id=LARK)
    assert around.undoing.names == ("", "")
    around.journal = SimpleNamespace(id=HERON)
    assert around.undoing.names == ("Add goal", "")


def test_what_was_done_over_all_journals_is_meant_until_one_is_in_front() -> None:
    around = Around()
    around.undoing.remember(HERON, around.act("Add goal"))
    around.overlooks = True
    around.undoing.remember(LARK, around.act("Drop action"), from_above=True)
    around.undoing.take_back(redo=False)
    assert around.told_of == [(LARK, "Drop action")]
    assert around.undoing.names == ("", "Drop action")
    around.overlooks = False
    assert around.undoing.names == ("Add goal", "")


def test_an_act_that_could_not_be_taken_back_stays_to_be_tried_again() -> None:
    around = Around()
    around.undoing.remember(HERON, around.act("Add goal", DiskFull()))
    around.undoing.take_back(redo=False)
    assert around.named == ("Add goal", "")
    assert len(around.problems) == 1


def test_what_is_gone_for_good_does_not_bar_the_way_to_what_was_done_before() -> None:
    around = Around()
    around.undoing.remember(HERON, around.act("Add goal"))
    around.undoing.remember(HERON, around.act("Edit goal", NotFound()))
    around.undoing.take_back(redo=False)
    assert around.named == ("Add goal", "")


def test_a_page_of_the_vault_has_a_history_of_its_own() -> None:
    around = Around()
    around.aside.vault_pages.add("ledger")
    around.undoing.remember(HERON, around.act("Delete goal"))
    around.undoing.remember(OF_THE_VAULT, around.act("Delete practice"))
    assert around.undoing.names == ("Delete goal", "")
    around.page_in_front = "ledger"
    assert around.undoing.names == ("Delete practice", "")
    around.undoing.take_back(redo=False)
    assert around.told_of == [(OF_THE_VAULT, "Delete practice")]
    assert around.undoing.names == ("", "Delete practice")


def test_a_page_of_the_vault_takes_its_acts_back_where_no_journal_is_open() -> None:
    around = Around()
    around.journal = None
    around.aside.vault_pages.add("ledger")
    around.page_in_front = "ledger"
    around.undoing.remember(OF_THE_VAULT, around.act("Delete practice"))
    around.undoing.take_back(redo=False)
    assert around.told_of == [(OF_THE_VAULT, "Delete practice")]
