"""Nothing leaves the machine: no command makes a socket or starts another program."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mentorjournal.demo.vault import PASSPHRASE
from tests.cli.command import environment, said

WATCHED = """
import os, sys

def watch(event, arguments):
    if event.startswith(("socket.", "ssl.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.")) or (
        event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile")
    ):
        os.write(2, f"watched: {event}\\n".encode())
        os._exit(99)

sys.addaudithook(watch)
"""
COMMAND = WATCHED + "from ui.launch import main; sys.exit(main(sys.argv[1:]))"


def everything(vault: Path, out: Path) -> list[tuple[str | Path, ...]]:
    lark = (vault, "--passphrase-stdin", "--journal", "Lark")
    period = ("--from", "2025-01-01", "--to", "2026-12-31")
    return [
        ("demo", vault),
        ("verify", vault, "--passphrase-stdin"),
        ("list", vault, "--passphrase-stdin", "--json"),
        ("search", vault, "--passphrase-stdin", "goal"),
        ("add", *lark, "--reflection"),
        ("import", *lark, "--markdown", vault.parent / "notes"),
        ("summary", *lark, "--audience", "partner", *period, "--out", out),
        ("--version",),
    ]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "2026-03-01.md").write_text(
        "[A link](https://example.org/) and ![a picture](https://example.org/x.png)"
    )
    return folder


@pytest.mark.parametrize(
    "deed",
    ["import socket; socket.socket()", "import subprocess; subprocess.run(['true'])", "os.system('true')"],
)
def test_the_watch_sees_what_it_watches_for(deed: str) -> None:
    ended = subprocess.run([sys.executable, "-c", WATCHED + deed], capture_output=True, check=False)
    assert ended.returncode == 99


def test_no_command_makes_a_socket_or_starts_a_program(tmp_path: Path, notes: Path) -> None:
    """Watched from inside always, and where the system has a tracer from outside too: native libraries have
    no audit hooks.
    """
    traced, home = tmp_path / "traced", tmp_path / "home"
    tracer = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(traced)]
    probe = [*tracer, sys.executable, "-c", "import socket; socket.socket().close()"]
    if shutil.which("strace") and subprocess.run(probe, capture_output=True, check=False).returncode == 0:
        assert "AF_INET" in traced.read_text()
    else:
        tracer = []
    home.mkdir()
    for words in everything(tmp_path / "vault", tmp_path / "summary.pdf"):
        ended = subprocess.run(
            [*tracer, sys.executable, "-c", COMMAND, *map(str, words)],
            input=said(PASSPHRASE, "[A link](https://example.org/)"),
            capture_output=True,
            check=False,
            cwd=home,
            env=environment(home),
            timeout=120,
        )
        assert (ended.returncode, ended.stderr) == (0, b""), words[0]
        if tracer:
            assert traced.read_text() == "", words[0]
    assert (tmp_path / "summary.pdf").exists()
