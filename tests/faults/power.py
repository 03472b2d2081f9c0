"""A record of what was written, and what a power cut may have left of it.

What was not synced may be lost, kept in part, or torn within a write, each file by itself. A name (of a new
file, a rename, a removal) is sure only once its folder was synced; until then the changes of one folder last
in their order, whatever lasts of other folders. A rename between two folders lasts whole or not at all.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
WAYS = ("none", "all", "some", "the first", "torn")

_HEAD = struct.Struct("<c7xQqIIQ")


@dataclass(frozen=True, slots=True)
class Event:
    """*kind* as the shim says it; *m* is a mark of our own."""

    kind: str
    file: int
    at: int
    one: str
    two: str
    data: bytes


def events(record: Path) -> list[Event]:
    data, at, found = record.read_bytes(), 0, []
    while at < len(data):
        kind, file, place, first, second, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        ends = (at + first, at + first + second, at + first + second + length)
        one, two, written = data[at : ends[0]], data[ends[0] : ends[1]], data[ends[1] : ends[2]]
        found.append(Event(kind.decode(), file, place, one.decode(), two.decode(), written))
        at = ends[2]
    return found


@dataclass(eq=False)
class _File:
    """What is sure of a file, and what was done since it was."""

    sure: bytearray
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Where and what was written; None is a cutting to that length."""

    def sync(self) -> None:
        for at, data in self.since:
            _apply(self.sure, at, data)
        self.since.clear()

    def left(self, way: str, chance: random.Random) -> bytearray:
        content, since = bytearray(self.sure), self.since
        match way:
            case "none":
                since = []
            case "some":
                since = [one for one in since if chance.random() < 0.5]
            case "the first" | "torn":
                since = since[: chance.randint(0, len(since))]
        for number, (at, data) in enumerate(since, start=1):
            if way == "torn" and number == len(since) and data is not None:
                _apply(content, at, data[: chance.randint(0, len(data) // SECTOR) * SECTOR])
            else:
                _apply(content, at, data)
        return content


@dataclass(eq=False)
class _Folder:
    """*now* is what a program sees; *steps* is how it came to be, from what was there at first."""

    first: dict[str, _Node] = field(default_factory=dict)
    now: dict[str, _Node] = field(default_factory=dict)
    steps: list[_Step] = field(default_factory=list)
    sure: int = 0
    """So many of the steps are synced."""


_Node = _File | _Folder


@dataclass(eq=False)
class _Step:
    """Names given (or, with None, taken away) in one or two folders at once."""

    parts: list[tuple[_Folder, str, _Node | None]]

    @property
    def folders(self) -> list[_Folder]:
        return [folder for folder, _, _ in self.parts]


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        at, data = len(content), bytes(max(0, at - len(content)))
    if at > len(content):
        content += bytes(at - len(content))
    content[at : at + len(data)] = data


class Disk:
    """A folder as it was, to which what was recorded is done again."""

    def __init__(self, folder: Path) -> None:
        self._base = str(folder.resolve())
        self._files: dict[int, _File] = {}
        self._root = self._read(folder)

    def _read(self, folder: Path) -> _Folder:
        found = _Folder()
        for path in sorted(folder.iterdir()):
            if path.is_dir():
                found.first[path.name] = self._read(path)
            else:
                number = path.stat().st_ino
                self._files.setdefault(number, _File(bytearray(path.read_bytes())))
                found.first[path.name] = self._files[number]
        found.now = dict(found.first)
        return found

    def do(self, event: Event) -> None:
        match event.kind:
            case "w":
                self._files[event.file].since.append((event.at, event.data))
            case "t":
                self._files[event.file].since.append((event.at, None))
            case "s":
                self._sync(event)
            case "c":
                self._files[event.file] = _File(bytearray())
                self._name(event.one, self._files[event.file])
            case "d":
                self._name(event.one, _Folder())
            case "l":
                self._name(event.two, self._at(event.one))
            case "u":
                self._name(event.one, None)
            case "r":
                self._rename(event.one, event.two)

    def _sync(self, event: Event) -> None:
        node = self._at(event.one)
        if isinstance(node, _Folder):
            node.sure = len(node.steps)
        elif event.file in self._files:
            self._files[event.file].sync()

    def _place(self, path: str) -> tuple[_Folder, str]:
        *folders, name = path[len(self._base) + 1 :].split("/")
        node: _Node | None = self._root
        for part in folders:
            assert isinstance(node, _Folder)
            node = node.now[part]
        assert isinstance(node, _Folder)
        return node, name

    def _at(self, path: str) -> _Node | None:
        if path == self._base:
            return self._root
        folder, name = self._place(path)
        return folder.now.get(name)

    def _name(self, path: str, node: _Node | None) -> None:
        self._take([(*self._place(path), node)])

    def _rename(self, old: str, new: str) -> None:
        node = self._at(old)
        self._take([(*self._place(old), None), (*self._place(new), node)])

    def _take(self, parts: list[tuple[_Folder, str, _Node | None]]) -> None:
        step = _Step(parts)
        for folder in dict.fromkeys(step.folders):
            folder.steps.append(step)
        _give([(folder.now, name, node) for folder, name, node in parts])

    def cut(self, into: Path, way: str, chance: random.Random) -> None:
        """Put into *into* what the power cut left."""
        lasting = self._lasting(way, chance)
        left: dict[_File, bytes] = {}  # one file may bear two names
        _write(self._root, into, lasting, lambda file: left.setdefault(file, bytes(file.left(way, chance))))

    def _lasting(self, way: str, chance: random.Random) -> dict[_Folder, int]:
        """How many steps of each folder last, so that no step lasts in one folder and not in another."""
        folders = list(_all_folders(self._root))
        least = {folder: folder.sure for folder in folders}
        while more := [
            (other, other.steps.index(step) + 1)
            for folder in folders
            for step in folder.steps[: least[folder]]
            for other in step.folders
            if other in least and other.steps.index(step) >= least[other]
        ]:
            for folder, count in more:
                least[folder] = max(least[folder], count)
        if way == "none":
            return least
        chosen = {
            folder: len(folder.steps) if way == "all" else chance.randint(least[folder], len(folder.steps))
            for folder in folders
        }
        while fewer := [
            (folder, folder.steps.index(step))
            for folder in folders
            for step in folder.steps[: chosen[folder]]
            if any(other in chosen and other.steps.index(step) >= chosen[other] for other in step.folders)
        ]:
            for folder, count in fewer:
                chosen[folder] = min(chosen[folder], count)
        return chosen


def _give(parts: Sequence[tuple[dict[str, _Node], str, _Node | None]]) -> None:
    for names, name, node in parts:
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _all_folders(root: _Folder) -> Iterator[_Folder]:
    """Every folder that there is, was, or came to be."""
    seen: set[_Folder] = set()
    waiting: list[_Node | None] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, _Folder) and node not in seen:
            seen.add(node)
            yield node
            waiting += [*node.first.values(), *(new for step in node.steps for _, _, new in step.parts)]


def _write(folder: _Folder, into: Path, lasting: dict[_Folder, int], left: Callable[[_File], bytes]) -> None:
    into.mkdir(mode=0o700, exist_ok=True)
    names = dict(folder.first)
    for step in folder.steps[: lasting[folder]]:
        _give([(names, name, node) for where, name, node in step.parts if where is folder])
    for name, node in names.items():
        if isinstance(node, _Folder):
            _write(node, into / name, lasting, left)
        else:
            (into / name).write_bytes(left(node))
