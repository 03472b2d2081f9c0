"""Paints a row of the timeline: the day, the title, two lines of the opening, the kind."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind
from ui.pages.timeline.model import ROW, STARTS_MONTH, qt_day, snippet
from ui.theme.theme import Theme

LOOK = {
    EntryKind.REFLECTION: ("feather", "plum"),
    EntryKind.SESSION: ("users", "info"),
    EntryKind.GOAL: ("target", "accent_text"),
    EntryKind.LEARNING: ("sparkles", "warn"),
}
"""Icon and tone of each kind; its word stands beside them always."""

HEADER, TITLE, GAP = 40, 22, 12
ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(QStyledItemDelegate):
    """Rows are three heights: with two lines of opening, one, or none; a month's first row adds its header."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look()
        theme.changed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        theme = self._theme
        self._fonts = {style: theme.font(style) for style in ("title", "heading", "small", "caption")}
        self._header = theme.px(HEADER)
        self._row = theme.px(GAP + TITLE + GAP + 22)
        self._line = theme.line_height("small")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: TimelineRow = index.data(ROW)
        height = self._row + (self._line * 2 if snippet(row) else 0)
        return QSize(100, height + (self._header if index.data(STARTS_MONTH) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TimelineRow = index.data(ROW)
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(px(12), px(2), -px(12), -px(2))
        if index.data(STARTS_MONTH):
            month = QLocale().toString(qt_day(row.day), "MMMM yyyy")
            line = QRectF(box.left() + px(12), box.top(), box.width() - px(24), self._header - px(2))
            self._words(painter, line.adjusted(0, px(10), 0, 0), month, "caption", "text3")
            box.setTop(box.top() + self._header)
        self._ground(painter, option, box)
        left = QRectF(box.left() + px(12), box.top() + px(10), px(38), px(24))
        self._words(painter, left, str(row.day.day), "title", "text")
        weekday = QLocale().dayName(row.day.isoweekday(), QLocale.FormatType.ShortFormat)
        self._words(painter, left.translated(0, px(25)), weekday, "caption", "text3")
        x = box.left() + px(56)
        width = box.right() - x - px(14)
        icon, tone = LOOK.get(row.kind, ("file-text", "text3"))
        kind = row.kind.label
        title = QRectF(x, box.top() + px(10), width, px(TITLE))
        self._words(painter, title, row.title or kind, "heading", "text")
        y = title.bottom() + px(2)
        y += self._opening(painter, QPointF(x, y), width, snippet(row))
        bottom = box.bottom() - px(10) - px(16)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(QPointF(x, bottom + px(1)), theme.pixmap(icon, tone, 14, ratio=ratio))
        self._words(painter, QRectF(x + px(20), bottom, width, px(16)), kind, "caption", tone)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        radius = self._theme.px(10)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        if chosen:  # a bar as well, so that the chosen row does not depend on a shade
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            bar = QRectF(box.left(), box.top() + radius, self._theme.px(3), box.height() - 2 * radius)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        widget = option.widget
        if option.state & QStyle.StateFlag.State_HasFocus and widget is not None and widget.property("kbd"):
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def _words(self, painter: QPainter, box: QRectF, text: str, style: str, role: str) -> None:
        font = self._fonts[style]
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, ALIGN, shown)

    def _opening(self, painter: QPainter, at: QPointF, width: float, text: str) -> float:
        """Two lines of the opening, the second one shortened; returns their height."""
        font = self._fonts["small"]
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        for last in (False, True):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            start, length = line.textStart(), line.textLength()
            words = text[start:] if last else text[start : start + length].rstrip()
            self._words(painter, QRectF(at.x(), at.y() + height, width, self._line), words, "small", "text2")
            height += self._line
        layout.endLayout()
        return height
