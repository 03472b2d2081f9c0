"""What an agenda says of its topics, on the screen and to a screen reader."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from mentorjournal.model.topic import Topic
from mentorjournal.model.words import Role, TopicSource, TopicStatus
from ui.pages.topics.contract import AgendaShown, Section


def about(by: QObject, topic: Topic, section: Section, shown: AgendaShown) -> tuple[str, ...]:
    """What stands quietly below the words of a topic."""
    return tuple(_facts(by, topic, section, shown, short=True))


def spoken(by: QObject, topic: Topic, section: Section, number: int, of: int, shown: AgendaShown) -> str:
    """All that the eye sees of a topic besides its text, in words."""
    place = by.tr("Topic {number} of {count}").format(number=number, count=of) if number else ""
    state = {
        Section.DISCUSSED: by.tr("discussed"),
        Section.PARKED: by.tr("parked"),
        Section.INBOX: by.tr("in the inbox"),
        Section.DROPPED: by.tr("dropped"),
    }.get(section, "")
    facts = _facts(by, topic, section, shown, short=False)
    return ", ".join(part for part in (place, *facts, state) if part)


def heading_of(
    by: QObject, section: Section, count: int, is_inbox: bool, *, folded: bool | None = None
) -> str:
    words = {
        Section.PARKED: by.tr("Parked"),
        Section.INBOX: by.tr("Inbox"),
        Section.DROPPED: by.tr("Dropped"),
        Section.DISCUSSED: by.tr("Talked about"),
    }.get(section, "")
    if folded is None:
        return by.tr("{heading} · {count}").format(heading=words, count=count)
    state = by.tr("folded") if folded else by.tr("unfolded")
    return by.tr("{heading}, {count}, {state}").format(heading=words, count=count, state=state)


def summed_up(by: QObject, shown: AgendaShown) -> str:
    """How much is left of the agenda, and the time that is meant for it."""
    left, done = shown.of(Section.OPEN), shown.of(Section.DISCUSSED)
    if shown.is_inbox:
        return str(len(left)) if left else ""
    if not left and not done:
        return ""
    words = by.tr("{left} of {count} left").format(left=len(left), count=len(left) + len(done))
    if not done:
        words = by.tr("1 topic") if len(left) == 1 else by.tr("{count} topics").format(count=len(left))
    minutes = sum(topic.minutes or 0 for topic in left)
    if not minutes:
        return words
    if shown.length and minutes > shown.length:
        time = by.tr("{minutes} min, the session has {length}").format(minutes=minutes, length=shown.length)
    else:
        time = by.tr("{minutes} min").format(minutes=minutes)
    return by.tr("{words} · {time}").format(words=words, time=time)


def partners(by: QObject, role: Role) -> str:
    """Whose topic it is, where it is not one's own."""
    return {
        Role.MENTEE: by.tr("your mentor's"),
        Role.MENTOR: by.tr("your mentee's"),
        Role.PEER: by.tr("your peer's"),
    }[role]


def day_text(day: date, today: date) -> str:
    """A day as people say it, with its year where it is another one."""
    pattern = "d MMM" if day.year == today.year else "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _facts(by: QObject, topic: Topic, section: Section, shown: AgendaShown, *, short: bool) -> list[str]:
    facts = []
    since = day_text(topic.day, shown.today)
    waits = section is Section.INBOX or shown.is_inbox
    if waits and topic.status is TopicStatus.PARKED and section is Section.INBOX:
        facts.append(by.tr("parked"))
    if topic.carried_count == 1:
        facts.append(by.tr("carried once since {day}").format(day=since))
    elif topic.carried_count == 2:
        facts.append(by.tr("carried twice since {day}").format(day=since))
    elif topic.carried_count:
        words = by.tr("carried {count} times since {day}")
        facts.append(words.format(count=topic.carried_count, day=since))
    elif waits and topic.day != shown.today:
        facts.append(by.tr("since {day}").format(day=since))
    if topic.minutes:
        words = by.tr("{count} min") if short else by.tr("{count} minutes")
        facts.append(words.format(count=topic.minutes))
    if topic.source is TopicSource.PARTNER:
        facts.append(partners(by, shown.role))
    elif topic.source is TopicSource.SUGGESTED:
        facts.append(by.tr("suggested"))
    if title := shown.goals.get(topic.goal_id) if topic.goal_id else None:
        facts.append(by.tr("goal: {title}").format(title=title))
    return facts
