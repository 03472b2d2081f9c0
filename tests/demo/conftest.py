import pytest

from mentorjournal.demo import clock, fill
from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.relationship import Relationship
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect


class Cabinet:
    """Journals on the disk without a vault around them, by codename."""

    def __init__(self, folder):
        self._folder = folder
        self.journals: dict[str, Journal] = {}

    def add(self, relationship: Relationship) -> Journal:
        db = connect(
            self._folder / f"{len(self.journals)}.mjdb",
            bytearray(range(32)),
            application_id=JOURNAL_APPLICATION_ID,
            newest=NEWEST_SCHEMA,
            create=True,
        )
        journal = Journal(db, clock=clock())
        journal.describe(relationship)
        self.journals[relationship.codename] = journal
        return journal

    def content(self):
        return {name: content_of(journal) for name, journal in self.journals.items()}

    def close(self):
        for journal in self.journals.values():
            journal.close()


def content_of(journal: Journal):
    """Everything that the journal's doors give back."""
    return (
        journal.relationship(),
        journal.sessions.all(),
        journal.goals.all(),
        journal.actions.all(),
        journal.reflections.all(),
        journal.learning_points.all(),
        journal.timeline(limit=100_000),
    )


@pytest.fixture
def cabinets(tmp_path_factory):
    made: list[Cabinet] = []

    def make() -> Cabinet:
        made.append(Cabinet(tmp_path_factory.mktemp("cabinet")))
        return made[-1]

    yield make
    for cabinet in made:
        cabinet.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The eight journals as they are, for tests that only read."""
    cabinet = Cabinet(tmp_path_factory.mktemp("sample"))
    fill(cabinet.add)
    yield cabinet.journals
    cabinet.close()
