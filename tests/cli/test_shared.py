"""What a summary's command shares is chosen, remembered, listed, written again and told from other files."""

from __future__ import annotations

import io
import re
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from mentorjournal.demo.vault import PASSPHRASE
from tests.cli.command import Command, Ended, said

LARK = ("--journal", "Lark")
PERIOD = ("--from", "2025-01-01", "--to", "2026-12-31")
PORTFOLIO = (*LARK, "--audience", "portfolio")


def ids(ended: Ended) -> dict[str, str]:
    """What `--lines` says: the mark of each line by its id."""
    assert (ended.status, ended.err) == (0, ""), ended.err
    rows = re.findall(r"^  ([x-]) (\S+)", ended.out, re.MULTILINE)
    return {name: mark for mark, name in rows}


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("a.pdf", (), b"%PDF-"),
        ("a.md", (), b"# Mentoring summary\n"),
        ("a.html", (), b"<!DOCTYPE html>\n"),
        ("a.txt", (), b"Mentoring summary\n"),
        ("a", ("--format", "md"), b"# Mentoring summary\n"),
    ],
)
def test_the_form_is_told_by_the_name_or_in_words(
    run: Command, vault: Path, tmp_path: Path, name: str, options: tuple[str, ...], start: bytes
) -> None:
    out = tmp_path / name
    ended = run.unlocked("summary", vault, *PORTFOLIO, *PERIOD, *options, "--out", out)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    data = out.read_bytes()
    assert data.startswith(start)
    (one,) = run.unlocked("shared", vault, *LARK, "--json").json
    assert (one["file_name"], one["sha256"]) == (name, sha256(data).hexdigest())


def test_what_was_shared_is_listed_written_again_and_told(run: Command, vault: Path, tmp_path: Path) -> None:
    assert "Nothing was shared" in run.unlocked("shared", vault, *LARK).out
    first, second = tmp_path / "first.md", tmp_path / "second.pdf"
    assert run.unlocked("summary", vault, *PORTFOLIO, *PERIOD, "--out", first).status == 0
    words = ("summary", vault, "--passphrase-stdin", *PORTFOLIO, *PERIOD, "--out", second, "--password-stdin")
    assert run(*words, stdin=said(PASSPHRASE, "Grüße, correct horse\n")).status == 0
    listed = run.unlocked("shared", vault, *LARK).out
    assert re.search(r"^  2  .*own portfolio, PDF, “second.pdf”, .*with a password$", listed, re.MULTILINE)
    assert re.search(r"^  1  .*own portfolio, Markdown, “first.md”", listed, re.MULTILINE)
    assert sha256(second.read_bytes()).hexdigest() in listed

    for number, original in ((1, first), (2, second)):
        ended = run.unlocked("shared", vault, *LARK, "--check", original)
        assert f"is number {number}: " in ended.out and original.name in ended.out
        again = tmp_path / f"again{original.suffix}"
        assert run.unlocked("shared", vault, *LARK, "--copy", str(number), "--out", again).status == 0
        assert f"is number {number}: " in run.unlocked("shared", vault, *LARK, "--check", again).out
    assert (tmp_path / "again.md").read_bytes() == first.read_bytes()
    pikepdf.open(tmp_path / "again.pdf").close()  # the copy is kept without its password

    first.write_bytes(first.read_bytes() + b" ")
    ended = run.unlocked("shared", vault, *LARK, "--check", first)
    assert ended.status == 1 and "is not what was shared" in ended.err
    ended = run.unlocked("shared", vault, *LARK, "--copy", "7", "--out", tmp_path / "no.pdf")
    assert ended.status == 1 and "There are 1 to 2" in ended.err


def test_a_password_comes_in_behind_the_passphrase(run: Command, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    words = ("summary", vault, "--passphrase-stdin", *PORTFOLIO, *PERIOD, "--password-stdin", "--out", out)
    ended = run(*words, stdin=said(PASSPHRASE, "correct horse\r\n"))
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(io.BytesIO(out.read_bytes()), password="correct horse") as pdf:
        assert pdf.encryption.R == 6
    ended = run(*words[:-1], tmp_path / "b.pdf", stdin=said(PASSPHRASE))
    assert ended.status == 1 and "is empty" in ended.err
    ended = run(*words[:-1], tmp_path / "b.pdf", stdin=said(PASSPHRASE, "x" * 200))
    assert ended.status == 1 and "too long" in ended.err and "xxx" not in ended.err
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("summary", "VAULT", *PORTFOLIO, *PERIOD),
        ("summary", "VAULT", *PORTFOLIO, *PERIOD, "--out", "a"),
        ("summary", "VAULT", *PORTFOLIO, *PERIOD, "--out", "a.pdf", "--format", "md"),
        ("summary", "VAULT", *PORTFOLIO, *PERIOD, "--out", "a.md", "--password-stdin"),
        ("summary", "VAULT", *PORTFOLIO, *PERIOD, "--out", "a.pdf", "--size", "A3"),
        ("summary", "VAULT", *PORTFOLIO, *PERIOD, "--out", "a.pdf", "--password", "secret"),
        ("shared", "VAULT", *LARK, "--copy", "1"),
        ("shared", "VAULT", *LARK, "--copy", "0", "--out", "a.pdf"),
        ("shared", "VAULT", *LARK, "--out", "a.pdf"),
        ("shared", "VAULT", *LARK, "--password-stdin"),
        ("shared", "VAULT"),
    ],
)
def test_wrong_usage_is_told_apart(run: Command, words: tuple[str, ...]) -> None:
    ended = run(*words, stdin=said(PASSPHRASE))
    assert ended.status == 2 and "secret" not in ended.err


