"""What is said in more than one place of the window: what went wrong, and how many of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def worded(error: Exception) -> str:
    """What to say of an error, without quoting what anybody wrote."""
    from mentorjournal.errors import MentorJournalError

    if isinstance(error, MentorJournalError):
        return str(error)
    # The text of an unforeseen error may quote what somebody wrote: name its kind alone.
    return f"Something unexpected happened ({type(error).__name__}). What was saved is safe."


def is_damage(error: Exception) -> bool:
    """Whether a file of the vault is damaged, so that there are ways out to show."""
    from mentorjournal.errors import DamagedFile

    return isinstance(error, DamagedFile)


def journals(said_by: QObject, count: int) -> str:
    """So many journals, in words."""
    return said_by.tr("1 journal") if count == 1 else said_by.tr("{count} journals").format(count=count)


def entries(said_by: QObject, count: int) -> str:
    """So many entries, in words."""
    return said_by.tr("1 entry") if count == 1 else said_by.tr("{count} entries").format(count=count)
