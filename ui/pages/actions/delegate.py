"""Paints a line of the Actions page: a box to tick, the words, who, by when, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from mentorjournal.model.words import ActionStatus
from ui.pages.actions.model import ROW, Row
from ui.widgets.check import draw_box
from ui.widgets.list_view import Delegate

Index = QModelIndex | QPersistentModelIndex
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ActionDelegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        px = self.theme.px
        if row.action is None:
            return QSize(px(200), px(40))
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        text = self._text_box(QRect(0, 0, max(width, px(240)), 0), row)
        return QSize(px(200), text.height() + self.theme.line_height("small") + px(22))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        if row.action is None:
            self._paint_heading(painter, option.rect, row)
        else:
            self.draw_state(painter, option, QRectF(option.rect).adjusted(1, 1, -1, -1))
            self._paint_box(painter, option.rect, row)
            self._paint_words(painter, option.rect, row)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box, with room around it, ticks."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and index.data(ROW).action is not None
            and event.position().x() < option.rect.left() + self.theme.px(44)
        ):
            return model.setData(index, True, Qt.ItemDataRole.CheckStateRole)
        return False

    def _text_box(self, rect: QRect, row: Row) -> QRect:
        px = self.theme.px
        metrics = QFontMetrics(self.theme.font("body"))
        room = QRect(
            rect.left() + px(46), rect.top() + px(9), rect.width() - px(46) - self._when(row), 10_000
        )
        return metrics.boundingRect(room, WRAP, row.text)

    def _when(self, row: Row) -> int:
        width = QFontMetrics(self.theme.font("small")).horizontalAdvance(row.when)
        return width + self.theme.px(40 if row.when else 16)

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.setFont(self.theme.font("caption"))
        painter.setPen(self.theme.colour("text3"))
        px = self.theme.px
        painter.drawText(rect.adjusted(px(12), px(14), 0, 0), LINE, row.text)

    def _paint_box(self, painter: QPainter, rect: QRect, row: Row) -> None:
        px = self.theme.px
        box = QRectF(rect.left() + px(14), rect.top() + px(10), px(19), px(19))
        dropped = row.action is not None and row.action.status is ActionStatus.DROPPED
        draw_box(painter, self.theme, box, on=row.is_closed and not dropped)
        if dropped:
            self.draw_icon(painter, box.left() + px(3), box.top() + px(3), "minus", "text2", 13)

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        px = self.theme.px
        text = self._text_box(rect, row)
        painter.setFont(self.theme.font("body"))
        painter.setPen(self.theme.colour("text2" if row.is_closed else "text"))
        painter.drawText(text, WRAP, row.text)

        small = self.theme.font("small")
        painter.setFont(small)
        painter.setPen(self.theme.colour("text3"))
        about = "  ·  ".join(part for part in (row.about, row.came_of_it) if part)
        line = QRect(
            rect.left() + px(46),
            text.bottom() + px(2),
            rect.width() - px(62),
            self.theme.line_height("small"),
        )
        fits = QFontMetrics(small).elidedText(about, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, LINE, fits)

        painter.setPen(self.theme.colour("danger" if row.overdue else "text3"))
        when = QRect(rect.left(), rect.top() + px(9), rect.width() - px(16), px(21))
        painter.drawText(when, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), row.when)
