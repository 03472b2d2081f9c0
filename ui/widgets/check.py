"""A check box that is drawn by us: the tick needs no picture file."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from ui.theme.theme import Theme

_BOX, _GAP = 16, 10


def draw_box(painter: QPainter, theme: Theme, box: QRectF, *, on: bool, enabled: bool = True) -> None:
    """The square and its tick, the same in lists, forms and written text."""
    unit = box.width() / 16
    edge = theme.colour("accent" if on else "line_strong") if enabled else theme.colour("disabled")
    painter.setPen(QPen(edge, 1.5 * unit))
    painter.setBrush(edge if on else QColor(Qt.GlobalColor.transparent))
    painter.drawRoundedRect(box, 4.5 * unit, 4.5 * unit)
    if on:
        pen = QPen(theme.colour("on_accent"), 2 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        left, middle = box.left(), box.center().y()
        painter.drawPolyline(
            [
                QPointF(left + 4 * unit, middle),
                QPointF(left + 7 * unit, middle + 3 * unit),
                QPointF(left + 12 * unit, middle - 3 * unit),
            ]
        )


class CheckBox(QCheckBox):
    """A check box with words."""

    def __init__(
        self, theme: Theme, text: str, *, checked: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setChecked(checked)
        if name:
            self.setAccessibleName(name)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    def set_checked(self, on: bool) -> None:
        if on != self.isChecked():
            self.setChecked(on)

    def sizeHint(self) -> QSize:
        metrics, px = QFontMetrics(self.font()), self._theme.px
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text())
        gap = px(_GAP) if self.text() else 0
        return QSize(words.width() + gap + px(_BOX) + 8, max(words.height(), px(_BOX)) + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if self.property("kbd"):
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        side, px = self._theme.px(_BOX), self._theme.px
        square = QRectF(4, (self.height() - side) / 2, side, side)
        words = QRectF(self.rect()).adjusted(4 + side + px(_GAP), 0, 0, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            square.moveRight(self.width() - 4)
            words = QRectF(self.rect()).adjusted(0, 0, -(4 + side + px(_GAP)), 0)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        draw_box(painter, self._theme, square, on=self.isChecked(), enabled=enabled)
        painter.setPen(self._theme.colour("text" if enabled else "disabled"))
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, flags.value | Qt.TextFlag.TextShowMnemonic.value, self.text())
        painter.end()

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
