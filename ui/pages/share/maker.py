"""Makes the page for the latest wishes, one page at a time, and none that nobody looks at."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from mentorjournal.journal.journal import Journal
from ui.pages.share.contract import Answer, Job, Report, Runner, ShareDraft
from ui.pages.share.making import answer_to


class Wishes(Protocol):
    """Who wants the page."""

    def wanted(self) -> tuple[Journal, ShareDraft, date] | None: ...
    def begun(self, job: Job) -> None: ...
    def answered(self, answer: Answer) -> None: ...
    def failed(self, error: Exception) -> None: ...


class Maker:
    def __init__(self, tasks: Runner, wishes: Wishes) -> None:
        self._tasks = tasks
        self._wishes = wishes
        self._turn = 0
        self._seen = False
        self._stale = False
        self._job: Job | None = None
        self._again = False

    def forget(self) -> None:
        """Another journal, or none: what is on its way is for nobody."""
        self._turn += 1
        self.stop()
        self._job = None
        self._again = self._stale = False

    def seen(self, seen: bool) -> None:
        """Whether the page is on the screen. No page is made for nobody: it would hold up every save."""
        self._seen = seen
        if seen and self._stale:
            self.make()

    def make(self) -> None:
        """Make the page; wishes that come meanwhile give up what is under way and take their turn once."""
        self._stale = not self._seen
        if self._stale:
            return
        if self._job:
            self._again = True
            self._wishes.begun(self._job)
            self._job.cancel()
            return
        wanted = self._wishes.wanted()
        if wanted is None:
            return
        journal, draft, today = wanted
        turn = self._turn

        def done(answer: Answer) -> None:
            if turn == self._turn and not self._once_more():
                self._wishes.answered(answer)

        def failed(error: Exception) -> None:
            if turn == self._turn and not self._once_more():
                self._wishes.failed(error)

        def work(report: Report) -> Answer:
            return answer_to(journal, draft, today, report)

        self._job = self._tasks.run_long(work, done=done, failed=failed)
        self._wishes.begun(self._job)

    def stop(self) -> None:
        """Nobody wants to wait for the page."""
        if self._job:
            self._job.cancel()

    def _once_more(self) -> bool:
        self._job = None
        again, self._again = self._again, False
        if again:
            self.make()
        return again
