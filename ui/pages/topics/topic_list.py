"""The list of an agenda: arrows walk, a key for every act, dragging puts in order."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from mentorjournal.model.ids import EntryId
from ui.pages.topics.contract import Act, Section
from ui.pages.topics.delegate import AgendaDelegate
from ui.pages.topics.in_place import InPlace
from ui.pages.topics.model import ROW, AgendaModel, Row
from ui.pages.topics.words_of_acts import KEYS, acts_of, keys_in_words
from ui.theme.theme import Theme
from ui.widgets.list_view import ListView

_BY_KEY = {QKeySequence(key).toString(): act for act, key in KEYS.items()} | {
    "Ctrl+Enter": Act.DISCUSS,
    "Space": Act.DISCUSS,
    "Return": Act.EDIT,
    "Enter": Act.EDIT,
    "Backspace": Act.DROP,
}
_FOLD = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TopicList(ListView):
    wanted = Signal(object, object)
    """An act, and the id of the topic that it is wanted for."""
    folded = Signal(object)
    menu_wanted = Signal(object)
    """Where on the screen the menu of the chosen topic is wanted."""
    lost = Signal(str)
    """Words that were being changed when their topic went."""

    def __init__(self, theme: Theme, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._rows = model
        self._theme = theme
        self.setAccessibleName(self.tr("Topics"))
        self.setAccessibleDescription(keys_in_words(self))
        self.setModel(model)
        self.painter_of_rows = AgendaDelegate(theme, self)
        self.setItemDelegate(self.painter_of_rows)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.in_place = InPlace(theme, self.viewport())
        self.in_place.grown.connect(self.lay_over)
        self.in_place.left.connect(self.close_edit)
        self.painter_of_rows.pressed.connect(self._pressed)
        self.doubleClicked.connect(self._double_clicked)
        self.clicked.connect(self._clicked)
        self.verticalScrollBar().valueChanged.connect(self.lay_over)
        self.verticalScrollBar().rangeChanged.connect(self.lay_over)

    # The chosen row

    def row(self) -> Row | None:
        found: Row | None = self.currentIndex().data(ROW)
        return found

    def chosen(self) -> EntryId | None:
        row = self.row()
        return row.topic.id if row and row.topic else None

    def choose(self, place: int | None) -> None:
        if place is None:
            return
        index = self._rows.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def move_chosen(self, by: int) -> None:
        """One place up or down among the open topics; the model tells of the new order."""
        place = self.currentIndex().row()
        before = place - 1 if by < 0 else place + 2
        if 0 <= before <= self._rows.open_count():
            self._rows.moveRow(QModelIndex(), place, QModelIndex(), before)
            self.scrollTo(self.currentIndex())

    # Changing in place

    def edit_chosen(self, *, minutes: bool = False) -> None:
        row = self.row()
        if row is None or row.topic is None or row.section is Section.DROPPED:
            return
        self.scrollTo(self.currentIndex())
        if minutes:
            self.in_place.ask_minutes(row.topic.id, row.topic.minutes)
        else:
            self.in_place.edit(row.topic.id, row.topic.text)

    @Slot()
    def close_edit(self) -> None:
        held = self.in_place.holds_focus()
        self.in_place.close_field()
        if held:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def lay_over(self) -> None:
        """Keep the field over its row, wherever that is now."""
        id = self.in_place.id
        if id is None:
            return
        place = self._rows.place_of(id)
        row = self._rows.row_at(place) if place is not None else None
        if place is None or row is None:
            if not self.in_place.is_minutes:
                self.lost.emit(self.in_place.text())
            self.close_edit()
            return
        rect = self.visualRect(self._rows.index(place))
        self.in_place.lie_over(self.painter_of_rows.words_rect(rect, row))

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._act_of(event) is not None:
            # The page around has the same keys for the next topic: here they mean the chosen one.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, id = self.row(), self.chosen()
        act = self._act_of(event)
        if act is not None and id is not None:
            self.wanted.emit(act, id)
        elif row is not None and row.folded is not None and self._folds(event, row):
            self.folded.emit(row.section)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectedIndexes() and self._rows.rowCount():
            place = self.currentIndex().row()
            usable = (p for p in range(self._rows.rowCount()) if self._rows.flags(self._rows.index(p)))
            self.choose(place if place >= 0 else next(usable, None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.lay_over()

    def sizeHint(self) -> QSize:
        """As high as its topics, within reason: a host may give more room or less."""
        px = self._theme.px
        heights = (self.sizeHintForRow(place) for place in range(min(self._rows.rowCount(), 12)))
        least = px(120) if self._rows.rowCount() else px(24)
        return QSize(px(280), min(max(sum(heights), least), px(420)))

    def minimumSizeHint(self) -> QSize:
        """Room for two topics; without any there is nothing to show."""
        return QSize(self._theme.px(160), self._theme.px(96 if self._rows.rowCount() else 24))

    def _act_of(self, event: QKeyEvent) -> Act | None:
        row = self.row()
        pressed = event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value
        act = _BY_KEY.get(QKeySequence(pressed).toString())
        return act if row and row.topic and act in acts_of(row.section) else None

    def _folds(self, event: QKeyEvent, row: Row) -> bool:
        step = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        return event.key() in _FOLD if step is None else row.folded is step

    @Slot(object, object)
    def _pressed(self, id: EntryId, act: object) -> None:
        self.choose(self._rows.place_of(id))
        if isinstance(act, Act):
            self.wanted.emit(act, id)
        else:
            rect = self.visualRect(self.currentIndex())
            corner = QPoint(rect.right() - self._theme.px(30), rect.top() + self._theme.px(30))
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        if row.folded is not None:
            self.folded.emit(row.section)

    @Slot(QModelIndex)
    def _double_clicked(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        if row.topic is not None and row.section is not Section.DROPPED:
            self.wanted.emit(Act.EDIT, row.topic.id)
