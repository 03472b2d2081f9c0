"""Faces: a font file read once, and the shaping of text in it by HarfBuzz.

Faces hold nothing of anybody's text, so they stay loaded; what was shaped is kept by the document alone.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from mentorjournal.pdf.outlines import outline
from mentorjournal.pdf.style import Style
from mentorjournal.pdf.words import is_silent

_SANS = {400: "Inter-Regular", 500: "Inter-Medium", 600: "Inter-SemiBold", 700: "Inter-Bold"}
_SERIF = {
    400: "SourceSerif4-Regular",
    500: "SourceSerif4-Regular",
    600: "SourceSerif4-Semibold",
    700: "SourceSerif4-Bold",
}
# Typed text is shown as it was typed: without these, Inter makes an arrow of "->" and a ligature of "fi".
_PLAIN = {"liga": False, "clig": False, "calt": False}
_PLAIN_FACES = frozenset({*_SANS.values(), *_SERIF.values(), "Inter-Italic", "SourceSerif4-It"})


class Part(NamedTuple):
    """One of the font's glyphs and where it stands, in the font's own units."""

    number: int
    x: int
    y: int


Drawn = int | tuple[Part, ...]
"""A glyph of the font by its number, or several that are drawn as one."""


class Glyph(NamedTuple):
    """One glyph with the characters it stands for. Lengths are thousandths of the font's size.

    What belongs together (a letter with its marks, a conjunct, a family of emoji) is one glyph here, whatever
    the font makes it of: readers of a PDF lose their way among marks, and each code must stand for a text.
    """

    drawn: Drawn
    text: str
    advance: float


@dataclass(slots=True, eq=False)
class Shaped:
    """A piece of text in one face, its glyphs from left to right.

    *apart*: they stand so far apart that a reader would take each for a word, if it were not told.
    """

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    apart: bool = False


class Face:
    """A font file, read once. *whole*: its outlines can be taken over as they are, glyph for glyph."""

    def __init__(self, name: str, found: hb.Face, *, whole: bool = True) -> None:
        self.name = name
        self.hb = found
        self.whole = whole
        self.font = hb.Font(self.hb)
        self._characters = frozenset(self.hb.unicodes)
        self._features = _PLAIN if name in _PLAIN_FACES else {}
        self._scale = 1000.0 / self.hb.upem
        self._widths: dict[int, float] = {}
        self._drawing: dict[int, bool] = {}
        self._known: dict[tuple[int, str, int], Glyph] = {}

    def has(self, character: str) -> bool:
        return ord(character) in self._characters

    def covers(self, text: str) -> bool:
        return self._characters.issuperset(map(ord, text))

    def shows(self, cluster: str) -> bool:
        """Whether a letter with all its marks can be set, be it in parts."""
        return all(ord(c) in self._characters or is_silent(c) for c in cluster) or all(
            ord(c) in self._characters or is_silent(c) for c in unicodedata.normalize("NFD", cluster)
        )

    def glyph_width(self, number: int) -> float:
        width = self._widths.get(number)
        if width is None:
            width = self._widths[number] = round(self.font.get_glyph_h_advance(number) * self._scale, 2)
        return width

    def shape(self, text: str, right_to_left: bool, language: str) -> Shaped:
        buffer = self._run(text, right_to_left, language)
        infos, positions, scale = buffer.glyph_infos, buffer.glyph_positions, self._scale
        if [info.cluster for info in infos] == list(range(len(text))):  # a glyph for each character
            places = [place.position for place in positions]
            if not any(across or up for across, up, _, _ in places):
                known = self._known
                numbers, advances = [info.codepoint for info in infos], [place[2] for place in places]
                plain = tuple(
                    [known.get(key) or self._glyph(key) for key in zip(numbers, text, advances, strict=True)]
                )
                return Shaped(self, text, plain, sum(advances) * scale)
        glyphs = tuple(self._joined(text, buffer, right_to_left))
        return Shaped(self, text, glyphs, sum(g.advance for g in glyphs))

    def _glyph(self, key: tuple[int, str, int]) -> Glyph:
        """A glyph for one character, kept because there are few: a long text has the same ones."""
        number, text, advance = key
        found = self._known[key] = Glyph(number, text, advance * self._scale)
        return found

    def instead(self, cluster: str, words: str, language: str) -> Shaped:
        """*cluster*, which no font shows, as one glyph that spells *words*."""
        buffer = self._run(words, False, language)
        parts, across = self._parts(buffer.glyph_infos, buffer.glyph_positions)
        glyph = Glyph(parts, cluster, across * self._scale)
        return Shaped(self._spelling, cluster, (glyph,), glyph.advance)

    @cached_property
    def _spelling(self) -> Face:
        """The same font once more: what is spelt is so wide that its file may need larger units."""
        return Face(self.name, self.hb, whole=False)

    def spaced(self, text: str, cell: float) -> Shaped:
        """*text* with each character in the middle of a cell, *cell* thousandths wide."""
        glyphs = []
        for character in text:
            number = self.font.get_nominal_glyph(ord(character))
            left = (cell - self.glyph_width(number)) / 2
            glyphs.append(Glyph((Part(number, round(left / self._scale), 0),), character, cell))
        return Shaped(self, text, tuple(glyphs), cell * len(text), apart=True)

    def _run(self, text: str, right_to_left: bool, language: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.language = language  # the guess would be the machine's own, and the bytes would follow it
        hb.shape(self.font, buffer, self._features)
        return buffer

    def _joined(self, text: str, buffer: hb.Buffer, right_to_left: bool) -> Iterator[Glyph]:
        both = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        starts = sorted({info.cluster for info, _ in both})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for cluster, members in groupby(both, lambda one: int(one[0].cluster)):
            infos, positions = zip(*members, strict=True)
            said = text[cluster : ends[cluster]]
            if right_to_left:
                said = said[::-1]  # readers of a PDF turn such a line round letter by letter
            parts, across = self._parts(infos, positions)
            single = len(parts) == 1 and not parts[0].x and not parts[0].y
            yield Glyph(parts[0].number if single else parts, said, across * self._scale)

    def _parts(
        self, infos: Sequence[hb.GlyphInfo], positions: Sequence[hb.GlyphPosition]
    ) -> tuple[tuple[Part, ...], int]:
        """The glyphs of one letter, without those that draw nothing beside others, and how far they go."""
        parts: list[Part] = []
        across = 0
        for info, place in zip(infos, positions, strict=True):
            parts.append(Part(info.codepoint, across + place.x_offset, place.y_offset))
            across += place.x_advance
        if len(parts) == 1:
            return tuple(parts), across
        drawn = [part for part in parts if self.draws(part.number)]
        return tuple(drawn or parts[:1]), across

    def draws(self, number: int) -> bool:
        """Whether the glyph has an outline: a space has none, nor has a picture in colours."""
        known = self._drawing.get(number)
        if known is None:
            known = self._drawing[number] = bool(outline(self.font, number))
        return known

    @property
    def metrics(self) -> FaceMetrics:
        head = self.hb.reference_table("head").data
        box = struct.unpack(">4h", head[36:44])
        extents = self.font.get_font_extents("ltr")
        scaled = [round(value * self._scale) for value in (*box, extents.ascender, extents.descender)]
        return FaceMetrics((scaled[0], scaled[1], scaled[2], scaled[3]), scaled[4], scaled[5])


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    box: tuple[int, int, int, int]
    ascent: int
    descent: int


@cache
def face(name: str) -> Face:
    data = resources.files("resources").joinpath("fonts", f"{name}.ttf").read_bytes()
    return Face(name, hb.Face(data))


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
