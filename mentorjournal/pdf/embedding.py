"""One face inside one PDF: the glyphs that were used, and the characters each of them stands for.

ReportLab splits a font into subsets of 256 characters, knows no glyph without a character and writes wrong
codes above U+FFFF. Here a face is one font of numbered glyphs (Type 0), and a glyph that stands for two
different texts gets two numbers, so what is copied out of the PDF is what was typed. Where several glyphs
make one letter, they become one glyph of a font file that is written here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from mentorjournal.pdf.faces import Drawn, Face, Part, Shaped
from mentorjournal.pdf.outlines import font_file, outline

_NEEDLESS = (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"kern", b"post")
_ROWS = 100  # the most a block of a character map may hold


class EmbeddedFace:
    """Gives out codes while pages are drawn; ReportLab calls `addObjects` when the document is written."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[Drawn, str], int] = {}
        self._widths: list[float] = []
        self._joined = not face.whole
        self._encoded: dict[Shaped, str] = {}

    def encode(self, shaped: Shaped) -> str:
        """The inside of a TJ array that shows *shaped*."""
        found = self._encoded.get(shaped)
        if found is None:
            found = self._encoded[shaped] = self._encode(shaped)
        return found

    def _encode(self, shaped: Shaped) -> str:
        codes, widths = self._codes, self._widths
        shown = "<"
        due = 0.0  # how far the pen stands behind where it should be
        for drawn, text, advance in shaped.glyphs:
            code = codes.get((drawn, text)) or self._new(drawn, text, advance)
            if due >= 0.5 or due <= -0.5:
                shown += f">{-due:.0f}<"
                due = 0.0
            shown += f"{code:04X}"
            due += advance - widths[code - 1]
        shown += f">{-due:.0f}" if abs(due) >= 0.5 else ">"
        return shown.replace("<>", "")

    def _new(self, drawn: Drawn, text: str, advance: float) -> int:
        if isinstance(drawn, int):
            self._widths.append(self.face.glyph_width(drawn))
        else:
            self._widths.append(round(advance, 2))
            self._joined = True
        code = self._codes[(drawn, text)] = len(self._widths)
        return code

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:
        """Write the font and all that hangs on it; the name is ReportLab's."""
        if self._joined:
            program, glyph_map = self._drawn(), pdfdoc.PDFName("Identity")
        else:
            program, numbers = self._subset()
            glyph_map = document.Reference(
                _stream(b"\0\0" + b"".join(numbers[glyph].to_bytes(2, "big") for glyph in self._numbers()))
            )
        font = numbered_font(
            document,
            self.face,
            self._name(program),
            program,
            widths=(1, self._widths),
            glyph_map=glyph_map,
            texts=[(code, text) for (_, text), code in self._codes.items()],
        )
        document.idToObject["BasicFonts"].dict[self.resource] = font

    def _numbers(self) -> Iterator[int]:
        for drawn, _ in self._codes:
            if isinstance(drawn, int):
                yield drawn

    def _drawn(self) -> bytes:
        """A font file of our own, its glyphs in the order of the codes."""
        font, units = self.face.font, self.face.hb.upem
        glyphs = []
        for (drawn, _), width in zip(self._codes, self._widths, strict=True):
            parts = (Part(drawn, 0, 0),) if isinstance(drawn, int) else drawn
            contours = [
                [(x + part.x, y + part.y, on) for x, y, on in contour]
                for part in parts
                for contour in outline(font, part.number)
            ]
            glyphs.append((width * units / 1000, contours))
        extents = font.get_font_extents("ltr")
        return font_file(glyphs, units, (round(extents.ascender), round(extents.descender)))

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """The font file with the used glyphs alone, and each glyph's number in it."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({0, *self._numbers()})
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
