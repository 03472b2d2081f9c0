"""The list of the Actions page, with a key for each act."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.ids import EntryId
from ui.pages.actions.delegate import ActionDelegate
from ui.pages.actions.model import ROW, ActionsModel, Row, RowKind
from ui.theme.theme import Theme
from ui.widgets.list_view import ListView

Index = QModelIndex | QPersistentModelIndex

KEYS = {
    Qt.Key.Key_Space: "done",
    Qt.Key.Key_P: "partly",
    Qt.Key.Key_C: "carry",
    Qt.Key.Key_X: "drop",
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_V: "mark",
    Qt.Key.Key_S: "session",
    Qt.Key.Key_G: "goal",
    Qt.Key.Key_J: "journal",
}


class ActionList(ListView):
    """Arrows move, Space ticks, Enter edits or unfolds; letters do the rest. *wanted* carries the name of the
    act and the id of the action.
    """

    wanted = Signal(str, object)
    unfolded = Signal()
    wants_more = Signal()
    wants_new = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, model: ActionsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Actions"))
        self._model = model
        self.setModel(model)
        delegate = ActionDelegate(theme, self)
        delegate.pressed.connect(self._press)
        self.setItemDelegate(delegate)
        self.setAccessibleDescription(
            self.tr(
                "Space marks done, P partly done, C carries over, X drops, Enter edits, V changes what may"
                " happen to it, S and G open its session and goal, Delete deletes, N begins a new action"
            )
        )
        self.doubleClicked.connect(self._edit_at)

    def chosen(self) -> EntryId | None:
        row = self.row()
        return row.id if row else None

    def on_fold(self) -> bool:
        row = self.row()
        return row is not None and row.kind is RowKind.FOLD

    def row(self) -> Row | None:
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def choose(self, place: int | None) -> None:
        if place is None:
            return
        index = self._model.index(place, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row()
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key == Qt.Key.Key_N:
            self.wants_new.emit()
        elif not plain or row is None:
            super().keyPressEvent(event)
        elif row.id is not None and key in KEYS:
            self.wanted.emit(KEYS[key], row.id)
        elif row.id is None and KEYS.get(key) in ("done", "edit"):
            self._press(row)
        elif row.kind is RowKind.FOLD and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            if row.unfolded == (key == Qt.Key.Key_Left):
                self._press(row)
        elif event.text().isprintable() and event.text():
            event.ignore()  # Qt would go to the action that begins with the letter
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectedIndexes():
            place = self._model.place_of(self.chosen())  # Qt makes the first row current, unchosen
            self.choose(place if place is not None else self._model.first())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(object)
    def _press(self, row: Row) -> None:
        (self.unfolded if row.kind is RowKind.FOLD else self.wants_more).emit()

    @Slot(QModelIndex)
    def _edit_at(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row.id is not None:
            self.wanted.emit("edit", row.id)
