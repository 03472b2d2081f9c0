"""Whether a PDF would unpack to far more than any form holds: asked before the library that reads it does.

The library can be told how far it may unpack one stream by its usual method. It cannot be told how much all
of them together may hold, nor to leave older methods alone, and it unpacks streams of objects by itself.
"""

from __future__ import annotations

import re
import zlib

LARGEST_STREAM = 4 * 1024 * 1024
"""Bytes of one stream that holds objects or text: those of a form are a few thousand."""

_LARGEST_SUM = 2 * LARGEST_STREAM
_MOST_STREAMS = 20_000
_PIECE = 4096

_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_OTHER_METHOD = re.compile(rb"/Filter[\s\0\[]{0,50}+(?:/LZW|/RL|/RunLength|[0-9%\s\0\[])")
"""A method with no limit that could be set, or one that is named in another place, or far away."""
_STREAM = re.compile(rb"(?<!end)stream[\r\n\t ]{0,4}")
_NUMBERS = re.compile(rb"[\s\0]*(?:[0-9+%-]|\Z)")
"""How a stream of objects begins. Fonts and pictures do not, and are never unpacked."""


def unpacks_too_far(data: bytes) -> bool:
    if _OTHER_METHOD.search(_ESCAPED.sub(_spelled, data)):
        return True
    unpacked = read = 0
    for number, found in enumerate(_STREAM.finditer(data)):
        size, taken = _unpacked(data, found.end())
        unpacked += size
        read += taken
        if unpacked > _LARGEST_SUM or read > 4 * len(data) or number > _MOST_STREAMS:
            return True
    return False


def _unpacked(data: bytes, start: int) -> tuple[int, int]:
    """How many bytes of objects a stream that begins here holds, as far as it matters, and how many bytes of
    the file were read to find out.
    """
    unpacker = zlib.decompressobj()
    size, at, packed = 0, start, b""
    try:
        while not unpacker.eof and size <= LARGEST_STREAM and (packed or at < len(data)):
            if not packed:
                packed = data[at : at + _PIECE]
                at += len(packed)
            piece = unpacker.decompress(packed, _PIECE)
            packed = unpacker.unconsumed_tail
            if not size and piece and not _NUMBERS.match(piece):
                return 0, at - start
            size += len(piece)
    except zlib.error:
        return 0, at - start
    return size, at - start


def _spelled(escaped: re.Match[bytes]) -> bytes:
    return bytes.fromhex(escaped[1].decode("ascii"))
