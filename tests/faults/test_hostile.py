"""The frame for hostile files sees a process that dies, hangs, grows, writes elsewhere or says nothing, and
the fuzzer learns.
"""

from __future__ import annotations

import os
import random
import socket
from importlib.util import find_spec
from pathlib import Path

import pytest

from mentorjournal.errors import InvalidInput
from tests.faults import hostile_runner
from tests.faults.hostile_again import main as again
from tests.faults.hostile_attempt import Format
from tests.faults.hostile_chance import FromBytes
from tests.faults.hostile_runner import attack
from tests.faults.trial import Outcome, Profile

WELL, DIES, HANGS, GROWS, FAILS, MUTE, WRITES, CALLS, REFUSES, HIDES = range(10)
WITH_FUZZER = ("quick", "full") if find_spec("atheris") else ("quick",)


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
        if case == HIDES:
            _fail_for_one_in_many(chance.randbytes(6))

    return Format(lambda folder: None, attempt)


def _fail_for_one_in_many(data: bytes) -> None:
    """Blind chance would find it once in a quarter of a million files."""
    if data[0] % 8 != 5:
        return
    if data[1] % 8 != 3:
        return
    if data[2] % 8 != 1:
        return
    if data[3] % 8 != 7:
        return
    if data[4] % 8 != 2:
        return
    if data[5] % 8 == 6:
        raise KeyError("found")


FORMATS = [_misbehave(case) for case in range(10)]
WELL_, DIES_, HANGS_, GROWS_, FAILS_, MUTE_, WRITES_, CALLS_, REFUSES_, HIDES_ = FORMATS


def tried(name: str, folder: Path, profile: str = "quick", cases: int = 2) -> Outcome:
    return attack(f"{__name__}:{name}", Profile(profile, 1), folder, cases)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("DIES_", "the process died (-6)"),
        ("GROWS_", "more than 500 MB of memory"),
        ("FAILS_", "KeyError at test_hostile.py"),
        ("MUTE_", "no sentence"),
        ("WRITES_", "open outside its place"),
        ("CALLS_", "socket.__new__ was tried"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, name: str, said: str) -> None:
    (sentence,) = tried(name, tmp_path).short
    assert said in sentence and "(2 times)" in sentence


@pytest.mark.parametrize("profile", WITH_FUZZER[1:])
@pytest.mark.parametrize("name", ["DIES_", "FAILS_", "WRITES_"])
def test_the_fuzzer_goes_on_past_a_fault(tmp_path: Path, name: str, profile: str) -> None:
    outcome = tried(name, tmp_path, profile)
    (sentence,) = outcome.short
    assert outcome.tried == 2 and "(2 times)" in sentence


@pytest.mark.parametrize("profile", WITH_FUZZER)
def test_a_hang_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, profile: str) -> None:
    monkeypatch.setattr(hostile_runner, "SECONDS", 0.5)
    (sentence,) = tried("HANGS_", tmp_path, profile).short
    assert "the process hung (2 times)" in sentence


@pytest.mark.parametrize("profile", WITH_FUZZER)
def test_what_is_taken_or_refused_with_a_sentence_is_no_fault(tmp_path: Path, profile: str) -> None:
    assert tried("WELL_", tmp_path, profile).short == ()
    refused = tried("REFUSES_", tmp_path, profile)
    assert refused.short == ()
    assert "; 2 refused" in refused.beside


@pytest.mark.parametrize("profile", WITH_FUZZER)
def test_what_the_process_that_begins_it_holds_is_not_counted(tmp_path: Path, profile: str) -> None:
    held = bytearray(700 * 1024**2)
    held[::4096] = b"x" * (700 * 256)
    assert tried("WELL_", tmp_path, profile).short == ()
    assert held[0] == ord("x")


def test_a_fault_is_named_by_the_bytes_that_show_it_again(tmp_path: Path) -> None:
    (sentence,) = tried("FAILS_", tmp_path).short
    with pytest.raises(KeyError, match="unforeseen"):
        again(*sentence.split()[-2:])


@pytest.mark.parametrize("profile", WITH_FUZZER[1:])
def test_what_the_fuzzer_learnt_is_kept_where_somebody_wants_it(tmp_path: Path, profile: str) -> None:
    attack(f"{__name__}:HIDES_", Profile(profile, 1, tmp_path / "kept"), tmp_path, 300)
    kept = [path.name for path in (tmp_path / "kept" / "hides_").iterdir()]
    assert any(not name.startswith("seed-") for name in kept)


@pytest.mark.parametrize("profile", WITH_FUZZER[1:])
def test_the_fuzzer_finds_what_blind_chance_would_not(tmp_path: Path, profile: str) -> None:
    (sentence,) = tried("HIDES_", tmp_path, profile, 4_000).short
    assert sentence.startswith("KeyError at test_hostile.py")


def test_chance_from_bytes_draws_them_in_turn_and_goes_on_without_them() -> None:
    chance = FromBytes(b"\x02\x01\x00abc")
    assert (chance.randrange(5), chance.choice("abc"), chance.random()) == (2, "b", ord("a") / 256)
    assert chance.used == b"\x02\x01\x00a"
