"""The one place for what nobody foresaw: a bug is told in a sentence, without a word of what was written."""

from __future__ import annotations

from collections.abc import Callable


def unforeseen(error: Exception) -> str:
    """Say that something went wrong inside. Only the error's class is named: its text can quote content."""
    return (
        f"Something inside Mentor Journal went wrong ({type(error).__name__}). What was saved before is safe;"
        " please report it with what you did."
    )


def guarded(work: Callable[[], int], tell: Callable[[str], int]) -> int:
    """Return what *work* returns, or when it fails as nobody foresaw what *tell* makes of the sentence."""
    try:
        return work()
    except Exception as error:
        return tell(unforeseen(error))
