"""What a book says of the relationship itself, and how it was closed."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.book.marks import written
from mentorjournal.book.near import Near
from mentorjournal.model.bound import Chapter
from mentorjournal.model.closure import Closure
from mentorjournal.model.paper import Facts, Heading, Piece, Table
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.terms_words import interval_words
from mentorjournal.model.wording import capital, counted, day_words
from mentorjournal.model.words import Phase, RelationshipType, Training

_SIGNPOST_WIDTHS = (0.36, 0.32, 0.32)


def about_pieces(near: Near) -> Iterator[Piece]:
    about = near.book.relationship
    one_stop = about.type is RelationshipType.ONE_STOP
    yield Chapter("What it was about" if one_stop else "About this relationship")
    yield Facts(tuple((label, value) for label, value in _facts(about) if value.strip()))
    yield from written("The topic", about.specialist_topic)
    yield from written("The question", about.question)
    yield from written("What it is for", about.purpose)
    yield from written("Other hats", about.conflict_declared)
    yield from written("Rules of the programme", about.programme.scheme_rules)
    if about.signposts:
        yield Heading("Where to refer on", 3)
        rows = tuple((one.what_for, one.service, one.contact) for one in about.signposts)
        yield Table(("What for", "Where", "How to reach it"), rows, _SIGNPOST_WIDTHS)
    if near.book.closure:
        yield from _closed(near.book.closure)


def _facts(about: Relationship) -> Iterator[tuple[str, str]]:
    role, agreed = about.my_role, about.commitment
    yield "Codename", about.codename
    yield "Kind", f"{capital(about.type.label)}, {about.form.label}"
    yield "My part", role.label
    yield "My name", about.my_display_name
    yield f"My {role.partner}", about.partner_display_name
    yield "Their position", about.partner_role_title
    yield "Their organisation", about.partner_organisation
    yield "How to reach them", about.partner_contact
    yield "Programme", about.programme.name
    yield "Coordinator", about.programme.coordinator_name
    yield "How to reach them", about.programme.coordinator_contact
    yield "Stands", about.status.label
    yield "Phase", "" if about.phase is Phase.NOT_TRACKED else about.phase.label
    yield "Begun on", day_words(about.started_on) if about.started_on else ""
    yield "Planned to end on", day_words(about.planned_end_on) if about.planned_end_on else ""
    yield "Ended on", day_words(about.ended_on) if about.ended_on else ""
    yield "Sessions planned", str(agreed.sessions_planned or "")
    yield "How often", interval_words(agreed.interval_days) if agreed.interval_days else ""
    yield "Length of each", counted(agreed.minutes, "minute", "minutes")
    yield "How we meet", agreed.mode.label
    yield "My training", _training(about.my_training, about.my_training_title)
    yield "Their training", _training(about.partner_training, about.partner_training_title)
    yield "To ask what came of it", day_words(about.follow_up_on) if about.follow_up_on else ""


def _training(done: Training, title: str) -> str:
    if done is Training.UNKNOWN and not title.strip():
        return ""
    return f"{done.label}, {title}" if title.strip() else done.label


def _closed(closure: Closure) -> Iterator[Piece]:
    yield Heading("How it was closed", 3)
    rows = (
        ("Closed on", day_words(closure.closed_on)),
        ("How it ended", closure.reason.label if closure.reason else ""),
        ("Thanked", "yes" if closure.thanked else ""),
        ("Handed over on", day_words(closure.handed_over_on) if closure.handed_over_on else ""),
        ("The notes are", closure.rule.label),
        ("Until", day_words(closure.destroy_on) if closure.destroy_on else ""),
        ("Why on hold", closure.hold_reason),
    )
    yield Facts(tuple((label, value) for label, value in rows if value.strip()))
