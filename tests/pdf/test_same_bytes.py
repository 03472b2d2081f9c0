"""Equal papers are equal files, whenever and wherever they are made, and say nothing of where that was."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys

import pikepdf
import pytest

from mentorjournal.model.paper import Line, Paper
from mentorjournal.pdf import render
from tests.pdf import every_paper, reading

MAKE_ALL = """
import hashlib
from mentorjournal.pdf import render, system_fonts
from tests.pdf import every_paper
system_fonts.folders = tuple
for name, paper in every_paper.papers().items():
    print(name, hashlib.sha256(render(paper)).hexdigest())
"""
ELSEWHERE = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}


@pytest.fixture(scope="module")
def elsewhere() -> dict[str, str]:
    """The hash of every paper as another process makes it, far away and in another order."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", MAKE_ALL],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, **ELSEWHERE},
    )
    return dict(line.split() for line in done.stdout.splitlines())


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {name: render(paper) for name, paper in every_paper.papers().items()}


@pytest.mark.parametrize("name", every_paper.NAMES)
def test_a_paper_is_the_same_in_another_process_zone_and_locale(name, made, elsewhere):
    assert hashlib.sha256(made[name]).hexdigest() == elsewhere[name]


@pytest.mark.parametrize("name", every_paper.NAMES)
def test_a_paper_is_a_clean_file(name, made, tmp_path):
    with pikepdf.open(io.BytesIO(made[name])) as pdf:
        assert list(pdf.check_pdf_syntax()) == []
    if shutil.which("qpdf"):
        (tmp_path / "a.pdf").write_bytes(made[name])
        done = subprocess.run(
            ["qpdf", "--check", tmp_path / "a.pdf"], check=True, capture_output=True, text=True
        )
        assert "WARNING" not in done.stdout + done.stderr


@pytest.mark.parametrize("name", every_paper.NAMES)
def test_a_paper_says_nothing_of_the_machine_and_the_parts_it_was_made_with(name, made):
    everything = reading.everything(made[name])

    for word in (b"ReportLab", b"reportlab", b"/home/", b"/tmp/", b"/usr/", b"\\Users\\", b"python"):
        assert word not in everything
    assert set(re.findall(rb"D:(\d{4})", everything)) == {b"2000"}


def test_the_number_of_a_document_is_its_own_and_the_same_every_time():
    def number(words: str) -> bytes:
        with pikepdf.open(io.BytesIO(render(Paper(title="A", pieces=(Line(words),))))) as pdf:
            first, second = pdf.trailer.ID
            assert bytes(first) == bytes(second)
            return bytes(first)

    assert number("one") == number("one") != number("two")
    assert len(number("one")) == 16


def test_the_author_is_there_only_as_typed():
    without = render(Paper(title="A", pieces=()))
    typed = render(Paper(title="A", author="Zoë & <Co>", pieces=()))

    assert "/Author" not in reading.metadata(without) or reading.metadata(without)["/Author"] == ""
    assert b"dc:creator" not in without
    with pikepdf.open(io.BytesIO(typed)) as pdf, pdf.open_metadata() as meta:
        assert meta["dc:creator"] == ["Zoë & <Co>"]
        assert str(pdf.docinfo["/Author"]) == "Zoë & <Co>"
