"""Goals in words for the window: days, statuses, and where one stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mentorjournal.model.goal import Goal, Milestone, value_text
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import (
    GoalStatus,
    MeasureKind,
    MilestoneStatus,
    Role,
    Visibility,
    Whose,
)

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


def last_moved(goal: Goal) -> str:
    """What moved it last, in the writer's words; of counted milestones, the one that was reached last."""
    if goal.counts_milestones:
        reached = [step for step in goal.milestones if step.status is MilestoneStatus.REACHED]
        newest = max(reached, key=lambda step: step.reached_on or date.min, default=None)
        if newest and not (goal.latest and goal.latest.day >= (newest.reached_on or date.min)):
            return said("Reached: {milestone}").format(milestone=newest.title)
    return goal.latest.what_moved_it if goal.latest else ""


def standing_words(goal: Goal) -> str:
    """Start, now and where known the target, in one line."""
    start, now = value_of(goal, goal.start), value_of(goal, goal.now)
    if not goal.has_aim:
        return said("start {start}, now {now}").format(start=start, now=now)
    words = said("start {start}, now {now}, target {target}")
    return words.format(start=start, now=now, target=value_of(goal, goal.end))


def spoken(goal: Goal, today: date) -> str:
    """The whole card as a sentence for those who hear it."""
    parts = [goal.title, goal.status.label]
    if goal.measure is not MeasureKind.NONE:
        parts.append(standing_words(goal))
    parts.append(check_in_count(goal))
    if moved := last_moved(goal):
        parts.append(said("what moved it: {words}").format(words=moved))
    if day := target_day_text(goal, today):
        parts.append(day)
    return ", ".join(parts)


def step_when(step: Milestone, today: date) -> str:
    """When a milestone was reached or is due."""
    if step.status is MilestoneStatus.REACHED:
        return said("reached {day}").format(day=day_text(step.reached_on)) if step.reached_on else ""
    if step.status is MilestoneStatus.SKIPPED:
        return said("skipped")
    if step.due_on is None:
        return ""
    words = said("was due {day}") if step.due_on < today else said("due {day}")
    return words.format(day=day_text(step.due_on))


def session_text(session: TimelineRow) -> str:
    """A session to choose from: its day, and its title where it is short."""
    title = " ".join(session.title.split())
    title = title if len(title) <= 40 else title[:39].rstrip() + "…"
    day = day_text(session.day)
    return said("{day} · {title}").format(day=day, title=title) if title else day


def smart_words() -> tuple[str, ...]:
    """The five SMART words, as one says them of a goal."""
    return (said("specific"), said("measurable"), said("achievable"), said("relevant"), said("time-bound"))


def smart_questions() -> tuple[str, ...]:
    return (
        said("Specific: would somebody else see what is meant?"),
        said("Measurable: will you notice that it moved?"),
        said("Achievable: is it within your reach, with the help you have?"),
        said("Relevant: does it matter to you now?"),
        said("Time-bound: is there a day to look at it again?"),
    )


def still_open(places: tuple[int, ...]) -> str:
    """What is not answered with yes, in one quiet sentence; empty where nothing is open."""
    words = smart_words()
    open_words = ", ".join(words[place] for place in places)
    return said("Still open: {words}.").format(words=open_words) if places else ""


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
