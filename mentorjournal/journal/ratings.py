"""Ratings, and the instruments that a person made for this journal."""

from __future__ import annotations

from dataclasses import replace

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import parts, words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import LONGEST_FIELD, at_most, few_lines, one_line
from mentorjournal.model.change import Change
from mentorjournal.model.rating import LONGEST_LABEL, MOST_ITEMS, Rating, RatingInstrument, RatingItem
from mentorjournal.model.words import EntryKind, RatingScale
from mentorjournal.storage import ratings


def checked(value: Rating) -> Rating:
    _check_values(value.values, len(value.items), value.scale)
    if value.then_values:
        _check_values(value.then_values, len(value.items), value.scale)
    if all(given is None for given in (*value.values, *value.then_values)) and not value.note.strip():
        raise InvalidInput("Nothing is rated yet. Choose a value for at least one line.")
    return replace(
        value,
        name=at_most(one_line(value.name), LONGEST_LABEL, "The name"),
        items=tuple(_checked_item(item) for item in value.items),
        note=at_most(few_lines(value.note), LONGEST_FIELD, "The note"),
    )


class Ratings(Noun[Rating]):
    _book = Book(
        kind=EntryKind.RATING,
        name="rating",
        load=ratings.load,
        all=ratings.all,
        save=ratings.save,
        delete=ratings.delete,
        show=words.shown_rating,
        words=words.words_of_rating,
        check=checked,
        parts=parts.parts_of_rating,
    )

    def instruments(self) -> list[RatingInstrument]:
        """The instruments made for this journal, by name; the built-in ones are not among them."""
        return ratings.instruments(self._db)

    def put_instrument(self, value: RatingInstrument) -> Change:
        """Keep an instrument of one's own. What was rated with an earlier form of it keeps that form."""
        return self._put_instrument(value, "")

    def remove_instrument(self, id: str) -> Change:
        """Delete an instrument; the ratings given with it stay."""
        return self._take_instrument(id, "Delete rating sheet")

    def _put_instrument(self, value: RatingInstrument, label: str) -> Change:
        before = next((one for one in self.instruments() if one.id == value.id), None)
        clean = _checked_instrument(value)
        label = label or ("Edit rating sheet" if before else "Add rating sheet")
        with self._acts.one():
            ratings.save_instrument(self._db, clean)

        def undo() -> Change:
            if before is None:
                return self._take_instrument(value.id, label)
            return self._put_instrument(before, label)

        return Change(label=label, undo=undo)

    def _take_instrument(self, id: str, label: str) -> Change:
        before = next((one for one in self.instruments() if one.id == id), None)
        with self._acts.one():
            ratings.delete_instrument(self._db, id)
        undo = None if before is None else lambda: self._put_instrument(before, label)
        return Change(label=label, undo=undo)


def _checked_instrument(value: RatingInstrument) -> RatingInstrument:
    name = at_most(one_line(value.name), LONGEST_LABEL, "The name")
    if not name:
        raise InvalidInput("The rating sheet needs a name.")
    items = tuple(_checked_item(item) for item in value.items if item.label.strip())
    if not 1 <= len(items) <= MOST_ITEMS:
        raise InvalidInput(f"A rating sheet has 1 to {MOST_ITEMS} lines. Add or take out some.")
    return replace(value, name=name, items=items, source=one_line(value.source), built_in=False)


def _checked_item(item: RatingItem) -> RatingItem:
    return RatingItem(
        at_most(one_line(item.label), LONGEST_LABEL, "The label"),
        at_most(one_line(item.low_text), LONGEST_LABEL, "What the low end means"),
        at_most(one_line(item.high_text), LONGEST_LABEL, "What the high end means"),
    )


def _check_values(values: tuple[int | None, ...], items: int, scale: RatingScale) -> None:
    if len(values) != items:
        raise InvalidInput("There is not one value for each line. Rate them once more.")
    low, high = scale.range
    for value in values:
        if value is not None and not low <= value <= high:
            raise InvalidInput(f"These are rated from {low} to {high}; {value} lies outside.")
