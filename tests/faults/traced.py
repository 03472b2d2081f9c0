"""A process under the system's tracer: every file it made or changed, every byte it wrote, every socket."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

NEEDS = "strace, and leave to trace"
OPENS = "open openat openat2 creat"
CHANGES = (
    "mkdir mkdirat mknod mknodat rename renameat renameat2 link linkat symlink symlinkat unlink unlinkat"
    " rmdir truncate ftruncate chmod fchmod fchmodat chown fchown lchown fchownat utimensat memfd_create"
    " setxattr lsetxattr fsetxattr"
)
WRITES = "write pwrite64 writev pwritev pwritev2 sendfile copy_file_range splice"
MAPS = "mmap"
SPEAKS = "socket connect bind sendto sendmsg listen"
STARTS = "execve execveat"
LIMIT = 300
HIDDEN = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"')
_CALL = re.compile(rb"(\w+)\((.*)", re.DOTALL)
_GIVEN = re.compile(rb"\) += (-?\w+)(?:<([^>]*)>)?")
_AT = re.compile(rb"^(\d+|AT_FDCWD)<([^>]*)>")
NOT_ON_A_DISK = ("/dev/", "/proc/", "/sys/")


@dataclass
class Trace:
    """What a process and its children did to the world outside of their memory."""

    changed: dict[str, set[str]] = field(default_factory=dict)
    """Each path that was opened for writing, made, renamed, removed …, and by which calls."""
    written: dict[str, bytearray] = field(default_factory=dict)
    """All bytes ever written to a path, in files that are gone as well."""
    sockets: list[str] = field(default_factory=list)
    """Those that are not local ones."""
    programs: list[bytes] = field(default_factory=list)
    """Each program that was started, with its arguments and its environment, one a line."""
    mapped: list[str] = field(default_factory=list)
    """Files that were changed through memory, where no call shows what is written."""

    def take(self, line: bytes, cwd: str) -> str:
        """Note one call, and return the folder in which the process stands."""
        call = _CALL.match(line)
        if call is None:
            return cwd
        name, rest = call[1].decode(), call[2]
        given = _GIVEN.search(rest)
        at = _AT.match(rest)
        if at is not None and at[1] == b"AT_FDCWD":
            cwd = _path(at[2])
        if name in STARTS.split():
            self.programs.append(b"\n".join(_texts(rest)))
        elif name in SPEAKS.split():
            if not _is_local(name, rest):
                self.sockets.append(f"{name}({rest[:80].decode(errors='replace')}")
        elif given is None or given[1] != b"-1":
            self._changed_a_file(name, rest, given, cwd)
        return cwd

    def _changed_a_file(self, name: str, rest: bytes, given: re.Match[bytes] | None, cwd: str) -> None:
        if name in OPENS.split():
            if any(flag in rest for flag in (b"O_WRONLY", b"O_RDWR", b"O_CREAT")) or name == "creat":
                self._note(name, _path(given[2]) if given and given[2] else _named(rest, cwd)[0])
        elif name in WRITES.split():
            target = _target(name, rest)
            if target.startswith("/") and not target.startswith(NOT_ON_A_DISK):
                self._note(name, target)
                self.written.setdefault(target, bytearray()).extend(b"".join(_texts(rest)))
        elif name == MAPS:
            if (
                b"MAP_SHARED" in rest
                and b"PROT_WRITE" in rest
                and (found := re.search(rb"\d+<([^>]*)>", rest))
            ):
                self.mapped.append(_path(found[1]))
        elif name in CHANGES.split():
            for path in _named(rest, cwd) or [_target(name, rest)]:
                self._note(name, path)

    def _note(self, name: str, path: str) -> None:
        if path.startswith("/") and not path.startswith(NOT_ON_A_DISK):
            self.changed.setdefault(path, set()).add(name)


def _is_local(name: str, rest: bytes) -> bool:
    """A socket by its family; what is done with one matters only when it names another family."""
    return rest.startswith(b"AF_UNIX") if name == "socket" else re.search(rb"AF_(?!UNIX)", rest) is None


def _texts(rest: bytes) -> list[bytes]:
    return [bytes.fromhex(text.replace(b"\\x", b"").decode()) for text in HIDDEN.findall(rest)]


def _path(shown: bytes) -> str:
    data = bytes.fromhex(shown.replace(b"\\x", b"").decode()) if shown.startswith(b"\\x") else shown
    return data.decode(errors="surrogateescape").removesuffix(" (deleted)")


def _target(name: str, rest: bytes) -> str:
    shown = re.findall(rb"\b\d+<([^>]*)>", rest.partition(b'"')[0])
    if not shown:
        return ""
    return _path(shown[1] if name in ("copy_file_range", "splice") and len(shown) > 1 else shown[0])


def _named(rest: bytes, cwd: str) -> list[str]:
    """The paths among the arguments, each from the folder before it or the one in which it all happens."""
    found = []
    folder = cwd
    for shown, text in re.findall(
        rb'(?:\d+|AT_FDCWD)<([^>]*)>|"((?:\\x[0-9a-f]{2})*)"', rest.partition(b") = ")[0]
    ):
        if shown:
            folder = _path(shown)
        else:
            found.append(os.path.normpath(Path(folder, _path(text))))
    return found


def _lines(trace: Path, cwd: Path) -> Trace:
    seen = Trace()
    for part in sorted(trace.parent.glob(f"{trace.name}.*")):
        place = str(cwd)
        with part.open("rb") as lines:
            for line in lines:
                place = seen.take(line, place)
    return seen


@dataclass(frozen=True)
class Ended:
    status: int
    out: bytes
    err: bytes
    trace: Trace


def traced(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    env: Mapping[str, str],
    text: bytes = b"",
    writes: bool = False,
    umask: int = -1,
) -> Ended:
    """Run *command* to its end. With *writes* every byte that it writes is kept as well."""
    calls = f"{OPENS} {CHANGES} {SPEAKS} {STARTS} {f'{MAPS} {WRITES}' if writes else ''}".replace(
        " ", ","
    ).strip(",")
    with TemporaryDirectory(prefix="mentorjournal-trace-") as folder:
        trace = Path(folder, "trace")
        ran = subprocess.run(
            [*_tracer(trace, calls), *map(str, command)],
            cwd=cwd,
            env=dict(env),
            input=text,
            capture_output=True,
            check=False,
            timeout=LIMIT * 10,
            umask=umask,
        )
        return Ended(ran.returncode, ran.stdout, ran.stderr, _lines(trace, cwd))


def _tracer(trace: Path, calls: str) -> Iterator[str]:
    yield from ("strace", "-ff", "--seccomp-bpf", "-qq", "-y", "-xx", "-v", "-s", str(1 << 24))
    yield from ("-e", f"trace={calls}", "-e", "signal=none", "-o", str(trace))


@cache
def can_trace() -> bool:
    """Whether this machine has the tracer, and it sees what it is to see."""
    if shutil.which("strace") is None:
        return False
    probe = "import socket, pathlib; socket.socket().close(); pathlib.Path('made').write_text('words')"
    with TemporaryDirectory() as folder:
        try:
            seen = traced([sys.executable, "-c", probe], cwd=Path(folder), env={}, writes=True).trace
        except OSError:
            return False
        return bool(seen.sockets) and bytes(seen.written.get(f"{folder}/made", b"")) == b"words"
