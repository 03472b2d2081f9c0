"""A list as our pages show it, and what their delegates paint with."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.theme import SANS, Theme
from ui.theme.tokens import RADIUS

LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class ListView(QListView):
    """One column of rows, painted by a delegate. Rows say themselves through `Qt.AccessibleTextRole`."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        theme.ring(self)
        theme.changed.connect(self._look)
        theme.veil.changed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class Delegate(QStyledItemDelegate):
    """Paints rows with the theme's faces and colours. Subclasses write `draw` and `sizeHint`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Any) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self.draw(painter, option, index)
        painter.restore()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint the row; the painter is saved before and restored after."""
        raise NotImplementedError

    def draw_state(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, radius: float = RADIUS["row"]
    ) -> bool:
        """The ground of a row under the mouse or selected, and the ring of the keyboard. Returns selected."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("selected" if selected else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        view = option.widget
        if option.state & QStyle.StateFlag.State_HasFocus and view is not None and view.property("kbd"):
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        return selected

    def draw_words(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        style: str = "body",
        role: str = "text",
        *,
        family: str = SANS,
        align: Qt.AlignmentFlag = LEADING,
        private: bool = False,
        codename: bool = False,
    ) -> float:
        """One line, elided at the end of *box*. Returns its width. While the view is discreet, *private*
        words are veiled whole, and names in all others but a *codename*.
        """
        words = words if codename else self.theme.veil.words(words, private=private)
        font = self.theme.font(style, family)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.setFont(font)
        painter.setPen(self.theme.colour(role))
        painter.drawText(box, align, shown)
        return float(metrics.horizontalAdvance(shown))

    def draw_clamped(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        style: str = "small",
        role: str = "text2",
        *,
        lines: int = 2,
        family: str = SANS,
        private: bool = False,
    ) -> float:
        """At most *lines* lines from the top of *box*, the last one elided. Returns their height."""
        words = self.theme.veil.words(words, private=private)
        font = self.theme.font(style, family)
        height = self.theme.line_height(style)
        painter.setFont(font)
        painter.setPen(self.theme.colour(role))
        shown = clamp(words, font, box.width(), lines)
        for number, line in enumerate(shown):
            place = QRectF(box.left(), box.top() + number * height, box.width(), height)
            painter.drawText(place, LEADING, line)
        return float(len(shown) * height)

    def draw_icon(self, painter: QPainter, x: float, y: float, name: str, role: str, size: int = 14) -> None:
        """The icon *name*; *size* in pixels at 100 %."""
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        picture = self.theme.pixmap(name, role, size, ratio=ratio)
        side = self.theme.px(size)
        painter.drawPixmap(QRect(round(x), round(y), side, side), picture)


def clamp(words: str, font: QFont, width: float, lines: int) -> list[str]:
    """*words* broken into at most *lines* lines of *width*, the last one elided where more would follow."""
    words = " ".join(words.split())
    shown: list[str] = []
    rest = words
    while rest and len(shown) < lines - 1:
        end = _line_end(rest, font, width)
        shown.append(rest[:end].rstrip())
        rest = rest[end:]
    if rest:
        shown.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, int(width)))
    return shown


def _line_end(words: str, font: QFont, width: float) -> int:
    # Only what can stand in one line is laid out, however long the text is.
    head = words[: max(int(width), 1)]
    layout = QTextLayout(head, font)
    anywhere = QTextOption()  # a word that is longer than the line breaks inside
    anywhere.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(anywhere)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    end = line.textLength()
    layout.endLayout()
    return max(end, 1)
