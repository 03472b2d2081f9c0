"""What went wrong, in a sentence for the window."""

from __future__ import annotations


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
