"""The nouns of a journal and what may be done to each beyond adding, writing and removing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import words
from mentorjournal.journal.acts import Acts
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import at_most, few_lines, one_line
from mentorjournal.model import goal as goal_rules
from mentorjournal.model.action import Action
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import LONGEST_LEARNING_POINT, LearningPoint, Reflection
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Attribution,
    EntryKind,
    GoalStatus,
    Section,
    SessionStatus,
    Visibility,
)
from mentorjournal.storage import actions, goals, learning, reflections, sessions

LONGEST_TITLE = 300
LONGEST_FIELD = 4000
LONGEST_ACTION = 1000


class Reflections(Noun[Reflection]):
    def __init__(self, acts: Acts, clock: Clock) -> None:
        super().__init__(
            acts,
            clock,
            Book(
                kind=EntryKind.REFLECTION,
                name="reflection",
                load=reflections.load,
                all=reflections.all,
                save=reflections.save,
                delete=reflections.delete,
                show=words.shown_reflection,
                words=words.words_of_reflection,
                check=_checked_reflection,
            ),
        )


class Sessions(Noun[Session]):
    _remembers = False  # the number is counted

    def __init__(self, acts: Acts, clock: Clock) -> None:
        super().__init__(
            acts,
            clock,
            Book(
                kind=EntryKind.SESSION,
                name="session",
                load=sessions.load,
                all=sessions.all,
                save=sessions.save,
                delete=sessions.delete,
                show=words.shown_session,
                words=words.words_of_session,
                check=_checked_session,
            ),
        )

    def hold(self, id: EntryId) -> Change:
        """Say that the session took place; it is numbered from now on."""
        return self._settle(id, SessionStatus.HELD, "Mark session held")

    def settle(self, id: EntryId, status: SessionStatus) -> Change:
        """Say what became of the session: held, postponed, cancelled or missed."""
        return self._settle(id, status, f"Mark session {status.label}")

    def days_held(self) -> list[date]:
        """The days of the held sessions, earliest first, contacts between sessions left out."""
        return sessions.days_held(self._db)

    def _settle(self, id: EntryId, status: SessionStatus, label: str) -> Change:
        before = self.get(id)
        return self._put(replace(before, status=status), before, label)


class Goals(Noun[Goal]):
    def __init__(self, acts: Acts, clock: Clock) -> None:
        super().__init__(
            acts,
            clock,
            Book(
                kind=EntryKind.GOAL,
                name="goal",
                load=goals.load,
                all=goals.all,
                save=goals.save,
                delete=goals.delete,
                show=words.shown_goal,
                words=words.words_of_goal,
                check=_checked_goal,
            ),
        )

    def write(self, value: Goal) -> Change:
        """Replace what the goal says. Its check-ins stay as they are, whatever *value* holds of them."""
        before = self.get(value.id)
        return self._put(replace(value, check_ins=before.check_ins), before, "Edit goal")

    def check_in(self, id: EntryId, check_in: CheckIn) -> Change:
        """Add where the goal stands now. An agreed goal is in progress from its first check-in."""
        before = self.get(id)
        clean = replace(check_in, what_moved_it=one_line(check_in.what_moved_it))
        goal_rules.check_check_in(before, clean)
        status = GoalStatus.IN_PROGRESS if before.status is GoalStatus.AGREED else before.status
        after = replace(before, check_ins=(*before.check_ins, clean), status=status)
        return self._put(after, before, "Check in on goal")

    def settle(self, id: EntryId, status: GoalStatus, closing_note: str = "") -> Change:
        """Say what became of the goal, in words that a summary may use when the goal may appear in one."""
        before = self.get(id)
        note = few_lines(closing_note) or before.closing_note
        return self._put(
            replace(before, status=status, closing_note=note), before, f"Mark goal {status.label}"
        )


class Actions(Noun[Action]):
    def __init__(self, acts: Acts, clock: Clock) -> None:
        super().__init__(
            acts,
            clock,
            Book(
                kind=EntryKind.ACTION,
                name="action",
                load=actions.load,
                all=actions.all,
                save=actions.save,
                delete=actions.delete,
                show=words.shown_action,
                words=words.words_of_action,
                check=_checked_action,
            ),
        )

    def settle(self, id: EntryId, status: ActionStatus, outcome_note: str = "") -> Change:
        """Say what became of the action; a closed one keeps the day it was closed."""
        before = self.get(id)
        after = replace(
            before,
            status=status,
            closed_on=None if status.is_open else self._today(),
            outcome_note=few_lines(outcome_note) or before.outcome_note,
        )
        label = "Reopen action" if status is ActionStatus.OPEN else f"Mark action {status.label}"
        return self._put(after, before, label)


class LearningPoints(Noun[LearningPoint]):
    def __init__(self, acts: Acts, clock: Clock) -> None:
        super().__init__(
            acts,
            clock,
            Book(
                kind=EntryKind.LEARNING,
                name="learning point",
                load=learning.load,
                all=learning.all,
                save=learning.save,
                delete=learning.delete,
                show=words.shown_learning,
                words=words.words_of_learning,
                check=_checked_learning,
            ),
        )


def _checked_reflection(value: Reflection) -> Reflection:
    title = at_most(one_line(value.title), LONGEST_TITLE, "The title")
    tags = tuple(dict.fromkeys(tag for tag in map(one_line, value.tags) if tag))
    return replace(value, title=title, tags=tags)


def _checked_session(value: Session) -> Session:
    if not 0 <= value.minutes <= 24 * 60:
        raise InvalidInput("The length of a session is between 0 minutes and 24 hours.")
    for block in value.blocks:
        if block.section is Section.THEIR_WORDS and (
            block.attribution is not Attribution.PARTNER_SAID
            or block.visibility is not Visibility.NEVER_EXPORT
        ):
            raise InvalidInput("Their words are always what the partner said and never leave the journal.")
    return replace(
        value,
        title=at_most(one_line(value.title), LONGEST_TITLE, "The title"),
        place=at_most(one_line(value.place), LONGEST_TITLE, "The place"),
        intention=at_most(few_lines(value.intention), LONGEST_FIELD, "The intention"),
        desired_outcome=at_most(few_lines(value.desired_outcome), LONGEST_FIELD, "The wanted outcome"),
    )


def _checked_goal(value: Goal) -> Goal:
    return goal_rules.checked(
        replace(
            value,
            title=one_line(value.title),
            unit=one_line(value.unit),
            success_criterion=at_most(
                few_lines(value.success_criterion), LONGEST_FIELD, "The success criterion"
            ),
            closing_note=at_most(few_lines(value.closing_note), LONGEST_FIELD, "The closing note"),
        )
    )


def _checked_action(value: Action) -> Action:
    text = at_most(one_line(value.text), LONGEST_ACTION, "The action")
    if not text:
        raise InvalidInput("The action is empty: say what will be done.")
    promise = value.is_promise and value.owner is not ActionOwner.PARTNER
    return replace(value, text=text, is_promise=promise)


def _checked_learning(value: LearningPoint) -> LearningPoint:
    text = at_most(one_line(value.text), LONGEST_LEARNING_POINT, "The learning point")
    if not text:
        raise InvalidInput("The learning point is empty: what did you learn?")
    return replace(value, text=text)
