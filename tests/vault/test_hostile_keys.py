"""Key files made by hand, with the right checksum: what they ask for is not done."""

from __future__ import annotations

import hashlib
import json
import os
import resource
from collections.abc import Callable
from typing import Any

import pytest

from mentorjournal.errors import AlteredKeyFile, DamagedKeyFile, NewerVersion
from mentorjournal.vault.envelope import decode
from mentorjournal.vault.passphrase import calibrated
from mentorjournal.vault.sealing import FLOOR, Cost, stretch
from mentorjournal.vault.vault import Vault
from tests.vault.conftest import Sample, in_child

MiB = 1024


def with_checksum(body: bytes, version: int = 1) -> bytes:
    return b"mentor-journal-keys %d %s\n%b\n" % (version, hashlib.sha256(body).hexdigest().encode(), body)


def altered(sample: Sample, change: Callable[[dict[str, Any]], None]) -> bytes:
    """The key file as somebody writes it who knows its form and no secret."""
    said = json.loads(sample.keys.read_bytes().split(b"\n")[1])
    change(said)
    return with_checksum(json.dumps(said, sort_keys=True, separators=(",", ":")).encode())


@pytest.mark.parametrize(
    "cost",
    [
        {"m": 100 * MiB * MiB},
        {"m": 4 * MiB * MiB},
        {"m": 1024 * MiB, "t": 100},
        {"t": 2**31},
        {"t": 0},
        {"p": 0},
        {"p": 2**24},
        {"m": -1},
        {"m": 65536.0},
        {"m": float("nan")},
        {"m": float("inf")},
        {"m": True},
        {"m": "65536"},
        {"m": None},
        {"m": 10**4000},
        {"alg": "argon2d"},
        {"norm": "none"},
        {"salt": ""},
        {"salt": "A" * 1_000_000},
        {"pepper": 1},
    ],
    ids=str,
)
def test_no_absurd_derivation_is_begun(sample: Sample, cost: dict[str, object]) -> None:
    data = altered(sample, lambda said: said["slots"]["passphrase"]["kdf"].update(cost))
    with pytest.raises(AlteredKeyFile):
        decode(data)


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said["slots"]["passphrase"].update(more=[{}] * 1000),
        lambda said: next(iter(said["journals"].values())).update(path="../../x"),
        lambda said: said["journals"].update({"../../x": next(iter(said["journals"].values()))}),
        lambda said: said["journals"].update({"a" * 31 + "\n": next(iter(said["journals"].values()))}),
        lambda said: said["slots"].update(backdoor=said["slots"]["recovery"]),
        lambda said: said.update(vault="../" * 10),
        lambda said: said.update(gen=-1),
        lambda said: said.update(slots=[]),
        lambda said: said.update(v=1.0),
    ],
)
def test_what_the_form_does_not_have_is_refused(
    sample: Sample, change: Callable[[dict[str, Any]], None]
) -> None:
    with pytest.raises(AlteredKeyFile):
        decode(altered(sample, change))


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 1_000_000,
        b'{"v":1,"v":1}',
        b'{"v":1,"x":"\\ud800"}',
        b'{"v":1,"gen":1e999}',
        b'{"v":' + b"9" * 10_000 + b"}",
        b"\xff\xfe{}",
        b"null",
        b"",
    ],
)
def test_a_body_that_is_no_key_file_is_refused(body: bytes) -> None:
    with pytest.raises((AlteredKeyFile, DamagedKeyFile)):
        decode(with_checksum(body))


def test_a_newer_file_is_known_before_it_is_understood() -> None:
    with pytest.raises(NewerVersion):
        decode(with_checksum(b'{"v":2,"slots":"of another kind"}', version=2))


def test_a_far_too_large_key_file_is_not_read(sample: Sample) -> None:
    for path in (sample.keys, sample.keys_copy):
        path.write_bytes(with_checksum(b'{"v":1,"x":[' + b"{}," * 3_000_000 + b"{}]}"))
    with pytest.raises(DamagedKeyFile, match="too large"):
        sample.by_code()


def test_a_slot_that_was_swapped_in_does_not_let_another_vault_in(sample: Sample, original: Sample) -> None:
    """The other copy is the real one: it opens, and the altered one is set aside."""
    sample.keys.write_bytes(altered(sample, lambda said: said.update(gen=said["gen"] + 100)))
    vault = sample.by_code()
    assert len(vault.journal_ids()) == 2
    vault.close()
    assert sample.keys.read_bytes() == sample.keys_copy.read_bytes()


def test_a_pipe_in_the_key_files_place_is_not_waited_for(sample: Sample) -> None:
    for path in (sample.keys, sample.keys_copy):
        path.unlink()
        os.mkfifo(path)
    with pytest.raises(DamagedKeyFile, match="not a file"):
        Vault.unlock(sample.folder, sample.passphrase)


def test_a_machine_with_too_little_memory_says_so() -> None:
    def on_a_small_machine() -> None:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (600 * 1024**2, most))
        stretch(bytearray(b"x"), bytes(16), Cost(memory_kib=MiB * MiB, passes=3, lanes=4))

    assert in_child(on_a_small_machine) == "TooLittleMemory"


@pytest.mark.parametrize("seconds", [1e-9, 0.01, 1e6])
def test_what_a_machine_asks_for_itself_is_never_absurd(
    seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also on one that is faster than any there is: what is written must be read for ever."""
    monkeypatch.setattr("mentorjournal.vault.passphrase.stretch", lambda *_: bytearray())
    times = iter(range(100))
    cost = calibrated(lambda: next(times) * seconds)
    assert cost.within_bounds() and cost.memory_kib >= FLOOR.memory_kib
