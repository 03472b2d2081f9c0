"""The trial of the full disk sees what it is to see: a reserve that is never given back."""

from __future__ import annotations

from pathlib import Path

from mentorjournal.vault import keyfile, vault
from tests.faults.full_disk import sit_to_the_brim
from tests.faults.shim import under_shim


def keeps_its_reserve(scratch: Path) -> list[str]:
    def stay(_folder: Path) -> None:
        """Give nothing back."""

    vault.reserve.release = stay
    keyfile.release = stay
    _, short = sit_to_the_brim(scratch, 1, 1)
    return short


def test_a_reserve_that_is_never_given_back_is_found(tmp_path: Path) -> None:
    short = under_shim(tmp_path, keeps_its_reserve, tmp_path)
    assert any("the reserve was not given back" in sentence for sentence in short)
