"""What comes in by the clipboard, and what goes out: structure yes, foreign faces, colours, pictures no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import groupby

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextFormat, QTextListFormat

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import (
    EMPTY,
    Block,
    BlockKind,
    Document,
    Span,
    from_json,
    from_plain,
    normal,
    to_json,
    to_plain,
)
from ui.widgets.clipboard import keep_out_of_histories
from ui.widgets.editor.document import fragments

OWN_FORMAT = "application/x-mentorjournal-blocks"

_SCHEMES = ("http", "https", "mailto")
_NUMBERED = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha,
    QTextListFormat.Style.ListLowerRoman,
    QTextListFormat.Style.ListUpperRoman,
)
_MONO = ("mono", "courier", "consolas", "menlo")
_TAGS = {BlockKind.HEADING_1: "h1", BlockKind.HEADING_2: "h2", BlockKind.QUOTE: "blockquote"}


class SilentDocument(QTextDocument):
    """Loads nothing: no picture, no style sheet, from nowhere."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None


def can_read(mime: QMimeData) -> bool:
    return mime.hasFormat(OWN_FORMAT) or mime.hasHtml() or mime.hasText()


def read(mime: QMimeData) -> Document:
    """The words of *mime* and their structure."""
    if mime.hasFormat(OWN_FORMAT):
        try:
            return from_json(bytes(mime.data(OWN_FORMAT).data()).decode("utf-8", "replace"))
        except InvalidInput:
            pass  # made by something else under our name: its plain words will do
    if mime.hasHtml():
        return from_html(mime.html())
    return from_plain(mime.text()) if mime.hasText() else EMPTY


def write(document: Document) -> QMimeData:
    """*document* for our own pages, for other programs' pages, and as words alone."""
    mime = QMimeData()
    mime.setData(OWN_FORMAT, to_json(document).encode("utf-8"))
    mime.setHtml(to_html(document))
    mime.setText(to_plain(document))
    keep_out_of_histories(mime)
    return mime


def from_html(html: str) -> Document:
    """What of *html* our documents can say."""
    source = SilentDocument()
    source.setUndoRedoEnabled(False)
    source.setHtml(html)
    blocks: list[Block] = []
    block = source.begin()
    while block.isValid():
        blocks.extend(_read(block))
        block = block.next()
    kept = [b for b in normal(blocks) if b.kind is BlockKind.DIVIDER or b.text.strip()]
    return tuple(kept)


def _read(block: QTextBlock) -> Iterator[Block]:
    look = block.blockFormat()
    if look.hasProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth.value):
        yield Block(BlockKind.DIVIDER)
        return
    kind, level, done = _kind(block)
    lines: list[list[Span]] = [[]]
    for fragment in fragments(block):
        font = fragment.charFormat()
        families = " ".join(font.fontFamilies() or ()).lower()
        heading = kind in (BlockKind.HEADING_1, BlockKind.HEADING_2)
        span = Span(
            "",
            bold=not heading and font.fontWeight() >= QFont.Weight.DemiBold,
            italic=font.fontItalic(),
            strike=font.fontStrikeOut(),
            code=font.fontFixedPitch() or any(name in families for name in _MONO),
            link=_safe(font.anchorHref()) if font.isAnchor() else "",
        )
        first, *more = fragment.text().split("\u2028")
        lines[-1].append(replace(span, text=first))
        for text in more:
            lines.append([replace(span, text=text)])
    for line in lines:
        yield Block(kind, _trimmed(line), level, done)


def _kind(block: QTextBlock) -> tuple[BlockKind, int, bool]:
    look, items = block.blockFormat(), block.textList()
    if look.headingLevel():
        return (BlockKind.HEADING_1 if look.headingLevel() == 1 else BlockKind.HEADING_2), 0, False
    if items is not None:
        level = max(items.format().indent() - 1, 0)
        if look.marker() != look.MarkerType.NoMarker:
            return BlockKind.CHECK, level, look.marker() == look.MarkerType.Checked
        numbered = items.format().style() in _NUMBERED
        return (BlockKind.NUMBERED if numbered else BlockKind.BULLET), level, False
    quoted = look.intProperty(QTextFormat.Property.BlockQuoteLevel.value) > 0
    return (BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH), 0, False


def _safe(address: str) -> str:
    return address if QUrl(address).scheme().lower() in _SCHEMES else ""


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    kept = [span for span in spans if span.text]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(" \ufffc"))
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" \ufffc"))
    return tuple(kept)


def to_html(document: Document) -> str:
    """*document* as plain HTML, for pasting elsewhere."""
    parts: list[str] = []
    for is_list, run in groupby(document, key=lambda block: block.kind.is_list):
        blocks = list(run)
        parts.extend(_list(blocks) if is_list else map(_line, blocks))
    return "".join(parts)


def _line(block: Block) -> str:
    if block.kind is BlockKind.DIVIDER:
        return "<hr>"
    tag = _TAGS.get(block.kind, "p")
    return f"<{tag}>{_words(block)}</{tag}>"


def _list(items: list[Block]) -> Iterator[str]:
    opened: list[str] = []
    for item in items:
        tag = "ol" if item.kind is BlockKind.NUMBERED else "ul"
        while len(opened) > item.level + 1 or (len(opened) == item.level + 1 and opened[-1] != tag):
            yield f"</{opened.pop()}>"
        while len(opened) <= item.level:
            opened.append(tag)
            yield f"<{tag}>"
        box = {True: "☑ ", False: "☐ "}[item.done] if item.kind is BlockKind.CHECK else ""
        yield f"<li>{box}{_words(item)}</li>"
    while opened:
        yield f"</{opened.pop()}>"


def _words(block: Block) -> str:
    parts = []
    for span in block.spans:
        text = escape(span.text)
        for tag, on in (("b", span.bold), ("i", span.italic), ("s", span.strike), ("code", span.code)):
            text = f"<{tag}>{text}</{tag}>" if on else text
        parts.append(f'<a href="{escape(span.link)}">{text}</a>' if span.link else text)
    return "".join(parts)
