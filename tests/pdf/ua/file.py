"""What the whole file says of itself: title, language, marks, bookmarks, numbers of pages, protection."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Dictionary, Object

from tests.pdf.ua.requirement import requires
from tests.pdf.ua.walk import Walked

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@requires("01-007", "Suspects is not true")
def _(w: Walked) -> Iterator[str]:
    if w.root.get("/MarkInfo", Dictionary()).get("/Suspects", False):
        yield "Suspects is true"


@requires("MJ-01c", "MarkInfo says that the file is marked, and there is a structure tree")
def _(w: Walked) -> Iterator[str]:
    if w.root.get("/MarkInfo", Dictionary()).get("/Marked", False) is not True:
        yield "Marked is not true"
    if not w.elements:
        yield "no structure tree"


@requires("06-001", "There is XMP metadata in the catalogue")
def _(w: Walked) -> Iterator[str]:
    if not w.xmp:
        yield "none"


@requires("06-002", "XMP holds the PDF/UA identifier, part 1")
def _(w: Walked) -> Iterator[str]:
    with w.pdf.open_metadata() as meta:
        if str(meta.get("pdfuaid:part")) != "1":
            yield f"part {meta.get('pdfuaid:part')}"


@requires("06-003", "XMP holds dc:title, the same as the document's title")
def _(w: Walked) -> Iterator[str]:
    with w.pdf.open_metadata() as meta:
        if not meta.get("dc:title") or meta["dc:title"] != str(w.pdf.docinfo.get("/Title")):
            yield f"{meta.get('dc:title')!r} beside {w.pdf.docinfo.get('/Title')!r}"


@requires("07-001", "ViewerPreferences hold DisplayDocTitle")
def _(w: Walked) -> Iterator[str]:
    if "/DisplayDocTitle" not in w.root.get("/ViewerPreferences", Dictionary()):
        yield "it is not there"


@requires("07-002", "DisplayDocTitle is true")
def _(w: Walked) -> Iterator[str]:
    if w.root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle") is not True:
        yield "it is not"


@requires(
    "11-006",
    "The language of the document is known: of its metadata, bookmarks and alternatives too",
)
def _(w: Walked) -> Iterator[str]:
    if not _LANGUAGE.fullmatch(str(w.root.get("/Lang", ""))):
        yield f"Lang is {w.root.get('/Lang')!r}"


@requires("20-001", "There are no optional layers")
def _(w: Walked) -> Iterator[str]:
    if "/OCProperties" in w.root:
        yield "there are"


@requires("21-001", "There are no embedded files")
def _(w: Walked) -> Iterator[str]:
    if w.pdf.attachments or any(one.get("/Type") == "/Filespec" for one in w.dictionaries):
        yield "there are"


@requires("25-001", "There is no dynamic XFA form")
def _(w: Walked) -> Iterator[str]:
    if "/XFA" in w.root.get("/AcroForm", Dictionary()):
        yield "there is"


@requires("26-001", "An encrypted file says what is allowed")
def _(w: Walked) -> Iterator[str]:
    if w.pdf.is_encrypted and "/P" not in w.pdf.trailer.Encrypt:
        yield "no P"


@requires("26-002", "Encryption lets programs read the file to people")
def _(w: Walked) -> Iterator[str]:
    if w.pdf.is_encrypted and not w.pdf.allow.accessibility:
        yield "it does not"


@requires("MJ-27a", "A document with headings has bookmarks, all of them leading to a page of it")
def _(w: Walked) -> Iterator[str]:
    with w.pdf.open_outline() as outline:
        items = list(outline.root)
    if w.of("H2") and not items:
        yield "none"
    known = set(w.root.get("/Dests", Dictionary()).keys())
    while items:
        item = items.pop()
        items += item.children
        aim = item.destination
        if isinstance(aim, Object) and f"/{str(aim).removeprefix('/')}" in known:
            continue
        if not aim or aim[0].objgen not in w.page_of:
            yield f"“{item.title}” leads nowhere"


@requires("MJ-27b", "Pages have labels, numbers from 1 without a gap; covers alone have none")
def _(w: Walked) -> Iterator[str]:
    told = [label for label in w.labels if label]
    if told != [str(n + 1) for n in range(len(told))] or len(w.labels) - len(told) > 1:
        yield f"they are {w.labels}"


@requires("MJ-29a", "Nothing in the file acts by itself")
def _(w: Walked) -> Iterator[str]:
    for one in w.dictionaries:
        if one.get("/S") in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData") or "/AA" in one:
            yield str(one.objgen)
    if "/OpenAction" in w.root:
        yield "OpenAction"
