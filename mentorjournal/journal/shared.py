"""What was shared with a reader: frozen copies, kept as they left."""

from __future__ import annotations

from dataclasses import replace

from mentorjournal.errors import NotFound
from mentorjournal.journal.acts import Acts
from mentorjournal.journal.text import one_line
from mentorjournal.model.export import LONGEST_FILE_NAME
from mentorjournal.model.ids import EntryId
from mentorjournal.model.shared import SharedSummary
from mentorjournal.model.words import Audience
from mentorjournal.storage import shared


class Shared:
    """What has left cannot be taken back, so there is no undo here, and a copy is never changed."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def keep(self, summary: SharedSummary, data: bytes) -> None:
        """Remember *summary* with *data*: what left, before a password was put on it."""
        name = one_line(summary.file_name)[:LONGEST_FILE_NAME]
        with self._acts.one():
            shared.save(self._acts.db, replace(summary, file_name=name), data)

    def all(self) -> list[SharedSummary]:
        """Everything that was shared, the latest first."""
        return shared.all(self._acts.db)

    def last(self, audience: Audience) -> SharedSummary | None:
        """What this reader was given last."""
        return shared.last(self._acts.db, audience)

    def with_hash(self, sha256: str) -> list[SharedSummary]:
        """What left with these very bytes, the latest first."""
        return shared.with_hash(self._acts.db, sha256)

    def copy(self, id: EntryId) -> bytes:
        """What left, without its password. Raises NotFound."""
        data = shared.copy(self._acts.db, id)
        if data is None:
            raise NotFound("This journal has no such copy.")
        return data
