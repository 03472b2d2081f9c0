"""A filled-in PDF form as a file from somebody else: opened without trust, its fields read as plain text.

Only values are read. Scripts, actions, links and attachments in it are never looked at, and rich text is left
aside for the plain text that stands beside it.
"""

from __future__ import annotations

import contextlib
import io
import re
import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from mentorjournal.errors import ImportProblem
from mentorjournal.exchange.incoming import name_of, readable
from mentorjournal.exchange.unpacking import LARGEST_STREAM, unpacks_too_far
from mentorjournal.model.fields import PIECE

LARGEST_FORM = 20 * 1024 * 1024
"""Bytes. A form is a few hundred thousand; what is larger than this is another thing."""

_MOST_NODES = 5000
_DEEPEST = 20
_ROOM = 2 * LARGEST_STREAM
_ROOM_FOR_A_NODE = 64
_LIMITS: dict[str, Any] = {
    "flate_max_memory": LARGEST_STREAM,
    "png_max_memory": LARGEST_STREAM,
    "tiff_max_memory": LARGEST_STREAM,
    "dct_max_memory": LARGEST_STREAM,
    "dct_max_progressive_scans": 50,
    "max_stream_filters": 1,
    "parser_max_container_size": 100_000,
    "doc_max_warnings": 200,
}
_LANGUAGE = re.compile("\x1b[a-zA-Z]{2}(?:[a-zA-Z]{2})?\x1b")
"""How a PDF may say in the middle of a text which language follows."""

_ENCODINGS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))

_UNUSED = b"\x7f\x9f\xad"
"""Bytes that stand for nothing in a PDF's own encoding."""

_GOES_WRONG = (
    *(pikepdf.PdfError, pikepdf.ForeignObjectError, ValueError, TypeError, LookupError, AttributeError),
    *(RuntimeError, ArithmeticError, MemoryError),
)
"""What the library raises over a file that is not as it should be."""


_Waiting = tuple[pikepdf.Object, str, pikepdf.Object | None, int]
"""A node of the tree of fields, the name above it, the value it inherits, and how deep it lies."""


@dataclass(slots=True, repr=False)
class FormFile:
    """The texts of all fields by their full names, and what else was found."""

    values: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    xfa: bool = False


class _TooMuch(Exception):
    """More than a form can say: what stands in a file once may be used by thousands of its fields."""


@dataclass(slots=True)
class _Room:
    """How much may still be read of all names, texts and nodes together."""

    left: int = _ROOM

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise _TooMuch


def open_form(path: Path) -> FormFile:
    """Read the fields. Raises ImportProblem for what is no PDF, damaged, protected or too large."""
    name = name_of(path)
    data = _bytes_of(path, name)
    if b"%PDF-" not in data[:1024]:
        raise ImportProblem(
            f"“{name}” is not a PDF. Choose the form that was sent back. Nothing was changed."
        )
    too_much = ImportProblem(
        f"“{name}” holds far more than a form does, or packs it in a way that is not read here. Ask for"
        " the form as it was sent, filled in and saved in another program. Nothing was changed."
    )
    if unpacks_too_far(data):
        raise too_much
    damaged = ImportProblem(
        f"“{name}” is damaged or cut short. Ask for it once more, saved and sent again. Nothing was changed."
    )
    try:
        with _limits(), pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                raise _protected(name)
            return _read(pdf)
    except pikepdf.PasswordError as error:
        raise _protected(name) from error
    except ImportProblem:
        raise
    except _TooMuch as error:
        raise too_much from error
    except _GOES_WRONG as error:
        raise damaged from error


def _protected(name: str) -> ImportProblem:
    return ImportProblem(
        f"“{name}” is protected with a password, so its fields cannot be read. Ask for a copy without one."
        " Nothing was changed."
    )


def _bytes_of(path: Path, name: str) -> bytes:
    with readable(path):
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ImportProblem(f"“{name}” is not a file. Choose the form that was sent back.")
        if about.st_size > LARGEST_FORM:
            raise ImportProblem(
                f"“{name}” is too large to be this form ({about.st_size / 1024**2:.0f} MB; at most"
                f" {LARGEST_FORM // 1024**2} MB). Choose the form that was sent back. Nothing was changed."
            )
        return path.read_bytes()


