"""How an action reads on its line: who, from where, since when, by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from mentorjournal.model.action import Action
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import ActionStatus
from ui.pages.actions.contract import ActionsShown, Group, Heading, Listed, Order
from ui.widgets.who_when import day_words, owner_words

LONGEST_GOAL = 40


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionWords", text)


class ActionWords:
    """The words for what is shown at once."""

    def __init__(self, shown: ActionsShown) -> None:
        self._today = shown.today
        self._by_journal = shown.order is Order.JOURNAL

    def heading(self, group: Group) -> str:
        words = {
            Heading.PROMISED: _tr("I promised"),
            Heading.OVERDUE: _tr("Overdue"),
            Heading.SOON: _tr("Due within a week"),
            Heading.LATER: _tr("Later"),
            Heading.UNDATED: _tr("No date"),
            Heading.JOURNAL: group.codename,
        }[group.heading]
        return _counted(words, len(group.listed))

    def closed(self, count: int) -> str:
        return _counted(_tr("Closed"), count)

    def more(self, left: int) -> str:
        return _tr("Show older ones ({count} more)").format(count=left)

    def codename(self, listed: Listed) -> str:
        """The journal, where the heading does not say it."""
        return "" if self._by_journal else listed.codename

    def about(self, listed: Listed) -> list[str]:
        action = listed.action
        said = [owner_words(action.owner, listed.role)]
        if action.is_promise:
            said.append(_tr("promised"))
        if action.status in (ActionStatus.PARTLY_DONE, ActionStatus.DROPPED):
            said.append(_tr("partly done") if action.status is ActionStatus.PARTLY_DONE else _tr("dropped"))
        if action.carried_count:
            said.append(self._carried(action))
        if listed.session:
            said.append(_tr("session of {day}").format(day=day_words(listed.session.day, self._today)))
        if listed.goal:
            said.append(_tr("goal “{title}”").format(title=short_title(listed.goal.title)))
        return said

    def when(self, action: Action) -> tuple[str, bool]:
        """By when, or when it was closed; and whether that is past."""
        if not action.status.is_open:
            day = day_words(action.closed_on or action.day, self._today)
            done = action.status is ActionStatus.DONE
            return (_tr("Done {day}") if done else _tr("Closed {day}")).format(day=day), False
        if action.due_on is None:
            return "", False
        if action.due_on == self._today:
            return _tr("Due today"), False
        day = day_words(action.due_on, self._today)
        if action.is_overdue(self._today):
            return _tr("Overdue · {day}").format(day=day), True
        return _tr("Due {day}").format(day=day), False

    def _carried(self, action: Action) -> str:
        since = day_words(action.day, self._today)
        if action.carried_count == 1:
            return _tr("carried once, since {day}").format(day=since)
        if action.carried_count == 2:
            return _tr("carried twice, since {day}").format(day=since)
        return _tr("carried {count} times, since {day}").format(count=action.carried_count, day=since)


def session_choices(rows: Sequence[TimelineRow], today: date) -> list[tuple[object, str]]:
    """Sessions to choose from, by their day and what they were about."""
    return [
        (row.id, " · ".join(part for part in (day_words(row.day, today), short_title(row.title)) if part))
        for row in rows
    ]


def goal_choices(rows: Sequence[TimelineRow]) -> list[tuple[object, str]]:
    return [(row.id, short_title(row.title)) for row in rows]


def _counted(words: str, count: int) -> str:
    return _tr("{words} · {count}").format(words=words, count=count)


def short_title(title: str) -> str:
    """A title as long as it may stand in a line."""
    return title if len(title) <= LONGEST_GOAL else title[: LONGEST_GOAL - 1].rstrip() + "…"
