"""What lies beside a file to undo a cut-off write says how long the file was; it is not taken at its word."""

from __future__ import annotations

import contextlib
import os
import struct
from pathlib import Path

from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.recovery import RecoveryCode
from mentorjournal.vault.sealed_pages import SealedPages
from tests.vault.conftest import Sample

MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


def pages_of(sample: Sample) -> SealedPages:
    code = RecoveryCode.parse(sample.code)
    with contextlib.closing(KeyFile.open_with_code(sample.folder, code, read_only=True)) as keys:
        return SealedPages(sample.index, keys.index_key())


def beside(sample: Sample) -> Path:
    return sample.index.with_name("index.mjdb-journal")


def test_a_file_does_not_grow_by_four_thousand_million_pages(sample: Sample) -> None:
    most = 2**32 - 1
    record = struct.pack(">I", most) + bytes(4096) + bytes(4)
    beside(sample).write_bytes((MAGIC + struct.pack(">5I", 1, 0, most, 512, 4096)).ljust(512, b"\0") + record)
    with contextlib.closing(pages_of(sample)) as pages:
        assert pages.count <= sample.index.stat().st_size // 4096 + 1


def test_a_hole_as_large_as_a_disk_is_not_read(sample: Sample) -> None:
    with beside(sample).open("wb") as file:
        file.truncate(1 << 40)
    with contextlib.closing(pages_of(sample)) as pages:
        assert pages.sealed and pages.read(1) is not None


def test_a_pipe_is_not_waited_for(sample: Sample) -> None:
    os.mkfifo(beside(sample))
    with contextlib.closing(pages_of(sample)) as pages:
        assert pages.read(1) is not None
