"""A goal's progress, drawn: one line, sessions as ticks, start and now labelled, the target a soft band."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.model.chart import Chart, Reading
from mentorjournal.model.chart_layout import Drawing, Role, Words, lay_out
from mentorjournal.model.chart_places import Box
from ui.theme.theme import Theme
from ui.widgets.veiled_words import VeiledWords

_ROLES: dict[Role, str] = {"now": "text", "start": "text2", "aim": "text2"}


class ScreenRuler:
    """A unit is a pixel at 100 %."""

    def __init__(self, theme: Theme) -> None:
        self._metrics = QFontMetricsF(theme.font("caption"))
        self.line = float(theme.px(16))
        self.unit = theme.zoom

    def width(self, words: str, role: Role) -> float:
        return self._metrics.horizontalAdvance(words)


class ChartView(QWidget):
    """Shows a `Chart`; its words are the accessible name. With *readings* the arrow keys and the mouse read
    one after another: *read* carries the one in hand, or None.
    """

    read = Signal(object)

    def __init__(
        self, theme: Theme, chart: Chart | None = None, *, brief: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._brief = brief
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._readings: Sequence[Reading] = ()
        self._place: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = VeiledWords(theme, self, self.setAccessibleName, spoken=True)
        theme.changed.connect(self._look)
        theme.ring(self)
        self.set_chart(chart)

    def set_chart(self, chart: Chart | None, readings: Sequence[Reading] = ()) -> None:
        self._chart, self._readings, self._drawing = chart, readings, None
        self._name.say(chart.words if chart else "")
        self.setAccessibleDescription(self.tr("The arrow keys read the check-ins.") if readings else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if readings else Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(bool(readings))
        self._take(None)
        self.update()

    def reading(self) -> Reading | None:
        """The check-in in hand."""
        return None if self._place is None else self._readings[self._place]

    def sizeHint(self) -> QSize:
        return QSize(300, self._theme.px(148))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._theme.px(148))

    def resizeEvent(self, event: QEvent) -> None:
        self._drawing = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._readings) - 1
        here = last if self._place is None else self._place
        steps = {
            Qt.Key.Key_Left: here if self._place is None else max(here - 1, 0),
            Qt.Key.Key_Right: min(here + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        wanted = steps.get(Qt.Key(event.key())) if self._readings and not event.modifiers() else None
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self._take(wanted)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._readings:
            plot = self._drawn().plot
            at = (event.position().x() - plot.left) / max(plot.width, 1.0)
            near = range(len(self._readings))
            self._take(min(near, key=lambda place: abs(self._readings[place].x - at)))

    def leaveEvent(self, event: QEvent) -> None:
        self._take(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._take(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = self._drawn()
        self._draw_ground(painter, drawing)
        self._draw_line(painter, drawing)
        self._draw_reading(painter, drawing)
        painter.setFont(self._theme.font("caption"))
        for words in drawing.words:
            self._say(painter, words)
        if self.property("kbd"):
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _drawn(self) -> Drawing:
        if self._drawing is None:
            assert self._chart is not None
            ruler = ScreenRuler(self._theme)
            self._drawing = lay_out(self._chart, self.width(), self.height(), ruler, brief=self._brief)
        return self._drawing

    def _draw_ground(self, painter: QPainter, drawing: Drawing) -> None:
        theme, px, plot = self._theme, self._theme.px, drawing.plot
        if drawing.band:
            painter.fillRect(_rect(drawing.band), theme.colour("accent_soft"))
        painter.setPen(QPen(theme.colour("line"), 1))
        for y in drawing.rules:
            painter.drawLine(QPointF(plot.left, y), QPointF(plot.right, y))
        if drawing.aim is not None:
            pen = QPen(theme.colour("accent"), theme.zoom)
            pen.setDashPattern([3, 4])
            painter.setPen(pen)
            painter.drawLine(QPointF(plot.left, drawing.aim), QPointF(plot.right, drawing.aim))
        painter.setPen(QPen(theme.colour("line_strong"), 1.5 * theme.zoom))
        for x in drawing.ticks:
            painter.drawLine(QPointF(x, plot.bottom + px(2)), QPointF(x, plot.bottom + px(7)))
        painter.setPen(QPen(theme.colour("accent"), 1.4 * theme.zoom))
        for (x, y), reached in drawing.marks:
            half = 3.5 * theme.zoom
            painter.setBrush(theme.colour("accent" if reached else "card"))
            corners = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))

    def _draw_line(self, painter: QPainter, drawing: Drawing) -> None:
        theme, zoom = self._theme, self._theme.zoom
        pen = QPen(theme.colour("accent"), 2 * zoom)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in drawing.line]))
        painter.setBrush(theme.colour("card"))
        painter.setPen(QPen(theme.colour("accent"), 1.6 * zoom))
        for x, y in drawing.dots:
            painter.drawEllipse(QPointF(x, y), 3 * zoom, 3 * zoom)
        if drawing.now:
            painter.setPen(QPen(theme.colour("card"), 2 * zoom))
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QPointF(*drawing.now), 5 * zoom, 5 * zoom)

    def _draw_reading(self, painter: QPainter, drawing: Drawing) -> None:
        reading = self.reading()
        if reading is None:
            return
        theme, plot = self._theme, drawing.plot
        x, y = plot.left + reading.x * plot.width, plot.bottom - reading.y * plot.height
        painter.setPen(QPen(theme.colour("text3"), 1))
        painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom))
        painter.setPen(QPen(theme.colour("text"), 2 * theme.zoom))
        painter.setBrush(theme.colour("card"))
        painter.drawEllipse(QPointF(x, y), 5 * theme.zoom, 5 * theme.zoom)

    def _say(self, painter: QPainter, words: Words) -> None:
        box = _rect(words.box)
        if words.clear:
            painter.fillRect(box.adjusted(-2, 1, 2, -1), self._theme.colour("card"))
        painter.setPen(self._theme.colour(_ROLES.get(words.role, "text3")))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(box, int(flags), self._theme.veil.words(words.text))

    def _take(self, place: int | None) -> None:
        if place != self._place:
            self._place = place
            self.read.emit(self.reading())
            self.update()

    @Slot()
    def _look(self) -> None:
        self._drawing = None
        self.updateGeometry()
        self.update()


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
