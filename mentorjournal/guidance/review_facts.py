"""What a review brings along: what the journal knows on the day, in plain words, before anybody is asked.

Nothing that never leaves the journal is told or counted, no mood, and nothing of a mentor's own learning
goals. Informal mentoring is not measured by attendance: its hours are not added up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from mentorjournal.guidance.then_and_now import ItemThenAndNow, then_and_now
from mentorjournal.instruments import SESSION_USEFULNESS
from mentorjournal.journal.journal import Journal
from mentorjournal.model.goal import Goal, value_text
from mentorjournal.model.rating import Rating
from mentorjournal.model.review import Fact
from mentorjournal.model.wording import capital, counted, day_words, hours_words
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    GoalStatus,
    MeasureKind,
    MilestoneStatus,
    RelationshipType,
    ReviewKind,
    Visibility,
    Whose,
)

MOST_CARRIED = 3
MOST_LEFT_OPEN = 10

RATED = "Rated by me"
"""Begins the label of every fact that is a rating; see `is_rating`."""

_OPEN = (GoalStatus.IN_PROGRESS, GoalStatus.AGREED, GoalStatus.ON_HOLD)
_GOALS = (*_OPEN, *(status for status in GoalStatus if status not in _OPEN))
"""What is worked on first, what has ended last."""


def review_facts(journal: Journal, kind: ReviewKind, today: date) -> tuple[Fact, ...]:
    """What the journal knows for a review of this kind. What it does not know is left out."""
    known = _Known(journal, today)
    found: tuple[Iterator[Fact], ...]
    match kind:
        case ReviewKind.AGREEMENT_CHECK:
            found = (known.agreement(), known.met(), known.coming())
        case ReviewKind.MID_TERM:
            found = (
                known.met(),
                known.time(),
                known.actions(),
                known.goals(),
                known.agreement(),
                known.carried(),
                known.ratings(),
            )
        case ReviewKind.ENDING:
            found = (
                known.question(),
                known.span(),
                known.met(),
                known.time(),
                known.goals(),
                known.milestones(),
                known.ratings(),
            )
        case ReviewKind.FOLLOW_UP:
            found = (known.question(), known.end(), known.left_open())
    return tuple(fact for facts in found for fact in facts)


def is_rating(fact: Fact) -> bool:
    """Whether the fact is a rating, which is on no paper."""
    return fact.label.startswith(RATED)


class _Known:
    """Reads of the journal what each group of facts needs, and no notes."""

    def __init__(self, journal: Journal, today: date) -> None:
        self._journal = journal
        self._today = today
        self._about = journal.relationship()
        self._informal = self._about.type is RelationshipType.INFORMAL

    # The agreement

    def agreement(self) -> Iterator[Fact]:
        agreed = self._journal.agreements.agreed()
        if agreed is None:
            if self._about.type is RelationshipType.LONG_TERM_FORMAL:
                yield Fact("Agreement", "nothing is agreed yet")
            return
        on = f", agreed on {day_words(agreed.agreed_on)}" if agreed.agreed_on else ""
        yield Fact("Agreement", f"version {agreed.version}{on}")
        if agreed.review_on:
            yield Fact("To be looked at again", day_words(agreed.review_on))

    # Meetings

    def met(self) -> Iterator[Fact]:
        held = self._journal.sessions.tally().held
        planned = None if self._informal else self._about.commitment.sessions_planned
        if planned is None:
            yield Fact("Sessions held", str(held) if held else "none yet")
        elif held > planned:
            yield Fact("Sessions held", f"{held}; {planned} were planned")
        else:
            yield Fact("Sessions held", f"{held} of {planned}")

    def time(self) -> Iterator[Fact]:
        minutes = self._journal.counts().minutes_held
        if minutes and not self._informal:
            yield Fact("Time together", hours_words(minutes))

    def coming(self) -> Iterator[Fact]:
        planned = self._journal.sessions.planned()
        following = next((one.day for one in planned if one.day >= self._today), None)
        if following is not None:
            yield Fact("Next session", day_words(following))

    def span(self) -> Iterator[Fact]:
        days = self._journal.sessions.days_held()
        if days:
            yield Fact("First session", day_words(days[0]))
            yield Fact("Last session", day_words(days[-1]))
        elif self._about.started_on:
            yield Fact("Begun on", day_words(self._about.started_on))

    # What was done

    def actions(self) -> Iterator[Fact]:
        counts = self._journal.actions.counts()
        labels = {
            ActionOwner.ME: "My actions",
            ActionOwner.PARTNER: f"My {self._about.my_role.partner}'s actions",
            ActionOwner.BOTH: "Actions of us both",
        }
        for owner, label in labels.items():
            stand = {
                "done": counts.get((owner, ActionStatus.DONE), 0),
                "partly done": counts.get((owner, ActionStatus.PARTLY_DONE), 0),
                "open": sum(
                    count for (whose, status), count in counts.items() if whose is owner and status.is_open
                ),
            }
            if said := ", ".join(f"{count} {words}" for words, count in stand.items() if count):
                yield Fact(label, said)

    def goals(self) -> Iterator[Fact]:
        for goal in sorted(self._goals(), key=lambda goal: _GOALS.index(goal.status)):
            yield Fact(f"Goal, {goal.status.label}", _moved(goal))

    def milestones(self) -> Iterator[Fact]:
        steps = [step.status for goal in self._goals() for step in goal.milestones]
        wanted = sum(status is not MilestoneStatus.SKIPPED for status in steps)
        if wanted:
            yield Fact("Milestones reached", f"{steps.count(MilestoneStatus.REACHED)} of {wanted}")

    def carried(self) -> Iterator[Fact]:
        for topic in self._journal.topics.most_carried(MOST_CARRIED):
            yield Fact(f"Carried over {counted(topic.carried_count, 'time', 'times')}", topic.text)

    def ratings(self) -> Iterator[Fact]:
        """The writer's own numbers: no note, and no sheet that is about a single session."""
        given: defaultdict[str, list[Rating]] = defaultdict(list)
        for rating in self._journal.ratings.all():
            if rating.instrument_id != SESSION_USEFULNESS:
                given[rating.instrument_id].append(rating)
        for ratings in given.values():
            compared = then_and_now(ratings)
            if compared is not None and compared.has_change:
                lines = (_then_now(item) for item in compared.items if item.difference is not None)
                yield Fact(f"{RATED}: {ratings[-1].name}", "; ".join(lines))

    # The end

    def question(self) -> Iterator[Fact]:
        asked = self._about.question.strip() or self._about.specialist_topic.strip()
        if asked and self._about.type is RelationshipType.ONE_STOP:
            yield Fact("What it was about", asked)

    def end(self) -> Iterator[Fact]:
        ended = self._ended_on()
        if ended is None:
            return
        closure = self._journal.life.closure()
        yield Fact("Ended on", day_words(ended))
        said = closure.reason.label if closure and closure.reason else "nobody gave a reason"
        yield Fact("How it ended", capital(said))

    def left_open(self) -> Iterator[Fact]:
        """The goals and actions that were open at the end, however they stand now."""
        end = self._ended_on() or self._today
        goals = [goal for goal in self._goals() if goal.day <= end and _status_on(goal, end) in _OPEN]
        for goal in goals:
            yield Fact("Goal left open", _moved(goal, end))
        actions = [
            action
            for action in self._journal.actions.open_on(end)
            if action.visibility is not Visibility.NEVER_EXPORT
        ]
        labels = {
            ActionOwner.ME: "Left open, mine",
            ActionOwner.PARTNER: f"Left open, my {self._about.my_role.partner}'s",
            ActionOwner.BOTH: "Left open, of us both",
        }
        for action in actions[:MOST_LEFT_OPEN]:
            yield Fact(labels[action.owner], action.text)
        if (more := len(actions) - MOST_LEFT_OPEN) > 0:
            yield Fact("Left open", f"and {counted(more, 'more action', 'more actions')}")
        if not goals and not actions:
            yield Fact("Left open", "nothing")

    def _goals(self) -> list[Goal]:
        return [
            goal
            for goal in self._journal.goals.all()
            if goal.whose is Whose.MENTEE and goal.visibility is not Visibility.NEVER_EXPORT
        ]

    def _ended_on(self) -> date | None:
        closure = self._journal.life.closure()
        return closure.closed_on if closure else self._about.ended_on


