"""Pages made by hand that lie upon each other or go round in circles: what is read stays small."""

from __future__ import annotations

import struct

from mentorjournal.storage.btree import USABLE, Pages

LEAF = 0x0D


def varint(number: int) -> bytes:
    signs = [number & 0x7F]
    while number := number >> 7:
        signs.append(number & 0x7F | 0x80)
    return bytes(reversed(signs))


def leaf(cells: list[tuple[int, bytes]], number: int = 2) -> bytes:
    """A leaf of a table whose cells stand where it is said."""
    page = bytearray(4096)
    page[0] = LEAF
    struct.pack_into(">H", page, 3, len(cells))
    for place, (at, content) in enumerate(cells):
        struct.pack_into(">H", page, 8 + 2 * place, at)
        page[at : at + len(content)] = content
    return bytes(page)


def read(pages: dict[int, bytes], count: int) -> Pages:
    return Pages(pages.get, count)


def test_cells_that_lie_upon_each_other_are_no_page() -> None:
    text = varint(2 * 1800 + 13)
    record = varint(1 + len(text)) + text + b"x" * 1800
    cell = varint(len(record)) + varint(1) + record
    tree = read({2: leaf([(2000, cell)] * 900)}, 2).tree(2)
    assert (tree.rows, tree.lost) == ([], 1)


def test_pages_that_continue_a_row_continue_one_alone() -> None:
    """A hundred rows that all go on in the same thousand pages would be a hundred times as large."""
    count = 1000
    cells = []
    for place in range(20):
        local = (USABLE - 12) * 32 // 255 - 23
        size = local + count * (USABLE - 4)
        text = varint(2 * (size - 5) + 13)
        body = (varint(1 + len(text)) + text).ljust(local, b"x")
        cells.append((400 + 170 * place, b""))
        cells[-1] = (1000, varint(size) + varint(1) + body + struct.pack(">I", 3))
    pages = {2: leaf([(600 + 500 * n, cell) for n, (_, cell) in enumerate(cells[:6])])}
    for number in range(3, count + 3):
        pages[number] = struct.pack(">I", number + 1 if number < count + 2 else 0) + b"y" * 4092
    tree = read(pages, count + 2).tree(2)
    words = sum(len(value) for row in tree.rows for value in row.values if isinstance(value, str))
    assert 0 < words <= 4096 * (count + 2)


def test_a_row_that_goes_round_in_a_circle_ends() -> None:
    text = varint(2 * 10**6 + 13)
    local = (USABLE - 12) * 32 // 255 - 23
    size = local + 244 * (USABLE - 4)
    body = (varint(1 + len(text)) + text).ljust(local, b"x")
    cell = varint(size) + varint(1) + body + struct.pack(">I", 3)
    pages = {
        2: leaf([(600, cell)]),
        3: struct.pack(">I", 4) + bytes(4092),
        4: struct.pack(">I", 3) + bytes(4092),
    }
    tree = read(pages, 4).tree(2)
    assert all(row.cut for row in tree.rows)
