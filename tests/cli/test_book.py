"""The whole journal as a book, from the command line: whole or not at all, under a password where asked."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from mentorjournal.demo.vault import PASSPHRASE
from tests.cli.command import Command, said
from tests.pdf import reading

HERON = ("--journal", "Heron")


def test_a_book_is_made_and_says_nothing(run: Command, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"
    ended = run.unlocked("book", vault, *HERON, "--out", out)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    text = reading.text(out.read_bytes())
    assert "Private. This book holds everything in this journal" in " ".join(text.split())
    assert "Heron" not in text.split("Contents")[0]
    assert reading.outline(out.read_bytes())[0] == "About this relationship"


def test_what_goes_in_can_be_chosen(run: Command, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"
    period = ("--from", "2026-03-01", "--to", "2026-05-01")
    more = ("--size", "Letter", "--without-their-words", "--codename")
    assert run.unlocked("book", vault, *HERON, *period, *more, "--out", out).status == 0
    text = reading.text(out.read_bytes())
    assert "Heron" in text.split("Contents")[0] and "1 March to 1 May 2026" in " ".join(text.split())
    with pikepdf.open(out) as document:
        assert [float(edge) for edge in document.pages[0].MediaBox][2:] == [612.0, 792.0]


def test_the_second_line_of_input_locks_it(run: Command, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"
    ended = run.unlocked("book", vault, *HERON, "--password-stdin", "--out", out, text="opensesame\n")
    assert ended.status == 0, ended.err
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password="opensesame") as document:
        assert document.encryption.R == 6


@pytest.mark.parametrize(
    ("options", "text", "status", "words"),
    [
        (("--from", "2026-03-01", "--to", "2026-02-01"), "", 1, "Exchange the two days"),
        (("--from", "1999-01-01", "--to", "1999-02-01"), "", 1, "in this period"),
        (("--password-stdin",), "", 1, "password for the PDF is empty"),
        (("--password-stdin",), "x" * 200, 1, "too long"),
        (("--only-mine", "--without-their-words"), "", 2, "not allowed with"),
        (("--size", "A3"), "", 2, "A3"),
    ],
)
def test_a_wish_that_cannot_be_met_is_said_and_no_file_is_left(
    run: Command, vault: Path, tmp_path: Path, options: tuple[str, ...], text: str, status: int, words: str
) -> None:
    out = tmp_path / "book.pdf"
    ended = run.unlocked("book", vault, *HERON, *options, "--out", out, text=text)
    assert ended.status == status, ended.err
    assert words in ended.err and not out.exists()


def test_a_password_needs_the_passphrase_before_it(run: Command, vault: Path, tmp_path: Path) -> None:
    ended = run(
        "book", vault, *HERON, "--password-stdin", "--out", tmp_path / "x.pdf", stdin=said(PASSPHRASE)
    )
    assert ended.status == 2 and "--passphrase-stdin" in ended.err


def test_a_file_that_is_there_stays(run: Command, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"
    out.write_bytes(b"mine")
    assert run.unlocked("book", vault, *HERON, "--out", out).status == 1
    assert out.read_bytes() == b"mine"
