"""Not a word of what is written lies anywhere in the clear: not after closing, and not after a kill -9."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import ROOT, Command, Ended, environment, said
from tests.faults.canaries import KINDS, canary, disguises, sightings
from tests.pdf import reading

PASSPHRASE = canary("passphrase")
JOURNAL = ("--journal", canary("codename"))


def write(home: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.canary_writer", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        env=environment(home),
        timeout=120,
    )


@pytest.mark.parametrize("kind", ["goalwhy", "passphrase", "answer"])
def test_the_search_for_canaries_sees_every_disguise(tmp_path: Path, kind: str) -> None:
    words = {kind: canary(kind)}
    for number, form in enumerate(disguises(canary(kind))):
        (tmp_path / str(number)).write_bytes(b"\1\2\3" + form + b"\4\5\6")
    assert len(sightings(words, tmp_path)) >= len(list(tmp_path.iterdir())) == 9
    (tmp_path / f"{canary(kind)}.txt").touch()
    assert (kind, str(tmp_path / f"{canary(kind)}.txt")) in sightings(words, tmp_path)


def test_nothing_lies_in_the_clear(tmp_path: Path) -> None:
    home, vault, elsewhere = tmp_path / "home", tmp_path / "vault", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    created = write(home, "create", vault)
    assert (created.returncode, created.stderr) == (0, "")
    code = created.stdout.strip()
    words = {kind: canary(kind) for kind in KINDS}
    words |= {f"group {number}": group * 2 for number, group in enumerate(code.split("-"))}
    words |= {"code": code, "bare code": code.replace("-", "")}
    assert len(KINDS) >= 40
    assert sightings(words, vault, home) == []

    run = Command(home)

    def unlocked(command: str, *more: str | Path, text: str = "") -> Ended:
        ended = run(command, vault, "--passphrase-stdin", *more, stdin=said(PASSPHRASE, text))
        assert (ended.status, ended.err) == (0, "")
        return ended

    export = {
        "entries": [{"title": canary("importedtitle"), "body": canary("imported"), "date": "2026-03-02"}]
    }
    (elsewhere / "jrnl.json").write_text(json.dumps(export))
    unlocked("import", *JOURNAL, "--jrnl", elsewhere / "jrnl.json")
    unlocked("add", *JOURNAL, "--note", text=canary("added"))
    assert canary("imported") in unlocked("search", canary("imported")).out
    unlocked("search", canary("searchword"))
    out = elsewhere / "summary.pdf"
    period = ("--from", "2026-01-01", "--to", "2026-12-31")
    unlocked("summary", *JOURNAL, "--audience", "partner", *period, "--out", out)
    assert canary("goaltitle") in reading.squeezed(reading.text(out.read_bytes()))
    unlocked("verify")
    assert sightings(words, vault, home) == []

    killed = write(home, "die", vault, code)
    assert (killed.returncode, killed.stdout, killed.stderr) == (-signal.SIGKILL, "", "")
    unfinished = [path for path in vault.rglob("*-journal") if path.stat().st_size]
    assert unfinished, "it was killed too late or too early to leave anything behind"
    assert sum(path.stat().st_size for path in vault.rglob("*.mjdb")) > 2_000_000  # some was written out
    assert sightings(words, vault, home) == []

    assert canary("rolledback") not in unlocked("search", canary("rolledback")).out
    assert sightings(words, vault, home) == []
    assert {path.name for path in tmp_path.iterdir()} == {"home", "vault", "elsewhere"}
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert ROOT not in tmp_path.parents
