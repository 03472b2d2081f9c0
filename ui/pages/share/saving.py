"""The last step: the page that was shown leaves as a file or on the clipboard, and a copy of it stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mentorjournal.errors import MentorJournalError
from mentorjournal.model.clock import Clock
from mentorjournal.model.shared import SharedSummary, SummaryFormat
from mentorjournal.sharing import formats
from mentorjournal.sharing.giving import share
from ui.pages.share.contract import Made, OpenJournal, Outside, Runner, SavingView


class Saving:
    """*shared* is called when something has left. A second save waits for the first."""

    def __init__(
        self, view: SavingView, tasks: Runner, outside: Outside, clock: Clock, shared: Callable[[str], None]
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._shared = shared
        self._turn = 0
        self._busy = False

    def forget(self) -> None:
        """Another journal, or none: an answer that is still to come is for nobody."""
        self._turn += 1
        self._busy = False

    def save(self, open: OpenJournal, made: Made, lock: tuple[str, str] | None) -> None:
        """Put the page that was shown where the person says; *lock* is a password, typed twice."""
        if self._busy:
            return
        password, again = lock or ("", "")
        wrong = _wrong_password(password, again) if lock and made.format is SummaryFormat.PDF else ""
        if wrong:
            self._view.show_save_problem(wrong)
            return
        try:
            formats.check_password(made.format, password)
        except MentorJournalError as error:
            self._view.show_save_problem(str(error))
            return
        path = self._outside.choose_save_path(formats.file_name(self._clock().date(), made.format))
        if path is None:
            return
        target = named(path, made.format)

        def work() -> SharedSummary:
            journal = open.journal
            return share(journal, made.leaving, made.data, target, password=password)

        def done(summary: SharedSummary) -> None:
            self._view.forget_password()
            self._view.show_saved(target.name)
            self._shared(target.name)

        self._run(work, done)

    def copy(self, open: OpenJournal, made: Made) -> None:
        """Put the words of the page on the clipboard, once the journal keeps a copy of them."""
        if self._busy:
            return
        leaving = replace(made.leaving, format=SummaryFormat.CLIPBOARD)

        def work() -> SharedSummary:
            return share(open.journal, leaving, made.words.encode(), None)

        def done(summary: SharedSummary) -> None:
            self._view.copy_words(made.words)
            self._view.show_copied()
            self._shared("")

        self._run(work, done)

    def _run(self, work: Callable[[], SharedSummary], done: Callable[[SharedSummary], None]) -> None:
        self._busy = True
        self._view.show_saving()
        turn = self._turn

        def came(summary: SharedSummary) -> None:
            if turn == self._turn:
                self._busy = False
                done(summary)

        def failed(error: Exception) -> None:
            if turn != self._turn:
                return
            self._busy = False
            if isinstance(error, MentorJournalError):
                self._view.show_save_problem(str(error))
            else:
                self._view.show_save_problem("")
                self._outside.problem(error)

        self._tasks.run(work, done=came, failed=failed)


def named(path: Path, format: SummaryFormat) -> Path:
    """The file to write: a name without the ending of its form is completed. Nobody was asked whether a file
    that is there already may go, so none is ever replaced.
    """
    ending = formats.extension(format)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def _wrong_password(password: str, again: str) -> str:
    if not password:
        return "Type a password, or take the tick away to save without one."
    if password != again:
        return "The two passwords are not the same. Type the second one again."
    return ""
