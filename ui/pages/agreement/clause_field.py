"""One text of a clause: whose it is, its words, what the other draft does not have, and what is too long."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from ui.theme.theme import Theme
from ui.widgets.companion.pointer import Reach
from ui.widgets.few_lines import FewLines
from ui.widgets.label import Label
from ui.widgets.layout import Item, column, row

ROOM = 200_000
"""Characters; what is longer than a clause may be stays on the screen until it is shortened."""

MOST_SPOKEN = 20


class ClauseField(QWidget):
    """Emits *edited* with the text. Words that only this draft has are underlined on a soft ground."""

    edited = Signal(str)

    def __init__(
        self, theme: Theme, name: str, *beside: Item, lines: int = 3, parent: QWidget | None = None
    ) -> None:
        """*beside* stands at the end of the line that names the field."""
        super().__init__(parent)
        self._theme = theme
        self._apart: tuple[tuple[int, int], ...] = ()
        self._name = Label(theme, name, "caption", "text2")
        self.text = FewLines(theme, name, limit=ROOM, lines=lines)
        self.text.pointer.set_reach(Reach.LEAVES)
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        head = row(self._name, None, *beside)
        self.setLayout(column(head, self.text, self._wrong, None, spacing=5))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.text)
        self.text.edited.connect(self._edited)
        self.text.refused.connect(self._refused)
        theme.changed.connect(self._look)

    def set_name(self, name: str) -> None:
        self._name.setText(name)
        self.text.setAccessibleName(name)

    def show_text(self, text: str, problem: str, apart: tuple[tuple[int, int], ...] = ()) -> None:
        self.text.set_text(text)
        self.say(problem)
        self._apart = apart
        self._look()

    def say(self, problem: str) -> None:
        """Say what cannot be kept; nothing takes it back."""
        self._wrong.setText(problem)
        self._wrong.setVisible(bool(problem))

    def fill(self, text: str) -> None:
        """Put *text* in place of what stands here, as typing would: Undo brings back what was there."""
        cursor = self.text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.text.setTextCursor(cursor)

    @Slot()
    def _edited(self) -> None:
        self.edited.emit(self.text.text())

    @Slot(int)
    def _refused(self, limit: int) -> None:
        said = self.tr("That is too long to stand here; it was not put in. There is room for {n} characters.")
        self.say(said.format(n=self.locale().toString(limit)))

    @Slot()
    def _look(self) -> None:
        """Mark what only this draft says; the cursors go along with what is typed before the next look."""
        marks = []
        words = self.text.text()
        said: list[str] = []
        for begin, end in self._apart:
            cursor = QTextCursor(self.text.document())
            last = self.text.document().characterCount() - 1
            cursor.setPosition(min(_units(words, begin), last))
            cursor.setPosition(min(_units(words, end), last), QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format = self._format()
            marks.append(mark)
            if len(said) < MOST_SPOKEN and words[begin:end].strip():
                said.append(" ".join(words[begin:end].split()))
        self.text.setExtraSelections(marks)
        only = self.tr("only in this draft: {words}").format(words="; ".join(said)) if said else ""
        self.text.setAccessibleDescription(only)

    def _format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontUnderline(True)
        look.setForeground(self._theme.colour("warn"))
        look.setBackground(self._theme.colour("warn_soft"))
        return look


def _units(words: str, place: int) -> int:
    """A place among characters as the document counts it, in units of 16 bits."""
    return len(words[:place].encode("utf-16-le", "surrogatepass")) // 2
