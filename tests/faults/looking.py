"""Where a process may have left words in the clear: what it wrote, said, named and was given."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.canaries import Search, name_and_content
from tests.faults.traced import Ended


@dataclass
class Look:
    """Looks for *search*'s words after each act; files below *asked* are what somebody chose to have."""

    search: Search
    asked: Path
    short: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    moments: int = 0

    @property
    def tried(self) -> int:
        return len(self.search.words) * self.moments

    def after(
        self, act: str, ended: Ended, *folders: Path, given: Collection[str] = (), said: bytes | None = None
    ) -> None:
        """*given* are kinds of words that the command line itself had to hold, *said* is what it printed that
        nobody asked for; all but its standard error where None.
        """
        self.moments += 1
        for where, data in self._left(ended, folders, said):
            for kind in sorted(self.search.kinds_in(data)):
                if not (where == "the arguments" and kind in given):
                    self.short.append(f"after {act}, {kind} stands in {where}")
        for path in ended.trace.mapped:
            self.short.append(f"after {act}, {path} was written through memory, unseen")

    def _left(
        self, ended: Ended, folders: tuple[Path, ...], said: bytes | None
    ) -> Iterator[tuple[str, bytes]]:
        yield "standard error", ended.err
        yield "standard output", said or b""
        for program in ended.trace.programs:
            yield "the arguments", program
        for path in ended.trace.changed:
            if not self._is_asked(path):
                self.files.add(path)
                yield f"the name of {path}", path.encode(errors="surrogateescape")
        for path, data in ended.trace.written.items():
            if not self._is_asked(path):
                yield f"what was written to {path}", bytes(data)
        for folder in folders:
            for one in sorted(folder.rglob("*")):
                yield str(one), name_and_content(one)

    def _is_asked(self, path: str) -> bool:
        return Path(path).is_relative_to(self.asked)
