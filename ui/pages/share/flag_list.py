"""What was found, each with the line around it and the words marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from mentorjournal.checks.finding import FindingKind
from mentorjournal.sharing.checking import Flag
from ui.pages.share.wording import said
from ui.theme.theme import Theme
from ui.theme.veil import Veil
from ui.widgets.list_view import Delegate

Index = QModelIndex | QPersistentModelIndex
FOUND = Qt.ItemDataRole.UserRole + 1
_BEFORE, _AFTER = 70, 90
"""Characters of the line that are shown around a finding."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding where it stands: *excerpt* of its line, with the words from *start* to *end*."""

    flag: Flag
    label: str
    excerpt: str
    start: int
    end: int


def found_in(flag: Flag, label: str, text: str) -> Found:
    """Cut the line around the words, at spaces."""
    finding = flag.finding
    begin = max(finding.start - _BEFORE, 0)
    stop = min(finding.end + _AFTER, len(text))
    if begin:
        begin = min(text.find(" ", begin) + 1 or begin, finding.start)
    if stop < len(text):
        stop = max(text.rfind(" ", finding.end, stop), finding.end)
    head, tail = ("… " if begin else ""), (" …" if stop < len(text) else "")
    excerpt = head + text[begin:stop].replace("\n", " ") + tail
    shift = len(head) - begin
    return Found(flag, label, excerpt, finding.start + shift, finding.end + shift)


def kind_text(kind: FindingKind) -> str:
    label = said(kind.label)
    return label[:1].upper() + label[1:]


class FlagModel(QAbstractListModel):
    def __init__(self, veil: Veil, parent: QObject) -> None:
        super().__init__(parent)
        self._veil = veil
        self._found: list[Found] = []

    def show(self, flags: Sequence[Flag], lines: Mapping[str, tuple[str, str]]) -> None:
        """*lines* are the labels and the words of the lines, by their ids."""
        found = [found_in(flag, *lines[flag.line_id]) for flag in flags if flag.line_id in lines]
        if found != self._found:
            self.beginResetModel()
            self._found = found
            self.endResetModel()

    def row_of(self, key: str) -> int:
        return next((row for row, found in enumerate(self._found) if found.flag.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self._found[index.row()]
        if role == FOUND:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return self._veil.words(found.excerpt, private=True)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = kind_text(found.flag.finding.kind)
            if self._veil.drawn:
                return self.tr("{kind}: veiled").format(kind=kind)
            words, why = found.flag.finding.words, found.flag.finding.why
            pattern = self.tr("{kind}: {words}. In: {line}. {why}")
            return pattern.format(kind=kind, words=words, line=found.excerpt, why=why)
        return None


class FlagDelegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.px
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        found: Found = index.data(FOUND)
        height = _laid(self.theme, found, max(width - px(24), px(120)), marked=False).boundingRect().height()
        return QSize(px(160), round(height) + px(17 + 20))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Found = index.data(FOUND)
        px = self.theme.px
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        self.draw_state(painter, option, box)
        inner = box.adjusted(px(11), px(8), -px(11), -px(8))
        kind = kind_text(found.flag.finding.kind)
        words = self.tr("{kind} · {line}").format(kind=kind, line=found.label) if found.label else kind
        self.draw_words(
            painter, QRectF(inner.left(), inner.top(), inner.width(), px(17)), words, "caption", "text3"
        )
        painter.setPen(self.theme.colour("text"))
        laid = _laid(self.theme, found, inner.width(), marked=True)
        laid.draw(painter, QPointF(inner.left(), inner.top() + px(19)))


def _laid(theme: Theme, found: Found, width: float, *, marked: bool) -> QTextLayout:
    layout = QTextLayout(theme.veil.words(found.excerpt, private=True), theme.font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if marked:
        mark = QTextCharFormat()
        mark.setBackground(theme.colour("warn_soft"))
        mark.setForeground(theme.colour("warn"))
        mark.setFontUnderline(True)  # no mark by colour alone
        place = QTextLayout.FormatRange()
        # Qt counts a letter beyond the first plane twice.
        place.start = _units(found.excerpt[: found.start])
        place.length = _units(found.excerpt[found.start : found.end])
        place.format = mark
        layout.setFormats([place])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += theme.line_height("body")
    layout.endLayout()
    return layout


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
