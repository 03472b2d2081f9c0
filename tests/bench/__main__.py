"""Print the table: ours beside the plain thing, from one run."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.bench.measure import HEAD, Row

PARTS = (
    "store",
    "shelf",
    "home",
    "brief",
    "start",
    "keys",
    "memory",
    "lock",
    "pdf",
    "book",
    "chart",
    "checks",
    "preview",
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all if none")
    parser.add_argument("--sizes", default="1000,10000,100000", help="entries in a journal")
    parser.add_argument("--journals", type=int, default=500, help="journals of 1,000 entries")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(HEAD)
    with tempfile.TemporaryDirectory(prefix="mentorjournal-bench-") as name:
        folder = Path(name)
        for part in arguments.parts or PARTS:
            for row in _part(part, folder, arguments)():
                print(row.text(), flush=True)
    return 0


def _part(part: str, folder: Path, arguments: argparse.Namespace) -> Callable[[], Iterator[Row]]:
    if part == "store":
        from tests.bench import store

        sizes = [int(size) for size in arguments.sizes.split(",")]
        return lambda: (row for size in sizes for row in store.rows(folder, size))
    if part == "shelf":
        from tests.bench import shelf

        return lambda: shelf.rows(folder, arguments.journals)
    if part == "home":
        from tests.bench import home

        return lambda: home.rows(folder)
    if part == "pdf":
        from tests.bench import pdf

        return pdf.rows
    if part == "book":
        from tests.bench import book

        return book.rows
    if part == "chart":
        from tests.bench import chart

        return chart.rows
    if part == "preview":
        from tests.bench import preview

        return preview.rows
    if part == "checks":
        from tests.bench import checks

        return checks.rows
    if part == "lock":
        from tests.bench import locking

        return partial(locking.rows, folder)
    if part == "brief":
        from tests.bench import brief

        return partial(brief.rows, folder)
    from tests.bench import window

    if part == "keys":
        return window.key_rows
    return partial(window.start_rows if part == "start" else window.memory_rows, folder)


if __name__ == "__main__":
    sys.exit(main())
