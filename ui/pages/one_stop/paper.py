"""The preparation of a one-stop meeting on paper: saved where the person says, or printed. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from mentorjournal import pdf
from mentorjournal.errors import MentorJournalError
from mentorjournal.files import write_whole
from mentorjournal.guidance.prepared import prepared
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.one_stop import OneStop
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId
from mentorjournal.sharing import brief_paper
from ui.desk import OpenJournal
from ui.draft import Runner
from ui.pages.one_stop.contract import Outside, SheetView


class SheetPaper:
    """The same page that the session itself is prepared with. *here* says whether a journal is still open."""

    def __init__(
        self,
        view: SheetView,
        tasks: Runner,
        outside: Outside,
        clock: Clock,
        here: Callable[[OpenJournal], bool],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._here = here

    def save(self, journal: OpenJournal, found: OneStop) -> None:
        if found.meeting is None:
            return
        path = self._outside.choose_save_path(
            brief_paper.file_name(found.relationship.my_role, found.meeting.day)
        )
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._tasks.run(
            partial(_write, journal.journal, found.meeting.id, self._clock().date(), target),
            done=partial(self._saved, journal, target.name),
            failed=partial(self._refused, journal),
        )

    def print(self, journal: OpenJournal, found: OneStop) -> None:
        if found.meeting is not None:
            self._tasks.run(
                partial(_made, journal.journal, found.meeting.id, self._clock().date()),
                done=partial(self._print, journal),
                failed=self._outside.problem,
            )

    def _print(self, journal: OpenJournal, data: bytes) -> None:
        if self._here(journal):
            self._view.print_pdf(data)

    def _saved(self, journal: OpenJournal, name: str, _: None) -> None:
        if self._here(journal):
            self._view.show_paper_saved(name)

    def _refused(self, journal: OpenJournal, error: Exception) -> None:
        if self._here(journal) and isinstance(error, MentorJournalError):
            self._view.show_paper_problem(str(error))
        else:
            self._outside.problem(error)


def _made(journal: Journal, meeting: EntryId, today: date) -> bytes:
    return pdf.render(brief_paper.preparation_paper(prepared(journal, meeting, today)))


def _write(journal: Journal, meeting: EntryId, today: date, target: Path) -> None:
    write_whole(target, _made(journal, meeting, today), replace=False)
