"""Every paper of the program meets every requirement of PDF/UA-1 that can be checked, and some of our own."""

from __future__ import annotations

from functools import cache

import pytest

from mentorjournal.pdf import render
from tests.pdf import every_paper
from tests.pdf.ua.table import REQUIREMENTS
from tests.pdf.ua.walk import Walked


@cache
def walked(name: str) -> Walked:
    return Walked(render(every_paper.papers()[name]))


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=[one.number for one in REQUIREMENTS])
@pytest.mark.parametrize("name", every_paper.NAMES)
def test_a_paper_meets_a_requirement(name, requirement):
    assert requirement.complaints(walked(name)) == []
