"""Processes begun, listened to, and killed -9."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection as Pipe
from typing import Any

PROCESSES = multiprocessing.get_context("forkserver")  # clean ones, with everything imported, to fork from
PROCESSES.set_forkserver_preload(["tests.faults.writer", "tests.faults.doomed", "mentorjournal.pdf.render"])


class FailedByItself(Exception):
    """The process ended before it was killed: what was done to it was not what killed it."""


def killed(
    work: Callable[..., None], *arguments: object, until: int, within: float, chance: random.Random
) -> list[Any]:
    """Let a process *work*, hear it out until it said *until* things, kill it -9 within a while of that, and
    return all that it said. One that kills itself is as good.
    """
    listening, talking = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=work, args=(*arguments, talking))
    process.start()
    talking.close()
    heard: list[Any] = []
    while len(heard) < until and _hear(listening, heard, 60):
        pass
    end = time.monotonic() + chance.random() * within
    while (left := end - time.monotonic()) > 0 and _hear(listening, heard, left):
        pass
    process.kill()
    while _hear(listening, heard, None):  # what was said before the kill still counts
        pass
    process.join()
    listening.close()
    if process.exitcode != -signal.SIGKILL:
        raise FailedByItself(f"exit status {process.exitcode}")
    return heard


def _hear(pipe: Pipe, heard: list[Any], patience: float | None) -> bool:
    try:
        if not pipe.poll(patience):
            return patience is not None and patience > 0
        heard.append(pipe.recv())
    except EOFError:
        return False
    return True
