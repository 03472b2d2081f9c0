"""What opens below a page before any of it goes on paper: a warning, and the two ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.card import Card
from ui.widgets.check import CheckBox
from ui.widgets.label import Label
from ui.widgets.layout import column, row

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Panel(Card):
    """A card with a sentence of what came of it. Emits *left* when it is not wanted any more."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.came_of_it = Label(theme, "", "small", "text2", wrap=True)
        self.came_of_it.hide()
        self.hide()

    def end_with(self, *buttons: Button | None) -> None:
        """The panel's buttons, None for room between, and below them what came of it."""
        self._buttons = row(*buttons, spacing=8)
        self.body.addLayout(column(self._buttons, 4, self.came_of_it))

    def arrange(self, narrow: bool) -> None:
        """Set the buttons below each other where there is no room for them side by side."""
        self._buttons.setDirection(_BELOW if narrow else _BESIDE)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        self.came_of_it.set_tone("danger" if wrong else "text2")
        self.came_of_it.setText(sentence)
        self.came_of_it.setAccessibleName(sentence)
        self.came_of_it.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PaperPanel(Panel):
    """Says what paper is before any is printed. *saved* and *printed* carry whether their words go along."""

    saved = Signal(bool)
    printed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        warning = self.tr("Paper has no passphrase. It names neither of you; shred it afterwards.")
        self.their_words = CheckBox(theme, self.tr("Print what they said, word for word, as well"))
        self.save_button = Button(theme, self.tr("Save as PDF"), icon="file-down")
        self.print_button = Button(theme, self.tr("Print"), icon="printer")
        self.close_button = quiet(theme, self.tr("Close"), key="Escape")
        self.body.addWidget(Label(theme, self.tr("Print or save as PDF"), "heading"))
        self.body.addSpacing(4)
        self.body.addWidget(Label(theme, warning, "body", "text2", wrap=True))
        self.body.addSpacing(8)
        self.body.addWidget(self.their_words)
        self.body.addSpacing(8)
        self.end_with(self.save_button, self.print_button, None, self.close_button)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.left)

    def begin(self, *, has_their_words: bool) -> None:
        self.their_words.setChecked(False)
        self.their_words.setVisible(has_their_words)
        self.say("")
        self.show()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusables(self) -> list[QWidget]:
        return [self.their_words, self.save_button, self.print_button, self.close_button]

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self.their_words.isChecked())

    @Slot()
    def _print(self) -> None:
        self.printed.emit(self.their_words.isChecked())
