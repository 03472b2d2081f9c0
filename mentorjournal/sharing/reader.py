"""One reader's look at a journal: what may be shown to them, and what happened in the period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.model.goal import Goal
from mentorjournal.model.session import Session
from mentorjournal.model.words import Audience, Role, SessionKind, SessionStatus, Visibility, Whose
from mentorjournal.sharing.facts import SummarySource


@dataclass(frozen=True, slots=True, repr=False)
class Reader:
    source: SummarySource
    audience: Audience
    since: date
    until: date

    @property
    def role(self) -> Role:
        """Whose journal it is: the author's part in the relationship."""
        return self.source.relationship.my_role

    @property
    def is_third_party(self) -> bool:
        return self.audience not in (Audience.PARTNER, Audience.PORTFOLIO)

    @property
    def needs_consent(self) -> bool:
        """A mentor gives nothing to a third party before the mentee has agreed."""
        return self.role is Role.MENTOR and self.is_third_party

    def may(self, visibility: Visibility) -> bool:
        if visibility is Visibility.PARTNER_OK:
            return self.audience is Audience.PARTNER
        return visibility is Visibility.SUMMARY_OK

    def within(self, day: date) -> bool:
        return self.since <= day <= self.until

    def meetings(self) -> list[Session]:
        """The sessions that were held, whenever that was; a mail or a call between them is none."""
        return [
            session
            for session in self.source.sessions
            if session.status is SessionStatus.HELD and session.kind is not SessionKind.CONTACT
        ]

    def goals(self) -> list[Goal]:
        """The goals this reader may see and that were worked on in the period, the oldest first."""
        goals = [goal for goal in self.goals_marked() if self._alive(goal)]
        return sorted(goals, key=lambda goal: goal.day)

    def goals_marked(self) -> list[Goal]:
        """The goals this reader may see, whenever they were worked on.

        A mentor's own learning goals are never told together with the mentee's, and a portfolio is the
        author's own.
        """
        own = self.role is Role.MENTOR and self.audience is Audience.PORTFOLIO
        whose = Whose.MINE_AS_MENTOR if own else Whose.MENTEE
        return [goal for goal in self.source.goals if goal.whose is whose and self.may(goal.visibility)]

    def _alive(self, goal: Goal) -> bool:
        """Whether the goal was open in the period, or something became of it then."""
        if goal.day > self.until:
            return False
        days = [check_in.day for check_in in goal.check_ins]
        days += [became.day for became in goal.history]
        days += [step.reached_on for step in goal.milestones if step.reached_on]
        return goal.status.is_active or goal.day >= self.since or any(map(self.within, days))

    def __repr__(self) -> str:
        return f"Reader({self.audience.value})"
