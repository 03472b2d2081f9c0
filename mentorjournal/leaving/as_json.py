"""A file of the vault as JSON: every row of every table by the names of its columns, and how many of each.

The shape is described for people in `readme`. A field may be added in any release; one that is taken away or
comes to mean something else makes another version.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from mentorjournal import __version__
from mentorjournal.storage.whole import Whole

JOURNAL_FORMAT = "mentor-journal/journal"
VAULT_FORMAT = "mentor-journal/vault"
VERSION = 1


def as_json(
    format: str, tables: Iterable[Whole], made_at: datetime, *, here: Callable[[], None]
) -> Iterator[str]:
    """The file in pieces, a line for each row. *here* is called between tables, and may raise Cancelled."""
    head = {
        "format": format,
        "version": VERSION,
        "made_by": f"Mentor Journal {__version__}",
        "made_at": made_at.isoformat(timespec="seconds"),
    }
    yield "{\n"
    for name, value in head.items():
        yield f'"{name}": {_json(value)},\n'
    yield '"tables": {'
    counts = {}
    for place, table in enumerate(tables):
        here()
        counts[table.name] = len(table.rows)
        yield f'{"," if place else ""}\n"{table.name}": ['
        for number, row in enumerate(table.rows):
            yield f"{',' if number else ''}\n{_json(row)}"
        yield "\n]"
    yield f'\n}},\n"counts": {_json(counts)}\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
