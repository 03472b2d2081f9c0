"""Planning the next meeting, putting one off, and noting what was said between two: each is one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_block_id, new_entry_id
from mentorjournal.model.rhythm import kind_of_next, next_day
from mentorjournal.model.session import AfterNote, NoteBlock, Session
from mentorjournal.model.words import (
    ActionOwner,
    Mode,
    RelationshipType,
    Role,
    Section,
    SessionKind,
    SessionStatus,
)

REPORT_BACK = timedelta(days=14)
"""How long after one-stop advice it is usual to tell what came of it."""


def suggested_day(journal: Journal) -> date | None:
    """The day that the rhythm suggests for the next meeting; after one-stop advice, for reporting back."""
    if journal.relationship().type is RelationshipType.ONE_STOP:
        return journal.today() + REPORT_BACK
    return next_day(journal.relationship(), journal.sessions.facts(), journal.today())


def plan(journal: Journal, day: date | None = None, id: EntryId | None = None) -> Change:
    """Plan a session of the agreed length: on *day*, or when the rhythm suggests, or else today."""
    about, known = journal.relationship(), journal.sessions.facts()
    value = Session(
        id=id or new_entry_id(),
        day=day or next_day(about, known, journal.today()) or journal.today(),
        kind=kind_of_next(about, known),
        minutes=about.commitment.minutes,
        mode=about.commitment.mode,
        blocks=(_blank(),),
    )
    return replace(journal.sessions.add(value), label="Plan session")


def plan_after(journal: Journal, session: EntryId, day: date) -> Change:
    """Plan the conversation that follows *session*. Raises InvalidInput for a day before it."""
    if day < journal.sessions.get(session).day:
        raise InvalidInput("That day is before this session. Choose a later one.")
    return plan(journal, day)


def postpone(journal: Journal, session: EntryId, day: date) -> Change:
    """Put the session off to *day*: what was prepared for it and its open topics move along."""
    before = journal.sessions.get(session)
    if day < journal.today():
        raise InvalidInput("That day is past. Choose the day on which you will meet instead.")
    later = replace(
        before,
        id=new_entry_id(),
        day=day,
        number=None,
        status=SessionStatus.PLANNED,
        blocks=(_blank(),),
        after_note=AfterNote(),
        mood_after=None,
        usefulness=None,
        airtime=None,
        my_turn_minutes=None,
        partner_turn_minutes=None,
    )
    with journal.together():
        planned = journal.sessions.add(later)
        off = journal.put_off(session, SessionStatus.POSTPONED, later.id)
    return journal.as_one("Postpone session", [planned, off])


def note_contact(journal: Journal, day: date, mode: Mode, text: str, id: EntryId | None = None) -> Change:
    """Keep a contact between sessions: a mail, a call. It took place, and is not counted as a meeting."""
    if day > journal.today():
        raise InvalidInput("That day is still to come. A contact is noted once it took place.")
    if not text.strip():
        raise InvalidInput("The note is empty: what was said or written?")
    value = Session(
        id=id or new_entry_id(),
        day=day,
        kind=SessionKind.CONTACT,
        status=SessionStatus.HELD,
        minutes=0,
        mode=mode,
        blocks=(replace(_blank(), text=from_plain(text)),),
    )
    return replace(journal.sessions.add(value), label="Note contact")


def report_back(journal: Journal, session: EntryId, day: date) -> Change:
    """After one-stop advice: say by when the one who was advised tells what came of it. On that day it is
    asked for, too.
    """
    about = journal.relationship()
    if day < journal.sessions.get(session).day:
        raise InvalidInput("That day is before this session. Choose a later one.")
    mine = about.my_role is not Role.MENTOR
    action = Action(
        id=new_entry_id(),
        day=journal.today(),
        text="Report back: what came of it",
        owner=ActionOwner.ME if mine else ActionOwner.PARTNER,
        is_promise=mine,
        due_on=day,
        session_id=session,
    )
    with journal.together():
        changes = [journal.actions.add(action), journal.describe(replace(about, follow_up_on=day))]
    return journal.as_one("Agree to report back", changes)


def _blank() -> NoteBlock:
    return NoteBlock(id=new_block_id(), section=Section.DISCUSSED)
