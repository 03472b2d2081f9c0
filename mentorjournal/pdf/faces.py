"""The bundled fonts: which face a character is set in, and its shaping by HarfBuzz.

Faces hold nothing of anybody's text, so they stay loaded; what was shaped is kept by the document alone.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import repeat
from typing import NamedTuple

import uharfbuzz as hb

from mentorjournal.pdf.style import Style

_SANS = {400: "Inter-Regular", 500: "Inter-Medium", 600: "Inter-SemiBold", 700: "Inter-Bold"}
_SERIF = {
    400: "SourceSerif4-Regular",
    500: "SourceSerif4-Regular",
    600: "SourceSerif4-Semibold",
    700: "SourceSerif4-Bold",
}
_FALLBACK = (
    "Inter-Regular",
    "NotoSansHebrew-Regular",
    "NotoNaskhArabic-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular",
    "DroidSansFallback",
)

# Typed text is shown as it was typed: without these, Inter makes an arrow of "->" and a ligature of "fi".
_PLAIN = {"liga": False, "clig": False, "calt": False}
_PLAIN_FACES = frozenset({*_SANS.values(), *_SERIF.values(), "Inter-Italic", "SourceSerif4-It"})


class Glyph(NamedTuple):
    """One glyph with the characters it stands for. Lengths are thousandths of the font's size."""

    number: int
    text: str
    advance: float
    across: float = 0.0
    up: float = 0.0


@dataclass(slots=True, eq=False)
class Shaped:
    """A piece of text in one face, its glyphs from left to right.

    *exact*: the glyphs' own texts, read in order, give *text*; otherwise the text is said beside them.
    """

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    exact: bool


class Face:
    """A font file, read once."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.hb = hb.Face(data)
        self._font = hb.Font(self.hb)
        self._characters = frozenset(self.hb.unicodes)
        self._features = _PLAIN if name in _PLAIN_FACES else {}
        self._scale = 1000.0 / self.hb.upem
        self._widths: dict[int, float] = {}

    def has(self, character: str) -> bool:
        return ord(character) in self._characters

    def covers(self, text: str) -> bool:
        return self._characters.issuperset(map(ord, text))

    def glyph_width(self, number: int) -> float:
        width = self._widths.get(number)
        if width is None:
            width = self._widths[number] = round(self._font.get_glyph_h_advance(number) * self._scale, 2)
        return width

    def shape(self, text: str, right_to_left: bool, language: str) -> Shaped:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.language = language  # the guess would be the machine's own, and the bytes would follow it
        hb.shape(self._font, buffer, self._features)
        return self._shaped(text, buffer, right_to_left)

    def _shaped(self, text: str, buffer: hb.Buffer, right_to_left: bool) -> Shaped:
        infos, positions, scale = buffer.glyph_infos, buffer.glyph_positions, self._scale
        if [info.cluster for info in infos] == list(range(len(text))):  # a glyph for each character
            places = [place.position for place in positions]
            raised = any(across or up for across, up, _, _ in places)
            plain = tuple(
                map(
                    Glyph._make,
                    zip(
                        [info.codepoint for info in infos],
                        text,
                        [x * scale for _, _, x, _ in places],
                        [across * scale for across, _, _, _ in places] if raised else repeat(0.0),
                        [up * scale for _, up, _, _ in places] if raised else repeat(0.0),
                        strict=False,
                    ),
                )
            )
            return Shaped(self, text, plain, sum(g[2] for g in plain), right_to_left or not raised)
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        spoken: set[int] = set()
        glyphs: list[Glyph] = []
        for info, place in zip(infos, positions, strict=True):
            cluster = info.cluster
            said = "" if cluster in spoken else text[cluster : ends[cluster]]
            if right_to_left:
                said = said[::-1]  # readers of a PDF turn such a line round letter by letter
            spoken.add(cluster)
            glyphs.append(
                Glyph(
                    info.codepoint,
                    said,
                    place.x_advance * scale,
                    place.x_offset * scale,
                    place.y_offset * scale,
                )
            )
        # Readers lose their way among raised and reordered marks, so there the text is said beside them.
        exact = right_to_left or all(g.text and not g.up and not g.across for g in glyphs)
        return Shaped(self, text, tuple(glyphs), sum(g.advance for g in glyphs), exact)

    @property
    def metrics(self) -> FaceMetrics:
        head = self.hb.reference_table("head").data
        box = struct.unpack(">4h", head[36:44])
        extents = self._font.get_font_extents("ltr")
        scaled = [round(value * self._scale) for value in (*box, extents.ascender, extents.descender)]
        return FaceMetrics((scaled[0], scaled[1], scaled[2], scaled[3]), scaled[4], scaled[5])


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    box: tuple[int, int, int, int]
    ascent: int
    descent: int


@cache
def face(name: str) -> Face:
    return Face(name, resources.files("resources").joinpath("fonts", f"{name}.ttf").read_bytes())


@cache
def face_name(style: Style) -> tuple[str, bool]:
    """The name of the face of *style*, and whether it must be slanted because no bold italic is bundled."""
    if style.family == "sans":
        if style.italic and style.weight < 600:
            return "Inter-Italic", False
        return _SANS[style.weight], style.italic
    if style.italic and style.weight < 600:
        return "SourceSerif4-It", False
    return _SERIF[style.weight], style.italic


def face_for(character: str, first: Face) -> Face | None:
    """The first face that shows *character*, or None."""
    if first.has(character):
        return first
    for name in _FALLBACK:
        candidate = face(name)
        if candidate.has(character):
            return candidate
    return None
