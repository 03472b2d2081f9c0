"""Every way in which a word could lie in a PDF: shown, said, named, attached, packed, in a font's code."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator

import pikepdf

from tests.pdf import reading


def places_of(word: str, pdf: bytes) -> list[str]:
    """Where in *pdf* the *word* can be found, whatever its letters' case; empty when it is nowhere."""
    sought = word.casefold()
    found = {place for place, text in said(pdf) if sought in text.casefold()}
    raw = reading.everything(pdf).lower()
    for written in (sought.encode(), sought.encode("utf-16-be"), sought.encode("utf-16-le")):
        if written in raw or written.hex().encode() in raw:
            found.add("bytes")
    return sorted(found)


def said(pdf: bytes) -> Iterator[tuple[str, str]]:
    """Everything in *pdf* that is text to somebody, with its place."""
    yield "text", reading.text(pdf)
    yield "poppler", poppler(pdf)
    yield from (("outline", title) for title in reading.outline(pdf))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield from (("metadata", f"{key} {value}") for key, value in document.docinfo.items())
        with document.open_metadata() as xmp:
            yield "xmp", str(xmp)
        for name, attached in document.attachments.items():
            yield "attachment", name + attached.get_file().read_bytes().decode("utf-8", "replace")
        for page in document.pages:
            yield "drawn", "".join(_drawn(page.obj))
        for item in document.objects:
            yield from (("object", words) for words in _strings(item))


def poppler(pdf: bytes) -> str:
    """The words as poppler copies them out; none where its tool is not installed."""
    tool = shutil.which("pdftotext")
    if tool is None:
        return ""
    ended = subprocess.run([tool, "-", "-"], input=pdf, capture_output=True, check=True)
    return ended.stdout.decode("utf-8")


def _strings(item: pikepdf.Object) -> Iterator[str]:
    """Every name and string inside: titles, field values, alternative texts, names of destinations."""
    if isinstance(item, pikepdf.String | pikepdf.Name):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for inner in item:
            yield from _strings(inner) if not _apart(inner) else ()
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key, inner in item.items():
            yield key
            yield from _strings(inner) if not _apart(inner) else ()


def _apart(item: object) -> bool:
    """Whether it is an object of its own, which is looked at by itself, or no object at all."""
    return not isinstance(item, pikepdf.Object) or item.is_indirect


def _drawn(page: pikepdf.Object) -> Iterator[str]:
    """What is drawn, letter by letter, as each font's own table says what its codes mean."""
    fonts = page.get("/Resources", {}).get("/Font", {})
    tables = {name: _table(font) for name, font in fonts.items()}
    table: dict[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            table = tables.get(str(operands[0]), {})
        elif str(operator) in ("Tj", "'", '"'):
            yield _decoded(bytes(operands[-1]), table)
        elif str(operator) == "TJ":
            parts = [bytes(part) for part in operands[0] if isinstance(part, pikepdf.String)]
            yield from (_decoded(part, table) for part in parts)


def _table(font: pikepdf.Object) -> dict[bytes, str]:
    if "/ToUnicode" not in font:
        return {}
    table: dict[bytes, str] = {}
    words = font["/ToUnicode"].read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", words, re.S):
        for code, meant in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            table[bytes.fromhex(code)] = bytes.fromhex(meant).decode("utf-16-be", "replace")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", words, re.S):
        for first, last, meant in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(meant, 16)
            for code in range(int(first, 16), int(last, 16) + 1):
                table[code.to_bytes(len(first) // 2, "big")] = chr(start + code - int(first, 16))
        for first, _last, several in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]", block):
            for step, meant in enumerate(re.findall(r"<(\w+)>", several)):
                code = int(first, 16) + step
                table[code.to_bytes(len(first) // 2, "big")] = bytes.fromhex(meant).decode("utf-16-be")
    return table


def _decoded(codes: bytes, table: dict[bytes, str]) -> str:
    wide = max(map(len, table), default=1)
    return "".join(
        table.get(codes[i : i + wide], codes[i : i + wide].decode("latin-1"))
        for i in range(0, len(codes), wide)
    )
