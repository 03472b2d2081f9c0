"""Work done in a process of its own, which is ended when it hangs, and has no rights beyond its owner's."""

from __future__ import annotations

import ctypes
import os
import pickle
import resource
import signal
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 20
"""Seconds of waiting after which a child is called hanging."""

MOST_MEMORY = 2 << 30
_CAPABILITIES_3 = 0x20080522


class Hung(Exception):
    """The child did not come to its end."""


class Died(Exception):
    """The child ended without an answer."""


def in_child(work: Callable[[], T]) -> T:
    """What *work* returns, from a forked process. Raises Hung and Died."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(PATIENCE)
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            _give_up_rights()
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(work(), pipe)
        except BaseException as error:
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        raise Hung
    if status or not said:
        raise Died(f"status {status}")
    answer: T = pickle.loads(said)
    return answer


def _give_up_rights() -> None:
    """Let the permissions of files hold for the system's own user too."""
    if os.geteuid() == 0:
        header = (ctypes.c_uint32 * 2)(_CAPABILITIES_3, 0)
        ctypes.CDLL(None).capset(header, (ctypes.c_uint32 * 6)())
