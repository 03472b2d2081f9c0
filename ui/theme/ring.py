"""The focus ring: shown when the keyboard brought the focus, and not for the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QObject):
    """Sets the property ``kbd`` on a widget while it has the focus by keyboard; the style sheet rings it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            by_keyboard = event.gotFocus() and event.reason() in _BY_KEYBOARD
            if bool(watched.property("kbd")) != by_keyboard:
                font = watched.font()
                watched.setProperty("kbd", by_keyboard)
                watched.style().unpolish(watched)
                watched.style().polish(watched)
                if watched.font() != font:  # unpolishing brings back the face from before the last zoom
                    watched.setFont(font)
                watched.update()
        return False
