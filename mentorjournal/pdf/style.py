"""The look of a printed page: sizes, spaces and colours, from the same tokens as the window's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

TEXT = "22201D"
TEXT_2 = "57534B"
TEXT_3 = "6B665C"
LINE = "DDD8CE"
LINE_STRONG = "8B857A"
ACCENT = "256353"
ACCENT_SOFT = "E0EDE8"
SUNKEN = "F5F3EE"
PAPER = "FFFFFF"

PAPER_SIZES = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
MARGIN_X = 70.0
MARGIN_TOP = 54.0
MARGIN_BOTTOM = 80.0
RUNNING_DOWN = 34.0
"""How far below the edge of the page the head stands that says in which chapter one is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a run of characters looks. *weight* is 400, 500, 600 or 700."""

    family: Literal["sans", "serif"] = "sans"
    weight: int = 400
    italic: bool = False
    size: float = 10.5
    leading: float = 15.5
    colour: str = TEXT
    strike: bool = False
    link: str = ""

    def but(self, **changes: object) -> Style:
        return replace(self, **changes)  # type: ignore[arg-type]  # the fields are checked by replace


BODY = Style()
MUTED = BODY.but(size=9.5, leading=14.0, colour=TEXT_2)
STRONG = BODY.but(weight=500)
LABEL = BODY.but(size=9.5, leading=14.5, colour=TEXT_2)
VALUE = BODY.but(leading=14.5)
WRITTEN = BODY.but(family="serif", size=11.5, leading=17.0)
TITLE = BODY.but(weight=600, size=24.0, leading=30.0)
SUBTITLE = BODY.but(size=11.0, leading=16.5, colour=TEXT_2)
HEADINGS = (
    BODY.but(weight=600, size=14.0, leading=19.0),
    BODY.but(weight=600, size=11.5, leading=16.0),
    BODY.but(weight=600, size=10.5, leading=15.0, colour=TEXT_2),
)
HEADING_SPACE = ((22.0, 3.0), (16.0, 1.0), (10.0, 0.0))
HEADING_AFTER_HEADING = 5.0
"""Space before and after each level of heading."""

WRITTEN_HEADINGS = (
    WRITTEN.but(weight=600, size=13.5, leading=19.0),
    WRITTEN.but(weight=600, size=12.0, leading=17.0),
)
TABLE_HEAD = BODY.but(weight=600, size=8.5, leading=12.0, colour=TEXT_2)
TABLE_CELL = BODY.but(size=10.0, leading=14.5)
FOOTER = BODY.but(size=8.0, leading=11.0, colour=TEXT_3)
CHART_TEXT = BODY.but(size=8.0, leading=11.0, colour=TEXT_2)
CHART_NOW = BODY.but(weight=600, size=8.5, leading=11.0, colour=ACCENT)
ENTRY = BODY.but(size=10.0, leading=13.5)
CODE = BODY.but(weight=500, size=17.0, leading=24.0)

CLOSE_MARGIN_TOP = 42.0
CLOSE_MARGIN_BOTTOM = 56.0
CLOSE_TITLE = TITLE.but(size=17.0, leading=22.0)
CLOSE_SUBTITLE = SUBTITLE.but(size=9.5, leading=13.5)
CLOSE_TEXT = BODY.but(size=9.2, leading=12.9)
CLOSE_ASIDE = CLOSE_TEXT.but(colour=TEXT_2)
CLOSE_MARK = CLOSE_TEXT.but(weight=600)
CLOSE_HEADING = CLOSE_TEXT.but(weight=600, colour=ACCENT)
"""A page that must be one."""
