"""A PDF with a password: the newest lock that the format has, and not a word of it readable without."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.paper import Line, Paper
from mentorjournal.pdf import render
from mentorjournal.pdf.sealing import LONGEST_PASSWORD, is_sealed, prepared, sealed
from tests.pdf import reading

PAPER = Paper(title="Mentoring summary", pieces=(Line("KESTREL in the morning"),), author="Amira Haddad")
PDF = render(PAPER)


def opened(data: bytes, password: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data), password=password)


def test_the_lock_is_aes_256_of_revision_6() -> None:
    with opened(sealed(PDF, "correct horse"), "correct horse") as pdf:
        about = pdf.encryption
        assert (about.R, about.V, about.bits) == (6, 5, 256)
        methods = {about.stream_method, about.string_method, about.file_method}
        assert methods == {pikepdf.models.EncryptionMethod.aesv3}
        assert about.user_password == b"correct horse"


@pytest.mark.parametrize("wrong", ["", "correct", "Correct horse", "correct horse "])
def test_a_wrong_password_opens_nothing(wrong: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        opened(sealed(PDF, "correct horse"), wrong)


def test_no_word_can_be_read_without_the_password() -> None:
    data = sealed(PDF, "correct horse")
    for words in (b"KESTREL", b"Amira", b"Mentoring", b"correct horse"):
        assert words not in data


def test_what_is_inside_is_what_it_was() -> None:
    with opened(sealed(PDF, "a"), "a") as locked, pikepdf.open(io.BytesIO(PDF)) as plain:
        assert dict(locked.docinfo) == dict(plain.docinfo)
        assert locked.Root.Metadata.read_bytes() == plain.Root.Metadata.read_bytes()
        assert locked.Root.MarkInfo.Marked and locked.Root.Lang == plain.Root.Lang
        out = io.BytesIO()
        locked.save(out, encryption=False)
    assert reading.text(out.getvalue()) == reading.text(PDF)


def test_whoever_has_the_password_may_read_aloud_print_and_copy() -> None:
    with opened(sealed(PDF, "a"), "a") as pdf:
        assert all(pdf.allow)


def test_each_lock_has_keys_of_its_own() -> None:
    assert sealed(PDF, "a") != sealed(PDF, "a")


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(sealed(PDF, "correct horse"))
    ran = subprocess.run(
        ["qpdf", "--password=correct horse", "--check", path], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0 and "No syntax or stream encoding errors" in ran.stdout


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
@pytest.mark.parametrize("password", ["correct horse", "Grüße 未來"])  # its command reads 32 bytes at most
def test_poppler_opens_it_too(tmp_path: Path, password: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(sealed(PDF, password))
    ran = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-upw", password, path, "-"], capture_output=True, check=False
    )
    assert "KESTREL in the morning" in ran.stdout.decode(), ran.stderr.decode()


@pytest.mark.parametrize("password", ["correct horse", "Grüße 未來", "x" * LONGEST_PASSWORD])
def test_the_reader_of_a_browser_opens_it_too(password: str) -> None:
    pdf = pypdfium2.PdfDocument(sealed(PDF, password), password=password)
    assert "KESTREL in the morning" in pdf[0].get_textpage().get_text_range()
    pdf.close()


def test_a_password_is_the_same_however_its_letters_were_typed() -> None:
    composed, apart = "Grüße", unicodedata.normalize("NFD", "Grüße")
    opened(sealed(PDF, apart), composed).close()
    assert prepared("a\u00adb\u00a0c") == "ab c"


@pytest.mark.parametrize(
    ("password", "why"),
    [
        *(("", "empty"), ("\u00ad", "empty"), ("a\x07", "cannot be typed")),
        *(
            ("x" * (LONGEST_PASSWORD + 1), "too long"),
            ("未" * 43, "too long"),
            ("a\ud800", "cannot be typed"),
        ),
    ],
)
def test_a_password_that_no_reader_takes_is_refused(password: str, why: str) -> None:
    with pytest.raises(InvalidInput, match=why):
        sealed(PDF, password)


def test_what_is_locked_is_told_from_what_is_not() -> None:
    assert is_sealed(sealed(PDF, "a"))
    assert not is_sealed(PDF) and not is_sealed(b"words") and not is_sealed(b"")
