"""A part of a page that stays folded until it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.button import quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row


class Fold(QWidget):
    """*title* is a button that opens and closes *body*; a short note beside it says what is inside."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, title: str, body: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, title
        self._button = quiet(theme, title, icon="chevron-right")
        self._note = Label(theme, "", "small", "text3")
        body.setContentsMargins(theme.px(12), 0, 0, 10)
        self._body = holder(body)
        head = row(self._button, 8, self._note, None)
        self.setLayout(column(head, self._body, spacing=6))
        self.setFocusProxy(self._button)
        self._button.clicked.connect(self._toggle)
        self._show(False)

    @property
    def is_open(self) -> bool:
        return not self._body.isHidden()

    def set_open(self, open: bool) -> None:
        if open != self.is_open:
            self._show(open)
            self.toggled.emit(open)

    def set_note(self, words: str) -> None:
        """What stands beside the title, open or not."""
        self._note.setText(words)

    @Slot()
    def _toggle(self) -> None:
        self.set_open(not self.is_open)

    def _show(self, open: bool) -> None:
        self._body.setVisible(open)
        self._button.set_icon("chevron-down" if open else "chevron-right")
        state = self.tr("open") if open else self.tr("folded")
        self._button.setAccessibleName(self.tr("{title}, {state}").format(title=self._title, state=state))
