"""The session page as a frame: a head, and below it the opening that the day asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol

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
from ui.pages.session.head import HeadPresenter, Question
from ui.pages.session.opening import EntryRoom, Opening, right_opening
from ui.pages.session.quiet_clock import QuietClock, Reading


class DuringRoom(EntryRoom, Protocol):
    """The opening that the frame knows more of: typing in it begins a session of today."""

    def when_typing(self, listener: Callable[[], None]) -> None: ...
    def catch(self) -> None: ...
    def ready_to_write(self) -> None: ...
    def show_side(self, shown: bool) -> None: ...
    def act_on_note(self, act: str) -> None: ...
    def discuss_next(self) -> None: ...


class FrameView(Protocol):
    def offer(self, openings: Sequence[Opening]) -> None: ...
    def show_opening(self, opening: Opening) -> None: ...
    def show_contact(self) -> None: ...
    def show_nothing(self) -> None: ...
    def show_clock(self, reading: Reading | None, *, hidden: bool) -> None: ...
    def announce_end(self, minutes: int) -> None: ...
    def focus_opening(self) -> None: ...


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
        quiet_clock: QuietClock,
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
        self._quiet_clock = quiet_clock
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
        self._clock_hidden = False
        self._warned: set[EntryId] = set()
        self._listener: Callable[[Change], None] | None = None
        head.listen(self._told, self._write_rooms, self._held)
        head.tell(partial(self._heard, head))
        during.when_typing(self._typed)
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
        self._quiet_clock.forget()
        self._journal = self._id = self._front = self._wanted = self._place = self._fresh = None
        self._places.clear()
        self._warned.clear()
        self._view.show_nothing()

    def place(self) -> dict[str, object]:
        if self._id is None or self._front is None:
            return {}
        return {
            "id": self._id,
            "opening": self._front.value,
            "inside": self._rooms[self._front].place(),
            "clock": self._quiet_clock.place(self._id),
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
            self._quiet_clock.begin(value.id)
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
        """Show the time that has gone by, and once say that the end is near."""
        value = self._head.value
        held_open = value is not None and value.status is not SessionStatus.PLANNED
        reading = None if value is None else self._quiet_clock.reading(value.id, value.minutes)
        if held_open and reading is not None and reading.running:
            reading = None  # the conversation is over: its time is nobody's concern any more
        self._view.show_clock(reading, hidden=self._clock_hidden)
        if value is None or reading is None or reading.left is None or self._clock_hidden:
            return
        if value.id not in self._warned:
            self._warned.add(value.id)
            self._view.announce_end(reading.left)

    def stop_clock(self) -> None:
        """Stop the clock, or let it go on."""
        if self._id is None:
            self._no_session()
            return
        reading = self._quiet_clock.reading(self._id, 0)
        if reading is not None and not reading.running:
            self._quiet_clock.go_on(self._id)
        else:
            self._quiet_clock.stop(self._id)
        self.tick()

    def hide_clock(self) -> None:
        """Hide the clock, or show it again."""
        self._clock_hidden = not self._clock_hidden
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

    def _enter(self, value: Session) -> None:
        place, self._place = self._place, None
        wanted, self._wanted = self._wanted, None
        if place is None or place.get("id") != value.id:
            place = {}
        clock, inside, left = (place.get(name) for name in ("clock", "inside", "opening"))
        if isinstance(clock, dict):
            self._quiet_clock.restore(value.id, clock)
            self._head.restate()
        begun = self._quiet_clock.has_begun(value.id)
        left_at = next((one for one in Opening if one.value == left), None)
        opening = wanted or left_at or right_opening(value, self._clock(), begun=begun)
        if opening not in self._offered():
            opening = Opening.DURING
        if isinstance(inside, dict):
            self._places[value.id, opening] = inside
        self._open(opening, remembered=isinstance(inside, dict))
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
        if value.kind is not SessionKind.CONTACT and not self._quiet_clock.has_begun(value.id):
            self._quiet_clock.begin(value.id)
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
