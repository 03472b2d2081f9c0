"""Stretching a passphrase into a key is slow on purpose; a test of something else waits for it once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mentorjournal.vault import keyfile
from mentorjournal.vault.sealing import Cost


@pytest.fixture(autouse=True, scope="session")
def stretched_once() -> Iterator[None]:
    """In this process, the same passphrase, salt and cost are stretched once: most tests make a vault and
    unlock it twice.
    """
    known: dict[tuple[bytes, bytes, Cost], bytes] = {}
    slow = keyfile.stretch

    def stretch(passphrase: bytearray, salt: bytes, cost: Cost) -> bytearray:
        asked = (bytes(passphrase), salt, cost)
        if asked not in known:
            known[asked] = bytes(slow(passphrase, salt, cost))
        return bytearray(known[asked])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyfile, "stretch", stretch)
        yield
