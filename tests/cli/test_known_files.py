"""Every command that writes a file from a journal lets the journal know of it, once the file is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorjournal.demo.vault import PASSPHRASE
from mentorjournal.journal.shelf import Shelf
from mentorjournal.vault.vault import Vault
from tests.cli.command import Command

PERIOD = ("--from", "2025-01-01", "--to", "2026-12-31")


def known(vault: Path, codename: str) -> list[tuple[str, str]]:
    shelf = Shelf(Vault.unlock(vault, PASSPHRASE))
    try:
        return [(one.what.value, one.file_name) for one in shelf.named(codename).journal.exports.all()]
    finally:
        shelf.close()


@pytest.mark.parametrize(
    ("command", "codename", "options", "what"),
    [
        ("summary", "Lark", ("--audience", "portfolio", *PERIOD), "summary"),
        ("brief", "Heron", ("--session", "2026-11-27"), "brief"),
        ("brief", "Lark", ("--session", "2026-12-01"), "preparation"),
        ("agenda", "Heron", ("--session", "2026-11-27"), "agenda"),
        ("handover", "Heron", (), "handover"),
        ("book", "Heron", (), "book"),
    ],
)
def test_a_file_is_known_by_its_name(
    run: Command,
    vault: Path,
    tmp_path: Path,
    command: str,
    codename: str,
    options: tuple[str, ...],
    what: str,
) -> None:
    before = known(vault, codename)
    out = tmp_path / "Bea Example" / "paper.pdf"
    out.parent.mkdir()
    ended = run.unlocked(command, vault, "--journal", codename, *options, "--out", out)
    assert (ended.status, out.exists()) == (0, True), ended.err
    assert known(vault, codename) == [*before, (what, "paper.pdf")]


def test_what_was_not_written_is_not_known(run: Command, vault: Path, tmp_path: Path) -> None:
    before = known(vault, "Heron")
    out = tmp_path / "nowhere" / "paper.pdf"
    assert run.unlocked("handover", vault, "--journal", "Heron", "--out", out).status != 0
    assert known(vault, "Heron") == before
