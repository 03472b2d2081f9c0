"""Nothing leaves the machine: no command makes a socket or starts another program."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mentorjournal.demo.vault import PASSPHRASE
from tests.cli.command import Command, Ended, environment, said

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


def watched(run: Command, *words: str | Path, text: str = "") -> Ended:
    return run(*words, stdin=said(PASSPHRASE, text), program=("-c", COMMAND))


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
    run = Command(tmp_path / "home")
    for words in everything(tmp_path / "vault", tmp_path / "summary.pdf"):
        ended = watched(run, *words, text="[A link](https://example.org/)")
        assert (ended.status, ended.err) == (0, ""), words[0]
    assert (tmp_path / "summary.pdf").exists()


def test_the_system_sees_no_network_call(tmp_path: Path, notes: Path) -> None:
    """Under the system's own tracer where there is one: native libraries have no audit hooks."""
    traced = tmp_path / "traced"
    tracer = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(traced)]
    probe = [*tracer, sys.executable, "-c", "import socket; socket.socket().close()"]
    if not shutil.which("strace") or subprocess.run(probe, capture_output=True, check=False).returncode:
        tracer = []  # the audit hooks above have said what can be said here
    else:
        assert "AF_INET" in traced.read_text()
    home = tmp_path / "home"
    home.mkdir()
    for words in everything(tmp_path / "vault", tmp_path / "summary.pdf"):
        ended = subprocess.run(
            [*tracer, sys.executable, "-m", "mentorjournal", *map(str, words)],
            input=said(PASSPHRASE, "words"),
            capture_output=True,
            check=False,
            cwd=home,
            env=environment(home),
            timeout=120,
        )
        assert ended.returncode == 0, (words[0], ended.stderr)
        if tracer:
            assert traced.read_text() == "", words[0]
