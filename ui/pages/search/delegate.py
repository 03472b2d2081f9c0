"""Paints a hit: its title and day, and the words that were found marked in their sentence."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from mentorjournal.model.timeline import MARK_END, MARK_START
from ui.pages.search.model import ROW, Row
from ui.widgets.list_view import Delegate

Index = QModelIndex | QPersistentModelIndex
LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
MOST_LINES = 2


def marked(snippet: str) -> tuple[str, list[tuple[int, int]]]:
    """The plain words of a snippet, and where the found ones begin and how long they are."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    length, begin = 0, None
    for character in " ".join(snippet.split()):
        if character == MARK_START:
            begin = length
        elif character == MARK_END:
            if begin is not None and length > begin:
                spans.append((begin, length - begin))
            begin = None
        else:
            plain.append(character)
            length += 1
    return "".join(plain), spans


class FoundDelegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        px = self.theme.px
        if row.hit is None:
            return QSize(px(200), px(46))
        if not _has_more(row):
            return QSize(px(200), px(42))
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        words = QFontMetrics(self.theme.font("small")).horizontalAdvance(row.hit.plain_snippet) * 1.08
        lines = 1 if words < width - px(26) else MOST_LINES
        return QSize(px(200), px(35) + lines * self.theme.line_height("small") + px(9))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        if row.hit is None:
            self._paint_heading(painter, option.rect, row)
        elif self.theme.veil.drawn:
            self.draw_state(painter, option, QRectF(option.rect).adjusted(1, 1, -1, -1))
            veil = self.theme.veil
            hidden = replace(row, text=veil.words(row.text, private=True))
            # No word is marked: which one was found says what stands there.
            self._paint_hit(painter, option.rect, hidden, veil.words(row.hit.plain_snippet, private=True))
        else:
            self.draw_state(painter, option, QRectF(option.rect).adjusted(1, 1, -1, -1))
            self._paint_hit(painter, option.rect, row, row.hit.snippet)

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        px = self.theme.px
        room = rect.adjusted(px(12), px(14), -px(12), 0)
        font = self.theme.font("heading")
        painter.setFont(font)
        painter.setPen(self.theme.colour("text"))
        name = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, room.width() - px(60))
        painter.drawText(room, LINE, name)
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.colour("text3"))
        left = QFontMetrics(font).horizontalAdvance(name) + px(10)
        painter.drawText(room.adjusted(left, 0, 0, 0), LINE, row.count)

    def _paint_hit(self, painter: QPainter, rect: QRect, row: Row, snippet: str) -> None:
        px = self.theme.px
        room = rect.adjusted(px(12), px(9), -px(14), -px(7))
        small = self.theme.font("small")
        about = f"{row.kind}  ·  {row.day}"
        about_width = QFontMetrics(small).horizontalAdvance(about)
        first = QRect(room.left(), room.top(), room.width(), px(22))
        painter.setFont(small)
        painter.setPen(self.theme.colour("text3"))
        painter.drawText(first, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), about)
        title = self.theme.font("body_strong")
        left = first.adjusted(0, 0, -about_width - px(16), 0)
        spans = [] if _has_more(row) else marked(snippet)[1]
        fits = QFontMetrics(title).elidedText(row.text, Qt.TextElideMode.ElideRight, left.width())
        seen = len(fits) if fits == row.text else len(fits) - 1
        spans = [(start, length) for start, length in spans if start + length <= seen]
        if spans:
            top = left.adjusted(0, (px(22) - self.theme.line_height("body_strong")) // 2 + px(2), 0, 0)
            self._paint_marked(painter, top, fits, spans, title, "text")
        else:
            painter.setFont(title)
            painter.setPen(self.theme.colour("text"))
            painter.drawText(left, LINE, fits)
        if _has_more(row):
            plain, spans = marked(snippet)
            self._paint_marked(painter, room.adjusted(0, px(25), 0, 0), plain, spans, small, "text2")

    def _paint_marked(
        self,
        painter: QPainter,
        room: QRect,
        plain: str,
        spans: list[tuple[int, int]],
        font: QFont,
        role: str,
    ) -> None:
        layout = QTextLayout(plain, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._found(start, length) for start, length in spans])
        layout.beginLayout()
        top = 0.0
        for _ in range(MOST_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            line.setPosition(QPointF(0, top))
            top += self.theme.line_height("small")
        layout.endLayout()
        painter.setPen(QPen(self.theme.colour(role)))
        layout.draw(painter, QPointF(room.topLeft()))

    def _found(self, start: int, length: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setBackground(self.theme.colour("warn_soft"))
        look.setForeground(self.theme.colour("warn"))
        look.setFontWeight(QFont.Weight.DemiBold)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, length, look
        return found


def _has_more(row: Row) -> bool:
    """Whether the snippet says more than the title; a short action or goal is its own title."""
    return bool(row.hit and marked(row.hit.snippet)[0].strip() not in ("", row.text.strip()))
