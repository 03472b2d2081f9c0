"""Promises of the shell's parts that need no window."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.model.change import Change
from ui.pages.new_journal.codenames import NEUTRAL, suggested
from ui.shell.commands import Command, matching
from ui.shell.history import History
from ui.shell.settings_file import (
    Settings,
    SettingsFile,
    as_bytes,
    geometry_from_text,
    geometry_text,
    read,
)


def nothing() -> None: ...


def change(label: str) -> Change:
    return Change(label=label, undo=lambda: change(label))


def test_settings_come_back(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "deep" / "settings.json")
    wanted = Settings(look="dark", zoom=150, idle_minutes=10, vault="/v", geometry=(1, 2, 900, 700, 1))
    wanted = wanted._replace(clipboard_seconds=120)
    kept.change(lambda _: wanted)
    assert read(kept.path) == wanted


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda s: st.lists(s) | st.dictionaries(st.sampled_from(["look", "zoom", "idle_minutes", "vault", "geometry", "clipboard_seconds"]) | st.text(), s)))  # fmt: skip # noqa: E501
def test_whatever_stands_in_the_settings_file_the_program_starts(data: object) -> None:
    import json
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_text(json.dumps(data))
        found = read(path)
    assert 1 <= found.idle_minutes <= 240
    assert 10 <= found.clipboard_seconds <= 600
    assert found.zoom in (100, 110, 125, 150, 175, 200)


@pytest.mark.parametrize("vault", [None, "/v", "/a b/, } c", 'C:\\quo"te', "/żółw"])
@pytest.mark.parametrize("geometry", [None, (-5, 10, 900, 700, 1)])
def test_every_settings_file_we_write_is_read_back(
    tmp_path: Path, vault: str | None, geometry: tuple[int, int, int, int, int] | None
) -> None:
    wanted = Settings(
        look="light", zoom=200, lock_on_minimise=True, companion=False, vault=vault, geometry=geometry
    )
    (tmp_path / "settings.json").write_bytes(as_bytes(wanted))
    assert read(tmp_path / "settings.json") == wanted


@pytest.mark.parametrize(
    "text", ['{"zoom": 150', '{"zoom": 150,}', '{"zoom": 150} {', '{"zoom": 0150}', "[]"]
)
def test_a_settings_file_that_makes_no_sense_is_as_at_the_first_start(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text)
    assert read(tmp_path / "settings.json") == Settings()


def test_settings_that_cannot_be_written_still_hold_for_now(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = SettingsFile(tmp_path / "file" / "settings.json")
    kept.change(lambda _: Settings(look="dark"))
    assert kept.value.look == "dark"
    assert kept.problem is not None


@pytest.mark.parametrize("text", ["", "1,2", "a,b,c,d,e", "0,0,0,0,0", "1,2,3,4,5,6"])
def test_a_place_that_makes_no_sense_is_no_place(text: str) -> None:
    assert geometry_from_text(text) is None


def test_a_place_survives_the_command_line() -> None:
    assert geometry_from_text(geometry_text((-5, 10, 900, 700, 1))) == (-5, 10, 900, 700, 1)


def test_something_new_ends_what_could_be_done_again() -> None:
    history = History()
    history.remember(change("first"))
    taken = history.take_undo()
    assert taken is not None and taken.undo is not None
    history.undone(taken.undo())
    assert history.next_redo == "first"
    history.remember(change("second"))
    assert (history.next_undo, history.next_redo) == ("second", "")


def test_the_best_match_stands_first() -> None:
    commands = [Command("Usual size", nothing), Command("Settings", nothing), Command("Séance", nothing)]
    assert [c.name for c in matching("se", commands)][:2] == ["Settings", "Séance"]
    assert matching("xyz", commands) == []
    assert matching("", commands) == commands


def test_a_codename_is_never_one_that_is_taken() -> None:
    choice = random.Random(1)
    assert suggested(NEUTRAL[1:], choice) == NEUTRAL[0]
    assert suggested([*NEUTRAL], choice) not in NEUTRAL
