"""The doctor on the command line: with and without the passphrase, for people and for scripts."""

from __future__ import annotations

from pathlib import Path

from mentorjournal.demo import PASSPHRASE
from tests.cli.command import Command

CODENAMES = ("Heron", "Kestrel", "Robin")


def test_a_vault_without_a_backup_is_to_be_acted_on_and_then_is_well(run: Command, vault: Path) -> None:
    ended = run("doctor", vault)
    assert ended.status == 1 and ended.err.startswith("Something needs acting on")
    assert "  act   There is no backup yet.\n        Make one" in ended.out
    assert ended.out.count("  act  ") == 1 and "Seen from outside alone" in ended.out
    assert run.unlocked("backup", vault).status == 0
    ended = run.unlocked("doctor", vault)
    assert ended.status == 0 and "Nothing needs acting on." in ended.out
    assert "No backup was ever tried out" in ended.out and "Seen from outside" not in ended.out
    assert not any(word in ended.out for word in (*CODENAMES, str(vault), PASSPHRASE))


def test_the_last_drill_is_told_to_a_script_too(run: Command, vault: Path) -> None:
    assert run.unlocked("backup", vault).status == run.unlocked("drill", vault).status == 0
    said = run.unlocked("doctor", vault, "--json").json
    assert said["ok"] and said["opened"]
    assert {one["level"] for one in said["findings"]} == {"good"}
    drilled = next(one for one in said["findings"] if "last drill" in one["says"])
    assert drilled["about"] == "backups" and "opens and is complete" in drilled["says"]


def test_what_it_cannot_look_at_is_refused_as_everywhere(run: Command, demo: Path, tmp_path: Path) -> None:
    assert run("doctor", demo, "--passphrase-stdin", stdin="another\n").status == 3
    assert run("doctor", tmp_path).status == 4
