"""The primers on the command line: listed, printed for a role, and never a wrong one."""

from __future__ import annotations

import pytest

from mentorjournal.primers import primers
from tests.cli.command import Command


def test_the_primers_are_listed_with_their_minutes_and_without_a_vault(run: Command) -> None:
    ended = run("primers")
    assert ended.status == 0
    lines = ended.out.splitlines()
    assert [line.split()[0] for line in lines] == [one.id for one in primers()]
    assert lines[0].endswith("What mentoring is, 3 minutes")


@pytest.mark.parametrize(
    ("role", "own"),
    [("mentee", "For you as mentee"), ("mentor", "For you as mentor"), ("peer", "For you as peers")],
)
def test_a_primer_is_printed_for_its_role_with_its_sources(run: Command, role: str, own: str) -> None:
    ended = run("primers", "confidentiality", "--role", role)
    assert ended.status == 0 and own in ended.out
    assert "https://www.dcu.ie/hr/training/speakfreely.shtml" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 100


def test_a_primer_that_is_not_there_is_answered_with_those_that_are(run: Command) -> None:
    ended = run("primers", "beginning")
    assert ended.status == 1 and "what, kinds, confidentiality, listening, ending" in ended.err


def test_a_role_that_is_not_there_is_wrong_usage(run: Command) -> None:
    assert run("primers", "what", "--role", "boss").status == 2
