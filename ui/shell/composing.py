"""The word that an input method is still composing, so that a lock can keep it.

An input method is asked to commit first. Not every one answers at once, and some never do: what stands in
the field then is committed as it stands.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from shiboken6 import isValid


class Composing:
    def __init__(self) -> None:
        self._in: QObject | None = None
        self._word = ""

    def note(self, watched: QObject, event: QInputMethodEvent) -> None:
        """Remember what is composed, and where; a word that was committed leaves nothing to remember."""
        if watched.isWidgetType():
            self._word = event.preeditString()
            self._in = watched if self._word else None

    def commit(self) -> None:
        """Let the word stand in its field, whatever the input method does."""
        QGuiApplication.inputMethod().commit()
        field, word = self._in, self._word
        self._in, self._word = None, ""
        if field is None or not isValid(field):
            return
        event = QInputMethodEvent()
        event.setCommitString(word)
        QCoreApplication.sendEvent(field, event)
