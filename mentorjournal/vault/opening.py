"""What is put right while a vault is opened: its index, and what a kill had interrupted."""

from __future__ import annotations

import contextlib
from pathlib import Path

from mentorjournal.errors import DamagedIndex, MentorJournalError
from mentorjournal.model.closure import DestructionRecord
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.storage.index import Index
from mentorjournal.vault import destruction
from mentorjournal.vault.backups import JOURNALS
from mentorjournal.vault.clearing import remove_database
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.index_file import INDEX_NAME, load_index, make_index, set_aside
from mentorjournal.vault.keyfile import KeyFile

UNFINISHED_JOURNAL = ".new"
"""What a journal's file is called besides until it is complete."""


def sweep_journals(folder: Path, keys: KeyFile, notices: list[Notice]) -> None:
    """End what a killed creation of a journal had begun: keep what is complete, clear the rest."""
    with contextlib.suppress(MentorJournalError):
        for journal in keys.unfinished():
            path = folder / JOURNALS / f"{journal}.mjdb"
            if path.exists():
                keys.journal_made(journal)
            else:
                remove_database(path.with_name(path.name + UNFINISHED_JOURNAL))
                keys.drop_unfinished(journal)
                notices.append(Notice.JOURNAL_SWEPT)


def end_destructions(folder: Path, keys: KeyFile, index: Index, notices: list[Notice]) -> None:
    """End what a kill interrupted; where the disk takes nothing, it stays for the next unlocking."""
    with contextlib.suppress(MentorJournalError):
        for journal in destruction.under_way(index):
            destruction.end(folder, keys, index, journal)
            notices.append(Notice.DESTRUCTION_ENDED)


def open_index(folder: Path, keys: KeyFile, notices: list[Notice], *, rebuild: bool) -> Index:
    """Open the index. Raises DamagedIndex; with *rebuild* a damaged one is set aside and made anew."""
    kept: dict[str, object] = {}
    practice: list[LedgerEntry] = []
    numbers: dict[str, int] = {}
    gone: dict[str, DestructionRecord] = {}
    try:
        index = load_index(folder, keys, read_only=False)  # InUse where the lock file was lost under a writer
        sweep_journals(folder, keys, notices)
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
    sweep_journals(folder, keys, notices)
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
