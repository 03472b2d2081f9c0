"""The command as people run it: a process of its own, without a display, from any folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorjournal.demo.vault import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534


@dataclass(frozen=True)
class Ended:
    """How a process ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def environment(home: Path, **more: str) -> dict[str, str]:
    """A home of its own, no display, and nothing else of whoever runs the tests."""
    places = {
        "HOME": home,
        "TMPDIR": home / "tmp",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for place in places.values():
        place.mkdir(mode=0o700, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return {
        **kept,
        **{name: str(place) for name, place in places.items()},
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        **more,
    }


class Command:
    """Runs `mentorjournal …` and holds every run to what all of them promise."""

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir(exist_ok=True)

    def __call__(
        self,
        *words: str | Path,
        stdin: str | bytes = b"",
        env: Mapping[str, str] | None = None,
        before: Callable[[], None] | None = None,
        program: tuple[str, ...] = ("-m", "mentorjournal"),
    ) -> Ended:
        ran = subprocess.run(
            [sys.executable, *program, *map(str, words)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            check=False,
            cwd=self.home,
            env=environment(self.home, **(env or {})),
            preexec_fn=before,
            timeout=120,
        )
        ended = Ended(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
        told = (words, ended)
        assert "Traceback" not in ended.err and "Exception ignored" not in ended.err, told
        assert ended.status in range(6), told
        if ended.status:
            assert ended.out == "" or words[0] in ("verify", "backup", "doctor"), told
            assert re.fullmatch(r"([^\n]+[.]\n)+", ended.err) or before, told
        return ended

    def unlocked(
        self, command: str, vault: Path, *words: str | Path, text: str | bytes = "", **how: Any
    ) -> Ended:
        """Run *command* on a vault with the demo's passphrase, and *text* behind it on standard input."""
        return self(command, vault, "--passphrase-stdin", *words, stdin=said(PASSPHRASE, text), **how)


def said(passphrase: str, text: str | bytes = "") -> bytes:
    """Standard input: the passphrase's line, then the text."""
    return f"{passphrase}\n".encode() + (text.encode() if isinstance(text, str) else text)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below *folder*, by its path, with all its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
