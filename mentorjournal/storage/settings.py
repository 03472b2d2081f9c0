"""How every file is set before it is used, and what no statement may do to it."""

from __future__ import annotations

import sys

from sqlcipher3 import dbapi2

BEFORE_READING = (
    "PRAGMA cipher_compatibility = 4;"
    "PRAGMA temp_store = MEMORY;"  # in a file, sorting would spill words in the clear
    "PRAGMA locking_mode = EXCLUSIVE;"
)
KEEP_OTHERS_OUT = "BEGIN EXCLUSIVE; COMMIT;"  # kept until closing; nothing is written by it
SETTINGS = (
    "PRAGMA journal_mode = DELETE;"  # damage in a WAL file is silent, and a WAL must travel with its file
    "PRAGMA synchronous = EXTRA;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA mmap_size = 0;"
) + ("PRAGMA fullfsync = ON;" if sys.platform == "darwin" else "")

_REFUSED = frozenset({dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH})  # ATTACH without KEY inherits the key
_OK, _DENY = int(dbapi2.SQLITE_OK), int(dbapi2.SQLITE_DENY)


def allow(action: int, _what: object, _more: object, _where: object, _by: object) -> int:
    """Say whether a statement may do this; asked for every column of every statement, so kept short."""
    return _DENY if action in _REFUSED else _OK
