"""Look through the memory of a process and its children, from outside. The root user may."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

PROC = Path("/proc")
_AT_ONCE = 1 << 24


def family(process: int) -> list[int]:
    """The process and all that it started and that still lives."""
    parents: dict[int, int] = {}
    for path in PROC.glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:  # it has ended meanwhile
            continue
        parents[int(path.parent.name)] = int(fields[1])
    found = [process]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def forms(word: str) -> set[bytes]:
    return {word.encode(), word.encode("utf-16-le"), word.encode("utf-32-le")}


def key_forms(key: bytes) -> set[bytes]:
    """As it is, and as the library is told it."""
    return {key, key.hex().encode(), key.hex().upper().encode()}


def sightings(processes: list[int], wanted: dict[str, set[bytes]]) -> Counter[str]:
    """How often each is found in all that the processes can read."""
    longest = max(len(form) for them in wanted.values() for form in them)
    found: Counter[str] = Counter()
    for process in processes:
        maps = (PROC / str(process) / "maps").read_text()
        with (PROC / str(process) / "mem").open("rb", buffering=0) as memory:
            for first, last in _readable(maps):
                tail = b""
                for place in range(first, last, _AT_ONCE):
                    try:
                        memory.seek(place)
                        data = tail + memory.read(min(_AT_ONCE, last - place))
                    except (OSError, ValueError):  # not there after all, as the kernel's own pages
                        break
                    for name, them in wanted.items():
                        found[name] += sum(data.count(form) for form in them)
                    tail = data[-(longest - 1) :]
    return +found


def _readable(maps: str) -> list[tuple[int, int]]:
    parts = re.findall(r"^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+ *(.*)$", maps, re.MULTILINE)
    return [(int(a, 16), int(b, 16)) for a, b, name in parts if name not in ("[vsyscall]", "[vvar]")]
