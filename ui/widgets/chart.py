"""A goal's progress, drawn: one line, sessions as ticks, start and now labelled, the target a soft band."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.model.chart import Chart
from ui.theme.theme import Theme


class ChartView(QWidget):
    """Shows a `Chart`; its words are the accessible name."""

    def __init__(self, theme: Theme, chart: Chart | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._look)
        self.set_chart(chart)

    def set_chart(self, chart: Chart | None) -> None:
        self._chart = chart
        self.setAccessibleName(chart.words if chart else "")
        self.setToolTip(chart.words if chart else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._theme.px(148))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._theme.px(148))

    def paintEvent(self, event: QPaintEvent) -> None:
        chart = self._chart
        if chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        plot = self._plot(chart)
        self._draw_ground(painter, chart, plot)
        self._draw_line(painter, chart, plot)
        painter.end()

    def _plot(self, chart: Chart) -> QRectF:
        metrics, px = QFontMetrics(self._theme.font("caption")), self._theme.px
        left = max((metrics.horizontalAdvance(tick.label) for tick in chart.values), default=0) + px(10)
        return QRectF(self.rect()).adjusted(left, px(14), -px(10), -px(30))

    def _draw_ground(self, painter: QPainter, chart: Chart, plot: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        low, high = chart.band
        painter.fillRect(
            QRectF(
                plot.left(), plot.bottom() - high * plot.height(), plot.width(), (high - low) * plot.height()
            ),
            theme.colour("accent_soft"),
        )
        for tick in chart.values:
            y = plot.bottom() - tick.at * plot.height()
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.colour("text3"))
            words = QRectF(0, y - px(8), plot.left() - px(8), px(16))
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.label)
        painter.setPen(QPen(theme.colour("line_strong"), 1.5))
        for at in chart.sessions:
            x = plot.left() + at * plot.width()
            painter.drawLine(QPointF(x, plot.bottom() + px(2)), QPointF(x, plot.bottom() + px(7)))
        painter.setPen(theme.colour("text3"))
        for tick in chart.days:
            side = Qt.AlignmentFlag.AlignRight if tick.at > 0.5 else Qt.AlignmentFlag.AlignLeft
            words = QRectF(plot.left(), plot.bottom() + px(11), plot.width(), px(16))
            painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, tick.label)

    def _draw_line(self, painter: QPainter, chart: Chart, plot: QRectF) -> None:
        theme, zoom = self._theme, self._theme.zoom
        line = [
            QPointF(plot.left() + p.x * plot.width(), plot.bottom() - p.y * plot.height())
            for p in chart.points
        ]
        if not line:
            return
        pen = QPen(theme.colour("accent"), 2 * zoom)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(line))
        painter.setPen(QPen(theme.colour("card"), 2 * zoom))
        painter.setBrush(theme.colour("accent"))
        for point in line:
            painter.drawEllipse(point, 4 * zoom, 4 * zoom)
        self._say(painter, chart.start_label, line[0], plot, "text2")
        if len(line) > 1:
            self._say(painter, chart.now_label, line[-1], plot, "text")

    def _say(self, painter: QPainter, words: str, at: QPointF, plot: QRectF, role: str) -> None:
        """Write *words* above the point, or below it where there is no room, within the plot's width."""
        metrics, px = QFontMetrics(self._theme.font("caption")), self._theme.px
        width = metrics.horizontalAdvance(words) + 2
        left = min(max(at.x() - width / 2, plot.left() + px(3)), plot.right() - width + px(8))
        top = at.y() - px(22) if at.y() - px(22) >= 0 else at.y() + px(6)
        painter.setPen(self._theme.colour(role))
        painter.drawText(QRectF(left, top, width, px(16)), Qt.AlignmentFlag.AlignCenter, words)

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
