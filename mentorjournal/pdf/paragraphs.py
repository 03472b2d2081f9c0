"""A column of text: paragraphs and list items as rows of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from mentorjournal.pdf.flow import Row, guarded
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.style import ACCENT, LINE_STRONG, Style
from mentorjournal.pdf.tags import Element
from mentorjournal.pdf.typeset import Run, TextLine, Typesetter

INDENT = 16.0


@dataclass(frozen=True, slots=True)
class Column:
    """Where text is set: its left edge, its measure, and the part of the structure it grows."""

    typesetter: Typesetter
    root: Element
    x: float
    measure: float

    def part(self, across: float, width: float) -> Column:
        """A narrower column inside this one."""
        return replace(self, x=self.x + across, measure=width)

    def paragraph(
        self, runs: Sequence[Run], element: Element, *, before: float = 0.0, aside: bool = True
    ) -> list[Row]:
        """Rows of one paragraph, with no single line left alone on a page.

        *aside*: text that runs from the right stands at the right edge; a heading stays over what it heads.
        """
        style = runs[0][1]
        lines = self.typesetter.lines(runs, self.measure)
        return guarded(
            [
                Row(
                    line.leading,
                    partial(self._draw, line=line, style=style, element=element, aside=aside),
                    before if i == 0 else 0.0,
                )
                for i, line in enumerate(lines)
            ]
        )

    def item(self, runs: Sequence[Run], element: Element, mark: str, *, before: float = 0.0) -> list[Row]:
        """A list item: *mark* is “•”, a number with its dot, “done” or “open”. Its words stand in the first
        paragraph of its body, so that a list may lie below them.
        """
        style = runs[0][1]
        label = element.add("Lbl", actual="" if mark[-1:] == "." else mark)
        text = element.add("LBody").add("P")
        rows = self.part(INDENT, self.measure - INDENT).paragraph(runs, text, before=before)
        first = rows[0]
        number = None if mark in ("•", "done", "open") else self.typesetter.one_line(mark, style)
        words = first.draw

        def draw(ink: Ink, top: float) -> None:
            self._mark(ink, top, mark=mark, number=number, label=label, style=style)
            words(ink, top)

        rows[0] = replace(first, draw=draw)
        return rows

    def _draw(
        self, ink: Ink, top: float, *, line: TextLine, style: Style, element: Element, aside: bool
    ) -> None:
        ink.begin(element)
        ink.text(line, self.left(line) if aside else self.x, baseline(top, style))

    def left(self, line: TextLine) -> float:
        """Where *line* begins: what runs from the right stands at the right edge."""
        return self.x + self.measure - line.width if line.from_right else self.x

    def _mark(
        self, ink: Ink, top: float, *, mark: str, number: TextLine | None, label: Element, style: Style
    ) -> None:
        middle = baseline(top, style) + style.size * 0.33
        ink.begin(label)
        if number:
            ink.text(number, self.x, baseline(top, style))
            return
        if mark == "•":
            ink.dot(self.x + 4.0, middle - style.size * 0.05, 1.5, ACCENT)
            return
        side, low = 7.6, middle - 3.6
        ink.path(f"{self.x:.2f} {low:.2f} {side} {side} re", stroke=LINE_STRONG, thickness=0.9)
        if mark == "done":
            x = self.x
            down = f"{x + 1.7:.2f} {low + 3.9:.2f} m {x + 3.3:.2f} {low + 2.1:.2f} l"
            ink.path(f"{down} {x + 6.1:.2f} {low + 5.7:.2f} l", stroke=ACCENT, thickness=1.3)


def baseline(top: float, style: Style) -> float:
    """Where the letters stand in a line whose upper edge is at *top*."""
    return top - style.leading / 2 - style.size * 0.35
