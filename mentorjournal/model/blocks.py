"""Written text: a document of blocks, each of styled spans. What is kept is this, never HTML or Markdown.

A document is a tuple of blocks; the empty tuple is the empty text. `to_json` is canonical: equal documents
give equal text, and `from_json(to_json(document)) == document` for every document that is normal (see
`normal`), which is what `from_json` and the editor return.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from mentorjournal.errors import InvalidInput

FORMAT = 1
"""Version of the JSON shape, kept in every document."""

DEEPEST_LEVEL = 6


class NotADocument(InvalidInput):
    """A text that `to_json` did not write."""


class BlockKind(StrEnum):
    PARAGRAPH = "p"
    HEADING_1 = "h1"
    HEADING_2 = "h2"
    BULLET = "ul"
    NUMBERED = "ol"
    CHECK = "check"
    QUOTE = "quote"
    DIVIDER = "hr"

    @property
    def is_list(self) -> bool:
        return self in (BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.CHECK)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters with one style. Its text holds no line break."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""

    def __repr__(self) -> str:
        return f"Span({len(self.text)} characters)"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, quote or divider.

    *level* is the nesting of list items, 0 to 6; *done* belongs to check items alone.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    spans: tuple[Span, ...] = ()
    level: int = 0
    done: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    def __repr__(self) -> str:
        return f"Block({self.kind.value}, {len(self.spans)} spans)"


Document = tuple[Block, ...]

EMPTY: Document = ()

# Everything that ends a line or paragraph somewhere. U+FFFC and U+FDD0 and on are Qt's own marks.
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NEVER = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ufffc\ufdd0\ufdd1\ud800-\udfff]")
_MAY_LEAD = ("http://", "https://", "mailto:")


def tidy(text: str) -> str:
    """*text* with every break as “\\n”, and without marks that no text may hold."""
    return _NEVER.sub("", _BREAKS.sub("\n", text))


def leads(address: str) -> bool:
    """Whether a link may lead there: to the web or a mailbox, never to a file or a script."""
    return address.lower().startswith(_MAY_LEAD)


def paragraph(text: str) -> Block:
    """A plain paragraph of one line of text."""
    return normal([Block(spans=(Span(text),))])[0]


def from_plain(text: str) -> Document:
    """Plain text, a paragraph for each line; blank lines only separate."""
    lines = [line for line in _BREAKS.split(text) if line.strip()]
    return normal(Block(spans=(Span(line),)) for line in lines)


def to_plain(document: Document) -> str:
    """The words alone, a line for each block, as search and summaries read them."""
    return "\n".join(block.text for block in document if block.kind is not BlockKind.DIVIDER)


def is_empty(document: Document) -> bool:
    """Whether there is nothing to read: no words, no divider."""
    return not any(block.text.strip() or block.kind is BlockKind.DIVIDER for block in document)


def opening(document: Document, length: int = 200) -> str:
    """The first words on one line, at most *length* characters, for a list row."""
    words: list[str] = []
    size = 0
    for block in document:
        text = block.text.strip()
        if text:
            words.append(text)
            size += len(text) + 1
        if size > length:
            break
    return " ".join(" ".join(words).split())[:length]


def word_count(document: Document) -> int:
    return sum(len(block.text.split()) for block in document)


def normal(blocks: Iterable[Block]) -> Document:
    """The same text in its one normal shape: adjoining spans of one style joined, empty ones and marks that
    no text may hold dropped, line breaks inside a span turned into spaces, and *level* and *done* only where
    they mean something.
    """
    return tuple(_normal_block(block) for block in blocks)


def _normal_block(block: Block) -> Block:
    level = min(max(block.level, 0), DEEPEST_LEVEL) if block.kind.is_list else 0
    done = block.done and block.kind is BlockKind.CHECK
    spans = () if block.kind is BlockKind.DIVIDER else _normal_spans(block.spans)
    if (spans, level, done) == (block.spans, block.level, block.done):
        return block
    return Block(kind=block.kind, spans=spans, level=level, done=done)


def _normal_spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    clean = [span for span in map(_clean, spans) if span.text]
    if len(clean) < 2:
        return tuple(clean)
    return tuple(
        replace(style, text="".join(span.text for span in run)) for style, run in groupby(clean, key=_style)
    )


def _clean(span: Span) -> Span:
    text = _NEVER.sub("", _BREAKS.sub(" ", span.text))
    return span if text == span.text else replace(span, text=text)


def _style(span: Span) -> Span:
    return replace(span, text="")


_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(document: Document) -> str:
    """Canonical JSON: ``{"v":1,"blocks":[{"k":"p","s":[{"t":"…","b":1}]}]}``."""
    blocks = [_block_to_data(block) for block in document]
    return _CANONICAL.encode({"v": FORMAT, "blocks": blocks})


def from_json(text: str) -> Document:
    """Read what `to_json` wrote. Raises NotADocument for anything that is not one."""
    try:
        data = json.loads(text)
        if data["v"] > FORMAT:
            raise InvalidInput("This text was written by a newer Mentor Journal.")
        return normal(_block_from_data(item) for item in data["blocks"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NotADocument("This text is not in Mentor Journal's form.") from error


def _block_to_data(block: Block) -> dict[str, object]:
    data: dict[str, object] = {"k": block.kind.value}
    if block.spans:
        data["s"] = [_span_to_data(span) for span in block.spans]
    if block.level:
        data["l"] = block.level
    if block.done:
        data["d"] = 1
    return data


_MARKS = (("b", "bold"), ("i", "italic"), ("x", "strike"), ("c", "code"))


def _span_to_data(span: Span) -> dict[str, object]:
    data: dict[str, object] = {"t": span.text}
    if not (span.bold or span.italic or span.strike or span.code or span.link):
        return data
    for short, name in _MARKS:
        if getattr(span, name):
            data[short] = 1
    if span.link:
        data["a"] = span.link
    return data


def _block_from_data(data: dict[str, object]) -> Block:
    spans = data.get("s", [])
    level = data.get("l", 0)
    if not isinstance(spans, list) or not isinstance(level, int):
        raise TypeError
    return Block(
        kind=BlockKind(str(data["k"])),
        spans=tuple(_spans_from_data(spans)),
        level=level,
        done=bool(data.get("d", 0)),
    )


def _spans_from_data(items: list[dict[str, object]]) -> Iterator[Span]:
    for item in items:
        text, link = item["t"], item.get("a", "")
        if not isinstance(text, str) or not isinstance(link, str):
            raise TypeError
        yield Span(
            text=text,
            bold=bool(item.get("b")),
            italic=bool(item.get("i")),
            strike=bool(item.get("x")),
            code=bool(item.get("c")),
            link=link,
        )
