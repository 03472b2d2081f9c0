"""A shelf of real journals in a vault of its own, as the home page finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from mentorjournal.guidance.today import Today, today
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.action import Action
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import RelationshipType, Role, SessionStatus
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.clock import FixedClock, at

DAY = date(2026, 11, 26)


@dataclass
class Study:
    """Writes into journals and reads the day; *clock* may be moved."""

    shelf: Shelf
    clock: FixedClock
    journals: dict[str, Journal] = field(default_factory=dict)

    def begin(
        self,
        codename: str = "Heron",
        role: Role = Role.MENTOR,
        type: RelationshipType = RelationshipType.LONG_TERM_FORMAL,
        **about: object,
    ) -> Journal:
        relationship = Relationship(codename=codename, my_role=role, type=type, **about)  # type: ignore[arg-type]
        self.journals[codename] = self.shelf.add(relationship).journal
        return self.journals[codename]

    def today(self) -> Today:
        return today(self.shelf.journals(asking_by=self.clock().date()), self.clock())


def session(
    journal: Journal,
    days: int,
    status: SessionStatus = SessionStatus.HELD,
    at: time | None = None,
    **about: object,
) -> EntryId:
    """Put a session so many days from today into the journal."""
    id = new_entry_id()
    value = Session(id=id, day=DAY + timedelta(days=days), at=at, status=status, **about)  # type: ignore[arg-type]
    journal.sessions.add(value)
    return id


def action(journal: Journal, text: str, due: int | None, **about: object) -> EntryId:
    id = new_entry_id()
    due_on = None if due is None else DAY + timedelta(days=due)
    journal.actions.add(Action(id=id, day=DAY, text=text, due_on=due_on, **about))  # type: ignore[arg-type]
    return id


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    clock = FixedClock(at(2026, 11, 26, 9, 30))
    vault, _ = Vault.create(tmp_path / "vault", "three herons", cost=FLOOR)
    study = Study(Shelf(vault, clock=clock), clock)
    yield study
    study.shelf.close()