def _moved(goal: Goal, until: date | None = None) -> str:
    """The goal with its way from the start to now, or to *until*."""
    if goal.measure is MeasureKind.NONE:
        return goal.title
    said = [one for one in goal.by_day if until is None or one.day <= until]
    if goal.counts_milestones:
        now = goal.now if until is None else goal.reached_by(until)
    else:
        now = said[-1].value if said else goal.start
    start = value_text(goal.start, goal.measure, goal.unit)
    if now == goal.start:
        return f"{goal.title}: {start}, as at the start" if said else f"{goal.title}: {start} at the start"
    return f"{goal.title}: {start} → {value_text(now, goal.measure, goal.unit)}"


def _status_on(goal: Goal, day: date) -> GoalStatus:
    """What the goal was at the end of *day*; a goal without a history always was what it is."""
    if not goal.history:
        return goal.status
    return next((was.status for was in reversed(goal.history) if was.day <= day), goal.history[0].status)


def _then_now(item: ItemThenAndNow) -> str:
    """“Trust 4 → 8”, and where the start looks otherwise by now, “Trust 4 (3 as I see it now) → 8”."""
    start = item.then if item.first is None else item.first
    again = f" ({item.then} as I see it now)" if item.then not in (None, start) else ""
    return f"{item.label} {start}{again} → {item.now}"
