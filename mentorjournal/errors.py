"""What can go wrong, one class for each thing a caller can act on, worded for the person who reads it.

No message names a person, a title, a table or a path inside a journal; a vault's file is named by its own
file name, which says nothing about anyone.
"""

from __future__ import annotations

from datetime import date


class MentorJournalError(Exception):
    """Base of every error the core raises on purpose. `str(error)` is one plain sentence or two."""

    exit_status = 1


# What was typed


class InvalidInput(MentorJournalError):
    """A value that a field cannot take; the message says which and what would do. *field* names it to a form
    that can lead there.
    """

    def __init__(self, sentence: str = "", *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class EmptyPassphrase(InvalidInput):
    exit_status = 3

    def __init__(self) -> None:
        super().__init__("The passphrase is empty. Type at least one character.")


class ConsentNeeded(InvalidInput):
    """A mentor's summary for a third party without the day on which the mentee agreed."""

    def __init__(self) -> None:
        super().__init__(
            "This summary is for somebody outside your mentoring. Ask your mentee first, and enter the day on"
            " which they agreed."
        )


class WrongPassphrase(MentorJournalError):
    """The key file is whole, but this passphrase does not open it."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "This passphrase does not open the vault. Nothing is damaged; check Caps Lock and the keyboard"
            " layout, and try again."
        )


class MistypedRecoveryCode(MentorJournalError):
    """The recovery code's own check characters say that it was not copied correctly."""

    exit_status = 3

    def __init__(self, group: int | None = None) -> None:
        where = f"Group {group} is" if group else "It is"
        super().__init__(f"The recovery code was not copied correctly. {where} the place to look first.")


class WrongRecoveryCode(MentorJournalError):
    """A well-formed recovery code that belongs to another vault, or to an older kit."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "This recovery code does not open this vault. Check that the kit belongs to this vault"
            " and is the newest one."
        )


SECRET_REFUSED = (EmptyPassphrase, WrongPassphrase, MistypedRecoveryCode, WrongRecoveryCode)
"""Nothing was done, for want of the right words."""


# What lies on the disk


class DamagedOrForeign(MentorJournalError):
    """Base of everything that is wrong with a file: damaged, foreign, altered or too new."""

    exit_status = 4


class NotAVault(DamagedOrForeign):
    def __init__(self) -> None:
        super().__init__(
            "This folder is not a Mentor Journal vault: it has no key file. Choose the folder that holds"
            " “vault.keys”."
        )


class DamagedKeyFile(DamagedOrForeign):
    def __init__(self, detail: str = "its checksum does not fit") -> None:
        super().__init__(
            f"The vault's key file is damaged ({detail}), and so is its second copy. Your journals are"
            " untouched; put back “vault.keys” from a backup."
        )


class AlteredKeyFile(DamagedOrForeign):
    """The key file was changed by something other than Mentor Journal: its seal is broken."""

    def __init__(self, detail: str = "its seal is broken") -> None:
        super().__init__(
            f"The vault's key file was changed by another program ({detail}), so it is not trusted."
            " Put back “vault.keys” from a backup."
        )


class DamagedFile(DamagedOrForeign):
    """An encrypted file of the vault whose pages fail their authentication, or that is cut short."""

    def __init__(self, name: str, detail: str = "part of it was changed or cannot be read") -> None:
        self.name = name
        super().__init__(f"“{name}” is damaged: {detail}. Nothing was changed; restore it from a backup.")


class DamagedJournal(DamagedFile):
    """A journal's file is damaged."""


class DamagedIndex(DamagedFile):
    """The vault's index is damaged; it can be rebuilt from the journals."""


class EmptyFile(DamagedFile):
    """A file of 0 bytes stands where a journal or the index should be."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "it is empty (0 bytes), so its content was lost outside Mentor Journal")


class MissingFile(DamagedFile):
    """The key file lists a journal whose file is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "the file is missing from the vault")


class ForeignFile(DamagedOrForeign):
    """A file that Mentor Journal did not make, or that belongs to another vault."""

    def __init__(self, name: str, detail: str = "it was not made by Mentor Journal") -> None:
        self.name = name
        super().__init__(f"“{name}” does not belong to this vault: {detail}. It was left as it is.")


