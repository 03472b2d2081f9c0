"""The first days of a relationship: three quiet steps at most, by kind and role, until they are done."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.suggested import agenda_for, suggest_agenda
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.planning import plan
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.relationship import Commitment, Relationship
from mentorjournal.model.rhythm import kind_of_next, meetings
from mentorjournal.model.words import RelationshipStatus, RelationshipType, Role, SessionStatus

QUIET = "first days"
"""What the journal is quiet about once the steps were put away."""

FEW_ENTRIES = 3
"""Whoever has written more has found the way without these."""


class FirstStep(StrEnum):
    READ = "read"
    AGREE = "agree"
    SHEET = "sheet"
    PLAN = "plan"


_FORMAL, _ONE_STOP = RelationshipType.LONG_TERM_FORMAL, RelationshipType.ONE_STOP
_INFORMAL = RelationshipType.INFORMAL
_READ, _AGREE, _SHEET, _PLAN = FirstStep.READ, FirstStep.AGREE, FirstStep.SHEET, FirstStep.PLAN

STEPS: Mapping[tuple[RelationshipType, Role], tuple[tuple[FirstStep, ...], str]] = {
    #                         the steps in order       the primer to read
    (_FORMAL, Role.MENTEE): ((_READ, _AGREE, _PLAN), "what"),
    (_FORMAL, Role.MENTOR): ((_READ, _AGREE, _PLAN), "confidentiality"),
    (_FORMAL, Role.PEER): ((_READ, _AGREE, _PLAN), "listening"),
    (_ONE_STOP, Role.MENTEE): ((_SHEET, _PLAN, _READ), "listening"),
    (_ONE_STOP, Role.MENTOR): ((_READ, _SHEET, _PLAN), "listening"),
    (_ONE_STOP, Role.PEER): ((_SHEET, _PLAN, _READ), "listening"),
    (_INFORMAL, Role.MENTEE): ((_READ, _AGREE, _PLAN), "what"),
    (_INFORMAL, Role.MENTOR): ((_READ, _AGREE, _PLAN), "listening"),
    (_INFORMAL, Role.PEER): ((_READ, _AGREE, _PLAN), "kinds"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstThing:
    """One step. *primer* is what READ means; *session* and *day* are what was planned, *minutes* how long
    the suggested agenda of the first conversation takes.
    """

    step: FirstStep
    done: bool = False
    primer: str = ""
    minutes: int = 0
    session: EntryId | None = None
    day: date | None = None


EVERY = frozenset(FirstStep)


def first_days(
    journal: Journal, read: Collection[str], offered: Collection[FirstStep] = EVERY
) -> tuple[FirstThing, ...]:
    """The steps of this journal that are *offered*; none once they are done or put away, a session was held,
    or more was written than a few entries. *read* are the primers that were read.
    """
    about, counts = journal.relationship(), journal.counts()
    open_still = about.status in (RelationshipStatus.DRAFT, RelationshipStatus.ACTIVE)
    if not open_still or counts.sessions_held or counts.entries > FEW_ENTRIES or journal.quiet_until(QUIET):
        return ()
    steps, primer = STEPS[about.type, about.my_role]
    things = {
        FirstStep.READ: FirstThing(step=FirstStep.READ, done=primer in read, primer=primer),
        FirstStep.AGREE: FirstThing(step=FirstStep.AGREE, done=_agreement_begun(journal)),
        FirstStep.SHEET: FirstThing(step=FirstStep.SHEET, done=bool(about.question.strip())),
        FirstStep.PLAN: _planned(journal, about),
    }
    found = tuple(things[step] for step in steps if step in offered)
    return () if all(one.done for one in found) else found


def plan_first(journal: Journal, day: date) -> Change:
    """Plan the first conversation on *day* with its suggested agenda, and as long as that unless another
    length was agreed: one act. Raises InvalidInput for a day that is past.
    """
    if day < journal.today():
        raise InvalidInput("That day is past. Choose the day on which you will meet.")
    about, id = journal.relationship(), new_entry_id()
    with journal.together():
        changes = [plan(journal, day, id)]
        if about.commitment.minutes == Commitment().minutes:
            session = journal.sessions.get(id)
            changes.append(journal.sessions.arrange(replace(session, minutes=_minutes(about))))
        changes.append(suggest_agenda(journal, id))
    change = journal.as_one("Plan the first session", changes)
    return replace(change, touched=change.touched | {id})


def put_away(journal: Journal) -> Change:
    """Show the steps no more; to be undone like every act."""
    return _named(journal.be_quiet(QUIET, date.max))


def _named(change: Change) -> Change:
    back = change.undo
    undo = None if back is None else lambda: _named(back())
    return replace(change, label="Put the first days away", undo=undo)


def _agreement_begun(journal: Journal) -> bool:
    return journal.agreements.draft() is not None or journal.agreements.agreed() is not None


def _planned(journal: Journal, about: Relationship) -> FirstThing:
    met = meetings(journal.sessions.facts())
    coming = next((one for one in met if one.status is SessionStatus.PLANNED), None)
    return FirstThing(
        step=FirstStep.PLAN,
        done=coming is not None,
        minutes=_minutes(about),
        session=coming.id if coming else None,
        day=coming.day if coming else None,
    )


def _minutes(about: Relationship) -> int:
    """How long the suggested agenda of the first conversation takes: 60, 45 or 30 minutes."""
    return sum(minutes for _, minutes in agenda_for(kind_of_next(about, ()), about.type))
