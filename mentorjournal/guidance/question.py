"""The one question that is offered to write on, and why: by role, phase, what is open, what was asked lately.

The same day offers the same question. It offers and never asks twice in a row; the writer may always write
freely instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from mentorjournal.guidance.phase import Suggestion, suggested_phase
from mentorjournal.journal.journal import Journal
from mentorjournal.model.day_words import WEEKDAYS
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    MeasureKind,
    Phase,
    RelationshipForm,
    RelationshipType,
    Role,
    SessionKind,
    SessionStatus,
)
from mentorjournal.prompts import PromptSet, default_set

SOON_DAYS = 7
"""A session at most so many days off is worth thinking about beforehand."""
JUST_HELD_DAYS = 5
AT_REST_DAYS = 28
"""A goal without a check-in for so long is at rest."""
LONGEST_TITLE = 60
PER_REASON = 6
"""How many questions one reason brings before the reasons begin to repeat themselves."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Open:
    """What is open in a journal, as far as a question could be about it. *next_session* and *last_session*
    leave contacts out; *agenda* counts the topics planned for the next; *written_since* says whether a
    reflection was written on or after the day of the last.
    """

    next_session: Session | None = None
    agenda: int = 0
    last_session: Session | None = None
    written_since: bool = False
    goals: Sequence[Goal] = ()

    def __repr__(self) -> str:
        return f"Open({len(self.goals)} goals)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Offered:
    """A question with the set and step it comes from, why it is offered, and what it is about."""

    question: str
    step_id: str
    set_id: str
    set_name: str
    why: str
    session_id: EntryId | None = None
    goal_id: EntryId | None = None

    def __repr__(self) -> str:
        return f"Offered({self.set_id}, {self.step_id})"


@dataclass(frozen=True, slots=True, repr=False)
class _Reason:
    """Why, and from where: sets in the order they are tried, or one step of a set."""

    why: str
    sources: tuple[str, ...]
    session_id: EntryId | None = None
    goal_id: EntryId | None = None


def candidates(
    relationship: Relationship,
    phase: Suggestion,
    open: Open,
    asked: frozenset[str],
    sets: Sequence[PromptSet],
    today: date,
) -> list[Offered]:
    """The questions that fit today, the best first; each next one comes for another reason where there is
    one. What was asked lately comes back only when nothing else is left.
    """
    by_id = {one.id: one for one in sets}
    role = relationship.my_role
    offered = [
        list(_from(reason, by_id, role, asked, today))
        for reason in _reasons(relationship, phase, open, sets, today)
    ]
    mixed = [one for turn in zip_longest(*offered) for one in turn if one is not None]
    if not mixed:
        everything = _Reason("A question to think on.", tuple(by_id))
        mixed = list(_from(everything, by_id, role, frozenset(), today))
    unique: dict[str, Offered] = {}
    for one in mixed:
        unique.setdefault(one.question, one)
    return list(unique.values())


def question_for(journal: Journal, today: date, sets: Sequence[PromptSet]) -> Offered | None:
    """The question that fits this journal best today."""
    return next(iter(questions_for(journal, today, sets)), None)


def questions_for(journal: Journal, today: date, sets: Sequence[PromptSet]) -> list[Offered]:
    """The questions that fit this journal today, the best first."""
    relationship = journal.relationship()
    sessions = [s for s in journal.sessions.facts() if s.kind is not SessionKind.CONTACT]
    goals = journal.goals.all()
    if relationship.phase is Phase.NOT_TRACKED:
        phase = suggested_phase(relationship, sessions, goals, journal.actions.all(), today)
    else:
        phase = Suggestion(relationship.phase, f"You are {relationship.phase.label}.")
    planned = (s for s in sessions if s.status is SessionStatus.PLANNED and s.day >= today)
    coming = next(planned, None)
    held = [s for s in sessions if s.status is SessionStatus.HELD and s.day <= today]
    last = held[-1] if held else None
    topics = journal.topics.of_session(coming.id) if coming else ()
    open = Open(
        next_session=coming,
        agenda=sum(topic.status.is_open for topic in topics),
        last_session=last,
        written_since=last is not None and journal.reflections.any_since(last.day),
        goals=goals,
    )
    return candidates(relationship, phase, open, journal.reflections.asked_lately(), sets, today)


def _reasons(
    relationship: Relationship, phase: Suggestion, open: Open, sets: Sequence[PromptSet], today: date
) -> Iterator[_Reason]:
    role = relationship.my_role
    if phase.phase is Phase.MOVING_ON:
        yield _Reason(phase.reason, ("relationship_phases/moving_on",))
    yield from _of_session_ahead(relationship, open, today)
    yield from _of_session_behind(role, open, today)
    if phase.phase is Phase.WINDING_UP:
        yield _Reason(phase.reason, ("relationship_phases/winding_up", "oskar/review"))
    yield from _of_goals(open.goals, today)
    form = relationship.form
    if role is Role.PEER or form is RelationshipForm.PEER:
        yield _Reason("You think in turns: a question on how you share the time.", ("peer",))
    elif form in (RelationshipForm.REVERSE, RelationshipForm.RECIPROCAL):
        yield _Reason("You learn from each other: a question on what that asks of you.", ("reverse",))
    own = tuple(one.id for one in sets if one.own)
    if own:
        yield _Reason("A question of your own.", own)
    stage = _OF_PHASE.get(phase.phase)
    if stage is not None:
        yield _Reason(phase.reason, stage)
    if role is Role.MENTOR:
        yield _Reason("A question on how you mentor.", ("nine_principles", default_set(role)))
    yield _Reason("Nothing is due: a question to think on.", (default_set(role), "kolb", "schon"))


