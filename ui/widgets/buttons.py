"""Buttons: one primary a page, quiet ones for the rest, icons with names, and choices side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QRadioButton, QSizePolicy, QToolButton, QWidget

from ui.theme.theme import Theme
from ui.widgets.button import Button, primary, quiet, tip
from ui.widgets.layout import row

__all__ = ["Button", "MenuButton", "Segments", "ToolButton", "menu_tool", "primary", "quiet"]


class ToolButton(QToolButton):
    """An icon alone, with *name* for the tooltip and for screen readers."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        key: str = "",
        checkable: bool = False,
        size: int = 17,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._size = theme, icon, size
        self.setAccessibleName(name)
        self.setToolTip(tip(name, key))
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    def set_face(self, icon: str, name: str, *, key: str = "") -> None:
        """Show another icon under another name, such as show and hide."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(tip(name, key))
        self._look()

    @Slot()
    def _look(self) -> None:
        if not self._icon:  # it is drawn by hand
            self.update()
            return
        self.setIcon(self._theme.icon(self._icon, "text2", self._size, on="accent_text"))
        self.setIconSize(self._theme.icon_size(self._size))


class MenuButton(Button):
    """A button that opens a menu, with the small arrow that says so."""

    def __init__(
        self, theme: Theme, text: str, menu: QMenu, *, kind: str = "quiet", icon: str = "", says: str = ""
    ) -> None:
        super().__init__(theme, text, kind=kind, icon=icon or "chevron-down", says=says)
        if not icon:
            self.setLayoutDirection(_opposite(self.layoutDirection()))  # the arrow stands after the words
        self.setMenu(menu)


def menu_tool(theme: Theme, icon: str, name: str, menu: QMenu) -> ToolButton:
    """An icon that opens a menu at once."""
    button = ToolButton(theme, icon, name)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


class Segments(QWidget):
    """A few choices side by side, one chosen: a radio group to screen readers and to the arrow keys."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[object, str]],
        *,
        value: object = None,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """*choices* are (value, label); the first is chosen where *value* is None. With *optional* nothing
        need be chosen: pressing the chosen one again, or Backspace, takes the choice back.
        """
        super().__init__(parent)
        self._theme, self._optional = theme, optional
        self._values = [choice for choice, _ in choices]
        self._value = value if value is not None or optional else next(iter(self._values), None)
        self._just_chosen: int | None = None
        self.setObjectName("segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        layout = row(spacing=2, margins=(3, 3, 3, 3))
        for index, (choice, label) in enumerate(choices):
            button = QRadioButton(label)
            button.setObjectName("segment")
            button.setAccessibleDescription(name)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.setChecked(choice == self._value)
            theme.ring(button)
            self._group.addButton(button, index)
            layout.addWidget(button)
        self.setLayout(layout)
        self._group.idToggled.connect(self._toggled)
        self._group.idClicked.connect(self._clicked)
        theme.changed.connect(self._look)
        self._look()

    def value(self) -> object:
        return self._value

    def set_value(self, value: object) -> None:
        """Choose *value* without a signal: it was not the user who chose."""
        if value != self._value and value in self._values:
            self._value = value
            self._group.button(self._values.index(value)).setChecked(True)
        elif value is None and self._optional:
            self._value = None
            self._group.setExclusive(False)  # an exclusive group keeps its last choice
            for button in self._group.buttons():
                button.setChecked(False)
            self._group.setExclusive(True)

    def set_label(self, value: object, label: str) -> None:
        """Call a choice by other words."""
        self._group.button(self._values.index(value)).setText(label)

    def offer(self, value: object, offered: bool) -> None:
        """Show *value* among the choices, or leave it out."""
        self._group.button(self._values.index(value)).setVisible(offered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._optional and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take_back()
        else:
            super().keyPressEvent(event)

    def focus_chosen(self) -> None:
        """Give the keyboard to the choice that is made, where the arrow keys begin."""
        self._group.button(self._values.index(self._value)).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, bool)
    def _toggled(self, index: int, on: bool) -> None:
        if on and self._values[index] != self._value:
            self._value = self._values[index]
            self._just_chosen = index
            self.chosen.emit(self._value)

    @Slot(int)
    def _clicked(self, index: int) -> None:
        just, self._just_chosen = self._just_chosen, None
        if self._optional and just != index:
            self._take_back()

    def _take_back(self) -> None:
        if self._value is not None:
            self.set_value(None)
            self.chosen.emit(None)

    @Slot()
    def _look(self) -> None:
        for button in self._group.buttons():
            button.setFont(self._theme.font("small"))


def _opposite(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    left = Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.RightToLeft if direction == left else left
