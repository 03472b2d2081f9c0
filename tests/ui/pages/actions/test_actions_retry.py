"""“Try again” belongs to the journal in which something failed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mentorjournal.journal.actions import Actions
from mentorjournal.model.words import ActionStatus
from tests.ui.pages.acting import Desk, Outside
from tests.ui.pages.actions.conftest import Page


def full(*_: object) -> None:
    raise OSError("The disk is full.")


def failed_line(page: Page, outside: Outside, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Write an action that cannot be kept, and give the way to try again once there is room."""
    with monkeypatch.context() as broken:
        broken.setattr(Actions, "add", full)
        page.presenter.add("Private to Heron")
        page.desk.settle()
    assert outside.retry is not None
    return outside.retry


def test_trying_again_keeps_the_action(page: Page, outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    failed_line(page, outside, monkeypatch)()
    page.desk.settle()
    assert [action.text for action in page.kept()] == ["Private to Heron"]


def test_trying_again_never_writes_into_another_journal(
    page: Page, desk: Desk, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    try_again = failed_line(page, outside, monkeypatch)
    page.open(desk.begin())
    try_again()
    desk.settle()
    assert page.kept() == []
    assert outside.changes == []


def test_trying_to_settle_again_ends_with_the_journal(
    page: Page, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = page.write("Call the library")
    page.reload()
    with monkeypatch.context() as broken:
        broken.setattr(Actions, "settle", full)
        page.presenter.toggle(id)
        page.desk.settle()
    assert outside.retry is not None
    page.reload()
    outside.retry()
    page.desk.settle()
    assert page.kept()[0].status is ActionStatus.OPEN


def test_a_problem_that_comes_late_is_not_told_in_another_journal(
    page: Page, desk: Desk, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = page.write("Call the library")
    page.reload()
    other = desk.begin()
    monkeypatch.setattr("ui.pages.actions.board.links_for", full)
    page.presenter.edit(id)
    page.open(other)
    assert outside.problems == []
