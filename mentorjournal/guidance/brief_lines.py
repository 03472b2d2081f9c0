"""What a preparation consists of: blocks of short lines, and what can be done about a line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mentorjournal.model.ids import BlockId, EntryId


class BlockKey(StrEnum):
    """The blocks of a brief in the order in which they are read."""

    HERE_FOR = "here_for"
    LAST_TIME = "last_time"
    PROMISES = "promises"
    ACTIONS = "actions"
    THREADS = "threads"
    THEIR_WORDS = "their_words"
    ADVICE = "advice"
    SINCE = "since"
    WATCH = "watch"
    MY_ACTIONS = "my_actions"
    GOALS = "goals"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Line:
    """*text* and *aside* (when, how long, what came of it) name nobody. *mark* is a word that must not be
    missed: overdue, ask.

    *about* is the action, topic or session that the line is of, *block* the note within it. *whole* is the
    text as it was written, for acts alone. *stays*: marked as never leaving, so it is on no paper. *may_act*:
    whether something is left to be done about it.
    """

    text: str
    aside: str = ""
    mark: str = ""
    about: EntryId | None = None
    block: BlockId | None = None
    whole: str = ""
    stays: bool = False
    may_act: bool = True

    def __repr__(self) -> str:
        return f"Line({self.about})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Block:
    """*more* counts the lines beyond the block's limit."""

    key: BlockKey
    title: str
    lines: tuple[Line, ...]
    more: int = 0

    def __repr__(self) -> str:
        return f"Block({self.key.value}, {len(self.lines)} lines)"


def block(key: BlockKey, title: str, lines: list[Line], limit: int | None = None) -> Block:
    """A block with the first *limit* of *lines*."""
    kept = lines if limit is None else lines[:limit]
    return Block(key=key, title=title, lines=tuple(kept), more=len(lines) - len(kept))
