"""How a relationship was closed, and what was agreed to happen to its notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from mentorjournal.errors import InvalidInput
from mentorjournal.model.words import EndReason, RelationshipType, RetentionRule, Role

LONGEST_HOLD_REASON = 500


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Closure:
    """*reason* is None where nobody gave one: nobody has to. *destroy_on* is when the rule falls due."""

    closed_on: date
    reason: EndReason | None = None
    thanked: bool = False
    handed_over_on: date | None = None
    rule: RetentionRule = RetentionRule.KEEP_OWN
    destroy_on: date | None = None
    hold_reason: str = ""

    @property
    def on_hold(self) -> bool:
        return self.rule is RetentionRule.ON_HOLD

    def __repr__(self) -> str:
        return f"Closure({self.rule.value})"


class Due(Enum):
    """Where the rule stands today."""

    NEVER = "kept"
    HELD = "on hold"
    LATER = "not due yet"
    WAITS_FOR_HANDOVER = "due once it is handed over"
    NOW = "due"


def due(closure: Closure, today: date) -> Due:
    """Whether the notes are to be destroyed by now. They never are by themselves."""
    if closure.on_hold:
        return Due.HELD
    if not closure.rule.destroys:
        return Due.NEVER
    if closure.rule is RetentionRule.HAND_TO_MENTEE and closure.handed_over_on is None:
        return Due.WAITS_FOR_HANDOVER
    day = notes_due_on(closure)
    return Due.NOW if day is not None and day <= today else Due.LATER


def notes_due_on(closure: Closure) -> date | None:
    """The day on which the notes are to be destroyed; None where they are kept, or wait for a hand-over."""
    waits = closure.rule is RetentionRule.HAND_TO_MENTEE and closure.handed_over_on is None
    if closure.on_hold or waits or not closure.rule.destroys:
        return None
    return closure.destroy_on or closure.closed_on


def falls_due(closure: Closure) -> date | None:
    """The day on which the notes are, or were, to be destroyed. None where no day is known: they are kept, or
    wait to be handed over.
    """
    if closure.on_hold:
        return closure.destroy_on
    if due(closure, closure.closed_on) in (Due.NEVER, Due.WAITS_FOR_HANDOVER):
        return None
    return closure.destroy_on or closure.closed_on


def held(closure: Closure, reason: str) -> Closure:
    """The closure on hold; the day on which the notes were due is remembered."""
    return replace(
        closure, rule=RetentionRule.ON_HOLD, destroy_on=falls_due(closure), hold_reason=reason.strip()
    )


def as_agreed(retention: RetentionRule | None, keep_until: date | None, closed_on: date) -> Closure:
    """How it is closed where nothing else is said. What was agreed holds as far as it can: a day that is past
    already is due at once, and without any day to keep the notes until they stay.
    """
    usual = Closure(closed_on=closed_on)
    match retention:
        case None | RetentionRule.ON_HOLD:  # a hold needs its reason
            return usual
        case RetentionRule.KEEP_UNTIL if keep_until is None:
            return usual
        case RetentionRule.KEEP_UNTIL if keep_until is not None and keep_until < closed_on:
            return replace(usual, rule=RetentionRule.DESTROY_AT_CLOSE)
        case RetentionRule.KEEP_UNTIL:
            return replace(usual, rule=retention, destroy_on=keep_until)
        case _:
            return replace(usual, rule=retention)


def checked(closure: Closure) -> Closure:
    """The closure, proved whole. Raises InvalidInput."""
    if closure.rule is RetentionRule.KEEP_UNTIL and closure.destroy_on is None:
        raise InvalidInput("Say until which day the notes are kept, or choose another rule.")
    if closure.destroy_on is not None and closure.destroy_on < closure.closed_on:
        raise InvalidInput("The notes cannot be kept until a day before the end. Choose a later day.")
    if closure.on_hold and not closure.hold_reason.strip():
        raise InvalidInput(
            "Say why nothing may be destroyed: somebody asked for their data, say, or a case is open."
        )
    if len(closure.hold_reason) > LONGEST_HOLD_REASON:
        raise InvalidInput(f"The reason is too long. Use at most {LONGEST_HOLD_REASON} characters.")
    return closure


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionRecord:
    """What may be kept and shown once a journal is destroyed: no name, and not one word of it."""

    codename: str
    role: Role
    type: RelationshipType
    destroyed_on: date
    rule: RetentionRule | None
    started_on: date | None
    ended_on: date | None
    sessions: int
    entries: int
    backups: int
    exports_known: int
    backups_removed: int = 0
    """Backups that had to go whole, because they could not be trusted to have forgotten it."""
