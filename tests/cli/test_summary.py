"""A summary holds what was marked for its reader, or it is not made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mentorjournal.demo.sample import TODAY, samples
from mentorjournal.model.blocks import to_plain
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import Session
from mentorjournal.model.words import Audience, Visibility
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.summary import as_offered, leaves, offer
from tests.cli.command import Command
from tests.pdf import reading

SINCE, UNTIL = date(2025, 1, 1), date(2026, 12, 31)
PERIOD = ("--from", SINCE.isoformat(), "--to", UNTIL.isoformat())
LARK = ("--journal", "Lark")


def promised(audience: str) -> tuple[tuple[str, ...], list[str]]:
    """The lines that may leave Lark for this reader, and words that never may."""
    lark = next(sample for sample in samples(TODAY) if sample.relationship.codename == "Lark")
    kinds: dict[str, list[object]] = {}
    for entry in lark.entries:
        kinds.setdefault(type(entry).__name__, []).append(entry)
    source = SummarySource(
        relationship=lark.relationship,
        sessions=tuple(kinds["Session"]),  # type: ignore[arg-type]
        goals=tuple(kinds["Goal"]),  # type: ignore[arg-type]
        actions=tuple(kinds["Action"]),  # type: ignore[arg-type]
        learning_points=tuple(kinds.get("LearningPoint", ())),  # type: ignore[arg-type]
    )
    offered = offer(source, Audience(audience), SINCE, UNTIL)
    private = []
    for entry in lark.entries:
        if isinstance(entry, Reflection):
            private += [entry.title, to_plain(entry.text)]
        elif isinstance(entry, Session):
            private += [to_plain(block.text) for block in entry.blocks]
        elif getattr(entry, "visibility", None) is Visibility.PRIVATE:
            private.append(getattr(entry, "title", "") or getattr(entry, "text", ""))
    return leaves(offered, as_offered(offered)), [text[:60] for text in private if len(text) > 15]


@pytest.mark.parametrize("audience", [audience.value for audience in Audience])
def test_every_reader_gets_what_was_marked_and_nothing_else(
    run: Command, demo: Path, tmp_path: Path, audience: str
) -> None:
    out = tmp_path / "summary.pdf"
    ended = run.unlocked("summary", demo, *LARK, "--audience", audience, *PERIOD, "--out", out)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    text = reading.squeezed(reading.text(out.read_bytes()))
    marked, private = promised(audience)
    assert len(marked) >= 5 and len(private) > 20
    for line in marked:
        for part in line.split(": ", 1):
            assert reading.squeezed(part) in text
    for words in private:
        assert reading.squeezed(words) not in text


def test_what_may_not_be_shared_leaves_no_file(run: Command, demo: Path, tmp_path: Path) -> None:
    def refused(codename: str, audience: str, *more: str) -> str:
        out = tmp_path / "summary.pdf"
        words = ("--journal", codename, "--audience", audience, "--out", out, *more)
        ended = run.unlocked("summary", demo, *words)
        assert ended.status == 1 and not out.exists()
        return ended.err

    assert "Ask your mentee first" in refused("Heron", "line-manager", *PERIOD)
    assert "lies in the future" in refused("Heron", "line-manager", *PERIOD, "--consent", "9999-01-01")
    assert "nothing to share" in refused("Alder", "coordinator-attendance", *PERIOD)
    assert "ends before it begins" in refused("Lark", "partner", "--from", "2026-02-01", "--to", "2026-01-01")
    assert "no journal with the codename" in refused("Penguin", "partner", *PERIOD)
    assert [path for path in tmp_path.iterdir() if path.name != "home"] == []


def test_a_mentee_who_agreed_makes_it_possible(run: Command, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    words = ("--journal", "Heron", "--audience", "line-manager", *PERIOD, "--consent", "2026-11-02")
    assert run.unlocked("summary", demo, *words, "--out", out).status == 0
    assert "agreement given on 2 November 2026" in reading.text(out.read_bytes()).replace("\n", " ")


def test_an_existing_file_is_never_written_over(run: Command, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "letter.pdf"
    out.write_bytes(b"keep me")
    for target in (out, tmp_path):
        ended = run.unlocked("summary", demo, *LARK, "--audience", "partner", *PERIOD, "--out", target)
        assert ended.status == 1 and "already exists" in ended.err
    assert out.read_bytes() == b"keep me"


def test_a_place_that_is_not_there_is_said(run: Command, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "summary.pdf"
    ended = run.unlocked("summary", demo, *LARK, "--audience", "partner", *PERIOD, "--out", out)
    assert ended.status == 1 and not out.parent.exists()
