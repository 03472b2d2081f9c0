"""The list of everything written, with its keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow
from ui.pages.timeline.delegate import TimelineDelegate
from ui.pages.timeline.model import ROW, TimelineModel
from ui.theme.theme import Theme
from ui.widgets.list_view import ListView

NEAR_END = 2
"""Viewports from the end at which the next page is asked for."""


class EntryList(ListView):
    """Arrows walk, Enter goes into the entry, a click opens it, Delete takes it out."""

    walked = Signal(object)
    entered = Signal(object)
    picked = Signal(object)
    deleted = Signal(object)
    near_end = Signal()

    def __init__(self, theme: Theme, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Everything written, newest first"))
        self._rows = model
        self._leading = False  # while the page, not the writer, chooses the row
        self.setModel(model)
        self.setItemDelegate(TimelineDelegate(theme, model, self))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._scrolled)
        self.clicked.connect(self._clicked)

    def choose(self, id: EntryId | None) -> None:
        """Mark the row as the open one, without opening anything."""
        position = None if id is None else self._rows.position(id)
        with self.led():
            if position is None:
                self.selectionModel().clear()
            elif self.currentIndex().row() != position or not self.selectionModel().hasSelection():
                self.setCurrentIndex(self._rows.index(position))

    @contextmanager
    def led(self) -> Iterator[None]:
        """While the page changes the list, what gets selected is not the writer's wish."""
        self._leading = True
        try:
            yield
        finally:
            self._leading = False

    def chosen(self) -> TimelineRow | None:
        indexes = self.selectionModel().selectedIndexes()
        row: TimelineRow | None = indexes[0].data(ROW) if indexes else None
        return row

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        row = self.chosen()
        # A list that changes under the writer chooses a neighbour by itself; that is nobody's wish.
        if row is not None and not self._leading and self.hasFocus():
            self.walked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(row)
        elif row is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit(row)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.picked.emit(index.data(ROW))

    @Slot()
    def _scrolled(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() <= NEAR_END * self.viewport().height():
            self.near_end.emit()
