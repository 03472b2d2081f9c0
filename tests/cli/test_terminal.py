"""What a vault or a file's name holds does not steer the terminal that it is shown on."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.cli.command import Command, environment

CLEARS = "\x1b[2J\x07\x9b31m"


def shown_on_terminal(home: Path, *words: str) -> str:
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "mentorjournal", *words],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        check=False,
        cwd=home,
        env=environment(home),
        timeout=120,
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            said += os.read(ours, 4096)
        except OSError:  # all was read, and nobody writes any more
            break
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def test_signs_that_steer_a_terminal_are_not_let_through(run: Command, tmp_path: Path) -> None:
    folder = tmp_path / f"Harmless{CLEARS}"
    folder.touch()
    said = shown_on_terminal(run.home, "demo", str(folder))
    assert "Harmless\N{REPLACEMENT CHARACTER}[2J" in said
    assert not set(said) & set("\x1b\x07\x9b")


def test_letters_of_every_script_are(run: Command, tmp_path: Path) -> None:
    (tmp_path / "Grüße 日記").touch()
    said = shown_on_terminal(run.home, "demo", str(tmp_path / "Grüße 日記"))
    assert "“Grüße 日記”" in said
