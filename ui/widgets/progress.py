"""A thin bar that says how far something is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme


class ProgressBar(QWidget):
    """*value* is 0.0 to 1.0; the accessible name says it. A *private* name is somebody's words."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        value: float = 0.0,
        *,
        private: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._private = private
        self._theme, self._name, self._value = theme, name, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._look)
        theme.veil.changed.connect(self._say)
        self.set_value(value)

    def value(self) -> float:
        return self._value

    def set_name(self, name: str) -> None:
        """Call what is measured something else."""
        self._name = name
        self._say()

    def set_value(self, value: float) -> None:
        self._value = min(max(value, 0.0), 1.0)
        self._say()
        self.update()

    @Slot()
    def _say(self) -> None:
        veil = self._theme.veil
        name = self.tr("Veiled") if veil.drawn and self._private else veil.words(self._name)
        percent = round(self._value * 100)
        self.setAccessibleName(self.tr("{name}: {percent} percent").format(name=name, percent=percent))

    def sizeHint(self) -> QSize:
        return QSize(120, self._theme.px(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self._theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        radius = box.height() / 2
        painter.setBrush(self._theme.colour("track"))
        painter.drawRoundedRect(box, radius, radius)
        if self._value > 0:
            box.setWidth(max(box.height(), box.width() * self._value))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(box, radius, radius)
        painter.end()

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
