"""What both Actions pages do: show, settle, carry, change and delete actions, each act one Change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ActionStatus, EntryKind, Role, Visibility
from ui.pages.actions.beneath import Beneath, Links
from ui.pages.actions.contract import (
    ActionDraft,
    ActionsShown,
    ActionsView,
    Ask,
    Listed,
    Order,
    Problems,
    Runner,
    Side,
)
from ui.pages.actions.draft import as_drafted, draft_of
from ui.pages.actions.grouping import in_groups
from ui.pages.actions.laying_back import LayingBack
from ui.pages.actions.reading import Read, Source, Wish, links_for

MORE = 100
"""How many closed actions are shown at first, and how many more each time."""


class ActionsBoard:
    """Subclasses say where the actions come from, and whom to tell of a change."""

    def __init__(
        self, view: ActionsView, tasks: Runner, problems: Problems, clock: Clock = system_clock
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._problems = problems
        self._clock = clock
        self._turn = 0
        self._source: Source | None = None
        self._role: Role | None = None
        self._beneath = Beneath(view)
        self._laying_back = LayingBack(tasks, self._beneath, problems)
        self._forget()

    def _forget(self) -> None:
        self._read = Read((), (), 0)
        self._listed: dict[EntryId, Listed] = {}
        self._side = Side.BOTH
        self._order = Order.DUE
        self._most = 0
        self._beginning = False
        self._wanted: EntryId | None = None
        self._beneath.forget()

    def report(self, listed: Listed | None, change: Change) -> None:
        """Tell the window what was done."""
        raise NotImplementedError

    def go_to(self, listed: Listed, kind: EntryKind, id: EntryId) -> None:
        """Show an entry of the journal in which *listed* stands."""
        raise NotImplementedError

    # What every page does

    def begin(self, source: Source, role: Role | None) -> None:
        """Show the actions of *source* from now on.

        They are read after a turn of the vault's queue: the place to go back to is said right after this, and
        it decides what is read.
        """
        self.close()
        self._source, self._role = source, role
        self._beginning, turn = True, self._turn

        def begun(_: None) -> None:
            if turn == self._turn:
                self._beginning = False
                self.load()

        self._tasks.run(lambda: None, done=begun, failed=self._problems.problem)

    def close(self) -> None:
        self._turn += 1
        self._source = None
        self._forget()
        self._view.clear()

    def look_again(self, place: dict[str, object]) -> None:
        """Read what was shown when *place* was told, of one side or both, and with how many closed ones."""
        side, most, selected = (place.get(name) for name in ("side", "closed", "selected"))
        if isinstance(selected, str):
            self._wanted = EntryId(selected)
        self._side = Side(str(side)) if side in list(Side) else Side.BOTH
        self._most = most if isinstance(most, int) and 0 <= most <= 100 * MORE else 0
        self.load()
        self._lay_back(place)

    def _lay_back(self, place: dict[str, object]) -> None:
        """Show what was open beneath the list when *place* was told."""
        turn = self._turn
        if self._source is not None:
            self._laying_back.lay_back(place, self._source, lambda: turn == self._turn)

    # What is shown

    def choose_side(self, side: Side) -> None:
        if side is not self._side:
            self._side = side
            self._most = min(self._most, MORE)
            self.load()

    def choose_order(self, order: Order) -> None:
        self._order = order
        self._show()

    def fold(self) -> None:
        """Show the closed actions, the newest first, or put them away again."""
        self._most = 0 if self._most else MORE
        self.load()

    def show_more(self) -> None:
        """Show older closed actions too."""
        self._most += MORE
        self.load()

    # What the writer does with one of them

    def toggle(self, id: EntryId) -> None:
        """Done, with one line asked for what came of it; or open again."""
        if listed := self._listed.get(id):
            self.settle(id, ActionStatus.DONE if listed.action.status.is_open else ActionStatus.OPEN)

    def settle(self, id: EntryId, status: ActionStatus) -> None:
        """Say what became of it. Where it is carried, first ask until when."""
        listed = self._listed.get(id)
        if status is ActionStatus.CARRIED:
            if listed:
                self._beneath.ask(Ask.UNTIL, listed)
            return
        asks = status in (ActionStatus.DONE, ActionStatus.PARTLY_DONE)

        def settled(action: Action) -> None:
            if asks and (now := self._listed.get(id) or listed):
                self._beneath.ask(Ask.OUTCOME, now)
            else:
                self._beneath.put_away()

        select = id if status.is_open or self._most else self._neighbour(id)
        self._act(id, lambda journal: journal.actions.settle(id, status), settled, self._refused, select)

    def say_outcome(self, id: EntryId, note: str) -> None:
        """Keep what came of the action; an empty line is an answer too."""
        self._beneath.put_away()
        if note.strip():
            self._act(
                id,
                lambda journal: journal.actions.note_outcome(id, note),
                self._settled,
                self._refused,
                self._view.selected(),
            )

    def carry(self, id: EntryId, until: str) -> None:
        """Take it along until a day in words; without one it has no day any more."""
        try:
            day = read_day_words(until, self._today())
        except InvalidInput as error:
            self._view.show_until_problem(str(error))
            return
        self._act(
            id,
            lambda journal: journal.actions.carry(id, day),
            self._settled,
            self._view.show_until_problem,
            id,
        )

    def mark(self, id: EntryId) -> None:
        """Go on to the next that may happen to it."""
        if listed := self._listed.get(id):
            choices = list(Visibility)
            after = choices[(choices.index(listed.action.visibility) + 1) % len(choices)]
            self._act(id, lambda journal: journal.actions.mark(id, after), self._nothing, self._refused, id)

    def edit(self, id: EntryId) -> None:
        """Show all fields of the action, with the sessions and goals that it may come from."""
        listed, source, turn = self._listed.get(id), self._source, self._turn
        if listed is None or source is None:
            return

        def work() -> Links:
            return links_for(source.journal(listed), listed.action)

        def done(links: Links) -> None:
            if turn == self._turn:
                self._beneath.edit(listed, draft_of(listed.action), links)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._problems.problem(error)

        self._tasks.run(work, done=done, failed=failed)

    def save(self, id: EntryId, draft: ActionDraft) -> None:
        """Take over what was changed; a status, or anything else that happened meanwhile, stays."""
        began = self._beneath.began(id)
        if began is None:
            return
        try:
            due = read_day_words(draft.due, self._today())
        except InvalidInput as error:
            self._view.show_edit_problem(str(error))
            return

        self._act(
            id,
            lambda journal: journal.actions.write(as_drafted(journal.actions.get(id), draft, began, due)),
            self._edit_ended,
            self._view.show_edit_problem,
            id,
        )

    def leave_editor(self) -> None:
        self._beneath.leave_editor()

    def leave_line(self) -> None:
        self._beneath.put_away()

    def remove(self, id: EntryId) -> None:
        self._act(
            id,
            lambda journal: journal.actions.remove(id),
            self._edit_ended if self._beneath.edits(id) else self._settled,
            self._refused,
            self._neighbour(id),
        )

    def open_session(self, id: EntryId) -> None:
        """Show the session that it came from."""
        listed = self._listed.get(id)
        if listed and listed.session:
            self.go_to(listed, EntryKind.SESSION, listed.session.id)

    def open_goal(self, id: EntryId) -> None:
        """Show the goal that it serves."""
        listed = self._listed.get(id)
        if listed and listed.goal:
            self.go_to(listed, EntryKind.GOAL, listed.goal.id)

    # Between the two

    def load(self) -> None:
        """Read what is shown."""
        source, turn, wish = self._source, self._turn, self._wish()
        if source is None or self._beginning:
            return

        def done(read: Read) -> None:
            if turn == self._turn:
                self._came(read)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._problems.problem(error, self._if_still_here(self.load))

        self._tasks.run(lambda: source.read(wish), done=done, failed=failed)

    def _act(
        self,
        id: EntryId,
        work: Callable[[Journal], Change],
        settled: Callable[[Action], None],
        refused: Callable[[str], None],
        select: EntryId | None,
    ) -> None:
        listed, source = self._listed.get(id) or self._beneath.find(id), self._source
        turn, wish = self._turn, self._wish()
        if listed is None or source is None:
            return

        def changed_and_all() -> tuple[Change, Read]:
            return work(source.journal(listed)), source.read(wish)

        def done(result: tuple[Change, Read]) -> None:
            if turn != self._turn:
                return
            self._wanted = select
            self._came(result[1])
            settled(listed.action)
            self.report(listed, result[0])

        def failed(error: Exception) -> None:
            if turn != self._turn:
                return
            if isinstance(error, InvalidInput):
                refused(str(error))
            else:
                self._problems.problem(
                    error, self._if_still_here(lambda: self._act(id, work, settled, refused, select))
                )

        self._tasks.run(changed_and_all, done=done, failed=failed)

    def _if_still_here(self, act: Callable[[], None]) -> Callable[[], None]:
        """*act*, or nothing once another journal is shown: the problem offering it outlives the journal."""
        turn = self._turn

        def retry() -> None:
            if turn == self._turn:
                act()

        return retry

    def _came(self, read: Read) -> None:
        self._read = read
        if read.closed and not self._most:
            self._most = MORE  # a closed one was looked for
        self._listed = {one.action.id: one for one in (*read.open, *read.closed)}
        self._show()

    def _show(self) -> None:
        if self._source is None:
            return
        shown = [one for one in self._read.open if self._side.shows(one.action.owner)]
        self._view.show_actions(
            ActionsShown(
                groups=in_groups(shown, self._today(), self._order),
                closed=self._read.closed,
                closed_count=self._read.closed_count,
                unfolded=bool(self._most),
                side=self._side,
                order=self._order,
                today=self._today(),
                role=self._role,
                others=len(self._read.open) - len(shown),
            )
        )
        if self._wanted in self._listed:
            self._view.select(self._wanted)
            self._wanted = None

    def _wish(self) -> Wish:
        return Wish(self._side, self._most, self._wanted)

    def _settled(self, action: Action) -> None:
        self._beneath.put_away()

    def _edit_ended(self, action: Action) -> None:
        self._beneath.leave_editor()

    def _nothing(self, action: Action) -> None:
        """The row itself shows what was done."""

    def _refused(self, sentence: str) -> None:
        self._problems.problem(InvalidInput(sentence))

    def _neighbour(self, id: EntryId) -> EntryId | None:
        """The line that takes the place of one that goes."""
        shown = [one for one in self._read.open if self._side.shows(one.action.owner)]
        groups = in_groups(shown, self._today(), self._order)
        ids = [one.action.id for group in groups for one in group.listed]
        ids.extend(one.action.id for one in self._read.closed)
        if id not in ids or len(ids) == 1:
            return None
        place = ids.index(id)
        return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]

    def _today(self) -> date:
        return self._clock().date()
