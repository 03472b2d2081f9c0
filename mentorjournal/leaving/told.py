"""A value of the field told in full: what it says in a word as facts, and what was written below a heading.

It goes by the fields that a value has, so that one that is added is told without anybody thinking of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time

from mentorjournal.model.blocks import Block
from mentorjournal.model.paper import Bullets, Facts, Heading, Line, Piece, Writing
from mentorjournal.model.wording import capital
from mentorjournal.model.words import Choice

_LONGEST_FACT = 80
_ONE_OF = {
    "clauses": "Clause",
    "blocks": "Note",
    "check_ins": "Check-in",
    "milestones": "Step",
    "history": "Change of status",
    "signposts": "Where to refer on",
    "answers": "Question",
    "facts": "Fact",
    "lines": "Line",
    "items": "Item",
}


@dataclass(frozen=True, slots=True)
class Teller:
    """*where* says in which file an entry stands, by its id; *skip* are fields that are told elsewhere."""

    where: Mapping[str, str]
    skip: frozenset[str] = frozenset({"id", "order", "built_in"})

    def pieces(self, value: object, level: int = 2) -> Iterator[Piece]:
        """Facts first, then what was written, then the parts it is made of."""
        said = list(self._fields(value))
        rows = [(label, fact) for name, label, one in said if (fact := self._fact(name, one)) is not None]
        if rows:
            yield Facts(tuple(rows))
        for name, label, one in said:
            if self._fact(name, one) is None:
                yield from self._written(name, label, one, level)

    def facts(self, value: object) -> Iterator[tuple[str, str]]:
        """What it says in a word, by the names of its fields."""
        for name, _, one in self._fields(value):
            if (fact := self._fact(name, one)) is not None:
                yield name, fact

    def _fields(self, value: object) -> Iterator[tuple[str, str, object]]:
        if not is_dataclass(value) or isinstance(value, type):
            raise TypeError(type(value).__name__)
        for field in fields(value):
            said = getattr(value, field.name)
            if field.name not in self.skip and not _is_empty(said):
                yield field.name, _label(field.name), said

    def _fact(self, name: str, said: object) -> str | None:
        match said:
            case bool():
                return "yes"
            case Choice():
                return said.label
            case datetime() | time():
                return said.isoformat(timespec="minutes")
            case date():
                return said.isoformat()
            case int() | float():
                return f"{said:g}"
            case str() if name.endswith("_id") or name == "returns_to":
                return self.where.get(said, said)
            case str() if len(said) <= _LONGEST_FACT and "\n" not in said:
                return said
            case _:
                return None

    def _written(self, name: str, label: str, said: object, level: int) -> Iterator[Piece]:
        match said:
            case str():
                yield Heading(label, level)
                yield Line(said)
            case (Block(), *_):
                if name != "text":
                    yield Heading(label, level)
                yield Writing(tuple(one for one in said if isinstance(one, Block)))
            case tuple() if all(is_dataclass(one) for one in said):
                for number, one in enumerate(said, start=1):
                    yield Heading(f"{_ONE_OF.get(name, label)} {number}", level)
                    yield from self.pieces(one, level + 1)
            case tuple():
                yield Heading(label, level)
                yield Bullets(tuple(_word(one) for one in said), numbered=True)
            case _:
                yield Heading(label, level)
                yield from self.pieces(said, level + 1)


def _is_empty(said: object) -> bool:
    if is_dataclass(said) and not isinstance(said, type):
        return all(_is_empty(getattr(said, field.name)) for field in fields(said))
    return said is None or said is False or said in ("", ())


def _label(name: str) -> str:
    return capital(name.removesuffix("_id").replace("_", " "))


def _word(said: object) -> str:
    if isinstance(said, Choice):
        return said.label
    return "not said" if said is None or said == "" else str(said)
