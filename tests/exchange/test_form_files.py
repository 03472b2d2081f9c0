"""A file that is no form, or no whole one, is refused with a sentence that says what to do."""

from __future__ import annotations

import io
import os
import struct
import zlib

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.errors import ImportProblem, MentorJournalError
from mentorjournal.exchange.agreement_form import read_form
from mentorjournal.exchange.form_file import LARGEST_FORM
from mentorjournal.exchange.unpacking import unpacks_too_far
from mentorjournal.model.paper import Line, Paper
from mentorjournal.pdf import render
from tests.exchange import forms


@pytest.fixture(scope="module")
def blank():
    return forms.filled(forms.blank(), {"clause_purpose": "Courage", "term_minutes": "60"})


@pytest.fixture
def refused(tmp_path):
    """The sentence with which *data* is refused."""

    def attempt(data):
        path = forms.saved(tmp_path, data)
        with pytest.raises(ImportProblem) as problem:
            read_form(path)
        assert path.read_bytes() == data
        return str(problem.value)

    return attempt


@pytest.mark.parametrize("data", [b"", b"Hello", b"PK\x03\x04" * 100, "Grüße".encode("utf-16")])
def test_what_is_no_pdf_is_said(refused, data):
    assert "“form.pdf” is not a PDF. Choose the form that was sent back." in refused(data)


def test_another_pdf_is_said(refused):
    data = render(Paper(title="A letter", pieces=(Line("Dear all"),)))

    assert "is not a form that Mentor Journal made" in refused(data)


def test_a_form_cut_short_is_said(refused, blank):
    for length in (20, len(blank) // 2, len(blank) - 40):
        assert "is damaged or cut short. Ask for it once more" in refused(blank[:length])


@pytest.mark.parametrize("passwords", [{"user": "secret", "owner": "owner"}, {"user": "", "owner": "owner"}])
def test_a_protected_form_is_said(refused, blank, passwords):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(R=6, **passwords))

    assert "is protected with a password" in refused(out.getvalue())


def test_a_huge_file_is_refused_unread(tmp_path):
    path = tmp_path / "form.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST_FORM + 1)

    with pytest.raises(ImportProblem, match="too large to be this form"):
        read_form(path)


def test_what_is_no_file_or_not_there_is_said(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path, words in (
        (tmp_path, "not a file"),
        (tmp_path / "pipe", "not a file"),
        (tmp_path / "gone", "read"),
    ):
        with pytest.raises(ImportProblem, match=words):
            read_form(path)


def packed_objects(data: bytes, method: bytes) -> bytes:
    """A PDF whose catalogue lies in a stream of objects that is packed by *method*."""
    head = b"%%PDF-1.7\n4 0 obj\n<</Type/ObjStm/N 1/First 4/Filter %b/Length %d>>\nstream\n" % (
        method,
        len(data),
    )
    objects = head + data + b"\nendstream\nendobj\n"
    places = [(0, 0, 255), (2, 4, 0), (0, 0, 0), (0, 0, 0), (1, 9, 0), (1, len(objects), 0)]
    table = b"".join(struct.pack(">BIB", *place) for place in places)
    about = b"<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length %d>>" % len(table)
    end = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(objects)
    return objects + b"5 0 obj\n" + about + b"\nstream\n" + table + end


CATALOGUE = b"1 0 <</Type/Catalog/AcroForm<</Fields[]>>>>"


def test_objects_that_unpack_without_end_are_not_unpacked(refused):
    bomb = zlib.compress(CATALOGUE + b" " * 50_000_000, 9)

    assert unpacks_too_far(packed_objects(bomb, b"/FlateDecode") * 3)
    assert "damaged" in refused(packed_objects(bomb, b"/FlateDecode"))
    assert "damaged" in refused(packed_objects(zlib.compress(bomb), b"[/FlateDecode/FlateDecode]"))


@pytest.mark.parametrize(
    "method",
    [b"/LZWDecode", b"[ /LZW ]", b"/RunLengthDecode", b"/L#5aWDecode", b"9 0 R", b"% here\n/LZWDecode"],
)
def test_older_and_hidden_ways_of_packing_are_refused(refused, method):
    assert "packs it in a way that is not read here" in refused(packed_objects(CATALOGUE, method))


@pytest.mark.parametrize(
    "data",
    [
        b"stream\nx\x9c" * 200_000,
        (b"stream\nx\x9c" + b"\0\0\0\xff\xff" * 3) * 50_000,
        b"/Filter[%" * 200_000,
        b"/Filter" + b" " * 2_000_000,
        b"/Filter[" * 200_000,
    ],
)
def test_what_is_made_to_keep_us_busy_does_not(data):
    assert isinstance(unpacks_too_far(data), bool)


def test_the_librarys_limits_are_put_back(refused, blank, tmp_path):
    before = pikepdf.settings.get_qpdf_limits()

    read_form(forms.saved(tmp_path, blank))
    refused(blank[:900])

    assert pikepdf.settings.get_qpdf_limits() == before


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_broken_form_is_read_or_refused_and_nothing_else_happens(blank, tmp_path, data):
    broken = bytearray(blank)
    for place, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(blank) - 1), st.integers(0, 255)), max_size=40)
    ):
        broken[place] = value
    end = data.draw(st.one_of(st.none(), st.integers(0, len(blank))))

    try:
        read_form(forms.saved(tmp_path, bytes(broken[:end])))
    except MentorJournalError as error:
        assert str(error).endswith(".")
