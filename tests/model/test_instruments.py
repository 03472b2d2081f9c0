"""The rating sheets that ship: for the right role, whole, and with their source."""

import pytest

from mentorjournal.instruments import (
    FEWEST_OF_A_WHEEL,
    MOST_OF_A_WHEEL,
    SESSION_USEFULNESS,
    WHEEL,
    built_in,
    suggested_areas,
)
from mentorjournal.model.rating import LONGEST_LABEL
from mentorjournal.model.words import Role


@pytest.mark.parametrize("role", list(Role))
def test_every_sheet_is_whole(role):
    sheets = built_in(role)
    assert len({sheet.id for sheet in sheets}) == len(sheets)
    for sheet in sheets:
        assert sheet.built_in and sheet.name and sheet.note_question and sheet.items
        labels = [item.label for item in sheet.items]
        assert len(set(labels)) == len(labels)
        assert all(
            len(text) <= LONGEST_LABEL for item in sheet.items for text in (item.low_text, item.high_text)
        )


def test_mentor_skills_are_for_mentors_alone_and_name_their_source():
    assert [role for role in Role if any(s.id == "mentor_skills" for s in built_in(role))] == [Role.MENTOR]
    skills = next(sheet for sheet in built_in(Role.MENTOR) if sheet.id == "mentor_skills")
    assert len(skills.items) == 6
    assert "Fleming" in skills.source and "2013" in skills.source


def test_the_relationship_check_has_six_lines_with_both_ends_said():
    check = built_in(Role.MENTEE)[0]
    assert check.id == "relationship_check" and len(check.items) == 6
    assert all(item.low_text and item.high_text for item in check.items)


def test_a_wheel_begins_with_as_many_areas_as_a_wheel_may_have():
    assert FEWEST_OF_A_WHEEL <= len(suggested_areas()) <= MOST_OF_A_WHEEL
    assert {WHEEL, SESSION_USEFULNESS} <= {sheet.id for sheet in built_in(Role.PEER)}
