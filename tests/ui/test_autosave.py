"""Typing is saved soon after a pause, and never later than the limit."""

from __future__ import annotations

import pytest

from ui.autosave import Autosave


@pytest.fixture
def saves():
    return []


@pytest.fixture
def autosave(qtbot, saves):
    return Autosave(lambda: saves.append("saved"), pause_ms=10, limit_ms=60_000)


def test_a_burst_of_edits_saves_once(qtbot, autosave, saves):
    for _ in range(5):
        autosave.touch()
    qtbot.waitUntil(lambda: not autosave.pending)
    assert saves == ["saved"]


def test_typing_without_pause_still_saves(qtbot, saves):
    autosave = Autosave(lambda: saves.append("saved"), pause_ms=60_000, limit_ms=10)
    autosave.touch()
    qtbot.waitUntil(lambda: bool(saves))


def test_flush_saves_at_once_and_only_when_needed(autosave, saves):
    autosave.flush()
    autosave.touch()
    autosave.flush()
    autosave.flush()
    assert saves == ["saved"]


def test_what_is_forgotten_is_not_saved(autosave, saves):
    autosave.touch()
    autosave.forget()
    autosave.flush()
    assert saves == []
