"""What the ratings page reads of a journal, and what it makes of it for one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorjournal.instruments import built_in
from mentorjournal.journal.journal import Journal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.rating import Rating, RatingInstrument
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind, Role
from ui.pages.ratings.contract import RatingDraft, SessionChoice

SESSIONS_OFFERED = 20


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """Ratings earliest first, the writer's own sheets, and the newest sessions."""

    ratings: Sequence[Rating]
    own: Sequence[RatingInstrument]
    sessions: Sequence[TimelineRow]

    def rating(self, id: EntryId | None) -> Rating | None:
        return next((rating for rating in self.ratings if rating.id == id), None)

    def is_own(self, sheet: str) -> bool:
        return any(one.id == sheet for one in self.own)

    def given_on(self, sheet: str) -> list[Rating]:
        return [rating for rating in self.ratings if rating.instrument_id == sheet]

    def sheets(self, role: Role) -> tuple[RatingInstrument, ...]:
        """What ships for the role, the writer's own, and what ratings of a deleted sheet remember of it."""
        sheets = {sheet.id: sheet for sheet in built_in(role)}
        for own in self.own:
            known = sheets.get(own.id, own)  # the wheel, made one's own, is still the wheel
            sheets[own.id] = replace(own, source=known.source, note_question=known.note_question)
        for rating in reversed(self.ratings):
            if rating.instrument_id not in sheets:
                sheets[rating.instrument_id] = RatingInstrument(
                    id=rating.instrument_id, name=rating.name, items=rating.items, scale=rating.scale
                )
        return tuple(sheets.values())

    def sessions_until(self, today: date) -> tuple[SessionChoice, ...]:
        return tuple(
            SessionChoice(id=row.id, day=row.day, title=row.title)
            for row in self.sessions
            if row.day <= today
        )

    def __repr__(self) -> str:
        return f"Reading({len(self.ratings)} ratings)"


def read(journal: Journal) -> Reading:
    """Read it all, on the vault's thread: ratings are few."""
    return Reading(
        ratings=journal.ratings.all(),
        own=journal.ratings.instruments(),
        sessions=journal.timeline(kinds=(EntryKind.SESSION,), limit=SESSIONS_OFFERED),
    )


def draft_of(rating: Rating) -> RatingDraft:
    return RatingDraft(
        day=rating.day,
        values=rating.values,
        then_values=rating.then_values,
        note=rating.note,
        session_id=rating.session_id,
        changing=rating.id,
    )


def fitting(draft: RatingDraft, lines: int) -> RatingDraft:
    """The draft with a value for each line of the sheet as it is now."""

    def fitted(values: tuple[int | None, ...]) -> tuple[int | None, ...]:
        return (*values, *(None for _ in range(lines)))[:lines]

    then = fitted(draft.then_values) if draft.then_values else ()
    return replace(draft, values=fitted(draft.values), then_values=then)
