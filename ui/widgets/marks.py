"""The small shapes that say what may happen to a piece of writing: never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.model.words import Visibility
from ui.theme.theme import Theme

SIDE = 14
"""Width and height of a mark in pixels at 100 %."""

_ROLE = {
    Visibility.PRIVATE: "text3",
    Visibility.PARTNER_OK: "info",
    Visibility.SUMMARY_OK: "accent_text",
    Visibility.NEVER_EXPORT: "danger",
}


def draw_mark(painter: QPainter, theme: Theme, visibility: Visibility, box: QRectF) -> None:
    """Private: a ring. May be shown: a half-filled ring. May be in a summary: a full one with a tick's gap.
    Never leaves: a barred square.
    """
    colour = theme.colour(_ROLE[visibility])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = box.width() / 14
    pen = QPen(colour, 1.5 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
    if visibility is Visibility.NEVER_EXPORT:
        painter.drawRoundedRect(inner, 2 * unit, 2 * unit)
        reach = QPointF(2.4 * unit, 2.4 * unit)
        painter.drawLine(inner.center() - reach, inner.center() + reach)
        reach.setY(-reach.y())
        painter.drawLine(inner.center() - reach, inner.center() + reach)
    else:
        painter.drawEllipse(inner)
        painter.setBrush(colour)
        if visibility is Visibility.PARTNER_OK:
            painter.drawChord(inner, 90 * 16, 180 * 16)
        elif visibility is Visibility.SUMMARY_OK:
            painter.drawEllipse(inner)
    painter.restore()


class VisibilityMark(QWidget):
    """One mark, with its word on hover and for screen readers."""

    def __init__(
        self, theme: Theme, visibility: Visibility = Visibility.PRIVATE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._visibility = visibility
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._look)
        self.set_visibility(visibility)

    def visibility(self) -> Visibility:
        return self._visibility

    def set_visibility(self, visibility: Visibility) -> None:
        self._visibility = visibility
        self.setToolTip(visibility.label)
        self.setAccessibleName(visibility.label)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SIDE), self._theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_mark(painter, self._theme, self._visibility, QRectF(self.rect()))
        painter.end()

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
