"""A vault in use, a folder to read only, a full disk: each is said, and nothing is lost or half made."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from mentorjournal.demo.vault import PASSPHRASE
from tests.cli.command import ROOT, Command, environment, said, tree
from tests.cli.places import SmallDisk, hand_over

LARK = ("--journal", "Lark")
PERIOD = ("--audience", "partner", "--from", "2025-01-01", "--to", "2026-12-31")
AS_NOBODY = ("-m", "tests.cli.as_nobody")


def test_a_vault_in_use_by_another_process_is_said_at_once(run: Command, vault: Path) -> None:
    holder = (
        "import sys; from pathlib import Path; from mentorjournal.vault.lock import VaultLock\n"
        "lock = VaultLock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", holder, str(vault)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(run.home),
    )
    assert other.stdin and other.stdout
    with other:
        assert other.stdout.readline() == b"held\n"
        for words in (("list",), ("verify",), ("add", *LARK, "--note")):
            ended = run.unlocked(words[0], vault, *words[1:], text="x")
            assert ended.status == 5 and "open in another Mentor Journal" in ended.err
        other.kill()
    assert run.unlocked("verify", vault).status == 0


def test_a_read_only_folder_is_said_and_left(demo: Path, public: Path) -> None:
    vault = Path(shutil.copytree(demo, public / "vault"))
    home = public / "home"
    run = Command(home)
    environment(home)
    hand_over(vault, writable=False)
    hand_over(home, writable=True)
    (public / "shut").mkdir()
    hand_over(public / "shut", writable=False)
    before = tree(vault)

    def as_nobody(command: str, *words: str | Path) -> tuple[int, str]:
        ended = run(command, *words, "--passphrase-stdin", stdin=said(PASSPHRASE, "x"), program=AS_NOBODY)
        return ended.status, ended.err

    for words in (("list", vault), ("add", vault, *LARK, "--note")):
        status, err = as_nobody(*words)
        assert status == 1 and "read-only" in err
    assert as_nobody("verify", vault) == (0, "")  # which changes nothing, and so needs to change nothing
    refused = run("demo", public / "shut" / "vault", program=AS_NOBODY)
    assert refused.status == 1 and "read-only" in refused.err
    assert tree(vault) == before and not list((public / "shut").iterdir())


def test_a_summary_into_a_read_only_folder_is_said(demo: Path, public: Path) -> None:
    vault = Path(shutil.copytree(demo, public / "vault"))
    shut = public / "shut"
    shut.mkdir()
    hand_over(vault, writable=True)
    hand_over(shut, writable=False)
    run = Command(public / "home")
    environment(run.home)
    hand_over(run.home, writable=True)
    words = ("summary", vault, "--passphrase-stdin", *LARK, *PERIOD, "--out", shut / "summary.pdf")
    ended = run(*words, stdin=said(PASSPHRASE), program=AS_NOBODY)
    assert ended.status == 1 and "summary.pdf" in ended.err and "read-only" in ended.err
    assert not list(shut.iterdir())


def test_a_full_disk_loses_nothing_and_takes_words_again_when_there_is_room(
    run: Command, demo: Path, small_disk: SmallDisk
) -> None:
    vault = Path(shutil.copytree(demo, small_disk.folder / "vault"))
    text = "tortoise " * 2000
    full = ("disk is full", "Could not read or write")
    for words in (
        ("add", vault, *LARK, "--reflection"),
        ("import", vault, *LARK, "--markdown", ROOT / "tests" / "data" / "notes"),
    ):
        (vault / "reserve").unlink(missing_ok=True)  # used up by now: it lets the first words through
        limit = small_disk.fill()
        ended = run.unlocked(words[0], vault, *words[2:], text=text, before=limit)  # type: ignore[arg-type]
        assert ended.status == 1 and any(sentence in ended.err for sentence in full)
    out = small_disk.folder / "summary.pdf"
    ended = run.unlocked("summary", demo, *LARK, *PERIOD, "--out", out, before=limit)
    assert ended.status == 1 and any(sentence in ended.err for sentence in full)
    ended = run("demo", small_disk.folder / "demo", before=limit)
    assert ended.status == 1 and any(sentence in ended.err for sentence in full)
    small_disk.free()
    assert {path.name for path in small_disk.folder.iterdir()} == {"vault"}
    assert run.unlocked("verify", vault).status == 0
    assert run.unlocked("search", vault, "tortoise").out == ""
    assert run.unlocked("add", vault, *LARK, "--reflection", text=text).status == 0
    assert "tortoise" in run.unlocked("search", vault, "tortoise").out
