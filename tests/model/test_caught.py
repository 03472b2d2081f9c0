"""An action in a line of text."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.model.caught import read_action
from mentorjournal.model.words import ActionOwner

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
    ],
)
def test_a_line_is_read_as_it_is_meant(line, text, owner, due_on, promise):
    caught = read_action(line, TODAY)
    assert (caught.text, caught.owner, caught.due_on, caught.is_promise) == (text, owner, due_on, promise)
