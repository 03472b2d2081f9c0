"""What is put right while a vault is opened: its index, and what a kill had interrupted."""

from __future__ import annotations

import contextlib
from pathlib import Path

from mentorjournal.errors import DamagedIndex, MentorJournalError
from mentorjournal.files import said_plainly, sync_folder
from mentorjournal.storage.index import Index
from mentorjournal.vault import destruction
from mentorjournal.vault.backups import JOURNALS
from mentorjournal.vault.clearing import remove_database
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.index_file import INDEX_NAME, UNFINISHED_INDEX, load_index, new_file, set_aside
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.rescuing import CARDS, salvaged_index

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
    try:
        index = load_index(folder, keys, read_only=False)  # InUse where the lock file was lost under a writer
        sweep_journals(folder, keys, notices)
        try:
            if not rebuild or not index.check():
                return _matched(index, keys, notices)
        except BaseException:
            index.close()
            raise
        index.close()
    except DamagedIndex:
        if not rebuild:
            raise
    sweep_journals(folder, keys, notices)
    return _made_anew(folder, keys, notices)


def _made_anew(folder: Path, keys: KeyFile, notices: list[Notice]) -> Index:
    """Put an index in the place of the damaged one: with what can be read of that, and with a card for each
    journal that is filled from there.
    """
    fresh = folder / UNFINISHED_INDEX
    remove_database(fresh)
    index, lost = salvaged_index(folder, keys, new_file(fresh, keys))
    with contextlib.closing(index):
        index.match(())
        index.match(keys.journals())
    set_aside(folder / INDEX_NAME)
    with said_plainly(INDEX_NAME):
        fresh.replace(folder / INDEX_NAME)
        sync_folder(folder)
    notices.append(Notice.INDEX_REBUILT_IN_PART if set(lost or ()) - {CARDS} else Notice.INDEX_REBUILT)
    return load_index(folder, keys, read_only=False)


def _matched(index: Index, keys: KeyFile, notices: list[Notice]) -> Index:
    """Bring the cards in step with the key file; where the disk takes nothing, it stays for later."""
    with contextlib.suppress(MentorJournalError):
        if index.match(keys.journals()):
            notices.append(Notice.INDEX_COMPLETED)
    index.cards()  # damage shows now, where it can be mended
    return index
