"""Paints a topic: its number, three lines of words at most, what is known of it, buttons under the mouse."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip, QWidget

from ui.pages.topics.contract import Act, Section
from ui.pages.topics.model import ROW, Row
from ui.pages.topics.words_of_acts import tip_of
from ui.theme.theme import Theme
from ui.widgets.list_view import LEADING, Delegate, clamp

Index = QModelIndex | QPersistentModelIndex

LINES = 3
LEFT, TOP, RIGHT, HEADING = 36, 7, 12, 36
BUTTON = 26
MOST_REMEMBERED = 2000
BETWEEN = "  ·  "


class AgendaDelegate(Delegate):
    pressed = Signal(object, object)
    """The topic's id, and the act whose button was clicked, or None for the menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._broken: dict[tuple[str, tuple[str, ...], int, float], tuple[list[str], list[str]]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        px = self.theme.px
        if row.topic is None:
            return QSize(px(100), px(HEADING))
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        words, about = self._lines(row, max(width, px(120)))
        height = len(words) * self.theme.line_height("body") + len(about) * self.theme.line_height("small")
        return QSize(px(100), height + px(2 * TOP + (2 if about else 0)))

    def words_rect(self, rect: QRect, row: Row) -> QRect:
        """Where the words of the row stand, so that they can be changed in place."""
        px = self.theme.px
        words, _ = self._lines(row, rect.width())
        height = len(words) * self.theme.line_height("body")
        return QRect(rect.left() + px(LEFT), rect.top() + px(TOP), rect.width() - px(LEFT + RIGHT), height)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if row.topic is None:
            if row.folded is not None:
                self.draw_state(painter, option, box)
            self._draw_heading(painter, option.rect, row)
            return
        selected = self.draw_state(painter, option, box)
        self._draw_mark(painter, option.rect, row)
        self._draw_topic(painter, option.rect, row)
        if option.state & QStyle.StateFlag.State_MouseOver:
            self._draw_buttons(painter, option, row, "selected" if selected else "hover")

    # The mouse

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        row: Row = index.data(ROW)
        if (
            row.topic is not None
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        ):
            for act, place in self._buttons(option.rect, row):
                if place.contains(event.position()):
                    self.pressed.emit(row.topic.id, act)
                    return True
        return False

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The name of a button, or the whole of a topic that has no room."""
        row: Row | None = index.data(ROW) if index.isValid() else None
        if row is None or row.topic is None:
            return False
        words = ""
        for act, place in self._buttons(option.rect, row):
            if place.contains(QPointF(event.pos())):
                words = tip_of(self, act, row.section)
        shown, _ = self._lines(row, option.rect.width())
        if not words and " ".join(shown) != row.text and not self.theme.veil.drawn:
            # A tooltip reads what looks like markup as such: what people wrote is plain text.
            words = f"<p>{escape(row.text)}</p>"
        QToolTip.showText(event.globalPos(), words, view)
        return True

    # Pieces

    def _lines(self, row: Row, width: int) -> tuple[Sequence[str], Sequence[str]]:
        # A list asks for the height of every row whenever one changes, and breaking lines is dear.
        text = self.theme.veil.words(row.text, private=row.is_veiled)
        facts = row.about_shown(self.theme.veil)
        key = (text, facts, width, self.theme.zoom)
        if key not in self._broken:
            if len(self._broken) > MOST_REMEMBERED:
                self._broken.clear()
            room = width - self.theme.px(LEFT + RIGHT)
            words = clamp(text, self.theme.font("body"), room, LINES)
            self._broken[key] = (words, _beside(facts, QFontMetrics(self.theme.font("small")), room))
        return self._broken[key]

    def forget(self) -> None:
        """Remember no words any more: the journal is closed."""
        self._broken.clear()

    def _draw_heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        px = self.theme.px
        box = QRectF(rect).adjusted(px(LEFT), 0, -px(RIGHT), 0)
        if row.folded is not None:
            name = "chevron-right" if row.folded else "chevron-down"
            y = rect.top() + (rect.height() - px(14)) / 2
            self.draw_icon(painter, rect.left() + px(14), y, name, "text3")
        else:
            box.setLeft(rect.left() + px(14))
        self.draw_words(painter, box, row.text, "caption", "text2")

    def _draw_mark(self, painter: QPainter, rect: QRect, row: Row) -> None:
        px = self.theme.px
        line = self.theme.line_height("body")
        icon = {Section.DISCUSSED: "check", Section.DROPPED: "minus", Section.INBOX: "inbox"}.get(row.section)
        if row.number and row.section is Section.OPEN:
            box = QRectF(rect.left(), rect.top() + px(TOP), px(LEFT - 8), line)
            right = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            self.draw_words(painter, box, str(row.number), "small", "text2", align=right)
        elif icon:
            tone = "accent_text" if row.section is Section.DISCUSSED else "text3"
            y = rect.top() + px(TOP) + (line - px(14)) / 2
            self.draw_icon(painter, rect.left() + px(14), y, icon, tone)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("text3"))
            painter.drawEllipse(QPointF(rect.left() + px(21), rect.top() + px(TOP) + line / 2), px(2), px(2))

    def _draw_topic(self, painter: QPainter, rect: QRect, row: Row) -> None:
        words, about = self._lines(row, rect.width())
        box = QRectF(self.words_rect(rect, row))
        font = self.theme.font("body")
        font.setStrikeOut(row.is_settled)
        painter.save()
        if _right_to_left(row.text):
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.setFont(font)
        painter.setPen(self.theme.colour("text3" if row.is_settled else "text"))
        height = self.theme.line_height("body")
        for number, line in enumerate(words):
            painter.drawText(
                QRectF(box.left(), box.top() + number * height, box.width(), height), LEADING, line
            )
        painter.restore()
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.colour("text3"))
        small = self.theme.line_height("small")
        for number, line in enumerate(about):
            top = box.bottom() + self.theme.px(2) + number * small
            painter.drawText(QRectF(box.left(), top, box.width(), small), LEADING, line)

    def _buttons(self, rect: QRect, row: Row) -> list[tuple[Act | None, QRectF]]:
        """What can be clicked in the row, from the right: the menu, and the act that is nearest."""
        px = self.theme.px
        near = Act.SHIFT if row.section in (Section.INBOX, Section.DROPPED) else Act.DISCUSS
        side, top = px(BUTTON), rect.top() + px(4)
        right = rect.right() - px(4)
        return [
            (None, QRectF(right - side, top, side, side)),
            (near, QRectF(right - 2 * side, top, side, side)),
        ]

    def _draw_buttons(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, ground: str) -> None:
        px = self.theme.px
        buttons = self._buttons(option.rect, row)
        patch = buttons[-1][1].united(buttons[0][1]).adjusted(-px(4), 0, 0, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(ground))
        painter.drawRect(patch)
        for act, place in buttons:
            name = {Act.SHIFT: "plus", Act.DISCUSS: "check"}.get(act, "ellipsis") if act else "ellipsis"
            if row.section is Section.DISCUSSED and act is Act.DISCUSS:
                name = "undo-2"
            gap = (place.width() - px(16)) / 2
            self.draw_icon(painter, place.left() + gap, place.top() + gap, name, "text2", 16)


def _beside(facts: Sequence[str], metrics: QFontMetrics, width: int) -> list[str]:
    """The facts in at most two lines; none of them is broken."""
    lines: list[str] = []
    for fact in facts:
        longer = f"{lines[-1]}{BETWEEN}{fact}" if lines else fact
        if lines and (metrics.horizontalAdvance(longer) <= width or len(lines) == 2):
            lines[-1] = longer
        else:
            lines.append(fact)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def _right_to_left(words: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    for letter in words[:200]:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
