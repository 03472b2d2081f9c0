"""What the Actions page does: who said they would do what, open ones first, each act one Change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import ActionOwner, ActionStatus, EntryKind
from ui.pages.actions.contract import (
    ActionDraft,
    ActionsShown,
    ActionsView,
    OpenJournal,
    Outside,
    Runner,
    Side,
)


class ActionsPresenter:
    def __init__(
        self, view: ActionsView, tasks: Runner, outside: Outside, clock: Clock = system_clock
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._open: OpenJournal | None = None
        self._actions: dict[EntryId, Action] = {}
        self._side = Side.BOTH
        self._wanted: EntryId | None = None
        self._turn = 0

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._open = journal
        self._load()

    def flush(self) -> None:
        """Nothing here waits to be saved: every act is one step. A half-typed line travels in `place`."""

    def close(self) -> None:
        self._turn += 1
        self._open = None
        self._actions = {}
        self._side = Side.BOTH
        self._wanted = None
        self._view.clear()

    def place(self) -> dict[str, object]:
        draft = self._view.typed()
        return {
            "side": self._side.value,
            "selected": self._view.selected(),
            "text": draft.text,
            "due": draft.due,
            "owner": draft.owner.value,
            "promise": draft.is_promise,
        }

    def restore(self, place: dict[str, object]) -> None:
        """Put back the filter, the chosen line and what was being typed; what does not fit is left out."""
        side, owner, selected = place.get("side"), place.get("owner"), place.get("selected")
        if isinstance(selected, str):
            self._wanted = EntryId(selected)
        self._view.type_again(
            ActionDraft(
                text=str(place.get("text") or ""),
                due=str(place.get("due") or ""),
                owner=ActionOwner(str(owner)) if owner in list(ActionOwner) else ActionOwner.ME,
                is_promise=place.get("promise") is True,
            )
        )
        self.choose_side(Side(str(side)) if side in list(Side) else Side.BOTH)

    def refresh(self, change: Change) -> None:
        """Read the actions again when one may have changed."""
        silent = not change.rows and not change.gone
        if self._open and (silent or change.gone or any(r.kind is EntryKind.ACTION for r in change.rows)):
            self._load()

    # What the view asks for

    def choose_side(self, side: Side) -> None:
        self._side = side
        if self._open:
            self._show()

    def show_action(self, id: EntryId) -> None:
        """Show and choose this action, whatever the filter was; waits until the actions have come."""
        self._wanted = id
        action = self._actions.get(id)
        if action and not self._side.shows(action.owner):
            self._side = Side.BOTH
        self._show()

    def add(self, draft: ActionDraft) -> None:
        """Write the action down, or say beside the line what does not fit; the line keeps its words."""
        id = new_entry_id()
        try:
            action = Action(
                id=id,
                day=self._today(),
                text=draft.text,
                owner=draft.owner,
                is_promise=draft.is_promise,
                due_on=read_day_words(draft.due, self._today()),
                visibility=draft.visibility,
            )
        except InvalidInput as error:
            self._view.show_add_problem(str(error))
            return
        self._act(lambda journal: journal.actions.add(action), self._added, self._view.show_add_problem, id)

    def edit(self, id: EntryId) -> None:
        if action := self._actions.get(id):
            self._view.show_editor(action, draft_of(action))

    def save(self, id: EntryId, draft: ActionDraft) -> None:
        """Replace what the action says; a status set meanwhile stays."""
        try:
            due = read_day_words(draft.due, self._today())
        except InvalidInput as error:
            self._view.show_edit_problem(str(error))
            return

        def write(journal: Journal) -> Change:
            return journal.actions.write(
                replace(
                    journal.actions.get(id),
                    text=draft.text,
                    owner=draft.owner,
                    is_promise=draft.is_promise,
                    due_on=due,
                    visibility=draft.visibility,
                    outcome_note=draft.outcome_note,
                )
            )

        self._act(write, self._view.close_below, self._view.show_edit_problem, id)

    def toggle(self, id: EntryId) -> None:
        """Done, with one line asked for what came of it; or open again."""
        action = self._actions.get(id)
        if action is None:
            return
        if action.status.is_open:
            self.settle(id, ActionStatus.DONE)
        else:
            self.settle(id, ActionStatus.OPEN)

    def settle(self, id: EntryId, status: ActionStatus) -> None:
        asks = status in (ActionStatus.DONE, ActionStatus.PARTLY_DONE)

        def settled() -> None:
            if asks and (action := self._actions.get(id)):
                self._view.ask_outcome(action)
            else:
                self._view.close_below()

        self._act(lambda journal: journal.actions.settle(id, status), settled, self._refused, id)

    def say_outcome(self, id: EntryId, note: str) -> None:
        """Keep what came of the action; an empty line is an answer too."""
        action = self._actions.get(id)
        if action is None or not note.strip():
            self._view.close_below()
            return
        status = action.status
        self._act(
            lambda journal: journal.actions.settle(id, status, note),
            self._view.close_below,
            self._view.show_edit_problem,
            id,
        )

    def remove(self, id: EntryId) -> None:
        self._act(
            lambda journal: journal.actions.remove(id),
            self._view.close_below,
            self._refused,
            self._neighbour(id),
        )

    # Between the two

    def _act(
        self,
        work: Callable[[Journal], Change],
        settled: Callable[[], None],
        refused: Callable[[str], None],
        select: EntryId | None,
    ) -> None:
        if self._open is None:
            return
        journal, turn = self._open.journal, self._turn

        def changed_and_all() -> tuple[Change, list[Action]]:
            return work(journal), journal.actions.all()

        def done(result: tuple[Change, list[Action]]) -> None:
            if turn != self._turn:
                return
            change, actions = result
            self._wanted = select
            self._came(actions)
            settled()
            self._outside.changed(change)

        def failed(error: Exception) -> None:
            if turn != self._turn:
                return
            if isinstance(error, InvalidInput):
                refused(str(error))
            else:
                self._outside.problem(error, lambda: self._act(work, settled, refused, select))

        self._tasks.run(changed_and_all, done=done, failed=failed)

    def _load(self) -> None:
        if self._open is None:
            return
        journal, turn = self._open.journal, self._turn

        def done(actions: list[Action]) -> None:
            if turn == self._turn:
                self._came(actions)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._outside.problem(error, self._load)

        self._tasks.run(journal.actions.all, done=done, failed=failed)

    def _came(self, actions: Sequence[Action]) -> None:
        self._actions = {action.id: action for action in actions}
        wanted = self._actions.get(self._wanted) if self._wanted else None
        if wanted and not self._side.shows(wanted.owner):
            self._side = Side.BOTH
        self._show()

    def _show(self) -> None:
        if self._open is None:
            return
        opened, closed = in_order([a for a in self._actions.values() if self._side.shows(a.owner)])
        self._view.show_actions(
            ActionsShown(
                open=opened,
                closed=closed,
                side=self._side,
                today=self._today(),
                role=self._open.relationship.my_role,
                others=len(self._actions) - len(opened) - len(closed),
            )
        )
        if self._wanted in self._actions:
            self._view.select(self._wanted)
            self._wanted = None

    def _added(self) -> None:
        self._view.clear_add()

    def _refused(self, sentence: str) -> None:
        self._outside.problem(InvalidInput(sentence))

    def _neighbour(self, id: EntryId) -> EntryId | None:
        """The line that takes the place of one that goes."""
        opened, closed = in_order([a for a in self._actions.values() if self._side.shows(a.owner)])
        ids = [action.id for action in (*opened, *closed)]
        if id not in ids or len(ids) == 1:
            return None
        place = ids.index(id)
        return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]

    def _today(self) -> date:
        return self._clock().date()


def draft_of(action: Action) -> ActionDraft:
    return ActionDraft(
        text=action.text,
        owner=action.owner,
        is_promise=action.is_promise,
        due=action.due_on.isoformat() if action.due_on else "",
        visibility=action.visibility,
        outcome_note=action.outcome_note,
    )


def in_order(actions: Sequence[Action]) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
    """Open ones by due day, the undated after them; then closed ones, the latest first."""
    opened = sorted(
        (action for action in actions if action.status.is_open),
        key=lambda action: (action.due_on or date.max, action.day),
    )
    closed = sorted(
        (action for action in actions if not action.status.is_open),
        key=lambda action: action.closed_on or action.day,
        reverse=True,
    )
    return tuple(opened), tuple(closed)
