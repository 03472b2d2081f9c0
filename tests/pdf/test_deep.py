"""The search for what must not leave finds what did leave, wherever it lies in the file."""

from __future__ import annotations

import io

import pikepdf
import pytest

from mentorjournal.model.fields import HiddenField
from mentorjournal.model.paper import Heading, Line, Paper
from mentorjournal.pdf import render
from tests.pdf import deep

WORD = "ZQXPRIVATE"


def paper(*pieces, **more):
    return render(Paper(title="Neutral", pieces=pieces or (Line("Nothing"),), **more))


def changed(how):
    with pikepdf.open(io.BytesIO(paper())) as document:
        how(document)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def attach(document):
    document.attachments["notes.txt"] = pikepdf.AttachedFileSpec(document, WORD.encode())


def describe(document):
    with document.open_metadata() as xmp:
        xmp["dc:description"] = WORD


def name(document):
    document.Root["/" + WORD] = True


def test_a_paper_without_the_word_is_clean():
    assert deep.places_of(WORD, paper()) == []


@pytest.mark.parametrize(
    ("place", "pdf"),
    [
        ("text", paper(Line(WORD))),
        ("poppler", paper(Line(WORD))),
        ("drawn", paper(Line(WORD))),
        ("drawn", paper(Line("zqxPrivate"))),
        ("outline", paper(Heading(WORD), Line("x"))),
        ("metadata", paper(author=WORD)),
        ("object", paper(HiddenField("field", WORD))),
        ("attachment", changed(attach)),
        ("xmp", changed(describe)),
        ("object", changed(name)),
    ],
)
def test_a_word_is_found_where_it_lies(place, pdf):
    assert place in deep.places_of(WORD, pdf)
