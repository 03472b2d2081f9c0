"""Try one hostile file again by the bytes that a trial named, and show what it came to: WHERE BYTES."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.faults.hostile_attempt import Format
from tests.faults.hostile_chance import FromBytes


def main(where: str, told: str) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    form = Format.named(where)
    with tempfile.TemporaryDirectory(prefix="mentorjournal-hostile-") as folder:
        place = Path(folder) / "case"
        place.mkdir()
        form.attempt(form.prepare(Path(folder)), FromBytes(bytes.fromhex(told.strip("-"))), place)


if __name__ == "__main__":
    main(*sys.argv[1:])
