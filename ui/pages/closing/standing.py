"""What stands after the end, in words: the day, the rule with its date, a hold with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from mentorjournal.model.closure import Closure, Due, due, falls_due
from mentorjournal.model.export import KnownExport
from mentorjournal.model.words import RetentionRule
from ui.pages.closing.contract import Found
from ui.widgets.date_field import day_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Closing", text)


def notes_words(closure: Closure, found: Found, locale: QLocale) -> str:
    """What happens to the notes: “To be destroyed on 3 Dec 2027.”"""
    day = falls_due(closure)
    said = day_words(day, locale) if day is not None else ""
    match due(closure, found.today):
        case Due.NEVER:
            return _tr("Kept as your own record. Nothing is due to be destroyed.")
        case Due.HELD if day is None:
            return _tr("On hold: nothing of it may be destroyed.")
        case Due.HELD if day is not None and day <= found.today:
            return _tr(
                "On hold: nothing of it may be destroyed. Without the hold it would be due since {day}."
            ).format(day=said)
        case Due.HELD:
            return _tr(
                "On hold: nothing of it may be destroyed. Without the hold it would be due on {day}."
            ).format(day=said)
        case Due.LATER:
            return _tr("To be destroyed on {day}.").format(day=said)
        case Due.WAITS_FOR_HANDOVER:
            return _tr("To be destroyed once the hand-over copy is saved.")
        case Due.NOW if day == found.today:
            return _tr("Due to be destroyed today. It waits for you: nothing is destroyed by itself.")
        case _:
            return _tr(
                "Due to be destroyed since {day}. It waits for you: nothing is destroyed by itself."
            ).format(day=said)


def agreed_words(found: Found, locale: QLocale) -> str:
    """What the agreement says of the notes, where it says something, and what becomes of it today."""
    rule, until = found.agreed, found.agreed_until
    if rule is None:
        return ""
    if rule is RetentionRule.ON_HOLD:
        return _tr("Your agreement says: on hold. A hold needs its reason here.")
    if rule is RetentionRule.KEEP_UNTIL and until is not None:
        day = day_words(until, locale)
        if until < found.usual.closed_on:
            return _tr("You agreed to keep them until {day}. That day is past: they are due now.").format(
                day=day
            )
        return _tr("As you agreed: kept until {day}, then destroyed.").format(day=day)
    return _tr("As you agreed: {rule}.").format(rule=rule.label)


def kind_words(found: Found, locale: QLocale) -> str:
    """What may be worth knowing before it ends; never a reason not to."""
    about = found.journal.relationship
    said = []
    if not found.sessions_held:
        said.append(_tr("No session was held yet. It may end all the same."))
    if about.planned_end_on is not None and about.planned_end_on < found.today:
        said.append(
            _tr("The planned end was {day}; it is closed as of today.").format(
                day=day_words(about.planned_end_on, locale)
            )
        )
    return " ".join(said)


def export_words(exports: Sequence[KnownExport], locale: QLocale) -> list[str]:
    """Each file that is known, by its name and day."""
    return [
        _tr("{file}  ·  {what}, {day}").format(
            file=one.file_name, what=one.what.label, day=day_words(one.day, locale)
        )
        for one in exports
    ]
