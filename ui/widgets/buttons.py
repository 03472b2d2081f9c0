"""Buttons: one primary a page, quiet ones for the rest, icons with names, and choices side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QMenu,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.layout import row

_ICON, _PAD = 16, 6  # the style's own gap between icon and words is too small


class Button(QPushButton):
    """A button with words. *kind* is ``""``, ``primary``, ``quiet``, ``danger`` or ``link``."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: str = "",
        icon: str = "",
        key: str = "",
        says: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """*key* is shown, not bound: the shell's actions bind keys. *says* explains it in the tooltip."""
        super().__init__(text, parent)
        self._theme, self._kind, self._icon = theme, kind, icon
        if kind:
            self.setProperty("kind", kind)
        self.setAutoDefault(False)
        # A min-height in the style sheet loses the words' width, and narrow windows would clip them.
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        tip = _tip(says or (text if key else ""), key)
        if tip:
            self.setToolTip(tip)
            self.setAccessibleDescription(tip)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font("body" if self._kind in ("quiet", "link") else "body_strong"))
        if self._icon:
            role = {"primary": "on_accent", "danger": "danger", "link": "accent_text"}.get(
                self._kind, "text2"
            )
            self.setIcon(self._theme.icon(self._icon, role, _ICON, pad=_PAD))
            self.setIconSize(self._theme.icon_size(_ICON, pad=_PAD))


def primary(theme: Theme, text: str, *, icon: str = "", key: str = "", says: str = "") -> Button:
    """The one strong button of a page."""
    return Button(theme, text, kind="primary", icon=icon, key=key, says=says)


def quiet(theme: Theme, text: str, *, icon: str = "", key: str = "", says: str = "") -> Button:
    """A button that only shows itself when it is needed."""
    return Button(theme, text, kind="quiet", icon=icon, key=key, says=says)


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
        self.setToolTip(_tip(name, key))
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    def set_face(self, icon: str, name: str, *, key: str = "") -> None:
        """Show another icon under another name, such as show and hide."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(_tip(name, key))
        self._look()

    @Slot()
    def _look(self) -> None:
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
        parent: QWidget | None = None,
    ) -> None:
        """*choices* are (value, label); the first is chosen where *value* is None."""
        super().__init__(parent)
        self._theme = theme
        self._values = [choice for choice, _ in choices]
        self._value = value if value is not None else (self._values[0] if self._values else None)
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
        theme.changed.connect(self._look)
        self._look()

    def value(self) -> object:
        return self._value

    def set_value(self, value: object) -> None:
        """Choose *value* without a signal: it was not the user who chose."""
        if value != self._value and value in self._values:
            self._value = value
            self._group.button(self._values.index(value)).setChecked(True)

    @Slot(int, bool)
    def _toggled(self, index: int, on: bool) -> None:
        if on and self._values[index] != self._value:
            self._value = self._values[index]
            self.chosen.emit(self._value)

    @Slot()
    def _look(self) -> None:
        for button in self._group.buttons():
            button.setFont(self._theme.font("small"))


def _tip(text: str, key: str) -> str:
    if not key:
        return text
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({shown})" if text else shown


def _opposite(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    left = Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.RightToLeft if direction == left else left
