"""The two halves of a session among peers: which note stands in which, and in what order. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentorjournal.guidance.turns import Turns, who_began
from mentorjournal.model.blocks import is_empty
from mentorjournal.model.ids import BlockId
from mentorjournal.model.session import NoteBlock
from mentorjournal.model.words import Turn

Order = tuple[Turn, ...]
"""Whose half stands first; empty where nobody takes turns."""

BOTH: Order = (Turn.MINE, Turn.PARTNER)


def order_of(known: Turns | None, blocks: Sequence[NoteBlock]) -> Order:
    """Who began stands first, or who might begin."""
    if known is None:
        return ()
    first = who_began(blocks) or known.begins or Turn.MINE
    return BOTH if first is Turn.MINE else BOTH[::-1]


def half_of(block: NoteBlock, order: Order) -> Turn | None:
    """The half in which a note stands. An empty note of neither waits in the first; one with words, from
    before there were halves, stands above both.
    """
    if not order or block.turn is not None:
        return block.turn
    return order[0] if is_empty(block.text) else None


def in_halves(blocks: Sequence[NoteBlock], order: Order) -> tuple[NoteBlock, ...]:
    """The notes half by half; within a half they keep their order."""
    if not order:
        return tuple(blocks)
    return tuple(sorted(blocks, key=lambda one: _rank(one, order)))


def end_of_half(blocks: Sequence[NoteBlock], order: Order, turn: Turn) -> int:
    """The place after the last note of this half."""
    return sum(_rank(one, order) <= order.index(turn) for one in blocks)


def moved_over(blocks: Sequence[NoteBlock], order: Order, id: BlockId) -> tuple[NoteBlock, int] | None:
    """The note in the other half, and its place there once it has left its own; None where it is not."""
    block = next((one for one in blocks if one.id == id), None)
    if block is None or not order:
        return None
    turn = order[1] if half_of(block, order) is order[0] else order[0]
    rest = [one for one in blocks if one.id != id]
    return replace(block, turn=turn), end_of_half(rest, order, turn)


def _rank(block: NoteBlock, order: Order) -> int:
    half = half_of(block, order)
    return -1 if half is None else order.index(half)
