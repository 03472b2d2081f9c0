"""``mentorjournal tour DIR``: goes through the windows as a person would and leaves pictures and PDFs in DIR.

Nothing of the person's own is touched: vaults and settings lie in ``DIR/vault``, which goes again at the end.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path

from mentorjournal.errors import MentorJournalError

FAILED = 1
VAULT = "vault"
MARKER = ".made-by-mentorjournal-tour"
"""Only a folder with this file in it is ever removed."""


def main(arguments: Sequence[str]) -> int:
    """Make the tour into the one folder named in *arguments* and return the exit status."""
    out = Path(arguments[0]).absolute()
    try:
        out.mkdir(parents=True, exist_ok=True)
        if not _clear(out / VAULT):
            print(
                f"“{out / VAULT}” is there already and is not of an earlier tour. Choose another folder.",
                file=sys.stderr,
            )
            return FAILED
        (out / VAULT).mkdir()
        (out / VAULT / MARKER).write_text("Nothing in here is real. It may be deleted.\n", encoding="utf-8")
    except OSError as error:
        print(f"The folder “{out}” cannot be written to: {error.strerror}.", file=sys.stderr)
        return FAILED
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        # The pages name the folder of the vault; from inside, it is called the same on every machine.
        with chdir(out):
            from ui.tour.route import walk

            missed = walk(Path(VAULT))
    except MentorJournalError as error:
        missed = [str(error)]
    finally:
        _clear(out / VAULT)
    for sentence in missed:
        print(sentence, file=sys.stderr)
    return FAILED if missed else 0


def _clear(folder: Path) -> bool:
    """Whether *folder* is gone now; one that no tour made stays."""
    if (folder / MARKER).is_file():
        shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()
