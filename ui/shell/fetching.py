"""What the desk reads on the vault's thread: how a vault begins, and one journal of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentorjournal.guidance.moment import Moment, moment_of
from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.card import JournalCard, JournalId
from ui.shell.places import PLACE

Beginning = tuple[Sequence[JournalCard], object, str]
"""The cards, the place that was left, and what was put right while opening."""

OLDER_COPY = (
    "This journal is an older copy: it has seen fewer changes than this vault remembers. Somebody, or a"
    " synchronised folder, put it back. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A journal to put in front, what it asks for now, and whether it is an older copy put back."""

    journal: OpenJournal
    moment: Moment
    is_older_copy: bool


def read_beginning(shelf: Shelf, *, restore: bool) -> Beginning:
    place = shelf.setting(PLACE) if restore else None
    told = " ".join(notice.text for notice in shelf.vault.notices)
    return shelf.cards(), place, told


def fetch(shelf: Shelf, id: JournalId) -> Fetched:
    journal = shelf.open(id)
    return Fetched(journal, moment_of(journal.journal), shelf.is_older_than_remembered(id))
