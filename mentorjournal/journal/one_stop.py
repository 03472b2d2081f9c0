"""One-stop advice on one sheet: read from the journal's ordinary entries, and written back to them.

The sheet keeps nothing of its own: the topic and the question stand in the relationship, the rest in its
meetings, its actions and its agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, ClauseKey
from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import EntryId
from mentorjournal.model.lifecycle import Possible, follow_up_from
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import AdviceOutcome, NoteBlock, Session
from mentorjournal.model.words import (
    AgreementState,
    RelationshipType,
    Role,
    Section,
    SessionKind,
    SessionStatus,
)

SHORT_FORM = (ClauseKey.COMMITMENT, ClauseKey.CONFIDENTIALITY, ClauseKey.RETENTION)
"""The agreement in three lines: the time, what stays between us, what happens to the notes."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SheetWords:
    """What is typed on the sheet. From *wanted* to *came_of_it* it belongs to one meeting."""

    topic: str = ""
    question: str = ""
    background: str = ""
    wanted: str = ""
    tried: str = ""
    intention: str = ""
    mattered: str = ""
    took_away: str = ""
    advice: str = ""
    came_of_it: str = ""
    time: str = ""
    confidentiality: str = ""
    notes: str = ""

    def __repr__(self) -> str:
        return "SheetWords()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OneStop:
    """Everything the sheet shows. *meetings* are without their notes, earliest first; *meeting* is the one
    that is prepared or noted, whole. *set_advice* is False where the advice holds more than plain lines.
    """

    relationship: Relationship
    words: SheetWords
    meetings: tuple[Session, ...] = ()
    meeting: Session | None = None
    actions: tuple[Action, ...] = ()
    told: bool = False
    set_advice: bool = True
    agreement: Agreement | None = None
    agreed_on: date | None = None
    steps: tuple[Possible, ...] = ()
    closure: Closure | None = None
    suggested_follow_up: date | None = None

    @property
    def is_one_stop(self) -> bool:
        return self.relationship.type is RelationshipType.ONE_STOP

    def __repr__(self) -> str:
        return f"OneStop({len(self.meetings)} meetings)"


def one_stop(journal: Journal, meeting: EntryId | None = None) -> OneStop:
    """Read the sheet, at *meeting* or at the one that the day asks for."""
    about = journal.relationship()
    meetings = tuple(one for one in journal.sessions.facts() if one.kind is not SessionKind.CONTACT)
    chosen = _chosen(meetings, meeting, journal.today())
    whole = journal.sessions.get(chosen.id) if chosen is not None else None
    advice = advice_in(whole, about.my_role)
    draft, agreed = journal.agreements.draft(), journal.agreements.agreed()
    outcome = (advice.outcome if advice is not None else None) or AdviceOutcome()
    held = [one.day for one in meetings if one.status is SessionStatus.HELD]
    return OneStop(
        relationship=about,
        words=_words(about, whole, advice, draft or agreed),
        meetings=meetings,
        meeting=whole,
        actions=tuple(sorted(journal.actions.all(), key=_open_first)),
        told=outcome.told_partner,
        set_advice=advice is None or from_plain(to_plain(advice.text)) == advice.text,
        agreement=draft or agreed,
        agreed_on=agreed.agreed_on if agreed is not None else None,
        steps=journal.life.possible(),
        closure=journal.life.closure(),
        suggested_follow_up=follow_up_from(max(held)) if held else None,
    )


# Inside


def _chosen(meetings: Sequence[Session], wanted: EntryId | None, today: date) -> Session | None:
    """The wanted one, or else the last that has come, or the next that is to come."""
    for one in meetings:
        if one.id == wanted:
            return one
    real = [one for one in meetings if one.status in (SessionStatus.PLANNED, SessionStatus.HELD)]
    come = [one for one in real if one.day <= today]
    return come[-1] if come else next(iter(real), None)


def _words(
    about: Relationship, meeting: Session | None, advice: NoteBlock | None, agreement: Agreement | None
) -> SheetWords:
    time, confidentiality, notes = (_line(agreement, key) for key in SHORT_FORM)
    words = SheetWords(
        topic=about.specialist_topic,
        question=about.question,
        background=about.purpose,
        time=time,
        confidentiality=confidentiality,
        notes=notes,
    )
    if meeting is None:
        return words
    outcome = (advice.outcome if advice is not None else None) or AdviceOutcome()
    return replace(
        words,
        wanted=meeting.desired_outcome,
        tried=meeting.preparation.since,
        intention=meeting.intention,
        mattered=meeting.after_note.mattered,
        took_away=meeting.after_note.took_away,
        advice=to_plain(advice.text).strip() if advice is not None else "",
        came_of_it=outcome.what_happened.strip(),
    )


def _line(agreement: Agreement | None, key: ClauseKey) -> str:
    if agreement is None:
        return ""
    clause = agreement.clause(key)
    return clause.agreed_text or (clause.my_draft if agreement.state is AgreementState.DRAFT else "")


def advice_in(meeting: Session | None, role: Role) -> NoteBlock | None:
    if meeting is None:
        return None
    return next((block for block in meeting.blocks if block.section is section_of(role)), None)


def section_of(role: Role) -> Section:
    return Section.ADVICE_GIVEN if role is Role.MENTOR else Section.ADVICE_RECEIVED


def _open_first(action: Action) -> tuple[bool, date]:
    return not action.status.is_open, action.due_on or date.max
