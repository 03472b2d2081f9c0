"""What was written within one second stands in the order of writing, and goes back to its place."""

import pytest

from mentorjournal.model.export import ExportKind
from tests.journal.test_nouns import EVERY, action

MANY = 6
"""Ids are made by chance: so many stand in the order of writing by themselves once in 720 times."""


def at_once(door, make):
    """Write MANY entries within a second; their ids in the order of writing."""
    written = [make() for _ in range(MANY)]
    for one in written:
        door.add(one)
    return [one.id for one in written]


@pytest.mark.parametrize(("noun", "make", "edit"), EVERY)
def test_the_order_of_writing_holds_within_a_second(desk, journal, noun, make, edit):
    door = getattr(journal, noun)
    written = at_once(door, make)
    assert [one.id for one in door.all()] == written


@pytest.mark.parametrize(("noun", "make", "edit"), EVERY)
def test_what_was_deleted_goes_back_to_its_place(desk, journal, noun, make, edit):
    door = getattr(journal, noun)
    written = at_once(door, make)
    gone = door.remove(written[1])
    gone.undo()
    assert [one.id for one in door.all()] == written


def test_what_comes_back_where_another_stands_by_now_is_there_all_the_same(journal):
    first, second, third = (action(text=text) for text in ("First", "Second", "Third"))
    journal.actions.add(first)
    journal.actions.add(second)
    gone = journal.actions.remove(second.id)
    journal.actions.add(third)
    gone.undo()
    assert {one.text for one in journal.actions.all()} == {"First", "Second", "Third"}


def test_files_written_within_a_second_are_known_in_their_order(journal):
    names = [f"summary {number}.pdf" for number in range(MANY)]
    for name in names:
        journal.exports.note(ExportKind.SUMMARY, name)
    assert [one.file_name for one in journal.exports.all()] == names
