"""The practice ledger counts hours, outlives its journals, and leads to nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentorjournal.errors import InvalidInput, NotFound, OnHold
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.ledger import Behind, LedgerEntry, Period
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import (
    Mode,
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
    assert shelf.ledger.behind([(opened.id, sessions)]) == Behind(new=2)
    shelf.ledger.catch_up([(opened.id, sessions)])
    assert shelf.ledger.behind([(opened.id, sessions)]).is_up_to_date
    shelf.ledger.catch_up([(opened.id, sessions)])
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
    shelf.ledger.catch_up([(first.id, [session()])])
    shelf.ledger.catch_up([(second.id, [session()])])
    record = shelf.destroy(first.id)
    assert record.codename == "Heron"
    assert shelf.ledger.totals().relationships == 2
    assert [entry.session_id is None for entry in shelf.ledger.entries()].count(True) == 1
    third = journal_of(shelf, "Robin")
    shelf.ledger.catch_up([(third.id, [session()])])
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


def held(shelf, opened):
    """A session held in the journal."""
    id = new_entry_id()
    opened.journal.sessions.add(replace(session(SessionStatus.PLANNED), id=id))
    opened.journal.sessions.hold(id)
    return id


def hours(shelf):
    return shelf.ledger.totals().all_minutes


def test_only_journals_kept_as_a_mentor_are_read_closed_ones_too(shelf):
    opened = journal_of(shelf)
    held(shelf, opened)
    opened.journal.life.close(Closure(closed_on=DAY, rule=RetentionRule.ON_HOLD, hold_reason="Asked"))
    mine = shelf.add(Relationship(codename="Wren", my_role=Role.MENTEE, type=RelationshipType.INFORMAL))
    held(shelf, mine)
    assert [id for id, _ in shelf.mentored()] == [opened.id]
    shelf.ledger.catch_up(shelf.mentored())
    assert hours(shelf) == 45


def test_nothing_is_counted_before_it_is_told_to(shelf):
    opened = journal_of(shelf)
    shelf.ledger.keep(True)
    held(shelf, opened)
    assert shelf.ledger.entries() == []
    assert shelf.ledger.behind(shelf.mentored()) == Behind(new=1)


def test_a_hold_that_was_undone_leaves_no_hours_once_the_ledger_has_caught_up(shelf):
    opened = journal_of(shelf)
    id = held(shelf, opened)
    shelf.ledger.catch_up(shelf.mentored())
    opened.journal.sessions.settle(id, SessionStatus.MISSED)
    assert shelf.ledger.behind(shelf.mentored()) == Behind(gone=1)
    taken_out = shelf.ledger.catch_up(shelf.mentored())
    assert hours(shelf) == 0
    taken_out.undo()
    assert hours(shelf) == 45


def test_a_session_that_was_deleted_leaves_no_hours_either(shelf):
    opened = journal_of(shelf)
    opened.journal.sessions.remove(held(shelf, opened))
    id = held(shelf, opened)
    shelf.ledger.catch_up(shelf.mentored())
    opened.journal.sessions.remove(id)
    shelf.ledger.catch_up(shelf.mentored())
    assert shelf.ledger.entries() == []


def test_a_session_that_was_moved_is_corrected_and_what_was_learnt_stays(shelf):
    opened = journal_of(shelf)
    id = held(shelf, opened)
    shelf.ledger.catch_up(shelf.mentored())
    shelf.ledger.put(replace(shelf.ledger.entries()[0], learning="Wait longer"))
    session = opened.journal.sessions.get(id)
    opened.journal.sessions.write(replace(session, minutes=60, mode=Mode.VIDEO, day=date(2026, 3, 2)))
    assert shelf.ledger.behind(shelf.mentored()) == Behind(changed=1)
    corrected = shelf.ledger.catch_up(shelf.mentored())
    (entry,) = shelf.ledger.entries()
    assert (entry.day, entry.minutes, entry.mode) == (date(2026, 3, 2), 60, Mode.VIDEO)
    assert entry.learning == "Wait longer"
    corrected.undo()
    assert hours(shelf) == 45


def test_entering_is_taken_back_and_done_again_without_counting_twice(shelf):
    opened = journal_of(shelf)
    held(shelf, opened)
    entered = shelf.ledger.catch_up(shelf.mentored())
    again = entered.undo()
    assert hours(shelf) == 0
    shelf.ledger.catch_up(shelf.mentored())
    again.undo()
    assert hours(shelf) == 45


def test_a_session_deleted_by_hand_is_not_offered_again_unless_that_is_undone(shelf):
    opened = journal_of(shelf)
    held(shelf, opened)
    shelf.ledger.catch_up(shelf.mentored())
    removed = shelf.ledger.remove(shelf.ledger.entries()[0].id)
    assert shelf.ledger.behind(shelf.mentored()).is_up_to_date
    back = removed.undo()
    assert hours(shelf) == 45
    back.undo()
    assert shelf.ledger.behind(shelf.mentored()).is_up_to_date
    assert hours(shelf) == 0


def test_a_destroyed_journal_takes_along_what_was_left_out_of_it(shelf):
    opened = journal_of(shelf)
    id = held(shelf, opened)
    shelf.ledger.catch_up(shelf.mentored())
    shelf.ledger.remove(shelf.ledger.entries()[0].id)
    assert id in str(shelf.vault.index.settings())
    shelf.destroy(opened.id)
    assert id not in str(shelf.vault.index.settings())


def test_undoing_an_edit_leaves_what_was_edited_since(shelf):
    entry = LedgerEntry(id=new_entry_id(), day=DAY, minutes=60)
    shelf.ledger.put(entry)
    edited = shelf.ledger.put(replace(entry, learning="Ask first"))
    shelf.ledger.put(replace(entry, learning="Ask first", how_applied="At once"))
    edited.undo()
    assert shelf.ledger.entries() == [replace(entry, how_applied="At once")]


def test_undoing_an_edit_of_what_is_gone_says_so(shelf):
    entry = LedgerEntry(id=new_entry_id(), day=DAY, minutes=60)
    shelf.ledger.put(entry)
    edited = shelf.ledger.put(replace(entry, learning="Ask first"))
    shelf.ledger.remove(entry.id)
    with pytest.raises(NotFound, match="not in the ledger"):
        edited.undo()
    assert shelf.ledger.entries() == []


@pytest.mark.parametrize(
    ("period", "bounds"),
    [
        (Period.THIS_YEAR, (date(2026, 1, 1), date(2026, 12, 31))),
        (Period.TWELVE_MONTHS, (date(2025, 3, 2), date(2026, 3, 1))),
        (Period.ALL, (None, None)),
    ],
)
def test_a_period_has_its_days(period, bounds):
    assert period.bounds(DAY) == bounds


def test_a_rebuilt_index_knows_the_journals_by_their_numbers_still(shelf, tmp_path):
    opened = journal_of(shelf)
    held(shelf, opened)
    shelf.ledger.catch_up(shelf.mentored())
    shelf.close()
    index = tmp_path / "vault" / "index.mjdb"
    data = bytearray(index.read_bytes())
    data[-2000:] = bytes(2000)
    index.write_bytes(data)
    again = Shelf(Vault.unlock(tmp_path / "vault", "x", rebuild_index=True))
    held(again, again.named("Heron"))
    again.ledger.catch_up(again.mentored())
    assert (again.ledger.totals().relationships, again.ledger.totals().sessions) == (1, 2)
    again.close()
