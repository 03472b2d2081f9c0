"""Older files put back in the place of newer ones: each is whole in itself, so only their counts tell.

A whole vault put back, all files together, cannot be told from here: see `seen`.
"""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

from mentorjournal.errors import DamagedOrForeign, MentorJournalError, OlderCopy
from mentorjournal.model.card import JournalId
from mentorjournal.storage import keeping
from mentorjournal.storage.index import Index
from mentorjournal.vault.backups import Opened
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.index_file import INDEX_NAME
from mentorjournal.vault.inspection import Finding
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.seen import look, older_than

SEEN = "keys seen"
"""The index's setting: the key file's generation when it was last open."""

OLDER_JOURNAL = (
    "this is an older copy: it has seen fewer changes than the index remembers. Somebody, or a synchronised"
    " folder, put it back"
)
OLDER_INDEX = (
    "the index is an older copy: journals have seen more changes than it remembers. Somebody, or a"
    " synchronised folder, put it back. Its settings and the practice ledger may be those of that day"
)


def look_at_keys(keys: KeyFile, index: Index) -> list[Notice]:
    """Say whether the key file is an older one than was last seen here. Remembers nothing."""
    seen = index.setting(SEEN, 0)
    older = isinstance(seen, int) and keys.generation < seen
    return [Notice.KEY_FILE_OLDER] if older else []


def remember_keys(keys: KeyFile, index: Index) -> None:
    """Note how far the key file has come; where the disk takes nothing, the next time will do."""
    with contextlib.suppress(MentorJournalError):
        if index.setting(SEEN) != keys.generation:
            index.put_setting(SEEN, keys.generation)


def judged_generations(index: Index, journals: tuple[JournalId, ...], opened: Opened) -> list[Finding]:
    """Hold every journal's count of changes against the index's. What is damaged is judged elsewhere."""
    findings: list[Finding] = []
    index_is_older = False
    with contextlib.suppress(DamagedOrForeign):
        cards = {card.id: card for card in index.cards() if not card.unknown}
        for id in journals:
            if (card := cards.get(id)) is None or (generation := _generation(opened, id)) is None:
                continue
            if generation < card.generation:
                findings.append(Finding(file=f"{id}.mjdb", what=OLDER_JOURNAL, error=OlderCopy))
            index_is_older |= generation > card.generation and not card.dirty
    if index_is_older:
        findings.append(Finding(file=INDEX_NAME, what=OLDER_INDEX, error=OlderCopy))
    return findings


def judged_whole(folder: Path, keys: KeyFile, index: Index, remembered: str) -> list[Finding]:
    """Hold the vault against what is *remembered* of it on this machine. One of its files that is older by
    itself is told of by `look_at_keys` and `judged_generations`.
    """
    if look_at_keys(keys, index):
        return []
    with contextlib.suppress(DamagedOrForeign):
        before = older_than(look(folder, keys, index, date.min), remembered)
        if before is not None:
            return [Finding(file=INDEX_NAME, what=older_vault(before.day), error=OlderCopy)]
    return []


def older_vault(day: date) -> str:
    return (
        "this vault, or a part of it, is an older copy: it has seen fewer changes than when it was last used"
        f" on this computer, on {day}. What was written in between is not in it. After restoring a backup on"
        " purpose this is as it should be"
    )


def _generation(opened: Opened, id: JournalId) -> int | None:
    try:
        with opened(id) as db:
            return keeping.generation(db)
    except MentorJournalError:
        return None
