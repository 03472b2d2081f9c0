"""The numbers of list items, as they stand before them on every page."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.model.blocks import Block, BlockKind, Document


def numbered(document: Document) -> Iterator[tuple[Block, int]]:
    """Each block with its number, 0 for one that has none."""
    numbers: dict[int, int] = {}
    for block in document:
        if not block.kind.is_list:
            numbers.clear()
        number = 0
        if block.kind is BlockKind.NUMBERED:
            for deeper in [level for level in numbers if level > block.level]:
                del numbers[deeper]
            number = numbers[block.level] = numbers.get(block.level, 0) + 1
        yield block, number
