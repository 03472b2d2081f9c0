"""Which heading each open action stands under: what a mentor promised first, then by when it is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from mentorjournal.model.words import Role
from ui.pages.actions.contract import Group, Heading, Listed, Order

SOON = timedelta(days=7)


def in_groups(listed: Iterable[Listed], today: date, order: Order) -> tuple[Group, ...]:
    """The open actions in the order in which they are shown."""
    groups: defaultdict[tuple[int, str, Heading], list[Listed]] = defaultdict(list)
    for one in sorted(listed, key=_by_due):
        if order is Order.JOURNAL:
            groups[0, one.codename.casefold(), Heading.JOURNAL].append(one)
        else:
            heading = heading_of(one, today)
            groups[list(Heading).index(heading), "", heading].append(one)
    return tuple(Group(key[2], tuple(groups[key])) for key in sorted(groups))


def heading_of(listed: Listed, today: date) -> Heading:
    action = listed.action
    leads = listed.role is Role.MENTOR and not listed.codename  # over all journals the days lead
    if leads and action.is_promise:
        return Heading.PROMISED
    if action.due_on is None:
        return Heading.UNDATED
    if action.due_on < today:
        return Heading.OVERDUE
    return Heading.SOON if action.due_on - today <= SOON else Heading.LATER


def _by_due(listed: Listed) -> tuple[date, date, str]:
    action = listed.action
    return action.due_on or date.max, action.day, listed.codename.casefold()
