"""What every step has: its name, a sentence, its own part, and the ways on and back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import primary, quiet
from ui.widgets.label import Label
from ui.widgets.layout import Item, column, holder, row, scrolling
from ui.widgets.list_view import ListView

SIDE = 22
_LOW = 380
"""In pixels at 100 %."""


class StepPanel(QWidget):
    """Emits *walked* with 1 for on and -1 for back."""

    walked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Label(theme, "", "title")
        self.told = Label(theme, "", "small", "text2", wrap=True)
        self.back = quiet(theme, self.tr("Back"), icon="arrow-left", key="Alt+Left")
        self.on = primary(theme, self.tr("Go on"), key="Ctrl+Return")
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self._on)

    def build(self, title: str, told: str, body: QWidget, *foot: Item, beside: QWidget | None = None) -> None:
        """*body* takes all the room there is; *foot* stays below it, and *beside* stands beside the title."""
        self.title.setText(title)
        top = row(self.title, None, beside) if beside else row(self.title)
        head = column(top, 2, self.told, margins=(SIDE, 18, SIDE, 10))
        below = column(*foot, spacing=6, margins=(SIDE, 8, SIDE, 16))
        whole = column(head, body, below)
        whole.setStretchFactor(body, 1)
        self.setLayout(whole)
        self.tell(told)  # once it has its place: shown before, it would be a window of its own

    def ways(self, *more: Item) -> QLayout:
        """Back on one side, on at the other."""
        return row(self.back, None, *more, self.on, spacing=8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low, what is to be done goes before what is told of it."""
        super().resizeEvent(event)
        self.told.setVisible(bool(self.told.words()) and self.height() >= self._theme.px(_LOW))

    def tell(self, sentence: str) -> None:
        """What stands under the name of the step."""
        say(self.told, sentence)
        self.told.setVisible(bool(sentence) and self.height() >= self._theme.px(_LOW))

    def begin(self) -> None:
        """The step was opened by key: the keyboard goes to where one begins."""
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        return self.on

    @Slot()
    def _back(self) -> None:
        self.walked.emit(-1)

    @Slot()
    def _on(self) -> None:
        self.walked.emit(1)


def form(layout: QLayout) -> QWidget:
    """Fields that scroll by themselves where the window is low."""
    layout.setContentsMargins(SIDE, 2, SIDE, 8)
    return scrolling(holder(layout, "page"))


def say(label: Label, sentence: str) -> None:
    """Show a sentence, or take its room away."""
    label.setText(sentence)
    label.setAccessibleName(sentence)
    label.setVisible(bool(sentence))


class Rows(ListView):
    """Rows whose words break anew when the width changes."""

    def __init__(self, theme: Theme, name: str, *, least: int = 80) -> None:
        super().__init__(theme, name)
        # Without this the list asks for its usual height, and a low window would scroll as a whole.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(theme.px(least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
