"""Words on the page, in a type style and a tone of the theme."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import numbers
from ui.theme.theme import SANS, Theme


class Label(QLabel):
    """Plain text always: what people wrote is never read as markup. While the view is discreet, names are
    veiled in it, and *private* words are veiled whole.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        tone: str = "text",
        *,
        family: str = SANS,
        wrap: bool = False,
        selectable: bool = False,
        private: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._style, self._tone, self._family = theme, style, tone, family
        self._private, self._words, self._speaks = private, text, False
        self.setProperty("textFormat", numbers.PLAIN_TEXT)
        self.setText(text)
        self.setWordWrap(wrap)
        if selectable:
            from PySide6.QtCore import Qt

            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            theme.ring(self)
        theme.changed.connect(self._look)
        theme.veil.changed.connect(self._veil)
        self._look()

    def setText(self, text: str) -> None:
        self._words = text
        self._veil()

    def set_private(self, private: bool) -> None:
        """Say whether the words are private from now on."""
        if private is not self._private:
            self._private = private
            self._veil()

    def speak(self) -> None:
        """Let the words be the label's name for screen readers, as far as they may be seen."""
        self._speaks = True
        self._veil()

    def words(self) -> str:
        """What was written, however it shows."""
        return self._words

    def set_tone(self, tone: str) -> None:
        """Write in the colour of the role *tone* from now on."""
        self._tone = tone
        self._look()

    @Slot()
    def _veil(self) -> None:
        veil = self._theme.veil
        super().setText(veil.words(self._words, private=self._private))
        if self._speaks:
            hidden = self._private and veil.drawn and self._words
            self.setAccessibleName(self.tr("Veiled") if hidden else self.text())

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font(self._style, self._family))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._tone))
        self.setPalette(palette)
