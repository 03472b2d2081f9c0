"""Ratings: kept with their meaning, changed, taken back and found again."""

from dataclasses import replace
from datetime import date

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.instruments import built_in
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.query import parse
from mentorjournal.model.rating import MOST_ITEMS, Rating, RatingInstrument, RatingItem
from mentorjournal.model.words import EntryKind, Role

DAY = date(2026, 3, 1)


def rating(**fields):
    sheet = built_in(Role.MENTEE)[0]
    values = tuple(range(3, 9))
    said = {"items": sheet.items, "name": sheet.name, "values": values, "instrument_id": sheet.id, **fields}
    return Rating(id=new_entry_id(), day=DAY, **said)


def test_a_rating_comes_back_as_it_was_given(desk, journal):
    value = rating(values=(0, None, 10, 5, 5, 5), then_values=(1, 2, None, 3, 4, 5), note="More of this.")
    journal.ratings.add(value)
    journal.close()
    assert desk.open().ratings.get(value.id) == value


def test_changing_deleting_and_undoing_one(journal):
    value = rating()
    journal.ratings.add(value)
    edit = journal.ratings.write(replace(value, note="Another day"))
    edit.undo()
    assert journal.ratings.get(value.id) == value
    removed = journal.ratings.remove(value.id)
    assert journal.ratings.all() == []
    assert removed.label == "Delete rating"
    removed.undo()
    assert journal.ratings.all() == [value]


@pytest.mark.parametrize("values", [(), (1,), (11, 1, 1, 1, 1, 1), (-1, 1, 1, 1, 1, 1)])
def test_values_that_do_not_fit_the_sheet_are_refused(journal, values):
    with pytest.raises(InvalidInput):
        journal.ratings.add(rating(values=values))


def test_nothing_rated_and_nothing_noted_is_nothing(journal):
    with pytest.raises(InvalidInput, match="Choose a value"):
        journal.ratings.add(rating(values=(None,) * 6))
    journal.ratings.add(rating(values=(None,) * 6, note="Too early to say."))


def test_a_sheet_of_ones_own_is_kept_changed_and_deleted_while_its_ratings_stay(journal):
    wheel = RatingInstrument(id="own", name="My wheel", items=(RatingItem("Sleep"), RatingItem("Music")))
    journal.ratings.put_instrument(wheel)
    given = rating(items=wheel.items, name=wheel.name, values=(4, 6), instrument_id="own")
    journal.ratings.add(given)
    changed = journal.ratings.put_instrument(replace(wheel, items=(RatingItem("Rest"), RatingItem(" "))))
    assert [item.label for item in journal.ratings.instruments()[0].items] == ["Rest"]
    changed.undo()
    assert journal.ratings.instruments() == [wheel]
    gone = journal.ratings.remove_instrument("own")
    assert journal.ratings.instruments() == []
    assert journal.ratings.get(given.id) == given
    gone.undo()
    assert journal.ratings.instruments() == [wheel]


@pytest.mark.parametrize(
    ("name", "items"),
    [("", ("One",)), ("Wheel", ()), ("Wheel", ("x",) * (MOST_ITEMS + 1)), ("w" * 300, ("One",))],
)
def test_a_sheet_that_cannot_be_kept_says_why(journal, name, items):
    sheet = RatingInstrument(id="own", name=name, items=tuple(map(RatingItem, items)))
    with pytest.raises(InvalidInput):
        journal.ratings.put_instrument(sheet)


def test_a_rating_is_found_by_its_note_and_its_lines(journal):
    value = rating(note="The silences help")
    journal.ratings.add(value)
    for words in ("silences", "usefulness"):
        (hit,) = journal.find(parse(words))
        assert (hit.kind, hit.id) == (EntryKind.RATING, value.id)
