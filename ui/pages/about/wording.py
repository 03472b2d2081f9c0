"""What the page says of the relationship in a few words: its form, and what is inside a folded group."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipForm, Role, Training
from ui.widgets.date_field import day_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("AboutWords", text)


def form_words(form: RelationshipForm, role: Role) -> str:
    """Who is mentee and who is mentor, where rank would make one think otherwise."""
    match form:
        case RelationshipForm.REVERSE if role is Role.MENTOR:
            return _tr("Your mentee stands above you in rank, and learns from you.")
        case RelationshipForm.REVERSE if role is Role.MENTEE:
            return _tr("Your mentor stands below you in rank, and you learn from them.")
        case RelationshipForm.REVERSE:
            return _tr(
                "Whoever stands lower in rank is the mentor. Say under “My role” which of you that is."
            )
        case RelationshipForm.PEER:
            return _tr("Each of you is the mentee for one half of a session.")
        case RelationshipForm.RECIPROCAL:
            return _tr("Your roles change, within a session or from one to the next.")
    return ""


def whether_written(text: str) -> str:
    """Whether something stands there. Not the words themselves: a folded group shows nothing private."""
    return _tr("written") if text.strip() else ""


def folded_words(about: Relationship, locale: QLocale) -> tuple[str, ...]:
    """For people, purpose, commitment, dates, training and programme, in this order."""
    commitment = about.commitment
    rhythm = [_tr("{count} min").format(count=commitment.minutes), commitment.mode.label]
    if commitment.interval_days:
        rhythm.insert(0, _tr("every {count} days").format(count=commitment.interval_days))
    if commitment.sessions_planned:
        rhythm.insert(0, _tr("{count} sessions").format(count=commitment.sessions_planned))
    days = [
        words.format(day=day_words(day, locale))
        for day, words in (
            (about.started_on, _tr("from {day}")),
            (about.planned_end_on, _tr("to {day}")),
            (about.ended_on, _tr("ended {day}")),
        )
        if day is not None
    ]
    return (
        whether_written(about.my_display_name + about.partner_display_name),
        whether_written(about.purpose),
        " · ".join(rhythm),
        " ".join(days),
        _tr("me: {mine}, them: {theirs}").format(
            mine=_trained(about.my_training), theirs=_trained(about.partner_training)
        ),
        whether_written(about.programme.name),
    )


def _trained(training: Training) -> str:
    return training.label
