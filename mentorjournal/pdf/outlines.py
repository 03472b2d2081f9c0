"""Outlines to a TrueType file: what a font draws, several of its glyphs as one where they belong together.

Any font that HarfBuzz can draw goes this way, whatever its own outlines are (TrueType, CFF, variable).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import uharfbuzz as hb

Point = tuple[float, float, bool]
"""Across, up, and whether the line goes through it or only bends towards it."""

_NEAR = 0.3
"""How far a curve may lie from the one it stands for, in thousandths of the font's size."""
_ON = 1
_FURTHEST = 16_000
_MAGIC = 0xB1B0AFBA


class _Pen:
    """Takes down an outline as straight lines and quadratic curves."""

    def __init__(self, near: float) -> None:
        self.contours: list[list[Point]] = []
        self._near = near

    def moveTo(self, to: tuple[float, float]) -> None:
        self.contours.append([(*to, True)])

    def lineTo(self, to: tuple[float, float]) -> None:
        self.contours[-1].append((*to, True))

    def qCurveTo(self, bend: tuple[float, float], to: tuple[float, float]) -> None:
        self.contours[-1] += [(*bend, False), (*to, True)]

    def curveTo(self, one: tuple[float, float], two: tuple[float, float], to: tuple[float, float]) -> None:
        contour = self.contours[-1]
        contour += _quadratic((contour[-1][0], contour[-1][1]), one, two, to, self._near)

    def closePath(self) -> None:
        contour = self.contours[-1]
        if len(contour) > 1 and contour[0] == contour[-1]:
            contour.pop()


def outline(font: hb.Font, number: int) -> list[list[Point]]:
    """The contours of a glyph, in the font's own units."""
    pen = _Pen(_NEAR * font.face.upem / 1000.0)
    font.draw_glyph_with_pen(number, pen)
    return [contour for contour in pen.contours if len(contour) > 2]


def _quadratic(
    start: tuple[float, float],
    one: tuple[float, float],
    two: tuple[float, float],
    end: tuple[float, float],
    near: float,
) -> list[Point]:
    """A cubic curve as quadratic ones, of which it needs the fewer the flatter it is."""
    off = [abs(e - 3 * b + 3 * a - s) for s, a, b, e in zip(start, one, two, end, strict=True)]
    error = (off[0] ** 2 + off[1] ** 2) ** 0.5 * 3**0.5 / 36
    count = 1
    while error / count**3 > near:
        count += 1
    points: list[Point] = []
    for i in range(count):
        # the part of the curve between two of its moments, its own ends and handles worked out
        low, high = i / count, (i + 1) / count
        a, b = (_at(start, one, two, end, moment) for moment in (low, high))
        da, db = (_turning(start, one, two, end, moment) for moment in (low, high))
        third = (high - low) / 3
        bend = [
            (3 * (pa + ta * third) - pa + 3 * (pb - tb * third) - pb) / 4
            for pa, ta, pb, tb in zip(a, da, b, db, strict=True)
        ]
        points += [(bend[0], bend[1], False), (b[0], b[1], True)]
    points[-1] = (end[0], end[1], True)
    return points


def _at(
    start: Sequence[float], one: Sequence[float], two: Sequence[float], end: Sequence[float], t: float
) -> list[float]:
    back = 1 - t
    return [
        back**3 * s + 3 * back**2 * t * a + 3 * back * t**2 * b + t**3 * e
        for s, a, b, e in zip(start, one, two, end, strict=True)
    ]


def _turning(
    start: Sequence[float], one: Sequence[float], two: Sequence[float], end: Sequence[float], t: float
) -> list[float]:
    back = 1 - t
    return [
        3 * back**2 * (a - s) + 6 * back * t * (b - a) + 3 * t**2 * (e - b)
        for s, a, b, e in zip(start, one, two, end, strict=True)
    ]


