"""After unlocking: the same page in front, and the keyboard where it was."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from ui.shell.desk import Desk
from ui.shell.desk_view import DeskView
from ui.shell.places import FRONT
from ui.tasks import Tasks
from ui.widgets.keyboard_place import keyboard_place, lay_back

STAYS_AWAY: Mapping[str, str] = {
    "destroy": "What would be destroyed is looked at anew, and its codename typed anew, by whoever unlocked.",
}
"""Side pages that do not come back after a lock, and why: the page behind them does.

Of pages that come back, what is secret does not: passphrases, passwords and a recovery code that was shown.
Dialogs and menus are closed by the lock. New keys, ways out of a damaged vault and its backups are no pages
of an open vault: it is closed before they open.
"""

_TURNS = 8
"""How often to look again while a page that has its words is laid out."""

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class ComingBack(QObject):
    """Says what is in front when a lock begins, and brings it back with the next sitting.

    Pages get their words from the vault, some of them in several answers: the keyboard is given back once
    all have come, unless somebody has begun to type or point meanwhile.
    """

    def __init__(self, app: QApplication, view: DeskView, desk: Desk, tasks: Tasks) -> None:
        super().__init__(view)
        self._app = app
        self._view = view
        self._desk = desk
        self._tasks = tasks
        self._wanted: dict[str, object] | None = None
        self._page = ""
        self._turns = 0
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._lay_back)
        desk.aside.begun = self.come_back

    def place(self) -> dict[str, object]:
        """What is in front. Private: it belongs inside the vault."""
        page, journal = self._view.page_in_front, self._desk.journal
        if page in STAYS_AWAY:
            return {FRONT: {}}
        way = self._desk.aside.ways_back.get(page)
        return {
            FRONT: {
                "page": page,
                "journal": journal.id if journal is not None else None,
                "shown": way.place() if way is not None else {},
                "keyboard": keyboard_place(self._view),
            }
        }

    def come_back(self, front: Mapping[str, object]) -> None:
        """The journal that was open is open again, or another where it is gone."""
        journal = self._desk.journal
        if front.get("journal") != (journal.id if journal is not None else None):
            return
        page, shown, keyboard = (front.get(name) for name in ("page", "shown", "keyboard"))
        way = self._desk.aside.ways_back.get(str(page))
        if way is not None:
            way.come_back(shown if isinstance(shown, dict) else {})
        if isinstance(keyboard, dict) and self._view.page_in_front == page:
            self._page, self._wanted, self._turns = str(page), keyboard, _TURNS
            self._app.installEventFilter(self)
            self._tasks.idle.connect(self._came)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._end()
        return False

    @Slot()
    def _came(self) -> None:
        """The vault has answered everything that was asked."""
        self._turns = _TURNS
        self._lay_back()

    @Slot()
    def _lay_back(self) -> None:
        if self._wanted is None or self._view.page_in_front != self._page:
            self._end()
        elif self._tasks.busy:
            return
        elif not lay_back(self._view, self._wanted):
            self._turns -= 1
            if self._turns:
                self._again.start()
        elif self._turns > 1:
            self._turns = 1  # once more, when what the page does itself at the end of this turn is done
            self._again.start()
        else:
            self._end()

    def _end(self) -> None:
        if self._wanted is not None:
            self._wanted = None
            self._again.stop()
            self._tasks.idle.disconnect(self._came)
            self._app.removeEventFilter(self)
