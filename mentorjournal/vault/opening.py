"""The index of a vault that is being opened: brought in step with the key file, or made anew when damaged."""

from __future__ import annotations

import contextlib
from pathlib import Path

from mentorjournal.errors import DamagedIndex, MentorJournalError
from mentorjournal.model.closure import DestructionRecord
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.storage.index import Index
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.index_file import INDEX_NAME, load_index, make_index, set_aside
from mentorjournal.vault.keyfile import KeyFile


def open_index(folder: Path, keys: KeyFile, notices: list[Notice], *, rebuild: bool) -> Index:
    """Open the index. Raises DamagedIndex; with *rebuild* a damaged one is set aside and made anew."""
    kept: dict[str, object] = {}
    practice: list[LedgerEntry] = []
    numbers: dict[str, int] = {}
    gone: dict[str, DestructionRecord] = {}
    try:
        index = load_index(folder, keys, read_only=False)
        try:
            if not rebuild or not index.check():
                return _matched(index, keys, notices)
            with contextlib.suppress(MentorJournalError):
                kept = index.settings()
                practice, numbers = index.ledger(), index.ledger_numbers()
                gone = index.destructions()
        except BaseException:
            index.close()
            raise
        index.close()
    except DamagedIndex:
        if not rebuild:
            raise
    set_aside(folder / INDEX_NAME)
    index = make_index(folder, keys)
    for key, value in kept.items():
        index.put_setting(key, value)
    index.bring_back_ledger(practice, numbers)
    for journal, record in gone.items():
        index.put_destruction(journal, record)
    index.match(keys.journals())
    notices.append(Notice.INDEX_REBUILT)
    return index


def _matched(index: Index, keys: KeyFile, notices: list[Notice]) -> Index:
    """Bring the cards in step with the key file; where the disk takes nothing, it stays for later."""
    with contextlib.suppress(MentorJournalError):
        if index.match(keys.journals()):
            notices.append(Notice.INDEX_COMPLETED)
    index.cards()  # damage shows now, where it can be mended
    return index
