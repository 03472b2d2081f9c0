"""What other pages change reaches the goals without building them anew for nothing."""

from __future__ import annotations

import pytest

from mentorjournal.journal.goals import Goals
from mentorjournal.model.action import Action
from mentorjournal.model.ids import EntryId, new_entry_id
from tests.ui.pages.acting import TODAY
from tests.ui.pages.goals.conftest import Page


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    read: list[int] = []
    all_goals = Goals.all

    def counted(door: Goals) -> object:
        read.append(1)
        return all_goals(door)

    monkeypatch.setattr(Goals, "all", counted)
    return read


def linked_action(page: Page, goal: EntryId) -> None:
    """Write an action for the goal on another page; this one is told."""
    action = Action(id=new_entry_id(), day=TODAY, text="Ask R&D first", goal_id=goal)
    page.presenter.refresh(page.desk.do(lambda: page.opened.journal.actions.add(action)))
    page.desk.settle()


def test_an_action_elsewhere_reads_nothing_while_no_goal_is_open(page: Page, reads: list[int]) -> None:
    id = page.write()
    page.reload()
    reads.clear()
    linked_action(page, id)
    assert reads == []
    page.presenter.show_goal(id)
    page.desk.settle()
    assert "Ask R&D first" in page.linked()


def test_an_action_elsewhere_is_listed_with_the_goal_that_is_open(page: Page) -> None:
    id = page.write()
    page.reload()
    page.presenter.show_goal(id)
    linked_action(page, id)
    assert "Ask R&D first" in page.linked()


def test_an_ampersand_in_what_is_linked_is_no_key(page: Page) -> None:
    id = page.write()
    page.reload()
    page.presenter.show_goal(id)
    linked_action(page, id)
    assert [button.shortcut().toString() for button in page.linked_buttons()] == [""]


def test_the_same_cards_are_not_built_again(page: Page) -> None:
    id = page.write("First")
    page.reload()
    before = page.cards()
    page.presenter.refresh(
        page.desk.do(lambda: page.opened.journal.goals.write(page.opened.journal.goals.get(id)))
    )
    page.desk.settle()
    page.presenter.show_goal(id)
    page.presenter.show_list()
    assert page.cards() == before
    assert before[0].hasFocus()


def test_another_journals_cards_never_stay(page: Page) -> None:
    page.write("First")
    page.reload()
    page.presenter.close()
    assert page.cards() == []
    page.presenter.open(page.opened)
    page.desk.settle()
    assert len(page.cards()) == 1
