"""Ways inside the sample vault: to its journals, pages and entries."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal import demo
from mentorjournal.demo.sample import sample_id
from mentorjournal.model.card import JournalCard
from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow
from ui.pages.timeline.model import ROW
from ui.pages.timeline.view import TimelineView
from ui.pages.unlock.view import UnlockView
from ui.shell.journal_list import CARD
from ui.tour.way import Way

P = TypeVar("P", bound=QWidget)
SAMPLE = "sample"


class Inside(Way):
    """A way through the sample vault."""

    def __init__(self, app: QApplication, folder: Path, look: str, *, vault: str = SAMPLE) -> None:
        super().__init__(app, folder / vault, look)

    def enter(self) -> None:
        """Unlock it without looking round."""
        guide = self.guide
        view = guide.room(UnlockView)
        assert isinstance(view, UnlockView)
        guide.type(view.field, demo.PASSPHRASE)
        guide.click(view.button)
        guide.wait(guide.sitting.view.isVisible, "The sample vault")
        guide.settle()

    @property
    def timeline(self) -> TimelineView:
        return self.page("journal", TimelineView)

    def page(self, name: str, kind: type[P]) -> P:
        view = self.guide.sitting.rooms.views[name]
        assert isinstance(view, kind)
        return view

    def tab(self, name: str) -> None:
        guide, sitting = self.guide, self.guide.sitting
        self.open_journal("Heron")
        sitting.show_tab(name)
        guide.wait(lambda: sitting.view.page_in_front == name, f"The page {name}")
        guide.settle()

    def open_journal(self, codename: str) -> None:
        sitting = self.guide.sitting

        def is_it(index: QModelIndex) -> bool:
            card = index.data(CARD)
            return isinstance(card, JournalCard) and card.codename == codename

        journal = sitting.desk.journal
        if (
            journal is not None
            and journal.relationship.codename == codename
            and sitting.view.header.isVisible()
        ):
            return
        self.guide.pick(sitting.view.sidebar.journals, is_it, f"The journal {codename} in the sidebar")
        self.guide.wait(sitting.view.header.isVisible, f"The journal {codename}")

    def entry(self, journal: str, kind: str, key: str, *, shown: TimelineView) -> None:
        """Open an entry of a sample journal by clicking it in the list."""
        wanted: EntryId = sample_id(journal, kind, key)

        def is_it(index: QModelIndex) -> bool:
            row = index.data(ROW)
            return isinstance(row, TimelineRow) and row.id == wanted

        self.tab("journal")
        self.guide.pick(shown.list, is_it, f"The entry {key} of {journal}")
