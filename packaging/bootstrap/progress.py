"""Talk while setting up: always on standard error, and moving while something works."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from typing import NoReturn

_KEPT_LINES = 15
_QUIET_SECONDS = 5.0  # without a terminal, a long step says that it is still at it this often


class SetupProblem(Exception):
    """Set-up cannot go on; the text says why and what to do."""


class StepFailed(SetupProblem):
    """A command of the set-up failed; the text holds the last lines it said."""

    def __init__(self, title: str, said: Sequence[str]) -> None:
        """Keep the last line apart, for a message of one line."""
        self.last_line = said[-1] if said else "it said nothing"
        super().__init__("\n    ".join([f"{title}: this failed.", *said[-_KEPT_LINES:]]))


def say(text: str) -> None:
    """Write one line to standard error."""
    print(text, file=sys.stderr, flush=True)


def step(title: str, command: Sequence[str], *, env: Mapping[str, str] | None = None, hold: int = -1) -> None:
    """Run one command of the set-up and show that it moves; raise StepFailed with its words if it fails.

    `hold` is a file descriptor the command keeps open: the set-up lock, which thus outlives a killed parent.
    """
    keep = (hold,) if hold >= 0 and os.name != "nt" else ()
    display = _Display(title)
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,  # standard input belongs to the program started afterwards
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=env,
        pass_fds=keep,
    )
    try:
        said = _listen(process, display)
        status = process.wait()
    except BaseException:
        _end(process)
        display.close("stopped")
        raise
    display.close("done" if status == 0 else "failed")
    if status != 0:
        raise StepFailed(title, said)


def _listen(process: "subprocess.Popen[str]", display: "_Display") -> list[str]:
    """Collect what the command says, and move the display while it is silent."""
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def read() -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                lines.put(line.rstrip())
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    said: list[str] = []
    while True:
        try:
            line = lines.get(timeout=0.2)
        except queue.Empty:
            display.move()
            continue
        if line is None:
            return said
        if line.strip():
            said.append(line)
            display.move(line.strip())


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class _Display:
    """One step on the screen: a line that is redrawn on a terminal, a few plain lines elsewhere."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._begun = self._shown = time.monotonic()
        self._detail = ""
        self._terminal = sys.stderr.isatty()
        self._turns = 0
        if not self._terminal:
            say(f"{title} ...")

    def move(self, detail: str = "") -> None:
        self._detail = detail or self._detail
        now = time.monotonic()
        if self._terminal:
            self._turns += 1
            wheel = "|/-\\"[self._turns % 4]
            self._draw(f"{wheel} {self._title} ({now - self._begun:.0f} s)  {self._detail}")
        elif now - self._shown >= _QUIET_SECONDS:
            self._shown = now
            say(f"  {now - self._begun:.0f} s: {self._detail[:90]}")

    def close(self, ending: str) -> None:
        line = f"{self._title}: {ending} ({time.monotonic() - self._begun:.1f} s)"
        if self._terminal:
            self._draw(line)
            say("")
        else:
            say(line)

    def _draw(self, line: str) -> None:
        print("\r" + line[:78].ljust(78), end="", file=sys.stderr, flush=True)


def hand_over(command: list[str], env: Mapping[str, str]) -> NoReturn:
    """Become the command where the system can, so that signals, input and status are the program's own."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(command[0], command, env)
    process = subprocess.Popen(command, env=env)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:  # Ctrl+C reaches the program too; how to end is its decision
            continue
