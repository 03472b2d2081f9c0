"""``mentorjournal …`` with one thing going wrong in it, which is named before the command's own words."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

from mentorjournal import files
from mentorjournal.journal.shelf import Shelf
from tests.faults.canaries import canary

_sync = os.fsync


def full_disk(handle: int) -> None:
    """Everything is written, but what lies outside of the vault cannot be kept."""
    if Path("/proc/self/fd", str(handle)).readlink().parent.name == "elsewhere":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    _sync(handle)


def _in_the_search(act: Callable[[], object]) -> None:
    """Fail while the vault and its journals are open, with found words in hand."""
    find = Shelf.find

    def failing(self: Shelf, *words: object, **how: object) -> object:
        found = list(find(self, *words, **how))  # type: ignore[arg-type]
        act()
        return found

    Shelf.find = failing  # type: ignore[method-assign, assignment]


def _raise() -> None:
    raise ValueError(f"There is {canary('quoted')} in it.")


def main() -> int:
    how, *words = sys.argv[1:]
    if how == "full":
        files.os.fsync = full_disk  # type: ignore[attr-defined]
    else:
        _in_the_search({"unforeseen": _raise, "fault": lambda: ctypes.string_at(0), "abort": os.abort}[how])
    from ui.launch import main as launch

    return launch(words)


if __name__ == "__main__":
    sys.exit(main())
