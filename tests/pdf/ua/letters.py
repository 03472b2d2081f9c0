"""Fonts: inside the file, with every glyph that is shown, each standing for a text, as wide as is said."""

from __future__ import annotations

from collections.abc import Iterator

from tests.pdf.ua.fonts import Font
from tests.pdf.ua.requirement import requires
from tests.pdf.ua.walk import Walked

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def _codes(w: Walked) -> Iterator[tuple[Font, int]]:
    for font in w.fonts:
        yield from ((font, code) for code in sorted(w.used[id(font)]))


@requires("10-001", "Each code that is shown stands for a text")
def _(w: Walked) -> Iterator[str]:
    yield from (f"{font.name} {code:04X}" for font, code in _codes(w) if not font.text(code))


@requires("31-001", "Character collections of a font and its encoding agree")
def _(w: Walked) -> Iterator[str]:
    for font in w.fonts:
        if font.composite and not str(font.node.Encoding).startswith("/Identity-"):
            yield f"{font.name}: {font.node.Encoding}"


@requires("31-004", "An embedded numbered font says which glyph each number is")
def _(w: Walked) -> Iterator[str]:
    for font in w.fonts:
        if font.inner.Subtype == "/CIDFontType2" and not font.maps_glyphs:
            yield font.name


@requires("31-006", "The encoding of a numbered font is a known one")
def _(w: Walked) -> Iterator[str]:
    for font in w.fonts:
        if font.composite and font.node.Encoding not in ("/Identity-H", "/Identity-V"):
            yield font.name


@requires("31-009", "The program of each font is in the file")
def _(w: Walked) -> Iterator[str]:
    yield from (font.name for font in w.fonts if font.program is None)
    for one in w.dictionaries:
        whole = one.get("/Type") != "/Font" or one.get("/Subtype") == "/Type0"
        if not whole and not any(key in one.get("/FontDescriptor", {}) for key in _PROGRAMS):
            yield str(one.BaseFont)


@requires("31-011", "Each font holds all glyphs that are shown in it")
def _(w: Walked) -> Iterator[str]:
    for font, code in _codes(w):
        if font.glyph(code) >= font.face.glyph_count:
            yield f"{font.name} {code:04X}"


@requires("31-016", "Glyphs are as wide in the font as in the file")
def _(w: Walked) -> Iterator[str]:
    for font, code in _codes(w):
        if abs(font.width(code) - font.glyph_width(code)) > 1:
            yield f"{font.name} {code:04X}: {font.width(code)} and {font.glyph_width(code):.1f}"


@requires("31-027", "Each font has a map of its characters")
def _(w: Walked) -> Iterator[str]:
    yield from (font.name for font in w.fonts if "/ToUnicode" not in font.node)


@requires("31-028", "No code stands for zero")
def _(w: Walked) -> Iterator[str]:
    yield from (font.name for font in w.fonts if any("\0" in text for text in font.texts.values()))


@requires("31-029", "No code stands for a mark of byte order")
def _(w: Walked) -> Iterator[str]:
    for font in w.fonts:
        if any(sign in text for text in font.texts.values() for sign in "\ufeff\ufffe"):
            yield font.name


@requires("31-030", "Nothing is shown by the glyph that stands for a missing one")
def _(w: Walked) -> Iterator[str]:
    yield from (f"{font.name} {code:04X}" for font, code in _codes(w) if font.glyph(code) == 0)


@requires("MJ-31a", "A part of a font is named as one, and names agree")
def _(w: Walked) -> Iterator[str]:
    for font in w.fonts:
        names = {font.name, str(font.inner.BaseFont)[1:], str(font.descriptor.get("/FontName"))[1:]}
        if len(names) != 1:
            yield str(names)
