"""What the keys and the toolbar do to written text. Each act is one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from mentorjournal.model.blocks import DEEPEST_LEVEL, BlockKind, Document
from ui.widgets.editor.document import (
    CODE,
    block_format,
    char_format,
    fragments,
    insert_spans,
    is_done,
    kind_of,
    level_of,
    link_of,
    marks_of,
    read_block,
    restyle,
)

_SHORTCUTS = {
    "#": BlockKind.HEADING_1,
    "##": BlockKind.HEADING_2,
    "-": BlockKind.BULLET,
    "*": BlockKind.BULLET,
    "1.": BlockKind.NUMBERED,
    "1)": BlockKind.NUMBERED,
    "[]": BlockKind.CHECK,
    "[ ]": BlockKind.CHECK,
    ">": BlockKind.QUOTE,
    "---": BlockKind.DIVIDER,
}
_LONGEST = 3


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that the selection, or the cursor, touches."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), cursor.selectionEnd()
    blocks = [block]
    while block.next().isValid() and block.next().position() <= last:
        block = block.next()
        if block.position() < last or not cursor.hasSelection():
            blocks.append(block)
    return blocks


def set_kind(cursor: QTextCursor, kind: BlockKind, *, level: int | None = None, done: bool = False) -> None:
    """Make every selected block a *kind*; list items keep their level."""
    with one_step(cursor):
        for block in selected_blocks(cursor):
            _become(block, kind, level_of(block) if level is None else level, done)


def toggle_kind(cursor: QTextCursor, kind: BlockKind) -> None:
    """Make the selected blocks a *kind*, or paragraphs again where all of them are one."""
    all_are = all(kind_of(block) is kind for block in selected_blocks(cursor))
    set_kind(cursor, BlockKind.PARAGRAPH if all_are else kind)


def _become(block: QTextBlock, kind: BlockKind, level: int = 0, done: bool = False) -> None:
    QTextCursor(block).setBlockFormat(block_format(kind, level if kind.is_list else 0, done))
    restyle(block)


def toggle_done(cursor: QTextCursor) -> bool:
    """Tick the check item at the cursor, or take its tick away. Returns whether there was one."""
    block = cursor.block()
    if kind_of(block) is not BlockKind.CHECK:
        return False
    QTextCursor(block).setBlockFormat(block_format(BlockKind.CHECK, level_of(block), not is_done(block)))
    return True


def nest(cursor: QTextCursor, by: int) -> bool:
    """Move the selected list items in or out. An item goes at most one level below the one before it.
    Returns whether anything moved; if not, Tab may leave the text.
    """
    blocks = selected_blocks(cursor)
    if not all(kind_of(block).is_list for block in blocks):
        return False
    before = blocks[0].previous()
    roof = level_of(before) + 1 if before.isValid() and kind_of(before).is_list else 0
    if level_of(blocks[0]) + by not in range(min(roof, DEEPEST_LEVEL) + 1):
        return False
    with one_step(cursor):
        for block in blocks:
            level = min(max(level_of(block) + by, 0), DEEPEST_LEVEL)
            QTextCursor(block).setBlockFormat(block_format(kind_of(block), level, is_done(block)))
    return True


def enter(cursor: QTextCursor) -> None:
    """Begin a new line, as what should follow here."""
    with one_step(cursor):
        cursor.removeSelectedText()
        block = cursor.block()
        kind, level = kind_of(block), level_of(block)
        empty = block.length() == 1
        if empty and kind.is_list:
            _become(block, kind if level else BlockKind.PARAGRAPH, max(level - 1, 0))
        elif empty and kind is not BlockKind.PARAGRAPH and kind is not BlockKind.DIVIDER:
            _become(block, BlockKind.PARAGRAPH)
        elif kind.is_list or kind is BlockKind.QUOTE:
            cursor.insertBlock(block_format(kind, level), char_format(kind))
        elif kind is BlockKind.PARAGRAPH:
            cursor.insertBlock()
        elif cursor.atBlockStart() and kind is not BlockKind.DIVIDER:
            cursor.insertBlock()
            _become(block, BlockKind.PARAGRAPH)
        else:
            plain = BlockKind.PARAGRAPH
            cursor.insertBlock(block_format(plain), char_format(plain))
            restyle(cursor.block())


def backspace(cursor: QTextCursor) -> bool:
    """At the start of a list item, heading or quote: one step towards a paragraph. After a divider: take
    it away. Returns whether that was done; if not, the character before the cursor goes.
    """
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    block, before = cursor.block(), cursor.block().previous()
    kind, level = kind_of(block), level_of(block)
    with one_step(cursor):
        if kind is not BlockKind.PARAGRAPH and not (kind is BlockKind.DIVIDER and before.isValid()):
            _become(block, kind if level else BlockKind.PARAGRAPH, max(level - 1, 0), is_done(block))
        elif kind is BlockKind.PARAGRAPH and before.isValid() and kind_of(before) is BlockKind.DIVIDER:
            gone = QTextCursor(before)
            gone.deleteChar()
            _become(cursor.block(), BlockKind.PARAGRAPH)
        else:
            return False
    return True


def leave_divider(cursor: QTextCursor) -> None:
    """Words typed at a divider go into a paragraph after it."""
    if kind_of(cursor.block()) is BlockKind.DIVIDER:
        with one_step(cursor):
            plain = BlockKind.PARAGRAPH
            cursor.insertBlock(block_format(plain), char_format(plain))


def shortcut(cursor: QTextCursor) -> bool:
    """After a space: make ``- ``, ``# ``, ``1. ``, ``[] ``, ``> `` or ``--- `` at the start of a line what
    it stands for. Undo gives the typed signs back. Returns whether it did.
    """
    block = cursor.block()
    place = cursor.positionInBlock()
    if place > _LONGEST + 1 or kind_of(block) not in (BlockKind.PARAGRAPH, BlockKind.BULLET):
        return False
    typed = block.text()[: place - 1]
    kind = _SHORTCUTS.get(typed)
    if kind is None or (kind_of(block) is BlockKind.BULLET and kind is not BlockKind.CHECK):
        return False
    if kind is BlockKind.DIVIDER and block.length() > place + 1:
        return False
    with one_step(cursor):
        signs = QTextCursor(block)
        signs.setPosition(block.position() + place, QTextCursor.MoveMode.KeepAnchor)
        signs.removeSelectedText()
        _become(block, kind, level_of(block))
        if kind is BlockKind.DIVIDER:
            plain = BlockKind.PARAGRAPH
            cursor.insertBlock(block_format(plain), char_format(plain))
    return True


def has_mark(cursor: QTextCursor, mark: int) -> bool:
    """Whether every selected word carries *mark*."""
    found = [marks & mark for _, _, marks, _, _ in _runs(cursor)]
    return bool(found) and all(found)


def set_mark(cursor: QTextCursor, mark: int, on: bool) -> None:
    """Put *mark* on the selected words, or take it off."""
    _redress(cursor, lambda marks, link: (marks | mark if on else marks & ~mark, link))


def set_link(cursor: QTextCursor, address: str) -> None:
    """Let the selected words lead to *address*; empty takes a link away."""
    _redress(cursor, lambda marks, link: (marks, address))


def plain(cursor: QTextCursor) -> None:
    """Take every mark and link off the selected words."""
    _redress(cursor, lambda marks, link: (0, ""))


def _redress(cursor: QTextCursor, how: Callable[[int, str], tuple[int, str]]) -> None:
    brush = QTextCursor(cursor.document())
    with one_step(cursor):
        for start, end, marks, link, kind in list(_runs(cursor)):
            brush.setPosition(start)
            brush.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            brush.setCharFormat(char_format(kind, *how(marks, link)))


def _runs(cursor: QTextCursor) -> Iterator[tuple[int, int, int, str, BlockKind]]:
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        kind = kind_of(block)
        for fragment in fragments(block):
            start = max(fragment.position(), low)
            end = min(fragment.position() + fragment.length(), high)
            if start < end:
                look = fragment.charFormat()
                yield start, end, marks_of(look), link_of(look), kind


def select_link(cursor: QTextCursor) -> str:
    """Widen the cursor to the whole link that it stands in, and return its address; empty where none is."""
    block = cursor.block()
    place = cursor.position()
    runs = [(f.position(), f.position() + f.length(), link_of(f.charFormat())) for f in fragments(block)]
    address = next((link for start, end, link in runs if link and start <= place <= end), "")
    if address:
        mine = [run for run in runs if run[2] == address and run[0] <= place <= run[1]]
        cursor.setPosition(mine[0][0])
        cursor.setPosition(mine[-1][1], QTextCursor.MoveMode.KeepAnchor)
    return address


def look_to_type(cursor: QTextCursor, look: QTextCharFormat) -> QTextCharFormat | None:
    """The format for words typed after a link or code, which are neither; None where *look* is right."""
    if cursor.hasSelection() or not (link_of(look) or marks_of(look) & CODE):
        return None
    after = QTextCursor(cursor)
    inside = not after.atBlockEnd() and after.movePosition(QTextCursor.MoveOperation.NextCharacter)
    if inside and link_of(after.charFormat()) == link_of(look):
        return None
    return char_format(kind_of(cursor.block()), marks_of(look) & ~CODE)


def selection(cursor: QTextCursor) -> Document:
    """What is selected. A part of a single block is words only."""
    blocks = selected_blocks(cursor)
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    parts = [read_block(b, max(low - b.position(), 0), high - b.position()) for b in blocks]
    if len(parts) == 1 and high - low < blocks[0].length() - 1:
        return (type(parts[0])(spans=parts[0].spans),)
    return tuple(parts)


def insert(cursor: QTextCursor, document: Document) -> None:
    """Write *document* at the cursor: its first block joins the line it falls on, unless that is empty."""
    if not document:
        return
    with one_step(cursor):
        cursor.removeSelectedText()
        leave_divider(cursor)
        first, rest = document[0], document[1:]
        here = cursor.block()
        # Dividers and lists keep their shape only on a line of their own.
        if here.length() == 1 and (first.kind is not BlockKind.PARAGRAPH or rest):
            _become(here, first.kind, first.level, first.done)
        insert_spans(cursor, first.spans, kind_of(cursor.block()))
        for block in rest:
            cursor.insertBlock(block_format(block.kind, block.level, block.done), char_format(block.kind))
            insert_spans(cursor, block.spans, block.kind)
        if rest:
            restyle(cursor.block())
