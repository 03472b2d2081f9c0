"""A settings file that somebody else wrote does not keep the window from opening."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mentorjournal.settings_place import LARGEST
from ui.shell.settings_file import Settings, read


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 50_000,
        b'{"a":' * 10_000,
        b'{"vault": "a\\u0000b"}',
        b'{"vault": "\\ud800"}',
        b'{"zoom": ' + b"9" * 5000 + b"}",
        b'{"geometry": [NaN, Infinity, 1, 1, 0]}',
        b" " * (LARGEST + 1),
        b"\xff\xfe",
    ],
)
def test_what_makes_no_sense_is_as_at_the_first_start(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert read(path) == Settings()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.json")
    assert read(tmp_path / "settings.json") == Settings()
