"""What the Actions page of one journal does besides: catch new ones, and keep its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from mentorjournal.errors import InvalidInput
from mentorjournal.model.action import Action
from mentorjournal.model.caught import read_action
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import ActionOwner, EntryKind
from ui.pages.actions.beneath import Links
from ui.pages.actions.board import MORE, ActionsBoard
from ui.pages.actions.contract import (
    ActionDraft,
    ActionsView,
    Ask,
    Listed,
    OpenJournal,
    Outside,
    Runner,
    Side,
)
from ui.pages.actions.draft import draft_of
from ui.pages.actions.draft_place import editing_from_place
from ui.pages.actions.reading import OneJournal, Read, links_for

T = TypeVar("T")

_LINKED = (EntryKind.ACTION, EntryKind.SESSION, EntryKind.GOAL)


class ActionsPresenter(ActionsBoard):
    def __init__(
        self, view: ActionsView, tasks: Runner, outside: Outside, clock: Clock = system_clock
    ) -> None:
        super().__init__(view, tasks, outside, clock)
        self._outside = outside
        self._open: OpenJournal | None = None

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self.begin(OneJournal(journal), journal.relationship.my_role)
        self._open = journal

    def flush(self) -> None:
        """Nothing here waits to be saved: every act is one step. A half-typed line travels in `place`."""

    def close(self) -> None:
        self._open = None
        super().close()

    def place(self) -> dict[str, object]:
        return {
            "side": self._side.value,
            "selected": self._view.selected(),
            "line": self._view.typed(),
            "closed": self._most,
            **self._beneath.place(),
        }

    def restore(self, place: dict[str, object]) -> None:
        """Put back the filter, the chosen line and all that was typed; what does not fit is left out."""
        side, selected, most = (place.get(name) for name in ("side", "selected", "closed"))
        if isinstance(selected, str):
            self._wanted = EntryId(selected)
        self._view.type_again(str(place.get("line") or ""))
        self._side = Side(str(side)) if side in list(Side) else Side.BOTH
        self._most = most if isinstance(most, int) and 0 <= most <= 100 * MORE else 0
        self.load()
        for name, lay_back in (("editing", self._edit_again), ("asked", self._ask_again)):
            left = place.get(name)
            if isinstance(left, dict):
                lay_back(left)

    def refresh(self, change: Change) -> None:
        """Read the actions again when one of them, or what it came from, may have changed."""
        silent = not change.rows and not change.gone
        ours = any(row.kind in _LINKED for row in change.rows) or change.touched & self._listed.keys()
        if self._open and (silent or change.gone or ours):
            self.load()

    def report(self, listed: Listed | None, change: Change) -> None:
        self._outside.changed(change)

    def go_to(self, listed: Listed, kind: EntryKind, id: EntryId) -> None:
        self._outside.show_entry(kind, id)

    @property
    def chosen(self) -> EntryId | None:
        """The action that is chosen in the list."""
        return self._view.selected()

    # What the view asks for

    def show_versions(self, id: EntryId) -> None:
        """Show how the action read before."""
        self._outside.show_versions_of(EntryKind.ACTION, id)

    def show_action(self, id: EntryId) -> None:
        """Show and choose this action, whatever the filter was; waits until the actions have come."""
        self._wanted = id
        listed = self._listed.get(id)
        if listed and self._side.shows(listed.action.owner):
            self._show()
        else:
            self._side = Side.BOTH
            self.load()

    def add(self, line: str) -> None:
        """Write down the action that the line says, or say beside it what does not fit; the line keeps its
        words.
        """
        journal, turn = self._open, self._turn
        if journal is None:
            return
        caught = read_action(line, self._today(), journal.relationship.my_role)
        action = Action(
            id=new_entry_id(),
            day=self._today(),
            text=caught.text,
            owner=caught.owner or ActionOwner.ME,
            due_on=caught.due_on,
            is_promise=caught.is_promise,
        )
        source, wish = OneJournal(journal), self._wish()

        def work() -> tuple[Change, Read]:
            return journal.journal.actions.add(action), source.read(wish)

        def done(result: tuple[Change, Read]) -> None:
            if turn != self._turn:
                return
            if not self._side.shows(action.owner):
                self._side = Side.BOTH
            self._wanted = action.id
            self._came(result[1])
            self._view.added(line)
            self.report(None, result[0])

        def failed(error: Exception) -> None:
            if turn != self._turn:
                return
            if isinstance(error, InvalidInput):
                self._view.show_add_problem(str(error))
            else:
                self._view.add_failed()
                self._outside.problem(error, self._if_still_here(lambda: self.add(line)))

        self._tasks.run(work, done=done, failed=failed)

    # What was being typed

    def _edit_again(self, left: dict[str, object]) -> None:
        """Show the fields of an action as they were left."""

        def find(journal: OpenJournal) -> tuple[Listed, ActionDraft, Links] | None:
            listed = OneJournal(journal).find(EntryId(str(left.get("id"))))
            if listed is None:
                return None
            draft = editing_from_place(left, draft_of(listed.action))
            linked = replace(listed.action, session_id=draft.session_id, goal_id=draft.goal_id)
            return listed, draft, links_for(journal.journal, linked)

        self._lay_back(find, lambda found: self._beneath.edit(*found))

    def _ask_again(self, left: dict[str, object]) -> None:
        """Ask again what was being answered."""
        ask, words = left.get("ask"), str(left.get("words") or "")
        if ask in list(Ask):
            self._lay_back(
                lambda journal: OneJournal(journal).find(EntryId(str(left.get("id")))),
                lambda listed: self._beneath.ask(Ask(str(ask)), listed, words),
            )

    def _lay_back(self, find: Callable[[OpenJournal], T | None], show: Callable[[T], None]) -> None:
        """Show what is found of an action that is still there."""
        journal, turn = self._open, self._turn
        if journal is None:
            return

        def done(found: T | None) -> None:
            if turn == self._turn and found is not None:
                show(found)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._outside.problem(error)

        self._tasks.run(lambda: find(journal), done=done, failed=failed)
