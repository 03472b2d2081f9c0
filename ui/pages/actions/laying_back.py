"""What was open beneath the list when the vault was locked, shown again as it was typed. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from mentorjournal.model.card import JournalId
from mentorjournal.model.ids import EntryId
from ui.pages.actions.beneath import Beneath, Links
from ui.pages.actions.contract import ActionDraft, Ask, Listed, Problems, Runner
from ui.pages.actions.draft import draft_of
from ui.pages.actions.draft_place import editing_from_place
from ui.pages.actions.reading import Source, links_for

T = TypeVar("T")

Place = dict[str, object]


class LayingBack:
    """Shows what is found of actions that are still there, while *still_here* says that the page is."""

    def __init__(self, tasks: Runner, beneath: Beneath, problems: Problems) -> None:
        self._tasks = tasks
        self._beneath = beneath
        self._problems = problems

    def lay_back(self, place: Place, source: Source, still_here: Callable[[], bool]) -> None:
        """Bring back what `Beneath.place` gave."""
        left, asked = place.get("editing"), place.get("asked")
        if isinstance(left, dict):
            self._run(partial(_edited, source, left), self._edit, still_here)
        if isinstance(asked, dict) and asked.get("ask") in list(Ask):
            self._run(partial(_found, source, asked), partial(self._ask, asked), still_here)

    def _edit(self, found: tuple[Listed, ActionDraft, Links]) -> None:
        self._beneath.edit(*found)

    def _ask(self, asked: Place, listed: Listed) -> None:
        self._beneath.ask(Ask(str(asked["ask"])), listed, str(asked.get("words") or ""))

    def _run(
        self, find: Callable[[], T | None], show: Callable[[T], None], still_here: Callable[[], bool]
    ) -> None:
        def done(found: T | None) -> None:
            if found is not None and still_here():
                show(found)

        def failed(error: Exception) -> None:
            if still_here():
                self._problems.problem(error)

        self._tasks.run(find, done=done, failed=failed)


def _found(source: Source, left: Place) -> Listed | None:
    journal = left.get("journal")
    return source.find(EntryId(str(left.get("id"))), JournalId(journal) if isinstance(journal, str) else None)


def _edited(source: Source, left: Place) -> tuple[Listed, ActionDraft, Links] | None:
    listed = _found(source, left)
    if listed is None:
        return None
    draft = editing_from_place(left, draft_of(listed.action))
    linked = replace(listed.action, session_id=draft.session_id, goal_id=draft.goal_id)
    return listed, draft, links_for(source.journal(listed), linked)
