"""Fields of a form to be filled in on a screen: what a paper asks for where it does more than say."""

from __future__ import annotations

from dataclasses import dataclass

PIECE = "MentorJournal"
"""The name under which a PDF's catalogue repeats what its hidden fields hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """Room to type in. *name* is for programs, *said* is what a screen reader calls it; more *lines* than one
    make a box that scrolls. *longest* is how many characters a reader lets in.
    """

    name: str
    said: str
    longest: int
    lines: int = 1
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField:
    """One of *choices*, each a value for programs and a label for people."""

    name: str
    said: str
    choices: tuple[tuple[str, str], ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class HiddenField:
    """What travels with a form and is not shown."""

    name: str
    value: str


Field = TextField | ChoiceField


@dataclass(frozen=True, slots=True)
class Asked:
    """A short question with its fields beside it on one line."""

    label: str
    fields: tuple[Field, ...]
