"""Who does it and by when, in the words of one's own side: the same on every page and in every widget."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mentorjournal.model.words import ActionOwner, Role, Turn


def _tr(text: str) -> str:
    return QCoreApplication.translate("WhoWhen", text)


def partner_words(role: Role) -> str:
    """What the other person is called."""
    return {
        Role.MENTEE: _tr("your mentor"),
        Role.MENTOR: _tr("your mentee"),
        Role.PEER: _tr("your peer"),
    }[role]


def owner_words(owner: ActionOwner, role: Role) -> str:
    if owner is ActionOwner.PARTNER:
        return partner_words(role)
    return _tr("both of us") if owner is ActionOwner.BOTH else _tr("me")


def half_words(turn: Turn, role: Role) -> str:
    """Whose half of a session it is, among those who take turns."""
    theirs = {
        Role.MENTEE: _tr("Your mentor’s turn"),
        Role.MENTOR: _tr("Your mentee’s turn"),
        Role.PEER: _tr("Your peer’s turn"),
    }
    return _tr("Your turn") if turn is Turn.MINE else theirs[role]


@lru_cache(maxsize=1000)  # a page of thousands of lines has a few hundred days
def day_words(day: date, today: date) -> str:
    """A day as people say it, with its year where it is another one."""
    pattern = "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
