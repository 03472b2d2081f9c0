"""Whether what is on the screen is on the disk."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.label import Label


class SavedState(Label):
    """“Saved 10:42”, “Saving…” or “Not saved”. Says "saved" only when told that it is."""

    changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "small", "text3", parent=parent)

    def show_nothing(self) -> None:
        self._say("", "text3")

    def show_saving(self) -> None:
        self._say(self.tr("Saving…"), "text3")

    def show_saved(self, moment: datetime) -> None:
        when = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
        self._say(self.tr("Saved {when}").format(when=when), "text3")

    def show_not_saved(self) -> None:
        self._say(self.tr("Not saved"), "danger")

    def _say(self, words: str, tone: str) -> None:
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.set_tone(tone)
            self.changed.emit(words)
