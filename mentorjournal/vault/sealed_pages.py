"""The sealed pages of one file, opened one by one: what one of them has lost costs no other.

The form is the encryption library's own (version 4): AES-256-CBC, and an HMAC-SHA512 over what is sealed and
the page's number. A write that was under way is undone from the journal beside the file, in memory alone.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from mentorjournal.errors import MissingFile
from mentorjournal.files import read_file, said_plainly
from mentorjournal.storage.btree import RESERVED
from mentorjournal.storage.faults import PAGE
from mentorjournal.storage.keyspec import wipe
from mentorjournal.storage.outside import solid
from mentorjournal.vault.sealing import open_blocks

_SALT, _IV, _SEAL = 16, 16, 64
_HEADER = b"SQLite format 3\0"
_UNDO_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_MOST_BESIDES = 64 * 1024 * 1024
"""Bytes of a journal beside a file besides twice its pages: of pages that were cut off."""

_ZEROS = bytes(PAGE)


class SealedPages:
    """The file at *path*, read and never written. *sealed* is False when the salt, which stands on the first
    page, is lost: then pages open, but nothing says whether they are whole.
    """

    def __init__(self, path: Path, key: bytearray) -> None:
        """Takes *key* over; `close` overwrites it. Raises DiskError, ReadOnlyPlace, …"""
        self._key = key
        self._seal = bytearray()
        self._undone: dict[int, bytes] = {}
        self._file = None
        with said_plainly(path.name):
            if not path.is_file():  # opening a pipe might never end
                raise MissingFile(path.name)
            self._file = path.open("rb")
            size = path.stat().st_size
            self.count = solid(self._file.fileno(), size) // PAGE  # a hole may be larger than all disks
        self._undo(path.with_name(f"{path.name}-journal"))
        self.sealed = self._find_salt()

    def read(self, number: int) -> bytes | None:
        """The page, opened, or None for one that is damaged."""
        data = self._raw(number)
        if data is None or (self.sealed and not self._whole(number, data)):
            return None
        start = _SALT if number == 1 else 0
        end = PAGE - RESERVED
        opened = open_blocks(self._key, data[end : end + _IV], data[start:end])
        page = (_HEADER if number == 1 else b"") + opened + data[end:]
        if number == 1 and not self.sealed and page[16:24] != b"\x10\x00\x01\x01\x50\x40\x20\x20":
            return None
        return page

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        wipe(self._key)
        wipe(self._seal)
        self._undone.clear()

    def _raw(self, number: int) -> bytes | None:
        if number in self._undone:
            return self._undone[number]
        if not 1 <= number <= self.count or self._file is None:
            return None
        try:
            self._file.seek((number - 1) * PAGE)
            data = self._file.read(PAGE)
        except OSError:  # a place of the disk that does not answer
            return None
        return data if len(data) == PAGE and data != _ZEROS else None

    def _whole(self, number: int, data: bytes) -> bool:
        start = _SALT if number == 1 else 0
        sealed = data[start : PAGE - RESERVED + _IV] + struct.pack("<I", number)
        seal = hmac.digest(self._seal, sealed, "sha512")
        return hmac.compare_digest(seal, data[PAGE - _SEAL :])

    def _find_salt(self) -> bool:
        """Find the salt by which pages prove whole: the one that is there, or it with one bit put right."""
        first = self._raw(1)
        readable = (number for number in range(1, self.count + 1) if self._raw(number) is not None)
        probes = list(islice(readable, 6))
        for salt in _salts(first[:_SALT]) if first is not None else ():
            masked = bytes(byte ^ 0x3A for byte in salt)
            self._seal = bytearray(hashlib.pbkdf2_hmac("sha512", self._key, masked, 2, 32))
            if any(self._whole(number, data) for number in probes if (data := self._raw(number))):
                return True
            wipe(self._seal)
        return False

    def _undo(self, path: Path) -> None:
        """Take from the journal beside the file what stood there before a write that was cut off."""
        try:
            data = read_file(path, 2 * self.count * (PAGE + 8) + _MOST_BESIDES)
        except OSError:
            return
        at = 0
        size = None
        while data[at : at + 8] == _UNDO_MAGIC and len(data) >= at + 28:
            records, _, pages, sector, page_size = struct.unpack_from(">5I", data, at + 8)
            if page_size != PAGE or not 28 <= sector <= 65536:
                return
            size = pages if size is None else size
            at += sector
            whole = (len(data) - at) // (PAGE + 8)
            for _ in range(min(records, whole)):
                (number,) = struct.unpack_from(">I", data, at)
                self._undone.setdefault(number, data[at + 4 : at + 4 + PAGE])
                at += PAGE + 8
            at = -(-at // sector) * sector
        if size:  # no more pages than there are, and were: a number in a file is not taken at its word
            self.count = min(size, self.count + len(self._undone))


def _salts(salt: bytes) -> Iterator[bytes]:
    yield salt
    for bit in range(8 * _SALT):
        number = int.from_bytes(salt, "big") ^ (1 << bit)
        yield number.to_bytes(_SALT, "big")
