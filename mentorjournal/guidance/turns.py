"""Turns between peers: how evenly the last meetings were shared, and who might begin the next.

In a peers' session each is the mentee for a while. Nobody has to count; where minutes were noted, the last
three meetings are looked at together, for one uneven meeting says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from mentorjournal.journal.journal import Journal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import RelationshipForm, Role, SessionKind, SessionStatus, Turn

LOOK_BACK = 3
"""Meetings over which the balance is looked at."""

EVEN_WITHIN = 15
"""Minutes of difference, over all of those, that are still even."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The minutes of each turn over the last *meetings* in which they were noted."""

    mine: int
    theirs: int
    meetings: int

    @property
    def had_less(self) -> Turn | None:
        """Whose turns were clearly shorter; None while it is about even."""
        if abs(self.mine - self.theirs) < EVEN_WITHIN:
            return None
        return Turn.MINE if self.mine < self.theirs else Turn.PARTNER


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """What is known before a meeting by turns. *begins* is a suggestion; *began* who did last time."""

    balance: Balance | None = None
    began: Turn | None = None
    begins: Turn | None = None

    def words(self, partner: str) -> str:
        """“Last three: you 95 minutes, your peer 60. Let them begin?” or nothing, where nothing is known."""
        said = []
        if self.balance is not None:
            meetings = {1: "Last time", 2: "Last two"}.get(self.balance.meetings, "Last three")
            mine, theirs = self.balance.mine, self.balance.theirs
            said.append(f"{meetings}: you {mine} minutes, your {partner} {theirs}.")
        if self.balance is None or self.balance.had_less is None:
            began = {Turn.MINE: "You began last time.", Turn.PARTNER: f"Your {partner} began last time."}
            said += [began[self.began]] if self.began is not None else []
        asked = {Turn.MINE: "Begin yourself?", Turn.PARTNER: "Let them begin?"}
        said += [asked[self.begins]] if self.begins is not None else []
        return " ".join(said)


def takes_turns(relationship: Relationship) -> bool:
    """Whether both are the mentee by turns: peers, and those whose roles change."""
    by_turns = (RelationshipForm.PEER, RelationshipForm.RECIPROCAL)
    return relationship.form in by_turns or relationship.my_role is Role.PEER


def balance(held: Sequence[Session]) -> Balance | None:
    """The balance over the last of *held*, earliest first; None where no minutes were noted."""
    noted = [
        (one.my_turn_minutes or 0, one.partner_turn_minutes or 0)
        for one in held[-LOOK_BACK:]
        if one.my_turn_minutes is not None or one.partner_turn_minutes is not None
    ]
    if not noted:
        return None
    mine, theirs = (sum(minutes) for minutes in zip(*noted, strict=True))
    return Balance(mine=mine, theirs=theirs, meetings=len(noted))


def who_began(notes: Sequence[NoteBlock]) -> Turn | None:
    """Whose half stands first in the notes."""
    return next((note.turn for note in notes if note.turn is not None), None)


def turns(held: Sequence[Session], last_notes: Sequence[NoteBlock]) -> Turns:
    """What is known from the meetings *held*, earliest first, and the notes of the last. Who had clearly less
    begins; while it is about even, the other than last time.
    """
    known, began = balance(held), who_began(last_notes)
    other = {Turn.MINE: Turn.PARTNER, Turn.PARTNER: Turn.MINE}
    less = known.had_less if known is not None else None
    return Turns(balance=known, began=began, begins=less or (other[began] if began is not None else None))


def turns_before(journal: Journal, session: EntryId) -> Turns | None:
    """What is known before this session; None where nobody takes turns, as in a contact between meetings.
    Raises NotFound. Runs on the vault's thread.
    """
    if not takes_turns(journal.relationship()):
        return None
    this = journal.sessions.get(session)
    if this.kind is SessionKind.CONTACT:
        return None
    held = [one for one in journal.sessions.facts() if counts(one) and one.id != session]
    held = [one for one in held if (one.day, one.at or time.min) <= (this.day, this.at or time.min)]
    return turns(held, journal.sessions.get(held[-1].id).blocks if held else ())


def counts(session: Session) -> bool:
    return session.status is SessionStatus.HELD and session.kind is not SessionKind.CONTACT
