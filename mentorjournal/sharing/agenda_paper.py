"""The agenda as it is handed to the partner: topics and the wanted outcome, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorjournal.errors import NothingToShare
from mentorjournal.guidance.agenda import Agenda, AgendaTopic
from mentorjournal.guidance.said import meeting_day
from mentorjournal.model.paper import Bullets, Facts, Heading, Line, Paper, Piece

TITLE = "Agenda"


def agenda_paper(agenda: Agenda, *, size: str = "A4") -> Paper:
    """Raises NothingToShare when there is neither a topic nor a wanted outcome."""
    if agenda.is_empty:
        raise NothingToShare(
            "There is nothing on this agenda yet. Add a topic to the session, or write what you would like to"
            " come of it."
        )
    return Paper(title=TITLE, subtitle="For our next conversation", pieces=tuple(_pieces(agenda)), size=size)


def file_name(day: date) -> str:
    """“agenda-2026-12-03.pdf”."""
    return f"agenda-{day.isoformat()}.pdf"


def _pieces(agenda: Agenda) -> Iterator[Piece]:
    where = f"{agenda.place} ({agenda.mode.label})" if agenda.place else agenda.mode.label
    yield Facts(
        (
            ("When", f"{meeting_day(agenda.day, agenda.at)}, {agenda.minutes} minutes"),
            ("Where", where),
        )
    )
    if agenda.topics:
        yield Heading("Topics")
        yield Bullets(tuple(_topic(topic) for topic in agenda.topics), numbered=True)
    if agenda.desired_outcome:
        yield Heading("What I would like to come of it")
        yield Line(agenda.desired_outcome)


def _topic(topic: AgendaTopic) -> str:
    return f"{topic.text} ({topic.minutes} min)" if topic.minutes else topic.text
