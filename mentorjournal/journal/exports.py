"""What left the journal as a file, so that the end can name the copies that it cannot reach."""

from __future__ import annotations

from mentorjournal.journal.acts import Acts
from mentorjournal.journal.text import one_line
from mentorjournal.model.clock import Clock, moment_text
from mentorjournal.model.export import LONGEST_FILE_NAME, ExportKind, KnownExport
from mentorjournal.model.ids import new_entry_id
from mentorjournal.storage import exports


class Exports:
    """A file that lies somewhere cannot be taken back, so there is no undo here."""

    def __init__(self, acts: Acts, clock: Clock) -> None:
        self._acts = acts
        self._clock = clock

    def all(self) -> list[KnownExport]:
        """Every file that is known, earliest first."""
        return exports.all(self._acts.db)

    def note(self, what: ExportKind, file_name: str) -> None:
        """Remember a file that was written today, by its name alone."""
        now = self._clock()
        known = KnownExport(
            id=new_entry_id(), day=now.date(), what=what, file_name=one_line(file_name)[:LONGEST_FILE_NAME]
        )
        with self._acts.one():
            exports.save(self._acts.db, known, moment_text(now))
