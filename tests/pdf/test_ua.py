"""Every paper of the program meets every requirement of PDF/UA-1 that can be checked, and some of our own."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from mentorjournal.book.choice import BookChoice
from mentorjournal.book.paper import book_paper
from mentorjournal.book.reading import book_of
from mentorjournal.pdf import render
from mentorjournal.pdf.sealing import sealed
from tests.book import full
from tests.journal.conftest import begin, desk
from tests.pdf import every_paper
from tests.pdf.ua.table import REQUIREMENTS
from tests.pdf.ua.walk import Walked

__all__ = ["desk"]


@cache
def made(name: str) -> bytes:
    return render(every_paper.papers()[name])


@cache
def walked(name: str) -> Walked:
    return Walked(made(name))


def unmet(data: bytes, password: str = "") -> list[str]:
    found = Walked(data, password)
    return [f"{one.number}: {complaint}" for one in REQUIREMENTS for complaint in one.complaints(found)]


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=[one.number for one in REQUIREMENTS])
@pytest.mark.parametrize("name", every_paper.NAMES)
def test_a_paper_meets_a_requirement(name, requirement):
    assert requirement.complaints(walked(name)) == []


def test_a_sealed_paper_meets_them_all_and_may_be_read_aloud():
    assert unmet(sealed(made("summary-partner"), "a password"), "a password") == []


def test_the_book_of_a_whole_journal_meets_them_all(desk):
    journal = begin(desk, full.relationship().type)
    full.fill(journal)

    assert unmet(render(book_paper(book_of(journal, BookChoice())))) == []


@pytest.mark.parametrize("language", ["ar", "ja", "pt-BR"])
def test_a_paper_in_another_language_meets_them_all(language):
    paper = replace(every_paper.papers()["every-script"], language=language)
    assert unmet(render(paper)) == []


def ruin(change) -> list[str]:
    """The numbers of what a file does not meet once *change* was done to it."""
    with pikepdf.open(io.BytesIO(made("every-piece"))) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return sorted({one.split(":")[0] for one in unmet(out.getvalue())})


def elements(pdf, kind: str):
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == f"/{kind}"]


def annotations(pdf, kind: str):
    return [one for page in pdf.pages for one in page.get("/Annots", []) if one.Subtype == f"/{kind}"]


def _no_language(pdf):
    del pdf.Root.Lang


def _no_alt(pdf):
    del elements(pdf, "Figure")[0].Alt


def _no_scope(pdf):
    del elements(pdf, "TH")[0].A


def _skip(pdf):
    elements(pdf, "H2")[0].S = pikepdf.Name.H4


def _unknown(pdf):
    elements(pdf, "P")[0].S = pikepdf.Name.Paragraph


def _untold_field(pdf):
    del annotations(pdf, "Widget")[0].TU


def _loose_link(pdf):
    elements(pdf, "Link")[0].K = pikepdf.Array(
        [one for one in elements(pdf, "Link")[0].K if "/Obj" not in one]
    )


def _silent_link(pdf):
    del annotations(pdf, "Link")[0].Contents


def _no_order(pdf):
    for page in pdf.pages:
        del page.Tabs


def _untagged(pdf):
    pdf.pages[0].contents_add(b"0 0 9 9 re f")


def _no_title(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _no_map(pdf):
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.ToUnicode


def _no_parents(pdf):
    pdf.Root.StructTreeRoot.ParentTree.Nums = pikepdf.Array()


@pytest.mark.parametrize(
    ("change", "number"),
    [
        (_no_language, "11-006"),
        (_no_alt, "13-004"),
        (_no_scope, "15-003"),
        (_skip, "14-003"),
        (_unknown, "02-001"),
        (_untold_field, "28-005"),
        (_loose_link, "28-011"),
        (_silent_link, "28-012"),
        (_no_order, "28-008"),
        (_untagged, "01-005"),
        (_no_title, "07-002"),
        (_no_map, "10-001"),
        (_no_parents, "MJ-09c"),
    ],
)
def test_the_check_finds_what_is_wrong(change, number):
    assert number in ruin(change)


def test_the_table_is_printed_for_a_file(tmp_path):
    (tmp_path / "a.pdf").write_bytes(made("agenda"))
    done = subprocess.run(
        [sys.executable, "-m", "tests.pdf.ua", tmp_path / "a.pdf"], capture_output=True, text=True, check=True
    )

    assert f"{len(REQUIREMENTS)} of {len(REQUIREMENTS)} met" in done.stdout
