"""Paints a section or a line with its box, and opens the editor that fits a line in its place."""

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
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.pages.share.line_editors import ChoiceEditor, LongEditor, ShortEditor, editor_for
from ui.pages.share.model import ROW, Row
from ui.widgets.check import draw_box
from ui.widgets.list_view import Delegate

Index = QModelIndex | QPersistentModelIndex
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
MOST = 500
"""Characters of a line that are painted: the page beside it shows the whole."""


class OfferDelegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        px = self.theme.px
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        text = self._words_box(QRect(0, 0, max(width, px(200)), 0), row)
        extra = px(17) if row.caption else 0
        return QSize(px(160), text.height() + extra + px(14 if row.line else 18))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        px, rect = self.theme.px, option.rect
        self.draw_state(painter, option, QRectF(rect).adjusted(1, 1, -1, -1))
        left = rect.left() + px(36 if row.line else 10)
        box = QRectF(left, rect.top() + px(8 if row.line else 11), px(16), px(16))
        draw_box(painter, self.theme, box, on=row.on, enabled=row.section_on or row.line is None)
        words = self._words_box(rect, row)
        if row.caption:
            painter.setFont(self.theme.font("caption"))
            painter.setPen(self.theme.colour("text3"))
            label = self.tr("{label} · reworded").format(label=row.caption) if row.reworded else row.caption
            at = QRect(words.left(), rect.top() + px(7), rect.right() - words.left(), px(17))
            painter.drawText(at, WRAP, label)
        painter.setFont(self._font(row))
        painter.setPen(self.theme.colour("text" if row.goes else "text3"))
        private = row.line is not None and not row.is_empty
        painter.drawText(words, WRAP, self.theme.veil.words(row.shown[:MOST], private=private))

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
        editor = editor_for(self.theme, index.data(ROW).line, index.data(ROW).text, parent)
        editor.finished.connect(self._finish)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ShortEditor | LongEditor | ChoiceEditor):
            editor.begin(index.data(ROW).text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ShortEditor | LongEditor | ChoiceEditor):
            model.setData(index, editor.words(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the words; a field that is higher than its row lies over the rows below it."""
        px = self.theme.px
        editor.setFixedWidth(option.rect.width() - px(60))
        grows = isinstance(editor, LongEditor)
        height = max(editor.height() if grows else editor.sizeHint().height(), px(32))
        words = self._words_box(option.rect, index.data(ROW))
        top = words.top() - px(9 if grows else 4)
        view = option.widget
        if hasattr(view, "viewport"):
            top = max(min(top, view.viewport().height() - height - px(4)), 0)
        editor.setGeometry(QRect(option.rect.left() + px(54), top, option.rect.width() - px(60), height))

    @Slot(object)
    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _font(self, row: Row) -> QFont:
        return self.theme.font("body" if row.line else "body_strong", italic=row.is_empty)

    def _words_box(self, rect: QRect, row: Row) -> QRect:
        px = self.theme.px
        inset = px(62 if row.line else 36)
        top = rect.top() + px(7 if row.line else 9) + (px(17) if row.caption else 0)
        metrics = QFontMetrics(self._font(row))
        room = QRect(rect.left() + inset, top, rect.width() - inset - px(10), 10_000)
        return metrics.boundingRect(room, WRAP, row.shown[:MOST] or " ")
