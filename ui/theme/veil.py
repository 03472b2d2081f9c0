"""Whether words are veiled for a shared screen, and how: one state, handed around with the theme.

Nothing here or behind it ever changes what is written: widgets show other letters, and keep their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

Span = tuple[int, int]
FindNames = Callable[[str], Sequence[Span]]

DOT = "•"
_LETTER = re.compile(r"\S")
_WORD = re.compile(r"\S+")


class Veil(QObject):
    """While it is drawn, private words are hidden whole, and names wherever they stand. As long as the names
    are not known, every word that a person may have written is hidden.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawn = False
        self._find: FindNames | None = None

    @property
    def drawn(self) -> bool:
        return self._drawn

    def draw(self, find: FindNames | None = None) -> None:
        """Hide from now on; *find* says where names stand, once they are known."""
        self._drawn, self._find = True, find
        self.changed.emit()

    def lift(self) -> None:
        if self._drawn:
            self._drawn, self._find = False, None
            self.changed.emit()

    def spans(self, text: str, *, private: bool) -> Sequence[Span]:
        """What of *text* is hidden now."""
        if not self._drawn or not text.strip():
            return ()
        if private or self._find is None:
            return ((0, len(text)),)
        return self._find(text)

    def words(self, text: str, *, private: bool = False) -> str:
        """*text* as it shows now, as long as it is."""
        for start, end in reversed(self.spans(text, private=private)):
            text = text[:start] + _LETTER.sub(DOT, text[start:end]) + text[end:]
        return text


def hidden_words(text: str, spans: Sequence[Span]) -> list[Span]:
    """Where the single words of *spans* stand in *text*."""
    return [
        (start + word.start(), start + word.end())
        for start, end in spans
        for word in _WORD.finditer(text[start:end])
    ]
