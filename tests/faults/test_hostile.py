"""The frame for hostile files sees a process that dies, hangs, grows, writes elsewhere or says nothing."""

from __future__ import annotations

import os
import random
import socket
from pathlib import Path

import pytest

from mentorjournal.errors import InvalidInput
from tests.faults import hostile_runner
from tests.faults.hostile_runner import Format, attack
from tests.faults.trial import Outcome, Profile

WELL, DIES, HANGS, GROWS, FAILS, MUTE, WRITES, CALLS, REFUSES = range(9)


def _misbehave(case: int) -> Format:
    def attempt(real: object, chance: random.Random, place: Path) -> None:
        (place / "own").write_text("here it may write")
        if case == DIES:
            os.abort()
        if case == HANGS:
            while True:
                pass
        if case == GROWS:
            bytearray(700 * 1024**2)[::4096] = b"x" * (700 * 256)
        if case == FAILS:
            raise KeyError("unforeseen")
        if case == MUTE:
            raise InvalidInput
        if case == WRITES:
            (place.parent / "elsewhere").write_text("planted")
        if case == CALLS:
            socket.socket().close()
        if case == REFUSES:
            raise InvalidInput("This is refused.")

    return Format(lambda folder: None, attempt)


FORMATS = [_misbehave(case) for case in range(9)]
WELL_, DIES_, HANGS_, GROWS_, FAILS_, MUTE_, WRITES_, CALLS_, REFUSES_ = FORMATS


def tried(name: str, folder: Path) -> Outcome:
    return attack(f"{__name__}:{name}", Profile("quick", 1), folder, 2)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("DIES_", "the process died (-6)"),
        ("GROWS_", "MB of memory"),
        ("FAILS_", "KeyError at test_hostile.py"),
        ("MUTE_", "no sentence"),
        ("WRITES_", "open outside its place"),
        ("CALLS_", "socket.__new__ was tried"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, name: str, said: str) -> None:
    outcome = tried(name, tmp_path)
    assert len(outcome.short) == 2
    assert all(said in sentence and "seed 1 case" in sentence for sentence in outcome.short)


def test_a_hang_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile_runner, "SECONDS", 0.5)
    assert all("the process hung" in sentence for sentence in tried("HANGS_", tmp_path).short)


def test_what_is_taken_or_refused_with_a_sentence_is_no_fault(tmp_path: Path) -> None:
    assert tried("WELL_", tmp_path).short == ()
    refused = tried("REFUSES_", tmp_path)
    assert (refused.short, refused.beside[:9]) == ((), "2 refused")
