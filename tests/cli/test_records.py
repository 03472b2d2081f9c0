"""The record of a review and the hand-over copy on the command line: what was meant, and over no file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mentorjournal.demo.vault import PASSPHRASE
from mentorjournal.guidance.review_facts import review_facts
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.words import ReviewKind, Role
from mentorjournal.vault.vault import Vault
from tests.cli.command import Command
from tests.pdf import reading

HERON = ("--journal", "Heron")
MINE, THEIRS = "What I answered myself", "What the other answered"


def reviewed(journal: Journal, kind: ReviewKind, days: int, mark: str, *, done: bool = True) -> None:
    journal.reviews.begin(kind, Role.MENTOR, review_facts(journal, kind, journal.today()))
    value = journal.reviews.open_one()
    assert value is not None
    first = replace(value.answers[0], mine=f"{MINE} {mark}", theirs=f"{THEIRS} {mark}")
    day = journal.today() - timedelta(days=days)
    answers = (first, *value.answers[1:])
    journal.reviews.write(replace(value, day=day, answers=answers, decisions=f"Decided {mark}"))
    if done:
        journal.reviews.finish(value.id)


@pytest.fixture(scope="module")
def vault(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The demo vault with three finished reviews in Heron and one that is being written."""
    folder = Path(shutil.copytree(demo, tmp_path_factory.mktemp("reviewed") / "vault"))
    shelf = Shelf(Vault.unlock(folder, PASSPHRASE))
    journal = shelf.named("Heron").journal
    reviewed(journal, ReviewKind.AGREEMENT_CHECK, 200, "early")
    reviewed(journal, ReviewKind.MID_TERM, 20, "newest")
    reviewed(journal, ReviewKind.MID_TERM, 90, "older")
    reviewed(journal, ReviewKind.ENDING, 0, "draft", done=False)
    shelf.close()
    yield folder


def printed(run: Command, vault: Path, out: Path, *words: str, command: str = "review") -> str:
    ended = run.unlocked(command, vault, *HERON, *words, "--out", out)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    data = out.read_bytes()
    assert "Heron" not in str(reading.metadata(data))
    return reading.text(data)


def test_the_newest_finished_review_is_meant(run: Command, vault: Path, tmp_path: Path) -> None:
    said = printed(run, vault, tmp_path / "review.pdf")
    assert f"{MINE} newest" in said and "Decided newest" in said and "Sessions held" in said
    assert THEIRS not in said


def test_their_answers_come_along_when_asked_for(run: Command, vault: Path, tmp_path: Path) -> None:
    said = printed(run, vault, tmp_path / "review.pdf", "--theirs")
    assert f"{THEIRS} newest" in said and "My mentee's" in said


def test_a_kind_can_be_named(run: Command, vault: Path, tmp_path: Path) -> None:
    assert f"{MINE} early" in printed(run, vault, tmp_path / "one.pdf", "--kind", "agreement_check")
    ended = run.unlocked("review", vault, *HERON, "--kind", "ending", "--out", tmp_path / "two.pdf")
    assert ended.status == 1 and "no finished review of this kind" in ended.err


def test_the_copy_that_is_handed_over_holds_what_was_marked(
    run: Command, vault: Path, tmp_path: Path
) -> None:
    said = printed(run, vault, tmp_path / "copy.pdf", command="handover")
    assert "for the mentee alone" in said and "When we met" in said and "Decided newest" in said
    assert MINE not in said and THEIRS not in said and "Decided draft" not in said


def test_a_mentee_makes_their_own_copy(run: Command, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.pdf"
    assert run.unlocked("handover", vault, "--journal", "Lark", "--out", out).status == 0
    assert reading.text(out.read_bytes()).startswith("My copy")


@pytest.mark.parametrize("command", ["review", "handover"])
def test_a_file_that_is_there_is_left_as_it_is(
    run: Command, vault: Path, tmp_path: Path, command: str
) -> None:
    taken = tmp_path / "taken.pdf"
    taken.write_bytes(b"keep me")
    ended = run.unlocked(command, vault, *HERON, "--out", taken)
    assert ended.status == 1 and "already exists" in ended.err and taken.read_bytes() == b"keep me"


def test_what_stands_in_the_way_is_said_and_leaves_no_file(run: Command, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    for words, status, sentence in (
        (("review", vault, "--journal", "Lark", "--out", out), 1, "no finished review. Finish one first"),
        (("review", vault, "--journal", "Penguin", "--out", out), 1, "no journal with the codename"),
        (("handover", vault, "--journal", "Penguin", "--out", out), 1, "no journal with the codename"),
        (("review", vault, *HERON), 2, "--out"),
        (("handover", vault, "--out", out), 2, "--journal"),
        (("review", vault, *HERON, "--kind", "yearly", "--out", out), 2, "--kind"),
    ):
        ended = run.unlocked(*words)  # type: ignore[arg-type]
        assert ended.status == status and sentence in ended.err, words
    assert not out.exists()
