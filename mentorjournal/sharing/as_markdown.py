"""A paper as Markdown: its headings, lists and tables are markup, and nothing that a person wrote is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mentorjournal.model.blocks import Block, BlockKind, Document, Span, leads, tidy
from mentorjournal.model.bound import Chapter, Cover, Index
from mentorjournal.model.numbering import numbered
from mentorjournal.model.paper import (
    Beside,
    Bullets,
    Code,
    Entry,
    Facts,
    Heading,
    Line,
    Paper,
    Picture,
    Piece,
    Signatures,
    Table,
    Together,
    Writing,
)
from mentorjournal.model.unbound import unbound

_MARKUP = re.compile(r"[\\`*_\[\]<>~|$]|&(?=[#\w])")
_ESCAPED_OR_SIGN = re.compile(r"\\.|&#|#", re.DOTALL)
_AT_THE_START = re.compile(r"[#+=:-]|[0-9]{1,9}(?=[.)])")
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20<>\\]")
_DEEPEST_HEADING = 6


def as_markdown(paper: Paper) -> str:
    """CommonMark with tables; every piece is a block of its own."""
    blocks = [f"# {heading_words(paper.title)}"]
    if paper.subtitle:
        blocks.append(words(paper.subtitle))
    blocks += pieces_as_markdown(paper.pieces)
    if paper.footer:
        blocks += ["---", words(paper.footer)]
    return "\n\n".join(blocks) + "\n"


def pieces_as_markdown(pieces: Iterable[Piece]) -> list[str]:
    """Blocks, to be set apart by a blank line."""
    return [block for piece in pieces for block in _blocks(piece) if block]


def words(text: str, indent: str = "") -> str:
    """*text* so that Markdown reads exactly these words. Lines after the first stand behind *indent*."""
    lines = tidy(text).split("\n")
    trailing = 0
    while len(lines) > 1 and not lines[-1]:
        lines.pop()
        trailing += 1
    return f"\\\n{indent}".join(map(_line, lines)) + "&#10;" * trailing


def heading_words(text: str) -> str:
    """The same on one line; a heading may not end in signs that close it."""
    return _ESCAPED_OR_SIGN.sub(lambda found: "\\#" if found[0] == "#" else found[0], cell_words(text))


def cell_words(text: str) -> str:
    return "&#10;".join(map(_line, tidy(text).split("\n")))


def _line(line: str) -> str:
    inner = line.strip()
    if not inner:
        return "".join(map(_named, line))
    start = line.index(inner)
    before, after = line[:start], line[start + len(inner) :]
    escaped = _escaped(inner, at_the_start=True)
    return "".join(map(_named, before)) + escaped + "".join(map(_named, after))


def _escaped(inner: str, *, at_the_start: bool) -> str:
    escaped = _MARKUP.sub(r"\\\g<0>", inner)
    if at_the_start and (found := _AT_THE_START.match(inner)):
        at = found.end() if inner[0].isdigit() else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


def _named(space: str) -> str:
    """Space at the edge of a line would be dropped; by its number it stays."""
    return f"&#{ord(space)};"


def _blocks(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading():
            yield _heading(piece.text, piece.level + 1)
        case Line():
            yield words(piece.text)
        case Writing():
            yield from _writing(piece.text)
        case Facts():
            yield "\n".join(f"- **{words(label)}:** {words(value, '  ')}" for label, value in piece.rows)
        case Table():
            yield _table(piece)
        case Bullets():
            yield "\n".join(
                f"{f'{number}.' if piece.numbered else '*'} {words(item, '   ')}"
                for number, item in enumerate(piece.items, start=1)
            )
        case Picture():
            yield words(f"Chart: {piece.chart.words}")
        case Together():
            for inner in piece.pieces:
                yield from _blocks(inner)
        case Cover() | Chapter() | Index():
            for shown in unbound(piece):
                yield from _blocks(shown)
        case _:
            yield from _of_short_pages(piece)


def _of_short_pages(piece: Piece) -> Iterator[str]:
    match piece:
        case Code():
            yield words(" ".join(piece.groups))
        case Beside():
            yield _heading(piece.heading, 3)
            yield "\n".join(f"* {_entry(entry)}" for entry in piece.entries)
        case Signatures():
            yield "\n".join(f"- {words(who)}, date and signature:" for who in piece.who)
        case _:  # what is only for the pen, or to be filled in on the screen
            return


def _heading(text: str, level: int) -> str:
    return f"{'#' * min(level, _DEEPEST_HEADING)} {heading_words(text)}"


def _table(table: Table) -> str:
    head, *rows = ([cell_words(cell) for cell in row] for row in (table.header, *table.rows))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def _entry(entry: Entry) -> str:
    mark = f"**{words(entry.mark)}:** " if entry.mark else ""
    aside = f" ({entry.aside})" if entry.text and entry.aside else entry.aside
    return f"{mark}{words(entry.text + aside, '  ')}"


def _writing(document: Document) -> Iterator[str]:
    """Blocks as they were written; what follows in one list stands together."""
    items: list[str] = []
    for block, number in numbered(document):
        if block.kind.is_list:
            if block.text.strip():
                items.append(_list_item(block, number))
            continue
        yield "\n".join(items)
        items = []
        match block.kind:
            case BlockKind.DIVIDER:
                yield "---"
            case BlockKind.HEADING_1 | BlockKind.HEADING_2:
                yield _heading(block.text, 4 if block.kind is BlockKind.HEADING_1 else 5)
            case BlockKind.QUOTE:
                yield f"> {_spans(block)}" if block.text.strip() else ""
            case _:
                yield _spans(block) if block.text.strip() else ""
    yield "\n".join(items)


def _list_item(block: Block, number: int) -> str:
    mark = f"{number}." if block.kind is BlockKind.NUMBERED else "*"
    box = ("[x] " if block.done else "[ ] ") if block.kind is BlockKind.CHECK else ""
    return f"{'    ' * block.level}{mark} {box}{_spans(block)}"


def _spans(block: Block) -> str:
    """The words, marked as they were written where Markdown can tell the marks from the words around."""
    text, at = block.text, 0
    shown = []
    for span in block.spans:
        end = at + len(span.text)
        shown.append(_span(span, first=at == 0, before=text[:at][-1:], after=text[end : end + 1]))
        at = end
    return "".join(shown)


def _span(span: Span, *, first: bool, before: str, after: str) -> str:
    inner = span.text.strip()
    if not inner:
        return span.text if before and after else "".join(map(_named, span.text))
    start = span.text.index(inner)
    left, right = span.text[:start], span.text[start + len(inner) :]
    # A link can be told wherever it stands, but for behind a “!”, where it would be a picture.
    link = span.link and (left or before != "!")
    open_, close = _marks(span) if link or (_apart(before, left) and _apart(after, right)) else ("", "")
    escaped = _escaped(inner, at_the_start=first and not open_)
    return f"{_edge(left, before)}{open_}{escaped}{close}{_edge(right, after)}"


def _apart(neighbour: str, space: str) -> bool:
    return bool(space) or not neighbour or neighbour.isspace()


def _edge(space: str, neighbour: str) -> str:
    return space if neighbour else "".join(map(_named, space))


def _marks(span: Span) -> tuple[str, str]:
    style = "**" * span.bold + "*" * span.italic + "~~" * span.strike
    if leads(span.link):
        address = _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", span.link)
        return f"[{style}", f"{style[::-1]}](<{address}>)"
    return style, style[::-1]
