"""Primers: short texts on mentoring, written for this application, with a passage for each role.

They lie in ``resources/primers``: a head of YAML with title and sources, then Markdown. A passage for
one role alone stands between ``::: mentor`` and ``:::``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import Document, word_count
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Role

IDS = ("what", "kinds", "confidentiality", "listening", "ending")
"""The primers in the order in which they are read; their titles may change, these may not."""

WORDS_A_MINUTE = 200

READ = "primers read"
"""The private setting that says which were read."""

PRIMERS = EntryId("primers")
"""What a Change has touched once one more was read."""

_HEAD, _PASSAGE = "---", ":::"


@dataclass(frozen=True, slots=True)
class Source:
    """What a primer stands on; *link* is shown to be copied, never opened."""

    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a primer; *role* is None where everybody reads it."""

    role: Role | None
    text: Document


@dataclass(frozen=True, slots=True)
class Primer:
    id: str
    title: str
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]

    def text(self, role: Role) -> Document:
        """What *role* reads."""
        return tuple(
            block for passage in self.passages if passage.role in (None, role) for block in passage.text
        )

    def minutes(self, role: Role) -> int:
        """How long *role* reads, in whole minutes; a begun one counts."""
        return math.ceil(word_count(self.text(role)) / WORDS_A_MINUTE)


@cache
def primers() -> tuple[Primer, ...]:
    """All of them, in the order in which they are read."""
    return tuple(_shipped(id) for id in IDS)


@cache
def safety() -> Primer:
    """What is promised about safety, what is not protected, and how to check it: in the primers' form."""
    return _shipped("safety", folder="help")


def primer(id: str) -> Primer | None:
    return next((one for one in primers() if one.id == id), None)


def read_of(setting: object) -> frozenset[str]:
    """Which primers were read, of what the private setting says; anything else in it is passed over."""
    return frozenset(id for id in IDS if id in setting) if isinstance(setting, list) else frozenset()


def as_setting(read: Iterable[str]) -> list[str]:
    """What is kept for these primers, in the order of reading."""
    wanted = set(read)
    return [id for id in IDS if id in wanted]


def _shipped(id: str, *, folder: str = "primers") -> Primer:
    text = resources.files("resources").joinpath(f"{folder}/{id}.md").read_text(encoding="utf-8")
    return parsed(id, text)


def parsed(id: str, text: str) -> Primer:
    """The primer that *text* says. Raises InvalidInput where head or passages are not as they should be."""
    import yaml  # not before a primer is asked for

    lines = text.splitlines()
    if not lines or lines[0] != _HEAD or _HEAD not in lines[1:]:
        raise InvalidInput(f"The primer “{id}” has no head.")
    end = lines.index(_HEAD, 1)
    head = yaml.load("\n".join(lines[1:end]), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Primer(
        id=id,
        title=str(head["title"]),
        passages=tuple(_passages(id, lines[end + 1 :])),
        sources=tuple(Source(source["words"], source.get("link", "")) for source in head["sources"]),
    )


def _passages(id: str, lines: Iterable[str]) -> Iterator[Passage]:
    from mentorjournal.exchange.markdown import from_markdown

    role: Role | None = None
    written: list[str] = []
    for line in lines:
        if not line.startswith(_PASSAGE):
            written.append(line)
            continue
        if any(map(str.strip, written)):
            yield Passage(role, from_markdown("\n".join(written)))
        written, role = [], _role_after(id, role, line.removeprefix(_PASSAGE).strip())
    if role is not None:
        raise InvalidInput(f"A passage of the primer “{id}” has no end.")
    if any(map(str.strip, written)):
        yield Passage(None, from_markdown("\n".join(written)))


def _role_after(id: str, role: Role | None, named: str) -> Role | None:
    """Whose passage begins with this mark, or None where one ends."""
    if not named and role is not None:
        return None
    if role is None and named in tuple(Role):
        return Role(named)
    raise InvalidInput(f"A passage of the primer “{id}” begins or ends where it should not: “{named}”.")
