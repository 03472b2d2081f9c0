"""A page beside a journal: the way back, a column in the middle that scrolls, and a foot if it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.layout import column, holder, row, rule, scrolling


class SidePage(QWidget):
    """Emits *left* when the writer wants to go back. Its columns are no broader than *width*."""

    left = Signal()

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._width = width
        self._columns: list[QWidget] = []

    def way_back(self, words: str) -> ToolButton:
        """The arrow that leaves the page; *words* say where it leads."""
        button = ToolButton(self._theme, "arrow-left", words, key="Esc")
        button.clicked.connect(self.left)
        return button

    def lay_out(self, body: QLayout, foot: QWidget | None = None) -> None:
        """Show *body* in the middle, and *foot* under a hairline below it, where it stays."""
        self.area = scrolling(holder(self._in_the_middle(holder(body)), "page"))
        layout = column(self.area)
        if foot is not None:
            layout.addWidget(rule())
            layout.addLayout(self._in_the_middle(foot))
            layout.setStretch(0, 1)
        self.setLayout(layout)
        self._fit()
        self._theme.changed.connect(self._fit)  # after what stands in the columns has changed

    def _in_the_middle(self, part: QWidget) -> QHBoxLayout:
        self._columns.append(part)
        centre = row(None, part, None)
        centre.setStretch(1, 1000)
        return centre

    @Slot()
    def _fit(self) -> None:
        for part in self._columns:
            part.setMaximumWidth(self._theme.px(self._width))
