"""Today: what is next over all journals of a vault, by codename. It says what is there and never nags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from mentorjournal.guidance.checkpoints import Checkpoint, Story, is_quiet, points
from mentorjournal.guidance.drift import DRIFT, drift
from mentorjournal.guidance.moment import NEAR_DAYS, NOTE_DAYS, Moment, moment
from mentorjournal.guidance.story import story_of
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Returning
from mentorjournal.model.session import SessionGlance, Tally
from mentorjournal.model.words import ActionOwner, RelationshipStatus, RelationshipType, Role

DUE_DAYS = 7
OFTEN_CARRIED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Of:
    """The journal that a line is about, without a person's name."""

    id: JournalId
    codename: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Conversation:
    """A planned session. *is_over*: its time has passed, and nobody has said whether it took place."""

    of: Of
    session: SessionGlance
    is_over: bool = False

    def __repr__(self) -> str:
        return f"Conversation({self.session.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Due:
    of: Of
    action: Action

    def __repr__(self) -> str:
        return f"Due({self.action.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ToWrite:
    """A session that was held and has no after-note yet."""

    of: Of
    session: SessionGlance

    def __repr__(self) -> str:
        return f"ToWrite({self.session.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Back:
    """A reflection that returns today, or did before and was not answered."""

    of: Of
    reflection: Returning

    def __repr__(self) -> str:
        return f"Back({self.reflection.id})"


class Worth(StrEnum):
    """What a look is worth taking at, besides the checkpoints."""

    DRIFT = DRIFT
    TOPIC = "topic"


_ORDER = (Worth.DRIFT, *Checkpoint, Worth.TOPIC)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Look:
    """*worth* is a checkpoint, with the *kind* of relationship and the *reason*, or a sign besides them. Of
    drift *days* is how long they have not met; *text*, *topic* and *carried* belong to a topic that went from
    meeting to meeting.
    """

    of: Of
    worth: Checkpoint | Worth
    kind: RelationshipType | None = None
    days: int = 0
    reason: str = ""
    topic: EntryId | None = None
    text: str = ""
    carried: int = 0
    session: EntryId | None = None

    def __repr__(self) -> str:
        return f"Look({self.worth.value}, {self.of.id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything the day holds. *role* is whose question is asked; *write_in* is the journal that was written
    in last, for a day with nothing in it; *moments* says what each journal asks for.
    """

    day: date
    role: Role | None = None
    write_in: Of | None = None
    conversations: tuple[Conversation, ...] = ()
    promised: tuple[Due, ...] = ()
    waiting: tuple[Due, ...] = ()
    to_write: tuple[ToWrite, ...] = ()
    returning: tuple[Back, ...] = ()
    looks: tuple[Look, ...] = ()
    moments: Mapping[JournalId, Moment] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (
            self.conversations
            or self.promised
            or self.waiting
            or self.to_write
            or self.returning
            or self.looks
        )


def today(journals: Iterable[tuple[JournalCard, Journal]], now: datetime) -> Today:
    """What the day holds over *journals*, as a Shelf gives them. Of a closed one it is only what it asks for
    after the end.
    """
    conversations: list[Conversation] = []
    due: list[Due] = []
    to_write: list[ToWrite] = []
    returning: list[Back] = []
    looks: list[Look] = []
    moments: dict[JournalId, Moment] = {}
    roles: Counter[Role] = Counter()
    write_in: tuple[date, Of] | None = None
    day = now.date()
    since, near, soon = (day + timedelta(days=d) for d in (-NOTE_DAYS, NEAR_DAYS, DUE_DAYS))
    for card, journal in journals:
        relationship = journal.relationship()
        of = Of(id=card.id, codename=relationship.codename, role=relationship.my_role)
        if relationship.status is RelationshipStatus.CLOSED:
            afterwards = _about_meeting(of, story := story_of(journal, relationship), day)
            if afterwards is not None and not is_quiet(story, afterwards.worth, day):
                looks.append(afterwards)
            continue
        roles[of.role] += 1
        written = card.last_entry_on or date.min
        if write_in is None or written > write_in[0]:
            write_in = written, of
        planned = journal.sessions.planned()
        unnoted = journal.sessions.unnoted(since, day)
        story = story_of(journal, relationship, is_planned=bool(planned))
        moments[of.id] = moment(story, planned, unnoted, now)
        conversations += [
            Conversation(of=of, session=session, is_over=session.is_over(now))
            for session in planned
            if session.day <= near
        ]
        due += [Due(of=of, action=action) for action in journal.actions.due_by(soon)]
        to_write += [ToWrite(of=of, session=session) for session in unnoted]
        returning += [Back(of=of, reflection=back) for back in journal.reflections.returning(day)]
        looks += _looks(of, journal, story, day)
    conversations.sort(key=lambda line: (not line.is_over, line.session.day, line.session.at or time.min))
    due.sort(key=lambda line: line.action.due_on or date.max)
    to_write.sort(key=lambda line: line.session.day, reverse=True)
    returning.sort(key=lambda line: line.reflection.revisit_on)
    return Today(
        day=day,
        role=_role(conversations, roles),
        write_in=write_in[1] if write_in else None,
        conversations=tuple(conversations),
        promised=tuple(line for line in due if line.action.owner is not ActionOwner.PARTNER),
        waiting=tuple(line for line in due if line.action.owner is ActionOwner.PARTNER),
        to_write=tuple(to_write),
        returning=tuple(returning),
        looks=tuple(sorted(looks, key=lambda line: _ORDER.index(line.worth))),
        moments=moments,
    )


def _looks(of: Of, journal: Journal, story: Story, day: date) -> list[Look]:
    """What is worth a look in one journal; about meeting and reviews at most one thing at a time."""
    looks = [
        Look(
            of=of,
            worth=Worth.TOPIC,
            topic=topic.id,
            text=topic.text,
            carried=topic.carried_count,
            session=topic.session_id,
        )
        for topic in journal.topics.carried_often(OFTEN_CARRIED)
    ]
    about = _about_meeting(of, story, day)
    return looks if about is None or is_quiet(story, about.worth, day) else [about, *looks]


def _about_meeting(of: Of, story: Story, day: date) -> Look | None:
    """The end comes first, then that they have not met for long, then everything else that is due."""
    point = next(iter(points(story, day)), None)
    if point is None or not point.checkpoint.is_of_the_end:
        tally = Tally(held=len(story.held), last_held_on=story.held[-1] if story.held else None)
        if gap := drift(story.relationship, tally, day, planned=story.is_planned):
            return Look(of=of, worth=Worth.DRIFT, days=gap.days)
    return (
        Look(of=of, worth=point.checkpoint, kind=story.relationship.type, reason=point.why) if point else None
    )


def _role(conversations: list[Conversation], roles: Counter[Role]) -> Role | None:
    """Whose question the day asks: of the next conversation, or else of most journals."""
    coming = next((line for line in conversations if not line.is_over), None)
    if coming is not None:
        return coming.of.role
    return roles.most_common(1)[0][0] if roles else None
