"""What can be pressed or filled in: each in the structure, each with its words."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary

from tests.pdf.ua.requirement import requires
from tests.pdf.ua.walk import Element, Walked

_HIDDEN = 2
_KNOWN = {"/Link", "/Widget"}


def _shown(w: Walked, *kinds: str) -> Iterator[tuple[int, Dictionary]]:
    for page, one in w.annotations:
        if not int(one.get("/F", 0)) & _HIDDEN and (not kinds or str(one.Subtype) in kinds):
            yield page, one


def _holders(w: Walked, one: Dictionary) -> list[Element]:
    return [e for e in w.elements if any(kid.Obj.objgen == one.objgen for kid in e.objects)]


@requires("28-002", "There are no annotations but links and fields")
def _(w: Walked) -> Iterator[str]:
    yield from (
        f"page {page + 1}: {one.Subtype}" for page, one in _shown(w) if str(one.Subtype) not in _KNOWN
    )


@requires("28-004", "Each annotation has words: its contents, or a field's name for people")
def _(w: Walked) -> Iterator[str]:
    for page, one in _shown(w):
        if not str(one.get("/Contents", one.get("/TU", ""))).strip():
            yield f"page {page + 1}"


@requires("28-005", "Each field has a name for people (TU)")
def _(w: Walked) -> Iterator[str]:
    for page, one in _shown(w, "/Widget"):
        if not str(one.get("/TU", "")).strip():
            yield f"page {page + 1}: {one.get('/T')}"


@requires("28-008", "A page with annotations says in which order they are reached")
def _(w: Walked) -> Iterator[str]:
    for number, page in enumerate(w.pages):
        if "/Annots" in page and "/Tabs" not in page:
            yield f"page {number + 1}"


@requires("28-009", "That order is the structure's")
def _(w: Walked) -> Iterator[str]:
    for number, page in enumerate(w.pages):
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield f"page {number + 1}"


@requires("28-010", "Each field lies in an element Form, once")
def _(w: Walked) -> Iterator[str]:
    for page, one in _shown(w, "/Widget"):
        if [e.kind for e in _holders(w, one)] != ["Form"]:
            yield f"page {page + 1}: {one.get('/T')} in {[e.kind for e in _holders(w, one)]}"


@requires("28-011", "Each link lies in an element Link, once")
def _(w: Walked) -> Iterator[str]:
    for page, one in _shown(w, "/Link"):
        if [e.kind for e in _holders(w, one)] != ["Link"]:
            yield f"page {page + 1}: in {[e.kind for e in _holders(w, one)]}"


@requires("28-012", "Each link has words in its Contents")
def _(w: Walked) -> Iterator[str]:
    for page, one in _shown(w, "/Link"):
        if not str(one.get("/Contents", "")).strip():
            yield f"page {page + 1}"


@requires("MJ-28a", "Each element Link holds a link and words, and is printed")
def _(w: Walked) -> Iterator[str]:
    for link in w.of("Link"):
        if not link.objects or not (link.marks or link.kids):
            yield f"{link.node.objgen}"
    yield from (f"page {p + 1}" for p, one in _shown(w) if not int(one.get("/F", 0)) & 4)


@requires("MJ-28b", "Each field is in the form's list, and has a look")
def _(w: Walked) -> Iterator[str]:
    listed = {one.objgen for one in w.root.get("/AcroForm", Dictionary()).get("/Fields", [])}
    for page, one in _shown(w, "/Widget"):
        if one.objgen not in listed or "/N" not in one.get("/AP", Dictionary()):
            yield f"page {page + 1}: {one.get('/T')}"
