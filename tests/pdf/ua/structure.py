"""The structure tree: standard types, rightly nested, headings in steps, tables and lists of one shape."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pikepdf import Array, Dictionary

from tests.pdf.ua.requirement import requires
from tests.pdf.ua.walk import Element, Walked

_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_GROUPS = frozenset(
    (
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "TOC",
        "Table",
        "TR",
        "THead",
        "TBody",
        "L",
        "LI",
    )
)


@requires("02-001", "Each type that is not standard is mapped to one that is")
def _(w: Walked) -> Iterator[str]:
    roles = _roles(w)
    for kind in {element.kind for element in w.elements}:
        at, seen = kind, {kind}
        while not w.standard(at) and at in roles and roles[at] not in seen:
            at = roles[at]
            seen.add(at)
        if not w.standard(at):
            yield kind


@requires("02-003", "No mapping goes in a circle")
def _(w: Walked) -> Iterator[str]:
    roles = _roles(w)
    for kind in roles:
        at, steps = kind, 0
        while at in roles and steps <= len(roles):
            at, steps = roles[at], steps + 1
        if steps > len(roles):
            yield kind


@requires("02-004", "No standard type is mapped to another")
def _(w: Walked) -> Iterator[str]:
    yield from (kind for kind in _roles(w) if w.standard(kind))


def _roles(w: Walked) -> dict[str, str]:
    found = w.root.StructTreeRoot.get("/RoleMap", Dictionary())
    return {key.removeprefix("/"): str(value).removeprefix("/") for key, value in found.items()}


@requires("MJ-09a", "There is one Document at the top, and each element knows its parent")
def _(w: Walked) -> Iterator[str]:
    top = [element for element in w.elements if element.parent is None]
    if [element.kind for element in top] != ["Document"]:
        yield f"top: {[element.kind for element in top]}"
    for element in w.elements:
        parent = element.parent.node if element.parent else w.root.StructTreeRoot
        if element.node.P.objgen != parent.objgen:
            yield f"{element.kind} {element.node.objgen}"


@requires("MJ-09b", "No element is empty, but a table's cell, and what groups others holds no text itself")
def _(w: Walked) -> Iterator[str]:
    for element in w.elements:
        empty = not element.kids and not element.marks and not element.objects
        if empty and element.kind not in ("TD", "TH", "Document"):
            yield f"{element.kind} {element.node.objgen} is empty"
        if element.kind in _GROUPS and element.marks:
            yield f"{element.kind} holds text"


@requires("MJ-09c", "The parent tree leads from each mark, field and link to its element")
def _(w: Walked) -> Iterator[str]:
    keys = list(w.parents)
    if keys != sorted(keys):
        yield "its numbers are not in order"
    if keys and int(w.root.StructTreeRoot.get("/ParentTreeNextKey", 0)) <= max(keys):
        yield "ParentTreeNextKey is too small"
    for page in w.pages:
        own = {mark: e for (place, mark), (e, *_) in w.by_mark.items() if place == page.objgen}
        told = w.parents.get(int(page.get("/StructParents", -1)), Array())
        if not isinstance(told, Array) or len(told) != len(own):
            yield f"page {page.objgen}: {len(own)} marks"
            continue
        for mark, element in own.items():
            if told[mark].objgen != element.node.objgen:
                yield f"page {page.objgen}, mark {mark}"
    for element in w.elements:
        for kid in element.objects:
            told = w.parents.get(int(kid.Obj.get("/StructParent", -1)))
            if told is None or told.objgen != element.node.objgen:
                yield f"{element.kind}: {kid.Obj.objgen}"


@requires("09-004", "A table holds rows, and rows cells")
def _(w: Walked) -> Iterator[str]:
    yield from _nested(w, "Table", {"TR", "THead", "TBody", "TFoot", "Caption"})
    yield from _nested(w, "TR", {"TH", "TD"})
    yield from _inside(w, "TR", {"Table", "THead", "TBody", "TFoot"})
    for kind in ("TH", "TD"):
        yield from _inside(w, kind, {"TR"})


@requires("09-005", "A list holds items, and items a label and a body")
def _(w: Walked) -> Iterator[str]:
    yield from _nested(w, "L", {"LI", "L", "Caption"})
    yield from _nested(w, "LI", {"Lbl", "LBody"})
    yield from _inside(w, "LI", {"L"})
    yield from _inside(w, "LBody", {"LI"})
    for item in w.of("LI"):
        if [kid.kind for kid in item.kids] not in (["Lbl", "LBody"], ["LBody"]):
            yield f"LI holds {[kid.kind for kid in item.kids]}"


@requires("09-006", "A table of contents holds its entries, and entries references")
def _(w: Walked) -> Iterator[str]:
    yield from _nested(w, "TOC", {"TOC", "TOCI", "Caption"})
    yield from _nested(w, "TOCI", {"Lbl", "Reference", "NonStruct", "P", "TOC"})
    yield from _inside(w, "TOCI", {"TOC"})


@requires("09-007", "There are no ruby or warichu elements")
def _(w: Walked) -> Iterator[str]:
    yield from (e.kind for e in w.of("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"))


def _nested(w: Walked, kind: str, inside: set[str]) -> Iterator[str]:
    for element in w.of(kind):
        yield from (f"{kind} holds {kid.kind}" for kid in element.kids if kid.kind not in inside)


def _inside(w: Walked, kind: str, above: set[str]) -> Iterator[str]:
    for element in w.of(kind):
        if not element.parent or element.parent.kind not in above:
            yield f"{kind} in {element.parent and element.parent.kind}"


@requires("13-004", "Each figure has words in its place")
def _(w: Walked) -> Iterator[str]:
    for figure in w.of("Figure"):
        if not str(figure.node.get("/Alt", figure.node.get("/ActualText", ""))).strip():
            yield f"{figure.node.objgen}"


@requires("MJ-13a", "Each figure says where it stands, and lies on its page")
def _(w: Walked) -> Iterator[str]:
    for figure in w.of("Figure"):
        box = figure.get("Layout", "BBox")
        page = w.pages[w.page_of[figure.marks[0][0]]].MediaBox
        left, low, right, high = map(float, box or (0, 0, 0, 0))
        if not (0 <= left < right <= float(page[2]) and 0 <= low < high <= float(page[3])):
            yield f"BBox is {box}"


@requires("14-002", "The first heading is H1")
def _(w: Walked) -> Iterator[str]:
    headings = w.of(*_HEADINGS)
    if headings and headings[0].kind != "H1":
        yield headings[0].kind


@requires("14-003", "No level of heading is skipped")
def _(w: Walked) -> Iterator[str]:
    levels = [int(heading.kind[1]) for heading in w.of(*_HEADINGS)]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"H{after} after H{before}"


@requires("14-006", "Headings are numbered throughout, without H")
def _(w: Walked) -> Iterator[str]:
    yield from ("H" for _ in w.of("H"))


@requires("15-003", "Each head of a table says what it is the head of, and each table has heads")
def _(w: Walked) -> Iterator[str]:
    for head in w.of("TH"):
        if head.get("Table", "Scope") not in ("/Column", "/Row", "/Both"):
            yield f"{head.node.objgen}"
    for table in w.of("Table"):
        if not any(one.kind == "TH" for one in table.below()):
            yield "a table without heads"


@requires("15-005", "All rows of a table have as many cells")
def _(w: Walked) -> Iterator[str]:
    for table in w.of("Table"):
        lengths = {len(row.kids) for row in table.below() if row.kind == "TR"}
        spans = [c for c in table.below() if c.get("Table", "ColSpan") or c.get("Table", "RowSpan")]
        if len(lengths) != 1 and not spans:
            yield f"rows of {sorted(lengths)} cells"


@requires("16-001", "A list of steps says how it is numbered")
def _(w: Walked) -> Iterator[str]:
    for one in w.of("L"):
        numbering = one.get("List", "ListNumbering")
        steps = all(_numbered(w, item) for item in one.kids if item.kind == "LI")
        if steps and numbering in (None, "/None", "/Disc"):
            yield f"{numbering}"


def _numbered(w: Walked, item: Element) -> bool:
    label = next((kid for kid in item.kids if kid.kind == "Lbl"), None)
    if not label or not label.marks:
        return False
    words = "".join(one.text for one in w.texts if w.element_of(one) is label)
    return words.strip(" .").isdigit()


@requires("17-002", "There are no formulas without words in their place")
def _(w: Walked) -> Iterator[str]:
    yield from ("Formula" for one in w.of("Formula") if "/Alt" not in one.node)


@requires("19-003", "Each note has an ID of its own")
def _(w: Walked) -> Iterator[str]:
    names = [str(note.node.get("/ID", "")) for note in w.of("Note")]
    if "" in names or len(set(names)) != len(names):
        yield f"{names}"
