"""What a line is said otherwise with, in its place: one line, a few lines, or one of its own words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.sharing.offer import OfferedLine
from ui.theme.theme import Theme
from ui.widgets.few_lines import FewLines
from ui.widgets.fields import ChoiceField, LineField

SHORT = 48
"""Longer words want a few lines."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ShortEditor(LineField):
    finished = Signal(object)

    def begin(self, text: str) -> None:
        self.set_text(text)
        self.selectAll()

    def words(self) -> str:
        return self.text()


class LongEditor(FewLines):
    """Enter begins another line; Ctrl+Enter keeps the words, and so does leaving the field."""

    finished = Signal(object)

    def begin(self, text: str) -> None:
        if text != self.text():
            self.set_text(text)
            self.selectAll()

    def words(self) -> str:
        return self.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It grows with what is written, and stays whole in the list."""
        super().resizeEvent(event)
        over = self.parentWidget()
        if over is not None and self.geometry().bottom() > over.height() - 4:
            self.move(self.x(), max(over.height() - self.height() - 4, 0))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_done(event):
            event.accept()  # the page goes on to the next step with it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_done(event):
            self.finished.emit(self)
        else:
            super().keyPressEvent(event)


class ChoiceEditor(ChoiceField):
    finished = Signal(object)

    def __init__(self, theme: Theme, name: str, words: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(theme, name, [(one, one) for one in words], parent=parent)
        self.chosen.connect(self._chosen)

    def begin(self, text: str) -> None:
        self.set_value(text)

    def words(self) -> str:
        return str(self.value() or "")

    @Slot()
    def _chosen(self) -> None:
        self.finished.emit(self)


def editor_for(
    theme: Theme, line: OfferedLine, text: str, parent: QWidget
) -> ShortEditor | LongEditor | ChoiceEditor:
    """The editor that fits *line*, with a name that says what it is for."""
    about = line.label or (line.text[:40] if not line.written_here else "")
    name = parent.tr("{line}: words for this summary only").format(line=about)
    if not about:
        name = parent.tr("Words for this summary only")
    if line.choices:
        return ChoiceEditor(theme, name, line.choices, parent)
    if line.written_here or len(text) > SHORT or "\n" in text:
        editor = LongEditor(theme, name, limit=max(4000, 2 * len(text)), lines=3, parent=parent)
        editor.setToolTip(parent.tr("Ctrl+Enter keeps the words, Escape does not"))
        return editor
    field = ShortEditor(theme, name, parent=parent)
    field.setToolTip(parent.tr("For this summary only: the journal keeps its own words"))
    return field


def _is_done(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in _ENTER
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
