"""The font that a form is filled in with: a whole face, so that a reader can set any letter of it."""

from __future__ import annotations

from functools import cached_property

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from mentorjournal.pdf.embedding import numbered_font
from mentorjournal.pdf.faces import Face

_NEEDLESS = (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"kern", b"post")
_MISSING = 0
_NO_TEXT = (0x0, 0xFEFF, 0xFFFE)
"""What the map of a font's characters must not hold."""


class EntryFont:
    """Every character of *face*, numbered by its glyph: readers look a typed letter up in its map of
    characters, and fall back on fonts of their own for what is not in it.
    """

    def __init__(self, face: Face) -> None:
        self._face = face

    def covers(self, text: str) -> bool:
        return self._face.covers(text.replace("\n", ""))

    def encode(self, text: str) -> str:
        """The inside of a Tj operator that shows one line of *text*."""
        numbers = self._numbers
        return "<" + "".join(f"{numbers.get(ord(sign), _MISSING):04X}" for sign in text) + ">"

    def write(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        program, font = self._program, self._font
        scale = 1000.0 / font.face.upem
        widths = [round(font.get_glyph_h_advance(n) * scale, 2) for n in range(font.face.glyph_count)]
        texts: dict[int, str] = {}
        for character, number in self._numbers.items():
            if character not in _NO_TEXT:
                texts.setdefault(number, chr(character))
        # No tag of a subset before the name: some readers refuse to type in a font that may lack letters.
        return numbered_font(
            document,
            self._face,
            self._face.name,
            program,
            widths=(0, widths),
            glyph_map=pdfdoc.PDFName("Identity"),
            texts=sorted(texts.items()),
        )

    @cached_property
    def _program(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(self._face.hb.unicodes)
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _NEEDLESS)
        return bytes(hb.SubsetPlan(self._face.hb, wanted).execute().blob.data)

    @cached_property
    def _font(self) -> hb.Font:
        return hb.Font(hb.Face(self._program))

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """The glyph of each character, from the lowest character on."""
        font = self._font
        return {one: font.get_nominal_glyph(one) or _MISSING for one in sorted(font.face.unicodes)}
