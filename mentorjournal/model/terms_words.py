"""The terms of an agreement in words, the same on paper, in a draft and on the command line."""

from __future__ import annotations

from mentorjournal.model.agreement import ClauseKey, Terms
from mentorjournal.model.day_words import MONTHS
from mentorjournal.model.words import RetentionRule


def interval_words(days: int) -> str:
    """“every 3 weeks”, “every week”, “every 10 days”."""
    count, unit = (days // 7, "week") if days % 7 == 0 else (days, "day")
    return f"every {unit}" if count == 1 else f"every {count} {unit}s"


def facts_of(terms: Terms) -> tuple[tuple[str, str], ...]:
    """Label and value of each term that was not left open."""
    rows = (
        ("Meetings", _counted(terms.sessions_planned, "meeting")),
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


def with_terms(text: str, words: str, longest: int) -> str:
    """*text* with the *words* of its terms below it, where they do not stand there already and fit."""
    both = f"{text}\n{words}".strip()
    return text if words in text or len(both) > longest else both


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
