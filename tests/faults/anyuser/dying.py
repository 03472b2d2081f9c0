"""A child process that acts on a journal and dies within an act."""

from __future__ import annotations

import contextlib
import os
import pickle
import random
from collections.abc import Callable, Iterator

from mentorjournal.errors import MentorJournalError
from mentorjournal.storage.connection import Connection
from tests.faults.anyuser import deeds
from tests.faults.anyuser.core import AnyUser
from tests.faults.anyuser.state import State, state_of


def of_a_child(owner: AnyUser, codename: str, chance: random.Random, text: str) -> list[State]:
    """What a child process saw before each of its acts and after the last that it could tell of."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                _act_and_die(owner, codename, chance, text, lambda state: _tell(pipe, state))
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = list(_heard(pipe))
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 9, "the child failed by itself"
    return told


def _act_and_die(
    owner: AnyUser, codename: str, chance: random.Random, text: str, tell: Callable[[State], None]
) -> None:
    """Acts whose effect is told before each is done for good; dies at some statement of one of them."""
    owner.ids.begin_anew(chance)
    owner.shelf = owner.opened()
    journal = owner.journal(codename)
    tell(state_of(journal))
    left = chance.randrange(1, 60)
    run = Connection.run

    def counted(db: Connection, sql: str, *rest: object) -> int:
        nonlocal left
        left -= 1
        if left <= 0:
            os._exit(9)
        return run(db, sql, *rest)  # type: ignore[arg-type]  # handed on as they came

    for _ in range(6):
        deed = chance.choice((deeds.adding, deeds.writing, deeds.removing))(journal, chance, text)
        if deed is None:
            continue
        sealed = _Foreseen(journal, deed)
        if sealed.state is not None:
            tell(sealed.state)
            Connection.run = counted  # type: ignore[method-assign,assignment]  # a process of its own
            deed.act()
            Connection.run = run  # type: ignore[method-assign]
    os._exit(9)


class _Foreseen:
    """What an act will make of the journal: it is done in a transaction that comes to nothing."""

    def __init__(self, journal: object, deed: deeds.Deed) -> None:
        self.state: State | None = None
        with contextlib.suppress(ZeroDivisionError, MentorJournalError), journal.together():  # type: ignore[attr-defined]
            deed.act()
            self.state = state_of(journal)  # type: ignore[arg-type]
            raise ZeroDivisionError


def _tell(pipe: object, state: State) -> None:
    pickle.dump(dict(state), pipe)  # type: ignore[arg-type]
    pipe.flush()  # type: ignore[attr-defined]


def _heard(pipe: object) -> Iterator[State]:
    with contextlib.suppress(EOFError):
        while True:
            yield pickle.load(pipe)  # type: ignore[arg-type]
