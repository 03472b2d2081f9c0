"""All that a vault and its backups say to whoever holds the passphrase and the recovery code."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from mentorjournal.model.card import JournalId
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect
from mentorjournal.storage.index import INDEX_APPLICATION_ID
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.recovery import RecoveryCode


def places(folder: Path) -> list[Path]:
    """The vault, and every backup of it."""
    return [folder, *sorted((folder / "backups").glob("*"))]


def read(folder: Path, passphrase: str, code: str) -> dict[str, str]:
    """Every row of every table of every file, opened with the one and with the other."""
    said = {}
    for place in places(folder):
        for number, keys in enumerate(_keys(place, passphrase, code)):
            with contextlib.closing(keys):
                said[f"{place.name} {number} index"] = _rows(
                    place / "index.mjdb", keys.index_key(), INDEX_APPLICATION_ID
                )
                for path in sorted((place / "journals").iterdir()):
                    key = keys.journal_key(JournalId(path.stem))
                    said[f"{place.name} {number} {path.name}"] = _rows(path, key, JOURNAL_APPLICATION_ID)
    return said


def _keys(place: Path, passphrase: str, code: str) -> Iterator[KeyFile]:
    yield KeyFile.open_with_passphrase(place, passphrase, read_only=True)
    yield KeyFile.open_with_code(place, RecoveryCode.parse(code), read_only=True)


def _rows(path: Path, key: bytearray, application: int) -> str:
    """The word index's own tables too."""
    db = connect(path, key, application_id=application, newest=sys.maxsize, read_only=True)
    with contextlib.closing(db):
        names = [row[0] for row in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return "\n".join(str(row) for name in names for row in db.rows(f'SELECT * FROM "{name}"'))


def raw_keys(folder: Path, code: str) -> dict[str, bytes]:
    """The vault's own key, and those of its index and journals, as they lie in memory while they are used."""
    with contextlib.closing(KeyFile.open_with_code(folder, RecoveryCode.parse(code))) as keys:
        journals = {f"key of a journal {id}": bytes(keys.journal_key(id)) for id in keys.journals()}
        return {"vault key": bytes(keys._master), "key of the index": bytes(keys.index_key()), **journals}
