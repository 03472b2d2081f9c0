"""A vault that somebody sent, passphrase and all: what its index says is not taken at its word."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from mentorjournal.vault.destruction import DESTROYED, UNDER_WAY, gone
from tests.vault.conftest import Sample


@pytest.fixture
def neighbour(tmp_path: Path) -> Path:
    """A file of another vault that lies beside."""
    other = tmp_path / "own vault" / "index.mjdb"
    other.parent.mkdir()
    other.write_bytes(b"another vault's index")
    return other


@pytest.mark.parametrize("absolute", [False, True], ids=["upwards", "absolute"])
def test_an_index_that_claims_a_destruction_removes_no_file_elsewhere(
    sample: Sample, neighbour: Path, absolute: bool
) -> None:
    path = neighbour.with_suffix("")
    id = str(path) if absolute else f"../../{path.parent.name}/{path.name}"
    with contextlib.closing(sample.by_code()) as vault:
        vault.index.put_setting(UNDER_WAY, [id])
    sample.by_code().close()
    assert neighbour.read_bytes() == b"another vault's index"


def test_ids_of_another_form_are_passed_over(sample: Sample) -> None:
    real = "0123456789abcdef" * 2
    with contextlib.closing(sample.by_code()) as vault:
        vault.index.put_setting(DESTROYED, ["../x", "", None, 7, ["a"], real.upper(), real])
        assert gone(vault.index) == (real,)
