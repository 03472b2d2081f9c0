"""Words of a person where no label stands: on a button, in a name for screen readers, beside a chart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from ui.theme.theme import Theme


class VeiledWords(QObject):
    """Hands words to *show*, as they may be seen now, and again whenever that changes. *pattern* is what the
    program says around them. Where they are *spoken* and nothing of them is left, “Veiled” stands for them.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QObject,
        show: Callable[[str], object],
        words: str = "",
        *,
        pattern: str = "{words}",
        private: bool = True,
        spoken: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme, self._show = theme, show
        self._private, self._spoken = private, spoken
        self.say(words, pattern)
        theme.veil.changed.connect(self._again)

    def say(self, words: str, pattern: str = "{words}") -> None:
        self._words, self._pattern = words, pattern
        self._again()

    @Slot()
    def _again(self) -> None:
        veil = self._theme.veil
        words = veil.words(self._words, private=self._private)
        if self._spoken and self._private and words != self._words:
            words = self.tr("Veiled")
        self._show(self._pattern.replace("{words}", words))
