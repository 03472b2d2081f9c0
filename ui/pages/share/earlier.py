"""What was shared before: the frozen copies of this journal, one of them opened, and what changed since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mentorjournal.errors import MentorJournalError
from mentorjournal.model.ids import EntryId
from mentorjournal.model.shared import SharedSummary
from mentorjournal.sharing import formats
from mentorjournal.sharing.giving import give_again
from ui.pages.share.contract import Copy, EarlierView, OpenJournal, Outside, Runner, ShareDraft
from ui.pages.share.making import changed_since
from ui.pages.share.saving import named


class Earlier:
    """*heard* is told how many copies there are."""

    def __init__(
        self, view: EarlierView, tasks: Runner, outside: Outside, heard: Callable[[int], None]
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._heard = heard
        self._turn = 0
        self._open: OpenJournal | None = None
        self._copies: dict[EntryId, SharedSummary] = {}
        self.copy: Copy | None = None

    def begin(self, journal: OpenJournal) -> None:
        self.forget()
        self._open = journal
        self.load()

    def forget(self) -> None:
        self._turn += 1
        self._open = None
        self._copies, self.copy = {}, None

    def load(self) -> None:
        """Read the list anew."""
        open, turn = self._open, self._turn
        if open is None:
            return

        def done(copies: list[SharedSummary]) -> None:
            if turn == self._turn:
                self._copies = {copy.id: copy for copy in copies}
                self._view.show_earlier(copies, open.relationship.my_role)
                self._heard(len(copies))

        self._tasks.run(open.journal.shared.all, done=done, failed=self._failed(self.load))

    def show(self, id: EntryId, draft: ShareDraft, today: date) -> None:
        """Open a copy: what left, byte for byte but for its password."""
        open, turn, summary = self._open, self._turn, self._copies.get(id)
        if open is None or summary is None:
            return

        def work() -> Copy:
            journal = open.journal
            since = changed_since(journal, summary, draft, today)
            return Copy(summary=summary, data=journal.shared.copy(id), since=since)

        def done(copy: Copy) -> None:
            if turn == self._turn:
                self.copy = copy
                self._view.show_copy(copy)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._say(error)

        self._tasks.run(work, done=done, failed=failed)

    def leave(self) -> None:
        """Back to what leaves now."""
        if self.copy:
            self.copy = None
            self._view.leave_copy()

    def save_again(self) -> None:
        """Write the opened copy once more; an existing file is never replaced by it."""
        open, copy, turn = self._open, self.copy, self._turn
        if open is None or copy is None:
            return
        suggested = copy.summary.file_name or formats.file_name(copy.summary.day, copy.summary.format)
        path = self._outside.choose_save_path(suggested)
        if path is None:
            return
        target = named(path, copy.summary.format)

        def done(_nothing: None) -> None:
            if turn == self._turn:
                self._view.show_copy_saved(target.name)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._say(error)

        self._tasks.run(lambda: give_again(open.journal, copy.summary, target), done=done, failed=failed)

    def _say(self, error: Exception) -> None:
        if isinstance(error, MentorJournalError):
            self._view.show_copy_problem(str(error))
        else:
            self._outside.problem(error)

    def _failed(self, retry: Callable[[], None]) -> Callable[[Exception], None]:
        turn = self._turn

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._outside.problem(error, retry)

        return failed
