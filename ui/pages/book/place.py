"""What was chosen for a book as values that can be kept over a lock, and back."""

from __future__ import annotations

from mentorjournal.book.choice import Words
from ui.pages.book.contract import BookDraft

SIZES = ("A4", "Letter")


def draft_to_place(draft: BookDraft) -> dict[str, object]:
    return {
        "words": draft.words.value,
        "since": draft.since,
        "until": draft.until,
        "size": draft.size,
        "codename": draft.codename,
    }


def draft_from_place(place: dict[str, object]) -> BookDraft:
    """The draft that `draft_to_place` gave; what is missing or strange is as at the beginning."""
    words, size = place.get("words"), str(place.get("size"))
    return BookDraft(
        words=Words(str(words)) if words in list(Words) else Words.ALL,
        since=str(place.get("since") or ""),
        until=str(place.get("until") or ""),
        size=size if size in SIZES else SIZES[0],
        codename=place.get("codename") is True,
    )