_OF_PHASE = {
    Phase.RAPPORT_BUILDING: ("relationship_phases/rapport_building", "thinking_environment"),
    Phase.DIRECTION_SETTING: ("relationship_phases/direction_setting", "wheel"),
    Phase.PROGRESS_MAKING: ("relationship_phases/progress_making", "skilled_helper"),
}


def _of_session_ahead(relationship: Relationship, open: Open, today: date) -> Iterator[_Reason]:
    session = open.next_session
    if session is None or not 0 <= (session.day - today).days <= SOON_DAYS:
        return
    when = day_said(session.day, today)
    sources: tuple[str, ...]
    mentor = relationship.my_role is Role.MENTOR
    if session.kind is SessionKind.ENDING_REVIEW:
        yield _Reason(f"You meet for the last time {when}.", ("relationship_phases/winding_up",), session.id)
    elif session.kind is SessionKind.MID_TERM_REVIEW:
        yield _Reason(f"You look back half-way {when}.", ("oskar/review", "scaling"), session.id)
    elif session.kind is SessionKind.FIRST:
        sources = ("relationship_phases/rapport_building",)
        yield _Reason(f"You meet for the first time {when}.", sources, session.id)
    elif open.agenda == 0:
        one_stop = relationship.type is RelationshipType.ONE_STOP
        sources = ("five_c/challenges",) if one_stop else ("grow/goal", "five_c/challenges", "clear/contract")
        yield _Reason(f"You meet {when}, and nothing is on the agenda yet.", sources, session.id)
    else:
        sources = ("thinking_environment", "clear/contract") if mentor else ("five_c", "grow")
        yield _Reason(f"You meet {when}.", sources, session.id)


def _of_session_behind(role: Role, open: Open, today: date) -> Iterator[_Reason]:
    session = open.last_session
    if session is None or open.written_since or (today - session.day).days > JUST_HELD_DAYS:
        return
    why = f"You met {day_said(session.day, today)}, and nothing is written about it yet."
    yield _Reason(why, ("gibbs",) if role is Role.MENTOR else ("what_so_what",), session.id)


def _of_goals(goals: Sequence[Goal], today: date) -> Iterator[_Reason]:
    active = [goal for goal in goals if goal.status.is_active]
    for goal in active:
        if not goal.success_criterion.strip() and goal.measure is not MeasureKind.MILESTONES:
            why = f"“{_short(goal.title)}” does not say yet how you will know that it is reached."
            yield _Reason(why, ("smart",), goal_id=goal.id)
            break
    longest = min(active, key=_moved_on, default=None)
    days = 0 if longest is None else (today - _moved_on(longest)).days
    if longest is not None and days >= AT_REST_DAYS:
        why = f"“{_short(longest.title)}” has not moved for {days // 7} weeks."
        yield _Reason(why, ("scaling",), goal_id=longest.id)


def _moved_on(goal: Goal) -> date:
    reached = [step.reached_on for step in goal.milestones if step.reached_on]
    return max([goal.start_on or goal.day, *(check_in.day for check_in in goal.check_ins), *reached])


def _from(
    reason: _Reason, by_id: dict[str, PromptSet], role: Role, asked: frozenset[str], today: date
) -> Iterator[Offered]:
    """The questions of the reason's sources that were not asked lately, another one first every day."""
    found = [
        Offered(
            question=words,
            step_id=step_id,
            set_id=one.id,
            set_name=one.name,
            why=reason.why,
            session_id=reason.session_id,
            goal_id=reason.goal_id,
        )
        for one, step_id, words in _questions(reason.sources, by_id, role)
        if words not in asked
    ]
    if found:
        first = today.toordinal() % min(len(found), PER_REASON)
        yield from (found[first:] + found[:first])[:PER_REASON]


def _questions(
    sources: Iterable[str], by_id: dict[str, PromptSet], role: Role
) -> Iterator[tuple[PromptSet, str, str]]:
    for source in sources:
        set_id, _, step_id = source.partition("/")
        one = by_id.get(set_id)
        for step in one.steps if one is not None else ():
            if not step_id or step.id == step_id:
                assert one is not None
                yield from ((one, step.id, words) for words in step.questions(role))


def day_said(day: date, today: date) -> str:
    """*day*, at most a week away, as people say it in a sentence."""
    days = (day - today).days
    if days in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[days + 1]
    weekday = WEEKDAYS[day.weekday()].capitalize()
    if timedelta(0) < day - today < timedelta(days=7) or -7 < days < 0:
        return f"on {weekday}"
    return f"{weekday} in a week" if days == 7 else f"on {day.isoformat()}"


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
