"""Rows and columns in one call: widgets, layouts, gaps in pixels, and None for room that stretches.

The unlock page is made of these, so nothing here names `Qt` before it is needed (see `ui.theme.numbers`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea

Item = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]
_Box = TypeVar("_Box", bound=QBoxLayout)


def row(*items: Item, spacing: int = 0, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Items from left to right (right to left where people write so)."""
    return _fill(QHBoxLayout(), items, spacing, margins)


def column(*items: Item, spacing: int = 0, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Items from top to bottom."""
    return _fill(QVBoxLayout(), items, spacing, margins)


def _fill(box: _Box, items: Sequence[Item], spacing: int, margins: Margins) -> _Box:
    box.setSpacing(spacing)
    box.setContentsMargins(*margins)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.addLayout(item)
    return box


def holder(layout: QLayout, name: str = "") -> QWidget:
    """A widget around *layout*. With a *name* the style sheet gives it that surface: app, sidebar, column,
    page, paper.
    """
    widget = QWidget()
    if name:
        from PySide6.QtCore import Qt

        widget.setObjectName(name)
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setLayout(layout)
    return widget


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setObjectName("rule")
    return line


def scrolling(content: QWidget) -> QScrollArea:
    """*content* in a frameless area that scrolls up and down."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QScrollArea

    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def reveal(area: QScrollArea, part: QWidget) -> None:
    """Bring *part*, which has just been opened in *area*, into view: the page must grow for it first."""
    page = area.widget()
    inside: QWidget | None = part
    while inside is not None and inside is not page:
        inside = inside.parentWidget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            layout.activate()
    if page is not None:
        page.resize(page.width(), max(page.sizeHint().height(), area.viewport().height()))
    area.ensureWidgetVisible(part)


def clear(layout: QLayout) -> None:
    """Empty *layout*, and let go of the widgets in it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
