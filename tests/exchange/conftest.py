from contextlib import contextmanager

import pytest

from mentorjournal.exchange.incoming import keep
from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect


class JournalFile:
    """One journal on the disk, opened as often as a test likes."""

    def __init__(self, path):
        self._path = path

    @contextmanager
    def open(self):
        db = connect(
            self._path,
            bytearray(range(32)),
            application_id=JOURNAL_APPLICATION_ID,
            newest=NEWEST_SCHEMA,
            create=not self._path.exists(),
        )
        journal = Journal(db)
        try:
            yield journal
        finally:
            journal.close()


@pytest.fixture
def journal_file(tmp_path):
    file = JournalFile(tmp_path / "journal.mjdb")
    with file.open() as journal:
        journal.describe(Relationship(codename="Heron", my_role=Role.MENTOR, type=RelationshipType.INFORMAL))
    return file


@pytest.fixture
def journal(journal_file):
    with journal_file.open() as journal:
        yield journal


@pytest.fixture
def refused(journal):
    """Import by *read*, which must be refused and leave the journal as it was; gives the sentence."""

    def attempt(read, source):
        from mentorjournal.errors import ImportProblem

        before = (journal.reflections.all(), journal.timeline(), journal.generation())
        with pytest.raises(ImportProblem) as problem:
            keep(journal, read(source))
        assert (journal.reflections.all(), journal.timeline(), journal.generation()) == before
        sentence = str(problem.value)
        assert sentence.endswith(".")
        assert "\n" not in sentence
        sentence.encode()  # can be printed
        return sentence

    return attempt
