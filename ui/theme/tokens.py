"""Design tokens: colours, type, space and corners. Widgets name roles; only this file knows values."""

from __future__ import annotations

from typing import NamedTuple

Colours = dict[str, str]


class TypeStyle(NamedTuple):
    """Pixels at 100 %, weight, line height in pixels, and letter spacing in pixels."""

    size: int
    weight: int
    line: int
    tracking: float = 0.0


LIGHT: Colours = {
    "app": "#F3F1EC",
    "surface": "#FBFAF7",
    "card": "#FFFFFF",
    "sunken": "#EFECE6",
    "hover": "#ECE9E2",
    "pressed": "#E3DFD6",
    "selected": "#E2ECE7",
    "line": "#E7E3DB",
    "line_strong": "#847E73",
    "text": "#22201D",
    "text2": "#57534B",
    "text3": "#6B665C",
    "disabled": "#8B857A",
    "accent": "#256353",
    "accent_hover": "#1E5446",
    "accent_pressed": "#184639",
    "accent_soft": "#E0EDE8",
    "accent_text": "#1F5849",
    "on_accent": "#FFFFFF",
    "focus": "#2F7D6A",
    "danger": "#A93226",
    "danger_soft": "#FAE8E4",
    "warn": "#7A5200",
    "warn_soft": "#FAF0D9",
    "info": "#2A5890",
    "info_soft": "#E5EEF8",
    "plum": "#70417F",
    "plum_soft": "#F3EAF6",
    "track": "#E6E2D9",
    "shadow": "#000000",
}

DARK: Colours = {
    "app": "#181918",
    "surface": "#1E1F1E",
    "card": "#262726",
    "sunken": "#191A19",
    "hover": "#2B2D2B",
    "pressed": "#333533",
    "selected": "#28362F",
    "line": "#323432",
    "line_strong": "#7F8580",
    "text": "#ECEAE5",
    "text2": "#BDB9B0",
    "text3": "#A09B91",
    "disabled": "#7F8580",
    "accent": "#7CC8B0",
    "accent_hover": "#8FD4BE",
    "accent_pressed": "#6AB79F",
    "accent_soft": "#25392F",
    "accent_text": "#93D3BF",
    "on_accent": "#0D211A",
    "focus": "#7CC8B0",
    "danger": "#F0938A",
    "danger_soft": "#40211E",
    "warn": "#E3B75C",
    "warn_soft": "#3A2F16",
    "info": "#93BDF0",
    "info_soft": "#1E2E42",
    "plum": "#D3A4E2",
    "plum_soft": "#37263D",
    "track": "#373937",
    "shadow": "#000000",
}

# High contrast keeps the same roles: nothing below 7:1 for words, every edge drawn.
CONTRAST_LIGHT: Colours = LIGHT | {
    "app": "#FFFFFF",
    "surface": "#FFFFFF",
    "sunken": "#F2F2F2",
    "hover": "#EAEAEA",
    "pressed": "#DDDDDD",
    "selected": "#DCEBE5",
    "line": "#595959",
    "line_strong": "#000000",
    "text": "#000000",
    "text2": "#1A1A1A",
    "text3": "#333333",
    "disabled": "#595959",
    "accent": "#00493A",
    "accent_hover": "#003A2E",
    "accent_pressed": "#002B22",
    "accent_soft": "#EAF4F0",
    "accent_text": "#003D31",
    "focus": "#0033CC",
    "danger": "#8A0F05",
    "danger_soft": "#FFF2F0",
    "warn": "#5A3C00",
    "warn_soft": "#FFF8E6",
    "info": "#0B3A70",
    "info_soft": "#F0F6FF",
    "plum": "#541F66",
    "plum_soft": "#FAF2FC",
    "track": "#D0D0D0",
}

CONTRAST_DARK: Colours = DARK | {
    "app": "#000000",
    "surface": "#000000",
    "card": "#000000",
    "sunken": "#141414",
    "hover": "#242424",
    "pressed": "#333333",
    "selected": "#10332A",
    "line": "#A6A6A6",
    "line_strong": "#FFFFFF",
    "text": "#FFFFFF",
    "text2": "#F2F2F2",
    "text3": "#DADADA",
    "disabled": "#A6A6A6",
    "accent": "#A5F0D8",
    "accent_hover": "#C0F7E5",
    "accent_pressed": "#8BE0C5",
    "accent_soft": "#0A221B",
    "accent_text": "#B5F5E1",
    "on_accent": "#000000",
    "focus": "#FFD84D",
    "danger": "#FFB3AB",
    "danger_soft": "#2B0E0B",
    "warn": "#FFD97A",
    "warn_soft": "#241B05",
    "info": "#B5D5FF",
    "info_soft": "#0B1A2B",
    "plum": "#EBC5F7",
    "plum_soft": "#23122A",
    "track": "#4D4D4D",
}

RADIUS = {"control": 8, "row": 9, "card": 12, "pill": 999}
MEASURE = 640
"""Width of written text in pixels at 100 %."""

TYPE: dict[str, TypeStyle] = {
    "display": TypeStyle(27, 600, 34, -0.5),
    "title": TypeStyle(21, 600, 28, -0.3),
    "heading": TypeStyle(15, 600, 22, -0.1),
    "body": TypeStyle(14, 400, 21),
    "body_strong": TypeStyle(14, 500, 21),
    "small": TypeStyle(13, 400, 18),
    "caption": TypeStyle(12, 500, 16),
    "overline": TypeStyle(11, 600, 16, 0.5),
    "editor": TypeStyle(17, 400, 27),
    "note": TypeStyle(15, 400, 23),
}

TONES = ("accent", "danger", "warn", "info", "plum")
"""The coloured families: each has a soft ground and words that can be read on it."""


def on_soft(tone: str) -> str:
    """The role for words on the soft ground of *tone*."""
    return "accent_text" if tone == "accent" else tone


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG contrast of two ``#rrggbb`` colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
