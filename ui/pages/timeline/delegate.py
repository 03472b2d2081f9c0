"""Paints a row of the timeline: the day, the title, two lines of the opening, the kind."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind
from ui.pages.timeline.model import ROW, STARTS_MONTH, TimelineModel, qt_day
from ui.theme.theme import Theme
from ui.widgets.list_view import Delegate

LOOK = {
    EntryKind.REFLECTION: ("feather", "plum"),
    EntryKind.SESSION: ("users", "info"),
    EntryKind.GOAL: ("target", "accent_text"),
    EntryKind.LEARNING: ("sparkles", "warn"),
    EntryKind.REVIEW: ("list-checks", "accent_text"),
}
"""Icon and tone of each kind; its word stands beside them always."""

HEADER, EDGE, TITLE, KIND = 38, 10, 22, 18
RADIUS = 10
ONE_LINE = 32
"""Longer titles get a second line where no opening follows."""

Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(Delegate):
    """A month's first row carries its header; a row without an opening is two lines lower."""

    def __init__(self, theme: Theme, rows: TimelineModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._rows = rows
        self._measure()
        theme.changed.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        # A list asks for the height of every row it has whenever one changes: 100,000 at once.
        px = self.theme.px
        low = px(2 * EDGE + TITLE + 2 + 4 + KIND + 4)
        heights = (low, low + px(TITLE), low + 2 * self.theme.line_height("small"))
        header = px(HEADER)
        self._sizes = [(QSize(px(100), high), QSize(px(100), high + header)) for high in heights]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        position = index.row()
        row = self._rows.row_at(position)
        if row is None:
            return self._sizes[0][0]
        shape = 2 if row.opening else int(len(row.title) > ONE_LINE)
        return self._sizes[shape][self._rows.starts_month(position)]

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: TimelineRow = index.data(ROW)
        px = self.theme.px
        box = QRectF(option.rect).adjusted(px(12), px(2), -px(12), -px(2))
        if index.data(STARTS_MONTH):
            self._draw_month(painter, box, row)
            box.setTop(box.top() + px(HEADER))
        if self.draw_state(painter, option, box, px(RADIUS)):
            self._draw_bar(painter, option, box)
        day = QRectF(box.left() + px(12), box.top() + px(EDGE - 1), px(38), px(24))
        self.draw_words(painter, day, str(row.day.day), "title")
        weekday = QLocale().dayName(row.day.isoweekday(), QLocale.FormatType.ShortFormat)
        self.draw_words(painter, day.translated(0, px(25)), weekday, "caption", "text3")
        x = box.left() + px(54)
        line = QRectF(x, box.top() + px(EDGE), box.right() - px(14) - x, px(TITLE))
        icon, tone = LOOK.get(row.kind, ("file-text", "text3"))
        opening = row.opening
        if opening:
            self._draw_title(painter, line, row, lines=1)
            self.draw_clamped(painter, line.translated(0, px(TITLE + 2)), opening, private=True)
        else:  # the first line is all there is, so it may be two
            self._draw_title(painter, line, row, lines=2)
        foot = QRectF(x + px(20), box.bottom() - px(EDGE + KIND - 2), line.width() - px(20), px(KIND))
        self.draw_icon(painter, x, foot.top() + px(2), icon, tone)
        self.draw_words(painter, foot, row.kind.label, "caption", tone)

    def _draw_title(self, painter: QPainter, line: QRectF, row: TimelineRow, *, lines: int) -> None:
        title = row.title or row.kind.label
        private = bool(row.title)
        self.draw_clamped(painter, line, title, "heading", "text", lines=lines, private=private)

    def _draw_month(self, painter: QPainter, box: QRectF, row: TimelineRow) -> None:
        px = self.theme.px
        line = QRectF(box.left() + px(12), box.top() + px(8), box.width() - px(24), px(HEADER - 8))
        self.draw_words(painter, line, QLocale().toString(qt_day(row.day), "MMMM yyyy"), "caption", "text3")

    def _draw_bar(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        """A bar beside the open entry, for a shade is not enough; stronger while keys act here."""
        px = self.theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        active = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(self.theme.colour("accent" if active else "line_strong"))
        height = box.height() - 2 * px(RADIUS)
        painter.drawRoundedRect(QRectF(box.left(), box.top() + px(RADIUS), px(3), height), 1.5, 1.5)
