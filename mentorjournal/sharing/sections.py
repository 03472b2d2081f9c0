"""The sections of a summary for each reader, after the field's matrix: ticked, to be ticked, not offered.

Only goals, learning points and actions that were marked for it are read. Reflections, notes, what the partner
said, moods and what moved a goal have no way in here, and nothing says how much stays behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentorjournal.errors import InvalidInput, NothingToShare
from mentorjournal.model.action import Action
from mentorjournal.model.chart import goal_chart
from mentorjournal.model.goal import Goal, value_text
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Audience,
    MeasureKind,
    Role,
    SessionKind,
    SessionStatus,
    Training,
    Visibility,
    Whose,
)
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.offer import Offer, OfferedLine, OfferedSection, SectionKey
from mentorjournal.sharing.wording import capital, counted, day_words, hours_words

_K = SectionKey

# in: ticked at first; off: can be ticked; a section that is not named is not offered to that reader.
_MATRIX: dict[Audience, dict[SectionKey, bool]] = {
    Audience.PARTNER: {key: key not in (_K.PROGRAMME, _K.TRAINING) for key in _K},
    Audience.COORDINATOR_ATTENDANCE: {
        _K.HEADING: True,
        _K.PARTNER: False,
        _K.PROGRAMME: True,
        _K.MEETINGS: True,
        _K.TRAINING: True,
        _K.CONFIDENTIALITY: True,
    },
    Audience.COORDINATOR_OUTCOMES: {
        key: key not in (_K.PARTNER, _K.LEARNING, _K.MY_ACTIONS)
        for key in _K
        if key is not _K.PARTNER_ACTIONS
    },
    Audience.LINE_MANAGER: {
        key: key in (_K.HEADING, _K.OBJECTIVES, _K.PROGRESS, _K.OUTCOMES, _K.CONFIDENTIALITY)
        for key in _K
        if key not in (_K.PARTNER_ACTIONS, _K.TRAINING)
    },
    Audience.PORTFOLIO: {
        key: key not in (_K.PARTNER, _K.PROGRAMME, _K.TRAINING) for key in _K if key is not _K.PARTNER_ACTIONS
    },
}

_TITLES = {
    _K.HEADING: "Who and what",
    _K.PARTNER: "Partner’s name",
    _K.PROGRAMME: "Programme",
    _K.MEETINGS: "Meetings",
    _K.OBJECTIVES: "Objectives",
    _K.PROGRESS: "Progress",
    _K.OUTCOMES: "Outcomes",
    _K.LEARNING: "What I have learnt",
    _K.MY_ACTIONS: "My actions",
    _K.PARTNER_ACTIONS: "Actions of my partner",
    _K.TRAINING: "Training",
    _K.CONFIDENTIALITY: "Confidentiality",
}

CONFIDENTIAL = (
    "What is said in mentoring stays between mentor and mentee. This summary holds outcomes and"
    " objectives that its author chose to share."
)


def offer(source: SummarySource, audience: Audience, since: date, until: date) -> Offer:
    """What may be shown to *audience* about *since* to *until*.

    Raises NothingToShare when there is nothing, and InvalidInput for a period that ends before it begins.
    """
    if since > until:
        raise InvalidInput("The period ends before it begins. Change one of the two dates.")
    reading = _Reading(source, audience, since, until)
    makers = {
        _K.HEADING: reading.heading,
        _K.PARTNER: reading.partner,
        _K.PROGRAMME: reading.programme,
        _K.MEETINGS: reading.meetings,
        _K.OBJECTIVES: reading.objectives,
        _K.PROGRESS: reading.progress,
        _K.OUTCOMES: reading.outcomes,
        _K.LEARNING: reading.learning,
        _K.MY_ACTIONS: reading.my_actions,
        _K.PARTNER_ACTIONS: reading.partner_actions,
        _K.TRAINING: reading.training,
        _K.CONFIDENTIALITY: reading.confidentiality,
    }
    sections = tuple(
        OfferedSection(key=key, title=_TITLES[key], ticked=ticked, lines=lines)
        for key, ticked in _MATRIX[audience].items()
        if key in makers and (lines := tuple(makers[key]()))
    )
    if not any(section.key.is_content for section in sections):
        raise NothingToShare(nothing_words(audience))
    role = source.relationship.my_role
    return Offer(
        audience=audience,
        role=role,
        since=since,
        until=until,
        sections=sections,
        needs_consent=role is Role.MENTOR and audience not in (Audience.PARTNER, Audience.PORTFOLIO),
    )


def nothing_words(audience: Audience) -> str:
    """Why there is no summary and what would make one."""
    if audience is Audience.COORDINATOR_ATTENDANCE:
        return "There is nothing to share for this period: no session was held. Choose another period."
    mark = "“may appear in a summary”"
    if audience is Audience.PARTNER:
        mark += " or “may be shown to the partner”"
    return (
        f"There is nothing to share for this period. Mark a goal, a learning point or an action as {mark},"
        " or choose another period."
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Reading:
    """One reader's look at a journal."""

    source: SummarySource
    audience: Audience
    since: date
    until: date

    def heading(self) -> Iterator[OfferedLine]:
        about = self.source.relationship
        if about.my_display_name.strip():
            yield OfferedLine(id="heading.author", label="Prepared by", text=about.my_display_name.strip())
        yield OfferedLine(id="heading.role", label="Role", text=capital(about.my_role.label))
        yield OfferedLine(id="heading.type", label="Kind of mentoring", text=capital(about.type.label))

    def partner(self) -> Iterator[OfferedLine]:
        about = self.source.relationship
        if about.partner_display_name.strip():
            label = capital(about.my_role.partner)
            yield OfferedLine(id="partner.name", label=label, text=about.partner_display_name.strip())

    def programme(self) -> Iterator[OfferedLine]:
        name = self.source.relationship.programme.name.strip()
        if name:
            yield OfferedLine(id="programme.name", label="Programme", text=name)

    def meetings(self) -> Iterator[OfferedLine]:
        held = [
            session
            for session in self.source.sessions
            if session.status is SessionStatus.HELD
            and session.kind is not SessionKind.CONTACT
            and self._within(session.day)
        ]
        if not held:
            return
        yield OfferedLine(id="meetings.held", label="Held", text=counted(len(held), "session", "sessions"))
        if self.audience is Audience.LINE_MANAGER:
            return
        planned = self.source.relationship.commitment.sessions_planned
        if planned:
            words = f"{counted(planned, 'session', 'sessions')} in the whole relationship"
            yield OfferedLine(id="meetings.planned", label="Planned", text=words)
        minutes = sum(session.minutes for session in held)
        yield OfferedLine(id="meetings.hours", label="Time together", text=hours_words(minutes))
        modes = Counter(session.mode for session in held)
        words = ", ".join(f"{count} {mode.label}" for mode, count in modes.most_common())
        yield OfferedLine(
            id="meetings.modes", label="How", text=words if len(modes) > 1 else capital(held[0].mode.label)
        )

    def objectives(self) -> Iterator[OfferedLine]:
        for goal in self._goals():
            about = f"goal.{goal.id}"
            yield OfferedLine(id=about, about=about, text=goal.title)
            if goal.success_criterion.strip():
                text = goal.success_criterion.strip()
                yield OfferedLine(id=f"{about}.criterion", about=about, label="Reached when", text=text)
            if goal.target_on:
                text = day_words(goal.target_on)
                yield OfferedLine(id=f"{about}.target", about=about, label="Aimed for", text=text)
            yield OfferedLine(
                id=f"{about}.status", about=about, label="Status", text=capital(goal.status.label)
            )

    def progress(self) -> Iterator[OfferedLine]:
        days = [
            session.day
            for session in self.source.sessions
            if session.status is SessionStatus.HELD and session.kind is not SessionKind.CONTACT
        ]
        for goal in self._goals():
            if goal.measure is MeasureKind.NONE:
                continue
            about = f"goal.{goal.id}"
            since = self.since if self.since > goal.day else None
            chart = goal_chart(goal, days, since=since, until=self.until)
            aim = f", aiming at {value_text(goal.end, goal.measure, goal.unit)}" if goal.has_aim else ""
            moved = len(chart.points) > 1
            text = f"{chart.start_label} to {chart.now_label}" if moved else f"{chart.now_label} so far"
            yield OfferedLine(
                id=f"{about}.progress",
                about=about,
                label="Progress",
                text=f"{text}{aim}",
                chart=chart if moved and goal.measure is not MeasureKind.YES_NO else None,
            )

    def outcomes(self) -> Iterator[OfferedLine]:
        for goal in self._goals():
            about = f"goal.{goal.id}"
            if goal.closing_note.strip():
                text = goal.closing_note.strip()
                yield OfferedLine(id=f"{about}.outcome", about=about, label="Outcome", text=text)

    def learning(self) -> Iterator[OfferedLine]:
        points = (p for p in self.source.learning_points if self._within(p.day) and self._may(p.visibility))
        for point in sorted(points, key=lambda p: (p.day, p.id)):
            yield OfferedLine(id=f"learning.{point.id}", text=point.text.strip())

    def my_actions(self) -> Iterator[OfferedLine]:
        return self._actions(frozenset({ActionOwner.ME}))

    def partner_actions(self) -> Iterator[OfferedLine]:
        return self._actions(frozenset({ActionOwner.PARTNER, ActionOwner.BOTH}))

    def training(self) -> Iterator[OfferedLine]:
        if self.source.relationship.my_training is Training.YES:
            yield OfferedLine(id="training.mine", text="I have taken part in training for mentoring.")

    def confidentiality(self) -> Iterator[OfferedLine]:
        yield OfferedLine(id="confidentiality.statement", text=CONFIDENTIAL)

    def _goals(self) -> list[Goal]:
        """The goals this reader may see, the oldest first.

        A mentor's own learning goals are never told together with the mentee's, and a portfolio is the
        author's own.
        """
        own = self.source.relationship.my_role is Role.MENTOR and self.audience is Audience.PORTFOLIO
        whose = Whose.MINE_AS_MENTOR if own else Whose.MENTEE
        goals = [
            goal
            for goal in self.source.goals
            if goal.whose is whose and self._may(goal.visibility) and self._alive(goal)
        ]
        return sorted(goals, key=lambda goal: (goal.day, goal.id))

    def _alive(self, goal: Goal) -> bool:
        """Whether the goal was worked on in the period."""
        if goal.day > self.until:
            return False
        open_now = goal.status.is_active or goal.day >= self.since
        return open_now or any(self._within(check_in.day) for check_in in goal.check_ins)

    def _actions(self, owners: frozenset[ActionOwner]) -> Iterator[OfferedLine]:
        actions = [a for a in self.source.actions if a.owner in owners and self._may(a.visibility)]
        done = [a for a in actions if _is_done(a) and self._within(a.closed_on or a.day)]
        ahead = [a for a in actions if a.status.is_open and a.day <= self.until]
        for action in sorted(done, key=lambda a: (a.closed_on or a.day, a.id)):
            partly = " (partly)" if action.status is ActionStatus.PARTLY_DONE else ""
            yield OfferedLine(id=f"action.{action.id}", text=action.text.strip() + partly, done=True)
        for action in sorted(ahead, key=lambda a: (a.due_on or date.max, a.day, a.id)):
            by = f" (by {day_words(action.due_on)})" if action.due_on else ""
            yield OfferedLine(id=f"action.{action.id}", text=action.text.strip() + by)

    def _may(self, visibility: Visibility) -> bool:
        if visibility is Visibility.PARTNER_OK:
            return self.audience is Audience.PARTNER
        return visibility is Visibility.SUMMARY_OK

    def _within(self, day: date) -> bool:
        return self.since <= day <= self.until


def _is_done(action: Action) -> bool:
    return action.status in (ActionStatus.DONE, ActionStatus.PARTLY_DONE)
