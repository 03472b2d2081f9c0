"""A search over many journals: the first answer and the whole one."""

from __future__ import annotations

import secrets
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalId
from mentorjournal.model.query import parse
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, Connection, connect
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.bench.corpus import COMMON, RARE, fill
from tests.bench.measure import Row

ENTRIES = 1000


def rows(folder: Path, journals: int) -> Iterator[Row]:
    source = connect(
        folder / "source.mjdb",
        bytearray(secrets.token_bytes(32)),
        application_id=JOURNAL_APPLICATION_ID,
        newest=NEWEST_SCHEMA,
        create=True,
    )
    fill(Journal(source), ENTRIES)
    vault, _ = Vault.create(folder / "many", "three herons", cost=FLOOR)
    shelf = Shelf(vault)
    for number in range(journals):
        shelf.refresh(_copied(vault, source, f"Journal {number}"))
    shelf.close()
    for name, word in (("rare", RARE), ("common", COMMON), ("absent", "zzzz")):
        shelf = Shelf(Vault.unlock(folder / "many", "three herons"))
        what = f"search a {name} word in {journals} journals of {ENTRIES:,}"
        first, whole = _times(shelf, f'"{word}"')
        yield Row(what=f"{what}: first answer", ours=first * 1e3, aim="< 20")
        yield Row(what=f"{what}: whole, each opened", ours=whole * 1e3, aim="< 400")
        again = [_times(shelf, f'"{word}"')[1] for _ in range(5)]
        yield Row(what=f"{what}: whole, as one types on", ours=statistics.median(again) * 1e3, aim="< 400")
        shelf.close()


def _copied(vault: Vault, source: Connection, codename: str) -> JournalId:
    def prepare(db: Connection) -> None:
        source.backup_to(db)
        Journal(db).describe(
            Relationship(codename=codename, my_role=Role.MENTOR, type=RelationshipType.INFORMAL)
        )

    return vault.create_journal(prepare)


def _times(shelf: Shelf, words: str) -> tuple[float, float]:
    start = time.perf_counter()
    answers = shelf.find(parse(words))
    next(answers)
    first = time.perf_counter() - start
    for _ in answers:
        pass
    return first, time.perf_counter() - start
