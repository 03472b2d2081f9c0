"""The discreet view in the window: its key, its button in the sidebar, and F2 for one field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from mentorjournal.journal.about import ABOUT
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from ui.seat import Seat
from ui.shell.commands import Command
from ui.shell.discreet import Discreet


class Discretion(QObject):
    """Has no page of its own. A name that was given or changed is heard of when a page changes."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat.view)
        self.names: tuple[str, ...] = ()
        self._veil = seat.theme.veil
        self._sidebar = seat.view.sidebar
        self.discreet = Discreet(self._veil, seat.tasks, seat.shelf, seat.desk)
        self._sidebar.discreet_wanted.connect(self.toggle)
        self._veil.changed.connect(self._show)
        seat.view.pages.currentChanged.connect(self._page_changed)
        seat.desk.listen(self._heard)
        self._show()
        self.discreet.begin()

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        return (
            Command(
                tr("Discreet view"), self.toggle, "Ctrl+Shift+D", tr("hide names private shared screen veil")
            ),
            # The field binds the key itself: it is meant for the one with the cursor.
            Command(
                tr("Show the veiled field with the cursor"),
                self._show_one,
                "F2",
                tr("discreet unveil reveal"),
                bound=False,
            ),
        )

    def gone(self, page: str) -> None:
        """It has no page."""

    @Slot()
    def toggle(self) -> None:
        self.discreet.toggle()

    def _show_one(self) -> None:
        veil = getattr(QApplication.focusWidget(), "veil", None)
        if veil is not None:
            veil.show_on_purpose()

    @Slot()
    def _show(self) -> None:
        self._sidebar.show_discreet(self._veil.drawn)

    @Slot()
    def _page_changed(self) -> None:
        self.discreet.look_again()

    def _heard(self, journal: JournalId, change: Change) -> None:
        if ABOUT in change.touched:
            self.discreet.look_again()
