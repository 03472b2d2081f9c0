"""Which backups stay. Nothing here asks what day it is: a wrong clock must not push a good copy out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

KEPT_LAST, KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 10, 7, 4, 12


def kept(made: Sequence[datetime]) -> set[datetime]:
    """Of backups in the order in which they were made, the last first: the last ten, and the last of each of
    the last days, weeks and months that have any.
    """
    staying = set(made[:KEPT_LAST])
    for limit, group in ((KEPT_DAYS, _day), (KEPT_WEEKS, _week), (KEPT_MONTHS, _month)):
        last_of: dict[object, datetime] = {}
        for moment in made:
            last_of.setdefault(group(moment.date()), moment)
        staying.update(list(last_of.values())[:limit])
    return staying


def _day(day: date) -> object:
    return day


def _week(day: date) -> object:
    return day.isocalendar()[:2]


def _month(day: date) -> object:
    return day.year, day.month
