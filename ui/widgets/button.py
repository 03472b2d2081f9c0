"""Buttons with words. The unlock page needs them, and none of what `ui.widgets.buttons` has besides."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.theme import Theme

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
        super().__init__(parent)  # with words here Python would build QIcon, to see whether they are one
        self.setText(text)
        self._theme, self._kind, self._icon = theme, kind, icon
        if kind:
            self.setProperty("kind", kind)
        self.setAutoDefault(False)
        explained = tip(says or (text if key else ""), key)
        if explained:
            self.setToolTip(explained)
            self.setAccessibleDescription(explained)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    def set_icon(self, icon: str) -> None:
        """Show another icon before the words."""
        self._icon = icon
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


def tip(text: str, key: str) -> str:
    """*text*, and the key that does the same."""
    if not key:
        return text
    from PySide6.QtGui import QKeySequence

    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({shown})" if text else shown
