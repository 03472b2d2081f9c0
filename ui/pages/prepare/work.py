"""What the page to prepare on has done on the vault's thread. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from mentorjournal import pdf
from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.agenda import Agenda
from mentorjournal.guidance.brief import FindSet
from mentorjournal.guidance.brief_lines import Line
from mentorjournal.guidance.prepared import prepared
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.export import ExportKind
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import AdviceOutcome, Session
from mentorjournal.model.topic import LONGEST_TOPIC
from mentorjournal.model.words import ActionStatus, Role, Visibility
from mentorjournal.sharing import agenda_paper, brief_paper
from mentorjournal.sharing.leaving import write_out


def prepare(journal: Journal, value: Session) -> Change:
    return journal.sessions.prepare(
        value.id,
        intention=value.intention,
        desired_outcome=value.desired_outcome,
        framework_id=value.framework_id,
        preparation=value.preparation,
        mood_before=value.mood_before,
    )


def settle(id: EntryId, journal: Journal) -> Change:
    return journal.actions.settle(id, ActionStatus.DONE)


def bring_up(line: Line, session: EntryId, journal: Journal) -> Change:
    """Put a thread on the agenda: the topic that it is, or a new one in its words. What never leaves does not
    leave as a topic either.
    """
    if line.about is not None:
        return journal.topics.plan(line.about, session)
    visibility = Visibility.NEVER_EXPORT if line.stays else Visibility.PRIVATE
    return journal.topics.capture(line.whole[:LONGEST_TOPIC], session, visibility=visibility)


def note_outcome(line: Line, words: str, journal: Journal) -> Change:
    if line.about is None or line.block is None:
        raise InvalidInput("This line is not advice.")
    blocks = journal.sessions.get(line.about).blocks
    known = next((block.outcome for block in blocks if block.id == line.block), None) or AdviceOutcome()
    outcome = replace(known, what_happened=words.strip())
    return journal.sessions.note_outcome(
        line.about, line.block, None if outcome == AdviceOutcome() else outcome
    )


def brief_pdf(session: EntryId, today: date, their_words: bool, find_set: FindSet, journal: Journal) -> bytes:
    known = prepared(journal, session, today, find_set)
    return pdf.render(brief_paper.preparation_paper(known, their_words=their_words))


def agenda_pdf(agenda: Agenda, journal: Journal) -> bytes:
    return pdf.render(agenda_paper.agenda_paper(agenda))


def write_pdf(journal: Journal, what: ExportKind, make: Callable[[Journal], bytes], target: Path) -> None:
    write_out(journal, what, target, make(journal))


def paper_of(role: Role) -> ExportKind:
    """What the page to take along is called for *role*."""
    return ExportKind.PREPARATION if role is Role.MENTEE else ExportKind.BRIEF
