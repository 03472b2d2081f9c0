"""One face inside one PDF: the glyphs that were used, and the characters each of them stands for.

ReportLab splits a font into subsets of 256 characters, knows no glyph without a character and writes wrong
codes above U+FFFF. Here a face is one font of numbered glyphs (Type 0), and a glyph that stands for two
different texts gets two numbers, so what is copied out of the PDF is what was typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from mentorjournal.pdf.faces import Face, Shaped

_NEEDLESS = (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"kern", b"post")
_ROWS = 100  # the most a block of a character map may hold


class EmbeddedFace:
    """Gives out codes while pages are drawn; ReportLab calls `addObjects` when the document is written."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[int, str], int] = {}
        self._encoded: dict[Shaped, str] = {}

    def encode(self, shaped: Shaped, size: float) -> str:
        """The inside of a TJ array that shows *shaped*."""
        found = self._encoded.get(shaped)
        if found is None:
            found = self._encode(shaped, size)
            if "Ts" not in found:  # a rise is in points, so it holds for one size only
                self._encoded[shaped] = found
        return found

    def _encode(self, shaped: Shaped, size: float) -> str:
        if shaped.exact and not any(glyph.across or glyph.up for glyph in shaped.glyphs):
            return self._encode_plain(shaped)
        parts: list[str] = []
        text: list[str] = []
        due = 0.0  # how far the pen stands behind where it should be

        def flush() -> None:
            if text:
                parts.append(f"<{''.join(text)}>")
                text.clear()

        for glyph in shaped.glyphs:
            before = due + glyph.across
            if abs(before) >= 0.5:
                flush()
                parts.append(f"{-before:.0f}")
            else:
                before = 0.0
            if abs(glyph.up) >= 0.5:
                flush()
                parts.append(
                    f"]TJ {glyph.up * size / 1000:.2f} Ts[<{self._code(glyph.number, glyph.text)}>]TJ 0 Ts["
                )
            else:
                text.append(self._code(glyph.number, glyph.text))
            due = due + glyph.advance - before - self.face.glyph_width(glyph.number)
        flush()
        if abs(due) >= 0.5:
            parts.append(f"{-due:.0f}")
        return "".join(parts)

    def _encode_plain(self, shaped: Shaped) -> str:
        """Glyphs on the line with nothing but kerning between them."""
        codes, width = self._codes, self.face.glyph_width
        shown = "<"
        for number, text, advance, _, _ in shaped.glyphs:
            shown += f"{codes.setdefault((number, text), len(codes) + 1):04X}"
            kern = width(number) - advance
            if kern > 0.5 or kern < -0.5:
                shown += f">{kern:.0f}<"
        return f"{shown}>"

    def _code(self, glyph: int, text: str) -> str:
        code = self._codes.setdefault((glyph, text), len(self._codes) + 1)
        return f"{code:04X}"

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:
        """Write the font and all that hangs on it; the name is ReportLab's."""
        program, numbers = self._subset()
        widths = [self.face.glyph_width(glyph) for glyph, _ in self._codes]
        glyph_map = b"\0\0" + b"".join(numbers[glyph].to_bytes(2, "big") for glyph, _ in self._codes)
        texts = [(code, text) for (_, text), code in self._codes.items()]
        font = numbered_font(
            document,
            self.face,
            self._name(program),
            program,
            widths=(1, widths),
            glyph_map=document.Reference(_stream(glyph_map)),
            texts=texts,
        )
        document.idToObject["BasicFonts"].dict[self.resource] = font

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """The font file with the used glyphs alone, and each glyph's number in it."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({0, *(glyph for glyph, _ in self._codes)})
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _NEEDLESS)
        plan = hb.SubsetPlan(self.face.hb, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)

    def _name(self, program: bytes) -> str:
        digest = hashlib.sha256(program).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6]) + "+" + self.face.name


def numbered_font(
    document: pdfdoc.PDFDocument,
    face: Face,
    name: str,
    program: bytes,
    *,
    widths: tuple[int, list[float]],
    glyph_map: object,
    texts: Iterable[tuple[int, str]],
) -> pdfdoc.PDFObjectReference:
    """A font of numbered glyphs with all that hangs on it. *widths* begin with the number of the first."""
    reference = document.Reference
    file = _stream(program)
    file.dictionary["Length1"] = len(program)
    metrics = face.metrics
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(name),
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray(list(metrics.box)),
            "ItalicAngle": -12 if "It" in face.name.rpartition("-")[2] else 0,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": 700,
            "StemV": 80,
            "FontFile2": reference(file),
        }
    )
    inner = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(name),
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "FontDescriptor": reference(descriptor),
            "DW": 0,
            "W": pdfdoc.PDFArray([widths[0], pdfdoc.PDFArray(widths[1])]),
            "CIDToGIDMap": glyph_map,
        }
    )
    outer = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(name),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([reference(inner)]),
            "ToUnicode": reference(_stream(_characters(texts).encode("ascii"))),
        }
    )
    return reference(outer)


def _characters(texts: Iterable[tuple[int, str]]) -> str:
    """The map from the numbers of glyphs to the text that each of them stands for."""
    rows = [
        f"<{code:04X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
        for code, text in texts
        if text
    ]
    blocks = [rows[i : i + _ROWS] for i in range(0, len(rows), _ROWS)]
    body = [line for b in blocks for line in (f"{len(b)} beginbfchar", *b, "endbfchar")]
    return "\n".join([*_MAP_HEAD, *body, *_MAP_FOOT])


_MAP_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
)
_MAP_FOOT = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")


def _stream(data: bytes) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream()
    stream.content = data
    stream.filters = [pdfdoc.PDFZCompress]
    return stream
