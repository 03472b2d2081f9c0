"""Paints a section or a line with its box, and lets a line be said otherwise in place."""

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
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.pages.share.model import ROW, Row
from ui.widgets.check import draw_box
from ui.widgets.fields import LineField
from ui.widgets.list_view import Delegate

Index = QModelIndex | QPersistentModelIndex
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class OfferDelegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        px = self.theme.px
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        text = self._words_box(QRect(0, 0, max(width, px(200)), 0), row)
        extra = px(17) if row.line and row.line.label else 0
        return QSize(px(160), text.height() + extra + px(14 if row.line else 18))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        px, rect = self.theme.px, option.rect
        self.draw_state(painter, option, QRectF(rect).adjusted(1, 1, -1, -1))
        left = rect.left() + px(36 if row.line else 10)
        box = QRectF(left, rect.top() + px(8 if row.line else 11), px(16), px(16))
        draw_box(painter, self.theme, box, on=row.on, enabled=row.section_on or row.line is None)
        goes = row.on and row.section_on
        words = self._words_box(rect, row)
        if row.line and row.line.label:
            painter.setFont(self.theme.font("caption"))
            painter.setPen(self.theme.colour("text3"))
            label = self.tr("{label} · reworded").format(label=row.line.label) if row.reworded else ""
            at = QRect(words.left(), rect.top() + px(7), rect.right() - words.left(), px(17))
            painter.drawText(at, WRAP, label or row.line.label)
        painter.setFont(self.theme.font("body" if row.line else "body_strong"))
        painter.setPen(self.theme.colour("text" if goes else "text3"))
        painter.drawText(words, WRAP, self.theme.veil.words(row.text, private=row.line is not None))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box ticks; Space is the list's."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and event.position().x() < option.rect.left() + self.theme.px(60 if index.data(ROW).line else 34)
        ):
            return model.setData(index, True, Qt.ItemDataRole.CheckStateRole)
        return False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = LineField(self.theme, self.tr("Words for this summary only"), parent=parent)
        field.setToolTip(self.tr("For this summary only: the journal keeps its own words"))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineField):
            editor.set_text(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, LineField):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        px = self.theme.px
        height = max(editor.sizeHint().height(), px(32))
        rect = QRect(option.rect.left() + px(56), option.rect.top(), option.rect.width() - px(60), height)
        rect.moveTop(option.rect.center().y() - height // 2)
        editor.setGeometry(rect)

    def _words_box(self, rect: QRect, row: Row) -> QRect:
        px = self.theme.px
        inset = px(62 if row.line else 36)
        top = rect.top() + px(7 if row.line else 9) + (px(17) if row.line and row.line.label else 0)
        metrics = QFontMetrics(self.theme.font("body" if row.line else "body_strong"))
        room = QRect(rect.left() + inset, top, rect.width() - inset - px(10), 10_000)
        return metrics.boundingRect(room, WRAP, row.text or " ")
