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


READ_IN_PART = (
    "Parts of this journal are damaged and are missing here. What can be read is shown; nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A journal to put in front, what it asks for now, and what has to be told of its file."""

    journal: OpenJournal
    moment: Moment
    told: str


def read_beginning(shelf: Shelf, *, restore: bool) -> Beginning:
    place = shelf.setting(PLACE) if restore else None
    told = " ".join(notice.text for notice in shelf.vault.notices)
    return shelf.cards(), place, told


def fetch(shelf: Shelf, id: JournalId) -> Fetched:
    journal = shelf.open(id)
    told = OLDER_COPY if shelf.is_older_than_remembered(id) else ""
    if id in shelf.vault.damaged:
        told = READ_IN_PART
    return Fetched(journal, moment_of(journal.journal), told)
