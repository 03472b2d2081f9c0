"""The kinds of help that can be wanted, as chips: as many as one likes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import HelpWanted
from ui.theme.theme import Theme
from ui.widgets.chip import Chip
from ui.widgets.layout import row


class HelpChips(QWidget):
    """Emits *edited* for every choice."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The help I want"))
        self.chips: dict[HelpWanted, Chip] = {}
        line = row(spacing=8)
        for help in HelpWanted:
            words = help.label[:1].upper() + help.label[1:]
            name = self.tr("The help I want: {kind}").format(kind=help.label)
            self.chips[help] = Chip(theme, words, name)
            self.chips[help].clicked.connect(self._chosen)
            line.addWidget(self.chips[help])
        line.addStretch(1)
        self.setLayout(line)

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
