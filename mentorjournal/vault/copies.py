"""The key file on the disk: two copies, and which of them to believe."""

from __future__ import annotations

import contextlib
import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from mentorjournal.errors import (
    AlteredKeyFile,
    DamagedKeyFile,
    MentorJournalError,
    MissingKeyFile,
    NewerVersion,
    NotAVault,
)
from mentorjournal.files import read_file, said_plainly, write_whole
from mentorjournal.vault.envelope import KEY_FILE, MOST_BYTES, Envelope, decode

COPY_NAMES = (KEY_FILE, f"{KEY_FILE}.copy")


class Notice(Enum):
    """Something that was put right, or could not be, while a vault was opened; only for telling."""

    KEY_FILE_HEALED = "The key file was damaged or missing and was put back from its second copy."
    KEY_COPY_HEALED = "The key file's second copy was damaged, old or missing and was written anew."
    KEY_FILE_SET_ASIDE = "One copy of the key file had been changed by another program. It was set aside."
    KEY_COPY_NOT_WRITTEN = "One copy of the key file is out of date and could not be written. Check the disk."
    PASSPHRASE_CHANGE_ENDED = (
        "A passphrase change had been interrupted. The one just typed is now the vault's passphrase."
    )
    NEW_KEYS_ENDED = (
        "Giving the vault new keys had been interrupted and was brought to its end. The new passphrase and"
        " the new recovery code open it from now on."
    )
    JOURNAL_SWEPT = "The creation of a journal had been interrupted. What was left of it was cleared away."
    DESTRUCTION_ENDED = "The destruction of a journal had been interrupted and was brought to its end."
    KEY_FILE_OLDER = (
        "The key file is an older copy than the one last used here: somebody, or a synchronised folder, put"
        " it back. An old passphrase may open the vault again, and journals begun since may be missing."
    )
    CONFLICTED_COPY = (
        "A synchronised folder left a second copy of one of the vault's files beside it: two machines wrote"
        " at once. It is not used. Keep it until you have seen that nothing is missing here."
    )
    INDEX_REBUILT = (
        "The index was damaged and is made anew from the journals. Your settings, question sets and the"
        " practice ledger could be read and are in it. The old one was set aside."
    )
    INDEX_REBUILT_IN_PART = (
        "The index was damaged and is made anew from the journals. Of your settings, question sets and the"
        " practice ledger something could not be read and is missing. The old one was set aside."
    )
    INDEX_READ_IN_PART = "The index is damaged. What can be read of it is shown; nothing was changed."
    INDEX_COMPLETED = "The index did not list the same journals as the key file and was brought in step."

    @property
    def text(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy as it lies there: missing (no data), unreadable (an error), or whole (an envelope)."""

    path: Path
    data: bytes | None = None
    envelope: Envelope | None = None
    error: MentorJournalError | None = None


def read_copies(folder: Path) -> list[Copy]:
    """Read both copies as they are, judging each alone. Raises NotAVault when there is neither, and
    MissingKeyFile where a vault stood once.
    """
    first, second = COPY_NAMES
    read = _read(folder / first)
    copies = [read, _read(folder / second, read)]
    if all(copy.data is None and copy.error is None for copy in copies):
        raise _neither(folder)
    return copies


def refuse_no_vault(folder: Path) -> None:
    """Raise the same where neither copy is there; what stands in them is not looked at."""
    if not any(_is_there(folder / name) for name in COPY_NAMES):
        raise _neither(folder)


def _neither(folder: Path) -> NotAVault:
    left = any((folder / name).is_dir() for name in ("journals", "backups"))
    return MissingKeyFile() if left else NotAVault()


def whole_copies(copies: list[Copy]) -> list[tuple[Copy, Envelope]]:
    """Return the copies worth trying, the newest first, or raise what is wrong with all of them."""
    errors = [copy.error for copy in copies if copy.error is not None]
    for error in errors:
        if isinstance(error, NewerVersion):
            raise error
    whole = [(copy, copy.envelope) for copy in copies if copy.envelope is not None]
    if not whole:
        for error in errors:
            if isinstance(error, AlteredKeyFile):
                raise error
        raise errors[0]
    return sorted(whole, key=lambda pair: -pair[1].document.generation)


def heal(copies: list[Copy], best: Copy, trusted: list[Copy]) -> list[Notice]:
    """Make every copy say what *best* says. What is whole but not trusted is set aside, not overwritten."""
    assert best.data is not None
    notices: list[Notice] = []
    for copy in copies:
        if copy.data == best.data:
            continue
        try:
            if isinstance(copy.error, AlteredKeyFile) or (copy.envelope and copy not in trusted):
                with said_plainly(copy.path.name):
                    copy.path.replace(copy.path.with_name(f"{copy.path.name}.set-aside"))
                notices.append(Notice.KEY_FILE_SET_ASIDE)
            write_whole(copy.path, best.data)
        except MentorJournalError:
            notices.append(Notice.KEY_COPY_NOT_WRITTEN)
        else:
            first = copy.path.name == KEY_FILE
            notices.append(Notice.KEY_FILE_HEALED if first else Notice.KEY_COPY_HEALED)
    return notices


def write_copies(folder: Path, data: bytes) -> list[Notice]:
    """Write both copies, one after the other, each whole or not at all.

    Raises when the first cannot be written: then nothing has changed. A second one that cannot be written
    is only noted: the change is made, and the copy is healed at the next unlocking.
    """
    notices = _write_or_leave(folder / COPY_NAMES[0], data)
    try:
        write_whole(folder / COPY_NAMES[1], data)
    except MentorJournalError:
        return [Notice.KEY_COPY_NOT_WRITTEN]
    return notices


def _write_or_leave(path: Path, data: bytes) -> list[Notice]:
    """Write the file; where that raises, what stood there stands there.

    It can fail in its last step, when the new file has its name and only the folder could not be synced. Left
    so, a change that was refused would have come to be, with a passphrase or a code that nobody knows of.
    """
    before = _read(path).data
    try:
        write_whole(path, data)
    except MentorJournalError:
        if _read(path).data != data:
            raise
        with contextlib.suppress(MentorJournalError):
            write_whole(path, data)
            return []
        _put_back(path, before)
        if _read(path).data != data:
            raise
        return [Notice.KEY_COPY_NOT_WRITTEN]  # it stands, and cannot be taken back: better told than unknown
    return []


def _put_back(path: Path, before: bytes | None) -> None:
    with contextlib.suppress(MentorJournalError, OSError):
        if before is None:
            path.unlink()
        else:
            write_whole(path, before)


def sweep_temporaries(folder: Path) -> None:
    """Remove what a killed `write_whole` left beside the copies."""
    for name in COPY_NAMES:
        for left in folder.glob(f".{name}.*.tmp"):
            with contextlib.suppress(OSError):
                left.unlink()


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _read(path: Path, like: Copy | None = None) -> Copy:
    """Read a copy; one that says the same as *like*, byte for byte, is judged as that was."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # reading a pipe or a device might never end
            return Copy(path=path, error=DamagedKeyFile("it is not a file"))
        data = read_file(path, MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Copy(path=path)
    except OSError:
        return Copy(path=path, error=DamagedKeyFile("it cannot be read"))
    try:
        if len(data) > MOST_BYTES:
            raise DamagedKeyFile("it is far too large")
        same = like.envelope if like is not None and like.data == data else None
        return Copy(path=path, data=data, envelope=same or decode(data))
    except MentorJournalError as error:
        return Copy(path=path, data=data, error=error)
