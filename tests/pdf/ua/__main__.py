"""Print the table for a file: one line a requirement, met or not."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.pdf.ua.table import BY_EYE, REQUIREMENTS
from tests.pdf.ua.walk import Walked

_MOST = 3


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m tests.pdf.ua FILE", file=sys.stderr)
        return 2
    walked = Walked(Path(arguments[0]).read_bytes())
    unmet = 0
    for one in REQUIREMENTS:
        found = one.complaints(walked)
        unmet += bool(found)
        print(f"{one.number:<8} {'NOT MET' if found else 'met':<8} {one.words}")
        for complaint in found[:_MOST]:
            print(f"{'':<18}{complaint}")
        if len(found) > _MOST:
            print(f"{'':<18}and {len(found) - _MOST} more")
    for number, words in BY_EYE:
        print(f"{'by eye':<8} {number}: {words}")
    print(f"{len(REQUIREMENTS) - unmet} of {len(REQUIREMENTS)} met")
    return 1 if unmet else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
