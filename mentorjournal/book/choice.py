"""What a book is made of, as its writer chooses it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.words import Choice


class Words(Choice):
    """Whose words go in."""

    ALL = "all", "everything"
    WITHOUT_THEIRS = "without_theirs", "without my partner’s words"
    ONLY_MINE = "only_mine", "only what is mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookChoice:
    """*since* and *until* are the first and the last day of it, None where it is open. *codename*: whether
    the cover names the journal.
    """

    words: Words = Words.ALL
    since: date | None = None
    until: date | None = None
    size: str = "A4"
    codename: bool = False

    @property
    def whole_time(self) -> bool:
        return self.since is None and self.until is None

    def holds(self, day: date | None) -> bool:
        """Whether what is of *day* goes in; what has no day does."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def checked(choice: BookChoice) -> BookChoice:
    """The choice, proved whole. Raises InvalidInput."""
    if choice.since and choice.until and choice.until < choice.since:
        raise InvalidInput("The period ends before it begins. Exchange the two days.")
    return choice
