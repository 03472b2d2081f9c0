"""Leaving by the command line: everything in a new folder, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import Command, tree
from tests.vault.house import zero

HERON = ("--journal", "Heron")


def test_one_journal_is_written_in_the_forms_that_were_chosen(
    run: Command, vault: Path, tmp_path: Path
) -> None:
    ended = run.unlocked("export", vault, *HERON, "--json", "--markdown", "--out", tmp_path / "mine")
    assert (ended.status, ended.err) == (0, "")
    assert "1 journal in" in ended.out and "not encrypted" in ended.out
    assert {path.name for path in (tmp_path / "mine" / "Heron").iterdir()} == {"Heron.json", "markdown"}
    assert json.loads((tmp_path / "mine/Heron/Heron.json").read_text())["format"] == "mentor-journal/journal"


def test_without_a_choice_all_three_forms_are_written(run: Command, vault: Path, tmp_path: Path) -> None:
    assert run.unlocked("export", vault, *HERON, "--out", tmp_path / "mine").status == 0
    there = {path.name for path in (tmp_path / "mine" / "Heron").iterdir()}
    assert {"Heron.json", "Heron.pdf", "markdown"} <= there


def test_what_was_written_as_markdown_comes_back_in(run: Command, vault: Path, tmp_path: Path) -> None:
    run.unlocked("export", vault, *HERON, "--markdown", "--out", tmp_path / "mine")
    notes = tmp_path / "mine" / "Heron" / "markdown" / "reflections"
    ended = run.unlocked("import", vault, "--journal", "Lark", "--markdown", notes)
    assert (ended.status, ended.err) == (0, "")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((*HERON, "--out", "full"), 1),
        ((*HERON, "--out", "vault/inside"), 1),
        (("--journal", "Wren", "--out", "mine"), 1),
        ((), 2),
    ],
)
def test_a_wish_that_cannot_be_met_leaves_nothing(
    run: Command, vault: Path, tmp_path: Path, words: tuple[str, ...], status: int
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter").write_text("mine")
    before = tree(tmp_path)
    placed = [str(tmp_path / word) if place == len(words) - 1 else word for place, word in enumerate(words)]
    assert run.unlocked("export", vault, "--json", *placed).status == status
    assert {name for name in tree(tmp_path) if "index" not in name} == {n for n in before if "index" not in n}


def test_a_vault_that_is_only_read_is_left_as_it_is(run: Command, vault: Path, tmp_path: Path) -> None:
    zero(min((vault / "journals").glob("*.mjdb")), 2)
    before = tree(vault)
    ended = run.unlocked("export", vault, "--read-only", "--json", "--out", tmp_path / "mine")
    assert ended.status == 4 and "as far as they could be read" in ended.err
    assert tree(vault) == before
    assert len(list((tmp_path / "mine").glob("*/*.json"))) == 8


def test_a_vault_is_well_after_everything_was_taken_along(run: Command, vault: Path, tmp_path: Path) -> None:
    assert run.unlocked("export", vault, "--out", tmp_path / "out", "--json").status == 0
    assert run.unlocked("verify", vault).status == 0
