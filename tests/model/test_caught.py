"""An action in a line of text."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.model.caught import read_action
from mentorjournal.model.words import ActionOwner, Role

TODAY = date(2026, 11, 26)  # a Thursday


@pytest.mark.parametrize(
    ("line", "text", "owner", "due_on", "promise"),
    [
        (
            "send the draft by Friday @partner",
            "send the draft",
            ActionOwner.PARTNER,
            date(2026, 11, 27),
            False,
        ),
        ("@me read chapter 3 by 3 Dec", "read chapter 3", ActionOwner.ME, date(2026, 12, 3), False),
        (
            "book the room by end of the month @both",
            "book the room",
            ActionOwner.BOTH,
            date(2026, 11, 30),
            False,
        ),
        ("ask Ana ! by tomorrow", "ask Ana", None, date(2026, 11, 27), True),
        ("send the notes !promise @partner", "send the notes", ActionOwner.PARTNER, None, False),
        ("stand by the plan", "stand by the plan", None, None, False),
        ("write to ana@example.org", "write to ana@example.org", None, None, False),
        ("ask @nobody about it", "ask @nobody about it", None, None, False),
        ("walk by the river by in 2 weeks", "walk by the river", None, date(2026, 12, 10), False),
        ("by Friday", "by Friday", None, None, False),
        ("", "", None, None, False),
        ("ask @ana about the course", "ask @ana about the course", None, None, False),
        ("call Ana tomorrow", "call Ana", None, date(2026, 11, 27), False),
        ("call Ana tomorrow @us !", "call Ana", ActionOwner.BOTH, date(2026, 11, 27), True),
        ("send the list on Friday", "send the list", None, date(2026, 11, 27), False),
        ("send the list on 3 Dec.", "send the list", None, date(2026, 12, 3), False),
        ("read it again in 2 weeks", "read it again", None, date(2026, 12, 10), False),
        ("hand it in by the end of the month", "hand it in", None, date(2026, 11, 30), False),
        ("send it by Friday, then rest", "send it then rest", None, date(2026, 11, 27), False),
        ("send it by Friday noon", "send it by Friday noon", None, date(2026, 11, 27), False),
    ],
)
def test_a_line_is_read_as_it_is_meant(line, text, owner, due_on, promise):
    caught = read_action(line, TODAY)
    assert (caught.text, caught.owner, caught.due_on, caught.is_promise) == (text, owner, due_on, promise)


@pytest.mark.parametrize(
    "line",
    [
        "prepare for tomorrow",
        "write about today",
        "plan tomorrow",
        "plan next week",
        "ask how it went on Friday",
        "reflect on Monday",
        "decide what to do on Monday",
        "watch Black Friday",
        "meet Ana in June",
        "think of a question for Monday",
        "read the chapter on day one",
        "שלח את הטיוטה",
    ],
)
def test_words_that_may_mean_something_else_stay_where_they_are(line):
    caught = read_action(line, TODAY)
    assert (caught.text, caught.due_on) == (line, None)


def test_a_role_of_ones_own_is_me():
    assert read_action("send it @mentor", TODAY, Role.MENTOR).owner is ActionOwner.ME
    assert read_action("send it @mentee", TODAY, Role.MENTOR).owner is ActionOwner.PARTNER
    assert read_action("send it @mentor", TODAY, Role.MENTEE).owner is ActionOwner.PARTNER


def test_lines_that_were_pasted_become_one():
    caught = read_action("send the draft\n by Friday\r\n\t@partner ", TODAY)
    assert (caught.text, caught.owner) == ("send the draft", ActionOwner.PARTNER)