def test_looking_shows_what_leaves_and_keeps_nothing(run: Command, vault: Path) -> None:
    words = ("summary", vault, *PORTFOLIO, *PERIOD)
    shown = run.unlocked(*words, "--dry-run").out.splitlines()
    listed = run.unlocked(*words, "--lines")
    marks = ids(listed)
    assert len(shown) == list(marks.values()).count("x") > 5
    assert all(" ".join(line.split()) in listed.out for line in shown)
    goal = next(name for name in marks if name.count(".") == 1 and name.startswith("goal."))
    fewer = ids(run.unlocked(*words, "--lines", "--leave-out", goal))
    assert {name for name, mark in fewer.items() if mark == "x" and name.startswith(goal)} == set()
    assert "Nothing was shared" in run.unlocked("shared", vault, *LARK).out
    assert not [path for path in run.home.iterdir() if not path.is_dir()]


def test_what_is_not_on_offer_is_said(run: Command, vault: Path) -> None:
    def refused(*options: str, audience: str = "portfolio") -> str:
        words = (*LARK, "--audience", audience, *PERIOD, "--dry-run", *options)
        ended = run.unlocked("summary", vault, *words)
        assert ended.status == 1
        return ended.err

    assert "--lines shows" in refused("--leave-out", "goal.nowhere")
    assert "no section “moods”" in refused("--also", "moods")
    assert "no place for --support" in refused("--support", "Time to write")
    assert "takes one of these" in refused("--on-track", "perhaps", audience="coordinator-outcomes")
    assert "nothing to compare with" in refused("--since-last")


def test_support_and_standing_are_written_for_this_summary(run: Command, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    words = ("--audience", "coordinator-outcomes", *PERIOD, "--support", "Two hours a week", "--on-track")
    more = ("yes", "--also", "signatures", "--out", out)
    assert run.unlocked("summary", vault, *LARK, *words, *more).status == 0
    text = out.read_text("utf-8")
    assert "Two hours a week" in text and "On track: Yes" in text and "Mentee (author)" in text


def test_only_what_has_changed_leaves_when_asked(run: Command, vault: Path, tmp_path: Path) -> None:
    words = ("summary", vault, *LARK, "--audience", "partner")
    assert run.unlocked(*words, *PERIOD, "--out", tmp_path / "a.pdf").status == 0
    ended = run.unlocked(*words, "--since-last", "--to", "2026-12-31", "--out", tmp_path / "b.md")
    assert ended.status == 1 and "Nothing has changed" in ended.err
    goals = ids(run.unlocked(*words, *PERIOD, "--lines"))
    goal = next(name for name in goals if name.count(".") == 1 and name.startswith("goal."))
    fewer = ("--since-last", "--to", "2026-12-31", "--leave-out", goal)
    dry = run.unlocked(*words, *fewer, "--dry-run")
    assert dry.status == 0 and "the whole objective" in dry.out
    assert run.unlocked(*words, *fewer, "--out", tmp_path / "b.md").status == 0
    assert (tmp_path / "b.md").read_text("utf-8").startswith("# Changes since ")
    latest, first = run.unlocked("shared", vault, *LARK, "--json").json
    assert latest["changes_since"] and latest["from"] == first["from"] == "2025-01-01"
    assert len(latest["lines"]) < len(first["lines"])  # what the reader knows by now


def test_names_and_numbers_are_replaced_and_counted_without_their_words(
    run: Command, vault: Path, tmp_path: Path
) -> None:
    words = ("summary", vault, *LARK, "--audience", "coordinator-outcomes", *PERIOD)
    asked = ("--support", "Ring Beatrice Okonkwo on +44 20 7946 0018 or bea@example.org.")
    ended = run.unlocked(*words, *asked, "--redact", "--out", tmp_path / "a.txt")
    assert ended.status == 0
    text = (tmp_path / "a.txt").read_text("utf-8")
    for private in ("Beatrice", "Okonkwo", "7946", "bea@example.org"):
        assert private not in text + ended.err
    assert "an e-mail address (1)" in ended.err and "a telephone number (1)" in ended.err
    plain = run.unlocked(*words, *asked, "--dry-run")
    assert "Beatrice Okonkwo" in plain.out


def test_without_dates_it_goes_from_the_beginning_and_then_from_the_last_one(
    run: Command, vault: Path, tmp_path: Path
) -> None:
    assert run.unlocked("summary", vault, *PORTFOLIO, "--out", tmp_path / "a.md").status == 0
    (one,) = run.unlocked("shared", vault, *LARK, "--json").json
    assert one["from"] < one["to"] == one["shared_at"][:10]
    ended = run.unlocked("summary", vault, *PORTFOLIO, "--dry-run")
    assert ended.status in (0, 1)  # whether there is anything new on the same day is the journal's affair
    assert ended.status == 0 or "nothing to share" in ended.err


def test_a_refused_place_leaves_no_file_and_no_copy(run: Command, vault: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken.pdf"
    taken.write_bytes(b"mine")
    for out in (taken, tmp_path / "nowhere" / "a.pdf"):
        assert run.unlocked("summary", vault, *PORTFOLIO, *PERIOD, "--out", out).status == 1
    assert taken.read_bytes() == b"mine"
    assert "Nothing was shared" in run.unlocked("shared", vault, *LARK).out
