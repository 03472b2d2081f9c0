"""The row above a reflection: text style, whether it is saved, what may stand beside it, and more."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, menu_tool
from ui.widgets.editor.editor import TextEditor
from ui.widgets.editor.toolbar import EditorToolbar
from ui.widgets.layout import row
from ui.widgets.saved import SavedState


class Top(QWidget):
    def __init__(self, theme: Theme, editor: TextEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toolbar = EditorToolbar(theme, editor)
        self.saved = SavedState(theme)
        self.questions_button = Button(
            theme, self.tr("Questions"), kind="quiet", icon="message-circle", says=self.tr("Show questions")
        )
        self.questions_button.setAccessibleName(self.tr("Questions"))
        self.earlier_button = Button(
            theme, self.tr("Then"), kind="quiet", icon="book-open", says=self.tr("Show what you wrote then")
        )
        self.earlier_button.setAccessibleName(self.tr("Earlier reflection"))
        self.earlier_button.hide()
        menu = QMenu(self)
        self.learn_action = QAction(menu)
        self.return_action = QAction(self.tr("Bring this back on…"), menu)
        self.beside_action = QAction(self.tr("Write a new one beside this"), menu)
        self.versions_action = QAction(self.tr("Earlier versions"), menu)
        for action in (self.learn_action, self.return_action, self.beside_action, self.versions_action):
            menu.addAction(action)
        more = menu_tool(theme, "ellipsis", self.tr("More about this reflection"), menu)
        buttons = row(self.saved, 8, self.earlier_button, self.questions_button, more)
        self.setLayout(row(self.toolbar, None, buttons, margins=(26, 8, 14, 2)))

    def arrange(self, *, wide: bool) -> None:
        """Say the buttons' words where there is room for them."""
        self.questions_button.setText(self.tr("Questions") if wide else "")
        self.earlier_button.setText(self.tr("Then") if wide else "")
