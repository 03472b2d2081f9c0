"""Rows read into values: what does not fit together is said to be damage, whoever wrote it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from mentorjournal.model.blocks import NotADocument
from mentorjournal.storage.connection import Connection

P = ParamSpec("P")
T = TypeVar("T")

_MISFITS = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError, AssertionError),
    NotADocument,
)
"""What reading a value raises that is not as we write it: no day, no JSON, nested without end."""


def words_in(values: list[object]) -> tuple[str, ...]:
    """The words of a list that holds nothing else. Raises TypeError."""
    if not all(isinstance(value, str) for value in values):
        raise TypeError("not words")
    return tuple(str(value) for value in values)


def reads(read: Callable[Concatenate[Connection, P], T]) -> Callable[Concatenate[Connection, P], T]:
    """Let *read* raise the file's own damage where a row of it cannot be understood."""

    @wraps(read)
    def reading(db: Connection, /, *args: P.args, **named: P.kwargs) -> T:
        try:
            return read(db, *args, **named)
        except _MISFITS as error:
            raise db.misread() from error

    return reading
