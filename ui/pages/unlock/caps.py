"""Tells of Caps Lock while a passphrase is typed. Watches from right after the first paint on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from ui.shell.kit import Sentence


class CapsWatch(QObject):
    """Looks at the keys of *field*, while it hides what is typed, and says in *told* what it noticed."""

    def __init__(self, field: QLineEdit, told: Sentence) -> None:
        super().__init__(field)
        self._field = field
        self._told = told
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._look_at(event)
        return False

    def _look_at(self, event: QKeyEvent) -> None:
        """Qt has no word for Caps Lock; a capital without Shift, or the reverse, gives it away."""
        text = event.text()
        hidden = self._field.echoMode() == self._field.EchoMode.Password
        if event.key() == Qt.Key.Key_CapsLock:
            self._told.say("")
        elif hidden and len(text) == 1 and text.isalpha() and text.upper() != text.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            layout = QGuiApplication.inputMethod().locale().nativeLanguageName()
            said = self.tr("Caps Lock is on. Keyboard: {layout}").format(layout=layout)
            self._told.say(said if text.isupper() != shifted else "")
