"""A PDF as its reader meets it: text, outline, metadata, fonts, structure, and every stream unpacked."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pypdfium2 import raw


def text(pdf: bytes) -> str:
    """The words of all pages as they are copied out, one line of the page a line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(_page_text(page) for page in document) + "\n"
    finally:
        document.close()


def _page_text(page: pypdfium2.PdfPage) -> str:
    words = page.get_textpage()
    try:
        lines: list[str] = words.get_text_range().splitlines()
        return "\n".join(line.rstrip() for line in lines)
    finally:
        words.close()
        page.close()


def squeezed(words: str) -> str:
    """Without any white space, for text that was broken into lines."""
    return "".join(words.split())


def page_count(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def outline(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [entry.get_title() for entry in document.get_toc()]
    finally:
        document.close()


def metadata(pdf: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {str(key): str(value) for key, value in document.docinfo.items()}


def fonts(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Name of each font that any page may use, and whether its file is inside."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                inner = item.get("/DescendantFonts", [item])[0]
                yield str(item.BaseFont), "/FontFile2" in inner.FontDescriptor


def everything(pdf: bytes) -> bytes:
    """All bytes of the file and of each stream in it, unpacked."""
    parts = [pdf]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                parts.append(item.read_bytes())
            parts.append(repr(item).encode())
    return b"\n".join(parts)


def structure(pdf: bytes) -> list[str]:
    """The kinds of the structure tree's elements in reading order."""
    kinds: list[str] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                walk(kid)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            kinds.append(str(node.S).removeprefix("/"))
            walk(node.get("/K", pikepdf.Array()))

    with pikepdf.open(io.BytesIO(pdf)) as document:
        walk(document.Root.StructTreeRoot.K)
    return kinds


def alternatives(pdf: bytes) -> list[str]:
    """What is said in place of each figure."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            str(item.Alt)
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]


def places(pdf: bytes) -> dict[str, float]:
    """How far from the left each character of the first page stands, the last of its kind."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    words = page.get_textpage()
    try:
        count = range(words.count_chars())
        return {chr(raw.FPDFText_GetUnicode(words, i)): words.get_charbox(i)[0] for i in count}
    finally:
        words.close()
        page.close()
        document.close()


def boxes(pdf: bytes) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every character that is seen."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            words = page.get_textpage()
            seen = (
                i for i in range(words.count_chars()) if not chr(raw.FPDFText_GetUnicode(words, i)).isspace()
            )
            yield from [words.get_charbox(i) for i in seen]
            words.close()
            page.close()
    finally:
        document.close()
