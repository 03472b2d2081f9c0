"""What step 4 of the schema brings: frozen copies of what was shared, and the book among the files."""

from __future__ import annotations

# The copy stands last: a list of what was shared never reads its pages. *place* is the order of leaving.
_SHARED = (
    """
    CREATE TABLE shared (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        shared_at TEXT NOT NULL,
        audience TEXT NOT NULL CHECK (audience IN ('partner', 'coordinator-attendance',
            'coordinator-outcomes', 'line-manager', 'portfolio')),
        since TEXT NOT NULL,
        until TEXT NOT NULL,
        format TEXT NOT NULL CHECK (format IN ('pdf', 'md', 'html', 'txt', 'clipboard')),
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        consent_on TEXT,
        locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
        changes_since TEXT,
        lines TEXT NOT NULL CHECK (json_valid(lines)),
        copy BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX shared_with ON shared (audience, place)",
    "CREATE INDEX shared_by_hash ON shared (sha256)",
)

# A table's rule cannot be changed, so the files move into one that knows the book too.
_EXPORT = (
    """
    CREATE TABLE export_new (
        id TEXT PRIMARY KEY,
        day TEXT NOT NULL,
        what TEXT NOT NULL CHECK (what IN ('summary', 'brief', 'preparation', 'agenda', 'agreement', 'form',
            'review', 'handover', 'markdown', 'book', 'other')),
        file_name TEXT NOT NULL,
        made_at TEXT NOT NULL
    ) STRICT
    """,
    "INSERT INTO export_new (id, day, what, file_name, made_at)"
    " SELECT id, day, what, file_name, made_at FROM export",
    "DROP TABLE export",
    "ALTER TABLE export_new RENAME TO export",
)

FROZEN_COPIES = (*_SHARED, *_EXPORT)
