"""The kinds of help that can be wanted, as chips: as many as one likes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal.model.words import HelpWanted
from ui.theme.theme import Theme
from ui.widgets.chip import Chip


class HelpChips(QWidget):
    """Emits *edited* for every choice."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The help I want"))
        self.chips: dict[HelpWanted, Chip] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for help in HelpWanted:
            words = help.label[:1].upper() + help.label[1:]
            name = self.tr("The help I want: {kind}").format(kind=help.label)
            self.chips[help] = Chip(theme, words, name)
            self.chips[help].clicked.connect(self._chosen)
        self._grid.setColumnStretch(len(HelpWanted), 1)
        self.setLayout(self._grid)
        self.arrange(len(HelpWanted))

    def arrange(self, columns: int) -> None:
        """Set the chips in this many columns."""
        for place, chip in enumerate(self.chips.values()):
            self._grid.addWidget(chip, place // columns, place % columns)

    def one_line(self) -> int:
        """How wide all of them are side by side."""
        return sum(chip.sizeHint().width() + 8 for chip in self.chips.values())

    def value(self) -> tuple[HelpWanted, ...]:
        return tuple(help for help, chip in self.chips.items() if chip.isChecked())

    def set_value(self, chosen: Sequence[HelpWanted]) -> None:
        for help, chip in self.chips.items():
            if chip.isChecked() != (help in chosen):
                chip.setChecked(help in chosen)

    def focusables(self) -> list[QWidget]:
        return list(self.chips.values())

    @Slot()
    def _chosen(self) -> None:
        self.edited.emit()
