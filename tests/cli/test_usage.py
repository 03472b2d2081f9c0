"""What was typed wrongly is said in a sentence and changes nothing; secrets come in by one door only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mentorjournal.demo.vault import PASSPHRASE
from tests.cli.command import Command, said, tree

DAYS = ("--from", "2026-01-01", "--to", "2026-06-30")


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("demo",),
        ("demo", "DIR", "--size", "0"),
        ("demo", "DIR", "--size", "many"),
        ("verify",),
        ("list", "VAULT", "more"),
        ("search", "VAULT"),
        ("search", "VAULT", "word", "--limit", "-1"),
        ("add", "VAULT", "--journal", "Lark"),
        ("add", "VAULT", "--note"),
        ("add", "VAULT", "--journal", "Lark", "--note", "--reflection"),
        ("add", "VAULT", "--journal", "Lark", "--note", "--day", "2026-02-30"),
        ("add", "VAULT", "--journal", "Lark", "--note", "--day", "0000-01-01"),
        ("import", "VAULT", "--journal", "Lark"),
        ("summary", "VAULT", "--journal", "Lark", "--audience", "partner", *DAYS),
        ("summary", "VAULT", "--journal", "Lark", "--audience", "everybody", *DAYS, "--out", "x.pdf"),
        ("summary", "VAULT", "--journal", "Lark", "--audience", "partner", "--from", "soon"),
        ("list", "VAULT", "--passphrase", "secret"),
    ],
)
def test_wrong_usage_is_told_apart_and_touches_nothing(run: Command, words: tuple[str, ...]) -> None:
    ended = run(*words, stdin=said(PASSPHRASE))
    assert ended.status == 2 and "secret" not in ended.err
    assert {path.name for path in run.home.iterdir() if not path.is_dir()} == set()


def test_a_passphrase_comes_in_by_standard_input_or_a_prompt_only(run: Command, vault: Path) -> None:
    everywhere = {f"{name}PASSPHRASE": PASSPHRASE for name in ("", "MENTORJOURNAL_", "MENTOR_JOURNAL_")}
    before = tree(vault)
    for words in (["list", vault], ["list", vault, "--passphrase", PASSPHRASE], ["list", vault, PASSPHRASE]):
        ended = run(*words, env=everywhere)
        assert ended.status == 2 and PASSPHRASE not in ended.err
    assert run("list", vault, stdin=said(PASSPHRASE)).status == 2  # it was not said that it comes that way
    assert run("list", vault, "--passphrase-stdin", env=everywhere).status == 3
    assert tree(vault) == before


def test_a_line_may_end_as_on_windows(run: Command, vault: Path) -> None:
    assert run("list", vault, "--passphrase-stdin", stdin=f"{PASSPHRASE}\r\n").status == 0


@pytest.mark.parametrize("locale", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_words_of_every_script_leave_whole_in_any_locale(
    run: Command, vault: Path, locale: dict[str, str]
) -> None:
    words = ("--journal", "Lark", "--reflection", "--title", "Ωmega")
    assert run.unlocked("add", vault, *words, text="gęślą 今天 שיחה", env=locale).status == 0
    assert "今天 שיחה" in run.unlocked("search", vault, "gesla", env=locale).out


def test_a_reader_that_goes_away_is_no_accident(run: Command, demo: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    def nobody_listens() -> None:
        os.dup2(writing, 1)

    ended = run.unlocked("verify", demo, "--json", before=nobody_listens)
    os.close(writing)
    assert (ended.status, ended.err) == (1, "")


def test_a_full_disk_behind_the_output_is_said(run: Command, demo: Path) -> None:
    def full() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

    ended = run.unlocked("verify", demo, "--json", before=full)
    assert ended.status == 1 and "disk is full" in ended.err


def test_a_closed_input_is_said(run: Command, demo: Path) -> None:
    for words in (["list", demo], ["list", demo, "--passphrase-stdin"]):
        assert run(*words, before=lambda: os.close(0)).status == 2


def test_a_bug_is_told_without_a_word_of_what_was_written(run: Command, demo: Path) -> None:
    broken = (
        "import sys; from mentorjournal.model import query\n"
        "def parse(text): raise ZeroDivisionError(text)\n"
        "query.parse = parse\n"
        "from ui.launch import main; sys.exit(main(sys.argv[1:]))"
    )
    ended = run("search", demo, "canary", program=("-c", broken))
    assert ended.status == 1 and "ZeroDivisionError" in ended.err and "canary" not in ended.err
