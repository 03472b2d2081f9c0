"""What is in memory stays out of core files, and what is made is the owner's alone."""

from __future__ import annotations

import os
import resource
from pathlib import Path

from mentorjournal.vault.hardening import harden
from tests.vault.conftest import in_child


def test_a_hardened_process_leaves_no_core_and_makes_private_files(tmp_path: Path) -> None:
    def check() -> None:
        harden()
        harden()
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
        (tmp_path / "made").touch()
        assert (tmp_path / "made").stat().st_mode & 0o077 == 0
        if os.path.exists("/proc/self/status"):  # noqa: PTH110
            import ctypes

            assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0  # PR_GET_DUMPABLE

    assert in_child(check) == ""
