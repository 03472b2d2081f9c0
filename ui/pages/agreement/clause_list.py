"""The clauses of the draft, each with a mark that says how the two drafts stand to each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from mentorjournal.model.agreement import ClauseKey
from mentorjournal.model.words import Role
from ui.pages.agreement.contract import Mark, Row
from ui.pages.agreement.wording import mark_words
from ui.theme.theme import Theme
from ui.widgets.list_view import Delegate, ListView

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 34
SIDE = 14

_ROLE = {
    Mark.EMPTY: "text3",
    Mark.ONLY_MINE: "info",
    Mark.ONLY_THEIRS: "info",
    Mark.SAME: "accent_text",
    Mark.DIFFER: "warn",
    Mark.AGREED: "accent_text",
    Mark.LEFT_OUT: "text3",
}


class ClauseList(ListView):
    """Emits *chosen* with a clause as the writer walks, and *folded* when the others are wanted or not."""

    chosen = Signal(object)
    folded = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._items = QStandardItemModel(self)
        self._led = False
        self._chosen: ClauseKey | None = None
        self.setModel(self._items)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Clauses"))
        self.setUniformItemSizes(True)
        self.clicked.connect(self._clicked)

    def show_rows(self, rows: Sequence[Row], chosen: ClauseKey, role: Role) -> None:
        """Show *rows* with one chosen; nothing is told of a choice that was made elsewhere."""
        self._led = True
        while self._items.rowCount() > len(rows):
            self._items.removeRow(self._items.rowCount() - 1)
        for place, row in enumerate(rows):
            item = self._items.item(place)
            if item is None:
                item = QStandardItem()
                item.setEditable(False)
                self._items.appendRow(item)
            words, says = self._words(row, role)
            if item.data(ROW) != row or item.toolTip() != says:
                item.setText(words)
                item.setData(row, ROW)
                item.setToolTip(says)
                item.setData(f"{words}, {says}", Qt.ItemDataRole.AccessibleTextRole)
        row_here: Row | None = self.currentIndex().data(ROW)
        at_fold = row_here is not None and row_here.key is None and chosen is self._chosen
        self._chosen = chosen
        for place, row in enumerate(rows):
            if row.key is chosen and self.currentIndex().row() != place and not at_fold:
                self.setCurrentIndex(self._items.index(place, 0))
        self._led = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row: Row | None = current.data(ROW) if current.isValid() else None
        if row is not None and row.key is not None and not self._led:
            self.chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row: Row | None = self.currentIndex().data(ROW)
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if row is not None and row.key is None and (enters or event.key() == Qt.Key.Key_Space):
            self.folded.emit()
        elif row is not None and enters:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _words(self, row: Row, role: Role) -> tuple[str, str]:
        if row.key is None:
            state = self.tr("open") if row.open else self.tr("folded")
            return self.tr("More clauses ({n})").format(n=row.more), state
        return row.key.label, mark_words(row.mark, role)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        row: Row | None = index.data(ROW)
        if row is not None and row.key is None:
            self.folded.emit()


class _Delegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(ROW_HEIGHT))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, row = self.theme.px, index.data(ROW)
        box = QRectF(option.rect).adjusted(px(8), 1, -px(8), -1)
        selected = self.draw_state(painter, option, box)
        side = px(SIDE)
        mark = QRectF(box.left() + px(10), box.center().y() - side / 2, side, side)
        words = QRectF(mark.right() + px(9), box.top(), box.right() - mark.right() - px(15), box.height())
        if row.key is None:
            icon = "chevron-down" if row.open else "chevron-right"
            self.draw_icon(painter, mark.left(), mark.top(), icon, "text3")
            self.draw_words(painter, words, str(index.data()), "small", "text2")
            return
        draw_mark(painter, self.theme, row.mark, mark)
        left_out = row.mark is Mark.LEFT_OUT
        tone = "text3" if left_out else "text"
        self.draw_words(painter, words, str(index.data()), "body_strong" if selected else "body", tone)


def draw_mark(painter: QPainter, theme: Theme, mark: Mark, box: QRectF) -> None:
    """Empty: a ring. Only one draft: a ring half full, on my side or on theirs. Same: two lines alike.
    Differ: the two lines struck. Agreed: a tick. Left out: a short line.
    """
    colour = theme.colour(_ROLE[mark])
    unit = box.width() / 14
    pen = QPen(colour, 1.6 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * unit, box.top() + y * unit)

    if mark in (Mark.EMPTY, Mark.ONLY_MINE, Mark.ONLY_THEIRS):
        ring = box.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
        painter.drawEllipse(ring)
        painter.setBrush(colour)
        if mark is Mark.ONLY_MINE:
            painter.drawChord(ring, 90 * 16, 180 * 16)
        elif mark is Mark.ONLY_THEIRS:
            painter.drawChord(ring, -90 * 16, 180 * 16)
    elif mark is Mark.AGREED:
        painter.setPen(QPen(colour, 2 * unit, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([at(2, 7.5), at(5.5, 11), at(12, 3.5)])
    elif mark is Mark.LEFT_OUT:
        painter.drawLine(at(3, 7), at(11, 7))
    else:
        painter.drawLine(at(2.5, 5), at(11.5, 5))
        painter.drawLine(at(2.5, 9.5), at(11.5, 9.5))
        if mark is Mark.DIFFER:
            painter.drawLine(at(9.5, 2), at(4.5, 12.5))
    painter.restore()
