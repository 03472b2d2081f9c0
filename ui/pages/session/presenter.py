"""During a session: its notes block by block, and the actions that come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.turns import Turns, turns_before
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import is_empty
from mentorjournal.model.caught_action import caught_action
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import BlockId, EntryId, new_block_id
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import Attribution, Role, Section, Turn, Visibility
from ui.desk import Desk, DeskView, OpenJournal, Outside
from ui.draft import Book, Runner
from ui.pages.session.halves import Order, end_of_half, half_of, moved_over, order_of

C = TypeVar("C")

REMOVE_NOTE = "Remove note"


class SessionView(DeskView[Session], Protocol):
    """What the desk needs, and the blocks and the actions."""

    def set_role(self, role: Role, today: date) -> None: ...
    def insert_block(self, block: NoteBlock, position: int) -> None: ...
    def mark_block(self, block: NoteBlock) -> None: ...
    def move_block(self, id: BlockId, position: int) -> None: ...
    def remove_block(self, id: BlockId) -> None: ...
    def focus_block(self, id: BlockId) -> None: ...
    def show_halves(self, order: Order) -> None: ...
    @property
    def written_in(self) -> BlockId | None: ...
    def show_actions(self, actions: Sequence[Action], today: date) -> None: ...
    def focus_catch(self) -> None: ...
    def show_side(self, shown: bool) -> None: ...
    def act_on_note(self, act: str) -> None: ...
    def action_caught(self, line: str) -> None: ...
    def action_refused(self, message: str) -> None: ...


def is_fixed(section: Section) -> bool:
    """Whether the section alone decides who said it and what may happen to it."""
    return section is Section.THEIR_WORDS


def in_section(block: NoteBlock, section: Section) -> NoteBlock:
    """The block in another section. Marks that the writer chose stay; those of the section follow it."""
    old = block.section
    chosen = is_fixed(old) or is_fixed(section)
    attribution, visibility = block.attribution, block.visibility
    if chosen or attribution is old.default_attribution:
        attribution = section.default_attribution
    if chosen or visibility is old.default_visibility:
        visibility = section.default_visibility
    return replace(block, section=section, attribution=attribution, visibility=visibility)


def block_key(block: NoteBlock) -> BlockId:
    return block.id


class SessionPresenter(Desk[Session]):
    """During: keeps the notes of one session between the screen and the journal, and catches its actions."""

    keys = {"blocks": block_key}

    def __init__(
        self,
        view: SessionView,
        tasks: Runner,
        outside: Outside,
        clock: Clock,
        *,
        discuss_next: Callable[[], None] | None = None,
    ) -> None:
        """*discuss_next* marks the next topic of the agenda beside the notes as discussed."""
        super().__init__(view, tasks, outside, clock)
        self._view = view
        self._discuss_next = discuss_next
        self._typing: Callable[[], None] | None = None
        self._halves_known: Callable[[], None] | None = None
        self._order: Order = ()

    @property
    def order(self) -> Order:
        """Whose half of the notes stands first; empty where nobody takes turns, or it is not known yet."""
        return self._order if self._draft is not None else ()

    def when_halves(self, listener: Callable[[], None]) -> None:
        """Let *listener* know when the halves are known."""
        self._halves_known = listener

    def when_typing(self, listener: Callable[[], None]) -> None:
        """Let *listener* know of every edit."""
        self._typing = listener

    def open(self, journal: OpenJournal) -> None:
        if journal is not self._journal:
            self._view.set_role(journal.relationship.my_role, self._clock().date())
        super().open(journal)

    def book(self, journal: Journal) -> Book[Session]:
        door = journal.sessions
        return Book(get=door.get, add=door.add, write=partial(_take_notes, journal), ready=_always)

    def shown(self, journal: OpenJournal, value: Session) -> None:
        self._order = ()
        self._view.show_halves(())
        self._fetch_actions(journal, value.id)

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        if self._draft is not None and self._journal is not None and change is not self._reported:
            self._fetch_actions(self._journal, self._draft.value.id)

    def touched(self) -> None:
        super().touched()
        if self._typing is not None and self._draft is not None:
            self._typing()

    # Blocks

    def add_block(self, after: BlockId | None) -> None:
        """Begin a block after this one, in the same section, with that section's own marks."""
        blocks = self._blocks()
        if self._draft is None:
            return
        place = _index(blocks, after)
        section = blocks[place].section if place is not None else Section.DISCUSSED
        if is_fixed(section):
            section = Section.DISCUSSED  # words of one's own must not become theirs by going on typing
        position = len(blocks) if place is None else place + 1
        half = half_of(blocks[place], self._order) if place is not None else next(iter(self._order), None)
        self._insert(section, position, half)

    def write_in_half(self, turn: Turn) -> None:
        """Go on at the end of this half: in its last note while that is empty, or in a new one."""
        blocks, order = self._blocks(), self._order
        if not order:
            return
        position = end_of_half(blocks, order, turn)
        last = blocks[position - 1] if position else None
        if last is not None and half_of(last, order) is turn and is_empty(last.text):
            self._view.focus_block(last.id)
        else:
            self._insert(Section.DISCUSSED, position, turn)

    def go_to_half(self, turn: Turn | None) -> None:
        """Put the cursor into this half, or with None into the one in which it is not."""
        if self._order and turn is None:
            blocks = self._blocks()
            here = _index(blocks, self._view.written_in)
            first = here is not None and half_of(blocks[here], self._order) is self._order[0]
            turn = self._order[1 if first or here is None else 0]
        if turn is not None:
            self.write_in_half(turn)

    def switch_half(self, id: BlockId) -> None:
        """Move the note to the other half."""
        over = moved_over(self._blocks(), self._order, id)
        if over is not None:
            block, position = over
            self._view.mark_block(block)
            self._view.move_block(id, position)
            self.touched()

    def choose_section(self, id: BlockId, section: Section) -> None:
        self._mark(id, lambda block: in_section(block, section))

    def choose_attribution(self, id: BlockId, attribution: Attribution) -> None:
        self._mark(id, lambda block: replace(block, attribution=attribution))

    def choose_visibility(self, id: BlockId, visibility: Visibility) -> None:
        self._mark(id, lambda block: replace(block, visibility=visibility))

    def cycle_attribution(self, id: BlockId) -> None:
        """Go on to the next who may have said it."""
        self._mark(id, lambda block: replace(block, attribution=_after(block.attribution, Attribution)))

    def cycle_visibility(self, id: BlockId) -> None:
        """Go on to the next that may happen to it."""
        self._mark(id, lambda block: replace(block, visibility=_after(block.visibility, Visibility)))

    def move_block(self, id: BlockId, step: int) -> None:
        """Move the block up (-1) or down (1) among the others."""
        blocks = self._blocks()
        place = _index(blocks, id)
        if place is None or not 0 <= place + step < len(blocks):
            return
        half = half_of(blocks[place + step], self._order)
        if half is not half_of(blocks[place], self._order):
            if half is None:
                return
            step = 0  # from the edge of one half it goes into the other, past nobody
            self._view.mark_block(replace(blocks[place], turn=half))
        self._view.move_block(id, place + step)
        self.touched()

    def remove_block(self, id: BlockId) -> None:
        """Take the block out, and offer the way back when it held words."""
        blocks = self._blocks()
        place = _index(blocks, id)
        draft, journal = self._draft, self._journal
        if place is None or draft is None or journal is None:
            return
        self._view.remove_block(id)
        if len(blocks) > 1:
            self._view.focus_block(blocks[place - 1 if place else 1].id)
        self.touched()
        self.save()
        gone = blocks[place]
        if not is_empty(gone.text):
            undo = partial(put_block_back, journal.journal, draft.value.id, gone, place)
            touched = frozenset({draft.value.id})
            self.report(Change(label=REMOVE_NOTE, touched=touched, undo=undo))

    def mark_special(self, id: BlockId, special: bool) -> None:
        """Say whether the block touches health, belief, ethnicity or the like."""
        self._mark(id, lambda block: replace(block, special_category=special))

    def act_on_note(self, act: str) -> None:
        """Do to the note that was written in last what its own keys do."""
        self._view.act_on_note(act)

    # The conversation

    def discuss_next(self) -> None:
        """The next topic is discussed."""
        if self._discuss_next is not None and self._draft is not None:
            self._discuss_next()

    def ready_to_write(self) -> None:
        """Lay out a first note where there is none yet."""
        if self._draft is not None and not self._blocks():
            self.add_block(None)

    def show_side(self, shown: bool) -> None:
        """Show the topics beside the notes, or leave them out."""
        self._view.show_side(shown)

    def catch(self) -> None:
        """Put the cursor into the line that catches an action."""
        self._view.focus_catch()

    def caught(self, line: str) -> None:
        """Keep the action that the line says, as one that came of this session."""
        draft, journal = self._draft, self._journal
        if draft is None or journal is None:
            return
        self.save()
        action = caught_action(line, self._clock().date(), draft.value.id, journal.relationship.my_role)
        self._tasks.run(
            partial(journal.journal.actions.add, action),
            done=partial(self._action_added, journal, draft.value.id, line),
            failed=partial(self._action_refused, draft.value.id),
        )

    # What comes back

    def _blocks(self) -> tuple[NoteBlock, ...]:
        return () if self._draft is None else self._view.written(self._draft.value).blocks

    def _mark(self, id: BlockId, change: Callable[[NoteBlock], NoteBlock]) -> None:
        blocks = self._blocks()
        place = _index(blocks, id)
        if place is None:
            return
        after = change(blocks[place])
        if is_fixed(after.section):
            after = in_section(after, after.section)
        self._view.mark_block(after)
        if after != blocks[place]:
            self.touched()

    def _fetch_actions(self, journal: OpenJournal, id: EntryId) -> None:
        self._tasks.run(
            partial(_beside, journal.journal, id),
            done=partial(self._beside_arrived, journal, id),
            failed=self._outside.problem,
        )

    def _beside_arrived(
        self, journal: OpenJournal, id: EntryId, found: tuple[list[Action], Turns | None]
    ) -> None:
        if journal is not self._journal or not self._shows(id):
            return
        actions, turns = found
        self._view.show_actions(actions, self._clock().date())
        order = order_of(turns, self._blocks())
        if bool(order) is not bool(self._order):  # which half stands first stays while one writes
            self._order = order
            self._view.show_halves(order)
            if self._halves_known is not None:
                self._halves_known()

    def _insert(self, section: Section, position: int, half: Turn | None) -> None:
        block = NoteBlock(
            id=new_block_id(),
            section=section,
            attribution=section.default_attribution,
            visibility=section.default_visibility,
            turn=half,
        )
        self._view.insert_block(block, position)
        self._view.focus_block(block.id)
        self.touched()

    def _action_added(self, journal: OpenJournal, id: EntryId, line: str, change: Change) -> None:
        if journal is self._journal:
            if self._shows(id):
                self._view.action_caught(line)
            self.report(change)
            self._fetch_actions(journal, id)

    def _action_refused(self, id: EntryId, error: Exception) -> None:
        if self._shows(id):
            if isinstance(error, InvalidInput):
                self._view.action_refused(str(error))
                return
            self._view.action_refused("")  # it may be caught again; why it was not stands elsewhere
        self._outside.problem(error)

    def _shows(self, id: EntryId) -> bool:
        return self._draft is not None and self._draft.value.id == id


