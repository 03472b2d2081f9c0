"""Today over many journals, beside plain SQLite that is asked the same of the same content."""

from __future__ import annotations

import secrets
import statistics
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

from mentorjournal.guidance.today import today
from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.action import Action
from mentorjournal.model.clock import system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Commitment, Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import ActionStatus, RelationshipType, Role, SessionStatus
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.bench.corpus import fill
from tests.bench.measure import Row, pairs, seconds
from tests.bench.store import Plain, copy_plain

JOURNALS = 50
ENTRIES, SESSIONS, ACTIONS = 300, 30, 60


def rows(folder: Path) -> Iterator[Row]:
    key, now = secrets.token_bytes(32), system_clock()
    source_path, plain_path = folder / "home.mjdb", folder / "home-plain.db"
    source = connect(
        source_path, bytearray(key), application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA, create=True
    )
    _write(Journal(source), now.date())
    vault, _ = Vault.create(folder / "home", "three herons", cost=FLOOR)
    shelf = Shelf(vault)
    for number in range(JOURNALS):
        id = vault.create_journal(lambda db, number=number: _copy(source, db, number))  # type: ignore[misc]
        shelf.refresh(id)
    shelf.close()
    source.close()
    copy_plain(source_path, key, plain_path)

    def read() -> None:
        assert len(today(shelf.journals(asking_by=now.date()), now).moments) == JOURNALS

    firsts = []
    for _ in range(5):
        shelf = Shelf(Vault.unlock(folder / "home", "three herons"))
        firsts.append(seconds(read))
        shelf.close()
    what = f"Today over {JOURNALS} journals"
    yield Row(what=f"{what}: first, each opened", ours=statistics.median(firsts) * 1e3, aim="< 300")
    shelf = Shelf(Vault.unlock(folder / "home", "three herons"))
    cards = [card for card, _ in shelf.journals()]
    plain = Journal(Plain(plain_path))
    yield pairs(
        f"{what}: again", read, lambda: today([(card, plain) for card in cards], now), rounds=40, aim="≤ 1.6"
    )
    shelf.close()
    plain.close()


def _copy(source: Connection, db: Connection, number: int) -> None:
    source.backup_to(db)
    journal = Journal(db)
    about = journal.relationship()
    journal.describe(
        Relationship(
            codename=f"Journal {number}",
            my_role=about.my_role,
            type=about.type,
            commitment=Commitment(sessions_planned=60, interval_days=28),
        )
    )


def _write(journal: Journal, day: date) -> None:
    """A journal of two years: reflections, a session every three weeks, two actions from each."""
    fill(journal, ENTRIES)
    journal.describe(
        Relationship(codename="Heron", my_role=Role.MENTOR, type=RelationshipType.LONG_TERM_FORMAL)
    )
    with journal.together():
        for number in range(SESSIONS):
            planned = number == 0
            journal.sessions.add(
                Session(
                    id=EntryId(f"s{number:031d}"),
                    day=day + timedelta(days=7 - 21 * number),
                    at=time(10),
                    status=SessionStatus.PLANNED if planned else SessionStatus.HELD,
                )
            )
        for number in range(ACTIONS):
            is_open = number < 4
            journal.actions.add(
                Action(
                    id=EntryId(f"a{number:031d}"),
                    day=day - timedelta(days=20),
                    text="Send the notes of the last conversation",
                    due_on=day + timedelta(days=3 - 2 * number),
                    status=ActionStatus.OPEN if is_open else ActionStatus.DONE,
                )
            )
    journal.rest()
