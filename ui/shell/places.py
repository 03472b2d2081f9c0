"""Where the writer was: in which journal or at Today, on which page, and at which place of each page."""

from __future__ import annotations

from dataclasses import dataclass, field

from mentorjournal.model.card import JournalId

PLACE = "place"
"""The private setting that says where the writer was; sealed inside the vault."""
FRONT = "front"
"""What in it says which page was in front, and where the keyboard was."""


@dataclass(slots=True)
class Left:
    """One journal as it was left: its tab, and the place of each page."""

    tab: str = ""
    pages: dict[str, dict[str, object]] = field(default_factory=dict)


class Places:
    def __init__(self) -> None:
        self._left: dict[str, dict[str, object]] = {}
        self.journal: str | None = None
        self.at_today = False
        self.front: dict[str, object] = {}

    def read(self, place: object) -> None:
        """Take over what an earlier sitting sealed; what makes no sense is left out."""
        if not isinstance(place, dict):
            return
        journal, left, front = (place.get(name) for name in ("journal", "places", FRONT))
        self.front = front if isinstance(front, dict) else {}
        self.journal = journal if isinstance(journal, str) else None
        self.at_today = place.get("today") is True
        if isinstance(left, dict):
            self._left = {str(id): kept for id, kept in left.items() if isinstance(kept, dict)}

    def remember(self, journal: JournalId, tab: str, pages: dict[str, dict[str, object]]) -> None:
        """A page that was not built in this sitting stays where it was left in an earlier one."""
        self._left[journal] = {"tab": tab, "pages": self.left(journal).pages | pages}

    def left(self, journal: JournalId) -> Left:
        kept = self._left.get(journal, {})
        tab, pages = kept.get("tab"), kept.get("pages")
        return Left(
            tab=tab if isinstance(tab, str) else "",
            pages={str(name): place for name, place in pages.items() if isinstance(place, dict)}
            if isinstance(pages, dict)
            else {},
        )

    def forget(self, journal: JournalId) -> None:
        """Nothing that was left in *journal* stays."""
        self._left.pop(journal, None)
        if self.journal == journal:
            self.journal = None

    def sealed(self, journal: JournalId | None, *, at_today: bool) -> dict[str, object]:
        """Everything, as `read` takes it back."""
        return {"journal": journal, "today": at_today, "places": self._left}
