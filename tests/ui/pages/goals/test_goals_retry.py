"""“Try again” belongs to the journal in which something failed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mentorjournal.journal.goals import Goals
from tests.ui.pages.acting import Desk
from tests.ui.pages.goals.conftest import Outside, Page
from ui.pages.goals.draft import GoalDraft


def full(*_: object) -> None:
    raise OSError("The disk is full.")


def failed_goal(page: Page, outside: Outside, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Write a goal that cannot be kept, and give the way to try again once there is room."""
    page.presenter.new_goal()
    with monkeypatch.context() as broken:
        broken.setattr(Goals, "add", full)
        page.presenter.save(GoalDraft(title="Private to Heron"), None)
        page.desk.settle()
    assert outside.retry is not None
    return outside.retry


def test_trying_again_keeps_the_goal(page: Page, outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    failed_goal(page, outside, monkeypatch)()
    page.desk.settle()
    assert [goal.title for goal in page.kept()] == ["Private to Heron"]


def test_trying_again_never_writes_into_another_journal(
    page: Page, desk: Desk, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    try_again = failed_goal(page, outside, monkeypatch)
    page.open(desk.begin())
    try_again()
    desk.settle()
    assert page.kept() == []
    assert outside.changes == []


def test_trying_to_read_again_is_for_the_journal_that_could_not_be_read(
    page: Page, desk: Desk, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Goals, "all", full)
        page.reload()
    assert outside.retry is not None
    page.open(desk.begin())
    with monkeypatch.context() as broken:
        broken.setattr(Goals, "all", full)
        outside.retry()
        desk.settle()
    assert len(outside.problems) == 1
