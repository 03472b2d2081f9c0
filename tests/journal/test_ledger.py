"""The practice ledger counts hours, outlives its journals, and leads to nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentorjournal.errors import InvalidInput, OnHold
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    PracticeKind,
    RelationshipType,
    RetentionRule,
    Role,
    SessionKind,
    SessionStatus,
)
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault

DAY = date(2026, 3, 1)


@pytest.fixture
def shelf(tmp_path):
    vault, code = Vault.create(tmp_path / "vault", "x", cost=FLOOR)
    shelf = Shelf(vault)
    shelf.code = "-".join(code.groups())
    yield shelf
    shelf.close()


def journal_of(shelf, codename="Heron"):
    about = Relationship(codename=codename, my_role=Role.MENTOR, type=RelationshipType.INFORMAL)
    return shelf.add(about)


def session(status=SessionStatus.HELD, **more):
    return Session(id=new_entry_id(), day=DAY, status=status, minutes=45, **more)


def test_it_is_not_kept_unless_wanted(shelf):
    assert not shelf.ledger.is_kept
    shelf.ledger.keep(True)
    assert shelf.ledger.is_kept
    shelf.ledger.keep(False)
    assert not shelf.ledger.is_kept


def test_held_sessions_are_taken_over_once_and_contacts_are_not(shelf):
    opened = journal_of(shelf)
    sessions = [
        session(),
        session(),
        session(SessionStatus.PLANNED),
        session(kind=SessionKind.CONTACT),
    ]
    assert shelf.ledger.take_over(opened.id, sessions) == 2
    assert shelf.ledger.take_over(opened.id, sessions) == 0
    totals = shelf.ledger.totals()
    assert (totals.minutes[PracticeKind.MENTORING], totals.sessions, totals.relationships) == (90, 2, 1)


def test_other_practice_is_entered_by_hand_and_taken_back(shelf):
    entry = LedgerEntry(
        id=new_entry_id(), day=DAY, minutes=90, kind=PracticeKind.SUPERVISION, learning="Ask first"
    )
    added = shelf.ledger.put(entry)
    edited = shelf.ledger.put(replace(entry, how_applied="In the next session"))
    assert shelf.ledger.entries()[0].how_applied == "In the next session"
    edited.undo()
    assert shelf.ledger.entries() == [entry]
    removed = added.undo()
    assert shelf.ledger.entries() == []
    removed.undo()
    assert shelf.ledger.entries() == [entry]


@pytest.mark.parametrize("wrong", [{"minutes": 0}, {"minutes": 1441}, {"learning": "x" * 1001}])
def test_what_cannot_be_kept_is_refused(shelf, wrong):
    with pytest.raises(InvalidInput):
        shelf.ledger.put(replace(LedgerEntry(id=new_entry_id(), day=DAY, minutes=60), **wrong))
    assert shelf.ledger.entries() == []


def test_a_period_is_read_alone(shelf):
    for month in (1, 2, 3):
        shelf.ledger.put(LedgerEntry(id=new_entry_id(), day=date(2026, month, 1), minutes=60))
    assert shelf.ledger.totals(date(2026, 2, 1), date(2026, 2, 28)).all_minutes == 60


def test_its_hours_stay_when_a_journal_is_destroyed_and_lead_nowhere(shelf):
    first, second = journal_of(shelf, "Heron"), journal_of(shelf, "Lark")
    shelf.ledger.take_over(first.id, [session()])
    shelf.ledger.take_over(second.id, [session()])
    record = shelf.destroy(first.id)
    assert record.codename == "Heron"
    assert shelf.ledger.totals().relationships == 2
    assert [entry.session_id is None for entry in shelf.ledger.entries()].count(True) == 1
    third = journal_of(shelf, "Robin")
    shelf.ledger.take_over(third.id, [session()])
    assert shelf.ledger.totals().relationships == 3, "no number is given twice"


def test_a_journal_on_hold_is_not_destroyed(shelf):
    opened = journal_of(shelf)
    hold = Closure(closed_on=DAY, rule=RetentionRule.ON_HOLD, hold_reason="They asked for their data")
    opened.journal.life.close(hold)
    with pytest.raises(OnHold):
        shelf.destroy(opened.id)
    assert shelf.open(opened.id).journal.life.closure() == hold


def test_a_destroyed_journal_leaves_a_record_without_a_word_of_it(shelf):
    opened = journal_of(shelf)
    opened.journal.sessions.add(session(title="A secret title"))
    shelf.back_up()
    record = shelf.destroy(opened.id)
    assert (record.sessions, record.backups, record.type) == (1, 1, RelationshipType.INFORMAL)
    assert "secret" not in repr(record)
    assert shelf.cards() == []
