"""A session: one meeting of mentor and mentee, with its notes in blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mentorjournal.model.blocks import EMPTY, Document
from mentorjournal.model.ids import BlockId, EntryId
from mentorjournal.model.words import (
    Airtime,
    Attribution,
    HelpWanted,
    Mode,
    Section,
    SessionKind,
    SessionStatus,
    Turn,
    Visibility,
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AdviceOutcome:
    """What became of advice: when it was tried, what happened, and whether the partner knows."""

    tried_on: date | None = None
    what_happened: str = ""
    told_partner: bool = False

    def __repr__(self) -> str:
        return "AdviceOutcome()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class NoteBlock:
    """A piece of a session's notes with who said it and what may happen to it on every block."""

    id: BlockId
    section: Section = Section.FREE
    text: Document = EMPTY
    attribution: Attribution = Attribution.MINE
    visibility: Visibility = Visibility.PRIVATE
    outcome: AdviceOutcome | None = None
    special_category: bool = False
    """Whether the writer marked it as touching health, belief, ethnicity or the like."""
    turn: Turn | None = None
    """Among peers, in whose half of the session it was said."""

    def __repr__(self) -> str:
        return f"NoteBlock({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Preparation:
    """The mentee's own sheet before a session. Nothing of it is ever on the agenda for the mentor."""

    help_wanted: tuple[HelpWanted, ...] = ()
    since: str = ""
    avoiding: str = ""
    not_raising: str = ""
    questions: str = ""

    def __repr__(self) -> str:
        return "Preparation()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AfterNote:
    """The two-minute note after a session. *written_on* is set once it was written, or waved through."""

    mattered: str = ""
    stopped_at: str = ""
    took_away: str = ""
    return_to: str = ""
    written_on: date | None = None

    def __repr__(self) -> str:
        return "AfterNote()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SessionGlance:
    """The few fields of a session that say when it is and what it is; everything else stays on disk."""

    id: EntryId
    day: date
    at: time | None = None
    minutes: int = 60
    kind: SessionKind = SessionKind.REGULAR
    title: str = ""

    def is_over(self, now: datetime) -> bool:
        """Whether its time has passed. A session without a time lasts to the end of its day."""
        if self.at is None or self.day != now.date():
            return self.day < now.date()
        begins = datetime.combine(self.day, self.at, now.tzinfo)
        return begins + timedelta(minutes=self.minutes) <= now

    def __repr__(self) -> str:
        return f"SessionGlance({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many sessions were held, contacts left out, and the day of the last."""

    held: int = 0
    last_held_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Session:
    """*number* counts held sessions from 1 and is None for every other; *minutes* is its length.
    *mood_before* and *mood_after* are 0 to 10 and never leave the journal; *usefulness* is 0 to 10. Among
    peers *my_turn_minutes* and *partner_turn_minutes* say how long each was the mentee.
    """

    id: EntryId
    day: date
    at: time | None = None
    number: int | None = None
    kind: SessionKind = SessionKind.REGULAR
    status: SessionStatus = SessionStatus.PLANNED
    minutes: int = 60
    mode: Mode = Mode.IN_PERSON
    place: str = ""
    title: str = ""
    intention: str = ""
    desired_outcome: str = ""
    blocks: tuple[NoteBlock, ...] = ()
    framework_id: str = ""
    preparation: Preparation = Preparation()
    after_note: AfterNote = AfterNote()
    mood_before: int | None = None
    mood_after: int | None = None
    usefulness: int | None = None
    airtime: Airtime | None = None
    my_turn_minutes: int | None = None
    partner_turn_minutes: int | None = None

    def __repr__(self) -> str:
        return f"Session({self.id})"
