"""The book as a PDF, made in memory: nothing touches the disk before all of it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mentorjournal.book.choice import BookChoice
from mentorjournal.book.paper import book_paper
from mentorjournal.book.reading import book_of
from mentorjournal.journal.journal import Journal
from mentorjournal.pdf import missing_characters, render

_READ = 0.1
"""How much of the work is reading."""


@dataclass(frozen=True, slots=True, repr=False)
class BookFile:
    """A finished book. *missing* are the characters that no font here can show."""

    pdf: bytes
    missing: str

    def __repr__(self) -> str:
        return f"BookFile({len(self.pdf)} bytes)"


def make_book(
    journal: Journal,
    choice: BookChoice,
    *,
    password: str = "",
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> BookFile:
    """The book as a PDF, locked where a *password* is given. *progress* is told 0.0 to 1.0.

    Equal journals and choices give equal bytes on one day, except under a password, which draws new keys.
    Raises what `book_of` raises, and InvalidInput for a password that cannot be used, before anything is
    read.
    """
    if password:
        from mentorjournal.pdf.sealing import prepared, sealed

        prepared(password)

    def tell(done: float) -> None:
        if progress:
            progress(_READ + (1 - _READ) * done)

    paper = book_paper(book_of(journal, choice, cancelled=cancelled))
    data = render(paper, progress=tell, cancelled=cancelled)
    return BookFile(sealed(data, password) if password else data, missing_characters(paper))
