"""A format we wrote, we read for ever: every stored vault opens, and every word of it is there."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.vault.vault import Vault
from mentorjournal.vault.verification import verify
from tests.data.vaults.content import PASSPHRASE, clock, said

STORED = Path(__file__).resolve().parents[1] / "data" / "vaults"
VERSIONS = range(1, NEWEST_SCHEMA + 1)


def missing(expected: Any, found: Any, where: str = "") -> list[str]:
    """Where what is read is not what was written. There may be more to read than was written."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            place
            for key, value in expected.items()
            for place in missing(value, found.get(key, "<nothing>"), f"{where}/{key}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = enumerate(zip(expected, found, strict=True))
        return [place for n, (one, other) in pairs for place in missing(one, other, f"{where}/{n}")]
    return [] if expected == found and type(expected) is type(found) else [where]


def test_what_is_missing_is_noticed() -> None:
    assert missing({"a": [{"b": 1}]}, {"a": [{"b": 1, "new": 2}], "more": 3}) == []
    assert missing({"a": [{"b": 1}]}, {"a": [{"b": 2}]}) == ["/a/0/b"]
    assert missing({"a": [1, 2], "b": None}, {"a": [1]}) == ["/a", "/b"]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_stored_vault_is_read_to_the_last_word(version: int, tmp_path: Path) -> None:
    stored = STORED / f"v{version}"
    expected = json.loads((stored / "expected.json").read_text("utf-8"))
    folder = Path(shutil.copytree(stored / "vault", tmp_path / "vault"))
    assert verify(folder, PASSPHRASE, newest=NEWEST_SCHEMA).findings == ()
    for _ in range(2):  # once as it was stored, once as opening has left it
        shelf = Shelf(Vault.unlock(folder, PASSPHRASE), clock=clock)
        try:
            assert missing(expected, json.loads(json.dumps(said(shelf)))) == []
        finally:
            shelf.close()
    assert verify(folder, PASSPHRASE, newest=NEWEST_SCHEMA).findings == ()


@pytest.mark.parametrize("version", VERSIONS)
def test_the_printed_code_opens_a_stored_vault(version: int, tmp_path: Path) -> None:
    stored = STORED / f"v{version}"
    folder = Path(shutil.copytree(stored / "vault", tmp_path / "vault"))
    code = re.search(r"Recovery code: `([^`]+)`", (stored / "README.md").read_text("utf-8"))
    assert code
    Vault.unlock_with_code(folder, code[1]).close()
