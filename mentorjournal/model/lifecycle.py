"""The life of a relationship: its states, the steps between them, and what each step needs.

Read the table from left to right: a step, from which states, to which, what it needs. What is not in the
table cannot be done, by any page or command. Either may end a relationship at any time, without a reason
(University of Southampton, principles of mentoring).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mentorjournal.errors import InvalidInput
from mentorjournal.model.relationship import Relationship, usual_end
from mentorjournal.model.words import Choice, Phase, RelationshipStatus, RelationshipType

FOLLOW_UP_DAYS = 14
"""When one asks after one-stop advice what came of it."""


class Step(Choice):
    """A step in the life of a relationship; the label is what the button says."""

    BEGIN = "begin", "Begin"
    PAUSE = "pause", "Pause"
    RESUME = "resume", "Take up again"
    WIND_UP = "wind_up", "Begin to wind up"
    GO_ON = "go_on", "Go on after all"
    CLOSE = "close", "Close"
    REOPEN = "reopen", "Open again"
    MAKE_LONG_TERM = "make_long_term", "Continue as long-term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the conditions look at."""

    relationship: Relationship
    sessions_held: int = 0
    agreement_agreed: bool = False
    destruction_due: bool = False


Need = Callable[[Standing], str]
"""Says in a sentence what is missing, or nothing."""

S, T = RelationshipStatus, RelationshipType


@dataclass(frozen=True, slots=True)
class Way:
    """One line of the table. *needs* gives the sentence for what is missing."""

    step: Step
    sources: frozenset[RelationshipStatus]
    target: RelationshipStatus
    kinds: frozenset[RelationshipType]
    needs: Need


def _nothing(standing: Standing) -> str:
    return ""


def _agreed_or_met(standing: Standing) -> str:
    if standing.agreement_agreed or standing.sessions_held:
        return ""
    return "It begins with the first session that was held, or with an agreement."


def _topic_and_question(standing: Standing) -> str:
    about = standing.relationship
    if not about.specialist_topic.strip():
        return "Write the topic first: what is the one thing you want to talk about?"
    if not about.question.strip() and not standing.sessions_held:
        return "Write the one question first, as you would ask it."
    return ""


def _not_due(standing: Standing) -> str:
    return "Its notes are due to be destroyed. Change the rule first." if standing.destruction_due else ""


_OPEN = frozenset({S.DRAFT, S.ACTIVE, S.PAUSED, S.WINDING_UP})
_ALL, _FORMAL = frozenset(T), frozenset({T.LONG_TERM_FORMAL})
_ONE_STOP, _INFORMAL = frozenset({T.ONE_STOP}), frozenset({T.INFORMAL})

WAYS: tuple[Way, ...] = (
    #   step                from                          to             kinds      needs
    Way(Step.BEGIN, frozenset({S.DRAFT}), S.ACTIVE, _FORMAL, _agreed_or_met),
    Way(Step.BEGIN, frozenset({S.DRAFT}), S.ACTIVE, _ONE_STOP, _topic_and_question),
    Way(Step.BEGIN, frozenset({S.DRAFT}), S.ACTIVE, _INFORMAL, _nothing),
    Way(Step.PAUSE, frozenset({S.ACTIVE}), S.PAUSED, _ALL, _nothing),
    Way(Step.RESUME, frozenset({S.PAUSED}), S.ACTIVE, _ALL, _nothing),
    Way(Step.WIND_UP, frozenset({S.ACTIVE, S.PAUSED}), S.WINDING_UP, _FORMAL, _nothing),
    Way(Step.GO_ON, frozenset({S.WINDING_UP}), S.ACTIVE, _ALL, _nothing),
    Way(Step.CLOSE, _OPEN, S.CLOSED, _ALL, _nothing),
    Way(Step.REOPEN, frozenset({S.CLOSED}), S.ACTIVE, _ALL, _not_due),
    Way(Step.MAKE_LONG_TERM, _OPEN, S.ACTIVE, _ONE_STOP | _INFORMAL, _nothing),
)

_SAID: Mapping[Step, str] = {
    Step.BEGIN: "begun already",
    Step.PAUSE: "not under way",
    Step.RESUME: "not paused",
    Step.WIND_UP: "not under way",
    Step.GO_ON: "not winding up",
    Step.CLOSE: "closed already",
    Step.REOPEN: "not closed",
    Step.MAKE_LONG_TERM: "closed, or long-term already",
}


@dataclass(frozen=True, slots=True)
class Possible:
    """A step that exists from here. *missing* is the sentence that says what it still needs, or nothing."""

    step: Step
    missing: str


def possible(standing: Standing) -> tuple[Possible, ...]:
    """The steps from here, in the table's order."""
    about = standing.relationship
    return tuple(
        Possible(way.step, way.needs(standing))
        for way in WAYS
        if about.status in way.sources and about.type in way.kinds
    )


def taken(standing: Standing, step: Step, today: date) -> Relationship:
    """The relationship after *step*. Raises InvalidInput with the sentence that says what is missing."""
    about = standing.relationship
    way = next(
        (w for w in WAYS if w.step is step and about.status in w.sources and about.type in w.kinds), None
    )
    if way is None:
        raise InvalidInput(f"“{step.label}” cannot be done now: this relationship is {_SAID[step]}.")
    if missing := way.needs(standing):
        raise InvalidInput(missing)
    after = replace(about, status=way.target)
    match step:
        case Step.BEGIN:
            return replace(after, started_on=about.started_on or today)
        case Step.CLOSE:
            return replace(after, ended_on=_ended(about, today), phase=_moved_on(about))
        case Step.REOPEN:
            return replace(after, ended_on=None)
        case Step.MAKE_LONG_TERM:
            return _as_long_term(after, today)
        case Step.GO_ON:
            return _with_time(after, today)
        case _:
            return after


def follow_up_from(session_day: date) -> date:
    """When to ask, after one-stop advice, what came of it."""
    return session_day + timedelta(days=FOLLOW_UP_DAYS)


def _ended(about: Relationship, today: date) -> date:
    """Today, or the first day where that lies ahead: an end never lies before its beginning."""
    return max(today, about.started_on) if about.started_on else today


def _moved_on(about: Relationship) -> Phase:
    return about.phase if about.phase is Phase.NOT_TRACKED else Phase.MOVING_ON


def _as_long_term(about: Relationship, today: date) -> Relationship:
    """Everything stays; the topic becomes part of the purpose when there is none."""
    started = about.started_on or today
    return replace(
        about,
        type=RelationshipType.LONG_TERM_FORMAL,
        purpose=about.purpose or about.specialist_topic,
        started_on=started,
        planned_end_on=about.planned_end_on or usual_end(max(started, today)),
        follow_up_on=None,
    )


def _with_time(about: Relationship, today: date) -> Relationship:
    """Going on needs an end that lies ahead, or none."""
    passed = about.planned_end_on is not None and about.planned_end_on <= today
    return replace(about, planned_end_on=None if passed else about.planned_end_on)
