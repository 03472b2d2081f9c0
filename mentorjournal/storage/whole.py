"""All that a file holds, table by table and column by column, for somebody who takes it elsewhere.

What is only worked out from the rest, the timeline's rows and the word index, stays behind.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass

from mentorjournal.storage.connection import Connection

DERIVED = ("leaf", "leaf_text")

_IN_JSON = re.compile(r"json_valid *\((\w+)\)")
# What lies in JSON as a list of short lists, to be short there, is written out with a name for each part.
_PARTS = {
    ("relationship", "signposts"): ("what_for", "service", "contact"),
    ("goal", "milestones"): ("id", "title", "due_on", "reached_on", "status"),
    ("goal", "history"): ("day", "status", "note"),
    ("instrument", "items"): ("label", "low_text", "high_text"),
    ("rating", "items"): ("label", "low_text", "high_text"),
    ("agreement", "clauses"): ("key", "my_draft", "partner_draft", "agreed_text", "applies"),
    ("review", "answers"): ("question", "mine", "theirs"),
    ("review", "facts"): ("label", "value"),
    ("revision", "parts"): ("key", "label", "text"),
}
# Written text inside such a list is JSON within JSON.
_TEXT_WITHIN = {("reflection", "answers"), ("revision", "parts")}


@dataclass(frozen=True, slots=True, repr=False)
class Whole:
    """One table: every row, as what JSON can say, by the names of its columns."""

    name: str
    rows: tuple[dict[str, object], ...]

    def __repr__(self) -> str:
        return f"Whole({self.name}, {len(self.rows)} rows)"


def everything(db: Connection) -> Iterator[Whole]:
    """Every table, in the order in which they came to be, and every row in the order of writing."""
    tables = db.rows(
        "SELECT listed.name, sqlite_schema.sql FROM pragma_table_list AS listed"
        " JOIN sqlite_schema ON sqlite_schema.name = listed.name"
        " WHERE listed.schema = 'main' AND listed.type = 'table' AND listed.name NOT LIKE 'sqlite_%'"
        " ORDER BY sqlite_schema.rowid"
    )
    for name, sql in tables:
        if name not in DERIVED:
            yield Whole(name, tuple(_rows(db, name, frozenset(_IN_JSON.findall(sql)))))


def _rows(db: Connection, table: str, in_json: frozenset[str]) -> Iterator[dict[str, object]]:
    columns = [row[0] for row in db.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))]
    listed = ", ".join(f'"{column}"' for column in columns)
    statement = f'SELECT {listed} FROM "{table}" ORDER BY rowid'
    for row in db.rows(statement):
        yield {
            column: _said(table, column, value, in_json=column in in_json)
            for column, value in zip(columns, row, strict=True)
        }


def _said(table: str, column: str, value: object, *, in_json: bool) -> object:
    if isinstance(value, bytes):
        return {"base64": b64encode(value).decode("ascii")}
    if not in_json or not isinstance(value, str):
        return value
    read = json.loads(value)
    if names := _PARTS.get((table, column)):
        read = [dict(zip(names, one, strict=True)) for one in read]
    if (table, column) in _TEXT_WITHIN:
        read = [{**one, "text": json.loads(one["text"])} for one in read]
    return read
