"""The order of a book: the meetings as they followed each other, and what was written between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentorjournal.book.reading import Book
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import Session
from mentorjournal.model.wording import capital
from mentorjournal.model.words import ReflectionTiming, SessionKind, SessionStatus


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Meeting:
    """A session with the reflections that belong to it."""

    session: Session
    reflections: tuple[Reflection, ...] = ()

    def __repr__(self) -> str:
        return f"Meeting({self.session.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Between:
    """What was written between two meetings: reflections, and contacts by mail or telephone. *before* and
    *after* are the meetings around it, None at the ends.
    """

    entries: tuple[Session | Reflection, ...]
    before: Session | None = None
    after: Session | None = None

    @property
    def key(self) -> str:
        return f"after {self.before.id if self.before else 'nothing'}"

    def __repr__(self) -> str:
        return f"Between({len(self.entries)} entries)"


Stretch = Meeting | Between


def stretches(book: Book) -> Iterator[Stretch]:
    """The meetings in the order of time, and what lies between them where something does."""
    meetings = [one for one in book.sessions if one.kind is not SessionKind.CONTACT]
    belonging: defaultdict[EntryId, list[Reflection]] = defaultdict(list)
    between: defaultdict[int, list[Session | Reflection]] = defaultdict(list)
    ids = {one.id for one in meetings}
    days = [one.day for one in meetings]
    for reflection in book.reflections:
        if reflection.session_id in ids and reflection.session_id is not None:
            belonging[reflection.session_id].append(reflection)
        else:
            between[_place(days, reflection)].append(reflection)
    for contact in book.sessions:
        if contact.kind is SessionKind.CONTACT:
            between[bisect_right(days, contact.day)].append(contact)
    for place in range(len(meetings) + 1):
        before = meetings[place - 1] if place else None
        after = meetings[place] if place < len(meetings) else None
        if entries := sorted(between[place], key=_day):
            yield Between(entries=tuple(entries), before=before, after=after)
        if after is not None:
            yield Meeting(session=after, reflections=tuple(belonging[after.id]))


def title_of(session: Session) -> str:
    """“Session 3: Saying no”, or what kind of a meeting it is and what became of it."""
    if session.number is not None:
        name = f"Session {session.number}"
    elif session.status is SessionStatus.HELD:
        name = capital(session.kind.label)
    else:
        name = f"{capital(session.kind.label)}, {session.status.label}"
    return f"{name}: {session.title}" if session.title.strip() else name


def title_between(between: Between) -> str:
    """“Before the first session”, “After session 3”."""
    if between.before is None:
        return "Written along the way" if between.after is None else "Before the first session"
    if between.before.number is not None:
        return f"After session {between.before.number}"
    return "After it" if between.after is None else "Between two sessions"


def _place(days: list[date], reflection: Reflection) -> int:
    """Before how many meetings, less those before it, a reflection stands: after a meeting of its own day,
    but for what was written before it.
    """
    if reflection.timing is ReflectionTiming.BEFORE:
        return bisect_left(days, reflection.day)
    return bisect_right(days, reflection.day)


def _day(entry: Session | Reflection) -> date:
    return entry.day
