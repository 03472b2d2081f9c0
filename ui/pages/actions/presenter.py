"""What the Actions page of one journal does besides: catch new ones, and keep its place."""

from __future__ import annotations

from typing import TypeVar

from mentorjournal.errors import InvalidInput
from mentorjournal.model.action import Action
from mentorjournal.model.caught import read_action
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import ActionOwner, EntryKind
from ui.pages.actions.board import ActionsBoard
from ui.pages.actions.contract import (
    ActionsView,
    Listed,
    OpenJournal,
    Outside,
    Runner,
    Side,
)
from ui.pages.actions.reading import OneJournal, Read

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
        self._view.type_again(str(place.get("line") or ""))
        self.look_again(place)

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
