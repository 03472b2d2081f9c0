"""The words of the Agreement page that more than one of its parts says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from mentorjournal.model.agreement import Agreement, ClauseKey, Terms
from mentorjournal.model.terms_words import with_terms
from mentorjournal.model.words import Role
from ui.pages.agreement.contract import Mark, Overview, Side
from ui.pages.agreement.terms import WEEK
from ui.widgets import date_field


def _tr(text: str) -> str:
    return QCoreApplication.translate("Agreement", text)


def day_words(day: date) -> str:
    """3 Mar 2026."""
    return date_field.day_words(day, QLocale())


def side_words(side: Side, role: Role) -> str:
    """Whose words a field holds, from one's own side."""
    if side is Side.MINE:
        return _tr("My draft")
    if side is Side.AGREED:
        return _tr("Agreed")
    return {
        Role.MENTEE: _tr("Your mentor’s draft"),
        Role.MENTOR: _tr("Your mentee’s draft"),
        Role.PEER: _tr("Your peer’s draft"),
    }[role]


def mark_words(mark: Mark, role: Role) -> str:
    """How a clause stands."""
    if mark is Mark.ONLY_THEIRS:
        return {
            Role.MENTEE: _tr("only your mentor has written something"),
            Role.MENTOR: _tr("only your mentee has written something"),
            Role.PEER: _tr("only your peer has written something"),
        }[role]
    return {
        Mark.EMPTY: _tr("nothing written yet"),
        Mark.ONLY_MINE: _tr("only you have written something"),
        Mark.SAME: _tr("both say the same"),
        Mark.DIFFER: _tr("the two drafts differ"),
        Mark.AGREED: _tr("agreed"),
        Mark.LEFT_OUT: _tr("left out"),
    }[mark]


def overview_words(overview: Overview) -> str:
    """“6 of 17 clauses agreed, 3 differ”."""
    words = [_tr("{agreed} of {clauses} clauses agreed")]
    if overview.differ:
        words.append(_tr("1 differs") if overview.differ == 1 else _tr("{differ} differ"))
    if overview.same:
        words.append(_tr("{same} alike"))
    return ", ".join(words).format(
        agreed=overview.agreed, clauses=overview.clauses, differ=overview.differ, same=overview.same
    )


def headings(keys: Sequence[ClauseKey], most: int = 4) -> str:
    """Clauses by their headings, the first of them where they are many."""
    said = [_tr("“{heading}”").format(heading=key.label) for key in keys[:most]]
    if len(keys) > most:
        said.append(_tr("and {n} more").format(n=len(keys) - most))
    return ", ".join(said)


def rhythm_words(terms: Terms) -> str:
    """What of the terms drives the journal: “8 sessions, every 3 weeks, 60 minutes each, for 6 months”."""
    said = []
    if terms.sessions_planned:
        one = terms.sessions_planned == 1
        said.append(_tr("1 session") if one else _tr("{n} sessions").format(n=terms.sessions_planned))
    if terms.interval_days:
        said.append(_every(terms.interval_days))
    if terms.minutes:
        said.append(_tr("{n} minutes each").format(n=terms.minutes))
    if terms.months:
        said.append(_tr("for 1 month") if terms.months == 1 else _tr("for {n} months").format(n=terms.months))
    if terms.mode:
        said.append(terms.mode.label)
    return ", ".join(said)


def clause_text(agreement: Agreement, key: ClauseKey) -> str:
    """What a version says in one clause, as on paper: its terms in words below its own; nothing where it is
    left out.
    """
    clause = agreement.clause(key)
    if not clause.applies:
        return ""
    texts = {key: clause.agreed_text.strip()} if clause.agreed_text.strip() else {}
    return with_terms(texts, agreement.terms).get(key, "")


def _every(days: int) -> str:
    if days % WEEK == 0:
        weeks = days // WEEK
        return _tr("every week") if weeks == 1 else _tr("every {n} weeks").format(n=weeks)
    return _tr("every day") if days == 1 else _tr("every {n} days").format(n=days)
