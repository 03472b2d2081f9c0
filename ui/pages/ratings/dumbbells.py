"""Then and now, drawn: a line of the sheet a row, from where it began to where it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.guidance.then_and_now import ItemThenAndNow, ThenAndNow, difference_words
from ui.theme.theme import Theme
from ui.widgets.date_field import day_words
from ui.widgets.tip import plain_tip

_ROW, _HEAD, _FOOT = 34, 30, 24
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Dumbbells(QWidget):
    """First is a ring, the start as seen now a diamond, now a filled dot; the difference stands in words
    beside them. All of it is the accessible name.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: ThenAndNow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._look)

    def show_compared(self, compared: ThenAndNow | None, today: date) -> None:
        self._shown = compared
        words = compared.words(today) if compared else ""
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self._look()

    def sizeHint(self) -> QSize:
        rows = len(self._shown.items) if self._shown else 0
        return QSize(self._theme.px(480), self._theme.px(_HEAD + rows * _ROW + _FOOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._shown
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_legend(painter, shown)
        plot = self._plot(shown)
        self._draw_scale(painter, shown, plot)
        for place, item in enumerate(shown.items):
            self._draw_item(painter, item, plot, plot.top() + self._theme.px(_ROW) * (place + 0.5))
        painter.end()

    def _plot(self, shown: ThenAndNow) -> QRectF:
        px, metrics = self._theme.px, QFontMetrics(self._theme.font("small"))
        longest = max(metrics.horizontalAdvance(item.label) for item in shown.items)
        left = min(longest + px(26), self.width() * 0.42)
        right = px(78) if shown.has_change else px(14)
        return QRectF(left, px(_HEAD), self.width() - left - right, px(_ROW) * len(shown.items))

    def _at(self, value: float, plot: QRectF) -> float:
        low, high = self._shown.scale.range if self._shown else (0, 10)
        return plot.left() + (value - low) / (high - low) * plot.width()

    def _draw_legend(self, painter: QPainter, shown: ThenAndNow) -> None:
        px, theme = self._theme.px, self._theme
        said: list[tuple[str, str]] = []
        if shown.first_day < shown.now_day:
            said.append(
                ("first", self.tr("first, {day}").format(day=day_words(shown.first_day, self.locale())))
            )
        if shown.then_day is not None:
            said.append(("then", self.tr("the start, as seen now")))
        said.append(("now", self.tr("now, {day}").format(day=day_words(shown.now_day, self.locale()))))
        painter.setFont(theme.font("caption"))
        metrics, x, y = QFontMetrics(theme.font("caption")), float(px(8)), px(_HEAD) * 0.4
        for mark, words in said:
            self._draw_mark(painter, mark, QPointF(x, y))
            painter.setPen(theme.colour("text2"))
            width = metrics.horizontalAdvance(words) + 2
            painter.drawText(QRectF(x + px(11), y - px(9), width, px(18)), MIDDLE, words)
            x += width + px(34)

    def _draw_scale(self, painter: QPainter, shown: ThenAndNow, plot: QRectF) -> None:
        px, theme = self._theme.px, self._theme
        low, high = shown.scale.range
        painter.setFont(theme.font("caption"))
        for value in (low, (low + high) // 2, high):
            x = self._at(value, plot)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(theme.colour("text3"))
            words = QRectF(x - px(20), plot.bottom() + px(4), px(40), px(16))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(value))

    def _draw_item(self, painter: QPainter, item: ItemThenAndNow, plot: QRectF, y: float) -> None:
        px, theme = self._theme.px, self._theme
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(theme.colour("text"))
        room = QRectF(0, y - px(10), plot.left() - px(20), px(20))
        label = QFontMetrics(small).elidedText(item.label, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, MIDDLE | Qt.AlignmentFlag.AlignLeft, label)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        start = item.then if item.then is not None else item.first
        if start is not None and item.now is not None:
            painter.setPen(QPen(theme.colour("accent"), 2.5 * theme.zoom))
            painter.drawLine(QPointF(self._at(start, plot), y), QPointF(self._at(item.now, plot), y))
        for mark, value in (("first", item.first), ("then", item.then), ("now", item.now)):
            if value is not None:
                self._draw_mark(painter, mark, QPointF(self._at(value, plot), y))
        right = QRectF(plot.right() + px(16), y - px(10), px(70), px(20))
        painter.setFont(small)
        painter.setPen(theme.colour("text2"))
        if item.difference is not None:
            painter.drawText(right, MIDDLE | Qt.AlignmentFlag.AlignLeft, difference_words(item.difference))
        elif item.now is None:
            painter.drawText(right, MIDDLE | Qt.AlignmentFlag.AlignLeft, "–")

    def _draw_mark(self, painter: QPainter, mark: str, at: QPointF) -> None:
        theme, zoom = self._theme, self._theme.zoom
        painter.setPen(QPen(theme.colour("text2"), 1.6 * zoom))
        painter.setBrush(theme.colour("surface"))
        if mark == "first":
            painter.drawEllipse(at, 6.5 * zoom, 6.5 * zoom)
        elif mark == "then":
            size = 6.5 * zoom
            corners = [QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0)]
            painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
        else:
            painter.setPen(QPen(theme.colour("surface"), 1.5 * zoom))
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(at, 5.5 * zoom, 5.5 * zoom)

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
