"""The primers beside everything else: with a journal or without, and back to where they were called from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from mentorjournal.model.words import Role
from mentorjournal.primers import IDS
from ui.pages.primers.presenter import PrimersPresenter
from ui.pages.primers.view import PrimersView
from ui.seat import Seat
from ui.shell.aside import WayBack
from ui.shell.commands import Command

PRIMERS = "primers"
WAITING = ("new journal", "about")
"""Pages that keep what stands on them while a primer is read; every other one is gone to anew."""


class PrimerRooms:
    """Grants “primers”, each primer by its id (“primer ending”), and the first one “as mentor”."""

    names: tuple[str, ...] = (PRIMERS,)

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._from = ""
        seat.desk.aside.ways_back[PRIMERS] = WayBack(self._read_on, self._read)
        seat.desk.aside.grants.update(
            {
                PRIMERS: self.show,
                **{f"primer {id}": partial(self.show, id) for id in IDS},
                **{f"primers as {role}": partial(self.show, IDS[0], role) for role in Role},
            }
        )

    @cached_property
    def presenter(self) -> PrimersPresenter:
        seat = self._seat
        view = self.view = PrimersView(seat.theme)
        presenter = PrimersPresenter(view, seat.tasks, seat.shelf, seat.outside(PRIMERS))
        view.bind(presenter)
        view.left.connect(self._back)
        seat.view.add_page(PRIMERS, view)
        seat.desk.add_page(PRIMERS, presenter)
        return presenter

    def show(self, id: str = "", role: Role | None = None) -> None:
        """Show a primer, or the page as it was left."""
        front = self._seat.view.page_in_front
        page = self.presenter
        if front != PRIMERS:
            self._seat.leave()
            self._from = front if front in WAITING else ""
        self._seat.view.show_side_page(PRIMERS)
        page.show(id, role)

    def _read(self) -> dict[str, object]:
        waiting = self._seat.desk.aside.ways_back.get(self._from)
        return {
            **self.presenter.shown(),
            "from": self._from,
            "waiting": waiting.place() if waiting is not None else {},
        }

    def _read_on(self, place: dict[str, object]) -> None:
        """Go on reading. The page that waits behind it is built, with what was typed there."""
        primer, role, waiting = (place.get(name) for name in ("primer", "role", "from"))
        if waiting in WAITING:
            typed = place.get("waiting")
            self._seat.desk.aside.ways_back[str(waiting)].come_back(typed if isinstance(typed, dict) else {})
        self.show(str(primer) if primer in IDS else "", next((one for one in Role if one == role), None))

    def commands(self, tr: Callable[[str], str]) -> Sequence[Command]:
        words = tr("read training mentoring kinds confidentiality listening questions ending")
        return [Command(tr("Primers"), self.show, "Shift+F1", words)]

    def gone(self, page: str) -> None:
        """Whoever comes back comes from somewhere else."""
        self._from = ""

    def _back(self) -> None:
        if self._from:
            self._seat.view.show_side_page(self._from)
        else:
            self._seat.back()
