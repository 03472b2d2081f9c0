"""A whole vault put back, on the command line: held against what the window remembered on this machine."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mentorjournal.demo.vault import PASSPHRASE
from mentorjournal.vault.seen import remember
from mentorjournal.vault.vault import Vault
from tests.cli.command import Command


def window_saw(run: Command, vault: Path, *, changes_since: int) -> None:
    """The settings that the window left here after it saw the vault come so much further."""
    with contextlib.closing(Vault.unlock(vault, PASSPHRASE)) as opened:
        seen = opened.seen(date(2026, 6, 9))
    assert seen.changes is not None
    settings(run, remember(replace(seen, changes=seen.changes + changes_since), ""))


def settings(run: Command, seen: object) -> None:
    folder = run.home / "config" / "mentor-journal"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps({"seen": seen}))


def test_verify_and_the_doctor_name_an_older_vault(run: Command, vault: Path) -> None:
    window_saw(run, vault, changes_since=1)
    ended = run.unlocked("verify", vault)
    assert ended.status == 4 and "on 2026-06-09" in ended.out + ended.err
    ended = run.unlocked("doctor", vault)
    assert ended.status == 1 and "“Keep this one”" in " ".join(ended.out.split())


def test_they_say_nothing_of_one_that_only_moved_on(run: Command, vault: Path) -> None:
    window_saw(run, vault, changes_since=0)
    assert run.unlocked("verify", vault).status == 0
    assert "older copy" not in run.unlocked("doctor", vault).out


@pytest.mark.parametrize("seen", [7, "x", None])
def test_damaged_settings_raise_no_alarm(run: Command, demo: Path, seen: object) -> None:
    settings(run, seen)
    assert run.unlocked("verify", demo).status == 0
