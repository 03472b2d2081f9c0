"""A value to be pushed along a line, by mouse or arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ui.theme.theme import Theme


class Slider(QSlider):
    """Whole numbers from *low* to *high*; a click goes there, the wheel scrolls the page instead."""

    def __init__(
        self, theme: Theme, name: str, low: int, high: int, *, step: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setPageStep(step * 2)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.ring(self)
        theme.changed.connect(self._look)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), self._theme.px(30))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle, edge, way = self._theme, self.height() / 2, self._edge(), self._way()
        share = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        at = edge + share * way
        thick = theme.px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(QRectF(edge, middle - thick / 2, way, thick), thick / 2, thick / 2)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(edge, middle - thick / 2, at - edge, thick), thick / 2, thick / 2)
        ringed = bool(self.property("kbd"))
        painter.setPen(QPen(theme.colour("focus" if ringed else "accent"), theme.px(3 if ringed else 2)))
        painter.setBrush(theme.colour("card"))
        painter.drawEllipse(QPointF(at, middle), theme.px(8), theme.px(8))
        painter.end()

    def _edge(self) -> int:
        return self._theme.px(10)

    def _way(self) -> int:
        return max(self.width() - 2 * self._edge(), 1)

    def _go(self, event: QMouseEvent) -> None:
        share = (event.position().x() - self._edge()) / self._way()
        step = self.singleStep()
        self.setValue(round((self.minimum() + share * (self.maximum() - self.minimum())) / step) * step)

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
