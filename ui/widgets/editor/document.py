"""Our block document in a QTextDocument and back, the same to the last character.

What a block or a span is, is kept in properties of its format; how it looks follows from them. So neither a
face, nor the zoom, nor the theme can change what is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

from mentorjournal.model.blocks import EMPTY, Block, BlockKind, Document, Span, normal
from ui.theme.theme import SANS

_OWN = QTextFormat.Property.UserProperty.value
_KIND, _LEVEL, _DONE, _WRITTEN, _MARKS = (_OWN + n for n in range(1, 6))

BOLD, ITALIC, STRIKE, CODE = 1, 2, 4, 8

_HEADINGS = (BlockKind.HEADING_1, BlockKind.HEADING_2)
# Space above and below in pixels; where blocks meet, the larger counts.
_ROOM = {
    BlockKind.HEADING_1: (18, 6),
    BlockKind.HEADING_2: (16, 4),
    BlockKind.BULLET: (3, 3),
    BlockKind.NUMBERED: (3, 3),
    BlockKind.CHECK: (3, 3),
}
_LINE_HEIGHT = 125.0  # percent


@cache
def block_format(kind: BlockKind, level: int = 0, done: bool = False) -> QTextBlockFormat:
    """The format of a block. Copy before changing: it is shared."""
    look = QTextBlockFormat()
    look.setProperty(_KIND, kind.value)
    if kind.is_list:
        look.setProperty(_LEVEL, level)
        look.setIndent(level + 1)
    if done:
        look.setProperty(_DONE, True)
    if kind is BlockKind.QUOTE:
        look.setIndent(1)
        look.setProperty(QTextFormat.Property.BlockQuoteLevel.value, 1)
    if kind in _HEADINGS:
        look.setHeadingLevel(_HEADINGS.index(kind) + 1)
    above, below = _ROOM.get(kind, (10, 10))
    look.setTopMargin(above)
    look.setBottomMargin(below)
    look.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return look


@cache
def char_format(kind: BlockKind, marks: int = 0, link: str = "") -> QTextCharFormat:
    """The format of a span in a block of *kind*. Copy before changing: it is shared."""
    look = QTextCharFormat()
    if marks:
        look.setProperty(_MARKS, marks)
    if kind in _HEADINGS:
        look.setFontFamilies([SANS])
        look.setFontWeight(QFont.Weight.DemiBold)
        # Relative to the document's own font, so that the zoom needs no new formats.
        look.setProperty(
            QTextFormat.Property.FontSizeAdjustment.value, 1 if kind is BlockKind.HEADING_1 else 0
        )
    if marks & BOLD:
        look.setFontWeight(QFont.Weight.Bold)
    if marks & ITALIC:
        look.setFontItalic(True)
    if marks & STRIKE:
        look.setFontStrikeOut(True)
    if marks & CODE:
        look.setFontFamilies(["monospace"])
        look.setFontStyleHint(QFont.StyleHint.Monospace)
        if kind not in _HEADINGS:
            look.setProperty(QTextFormat.Property.FontSizeAdjustment.value, -1)
    if link:
        look.setAnchor(True)
        look.setAnchorHref(_guarded(link))
        look.setFontUnderline(True)
    return look


def kind_of(block: QTextBlock) -> BlockKind:
    value = block.blockFormat().property(_KIND)
    return BlockKind(value) if value else BlockKind.PARAGRAPH


def level_of(block: QTextBlock) -> int:
    return block.blockFormat().intProperty(_LEVEL)


def is_done(block: QTextBlock) -> bool:
    return block.blockFormat().boolProperty(_DONE)


def marks_of(look: QTextCharFormat) -> int:
    return look.intProperty(_MARKS)


def link_of(look: QTextCharFormat) -> str:
    return look.anchorHref() if look.isAnchor() else ""


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The runs of one format in *block*."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def load(target: QTextDocument, document: Document) -> None:
    """Put *document* into *target* in place of all that is there; there is nothing to undo afterwards."""
    target.setUndoRedoEnabled(False)
    target.clear()
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    for number, block in enumerate(normal(document) or (Block(),)):
        look, plain = block_format(block.kind, block.level, block.done), char_format(block.kind)
        if number:
            cursor.insertBlock(look, plain)
        else:
            if document == (Block(),):
                look = QTextBlockFormat(look)
                look.setProperty(_WRITTEN, True)
            cursor.setBlockFormat(look)
            cursor.setBlockCharFormat(plain)
        insert_spans(cursor, block.spans, block.kind)
    cursor.endEditBlock()
    target.setUndoRedoEnabled(True)
    target.setModified(False)


def insert_spans(cursor: QTextCursor, spans: tuple[Span, ...], kind: BlockKind) -> None:
    """Write *spans* at the cursor, dressed for a block of *kind*."""
    for span in spans:
        cursor.insertText(_guarded(span.text), char_format(kind, span_marks(span), span.link))


def dump(source: QTextDocument) -> Document:
    """What *source* says, as our document."""
    blocks = []
    block = source.begin()
    while block.isValid():
        blocks.append(read_block(block))
        block = block.next()
    if blocks == [Block()] and not source.begin().blockFormat().boolProperty(_WRITTEN):
        return EMPTY
    return normal(blocks)


def read_block(block: QTextBlock, start: int = 0, end: int | None = None) -> Block:
    """The block, or the part of it between two positions in it."""
    spans = []
    for fragment in fragments(block):
        text = fragment.text()
        if start or end is not None:
            text = _part(text, fragment.position() - block.position(), start, end)
        if text:
            look = fragment.charFormat()
            marks = marks_of(look)
            spans.append(
                Span(
                    text,
                    bold=bool(marks & BOLD),
                    italic=bool(marks & ITALIC),
                    strike=bool(marks & STRIKE),
                    code=bool(marks & CODE),
                    link=link_of(look),
                )
            )
    kind = kind_of(block)
    if kind is BlockKind.DIVIDER and spans:
        kind = BlockKind.PARAGRAPH  # words that came into a divider are words, and must not be lost
    return Block(kind, tuple(spans), level_of(block), is_done(block))


def span_marks(span: Span) -> int:
    return BOLD * span.bold | ITALIC * span.italic | STRIKE * span.strike | CODE * span.code


def restyle(block: QTextBlock) -> None:
    """Dress the words of *block* for what it is now."""
    kind = kind_of(block)
    cursor = QTextCursor(block)
    cursor.setBlockCharFormat(char_format(kind))
    runs = [(f.position(), f.length(), f.charFormat()) for f in fragments(block)]
    for position, length, look in runs:
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(char_format(kind, marks_of(look), link_of(look)))


def _part(text: str, at: int, start: int, end: int | None) -> str:
    # Positions count UTF-16 units, Python's characters do not.
    units = text.encode("utf-16-le")
    low = max(start - at, 0)
    high = len(units) // 2 if end is None else max(end - at, 0)
    return units[2 * low : 2 * high].decode("utf-16-le", "ignore")


def _guarded(text: str) -> str:
    # PySide takes a first U+FEFF or U+FFFE for a byte order mark and drops it; one of ours goes instead.
    return "\ufeff" + text if text.startswith(("\ufeff", "\ufffe")) else text
