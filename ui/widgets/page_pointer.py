"""What mouse, wheel and fingers do over pages: enlarge with Control or a pinch, move with a drag."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

_NOTCH = 120  # of a wheel, in Qt's eighths of a degree


class PagePointer(QObject):
    """Watches the *view* that pages are painted on. Places are points of it."""

    stepped = Signal(int, QPointF)
    """Larger, 1, or smaller, -1, and where."""
    pinched = Signal(float, QPointF)
    """By how much larger, as a factor near 1, and where."""
    moved = Signal(int, int)
    """By how many pixels the pages are to be moved to the right and down."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._turned = 0.0
        self._held: QPointF | None = None
        view.grabGesture(Qt.GestureType.PinchGesture)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.pinched.emit(1.0 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = self._view.mapFromGlobal(pinch.centerPoint().toPoint())
                self.pinched.emit(pinch.scaleFactor(), QPointF(middle))
                return True
        elif isinstance(event, QMouseEvent):
            return self._mouse(event)
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += turn.y()
            while abs(self._turned) >= _NOTCH:
                by = 1 if self._turned > 0 else -1
                self._turned -= by * _NOTCH
                self.stepped.emit(by, event.position())
            return True
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not turn.x():
            self.moved.emit(turn.y(), 0)
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        left = Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == left:
            self._held = event.position()
        elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == left:
            self._held = None
            self._view.unsetCursor()
        elif event.type() == QEvent.Type.MouseMove and self._held is not None:
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            by = event.position() - self._held
            self._held = event.position()
            self.moved.emit(round(by.x()), round(by.y()))
        else:
            return False
        return event.type() != QEvent.Type.MouseButtonPress  # the press gives the pages the keyboard
