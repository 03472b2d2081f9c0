"""Whole lives of relationships, lived day by day under a clock that is moved by hand.

A life is what the person does about what the journal tells; all of it goes through the doors that the window
and the command line use.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mentorjournal.guidance.checkpoints import Checkpoint
from mentorjournal.guidance.review_facts import review_facts
from mentorjournal.guidance.today import Look, Worth, today
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.agreement import ClauseKey, Terms
from mentorjournal.model.card import JournalId
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.relationship import Relationship, opening_status
from mentorjournal.model.session import Session
from mentorjournal.model.words import ReviewKind, SessionKind
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault

PASSPHRASE = "a year of mentoring"
FIRST_DAY = date(2026, 1, 5)
Told = Checkpoint | Worth


@dataclass
class World:
    """A vault and a clock. *told* says on which day what was first told of which journal; what is told on the
    next day as well is not told anew.
    """

    folder: Path
    day: date = FIRST_DAY
    told: list[tuple[str, Told, int]] = field(default_factory=list)
    _standing: frozenset[tuple[str, Told]] = frozenset()

    def __post_init__(self) -> None:
        vault, self.code = Vault.create(self.folder, PASSPHRASE, cost=FLOOR)
        self.shelf = Shelf(vault, clock=self.now)

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 18, 30, tzinfo=UTC)

    def begin(self, about: Relationship) -> JournalId:
        return self.shelf.add(replace(about, status=opening_status(about.type))).id

    def journal(self, id: JournalId) -> Journal:
        return self.shelf.open(id).journal

    def again(self) -> None:
        """Lock, and unlock with the passphrase."""
        self.shelf.close()
        self.shelf = Shelf(Vault.unlock(self.folder, PASSPHRASE), clock=self.now)

    def live(self, days: int, act: Callable[[Look], object] | None = None) -> None:
        """Let the days go by: each evening the person looks at Today, and does what *act* says about it."""
        for _ in range(days):
            self.day += timedelta(days=1)
            looks = today(self.shelf.journals(asking_by=self.day), self.now()).looks
            standing = frozenset((look.of.codename, look.worth) for look in looks)
            for look in looks:
                if (look.of.codename, look.worth) not in self._standing:
                    self.told.append((look.of.codename, look.worth, (self.day - FIRST_DAY).days))
                if act is not None:
                    act(look)
            self._standing = standing

    def told_of(self, codename: str) -> list[tuple[Told, int]]:
        """What was told of a journal, with the day counted from the first."""
        return [(worth, day) for name, worth, day in self.told if name == codename]


def meet(journal: Journal, kind: SessionKind = SessionKind.REGULAR, **more: object) -> None:
    """Plan a session for today, and hold it."""
    session = Session(id=new_entry_id(), day=journal.today(), kind=kind, **more)  # type: ignore[arg-type]
    journal.sessions.add(session)
    journal.hold(session.id)
    journal.sessions.finish_note(session.id, journal.today())


def agree(journal: Journal, terms: Terms | None = None, review_on: date | None = None) -> None:
    """Draft, compare and agree; without *terms* the ones that are known stay."""
    journal.agreements.begin()
    draft = journal.agreements.draft()
    assert draft is not None
    journal.agreements.take_in(draft.id, {ClauseKey.CONFIDENTIALITY: "What is said stays between us."})
    draft = journal.agreements.get(draft.id)
    clauses = tuple(
        replace(one, my_draft="What is said stays between us", agreed_text="What is said stays between us.")
        if one.key is ClauseKey.CONFIDENTIALITY
        else one
        for one in draft.clauses
    )
    journal.agreements.write(replace(draft, clauses=clauses, terms=terms or draft.terms))
    journal.agreements.agree(draft.id, journal.today(), review_on)


def look_back(journal: Journal, kind: ReviewKind, next_on: date | None = None) -> None:
    """Begin a review with its facts, answer, and say that it is done."""
    facts = review_facts(journal, kind, journal.today())
    journal.begin_review(kind, facts)
    review = journal.reviews.open_one(kind)
    assert review is not None
    assert review.facts == tuple(facts)
    answers = tuple(replace(one, mine="We walked, and it was easier.") for one in review.answers)
    journal.reviews.write(replace(review, answers=answers, decisions="Go on.", next_review_on=next_on))
    journal.finish_review(review.id)
