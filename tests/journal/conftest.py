"""A real journal in a real encrypted file, with a clock that tests set."""

import secrets
from datetime import UTC, datetime

import pytest

from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


class Desk:
    """Opens the same journal again and again, as after locking."""

    def __init__(self, folder):
        self.path = folder / "journal.mjdb"
        self._key = secrets.token_bytes(32)
        self.now = NOW
        self._opened = []

    def open(self):
        db = connect(
            self.path,
            bytearray(self._key),
            application_id=JOURNAL_APPLICATION_ID,
            newest=NEWEST_SCHEMA,
            create=not self.path.exists(),
        )
        self._opened.append(db)
        self.db = db
        return Journal(db, clock=lambda: self.now)

    def close(self):
        for db in self._opened:
            db.close()


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    yield desk
    desk.close()


def begin(desk, kind=RelationshipType.LONG_TERM_FORMAL, **about):
    """A journal of this kind: kind and status are set when it is begun, and by its steps alone after."""
    journal = desk.open()
    about = {"my_role": Role.MENTOR, "partner_display_name": "Żaneta Wójcik", **about}
    journal.describe(Relationship(codename="Heron", type=kind, **about))
    return journal


@pytest.fixture
def journal(desk):
    return begin(desk)