@contextlib.contextmanager
def _limits() -> Iterator[None]:
    """The library's own limits, which hold for the whole process, while this file is read."""
    before: dict[str, Any] = pikepdf.settings.set_qpdf_limits(**_LIMITS)
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)


def _read(pdf: pikepdf.Pdf) -> FormFile:
    found, room = FormFile(), _Room()
    found.notes.update(_notes(pdf.Root, room))
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return found
    found.xfa = "/XFA" in form
    seen: set[tuple[int, int]] = set()
    left = _MOST_NODES
    waiting: list[_Waiting] = [(node, "", None, 0) for node in _kids(form.get("/Fields"), room)]
    while waiting and left:
        left -= 1
        node, above, inherited, depth = waiting.pop(0)
        if not isinstance(node, pikepdf.Dictionary) or depth > _DEEPEST:
            continue
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        own = node.get("/T")
        name = above
        if isinstance(own, pikepdf.String):
            part = _string(own, room)
            name = f"{above}.{part}" if above else part
        room.take(len(name))
        value = node.get("/V", inherited)
        kids = _kids(node.get("/Kids"), room)
        if kids and any(isinstance(kid, pikepdf.Dictionary) and "/T" in kid for kid in kids):
            waiting += [(kid, name, value, depth + 1) for kid in kids]
        elif name:
            _note(found, name, _text(value, room))
    return found


def _notes(catalogue: pikepdf.Object, room: _Room) -> Iterator[tuple[str, str]]:
    """What Mentor Journal noted for itself beside the fields."""
    inside: pikepdf.Object | None = catalogue
    for step in ("/PieceInfo", f"/{PIECE}", "/Private"):
        inside = inside.get(step) if isinstance(inside, pikepdf.Dictionary) else None
    if isinstance(inside, pikepdf.Dictionary):
        for key, value in inside.items():
            if isinstance(value, pikepdf.String):
                yield key.removeprefix("/"), _string(value, room)


def _kids(value: pikepdf.Object | None, room: _Room) -> list[pikepdf.Object]:
    if not isinstance(value, pikepdf.Array):
        return []
    room.take(_ROOM_FOR_A_NODE * len(value))
    return list(value)


def _note(found: FormFile, name: str, text: str | None) -> None:
    if text is None:
        found.unreadable.append(name)
        text = ""
    before = found.values.get(name)
    if before and text and before != text:
        found.doubled.append(name)
    elif not before:
        found.values[name] = text


def _text(value: pikepdf.Object | None, room: _Room) -> str | None:
    """The value as text, "" where there is none, None where it cannot be read."""
    if value is None:
        return ""
    if isinstance(value, pikepdf.String):
        return _string(value, room)
    if isinstance(value, pikepdf.Name):
        name = str(value).removeprefix("/")
        room.take(len(name))
        return name
    if isinstance(value, pikepdf.Stream):
        return _streamed(value, room)
    if isinstance(value, pikepdf.Array):
        room.take(_ROOM_FOR_A_NODE * len(value))
        parts = [_string(part, room) for part in value if isinstance(part, pikepdf.String)]
        return "\n".join(parts) if len(parts) == len(value) else None
    return None


def _string(value: pikepdf.String, room: _Room) -> str:
    data = bytes(value)
    room.take(len(data))
    return text_of(data)


def _streamed(stream: pikepdf.Stream, room: _Room) -> str | None:
    """A long text may lie in a stream of its own; it is unpacked no further than a text can be long."""
    data = stream.read_raw_bytes()
    room.take(len(data))
    packed = stream.get("/Filter")
    if isinstance(packed, pikepdf.Array) and len(packed) == 1:
        packed = packed[0]
    if packed is not None:
        if packed != pikepdf.Name.FlateDecode or "/DecodeParms" in stream:
            return None
        try:
            data = zlib.decompressobj().decompress(data, LARGEST_STREAM)
        except zlib.error:
            return None
        room.take(len(data))
    return text_of(data[:LARGEST_STREAM])


def text_of(data: bytes) -> str:
    """A PDF's text in whichever of its encodings it stands."""
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            return _LANGUAGE.sub("", data.removeprefix(mark).decode(encoding, "replace"))
    return data.translate(None, _UNUSED).decode("pdfdoc", "replace")
