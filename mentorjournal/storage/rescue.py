"""Bringing the rows of a damaged file into a new one, table by table and row by row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from mentorjournal.errors import ForeignFile, NewerVersion
from mentorjournal.storage.btree import Pages, Row, Tree, Value
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.faults import RuleBroken
from mentorjournal.storage.migrations import Step, migrate

_VERSION_AT, _APPLICATION_AT = 60, 68
_IN_JSON = re.compile(r"json_valid *\((\w+)\)")
_OWN_COLUMNS = 5  # of the table in which a file describes itself


@dataclass(frozen=True, slots=True)
class Shape:
    """A table as the new file has it. *numbered* is the column that is the row's own number, if any; *needed*
    are the columns without which there is no row, by their type, and *in_json* those that hold JSON.
    """

    name: str
    columns: tuple[str, ...]
    numbered: str | None
    needed: dict[str, str]
    in_json: frozenset[str]


@dataclass(slots=True)
class Found:
    """What was found of one table. *ids* are those that its own list of ids still names, by row number."""

    shape: Shape
    rows: list[Row] = field(default_factory=list)
    lost: bool = False
    ids: dict[int, str] = field(default_factory=dict)
    ids_lost: bool = False


def version_in(
    pages: Pages, name: str, application_id: int, steps: Sequence[Step], fresh: Callable[[], Connection]
) -> int:
    """How many steps the file has behind it: its first page says so, or the tables that it still describes.

    *fresh* gives an empty file to compare with. Raises ForeignFile and NewerVersion.
    """
    header = pages.header()
    if header is not None:
        if int.from_bytes(header[_APPLICATION_AT : _APPLICATION_AT + 4], "big") != application_id:
            raise ForeignFile(name)
        version = int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4], "big")
        if version > len(steps):
            raise NewerVersion(name)
        return version
    described = {str(row.values[4]) for row in _descriptions(pages) if row.values[4] is not None}
    for version in range(len(steps), 0, -1):
        db = fresh()
        try:
            migrate(db, steps[:version], name)
            known = {row[0] for row in db.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
        finally:
            db.close()
        if described <= known:
            return version
    raise NewerVersion(name)


def tables_in(pages: Pages, target: Connection) -> dict[str, Found]:
    """All that can be read of the tables that *target*, new and empty, has."""
    shapes = [_shape(target, name) for name in _names(target)]
    found = {shape.name: Found(shape) for shape in shapes}
    described = not Pages(pages.read, pages.count).tree(1).lost
    trees = {str(row.values[1]): row.values[3] for row in _descriptions(pages)}
    for name, table in found.items():
        if name not in trees and described:
            continue  # the file is older than this table
        tree = _tree(pages, trees.get(name))
        table.rows, table.lost = tree.rows, bool(tree.lost)
        listed = _tree(pages, trees.get(f"sqlite_autoindex_{name}_1"))
        table.ids_lost = bool(listed.lost) and table.shape.numbered is None
        for row in listed.rows:
            if len(row.values) == 2 and isinstance(row.values[1], int):
                table.ids[row.values[1]] = str(row.values[0])
    others = [name for name in trees if name not in found]
    for name in others:
        _tree(pages, trees[name])  # its pages belong to it, and to no table of ours
    if any(table.lost for table in found.values()):
        for rows in _strays(pages):
            if (owner := _owner(target, found.values(), rows)) is not None:
                owner.rows += rows
    return found


def index_rows(pages: Pages, name: str) -> list[Row]:
    """What stands in the index *name*; its pages have been met, and are read again."""
    for row in _descriptions(pages):
        if row.values[1] == name and isinstance(row.values[3], int):
            return Pages(pages.read, pages.count).tree(row.values[3]).rows
    return []


def put(db: Connection, shape: Shape, row: Row, more: dict[str, Value] | None = None) -> bool:
    """Keep the row, *more* in the place of what is missing; False where a rule of the table refuses it."""
    values = dict(zip(shape.columns, row.values, strict=False)) | (more or {})
    if shape.numbered is not None and values.get(shape.numbered) is None:
        values[shape.numbered] = row.number
    columns, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    statement = f"INSERT INTO {shape.name} ({columns}) VALUES ({marks})"
    try:
        db.run(statement, values)
    except RuleBroken:
        return False
    return True


def put_all(db: Connection, table: Found) -> list[Row]:
    """Keep every whole row of the table; return those that could not be kept as they are."""
    return [row for row in table.rows if row.cut or not put(db, table.shape, row)]


def _names(db: Connection) -> list[str]:
    return [
        row[0]
        for row in db.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
            " AND name NOT LIKE 'leaf_words%' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        )
    ]


def _shape(db: Connection, name: str) -> Shape:
    columns = db.rows(
        'SELECT name, type, pk, "notnull" AND dflt_value IS NULL FROM pragma_table_info(?) ORDER BY cid',
        (name,),
    )
    numbered = next((column for column, kind, key, _ in columns if key and kind == "INTEGER"), None)
    sql = db.row("SELECT sql FROM sqlite_schema WHERE name = ?", (name,))
    return Shape(
        name,
        tuple(column for column, *_ in columns),
        numbered,
        {column: kind for column, kind, _, needed in columns if needed},
        frozenset(_IN_JSON.findall(sql[0] if sql else "")),
    )


def _descriptions(pages: Pages) -> list[Row]:
    """What the file says of its own tables, also where its first page is lost."""
    reading = Pages(pages.read, pages.count)
    tree = reading.tree(1)
    rows = tree.rows
    if tree.lost:
        for _, more in reading.stray_leaves():
            if all(_describes(row) for row in more):
                rows = rows + more
    else:
        pages.seen |= reading.seen
    return [row for row in rows if _describes(row)]


def _describes(row: Row) -> bool:
    if len(row.values) != _OWN_COLUMNS or row.cut:
        return False
    kind, name, table, root, sql = row.values
    return (
        kind in ("table", "index", "view", "trigger")
        and isinstance(name, str)
        and isinstance(table, str)
        and isinstance(root, int)
        and (sql is None or isinstance(sql, str))
    )


def _tree(pages: Pages, root: Value) -> Tree:
    return pages.tree(root) if isinstance(root, int) and root > 0 else Tree(lost=1)


def _strays(pages: Pages) -> list[list[Row]]:
    """Leaves that no tree led to; two passes, for the first one learns which pages only continue a row."""
    list(pages.stray_leaves())
    return [rows for _, rows in pages.stray_leaves() if not all(_describes(row) for row in rows)]


def _owner(db: Connection, tables: Iterable[Found], rows: Sequence[Row]) -> Found | None:
    """The one table that can hold all of these rows; None where there are several, or none."""
    whole = [row for row in rows if not row.cut]
    if not whole:
        return None
    fitting = [table for table in tables if table.lost and _fits(db, table.shape, whole)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(db: Connection, shape: Shape, rows: Sequence[Row]) -> bool:
    if any(len(row.values) > len(shape.columns) for row in rows):
        return False
    fits = False
    try:
        with db.transaction():
            fits = all(put(db, shape, row) for row in rows)
            raise _TakenBack
    except _TakenBack:
        return fits


class _TakenBack(Exception):
    """Undoes a trial."""
