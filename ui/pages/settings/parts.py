"""What the cards of the settings are put together from: a heading above items, words beside a control."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.layout import Item, column, holder, row


class TitledCard(Card):
    """A card under its heading."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def fill(self, title: str, *items: Item) -> None:
        self.body.addLayout(column(Label(self._theme, title, "heading"), 10, *items))


class Resting:
    """Controls that rest while something is made. Whichever had the keyboard has it afterwards, unless the
    person took it elsewhere: switched off, it had given it to whatever comes next on the page.
    """

    def __init__(self, *controls: QWidget) -> None:
        self._controls = controls
        self._had: QWidget | None = None
        self._given_to: QWidget | None = None

    def set(self, resting: bool) -> None:
        if resting and self._had is None:
            self._had = next((one for one in self._controls if one.hasFocus()), None)
        for one in self._controls:
            one.setEnabled(not resting)
        if resting:
            self._given_to = self._focused()
        else:
            if self._had is not None and self._focused() is self._given_to:
                self._had.setFocus()
            self._had = None

    def _focused(self) -> QWidget | None:
        return self._controls[0].window().focusWidget()


def told(theme: Theme, words: str) -> Label:
    """What a setting does, in small print."""
    return Label(theme, words, "small", "text2", wrap=True)


def beside(theme: Theme, text: str, words: str, control: QWidget) -> QWidget:
    """*text* over what it does, with its *control* at the right."""
    line = row()
    line.addLayout(column(Label(theme, text, "body_strong"), 2, told(theme, words)), 1)
    line.addSpacing(16)
    line.addWidget(control)
    return holder(line)
