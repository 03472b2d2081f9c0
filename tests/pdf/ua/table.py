"""All requirements in the order of their numbers, and those that only an eye can tell."""

from __future__ import annotations

from tests.pdf.ua import annotations, content, file, letters, structure
from tests.pdf.ua.requirement import FOUND, Requirement

_LOOKED_AT_IN = (annotations, content, file, letters, structure)


def _place(one: Requirement) -> tuple[str, bool]:
    return one.number.removeprefix("MJ-"), one.number.startswith("MJ-")


REQUIREMENTS: tuple[Requirement, ...] = tuple(sorted(FOUND, key=_place))

BY_EYE = (
    ("01-001, 01-002", "What is tagged is content, what is an artifact is not"),
    (
        "01-006, 09-001 to 09-003",
        "Types make sense, and the order is that of the paper's pieces",
    ),
    ("03, 05, 22, 23, 24", "There is nothing that flickers or sounds, no articles, no signature fields"),
    ("04", "Nothing is said by colour alone: marks have words"),
    ("06-004", "The title says what the paper is; it is neutral by purpose"),
    ("08", "Nothing is scanned"),
    ("13-001 to 13-003", "Charts are the only figures, and have no caption beside their heading"),
    ("14-001", "What looks like a heading is one"),
    ("15-001, 15-002, 15-004", "What looks like a table is one, with its heads"),
    ("16-002, 16-003", "What looks like a list is one"),
    ("27, 29", "Links lead where they say; there are no scripts"),
)
