"""New files of a whole vault put in the old ones' places, so that a kill leaves the old vault or the new one.

They are made in a folder of their own inside the vault. One rename says that they are complete: before it the
next unlocking clears them away, after it the next unlocking goes on putting them in their places.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from mentorjournal.errors import UnfinishedKeys
from mentorjournal.files import said_plainly, sync_folder, sync_tree
from mentorjournal.vault.backups import JOURNALS
from mentorjournal.vault.copies import COPY_NAMES
from mentorjournal.vault.index_file import INDEX_NAME

PREPARED, COMPLETE = "new-keys.unfinished", "new-keys"


def prepared(folder: Path) -> Path:
    """An empty folder for the new files, the owner's alone."""
    place = folder / PREPARED
    _remove(place)
    with said_plainly(place.name):
        (place / JOURNALS).mkdir(mode=0o700, parents=True)
        place.chmod(0o700)
    return place


def commit(folder: Path) -> None:
    """Say that the new files are complete and on the disk. From here on they are the vault."""
    place = folder / PREPARED
    with said_plainly(place.name):
        sync_tree(place)
        place.rename(folder / COMPLETE)
        try:
            sync_folder(folder)
        except OSError:
            (folder / COMPLETE).rename(place)  # what is told as refused must not come to be later
            raise


def refuse_unfinished(folder: Path) -> None:
    """Raise UnfinishedKeys where files of two kinds of keys may stand side by side."""
    if _is_there(folder / COMPLETE):
        raise UnfinishedKeys


def settle(folder: Path) -> bool:
    """End or undo what was begun here; returns whether new files were put in place. Needs no key.

    Raises DiskError, ReadOnlyPlace, …; what is left is done the next time.
    """
    clear(folder)
    place = folder / COMPLETE
    if not _is_there(place):
        with contextlib.suppress(OSError):
            place.rmdir()  # empty: all that a power cut left of its removal
        return False
    for name in (*_names(place / JOURNALS, JOURNALS), INDEX_NAME, *COPY_NAMES):
        _put(place / name, folder / name)
    with said_plainly(place.name):
        sync_folder(folder / JOURNALS)
        sync_folder(folder)
    _remove(place)
    return True


def clear(folder: Path) -> None:
    """Clear away new files that are not complete."""
    _remove(folder / PREPARED)


def _is_there(place: Path) -> bool:
    """Whether new files lie here. A link may lead to another vault, whose files would be taken from it."""
    return all(path.is_dir() and not path.is_symlink() for path in (place, place / JOURNALS))


def _names(place: Path, inside: str) -> list[str]:
    return sorted(f"{inside}/{path.name}" for path in place.glob("*.mjdb"))


def _put(new: Path, old: Path) -> None:
    if not new.exists():
        return
    with said_plainly(old.name):
        # What the library left beside an old file would be undone in the new one.
        old.with_name(f"{old.name}-journal").unlink(missing_ok=True)
        new.replace(old)


def _remove(place: Path) -> None:
    with contextlib.suppress(OSError):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place, ignore_errors=True)