def font_file(glyphs: Sequence[tuple[float, list[list[Point]]]], units: int, box: tuple[int, int]) -> bytes:
    """A TrueType file that holds *glyphs*, each with its width, from number 1 on. *box* is how far a line
    goes up and down. It holds the tables that a PDF asks for and no others.

    A file holds no places further out than 32,767 units: with wider glyphs, its units are larger than asked.
    """
    every = (point for _, contours in glyphs for contour in contours for point in contour)
    furthest = max((abs(across) for across, _, _ in every), default=0.0)
    if furthest > _FURTHEST:
        shrunk = _FURTHEST / furthest
        glyphs = [
            (width * shrunk, [[(x * shrunk, y * shrunk, on) for x, y, on in one] for one in contours])
            for width, contours in glyphs
        ]
        units, box = round(units * shrunk), (round(box[0] * shrunk), round(box[1] * shrunk))
    data = bytearray()
    places = [0, 0]
    measures = [(0, 0)]
    most_points = most_contours = 0
    edges: list[tuple[int, int, int, int]] = []
    for width, contours in glyphs:
        written, edge = _glyph(contours)
        data += written
        places.append(len(data))
        measures.append((round(width), edge[0]))
        edges.append(edge)
        most_points = max(most_points, sum(map(len, contours)))
        most_contours = max(most_contours, len(contours))
    whole = (
        min((e[0] for e in edges), default=0),
        min((e[1] for e in edges), default=0),
        max((e[2] for e in edges), default=0),
        max((e[3] for e in edges), default=0),
    )
    count = len(measures)
    head = struct.pack(
        ">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, units, 0, 0, *whole, 0, 8, 2, 1, 0
    )
    widest = max(width for width, _ in measures)
    hhea = struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, *box, 0, widest, 0, 0, whole[2], 1, *[0] * 7, count)
    maxp = struct.pack(">IHHHHHHHHHHHHHH", 0x10000, count, most_points, most_contours, 0, 0, 2, *[0] * 8)
    return _assembled(
        {
            b"glyf": bytes(data),
            b"head": head,
            b"hhea": hhea,
            b"hmtx": b"".join(struct.pack(">Hh", *one) for one in measures),
            b"loca": struct.pack(f">{len(places)}I", *places),
            b"maxp": maxp,
        }
    )


def _glyph(contours: list[list[Point]]) -> tuple[bytes, tuple[int, int, int, int]]:
    if not contours:
        return b"", (0, 0, 0, 0)
    points = [(round(x), round(y), on) for contour in contours for x, y, on in contour]
    across, up = [x for x, _, _ in points], [y for _, y, _ in points]
    edge = (min(across), min(up), max(across), max(up))
    ends, last = [], -1
    for contour in contours:
        last += len(contour)
        ends.append(last)
    data = struct.pack(f">5h{len(ends)}HH", len(contours), *edge, *ends, 0)
    data += bytes(_ON if on else 0 for _, _, on in points)
    for line in (across, up):
        steps = [b - a for a, b in zip([0, *line], line, strict=False)]
        data += struct.pack(f">{len(steps)}h", *steps)
    return data + b"\0" * (-len(data) % 4), edge


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    power = 1 << (len(tables).bit_length() - 1)
    start = struct.pack(
        ">IHHHH", 0x10000, len(tables), power * 16, power.bit_length() - 1, (len(tables) - power) * 16
    )
    place = len(start) + 16 * len(tables)
    rows, body, total = b"", b"", 0
    for tag, data in sorted(tables.items()):
        if tag == b"head":
            total = place + len(body) + 8  # where the head has room for the sum of all
        padded = data + b"\0" * (-len(data) % 4)
        rows += tag + struct.pack(">III", _sum(padded), place + len(body), len(data))
        body += padded
    file = start + rows + body
    return file[:total] + struct.pack(">I", (_MAGIC - _sum(file)) & 0xFFFFFFFF) + file[total + 4 :]


def _sum(data: bytes) -> int:
    total: int = sum(struct.unpack(f">{len(data) // 4}I", data))
    return total & 0xFFFFFFFF