def put_block_back(journal: Journal, id: EntryId, block: NoteBlock, place: int) -> Change:
    """Put a removed block back where it stood, beside whatever was written since."""
    value = journal.sessions.get(id)
    if all(other.id != block.id for other in value.blocks):
        value = replace(value, blocks=(*value.blocks[:place], block, *value.blocks[place:]))
    again = partial(take_block_out, journal, id, block.id)
    return replace(journal.sessions.take_notes(id, value.blocks), label=REMOVE_NOTE, undo=again)


def take_block_out(journal: Journal, id: EntryId, block: BlockId) -> Change:
    """Remove a block that was put back, with what was written in it since."""
    value = journal.sessions.get(id)
    place = _index(value.blocks, block)
    if place is None:
        return Change(label=REMOVE_NOTE)
    again = partial(put_block_back, journal, id, value.blocks[place], place)
    rest = (*value.blocks[:place], *value.blocks[place + 1 :])
    return replace(journal.sessions.take_notes(id, rest), label=REMOVE_NOTE, undo=again)


def _index(blocks: Sequence[NoteBlock], id: BlockId | None) -> int | None:
    return next((place for place, block in enumerate(blocks) if block.id == id), None)


def _after(choice: C, choices: Iterable[C]) -> C:
    members = list(choices)
    return members[(members.index(choice) + 1) % len(members)]


def _beside(journal: Journal, id: EntryId) -> tuple[list[Action], Turns | None]:
    actions = [action for action in journal.actions.all() if action.session_id == id]
    return actions, turns_before(journal, id)


def _take_notes(journal: Journal, value: Session) -> Change:
    return journal.sessions.take_notes(value.id, value.blocks)


def _always(value: Session) -> bool:
    return True
