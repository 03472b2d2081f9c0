"""Fields of many lines that point at words which could name somebody: rich ones and plain ones."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.companion.asking import Asking
from ui.widgets.companion.drawing import paint_marks
from ui.widgets.companion.pointer import Pointer
from ui.widgets.veiled_text import VeiledEdit, VeiledPlain


class PointedEdit(VeiledEdit):
    """A rich text. *pointer* knows its marks, *asking* opens their cards."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shades = theme
        self.pointer = Pointer(theme, self)
        self.asking = Asking(theme, self, self.pointer)

    def has_room_for(self, characters: int) -> bool:
        return True

    def setReadOnly(self, reads: bool) -> None:
        super().setReadOnly(reads)
        self.pointer.set_reading(reads)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.pointer.has_marks and not self.veil.is_drawn:
            _paint(self, self._shades, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.asking.put_away()

    def viewportEvent(self, event: QEvent) -> bool:
        return _tells(self, event) or super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not _asks(self, event):
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.asking.show_menu(event):
            super().contextMenuEvent(event)


class PointedPlain(VeiledPlain):
    """The same for plain text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shades = theme
        self.pointer = Pointer(theme, self)
        self.asking = Asking(theme, self, self.pointer)

    def has_room_for(self, characters: int) -> bool:
        """Whether a text of so many characters would be taken."""
        return True

    def setReadOnly(self, reads: bool) -> None:
        super().setReadOnly(reads)
        self.pointer.set_reading(reads)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.pointer.has_marks and not self.veil.is_drawn:
            _paint(self, self._shades, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.asking.put_away()

    def viewportEvent(self, event: QEvent) -> bool:
        return _tells(self, event) or super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not _asks(self, event):
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.asking.show_menu(event):
            super().contextMenuEvent(event)


Pointed = PointedEdit | PointedPlain


def _paint(field: Pointed, theme: Theme, event: QPaintEvent) -> None:
    painter = QPainter(field.viewport())
    paint_marks(field, theme, painter, QRectF(event.rect()))
    painter.end()


def _tells(field: Pointed, event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and field.asking.show_tip(event)
    )


def _asks(field: Pointed, event: QMouseEvent) -> bool:
    asked = (
        event.button() == Qt.MouseButton.LeftButton
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        and field.asking.ask_at(event.position())
    )
    if asked:
        event.accept()
    return asked
