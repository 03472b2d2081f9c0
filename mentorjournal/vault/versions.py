"""Which SQLCipher and SQLite the vault stands on."""

from __future__ import annotations

from typing import NamedTuple


class CipherVersions(NamedTuple):
    sqlcipher: str
    sqlite: str


def cipher_versions() -> CipherVersions:
    import sqlcipher3  # here: asking for the versions is rare, and its library takes a moment to load

    db = sqlcipher3.connect(":memory:")
    try:
        (sqlcipher,) = db.execute("PRAGMA cipher_version").fetchone()
    finally:
        db.close()
    return CipherVersions(sqlcipher=str(sqlcipher), sqlite=str(sqlcipher3.sqlite_version))
