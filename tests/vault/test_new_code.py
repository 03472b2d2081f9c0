"""A new recovery code: nobody is without one, wherever the making of it ends."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorjournal.errors import WrongRecoveryCode
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.recovery import RecoveryCode
from mentorjournal.vault.vault import Vault
from tests.vault.conftest import Sample


def opens(folder: Path, code: str) -> bool:
    try:
        KeyFile.open_with_code(folder, RecoveryCode.parse(code), read_only=True).close()
    except WrongRecoveryCode:
        return False
    return True


def replaced(sample: Sample, told: Callable[[RecoveryCode], object]) -> str:
    with contextlib.closing(Vault.unlock(sample.folder, sample.passphrase)) as vault:
        return "-".join(vault.replace_recovery_code(sample.passphrase, told).groups())


@pytest.fixture
def killed(sample: Sample, tmp_path: Path) -> tuple[Path, str]:
    """The vault as a kill leaves it when the code was told and the old one not dropped, and the new code."""
    place = tmp_path / "killed"
    code = replaced(sample, lambda _: shutil.copytree(sample.folder, place))
    return place, code


def test_while_it_is_told_both_codes_open(sample: Sample) -> None:
    seen: list[bool] = []

    def told(code: RecoveryCode) -> None:
        seen.extend(opens(sample.folder, one) for one in (sample.code, "-".join(code.groups())))

    code = replaced(sample, told)
    assert seen == [True, True]
    assert (opens(sample.folder, sample.code), opens(sample.folder, code)) == (False, True)


def test_one_that_cannot_be_told_is_none(sample: Sample) -> None:
    codes = []

    def told(code: RecoveryCode) -> None:
        codes.append("-".join(code.groups()))
        raise OSError

    with pytest.raises(OSError):
        replaced(sample, told)
    assert (opens(sample.folder, sample.code), opens(sample.folder, codes[0])) == (True, False)


def test_killed_once_it_is_told_both_open_whatever_the_passphrase_does(
    sample: Sample, killed: tuple[Path, str]
) -> None:
    folder, code = killed
    for _ in range(2):
        Vault.unlock(folder, sample.passphrase).close()
        assert (opens(folder, sample.code), opens(folder, code)) == (True, True)


@pytest.mark.parametrize("used", ["old", "new"])
def test_the_code_that_is_used_next_is_the_one_that_stays(
    sample: Sample, killed: tuple[Path, str], used: str
) -> None:
    folder, code = killed
    codes = {"old": sample.code, "new": code}
    Vault.unlock_with_code(folder, codes[used]).close()
    assert {name: opens(folder, one) for name, one in codes.items()} == {
        "old": used == "old",
        "new": used == "new",
    }
