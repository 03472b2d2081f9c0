"""Whether words that could name or expose somebody are pointed at, and by what: one state, handed around with
the theme.

Nothing here or behind it ever changes what is written, and nothing of it is kept on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from mentorjournal.checks.finding import Finding

Find = Callable[[str], "Sequence[Finding]"]
Kept = set[tuple[str, str]]


class Companion(QObject):
    """Looks only while it is switched on and a journal is open. *changed* says that other things are found
    from now on, *quieted* that fewer of them are pointed at.
    """

    changed = Signal()
    quieted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on = True
        self._find: Find | None = None
        self._kept: Kept = set()

    @property
    def looks(self) -> bool:
        return self._on and self._find is not None

    def switch(self, on: bool) -> None:
        if on is not self._on:
            self._on = on
            self.changed.emit()

    def begin(self, find: Find, kept: Kept) -> None:
        """Look with *find* from now on; *kept* are the words that this sitting has already decided about."""
        self._find, self._kept = find, kept
        self.changed.emit()

    def leave(self) -> None:
        """The journal is closed: what is known of its people is known no more."""
        if self._find is not None:
            self._find, self._kept = None, set()
            self.changed.emit()

    def find(self, text: str) -> Sequence[Finding]:
        return self._find(text) if self._on and self._find is not None and text.strip() else ()

    def keep(self, finding: Finding) -> None:
        """Point at these words no more in this sitting."""
        self._kept.add(_key(finding))
        self.quieted.emit()

    def is_kept(self, finding: Finding) -> bool:
        return _key(finding) in self._kept


def _key(finding: Finding) -> tuple[str, str]:
    return finding.kind.value, finding.words.casefold()
