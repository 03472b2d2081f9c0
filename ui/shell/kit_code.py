"""The recovery code as a grid of numbered groups, as it stands on the printed kit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import holder, row

COLUMNS = 3


class CodeGrid(QFrame):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self._theme = theme
        self._groups: tuple[str, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(20, 16, 20, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self.setLayout(self._grid)
        self.setAccessibleName(self.tr("Recovery code"))

    def groups(self) -> list[str]:
        return list(self._groups)

    def show_groups(self, groups: Sequence[str]) -> None:
        self._groups = tuple(groups)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, group in enumerate(groups):
            number = _Number(self._theme, str(place + 1), "caption", "text3")
            shown = _Group(self._theme, group)
            shown.setAccessibleName(
                self.tr("Group {number}: {group}").format(number=place + 1, group=" ".join(group))
            )
            self._grid.addWidget(holder(row(number, 8, shown, None)), place // COLUMNS, place % COLUMNS)


class _Number(Label):
    """As wide as every other one, so that the groups stand under each other."""

    @Slot()
    def _look(self) -> None:
        super()._look()
        font = self.font()
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)


class _Group(QLabel):
    def __init__(self, theme: Theme, group: str) -> None:
        super().__init__(group)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        font = self._theme.font("heading")
        font.setPixelSize(self._theme.px(17))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._theme.px(2))
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
