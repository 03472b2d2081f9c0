"""Copies that synchronised folders leave beside a vault's files when two machines wrote to them."""

from __future__ import annotations

import re
from pathlib import Path

from mentorjournal.vault.backups import JOURNALS

_MARKS = (
    r"(?i:[ ._-]*\([^()]*conflict[^()]*\))",  # Dropbox, Nextcloud, Seafile, with a person, a machine or a day
    r"(?i:[ ._-]*\[[^\[\]]*conflict[^\[\]]*\])",  # Box
    r"(?i:[._-](sync-)?conflict(ed)?[-_.]?[\w.-]*)",  # Syncthing, ownCloud, Resilio
    r" \(\d{1,3}\)",  # Google Drive
    r" \d{1,3}",  # iCloud
    r"-[A-Z][A-Z0-9-]+",  # OneDrive: the machine's name
)
_CONFLICTED = re.compile(
    rf"(vault|index|[0-9a-f]{{32}})(\.keys|\.keys\.copy|\.mjdb)?({'|'.join(_MARKS)})"
    r"(\.keys|\.copy|\.keys\.copy|\.mjdb)?",
)


def is_conflicted(name: str) -> bool:
    """Whether a file of this name is a copy of one of a vault's files."""
    return _CONFLICTED.fullmatch(name) is not None and name not in ("vault.keys.copy", "vault.keys")


def conflicted(folder: Path) -> list[Path]:
    """Every such copy in a vault's folder and among its journals."""
    return [
        path
        for place in (folder, folder / JOURNALS)
        for path in sorted(place.glob("*"))
        if is_conflicted(path.name)
    ]
