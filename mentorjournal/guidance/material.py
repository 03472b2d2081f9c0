"""Everything that is known before a session, read from the journal in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from mentorjournal.guidance.brief_lines import Block, Line
from mentorjournal.guidance.checkpoints import Story
from mentorjournal.guidance.phase import Suggestion, suggested_phase
from mentorjournal.guidance.said import LONGEST_LINE, cut, length_of, meeting_day
from mentorjournal.guidance.story import story_of
from mentorjournal.guidance.turns import takes_turns, turns
from mentorjournal.guidance.unnamed import without_names
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import Mode, Phase, Section, SessionKind, SessionStatus

NEWEST = 3
"""How many of their words, of the advice and of the contacts are looked at."""

_SECTIONS = {
    Section.QUESTION_TO_RETURN_TO: None,
    Section.THEIR_WORDS: NEWEST,
    Section.ADVICE_GIVEN: NEWEST,
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Strip:
    """The line above a preparation. *number* is the one that the session has, or will have when it is held.
    *planned* is how many were agreed on, *days_since* the days from the meeting before to this one.
    """

    codename: str
    number: int | None
    day: date
    at: time | None
    minutes: int
    mode: Mode
    place: str
    phase: Phase
    planned: int | None
    days_since: int | None

    def words(self) -> str:
        """“Heron · session 4 of 6 · Thu 3 Dec 2026, 10:00 · Harbour path · making progress · …”."""
        parts = [self.codename]
        if self.number is not None:
            planned = self.planned is not None and self.number <= self.planned
            parts.append(f"session {self.number} of {self.planned}" if planned else f"session {self.number}")
        parts += [meeting_day(self.day, self.at), self.place or self.mode.label]
        if self.phase is not Phase.NOT_TRACKED:
            parts.append(self.phase.label)
        if self.days_since is not None:
            parts.append(f"{length_of(self.days_since)} since the last")
        return " · ".join(parts)

    def __repr__(self) -> str:
        return f"Strip({self.day})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Material:
    """*held* are the meetings before this session, earliest first; *contacts* those between meetings. Neither
    has its notes: *notes* are those of a section, newest first with their session, *last_notes* those of the
    meeting before.
    """

    relationship: Relationship
    story: Story
    session: Session
    sessions: tuple[Session, ...]
    held: tuple[Session, ...]
    contacts: tuple[Session, ...]
    notes: Mapping[Section, tuple[tuple[Session, NoteBlock], ...]]
    last_notes: tuple[NoteBlock, ...]
    goals: tuple[Goal, ...]
    actions: tuple[Action, ...]
    topics: tuple[Topic, ...]
    today: date
    unnamed: Callable[[str], str]

    @property
    def last(self) -> Session | None:
        """The meeting before this one."""
        return self.held[-1] if self.held else None

    def meetings_since(self, day: date) -> int:
        """How many meetings were held on *day* or later."""
        return sum(meeting.day >= day for meeting in self.held)

    def strip(self) -> Strip:
        about, session, last = self.relationship, self.session, self.last
        counted = session.kind is not SessionKind.CONTACT
        return Strip(
            codename=about.codename,
            number=session.number or (len(self.held) + 1 if counted else None),
            day=session.day,
            at=session.at,
            minutes=session.minutes,
            mode=session.mode,
            place=self.unnamed(session.place),
            phase=self.phase(),
            planned=about.commitment.sessions_planned,
            days_since=(session.day - last.day).days if last else None,
        )

    def phase(self) -> Phase:
        """The phase that the writer set, or else the one that the rule suggests."""
        if self.relationship.phase is not Phase.NOT_TRACKED:
            return self.relationship.phase
        return self.suggestion().phase

    def turns(self) -> str:
        """Among peers: how evenly the last meetings were shared, and who might begin."""
        if not takes_turns(self.relationship):
            return ""
        return turns(self.held, self.last_notes).words(self.relationship.my_role.partner)

    def suggestion(self) -> Suggestion:
        return suggested_phase(self.relationship, self.sessions, self.goals, self.actions, self.today)

    def short(self, text: str, length: int = LONGEST_LINE) -> str:
        """*text* on one short line. Names go first: of a name that is cut in two, a part would stay."""
        return cut(self.unnamed(text), length)

    def without_names(self, line: Line) -> Line:
        return replace(line, text=self.unnamed(line.text), aside=self.unnamed(line.aside))

    def block_without_names(self, block: Block) -> Block:
        """The rules quote what was written; this is where names are taken out of it, for all of them."""
        return replace(block, lines=tuple(map(self.without_names, block.lines)))

    def __repr__(self) -> str:
        return f"Material({self.session.id})"


def read_material(journal: Journal, session_id: EntryId, today: date) -> Material:
    """Read what a preparation is made from; on the vault's thread. Raises NotFound without the session."""
    relationship = journal.relationship()
    session = journal.sessions.get(session_id)
    everything = journal.sessions.facts()
    by_id = {other.id: other for other in everything}
    before = [
        other
        for other in everything
        if other.status is SessionStatus.HELD and other.id != session.id and _when(other) <= _when(session)
    ]
    held = tuple(other for other in before if other.kind is not SessionKind.CONTACT)
    contacts = tuple(other for other in before if other.kind is SessionKind.CONTACT)
    notes = {
        section: tuple(
            (by_id[id], note) for id, note in journal.sessions.notes_before(session_id, section, limit)
        )
        for section, limit in _SECTIONS.items()
    }
    return Material(
        relationship=relationship,
        story=replace(story_of(journal, relationship), held=[meeting.day for meeting in held]),
        session=session,
        sessions=tuple(everything),
        held=held,
        contacts=(*contacts[:-NEWEST], *(_with_notes(journal, one) for one in contacts[-NEWEST:])),
        notes=notes,
        last_notes=journal.sessions.get(held[-1].id).blocks if held else (),
        goals=tuple(journal.goals.all()),
        actions=tuple(journal.actions.all()),
        topics=tuple(journal.topics.all()),
        today=today,
        unnamed=without_names(relationship),
    )


def _with_notes(journal: Journal, contact: Session) -> Session:
    """A contact is called by its title, or else by what it begins with."""
    return contact if contact.title else journal.sessions.get(contact.id)


def next_session(journal: Journal, today: date) -> Session | None:
    """The next planned session from *today* on, contacts left out."""
    planned = (
        session
        for session in journal.sessions.facts()
        if session.status is SessionStatus.PLANNED
        and session.kind is not SessionKind.CONTACT
        and session.day >= today
    )
    return next(planned, None)


def session_on(journal: Journal, day: date) -> Session | None:
    """The session on *day*, one that is planned before one that is not."""
    found = [
        session
        for session in journal.sessions.facts()
        if session.day == day and session.kind is not SessionKind.CONTACT
    ]
    return min(found, key=lambda session: session.status is not SessionStatus.PLANNED, default=None)


def _when(session: Session) -> tuple[date, time]:
    return session.day, session.at or time.min
