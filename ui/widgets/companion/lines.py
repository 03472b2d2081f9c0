"""What was found in each line of a text, kept in step with its edits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextDocument

from mentorjournal.checks.finding import Finding
from ui.widgets.companion.places import Mark, carried, marks


@dataclass(slots=True, repr=False)
class Line:
    """*found* in *text*; *shown* is what is left of it in the words that stand there by now."""

    text: str
    found: tuple[Finding, ...]
    stale: bool = False
    shown_in: str | None = None
    shown: tuple[Mark, ...] = ()


class Lines:
    """One for each line of a document, by its number; None where it has not been looked at."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._lines: list[Line | None] = []
        self.have_found = False

    def forget(self) -> None:
        self.have_found = False
        self._lines = [None] * self._document.blockCount()

    def forget_shown(self) -> None:
        """Others of the findings are pointed at from now on."""
        for line in self._lines:
            if line is not None:
                line.shown_in = None

    def edited(self, position: int, added: int) -> None:
        """Qt tells of an edit; it may tell of more than was edited, never of less."""
        count = self._document.blockCount()
        first = self._number(position, count)
        last = self._number(position + added, count)
        gone = last - (count - len(self._lines))  # the last of the edited lines, as they were numbered
        before = self._lines[first : gone + 1]
        now: list[Line | None] = [None] * (last - first + 1)
        if len(before) == len(now):
            now = before
        elif before:
            # A line that was broken, or joined to another, keeps its marks on both sides of the place.
            now[-1], now[0] = _copy(before[-1]), before[0]
        for line in now:
            if line is not None:
                line.stale = True
        self._lines[first : gone + 1] = now
        if len(self._lines) != count:
            self.forget()

    def wants(self, block: QTextBlock) -> bool:
        """Whether a line is still to be looked at."""
        line = self._lines[block.blockNumber()]
        if line is not None and line.stale and line.text == block.text():
            line.stale = False  # another look of it, or an edit that was taken back
        return line is None or line.stale

    def waiting(self) -> Iterator[QTextBlock]:
        """The lines that are still to be looked at."""
        for number, line in enumerate(self._lines):
            if line is None or line.stale:
                block = self._document.findBlockByNumber(number)
                if self.wants(block):
                    yield block

    def count(self, pointed_at: Callable[[Finding], bool]) -> int:
        return sum(pointed_at(one) for line in self._lines if line is not None for one in line.found)

    def note(self, block: QTextBlock, text: str, found: tuple[Finding, ...]) -> None:
        """*found* is what stands in *text*, the words of this line."""
        self._lines[block.blockNumber()] = Line(text, found)
        self.have_found = self.have_found or bool(found)

    def marks(self, block: QTextBlock, pointed_at: Callable[[Finding], bool]) -> tuple[Mark, ...]:
        number = block.blockNumber()
        line = self._lines[number] if 0 <= number < len(self._lines) else None
        if line is None or not line.found:
            return ()
        text = block.text()
        if line.shown_in != text:
            line.shown_in = text
            line.shown = marks(text, [one for one in carried(line.text, text, line.found) if pointed_at(one)])
        return line.shown

    def _number(self, position: int, count: int) -> int:
        block = self._document.findBlock(position)
        return block.blockNumber() if block.isValid() else count - 1


def _copy(line: Line | None) -> Line | None:
    return Line(line.text, line.found) if line is not None else None
