"""The trial of refused writes sees what it is to see: an act that says it is done when it is not."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from mentorjournal.errors import MentorJournalError
from tests.faults.operations import OPERATIONS, Operation, Scene
from tests.faults.refusing import Case, Seen, try_cases
from tests.faults.shim import Shim, under_shim

SAVE = next(one for one in OPERATIONS if one.name == "save an entry")


def hasty(scene: Scene) -> None:
    """Save, and take no notice of a refusal."""
    with contextlib.suppress(MentorJournalError):
        SAVE.act(scene)


def careless(scene: Scene) -> None:
    """Write a file and let the system's own error out."""
    scene.journal()
    (scene.folder / "note").write_bytes(b"words")


def each_write_refused(folder: Path, act: Operation) -> list[Seen]:
    def chosen(operation: str, trace: str) -> list[Case]:
        writes = [number for number, call in enumerate(trace, start=1) if call == "w"][-2:]
        return [Case(operation, number, "w", errno.EIO, False, True, False) for number in writes]

    return try_cases(folder, chosen, (act,))


def test_a_save_that_only_says_it_is_done_is_found(tmp_path: Path) -> None:
    seen = under_shim(tmp_path, each_write_refused, tmp_path, Operation(name="hasty", act=hasty))
    assert {one.ended for one in seen} == {"done"}
    assert all("it said that it is done, and it is not" in one.problem for one in seen)


def test_an_error_that_is_not_ours_is_found(tmp_path: Path) -> None:
    seen = under_shim(tmp_path, each_write_refused, tmp_path, Operation(name="careless", act=careless))
    assert any(one.problem.startswith("a stranger's error") for one in seen)


def refused_calls(folder: Path) -> tuple[str, list[int]]:
    """Write a file three times: as it is, with a sync refused, and with room for five bytes."""
    shim, errors = Shim(), []
    shim.watch(folder)
    shim.arm(0)
    _write(folder / "one")
    trace = shim.trace()
    for number, room in ((3, -1), (0, 5)):
        shim.arm(number, errno.EIO)
        shim.set_room(room)
        try:
            _write(folder / "two")
        except OSError as error:
            errors.append(error.errno or 0)
        (folder / "two").unlink()
    assert shim.room() == 5  # what was written in part is given back
    return trace, errors


def _write(path: Path) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        left = memoryview(b"ten bytes.")
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def test_the_shim_counts_refuses_and_bounds(tmp_path: Path) -> None:
    (tmp_path / "watched").mkdir()
    assert under_shim(tmp_path, refused_calls, tmp_path / "watched") == ("cws", [errno.EIO, errno.ENOSPC])
