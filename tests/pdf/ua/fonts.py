"""A font of a PDF: which text each of its codes stands for, which glyph, and how wide both say that it is."""

from __future__ import annotations

import re
from functools import cached_property

import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Stream

_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")


class Font:
    def __init__(self, node: Dictionary) -> None:
        self.node = node
        self.name = str(node.BaseFont).removeprefix("/")
        self.composite = node.Subtype == "/Type0"
        self.inner: Dictionary = node.DescendantFonts[0] if self.composite else node

    def codes(self, data: bytes) -> list[int]:
        if not self.composite:
            return list(data)
        return [int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2)]

    def text(self, code: int) -> str | None:
        return self.texts.get(code)

    @cached_property
    def texts(self) -> dict[int, str]:
        """What the map of characters says."""
        if "/ToUnicode" not in self.node:
            return {}
        found: dict[int, str] = {}
        for kind, body in _BLOCK.findall(self.node.ToUnicode.read_bytes()):
            parts = [bytes.fromhex(part.decode("ascii")) for part in _HEX.findall(body)]
            step = 2 if kind == b"char" else 3
            for i in range(0, len(parts), step):
                text = parts[i + step - 1].decode("utf-16-be", "surrogatepass")
                for code in range(_number(parts[i]), _number(parts[i + step - 2]) + 1):
                    found[code] = text[:-1] + chr(ord(text[-1]) + code - _number(parts[i]))
        return found

    @property
    def descriptor(self) -> Dictionary:
        return self.inner.get("/FontDescriptor", Dictionary())

    @property
    def program(self) -> Stream | None:
        for key in ("/FontFile2", "/FontFile3", "/FontFile"):
            if key in self.descriptor:
                return self.descriptor[key]
        return None

    @cached_property
    def face(self) -> hb.Face:
        assert self.program is not None
        return hb.Face(self.program.read_bytes())

    @cached_property
    def _glyph_map(self) -> bytes | None:
        found = self.inner.get("/CIDToGIDMap")
        return found.read_bytes() if isinstance(found, Stream) else None

    @property
    def maps_glyphs(self) -> bool:
        found = self.inner.get("/CIDToGIDMap")
        return isinstance(found, Stream) or (isinstance(found, Name) and found == "/Identity")

    def glyph(self, code: int) -> int:
        if self._glyph_map is None:
            return code
        return int.from_bytes(self._glyph_map[2 * code : 2 * code + 2], "big")

    @cached_property
    def _widths(self) -> dict[int, float]:
        found: dict[int, float] = {}
        parts = list(self.inner.get("/W", Array()))
        i = 0
        while i < len(parts):
            first = int(parts[i])
            if isinstance(parts[i + 1], Array):
                found.update({first + n: float(width) for n, width in enumerate(parts[i + 1])})
                i += 2
            else:
                found.update({n: float(parts[i + 2]) for n in range(first, int(parts[i + 1]) + 1)})
                i += 3
        return found

    def width(self, code: int) -> float:
        return self._widths.get(code, float(self.inner.get("/DW", 1000)))

    @cached_property
    def _drawn(self) -> hb.Font:
        return hb.Font(self.face)

    def glyph_width(self, code: int) -> float:
        return float(self._drawn.get_glyph_h_advance(self.glyph(code)) * 1000 / self.face.upem)


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
