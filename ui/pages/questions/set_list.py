"""The list of question sets, each with a box that says whether it is offered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.pages.questions.showing import SetRow
from ui.theme.theme import Theme
from ui.widgets.check import draw_box
from ui.widgets.list_view import Delegate, ListView

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class SetModel(QAbstractListModel):
    """Rows as the presenter hands them over. *ticked* carries the wish to offer a set or not."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SetRow, ...] = ()

    def set_rows(self, rows: Sequence[SetRow]) -> None:
        if [row.id for row in rows] == [row.id for row in self._rows]:
            for place, row in enumerate(rows):
                if row != self._rows[place]:
                    self._rows = (*self._rows[:place], row, *self._rows[place + 1 :])
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def place_of(self, id: str) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.id == id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.offered else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((row.name, self.about(row)))
            case _:
                return row if role == ROW else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        row = self._rows[index.row()]
        self.ticked.emit(row.id, not row.offered)
        return True

    def about(self, row: SetRow) -> str:
        """What the row says under its name."""
        said = [self.tr("{count} questions").format(count=row.questions)]
        if row.own:
            said.insert(0, self.tr("Yours"))
        if row.changed and row.offered:
            said.append(self.tr("changed"))
        if not row.offered:
            said.append(self.tr("hidden"))
        return " · ".join(said)


class SetDelegate(Delegate):
    def __init__(self, theme: Theme, model: SetModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(54))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SetRow = index.data(ROW)
        px = self.theme.px
        box = QRectF(option.rect).adjusted(px(8), px(2), -px(8), -px(2))
        self.draw_state(painter, option, box)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        side = px(16)
        left = box.right() - px(12) - side if right_to_left else box.left() + px(12)
        draw_box(painter, self.theme, QRectF(left, box.center().y() - side / 2, side, side), on=row.offered)
        words = box.adjusted(px(12), 0, -px(40), 0) if right_to_left else box.adjusted(px(40), 0, -px(12), 0)
        upper = QRectF(words.left(), words.top() + px(5), words.width(), px(21))
        self.draw_words(painter, upper, row.name, "body_strong", "text" if row.offered else "text3")
        lower = QRectF(words.left(), words.top() + px(26), words.width(), px(18))
        self.draw_words(painter, lower, self._model.about(row), "small", "text3")

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box, with room around it, ticks."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        ):
            reach = self.theme.px(44)
            from_left = event.position().x() - option.rect.left()
            right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
            if (option.rect.width() - from_left if right_to_left else from_left) < reach:
                return model.setData(index, True, Qt.ItemDataRole.CheckStateRole)
        return False


class SetList(ListView):
    """Arrows walk and open, Space ticks, Enter goes into the set."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Question sets"))
        self.rows = SetModel(self)
        self._leading = False  # while the page, not the writer, chooses the row
        self.setModel(self.rows)
        self.setItemDelegate(SetDelegate(theme, self.rows, self))

    def show_rows(self, rows: Sequence[SetRow], chosen: str) -> None:
        self._leading = True
        self.rows.set_rows(rows)
        place = self.rows.place_of(chosen)
        if place is not None and self.currentIndex().row() != place:
            self.setCurrentIndex(self.rows.index(place))
        self._leading = False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        indexes = self.selectionModel().selectedIndexes()
        if indexes and not self._leading:
            self.chosen.emit(indexes[0].data(ROW).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() == Qt.Key.Key_Space:
            self.rows.setData(index, True, Qt.ItemDataRole.CheckStateRole)
        elif index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
