"""The few things that written text can be, as buttons that follow the cursor."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.blocks import BlockKind
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.editor.document import BOLD, ITALIC
from ui.widgets.editor.editor import TextEditor
from ui.widgets.editor.keys import KEYS
from ui.widgets.layout import row


class EditorToolbar(QWidget):
    """Acts on the editor given to `follow`; several editors of one page may share a toolbar."""

    def __init__(self, theme: Theme, editor: TextEditor | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._editor: TextEditor | None = None
        self.setAccessibleName(self.tr("Text style"))
        self._kinds = {
            BlockKind.HEADING_1: self._tool("heading-1", self.tr("Heading"), KEYS[BlockKind.HEADING_1]),
            BlockKind.HEADING_2: self._tool("heading-2", self.tr("Small heading"), KEYS[BlockKind.HEADING_2]),
            BlockKind.BULLET: self._tool("list", self.tr("List"), KEYS[BlockKind.BULLET]),
            BlockKind.NUMBERED: self._tool(
                "list-ordered", self.tr("Numbered list"), KEYS[BlockKind.NUMBERED]
            ),
            BlockKind.CHECK: self._tool("list-todo", self.tr("Check list"), KEYS[BlockKind.CHECK]),
            BlockKind.QUOTE: self._tool("quote", self.tr("Quote"), ""),
        }
        self._marks = {
            BOLD: self._tool("bold", self.tr("Bold"), KEYS[BOLD]),
            ITALIC: self._tool("italic", self.tr("Italic"), KEYS[ITALIC]),
        }
        self._link = self._tool("link", self.tr("Link"), KEYS["link"])
        kinds, marks = self._kinds, self._marks
        self.setLayout(
            row(
                kinds[BlockKind.HEADING_1],
                kinds[BlockKind.HEADING_2],
                6,
                marks[BOLD],
                marks[ITALIC],
                6,
                kinds[BlockKind.BULLET],
                kinds[BlockKind.NUMBERED],
                kinds[BlockKind.CHECK],
                kinds[BlockKind.QUOTE],
                6,
                self._link,
                None,
                spacing=2,
            )
        )
        if editor is not None:
            self.follow(editor)

    def follow(self, editor: TextEditor) -> None:
        """Act on *editor* from now on, and show the style at its cursor."""
        if self._editor is not None:
            self._editor.style_changed.disconnect(self._refresh)
        self._editor = editor
        editor.style_changed.connect(self._refresh)
        self._refresh()

    def _tool(self, icon: str, name: str, key: str) -> ToolButton:
        button = ToolButton(self._theme, icon, name, key=key, checkable=True)
        button.clicked.connect(self._press)
        return button

    @Slot()
    def _press(self) -> None:
        editor, pressed = self._editor, self.sender()
        if editor is None:
            return
        for kind, button in self._kinds.items():
            if button is pressed:
                editor.toggle_kind(kind)
        for mark, button in self._marks.items():
            if button is pressed:
                editor.toggle_mark(mark)
        if pressed is self._link:
            editor.edit_link()
        editor.setFocus()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if self._editor is None:
            return
        here = self._editor.kind()
        for kind, button in self._kinds.items():
            button.setChecked(kind is here)
        for mark, button in self._marks.items():
            button.setChecked(self._editor.has_mark(mark))
        self._link.setChecked(bool(self._editor.link()))
