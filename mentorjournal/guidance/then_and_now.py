"""Then and now: what was rated first, where the writer now thinks they were at first, and where they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentorjournal.model.day_words import day_said
from mentorjournal.model.rating import Rating
from mentorjournal.model.words import RatingScale


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ItemThenAndNow:
    """One line of a rating sheet. *first* is the earliest value, *then* where the writer now sees that they
    were at the start, *now* the newest value; None where nothing was said.
    """

    label: str
    first: int | None
    then: int | None
    now: int | None

    @property
    def difference(self) -> int | None:
        """How far it is from the start to now: from the start as it is seen now, where that was said."""
        start = self.then if self.then is not None else self.first
        return None if start is None or self.now is None else self.now - start

    @property
    def words(self) -> str:
        """“Trust: 4 at first, 3 as seen now, 8 now: 5 more”."""
        said = [
            f"{value} {when}"
            for value, when in (
                (self.first, "at first"),
                (self.then, "at the start as seen now"),
                (self.now, "now"),
            )
            if value is not None
        ]
        if not said:
            return f"{self.label}: no answer"
        words = f"{self.label}: {', '.join(said)}"
        return words if self.difference is None else f"{words}: {difference_words(self.difference)}"

    def __repr__(self) -> str:
        return "ItemThenAndNow()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ThenAndNow:
    """A rating sheet over time, line by line as its newest rating has them. *then_day* is the day on which
    the start was looked back at, None where it never was.
    """

    scale: RatingScale
    first_day: date
    then_day: date | None
    now_day: date
    items: tuple[ItemThenAndNow, ...]

    @property
    def has_change(self) -> bool:
        """Whether there is anything to compare with now."""
        return any(item.difference is not None for item in self.items)

    def words(self, today: date) -> str:
        """All of it in words, for those who cannot see the drawing."""
        first, now = day_said(self.first_day, today), day_said(self.now_day, today)
        days = f"First on {first}, now is {now}." if self.first_day < self.now_day else f"Rated on {now}."
        return " ".join([days, *(f"{item.words}." for item in self.items)])

    def __repr__(self) -> str:
        return f"ThenAndNow({len(self.items)} items)"


def difference_words(difference: int) -> str:
    """“2 more”, “1 less”, “the same”."""
    if difference == 0:
        return "the same"
    return f"{abs(difference)} {'more' if difference > 0 else 'less'}"


def then_and_now(ratings: Iterable[Rating]) -> ThenAndNow | None:
    """Compare the ratings of one sheet, earliest first; None for none. A line that was called otherwise
    earlier is a line of its own: what was rated keeps its meaning.
    """
    given = list(ratings)
    if not given:
        return None
    newest = given[-1]
    firsts: dict[str, int] = {}
    earlier = given[:-1]
    for rating in earlier:
        for item, value in zip(rating.items, rating.values, strict=True):
            if value is not None:
                firsts.setdefault(item.label, value)
    looked_back = next((rating for rating in reversed(given) if _looks_back(rating)), None)
    thens: dict[str, int | None] = {}
    if looked_back is not None:
        labels = (item.label for item in looked_back.items)
        thens = dict(zip(labels, looked_back.then_values, strict=True))
    return ThenAndNow(
        scale=newest.scale,
        first_day=given[0].day,
        then_day=looked_back.day if looked_back else None,
        now_day=newest.day,
        items=tuple(
            ItemThenAndNow(
                label=item.label, first=firsts.get(item.label), then=thens.get(item.label), now=value
            )
            for item, value in zip(newest.items, newest.values, strict=True)
        ),
    )


def _looks_back(rating: Rating) -> bool:
    return any(value is not None for value in rating.then_values)
