"""What every view of a desk does about saving: wait for a pause in typing, and say how far it is."""

from __future__ import annotations

from datetime import datetime

from ui.autosave import Autosave
from ui.widgets.saved import SavedState


class Saving:
    """Beside a QWidget: the part of `DeskView` that is the same wherever `saved` stands on the page."""

    saved: SavedState
    _autosave: Autosave

    def save_soon(self) -> None:
        self._autosave.touch()

    def show_unsaved(self) -> None:
        self.saved.show_saving()

    def show_saved(self, at: datetime | None) -> None:
        if at is None:
            self.saved.show_nothing()
        else:
            self.saved.show_saved(at)
        self.saved.setToolTip("")

    def show_not_saved(self, message: str) -> None:
        self.saved.show_not_saved()
        self.saved.setToolTip(message)
