"""The writing companion in the window: whom it knows, and the key that goes from mark to mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.seat import Seat
from ui.shell.commands import Command
from ui.shell.companion import PeopleOfJournal
from ui.widgets.companion.asking import KEY

PAGE = "companion"


class Companionship(QObject):
    """Has no page of its own. The field with the cursor opens the card."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat.view)
        self.names: tuple[str, ...] = ()
        self._theme = seat.theme
        self._view = seat.view
        self.people = PeopleOfJournal(seat.theme.companion, seat.tasks, seat.desk)
        seat.desk.add_page(PAGE, self.people)

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        return (
            Command(
                tr("Look at what could name somebody"),
                self.look,
                KEY,
                tr("names check sensitive words people private companion next"),
            ),
        )

    def gone(self, page: str) -> None:
        """It has no page."""

    def look(self) -> None:
        """Go to the next marked place of the text that is being written."""
        asking = getattr(QApplication.focusWidget(), "asking", None)
        if asking is None:
            said = self.tr("Put the cursor into what you write, and ask again.")
        elif not self._theme.companion.looks:
            said = self.tr("Pointing at names is switched off in the settings.")
        elif self._theme.veil.drawn:
            said = self.tr("In the discreet view nothing is shown of it.")
        elif asking.ask_next():
            return
        else:
            said = self.tr("Nothing was found here that could name somebody. You know best who reads it.")
        self._view.say_kept(said, undo=False)
