"""Keep what is in memory out of core files and other processes' sight, as far as the system lets us."""

from __future__ import annotations

import contextlib
import os
import sys

_M_PERTURB = -6  # glibc: overwrite memory when it is freed (measured cost: none to 5 %)
_PR_SET_DUMPABLE = 4
_PT_DENY_ATTACH = 31


def harden() -> None:
    """Apply every protection the system offers; called once, first thing. Never raises.

    Files made from here on are readable by their owner alone. A replaced process must call it again.
    """
    close_files()
    close_memory()


def close_files() -> None:
    """The part of `harden` that is quick: no core file, and nobody else reads what is written."""
    os.umask(0o077)
    with contextlib.suppress(Exception):  # a system without the means; nothing depends on it
        _no_core_files()


def close_memory() -> None:
    """The other part, which needs ctypes. The window calls it right after its first paint, not before.

    Until then no secret can be in memory: there has been nothing to type into, and no vault is read.
    """
    for step in (_no_fault_box, _not_traceable, _overwrite_freed_memory):
        with contextlib.suppress(Exception):
            step()


def _no_core_files() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def core_files_off() -> bool | None:
    """Whether the system writes no core file of this process; None where it cannot be asked."""
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


def _no_fault_box() -> None:
    if sys.platform == "win32":
        import ctypes

        no_fault_box = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX: no error report
        ctypes.WinDLL("kernel32").SetErrorMode(no_fault_box)


def _not_traceable() -> None:
    import ctypes

    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    elif sys.platform == "darwin":
        ctypes.CDLL(None).ptrace(_PT_DENY_ATTACH, 0, None, 0)


def _overwrite_freed_memory() -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).mallopt(_M_PERTURB, 0xAA)
