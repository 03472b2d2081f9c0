"""Makes the book of the journal in front and saves it: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.book.choice import BookChoice, checked
from mentorjournal.book.making import BookFile, make_book
from mentorjournal.book.paper import file_name
from mentorjournal.errors import InvalidInput, MentorJournalError
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.export import ExportKind
from mentorjournal.pdf.progress import in_hundredths
from mentorjournal.pdf.sealing import prepared
from mentorjournal.sharing.leaving import write_out
from ui.pages.book.contract import BookDraft, BookView, OpenJournal, Outside, Runner
from ui.pages.book.place import draft_from_place, draft_to_place

if TYPE_CHECKING:  # a presenter never sees Qt
    from ui.tasks import Job, Report


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Wanted:
    """One book on its way: of which journal, where to, and whether the dialog asked before replacing."""

    journal: Journal
    target: Path
    replace: bool
    locked: bool


class BookPresenter:
    def __init__(self, view: BookView, tasks: Runner, outside: Outside, clock: Clock = system_clock) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._open: OpenJournal | None = None
        self._turn = 0
        self._busy = False
        self._job: Job | None = None
        self._waiting: tuple[_Wanted, BookFile] | None = None

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._open = journal
        self._view.show_draft(BookDraft(), journal.relationship.my_role)

    def flush(self) -> None:
        """A book is nothing until it is saved; what was chosen travels in `place`."""

    def close(self) -> None:
        self._turn += 1
        if self._job is not None:
            self._job.cancel()  # nobody waits for the book of a journal that is not in front any more
        self._job = None
        self._open = None
        self._busy = False
        self._waiting = None
        self._view.clear()

    def place(self) -> dict[str, object]:
        """What was chosen; never the password."""
        return draft_to_place(self._view.draft()) if self._open else {}

    def restore(self, place: dict[str, object]) -> None:
        if self._open is not None and place:
            self._view.show_draft(draft_from_place(place), self._open.relationship.my_role)

    def refresh(self, change: Change) -> None:
        """The journal is another now: a book that waits to be saved would be an old one."""
        if self._waiting is not None:
            self._waiting = None
            self._view.end_making()

    # What the view asks for

    def save(self) -> None:
        """Ask where to, make the book, and write it there once all of it is made."""
        if self._open is None or self._busy:
            return
        self._view.say("")
        draft, password = self._view.draft(), self._view.password()
        try:
            choice = choice_of(draft, self._today())
        except InvalidInput as error:
            self._view.say_days(str(error))
            return
        try:
            if password:
                prepared(password)
        except InvalidInput as error:
            self._view.say_password(str(error))
            return
        path = self._outside.choose_save_path(file_name(self._today()))
        if path is None:
            return
        # The dialog asked before replacing the file it named; it never asked about the one we name ourselves.
        asked = path.suffix.lower() == ".pdf"
        wanted = _Wanted(
            journal=self._open.journal,
            target=path if asked else path.with_name(path.name + ".pdf"),
            replace=asked,
            locked=bool(password),
        )
        self._busy = True
        self._job = self._tasks.run_long(
            partial(_make, wanted.journal, choice, password),
            done=partial(self._made, self._turn, wanted),
            failed=partial(self._failed, self._turn),
        )
        self._view.show_making(self._job)

    def save_with_gaps(self) -> None:
        """Save the book although some characters stand in it as boxes."""
        if self._waiting is not None and not self._busy:
            wanted, book = self._waiting
            self._write(wanted, book)

    # Inside

    def _made(self, turn: int, wanted: _Wanted, book: BookFile) -> None:
        if turn != self._turn:
            return
        self._busy, self._job = False, None
        if book.missing:
            self._waiting = (wanted, book)
            self._view.end_making()
            self._view.ask_missing(book.missing)
        else:
            self._write(wanted, book)

    def _write(self, wanted: _Wanted, book: BookFile) -> None:
        self._busy = True
        self._waiting = None
        self._tasks.run(
            partial(
                write_out, wanted.journal, ExportKind.BOOK, wanted.target, book.pdf, replace=wanted.replace
            ),
            done=partial(self._written, self._turn, wanted),
            failed=partial(self._failed, self._turn),
        )

    def _written(self, turn: int, wanted: _Wanted, _nothing: None) -> None:
        if turn == self._turn:
            self._busy = False
            self._view.end_making()
            self._view.forget_password()
            self._view.show_saved(wanted.target.name, locked=wanted.locked)

    def _failed(self, turn: int, error: Exception) -> None:
        """Nothing was written; what was chosen stays, the password too, for the next try."""
        if turn == self._turn:
            self._busy, self._job = False, None
            self._view.end_making()
            if isinstance(error, MentorJournalError):
                self._view.say(str(error))
            else:
                self._outside.problem(error, self.save)

    def _today(self) -> date:
        return self._clock().date()


def choice_of(draft: BookDraft, today: date) -> BookChoice:
    """The choice that the fields say. Raises InvalidInput for what is no day, or no period."""
    return checked(
        BookChoice(
            words=draft.words,
            since=read_day_words(draft.since, today),
            until=read_day_words(draft.until, today),
            size=draft.size,
            codename=draft.codename,
        )
    )


def _make(journal: Journal, choice: BookChoice, password: str, report: Report) -> BookFile:
    """Runs on the vault's thread; *report* raises Cancelled once the writer or a lock asks to stop."""
    return make_book(
        journal,
        choice,
        password=password,
        progress=in_hundredths(report),
        cancelled=partial(_stopped, report),
    )


def _stopped(report: Callable[[int, int], None]) -> bool:
    report(0, 100)
    return False
