"""The line that adds topics: one with Enter, or each pasted line as one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.topic import topics_in
from ui.theme.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import column
from ui.widgets.on_its_way import OnItsWay

LONGEST_KEPT = 1_000_000
"""Far beyond any paste: Qt's own 32,767 would cut words off without a word."""


class AddLine(QWidget):
    """Emits *added*; the words stay until the journal has them, and are not sent again meanwhile."""

    added = Signal(str)
    left_down = Signal()
    """Down goes on to the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line(theme, self.tr("Add a topic"), placeholder=self.tr("Add a topic"), icon="plus")
        self.line.setMaxLength(LONGEST_KEPT)
        self._says = Label(theme, "", "small", "text3", wrap=True)
        self._says.hide()
        self._out = OnItsWay()
        self.setLayout(column(self.line, self._says, spacing=4))
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self._submit)
        self.line.textChanged.connect(self._changed)
        self.line.left_down.connect(self.left_down)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        self._out.forget()
        self.line.setText(text)

    def taken(self, words: str) -> None:
        """The journal has these words: what was typed after them stays."""
        self.line.set_text(self._out.taken(words, self.line.text()))

    def refuse(self, sentence: str) -> None:
        """The words were not taken: the next Enter sends them again."""
        self._out.forget()
        self.say(sentence)

    def says(self) -> str:
        """The sentence below the line, or nothing."""
        return self._says.text()

    def say(self, sentence: str, *, wrong: bool = True) -> None:
        self._says.set_tone("danger" if wrong else "text3")
        self._says.setText(sentence)
        self._says.setAccessibleName(sentence)
        self._says.setVisible(bool(sentence))
        self.line.set_wrong(wrong and bool(sentence))

    @Slot()
    def _submit(self) -> None:
        text = self.line.text()
        words = self._out.fresh(text)
        if words.strip():
            self._out.send(text)
            self.added.emit(words)
        elif not self._out:
            self.line.clear()

    @Slot(str)
    def _changed(self, text: str) -> None:
        lines = len(topics_in(text)) if "\n" in text or "\r" in text else 0
        self.say(
            self.tr("{count} lines: Enter adds each as a topic.").format(count=lines) if lines > 1 else "",
            wrong=False,
        )


class _Line(LineField):
    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.left_down.emit()
            return
        super().keyPressEvent(event)
