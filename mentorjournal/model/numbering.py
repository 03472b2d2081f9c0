"""The numbers of list items, as they stand before them on every page."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.model.blocks import Block, BlockKind, Document


class Numbers:
    """Counts the items of one document, level by level, until a list ends."""

    def __init__(self) -> None:
        self._reached: dict[int, int] = {}

    def of(self, block: Block) -> int:
        """The number of the block that comes next, 0 for one that has none."""
        if not block.kind.is_list:
            self._reached.clear()
        if block.kind is not BlockKind.NUMBERED:
            return 0
        for deeper in [level for level in self._reached if level > block.level]:
            del self._reached[deeper]
        number = self._reached[block.level] = self._reached.get(block.level, 0) + 1
        return number


def numbered(document: Document) -> Iterator[tuple[Block, int]]:
    """Each block with its number, 0 for one that has none."""
    numbers = Numbers()
    return ((block, numbers.of(block)) for block in document)
