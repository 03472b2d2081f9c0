"""The brief and the agenda on the command line: to read, or as a page that names nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from mentorjournal.demo.sample import TODAY, samples
from mentorjournal.demo.vault import PASSPHRASE
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.session import Session
from mentorjournal.vault.vault import Vault
from tests.cli.command import Command
from tests.pdf import reading

NEXT = ("--session", "2026-11-27")
HERON = ("--journal", "Heron", *NEXT)


@pytest.fixture(scope="module")
def planned(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The demo vault with a session planned in it, whatever day it is."""
    import shutil

    vault = Path(shutil.copytree(demo, tmp_path_factory.mktemp("planned") / "vault"))
    shelf = Shelf(Vault.unlock(vault, PASSPHRASE))
    journal = shelf.named("Alder").journal
    id = new_entry_id()
    for day, title in ((300, "later"), (200, "next")):
        planned_on = date.today() + timedelta(days=day)
        journal.sessions.add(
            Session(
                id=id if title == "next" else EntryId(new_entry_id()),
                day=planned_on,
                desired_outcome=f"What the {title} one is for",
            )
        )
    for session in journal.sessions.all():
        if date.today() <= session.day < date.today() + timedelta(days=200):
            journal.sessions.remove(session.id)
    journal.topics.capture("A topic of Alder", id)
    shelf.close()
    yield vault


def test_a_brief_is_read_here_or_saved_on_one_page(run: Command, demo: Path, tmp_path: Path) -> None:
    ended = run.unlocked("brief", demo, *HERON)
    assert (ended.status, ended.err) == (0, "")
    assert "Actions of my mentee" in ended.out and "Today I intend" in ended.out
    out = tmp_path / "brief.pdf"
    assert run.unlocked("brief", demo, *HERON, "--out", out).out == ""
    data = out.read_bytes()
    assert reading.page_count(data) == 1
    assert "Ask what the decision means to them" in reading.text(data)


def test_it_names_nobody_and_keeps_their_words_unless_asked(run: Command, demo: Path) -> None:
    heron = next(sample for sample in samples(TODAY) if sample.relationship.codename == "Heron")
    names = (heron.relationship.my_display_name, heron.relationship.partner_display_name)
    plain = run.unlocked("brief", demo, *HERON).out
    whole = run.unlocked("brief", demo, *HERON, "--their-words").out
    for name in names:
        assert not any(part in plain + whole for part in name.split())
    assert "Their words" not in plain and "Their words" in whole


def test_a_mentee_gets_the_sheet_and_a_peer_both_halves(run: Command, demo: Path) -> None:
    sheet = run.unlocked("brief", demo, "--journal", "Lark", "--session", "2026-12-01").out
    assert sheet.startswith("Preparation\n") and "What I said I would do" in sheet
    both = run.unlocked("brief", demo, "--journal", "Willow", "--session", "2026-11-30").out
    assert both.startswith("Before we meet\n") and "My goals" in both and "My promises" in both


def test_the_next_planned_session_is_meant_when_none_is_named(run: Command, planned: Path) -> None:
    for command in ("brief", "agenda"):
        out = run.unlocked(command, planned, "--journal", "alder").out
        assert "What the next one is for" in out and "later" not in out
    assert "1. A topic of Alder" in run.unlocked("agenda", planned, "--journal", "Alder").out


def test_an_agenda_is_saved_as_it_is_read(run: Command, planned: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    assert run.unlocked("agenda", planned, "--journal", "Alder", "--out", out).status == 0
    text = reading.text(out.read_bytes())
    assert "A topic of Alder" in text and "What the next one is for" in text
    assert "Alder" not in text.replace("A topic of Alder", "")


def test_what_stands_in_the_way_is_said(run: Command, demo: Path, planned: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken.pdf"
    taken.write_bytes(b"keep me")
    for words, sentence in (
        (("brief", demo, "--journal", "Birch"), "No session is planned in this journal. Plan one"),
        (("agenda", demo, "--journal", "Birch"), "No session is planned in this journal. Plan one"),
        (("brief", demo, "--journal", "Heron", "--session", "2020-01-01"), "no session on 2020-01-01"),
        (("agenda", demo, "--journal", "Willow", "--session", "2026-11-30"), "Add a topic to the session"),
        (("brief", demo, "--journal", "Penguin"), "no journal with the codename"),
        (("brief", demo, *HERON, "--out", taken), "already exists"),
        (("agenda", planned, "--journal", "Alder", "--out", taken), "already exists"),
    ):
        ended = run.unlocked(*words)  # type: ignore[arg-type]
        assert ended.status == 1 and sentence in ended.err, words
    assert taken.read_bytes() == b"keep me"


def test_wrong_usage_is_told_apart(run: Command, demo: Path) -> None:
    for words in (("brief", demo), ("agenda", demo, "--journal", "Heron", "--session", "soon")):
        assert run.unlocked(*words).status == 2  # type: ignore[arg-type]
