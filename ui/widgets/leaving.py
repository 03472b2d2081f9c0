"""Escape within a part of a page: it leaves that part, before it means anything to the page or the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent


def claims_escape(event: QEvent) -> bool:
    """Whether Qt asks if Escape is meant for this widget rather than for a shortcut of the window."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )


class LeavesOnEscape:
    """Before a QWidget that has a signal `left`: Escape emits it while the focus is inside."""

    left: SignalInstance

    def event(self, event: QEvent) -> bool:
        if claims_escape(event):
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)  # type: ignore[misc]
