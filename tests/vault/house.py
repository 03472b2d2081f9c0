"""A vault with two journals as people write them, and what stands in each row of a journal."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.card import JournalId
from mentorjournal.model.goal import CheckIn, Goal, StatusChange
from mentorjournal.model.ids import new_block_id, new_check_in_id, new_entry_id
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import GoalStatus, RelationshipType, Role, SessionStatus
from mentorjournal.storage.connection import Connection
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault

PASSPHRASE = "Grüße aus Ōsaka 7"
BEGUN = date(2026, 1, 1)


@dataclass(frozen=True)
class House:
    folder: Path
    code: str
    heron: JournalId
    plover: JournalId

    def journal(self, id: JournalId) -> Path:
        return self.folder / "journals" / f"{id}.mjdb"

    def vault(self, **how: bool) -> Vault:
        return Vault.unlock_with_code(self.folder, self.code, **how)

    def shelf(self, **how: bool) -> Shelf:
        return Shelf(self.vault(**how))


def build(folder: Path) -> House:
    vault, code = Vault.create(folder, PASSPHRASE, cost=FLOOR)
    shelf = Shelf(vault)
    ids = []
    for codename in ("Heron", "Plover"):
        about = Relationship(codename=codename, my_role=Role.MENTOR, type=RelationshipType.INFORMAL)
        opened = shelf.add(about)
        _fill(opened.journal, codename)
        ids.append(opened.id)
    shelf.close()
    return House(folder, "-".join(code.groups()), *ids)


def _fill(journal: Any, codename: str) -> None:
    for number in range(24):
        day = BEGUN + timedelta(days=number)
        words = f"{codename} reflected on {day} and wrote a little more. " * (4 + 60 * (number % 6 == 0) * 3)
        answer = Answer(step_id="1", prompt_text="What now?", text=from_plain(f"answered on {day}"))
        journal.reflections.add(
            Reflection(
                id=new_entry_id(),
                day=day,
                title=f"Reflection {number}",
                answers=(answer,),
                text=from_plain(words),
            )
        )
    for number in range(12):
        day = BEGUN + timedelta(days=10 * number)
        note = f"{codename} said on {day} that it went well. " * 12
        blocks = tuple(NoteBlock(id=new_block_id(), text=from_plain(note)) for _ in range(3))
        journal.sessions.add(
            Session(
                id=new_entry_id(),
                day=day,
                status=SessionStatus.HELD,
                title=f"Session {number}",
                blocks=blocks,
            )
        )
    for number in range(4):
        check_in = CheckIn(id=new_check_in_id(), day=BEGUN, value=number, what_moved_it="small steps")
        history = (
            StatusChange(day=BEGUN, status=GoalStatus.IDEA),
            StatusChange(day=BEGUN, status=GoalStatus.IN_PROGRESS),
        )
        journal.goals.add(
            Goal(
                id=new_entry_id(),
                day=BEGUN,
                title=f"Goal {number}",
                why=from_plain("because it matters " * 30),
                status=GoalStatus.IN_PROGRESS,
                history=history,
                check_ins=(check_in,),
            )
        )
    for number in range(20):
        journal.learning_points.add(
            LearningPoint(id=new_entry_id(), day=BEGUN, text=f"{codename} learned lesson {number}")
        )
    journal.rest()


TABLES = {
    "relationship": "SELECT * FROM relationship",
    "reflection": "SELECT * FROM reflection",
    "session": "SELECT * FROM session",
    "note_block": "SELECT * FROM note_block",
    "goal": "SELECT * FROM goal",
    "check_in": "SELECT * FROM check_in",
    "learning_point": "SELECT * FROM learning_point",
}


def rows(vault: Vault, id: JournalId) -> dict[str, dict[str, tuple[Any, ...]]]:
    """Every row of the writer's own tables, by table and id."""
    with contextlib.closing(vault.open_journal(id, newest=NEWEST_SCHEMA)) as db:
        return rows_in(db)


def rows_in(db: Connection) -> dict[str, dict[str, tuple[Any, ...]]]:
    return {name: {str(row[0]): row for row in db.rows(query)} for name, query in TABLES.items()}


def zero(path: Path, *pages: int) -> None:
    """Let pages, counted from 1, hold nothing but zeros."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * 4096)
            file.write(bytes(4096))


def page_count(path: Path) -> int:
    return path.stat().st_size // 4096
