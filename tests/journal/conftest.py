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


@pytest.fixture
def journal(desk):
    journal = desk.open()
    journal.describe(
        Relationship(
            codename="Heron",
            my_role=Role.MENTOR,
            type=RelationshipType.LONG_TERM_FORMAL,
            partner_display_name="Żaneta Wójcik",
        )
    )
    return journal
