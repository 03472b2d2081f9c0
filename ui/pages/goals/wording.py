"""Goals in words for the window: days, statuses, and where one stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mentorjournal.model.goal import Goal, value_text
from mentorjournal.model.words import GoalStatus, MeasureKind, Role, Visibility, Whose

TONES = {
    GoalStatus.IDEA: "info",
    GoalStatus.AGREED: "info",
    GoalStatus.IN_PROGRESS: "accent",
    GoalStatus.ACHIEVED: "accent",
    GoalStatus.PARTLY_ACHIEVED: "plum",
    GoalStatus.CHANGED: "plum",
    GoalStatus.LET_GO: "plum",
    GoalStatus.ON_HOLD: "warn",
}


def said(text: str) -> str:
    """*text* in the language of the window."""
    return QCoreApplication.translate("Goals", text)


def status_icon(status: GoalStatus) -> str:
    return "check" if status is GoalStatus.ACHIEVED else ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def day_text(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def value_of(goal: Goal, value: float) -> str:
    return value_text(value, goal.measure, goal.unit)


def target_day_text(goal: Goal, today: date) -> str:
    """By when, or when it was meant to be; empty where there is no such day."""
    if goal.target_on is None:
        return ""
    day = day_text(goal.target_on)
    if goal.status.is_active and goal.target_on < today:
        return said("Target day {day} has passed").format(day=day)
    return said("By {day}").format(day=day)


def check_in_count(goal: Goal) -> str:
    count = len(goal.check_ins)
    if count == 0:
        return said("No check-in yet")
    return said("1 check-in") if count == 1 else said("{count} check-ins").format(count=count)


def spoken(goal: Goal, today: date) -> str:
    """The whole card as a sentence for those who hear it."""
    parts = [goal.title, goal.status.label]
    if goal.measure is not MeasureKind.NONE:
        words = said("start {start}, now {now}, target {target}")
        parts.append(
            words.format(
                start=value_of(goal, goal.start),
                now=value_of(goal, goal.now),
                target=value_of(goal, goal.end),
            )
        )
    parts.append(check_in_count(goal))
    if goal.check_ins and goal.check_ins[-1].what_moved_it:
        parts.append(said("what moved it: {words}").format(words=goal.check_ins[-1].what_moved_it))
    if day := target_day_text(goal, today):
        parts.append(day)
    return ", ".join(parts)


def whose_text(whose: Whose) -> str:
    return said("Your mentee's goal") if whose is Whose.MENTEE else said("Your own goal, as mentor")


def visibility_text(visibility: Visibility, role: Role) -> str:
    return {
        Visibility.PRIVATE: said("Private"),
        Visibility.PARTNER_OK: {
            Role.MENTEE: said("May be shown to your mentor"),
            Role.MENTOR: said("May be shown to your mentee"),
            Role.PEER: said("May be shown to your peer"),
        }[role],
        Visibility.SUMMARY_OK: said("May appear in a summary"),
        Visibility.NEVER_EXPORT: said("Never leaves"),
    }[visibility]
