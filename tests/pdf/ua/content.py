"""What is drawn on pages: all of it told of or decoration, in a known language, dark enough to read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from tests.pdf.ua.requirement import requires
from tests.pdf.ua.walk import Shown, Walked

# The first word of a character's name, and the languages that are written so.
_WRITTEN = {
    "HEBREW": ("he", "yi"),
    "ARABIC": ("ar", "fa", "ur", "ps", "ku", "ug", "sd"),
    "DEVANAGARI": ("hi", "mr", "ne", "sa"),
    "THAI": ("th",),
    "GREEK": ("el",),
    "CYRILLIC": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt"),
    "ARMENIAN": ("hy",),
    "GEORGIAN": ("ka",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "CJK": ("zh", "ja", "ko"),
}


@requires("01-003", "No artifact lies inside tagged content")
def _(w: Walked) -> Iterator[str]:
    for page, marks in w.opened:
        if marks[-1].tag == "Artifact" and any(m.mcid is not None for m in marks[:-1]):
            yield f"page {page + 1}"


@requires("01-004", "No tagged content lies inside an artifact")
def _(w: Walked) -> Iterator[str]:
    for page, marks in w.opened:
        if marks[-1].mcid is not None and any(m.tag == "Artifact" for m in marks[:-1]):
            yield f"page {page + 1}"


@requires("01-005", "All content is tagged or an artifact")
def _(w: Walked) -> Iterator[str]:
    for one in w.content:
        if not one.annotation and one.mcid is None and not one.artifact:
            yield f"page {one.page + 1}: {one.operator} {one.text}"


@requires("MJ-01a", "Each mark on a page has one element, and each element's mark is on the page")
def _(w: Walked) -> Iterator[str]:
    drawn: list[tuple[tuple[int, int], int]] = [
        (w.pages[page].objgen, marks[-1].mcid) for page, marks in w.opened if marks[-1].mcid is not None
    ]
    if len(set(drawn)) != len(drawn):
        yield "a mark is opened twice"
    for mark in set(drawn) ^ set(w.by_mark):
        yield f"{mark} is only in the {'content' if mark in drawn else 'structure'}"
    for mark, elements in w.by_mark.items():
        if len(elements) > 1 or elements[0].marks.count(mark) > 1:
            yield f"{mark} belongs to {len(elements)} elements"


@requires("MJ-01b", "Artifacts say of which type they are")
def _(w: Walked) -> Iterator[str]:
    for page, marks in w.opened:
        if marks[-1].tag == "Artifact" and marks[-1].kind not in (
            "Layout",
            "Pagination",
            "Page",
            "Background",
        ):
            yield f"page {page + 1}"


@requires("18-001", "Footers with their page numbers are artifacts of the type Pagination, subtype Footer")
def _(w: Walked) -> Iterator[str]:
    count = sum(map(bool, w.labels))
    for number, label in enumerate(w.labels):
        told = f"Page{label}of{count}" if label else ""
        foot = "".join(
            one.text
            for one in w.texts
            if one.page == number and one.artifact and one.artifact.subtype == "Footer"
        )
        if told not in foot.replace(" ", ""):
            yield f"page {number + 1}"


@requires("04-001", "Text stands out from the paper, at least 4.5 to 1")
def _(w: Walked) -> Iterator[str]:
    for colour in {one.colour for one in w.texts}:
        if (ratio := 1.05 / (_light(colour) + 0.05)) < 4.5:
            yield f"{colour} has {ratio:.1f}"


@requires("11-001", "The language of all text can be determined, of words in other letters too")
def _(w: Walked) -> Iterator[str]:
    own = str(w.root.get("/Lang", ""))
    if not own:
        yield "the document has no language"
    for one in w.texts:
        if one.annotation or one.artifact:
            continue
        spoken = _spoken(w, one) or own
        for script in {unicodedata.name(c, "?").split()[0] for c in one.text if c.isalpha()}:
            known = _WRITTEN.get(script)
            if known and spoken.split("-")[0].lower() not in known:
                yield f"page {one.page + 1}: {one.text} in {spoken}"


def _spoken(w: Walked, shown: Shown) -> str:
    for mark in reversed(shown.marks):
        if mark.lang:
            return mark.lang
    element = w.element_of(shown)
    for one in [element, *element.above()] if element else []:
        if "/Lang" in one.node:
            return str(one.node.Lang)
    return ""


@requires("30-001", "There is no reference XObject")
def _(w: Walked) -> Iterator[str]:
    yield from (str(one.objgen) for one in w.dictionaries if "/Ref" in one and one.get("/Subtype") == "/Form")


@requires("30-002", "No form XObject with marks is shown twice: none holds marks at all")
def _(w: Walked) -> Iterator[str]:
    yield from (f"page {one.page + 1}" for one in w.content if one.annotation and one.mcid is not None)


def _light(colour: tuple[float, ...]) -> float:
    """Relative luminance."""
    parts = colour * 3 if len(colour) == 1 else colour
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
