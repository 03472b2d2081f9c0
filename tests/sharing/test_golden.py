"""The words of every kind of paper are the kept ones; a change is made on purpose and said in its commit."""

from __future__ import annotations

import pytest

from mentorjournal.pdf import render
from tests.pdf import reading
from tests.sharing import golden


@pytest.mark.parametrize("name", golden.papers())
def test_a_paper_reads_as_its_golden_copy(name):
    kept = (golden.FOLDER / f"{name}.txt").read_text("utf-8")

    assert reading.text(render(golden.papers()[name])) == kept


@pytest.mark.parametrize("name", golden.papers())
def test_a_usual_paper_needs_few_pages(name):
    # A form has to leave room to write, all that can be ticked is more than is usual, and each part of a book
    # begins a page.
    most = {"agreement-form": 3, "summary-everything": 3, "journal-book": 13}.get(name, 2)

    assert reading.page_count(render(golden.papers()[name])) <= most
