"""The session page as a frame: a head, and below it the opening that the day asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import planning
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.model.words import SessionKind, SessionStatus
from ui.desk import OpenJournal, Outside
from ui.draft import Runner
from ui.pages.session.contact import ContactPresenter
from ui.pages.session.frame_contract import DuringRoom, FrameView
from ui.pages.session.head import HeadPresenter, Question
from ui.pages.session.opening import EntryRoom, Opening, right_opening
from ui.pages.session.timing import Timing


class SessionFramePresenter:
    """Opens a session where it is wanted, and lets every part of it know what the others write."""

    def __init__(
        self,
        view: FrameView,
        tasks: Runner,
        outside: Outside,
        clock: Clock,
        *,
        head: HeadPresenter,
        timing: Timing,
        during: DuringRoom,
        contact: ContactPresenter,
        openings: Mapping[Opening, EntryRoom],
        sides: Mapping[Opening, EntryRoom] | None = None,
    ) -> None:
        """*openings* has every opening that there is, *during* among them; *sides* stand beside or inside
        them.
        """
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._head = head
        self._timing = timing
        self._during = during
        self._contact = contact
        self._rooms = openings
        self._sides = sides or {}
        self._journal: OpenJournal | None = None
        self._id: EntryId | None = None
        self._front: Opening | None = None
        self._wanted: Opening | None = None
        self._places: dict[tuple[EntryId, Opening], dict[str, object]] = {}
        self._place: dict[str, object] | None = None
        self._fresh: EntryId | None = None
        self._next_is_contact = False
        self._listener: Callable[[Change], None] | None = None
        head.listen(self._told, self._write_rooms, self._held)
        head.tell(partial(self._heard, head))
        during.when_typing(self._typed)
        during.when_halves(self.tick)
        contact.tell(self._contact_kept)
        for room in openings.values():
            room.tell(partial(self._heard, room))
        for side in self._sides.values():
            side.tell(partial(self._heard, side))

    # What the list of entries asks

    def open_entry(self, journal: OpenJournal, id: EntryId) -> None:
        """Show the session at the opening that its day and status ask for."""
        self._leave_rooms()
        self._journal, self._id, self._wanted = journal, id, None
        self._head.open_entry(journal, id)

    def begin(self, journal: OpenJournal) -> EntryId:
        """Plan a session when the rhythm suggests one. It is kept at once, and asks for its day alone."""
        self.leave_entry()
        self._journal, self._id = journal, new_entry_id()
        if self._next_is_contact:
            self._next_is_contact = False
            self._contact.begin(journal, self._id)
            self._view.show_contact()
        else:
            self._fresh = self._id
            self._tasks.run(
                partial(planning.plan, journal.journal, None, self._id),
                done=partial(self._planned, journal, self._id),
                failed=self._outside.problem,
            )
        return self._id

    def expect_contact(self) -> None:
        """What is begun next is a contact between sessions."""
        self._next_is_contact = True

    def leave_entry(self) -> None:
        self._leave_rooms()
        self._head.leave_entry()
        self._id = None
        self._view.show_nothing()

    def flush(self) -> None:
        """Write now whatever is not on the disk yet, in whatever part of the page it stands."""
        self._contact.flush()
        for room in self._every_room():
            room.flush()

    def close(self) -> None:
        self._contact.close()
        for room in self._every_room():
            room.close()
        self._timing.forget()
        self._journal = self._id = self._front = self._wanted = self._place = self._fresh = None
        self._places.clear()
        self._view.show_nothing()

    def place(self) -> dict[str, object]:
        if self._id is None or self._front is None:
            return {}
        return {
            "id": self._id,
            "opening": self._front.value,
            "inside": self._rooms[self._front].place(),
            "agenda": self._sides[self._front].place() if self._front in self._sides else {},
            **self._timing.place(self._id),
        }

    def restore(self, place: dict[str, object]) -> None:
        """Lead back to the opening and the cursor, once the session is there."""
        self._place = place

    def refresh(self, change: Change) -> None:
        """Take over what was changed elsewhere."""
        for room in self._live():
            room.refresh(change)
        if self._id in change.gone:
            self._id = self._front = None
            self._view.show_nothing()

    def tell(self, listener: Callable[[Change], None]) -> None:
        self._listener = listener

    # Openings

    def show_opening(self, opening: Opening | str) -> None:
        """Bring an opening to the front; before the session is there, remember it."""
        wanted = Opening(opening)
        if self._id is None:
            self._no_session()
        elif self._front is None:
            self._wanted = wanted
        elif wanted in self._offered() and wanted is not self._front:
            self._open(wanted)
            self._view.focus_opening()

    def begin_session(self) -> None:
        """The conversation begins: the clock runs, and there is a place to write."""
        value = self._head.value
        if value is None:
            self._no_session()
        elif value.status is SessionStatus.PLANNED:
            self._timing.begin(value.id)
            self._head.restate()
            self.tick()
            self.show_opening(Opening.DURING)
            self._during.ready_to_write()

    def catch(self) -> None:
        """Put the cursor into the line that catches an action."""
        self._in_during(self._during.catch)

    def discuss_next(self) -> None:
        self._in_during(self._during.discuss_next)

    def act_on_note(self, act: str) -> None:
        """Do to the note that was written in last what its own keys do: says, may, special, add."""
        self._in_during(partial(self._during.act_on_note, act))

    def settle(self, status: SessionStatus) -> None:
        if self._head.value is None:
            self._no_session()
        else:
            self._head.settle(status)

    def suggest_agenda(self) -> None:
        if self._head.value is None:
            self._no_session()
        else:
            self._head.suggest_agenda()

    # The quiet clock

    def tick(self) -> None:
        self._timing.tick(self._head.value, self._during.order)

    def stop_clock(self) -> None:
        """Stop the clock, or let it go on."""
        if self._id is None:
            self._no_session()
        else:
            self._timing.stop(self._id)
            self.tick()

    def hide_clock(self) -> None:
        self._timing.hide()
        self.tick()

    def switch_turn(self) -> None:
        """It is the other's turn: the clock counts for them, and the cursor goes to their half."""
        if self._id is None or self._front is None:
            self._no_session()
        elif self._front is not Opening.DURING:
            self.show_opening(Opening.DURING)
        elif not self._during.order:
            self._outside.problem(InvalidInput("There are no turns here. They belong to sessions of peers."))
        else:
            self._during.go_to_half(self._timing.give_turn_on(self._id))
            self.tick()

    # What comes back

    def _told(self, value: Session) -> None:
        """The head shows the session, or something of it has changed."""
        if value.id != self._id:
            return
        self._view.offer(self._offered())
        if self._front is None:
            self._enter(value)
        elif self._front not in self._offered():
            self._open(Opening.DURING)
        self.tick()
        self._note_turns(value)

    def _note_turns(self, value: Session) -> None:
        """It took place: the minutes that the clock counted for each turn are kept, to be corrected."""
        journal, minutes = self._journal, self._timing.minutes_to_note(value)
        if journal is not None and minutes is not None:
            self._tasks.run(
                partial(journal.journal.sessions.note_turns, value.id, *minutes),
                done=partial(self._turns_noted, journal),
                failed=self._outside.problem,
            )

    def _turns_noted(self, journal: OpenJournal, change: Change) -> None:
        if journal is self._journal:
            self._heard(None, change)
            self._outside.changed(change)

    def _enter(self, value: Session) -> None:
        place, self._place = self._place, None
        wanted, self._wanted = self._wanted, None
        if place is None or place.get("id") != value.id:
            place = {}
        inside, left, agenda = (place.get(name) for name in ("inside", "opening", "agenda"))
        self._timing.restore(value.id, place)
        self._head.restate()
        begun = self._timing.has_begun(value.id)
        left_at = next((one for one in Opening if one.value == left), None)
        opening = wanted or left_at or right_opening(value, self._clock(), begun=begun)
        if opening not in self._offered():
            opening = Opening.DURING
        if isinstance(inside, dict):
            self._places[value.id, opening] = inside
        self._open(opening, remembered=isinstance(inside, dict))
        if isinstance(agenda, dict) and opening in self._sides and opening is left_at:
            self._sides[opening].restore(agenda)
        if self._fresh == value.id:
            self._fresh = None
            self._head.ask_day(Question.MEET)

    def _open(self, opening: Opening, *, remembered: bool = True) -> None:
        journal, id = self._journal, self._id
        if journal is None or id is None:
            return
        self._leave_rooms()
        self._front = opening
        room = self._rooms[opening]
        room.open_entry(journal, id)
        place = self._places.get((id, opening))
        if remembered and place:
            room.restore(place)
        value = self._head.value
        meeting = value is not None and value.kind is not SessionKind.CONTACT
        coming = value is not None and value.status is SessionStatus.PLANNED
        self._during.show_side(meeting and coming)
        if meeting and not coming and opening in self._sides:
            self._tasks.run(
                partial(journal.journal.topics.of_session, id),
                done=partial(self._show_side_with, id),
                failed=self._outside.problem,
            )
        if opening in self._sides and meeting:
            self._sides[opening].open_entry(journal, id)
        self._view.show_opening(opening)

    def _show_side_with(self, id: EntryId, topics: Sequence[object]) -> None:
        """Of a session that is over, the agenda is shown where there was one."""
        if id == self._id:
            self._during.show_side(bool(topics))

    def _leave_rooms(self) -> None:
        """Write and clear the opening in front; its place is kept for coming back."""
        self._contact.leave()
        front, self._front = self._front, None
        if front is None or self._id is None:
            return
        room = self._rooms[front]
        self._places[self._id, front] = room.place()
        room.leave_entry()
        if front in self._sides:
            self._sides[front].leave_entry()

    def _write_rooms(self) -> None:
        for room in self._live():
            room.flush()

    def _heard(self, source: object, change: Change) -> None:
        for room in self._live():
            if room is not source:
                room.refresh(change)
        if self._listener is not None:
            self._listener(change)

    def _held(self) -> None:
        """It took place: what is left to do is the note after it."""
        if Opening.AFTER in self._offered() and self._front is not Opening.AFTER:
            self._open(Opening.AFTER)
            self._view.focus_opening()

    def _planned(self, journal: OpenJournal, id: EntryId, change: Change) -> None:
        if journal is not self._journal:
            return
        if self._listener is not None:
            self._listener(change)
        self._outside.changed(change)
        if id == self._id:
            self._head.open_entry(journal, id)

    def _contact_kept(self, id: EntryId, change: Change) -> None:
        if self._listener is not None:
            self._listener(change)
        self._outside.changed(change)
        if id == self._id and self._journal is not None:
            self._head.open_entry(self._journal, id)

    def _typed(self) -> None:
        value = self._head.value
        today = self._clock().date()
        if value is None or value.status is not SessionStatus.PLANNED or value.day != today:
            return
        if value.kind is not SessionKind.CONTACT and not self._timing.has_begun(value.id):
            self._timing.begin(value.id)
            self._head.restate()
            self.tick()

    # Inside

    def _offered(self) -> list[Opening]:
        value = self._head.value
        if value is not None and value.kind is SessionKind.CONTACT:
            return [Opening.DURING]
        return [one for one in Opening if one in self._rooms]

    def _in_during(self, act: Callable[[], None]) -> None:
        if self._id is None or self._front is None:
            self._no_session()
            return
        self.show_opening(Opening.DURING)
        act()

    def _no_session(self) -> None:
        self._outside.problem(InvalidInput("There is no session open. Open one in the list first."))

    def _live(self) -> Iterator[EntryRoom]:
        yield self._head
        if self._front is not None:
            yield self._rooms[self._front]
            if self._front in self._sides:
                yield self._sides[self._front]

    def _every_room(self) -> Iterator[EntryRoom]:
        yield self._head
        yield from self._rooms.values()
        yield from self._sides.values()
