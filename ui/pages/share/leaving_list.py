"""The lines that leave, one under another, and which of them the reader has not seen like this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from mentorjournal.model.shared import SharedLine
from mentorjournal.sharing.since_last import SinceLast
from ui.theme.veil import Veil
from ui.widgets.list_view import Delegate

Index = QModelIndex | QPersistentModelIndex
LEAVING = Qt.ItemDataRole.UserRole + 1
MOST = 500
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Leaving:
    """*mark* is a word before the line: new, changed, gone."""

    words: str
    mark: str = ""
    gone: bool = False


class LeavingModel(QAbstractListModel):
    def __init__(self, veil: Veil, parent: QObject) -> None:
        super().__init__(parent)
        self._veil = veil
        self._lines: list[Leaving] = []

    def show(
        self, lines: Sequence[SharedLine], since: SinceLast | None, *, only_changes: bool = False
    ) -> None:
        """*lines* as they leave; with *since* each says how it differs, and what is gone stands last."""
        marks = {}
        if since:
            marks = {line: self.tr("New") for line in since.new}
            marks.update({one.now: self.tr("Changed") for one in since.changed})
        shown = [
            Leaving(line.words, marks.get(line, "")) for line in lines if line in marks or not only_changes
        ]
        if since:
            shown += [Leaving(line.words, self.tr("No longer included"), gone=True) for line in since.gone]
        if shown != self._lines:
            self.beginResetModel()
            self._lines = shown
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == LEAVING:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self._veil.words(line.words, private=True)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("Veiled") if self._veil.drawn else line.words
            return self.tr("{mark}: {line}").format(mark=line.mark, line=words) if line.mark else words
        return None


class LeavingDelegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.px
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        line: Leaving = index.data(LEAVING)
        height = self._words_box(max(width - px(24), px(120)), line).height()
        return QSize(px(160), height + px(10 + (16 if line.mark else 0)))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Leaving = index.data(LEAVING)
        px = self.theme.px
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        self.draw_state(painter, option, box)
        inner = QRect(option.rect).adjusted(px(12), px(5), -px(12), 0)
        if line.mark:
            role = "text3" if line.gone else "accent_text"
            self.draw_words(
                painter, QRectF(inner.left(), inner.top(), inner.width(), px(15)), line.mark, "caption", role
            )
            inner.setTop(inner.top() + px(16))
        painter.setFont(self._font(line))
        painter.setPen(self.theme.colour("text3" if line.gone else "text"))
        painter.drawText(inner, _WRAP, self.theme.veil.words(line.words[:MOST], private=True))

    def _words_box(self, width: int, line: Leaving) -> QRect:
        return QFontMetrics(self._font(line)).boundingRect(
            QRect(0, 0, width, 10_000), _WRAP, line.words[:MOST] or " "
        )

    def _font(self, line: Leaving) -> QFont:
        font = self.theme.font("body")
        font.setStrikeOut(line.gone)
        return font
