"""Markdown read into blocks. Markdown is a way in and out, never what is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mentorjournal.model.blocks import Block, BlockKind, Document, Span, from_plain, normal

LONGEST_PART = 10_000
"""Characters between two blank lines. The reader's time grows with their square, and nobody marks up more."""

LONGEST_TEXT = 500_000
"""Characters of one text. What the reader makes of each may take a kilobyte."""

_HEADINGS = {"h1": BlockKind.HEADING_1}
_UNPAIRED = re.compile("[\ud800-\udfff]")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_TICKS = {"[ ] ": False, "[x] ": True, "[X] ": True}


def from_markdown(text: str, *, keep_lines: bool = False) -> Document:
    """The blocks that *text* says. No word of it is lost but the name of a code block's language, and no
    text makes it fail: HTML stays as the characters it is, pictures become links, and what is too long or too
    deep to be Markdown is plain text.

    With *keep_lines* a single line break begins a new block, as people mean it in plain notes.
    """
    clean = _UNPAIRED.sub("\ufffd", text)
    if len(clean) > LONGEST_TEXT or any(len(part) > LONGEST_PART for part in _BLANK_LINE.split(clean)):
        return from_plain(clean)
    reader = _Reader(keep_lines=keep_lines)
    try:
        reader.read(_parser().parse(clean))
    except RecursionError:
        return from_plain(clean)
    return normal(reader.blocks)


@cache
def _parser() -> MarkdownIt:
    # What lies deeper than maxNesting is dropped without a word, and so is a link's definition that no link
    # uses: the one is set out of reach and the other left as it is written.
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 10_000})
    return parser.enable("strikethrough").disable("reference")


@dataclass
class _Reader:
    keep_lines: bool
    blocks: list[Block] = field(default_factory=list)
    lists: list[BlockKind] = field(default_factory=list)
    quotes: int = 0
    heading: BlockKind | None = None
    item_is_fresh: bool = False

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            match token.type:
                case "bullet_list_open":
                    self.lists.append(BlockKind.BULLET)
                case "ordered_list_open":
                    self.lists.append(BlockKind.NUMBERED)
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                case "list_item_open":
                    self.item_is_fresh = True
                case "blockquote_open":
                    self.quotes += 1
                case "blockquote_close":
                    self.quotes -= 1
                case "heading_open":
                    self.heading = _HEADINGS.get(token.tag, BlockKind.HEADING_2)
                case "heading_close":
                    self.heading = None
                case "hr" | "fence" | "code_block":
                    self.blocks.extend(_whole(token))
                case "inline":
                    self._inline(token)

    def _inline(self, token: Token) -> None:
        keep_lines = self.keep_lines or token.content.startswith("|")  # a table keeps its rows
        for spans in _lines(token.children or [], keep_lines=keep_lines):
            self.blocks.append(self._block(spans))

    def _block(self, spans: tuple[Span, ...]) -> Block:
        if self.heading:
            return Block(kind=self.heading, spans=spans)
        if self.lists and self.item_is_fresh:
            self.item_is_fresh = False
            level = len(self.lists) - 1
            for mark, done in _TICKS.items():
                if spans and spans[0].text.startswith(mark):
                    first = replace(spans[0], text=spans[0].text[len(mark) :])
                    return Block(BlockKind.CHECK, (first, *spans[1:]), level=level, done=done)
            return Block(self.lists[-1], spans, level=level)
        return Block(BlockKind.QUOTE if self.quotes else BlockKind.PARAGRAPH, spans)


def _whole(token: Token) -> Iterator[Block]:
    if token.type == "hr":
        yield Block(kind=BlockKind.DIVIDER)
        return
    for line in token.content.rstrip("\n").split("\n"):
        yield Block(spans=(Span(line, code=True),))


def _lines(tokens: Sequence[Token], *, keep_lines: bool) -> Iterator[tuple[Span, ...]]:
    style = Span("")
    title = ""
    spans: list[Span] = []
    for token in tokens:
        match token.type:
            case "text":
                spans.append(replace(style, text=token.content))
            case "code_inline":
                spans.append(replace(style, text=token.content, code=True))
            case "image":
                shown = token.content or "picture"
                spans.append(replace(style, text=shown + _title(token), link=str(token.attrs["src"])))
            case "softbreak" if not keep_lines:
                spans.append(replace(style, text=" "))
            case "softbreak" | "hardbreak":
                yield tuple(spans)
                spans = []
            case "strong_open" | "strong_close":
                style = replace(style, bold=token.nesting > 0)
            case "em_open" | "em_close":
                style = replace(style, italic=token.nesting > 0)
            case "s_open" | "s_close":
                style = replace(style, strike=token.nesting > 0)
            case "link_open":
                style = replace(style, link=str(token.attrs["href"]))
                title = _title(token)
            case "link_close":
                spans.append(replace(style, text=title))
                style = replace(style, link="")
    yield tuple(spans)


def _title(token: Token) -> str:
    """The words that a link or picture shows when it is pointed at."""
    said = token.attrs.get("title")
    return f" ({said})" if said else ""
