"""The pages of the journal in front, driven together."""

from __future__ import annotations

from collections.abc import Mapping

from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.change import Change
from ui.shell.contract import Page
from ui.shell.tabs import JOURNAL, SESSIONS


class OpenPages:
    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = dict(pages)

    def add(
        self, name: str, page: Page, journal: OpenJournal | None, left: Mapping[str, dict[str, object]]
    ) -> None:
        """A page that is built later than the others; it opens *journal* where it was left."""
        self._pages[name] = page
        if journal is not None:
            page.open(journal)
            if name in left:
                page.restore(left[name])

    def open(self, journal: OpenJournal, left: Mapping[str, dict[str, object]]) -> None:
        for name, page in self._pages.items():
            page.open(journal)
            if name in left:
                page.restore(left[name])

    def close(self) -> None:
        for page in self._pages.values():
            page.close()

    def flush(self, name: str = "") -> None:
        """Write what is not on the disk yet: on one page, or on all of them."""
        for known, page in self._pages.items():
            if name in ("", known):
                page.flush()

    def flush_tab(self, tab: str) -> None:
        self.flush(JOURNAL if tab == SESSIONS else tab)

    def refresh(self, change: Change, *, besides: str = "") -> None:
        """Let every page know of a change, besides the one that made it."""
        for name, page in self._pages.items():
            if name != besides:
                page.refresh(change)

    def places(self) -> dict[str, dict[str, object]]:
        return {name: page.place() for name, page in self._pages.items()}
