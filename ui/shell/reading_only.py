"""A window on a vault that is only read: what is typed on its pages is refused in one sentence.

What buttons would do is refused by the core, in the same words.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from mentorjournal.errors import OpenedReadOnly
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.editor.toolbar import EditorToolbar
from ui.widgets.layout import row

_KEYS = tuple(
    getattr(QKeySequence.StandardKey, name)
    for name in ("Paste", "Cut", "Delete", "Backspace", "DeleteStartOfWord", "DeleteEndOfWord")
)
_BRINGS_IN = (QEvent.Type.DragEnter,)
_WATCHED = (QEvent.Type.FocusIn, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, *_BRINGS_IN)


class View(Protocol):
    @property
    def page_in_front(self) -> str: ...
    def say_problem(self, sentence: str, retry: None) -> None: ...


class ReadingBanner(QWidget):
    """Says above every page that nothing can be written, and leads to what can be done about it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Sentence(theme, "small", "warn")
        self.ways_out = Button(theme, self.tr("See what can be done"), kind="link")
        layout = row(self.words, self.ways_out, spacing=12, margins=(20, 8, 20, 8))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.words.say(
            self.tr(
                "Opened for reading: nothing can be written here, but in a restored or salvaged copy it can."
            )
        )


class ReadingOnly(QObject):
    """Watches the writing fields of *pages*. *free* are pages whose fields write nothing, such as search."""

    def __init__(self, app: QApplication, view: View, pages: QWidget, free: tuple[str, ...]) -> None:
        super().__init__(pages)
        self._view = view
        self._pages = pages
        self._free = free
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _WATCHED:
            return False
        if kind in _BRINGS_IN or _marks_up(watched, event):
            if isinstance(watched, QWidget) and self._watches(watched):
                event.ignore()
                self._view.say_problem(str(OpenedReadOnly()), None)
                return True
            return False
        if not isinstance(watched, QLineEdit | QTextEdit | QPlainTextEdit) or not self._watches(watched):
            return False
        if kind == QEvent.Type.FocusIn:
            watched.setReadOnly(True)
        elif isinstance(event, QKeyEvent) and _writes(event):
            self._view.say_problem(str(OpenedReadOnly()), None)
            return True
        return False

    def _watches(self, field: QWidget) -> bool:
        return self._pages.isAncestorOf(field) and self._view.page_in_front not in self._free


def _marks_up(watched: QObject, event: QEvent) -> bool:
    """Whether a button that changes the style of a text is pressed, by mouse or key."""
    if not isinstance(watched, QAbstractButton) or not isinstance(watched.parent(), EditorToolbar):
        return False
    by_key = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return)
    return by_key or event.type() == QEvent.Type.MouseButtonPress


def _writes(event: QKeyEvent) -> bool:
    text = event.text()
    return (bool(text) and (text.isprintable() or text in "\r\n")) or any(event.matches(key) for key in _KEYS)
