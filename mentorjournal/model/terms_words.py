"""The terms of an agreement in words, the same on paper, in a draft and on the command line."""

from __future__ import annotations

from collections.abc import Mapping

from mentorjournal.model.agreement import LONGEST_CLAUSE, Agreement, Clause, ClauseKey, Terms, plain
from mentorjournal.model.day_words import MONTHS
from mentorjournal.model.words import RetentionRule


def interval_words(days: int) -> str:
    """“every 3 weeks”, “every week”, “every 10 days”."""
    count, unit = (days // 7, "week") if days % 7 == 0 else (days, "day")
    return f"every {unit}" if count == 1 else f"every {count} {unit}s"


def facts_of(terms: Terms) -> tuple[tuple[str, str], ...]:
    """Label and value of each term that was not left open."""
    rows = (
        ("Meetings", str(terms.sessions_planned or "")),
        ("How often", interval_words(terms.interval_days) if terms.interval_days else ""),
        ("Length of each", _counted(terms.minutes, "minute")),
        ("How we meet", terms.mode.label if terms.mode else ""),
        ("For how long", _counted(terms.months, "month")),
        ("Notes at the end", retention_words(terms)),
        ("What may be reported", terms.reporting.label if terms.reporting else ""),
    )
    return tuple((label, value) for label, value in rows if value)


def by_clause(terms: Terms) -> dict[ClauseKey, str]:
    """A sentence for each clause that has terms which were not left open."""
    rhythm = (
        _counted(terms.sessions_planned, "meeting"),
        interval_words(terms.interval_days) if terms.interval_days else "",
        f"{_counted(terms.minutes, 'minute')} each" if terms.minutes else "",
        terms.mode.label if terms.mode else "",
        f"for {_counted(terms.months, 'month')}" if terms.months else "",
    )
    kept = retention_words(terms)
    said = {
        ClauseKey.COMMITMENT: _sentence(", ".join(part for part in rhythm if part)),
        ClauseKey.RETENTION: f"The notes are {kept}." if kept else "",
        ClauseKey.SHARING: f"What may be reported: {terms.reporting.label}." if terms.reporting else "",
    }
    return {key: words for key, words in said.items() if words}


def with_terms(texts: Mapping[ClauseKey, str], terms: Terms) -> dict[ClauseKey, str]:
    """The texts of a draft with the words of its terms below them, where they do not stand there already.

    A text that leaves no room for them stays as it was written; the form sees to it that there is room.
    """
    said = dict(texts)
    for key, words in by_clause(terms).items():
        text = said.get(key, "")
        both = f"{text}\n{words}".strip()
        if words not in text and len(both) <= LONGEST_CLAUSE:
            said[key] = both
    return said


def my_texts(draft: Agreement) -> dict[ClauseKey, str]:
    """My own draft with my terms in words, as the partner's stands beside it."""
    return with_terms({one.key: one.my_draft for one in draft.clauses if one.applies}, draft.terms)


def differing_drafts(draft: Agreement) -> tuple[Clause, ...]:
    """The clauses on which the two drafts are apart once the terms are put into words on both sides."""
    mine = my_texts(draft)
    return tuple(
        one
        for one in draft.clauses
        if one.applies and plain(mine.get(one.key, "")) != plain(one.partner_draft)
    )


def retention_words(terms: Terms) -> str:
    """“kept until 1 March 2027, then destroyed”, or the rule's own words."""
    day = terms.keep_until
    if terms.retention is RetentionRule.KEEP_UNTIL and day is not None:
        return f"kept until {day.day} {MONTHS[day.month - 1].capitalize()} {day.year}, then destroyed"
    return terms.retention.label if terms.retention else ""


def _counted(number: int | None, one: str) -> str:
    return "" if number is None else f"{number} {one if number == 1 else f'{one}s'}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""
