"""A section of Today: a quiet heading and its lines, the first few of them until more are wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.pages.today.contract import Line, key_of
from ui.pages.today.row import LineRow
from ui.theme.theme import Theme
from ui.widgets.button import Button
from ui.widgets.disc import SIZE
from ui.widgets.label import Label
from ui.widgets.layout import column, row

SHOWN, MORE = 6, 20


class Section(QWidget):
    """Rows are kept while their line is there, with the focus and what is being typed in them."""

    grown = Signal()

    def __init__(self, theme: Theme, title: str, make: Callable[[Line], LineRow]) -> None:
        super().__init__()
        self._make = make
        self._lines: Sequence[Line] = ()
        self._rows: dict[tuple[object, ...], LineRow] = {}
        self._limit = SHOWN
        self._title = Label(theme, title, "caption", "text3")
        self._more = Button(theme, "", kind="link")
        self._list = column(spacing=2)
        self._foot = row(self._more, None)
        head = row(self._title, margins=(12, 0, 0, 0))
        self.setLayout(column(head, 4, self._list, self._foot, margins=(0, 0, 0, 26)))
        self._theme = theme
        self._more.clicked.connect(self._show_more)
        theme.changed.connect(self._indent)
        self._indent()

    def rows(self) -> list[LineRow]:
        """From top to bottom."""
        return [self._rows[key_of(line)] for line in self._lines[: self._limit]]

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [*(stop for shown in self.rows() for stop in shown.stops()), self._more]

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._fill()

    def _fill(self) -> None:
        wanted = {key_of(line): line for line in self._lines[: self._limit]}
        for key in self._rows.keys() - wanted.keys():
            gone = self._rows.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (key, line) in enumerate(wanted.items()):
            if key not in self._rows:
                self._rows[key] = self._make(line)
            self._rows[key].line = line
            if self._list.indexOf(self._rows[key]) != place:
                self._list.insertWidget(place, self._rows[key])
                self._rows[key].show()  # a layout does it later, and until then it takes no focus
        left = len(self._lines) - len(wanted)
        self._more.setVisible(left > 0)
        self._more.setText(self.tr("Show {count} more").format(count=min(left, MORE)))
        self.setVisible(bool(wanted))

    @Slot()
    def _indent(self) -> None:
        self._foot.setContentsMargins(self._theme.px(SIZE) + 20, 0, 0, 0)

    @Slot()
    def _show_more(self) -> None:
        before = len(self.rows())
        self._limit += MORE
        self._fill()
        self.grown.emit()
        if len(self.rows()) > before:
            self.rows()[before].setFocus(Qt.FocusReason.TabFocusReason)