class UnfinishedKeys(MentorJournalError):
    """New keys are half in place, and this way of opening may not end that."""

    def __init__(self) -> None:
        super().__init__(
            "The vault was being given new keys, and this was interrupted. Nothing is lost: open the vault"
            " once where it can be written to, and it is ended."
        )


class NewKeysStand(MentorJournalError):
    """New keys are in place, and only what follows them could not be done."""

    def __init__(self) -> None:
        super().__init__(
            "The new keys stand: the new recovery code, and the new passphrase if there is one, open the"
            " vault from now on. The disk reported an error before all was tidied up; the next unlocking ends"
            " it."
        )


class OlderCopy(DamagedOrForeign):
    """A whole file of this vault that has seen fewer changes than another one remembers."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is an older copy that was put back. Nothing was changed.")


class NewerVersion(DamagedOrForeign):
    """Made by a newer Mentor Journal; refused unchanged."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” was made by a newer Mentor Journal. It was left unchanged;"
            " open it with that version or a later one."
        )


# What the machine says


class InUse(MentorJournalError):
    exit_status = 5

    def __init__(self) -> None:
        super().__init__(
            "This vault is open in another Mentor Journal. Close it there first: only one may write."
        )


class ReadOnlyPlace(MentorJournalError):
    """The folder or file may not be written to."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” cannot be written to: the folder is read-only. Nothing was changed;"
            " choose another folder or change its permissions."
        )


class OpenedReadOnly(MentorJournalError):
    """The vault was opened for reading alone."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing was changed: this vault is open for reading only. Open it for writing, or a copy of it"
            " where you may write."
        )


class DiskFull(MentorJournalError):
    def __init__(self) -> None:
        super().__init__(
            "Could not save: the disk is full. What was saved before is safe. Free some space and try again."
        )


class DiskError(MentorJournalError):
    """The disk refused to read or write; nothing half-written was kept."""

    def __init__(self, detail: str = "the disk reported an error") -> None:
        super().__init__(
            f"Could not read or write: {detail}. What was saved before is safe; check the disk and try again."
        )


class TooLittleMemory(MentorJournalError):
    """There is less memory free than turning the passphrase into a key takes."""

    def __init__(self, mebibytes: int) -> None:
        super().__init__(
            f"There is too little memory free: opening this vault takes {mebibytes} MiB for a moment. Close"
            " other programs and try again. Nothing was changed."
        )


class AlreadyThere(MentorJournalError):
    """A file or folder stands in the way and is not overwritten without being asked."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” already exists and was left as it is. Choose another name.")


class Cancelled(MentorJournalError):
    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was changed.")


# What a journal says


class NoSuchJournal(MentorJournalError):
    def __init__(self, codename: str) -> None:
        super().__init__(f"There is no journal with the codename “{codename}” in this vault.")


class OnHold(MentorJournalError):
    """A journal whose notes are on hold is not destroyed."""

    def __init__(self, codename: str) -> None:
        super().__init__(
            f"“{codename}” is on hold: nothing of it may be destroyed. Lift the hold first, once its reason"
            " is gone."
        )


class CodenameTaken(InvalidInput):
    def __init__(self, codename: str) -> None:
        super().__init__(f"Another journal is already called “{codename}”. Choose another codename.")


class NotFound(MentorJournalError):
    """The entry that was asked for is not in the journal any more."""

    def __init__(
        self, sentence: str = "This entry is not in the journal any more. It may have been deleted."
    ) -> None:
        super().__init__(sentence)


class NotNoted(MentorJournalError):
    """A file was written from a journal that could not remember its name."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            f"“{file_name}” is written. The journal could not note its name, because nothing can be saved"
            " there now: remember it yourself, should the journal be destroyed one day."
        )


class NothingPlanned(MentorJournalError):
    """There is no session to prepare for."""

    def __init__(self, day: date | None = None) -> None:
        if day is not None:
            super().__init__(
                f"This journal has no session on {day.isoformat()}. Give the day of one that it has."
            )
        else:
            super().__init__(
                "No session is planned in this journal. Plan one on its Sessions page, or give the day of one"
                " that it has with --session."
            )


class ImportProblem(MentorJournalError):
    """A file to import that cannot be taken in; nothing of it was kept."""


class NothingToShare(MentorJournalError):
    """A summary that would be empty; the message says what could be marked."""
