"""The lock files: complete, hashed, and free of any place."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "packaging" / "requirements.lock"
DEVELOPMENT = ROOT / "packaging" / "requirements-dev.lock"


def entries(lock: Path) -> dict[str, list[str]]:
    """Each requirement line of a lock file with the lines that belong to it, hashes sorted."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in lock.read_text(encoding="ascii").splitlines():
        if line and not line.startswith(("#", " ")):
            name = line.removesuffix(" \\")
            found[name] = []
        elif line.lstrip().startswith("--hash="):
            found[name].append(line.strip().removesuffix(" \\"))
    return found


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT])
def test_every_package_has_one_version_and_hashes(lock):
    for requirement, hashes in entries(lock).items():
        assert re.match(r"[a-z0-9-]+==[0-9][^ ]*( ; .+)?$", requirement)
        assert hashes, requirement
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes)


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT])
def test_no_address_and_no_path_is_in_a_lock_file(lock):
    assert not re.search(r"://|file:|--index|--find-links|@ ", lock.read_text(encoding="ascii"))


def test_the_development_lock_holds_all_of_the_runtime_lock():
    names = {re.sub(r" ;.*", "", requirement) for requirement in entries(DEVELOPMENT)}
    assert {re.sub(r" ;.*", "", requirement) for requirement in entries(RUNTIME)} <= names


def test_qt_stays_below_6_12_on_python_3_11():
    pins = [requirement for requirement in entries(RUNTIME) if requirement.startswith("pyside6-essentials")]
    old, new = sorted(pins)
    assert old.startswith("pyside6-essentials==6.11.") and old.endswith("python_full_version < '3.12'")
    assert new.endswith("python_full_version >= '3.12'")


def test_everything_the_project_asks_for_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for lock, wanted in (
        (RUNTIME, project["project"]["dependencies"]),
        (DEVELOPMENT, project["dependency-groups"]["dev"]),
    ):
        names = {requirement.partition("==")[0] for requirement in entries(lock)}
        assert {re.match(r"[\w-]+", one).group().lower() for one in wanted} <= names
