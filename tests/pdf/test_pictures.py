"""Every paper looks as it was looked at and found right: `python -m tests.pdf.pictures` draws them anew."""

from __future__ import annotations

import pytest
from PIL import Image

from mentorjournal.model.paper import Heading, Line, Paper
from mentorjournal.pdf import render
from tests.pdf import every_paper, pictures

TOLERANCE = 20.0


@pytest.mark.parametrize("name", every_paper.NAMES)
def test_a_paper_looks_as_it_did(name, tmp_path):
    found = pictures.drawn(render(every_paper.papers()[name]))

    assert len(found) == len(list(pictures.FOLDER.glob(f"{name}-[0-9].png")))
    for page, picture in enumerate(found, start=1):
        picture.save(tmp_path / f"{name}-{page}.png")  # to look at when it differs
        with Image.open(pictures.path(name, page)) as wanted:
            assert pictures.difference(picture, wanted) < TOLERANCE, tmp_path


@pytest.mark.parametrize(
    "other",
    [
        Paper(title="A paper", pieces=(Heading("A heading"), Line("a line of words, another"))),
        Paper(title="A paper", pieces=(Heading("A heading", 2), Line("a line of words"))),
        Paper(title="A paper", pieces=(Line("a line of words"),)),
    ],
)
def test_a_difference_that_is_seen_is_found(other):
    paper = Paper(title="A paper", pieces=(Heading("A heading"), Line("a line of words")))
    (one,), (two,) = (pictures.drawn(render(each)) for each in (paper, other))

    assert pictures.difference(one, pictures.kept(one)) < TOLERANCE / 2
    assert pictures.difference(one, two) > TOLERANCE


def test_there_is_no_picture_of_a_paper_that_is_gone():
    names = {file.stem.rpartition("-")[0] for file in pictures.FOLDER.glob("*.png")}

    assert names == set(every_paper.NAMES)
