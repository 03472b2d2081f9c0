"""Small things that the shell's pages share: a sentence that may be absent, a field, the sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import numbers
from ui.theme.logo import draw_logo
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import row

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Sentence(Label):
    """A label that takes no room while it has nothing to say."""

    def __init__(self, theme: Theme, style: str = "small", tone: str = "text2") -> None:
        super().__init__(theme, "", style, tone, wrap=True)
        self.hide()

    def say(self, text: str, tone: str = "") -> None:
        if tone:
            self.set_tone(tone)
        self.setText(text)
        self.setVisible(bool(text))


class Field(QLineEdit):
    """A line to type in, from which input methods are to learn nothing. A *secret* one shows dots."""

    def __init__(self, theme: Theme, name: str, *, secret: bool = False, height: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._height = height
        self.setAccessibleName(name)
        self.setProperty("inputMethodHints", numbers.SENSITIVE if secret else numbers.LEARN_NOTHING)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        theme.changed.connect(self._dress)
        self._dress()

    def mark_wrong(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def refuse(self, sentence: str) -> None:
        """Say of what was typed that it does not open anything, and be ready for the next attempt."""
        self.mark_wrong(True)
        self.setAccessibleDescription(sentence)
        self.setFocus()
        self.selectAll()

    def take_back_refusal(self) -> None:
        self.mark_wrong(False)
        self.setAccessibleDescription("")

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        if self._height:
            self.setMinimumHeight(self._theme.px(self._height))


class Mark(QWidget):
    """The program's sign, painted without QtSvg."""

    def __init__(self, theme: Theme, size: int = 40) -> None:
        super().__init__()
        self._theme = theme
        self._size = size
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFixedSize(self._theme.px(self._size), self._theme.px(self._size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_logo(painter, self._theme.colour("accent_text"), QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()


class Panel(QWidget):
    """A column of fixed width that grows with the zoom."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._theme = theme
        self._width = width
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(self._width))


L = TypeVar("L", bound=Label)


def centred(widget: QWidget) -> QHBoxLayout:
    return row(None, widget, None)


def middle(label: L) -> L:
    label.setProperty("alignment", numbers.TOP_MIDDLE)
    return label
