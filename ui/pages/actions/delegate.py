"""Paints a line of the Actions page: a box to tick, the words, who, by when, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from mentorjournal.model.words import ActionStatus
from ui.pages.actions.model import ROW, Row, RowKind
from ui.theme.theme import Theme
from ui.widgets.check import draw_box
from ui.widgets.list_view import Delegate, clamp
from ui.widgets.marks import SIDE, draw_mark

Index = QModelIndex | QPersistentModelIndex
MOST_LINES = 3
"""Of a long action; the editor shows all of it."""

MOST_MEASURED = 200
"""Characters; a longer action does not stand in one line."""

TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class ActionDelegate(Delegate):
    """Thousands of rows are measured at once each time that one changes: what was measured is kept."""

    pressed = Signal(object)
    """A fold, or the row that shows more, was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        theme.changed.connect(self._measure_anew)
        self._measure_anew()

    @Slot()
    def _measure_anew(self) -> None:
        self._heights: dict[tuple[str, str, bool, int], int] = {}
        self._widths: dict[str, int] = {"": 0}
        self._body = QFontMetrics(self.theme.font("body"))
        self._small = QFontMetrics(self.theme.font("small"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        px = self.theme.px
        if row.kind is not RowKind.ACTION:
            return QSize(px(200), px(40))
        view = option.widget
        width = max(view.viewport().width(), px(240)) if isinstance(view, QListView) else px(240)
        key = (row.text, row.when, bool(row.came_of_it), width)
        height = self._heights.get(key)
        if height is None:
            lines = self._count_lines(row.text, self._text_width(width, row))
            small = self.theme.line_height("small") * (2 if row.came_of_it else 1)
            height = lines * self.theme.line_height("body") + small + px(20)
            self._heights[key] = height
        return QSize(px(200), height)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        rect = QRectF(option.rect)
        if row.kind is RowKind.HEADING:
            self._draw_heading(painter, rect, row)
            return
        self.draw_state(painter, option, rect.adjusted(1, 1, -1, -1))
        if row.kind is RowKind.ACTION:
            self._draw_box(painter, rect, row)
            self._draw_words(painter, rect, row)
        else:
            self._draw_fold(painter, rect, row)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box, with room around it, ticks; on a fold, it opens."""
        released = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        )
        row: Row = index.data(ROW)
        if not released or not isinstance(event, QMouseEvent):
            return False
        if row.kind in (RowKind.FOLD, RowKind.MORE):
            self.pressed.emit(row)
            return True
        if row.listed and event.position().x() < option.rect.left() + self.theme.px(44):
            return model.setData(index, True, Qt.ItemDataRole.CheckStateRole)
        return False

    def _count_lines(self, text: str, width: float) -> int:
        if len(text) < MOST_MEASURED and self._body.horizontalAdvance(text) <= width:
            return 1
        return len(self._lines(text, width))

    def _lines(self, text: str, width: float) -> list[str]:
        return clamp(text, self.theme.font("body"), width, MOST_LINES) or [""]

    def _text_width(self, width: float, row: Row) -> float:
        px = self.theme.px
        if row.when not in self._widths:
            self._widths[row.when] = self._small.horizontalAdvance(row.when)
        return width - px(46) - (self._widths[row.when] + px(40 if row.when else 16))

    def _draw_heading(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        px = self.theme.px
        self.draw_words(painter, rect.adjusted(px(12), px(12), -px(12), 0), row.text, "caption", "text3")

    def _draw_fold(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        px = self.theme.px
        middle = rect.center().y()
        if row.kind is RowKind.FOLD:
            icon = "chevron-down" if row.unfolded else "chevron-right"
            self.draw_icon(painter, rect.left() + px(15.5), middle - px(8), icon, "text2", 16)
        words = rect.adjusted(px(46), 0, -px(12), 0)
        if row.kind is RowKind.FOLD:
            self.draw_words(painter, words, row.text, "caption", "text2")
        else:
            self.draw_words(painter, words, row.text, "small", "accent_text")

    def _draw_box(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        px = self.theme.px
        box = QRectF(rect.left() + px(14), rect.top() + px(10), px(19), px(19))
        status = row.listed.action.status if row.listed else None
        draw_box(painter, self.theme, box, on=status is ActionStatus.DONE)
        if status is ActionStatus.DROPPED:
            self.draw_icon(painter, box.left() + px(3), box.top() + px(3), "minus", "text2", 13)
        elif status is ActionStatus.PARTLY_DONE:
            half = box.adjusted(px(4), box.height() / 2, -px(4), -px(4))
            painter.fillRect(half, self.theme.colour("accent"))

    def _draw_words(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        px, small = self.theme.px, self.theme.line_height("small")
        left, right, top = rect.left() + px(46), rect.right() - px(16), rect.top() + px(9)
        width = self._text_width(rect.width(), row)
        step = self.theme.line_height("body")
        painter.setFont(self.theme.font("body"))
        painter.setPen(self.theme.colour("text2" if row.is_closed else "text"))
        text = self.theme.veil.words(row.text, private=row.is_veiled)
        for line in self._lines(text, width):
            painter.drawText(
                QRectF(left, top, width, step),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                line,
            )
            top += step
        self._draw_when(painter, QRectF(rect.left(), rect.top() + px(9), right - rect.left(), step), row)
        side = px(SIDE)
        if row.listed:
            place = QRectF(right - side, top + (small - side) / 2, side, side)
            draw_mark(painter, self.theme, row.listed.action.visibility, place)
        self._draw_about(painter, QRectF(left, top, right - left - side - px(12), small), row)
        if row.came_of_it:
            beneath = QRectF(left, top + small, right - left, small)
            self.draw_words(painter, beneath, row.came_of_it, "small", "text2", private=True)

    def _draw_when(self, painter: QPainter, box: QRectF, row: Row) -> None:
        role = "danger" if row.overdue else "text3"
        self.draw_words(painter, box, row.when, "small", role, align=TRAILING)

    def _draw_about(self, painter: QPainter, line: QRectF, row: Row) -> None:
        if row.codename:
            font = QFont(self.theme.font("small"))
            font.setWeight(QFont.Weight.DemiBold)
            metrics = QFontMetrics(font)
            name = metrics.elidedText(row.codename, Qt.TextElideMode.ElideRight, int(line.width() / 3))
            painter.setFont(font)
            painter.setPen(self.theme.colour("text2"))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            line = line.adjusted(metrics.horizontalAdvance(name) + self.theme.px(12), 0, 0, 0)
        self.draw_words(painter, line, row.about_shown(self.theme.veil), "small", "text3")
