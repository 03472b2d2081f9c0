"""Reading tables straight from the pages of a file, so that a lost page costs what stands on it alone.

The library itself gives up on a whole tree when a page near its root is gone, and on a whole file when the
first one is. Nothing here is believed: every number of a page is held against the page it stands on.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from mentorjournal.storage.faults import PAGE

RESERVED = 80
"""Bytes at the end of each page that hold its seal."""

USABLE = PAGE - RESERVED
_CONTINUED = USABLE - 4
_MOST_HEADER, _FIRST_PAGE_HEADER = 65536, 100
_LEAF, _INNER, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
_NUMBER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Read = Callable[[int], bytes | None]
"""Gives a page by its number, opened, or None for one that cannot be read."""

Value = int | float | str | bytes | None


class _Broken(Exception):
    """A page that does not read as what it should be."""


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row, as far as they could be read. *cut* when its end is lost: the last of *values* may
    then be the beginning of a text.
    """

    number: int
    values: tuple[Value, ...]
    cut: bool = False


@dataclass(slots=True)
class Tree:
    """What was found from one root on. *lost* counts the pages of it that cannot be read."""

    rows: list[Row] = field(default_factory=list)
    lost: int = 0


class Pages:
    """The pages of one file, and which of them were met on the way."""

    def __init__(self, read: Read, count: int) -> None:
        self.read = read
        self.count = count
        self.seen: set[int] = set()
        self._continues: dict[int, tuple[int, int]] = {}

    def header(self) -> bytes | None:
        page = self.read(1)
        return page[:_FIRST_PAGE_HEADER] if page else None

    def tree(self, root: int) -> Tree:
        """Every row below *root*, past whatever cannot be read."""
        found = Tree()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in self.seen:
                continue
            self.seen.add(number)
            try:
                page = self._page(number)
                kind = page[_start(number)]
                if kind in (_INNER, _INDEX_INNER):
                    waiting += reversed(list(_children(page, number)))
                if kind in (_LEAF, _INDEX_LEAF, _INDEX_INNER):
                    found.rows += self._rows(page, number)
                elif kind != _INNER:
                    raise _Broken
            except _Broken:
                found.lost += 1
        return found

    def stray_leaves(self) -> Iterator[tuple[int, list[Row]]]:
        """The rows of every leaf of a table that no tree led to, page by page."""
        for number in range(1, self.count + 1):
            if number in self.seen:
                continue
            page = self.read(number)
            if page is None or page[_start(number)] != _LEAF:
                continue
            try:
                rows = self._rows(page, number)
            except _Broken:
                continue
            if rows:
                yield number, rows

    def unreadable(self) -> list[int]:
        return [number for number in range(1, self.count + 1) if self.read(number) is None]

    def _page(self, number: int) -> bytes:
        page = self.read(number) if 1 <= number <= self.count else None
        if page is None:
            raise _Broken
        return page

    def _rows(self, page: bytes, number: int) -> list[Row]:
        rows = []
        room = USABLE
        for at in _cells(page, number):
            row, local = self._row(page, (number, at), page[_start(number)])
            room -= local
            if room < 0:
                raise _Broken  # cells that lie upon each other: a page would hold a thousand pages
            if row is not None:
                rows.append(row)
        return rows

    def _row(self, page: bytes, cell: tuple[int, int], kind: int) -> tuple[Row | None, int]:
        """The row of one cell, None where nothing of it can be read, and how much of it is on the page."""
        at = cell[1]
        try:
            if kind == _INDEX_INNER:
                at += 4
            size, at = _varint(page, at)
            number = 0
            if kind == _LEAF:
                number, at = _varint(page, at)
            local = _local(size, table=kind == _LEAF)
            content = page[at : at + local]
            if at + local > USABLE:
                raise _Broken
            if local < size:
                if at + local + 4 > USABLE:
                    raise _Broken
                first = struct.unpack_from(">I", page, at + local)[0]
                content += self._overflow(first, size - local, cell)
            values, cut = _record(content, whole=len(content) == size)
        except _Broken:
            return None, 0
        return Row(_signed(number), values, cut), local

    def _overflow(self, number: int, size: int, cell: tuple[int, int]) -> bytes:
        """What follows on further pages, as far as they can be read. A page continues one cell alone."""
        pieces: list[bytes] = []
        passed = set()
        while len(pieces) * _CONTINUED < size and number and number not in passed:
            if self._continues.setdefault(number, cell) != cell:
                break
            passed.add(number)
            try:
                page = self._page(number)
            except _Broken:
                break
            self.seen.add(number)
            pieces.append(page[4:USABLE])
            number = struct.unpack_from(">I", page)[0]
        return b"".join(pieces)[:size]


def _start(number: int) -> int:
    return _FIRST_PAGE_HEADER if number == 1 else 0


def _cells(page: bytes, number: int) -> list[int]:
    start = _start(number)
    inner = page[start] in (_INNER, _INDEX_INNER)
    (count,) = struct.unpack_from(">H", page, start + 3)
    first = start + (12 if inner else 8)
    if first + 2 * count > USABLE:
        raise _Broken
    places = list(struct.unpack_from(f">{count}H", page, first))
    if any(not first + 2 * count <= at < USABLE for at in places):
        raise _Broken
    return places


def _children(page: bytes, number: int) -> Iterator[int]:
    for at in _cells(page, number):
        if at + 4 > USABLE:
            raise _Broken
        yield struct.unpack_from(">I", page, at)[0]
    yield struct.unpack_from(">I", page, _start(number) + 8)[0]


def _local(size: int, *, table: bool) -> int:
    """How much of a cell's content stands on the page itself; the file format says it so."""
    most = USABLE - 35 if table else (USABLE - 12) * 64 // 255 - 23
    if size <= most:
        return size
    least = (USABLE - 12) * 32 // 255 - 23
    fits = least + (size - least) % (USABLE - 4)
    return fits if fits <= most else least


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        if at >= len(data):
            raise _Broken
        byte = data[at]
        at += 1
        if place == 8:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            break
    return value, at


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number


def _record(content: bytes, *, whole: bool) -> tuple[tuple[Value, ...], bool]:
    size, at = _varint(content, 0)
    if not at <= size <= _MOST_HEADER or size > len(content):
        raise _Broken
    kinds = []
    while at < size:
        kind, at = _varint(content, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        length = _size_of(kind)
        piece = content[at : at + length]
        if len(piece) < length:
            if whole:
                raise _Broken  # its own lengths do not fit: not a row
            if kind >= 13 and kind % 2:
                values.append(piece.decode("utf-8", "ignore"))
            return tuple(values), True
        values.append(_value(kind, piece))
        at += length
    return tuple(values), False


def _size_of(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind == 7:
        return 8
    if kind in (10, 11):
        raise _Broken
    return _NUMBER_SIZES.get(kind, 0)


def _value(kind: int, piece: bytes) -> Value:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return float(struct.unpack(">d", piece)[0])
    if kind < 7:
        return int.from_bytes(piece, "big", signed=True)
    if kind % 2 == 0:
        return piece
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        raise _Broken from None
