"""How many places are marked in a field whose words may be shared, as quiet words beside it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.button import Button
from ui.widgets.companion.asking import KEY, places
from ui.widgets.companion.fields import Pointed
from ui.widgets.companion.pointer import Reach


class PlacesButton(Button):
    """Shown only while there is something to look at in words that may leave; goes to the next place."""

    def __init__(self, theme: Theme, field: Pointed, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", kind="link", parent=parent)
        self._field = field
        self.setToolTip(KEY)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when it comes or goes
        self.setSizePolicy(policy)
        self.clicked.connect(self._go)
        field.pointer.looked.connect(self._count)
        self._count()

    @Slot()
    def _count(self) -> None:
        pointer = self._field.pointer
        shown = bool(pointer.count) and pointer.reach is Reach.LEAVES
        if shown:
            self.setText(places(pointer.count, self))
        self.setVisible(shown)

    @Slot()
    def _go(self) -> None:
        self._field.asking.ask_next()
