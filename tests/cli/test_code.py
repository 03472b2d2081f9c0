"""The recovery code in the place of a lost passphrase, and a new code for one that is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mentorjournal.demo.vault import PASSPHRASE
from tests.cli.command import Command, said
from tests.pdf import reading
from tests.vault.conftest import flip

NEW = "four quiet plovers"


@pytest.fixture
def code(run: Command, vault: Path, tmp_path: Path) -> str:
    """A code of the vault, as `recovery-kit` shows it."""
    out = tmp_path / "kit.pdf"
    ended = run.unlocked("recovery-kit", vault, "--out", out, "--print")
    assert (ended.status, ended.err) == (0, "")
    return ended.out.splitlines()[-1]


def test_a_new_kit_is_written_and_its_code_not_shown(run: Command, vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "kit.pdf"
    ended = run.unlocked("recovery-kit", vault, "--out", out)
    assert (ended.status, ended.err) == (0, "")
    groups = re.findall(r"\b[2-9A-HJKMNP-Z]{5}\b", reading.text(out.read_bytes()))
    assert len(groups) == 9 and not any(group in ended.out for group in groups)
    assert str(out) in ended.out and "opens this vault no longer" in ended.out
    assert run("list", vault, "--code-stdin", stdin=said("-".join(groups))).status == 0


def test_the_old_code_opens_no_longer(run: Command, vault: Path, code: str, tmp_path: Path) -> None:
    run.unlocked("recovery-kit", vault, "--out", tmp_path / "other.pdf")
    assert run("list", vault, "--code-stdin", stdin=said(code)).status == 3


def test_a_kit_is_never_written_over_and_the_code_stays_then(
    run: Command, vault: Path, code: str, tmp_path: Path
) -> None:
    (tmp_path / "taken.pdf").write_bytes(b"mine")
    for out in (tmp_path / "taken.pdf", tmp_path / "nowhere" / "kit.pdf"):
        assert run.unlocked("recovery-kit", vault, "--out", out).status == 1
    assert (tmp_path / "taken.pdf").read_bytes() == b"mine"
    assert run("list", vault, "--code-stdin", stdin=said(code)).status == 0
    assert run("recovery-kit", vault, "--code-stdin", "--out", "x.pdf", stdin=said(code)).status == 2


def test_every_verb_that_brings_back_takes_the_code(
    run: Command, vault: Path, code: str, tmp_path: Path
) -> None:
    for words in (
        ("backup",),
        ("drill",),
        ("verify",),
        ("restore", "--to", tmp_path / "back"),
        ("salvage", "--to", tmp_path / "saved"),
        ("export", "--journal", "Heron", "--json", "--out", tmp_path / "mine"),
    ):
        ended = run(words[0], vault, "--code-stdin", *words[1:], stdin=said(code))
        assert (ended.status, ended.err) == (0, ""), words
    assert "With the passphrase" not in run("doctor", vault, "--code-stdin", stdin=said(code)).out


def test_new_keys_by_the_code_need_a_new_passphrase(run: Command, vault: Path, code: str) -> None:
    words = ("rekey", vault, "--code-stdin", "--remove-backups")
    assert run(*words, stdin=said(code)).status == 2
    ended = run(*words, "--new-passphrase", stdin=said(code, f"{NEW}\n"))
    assert (ended.status, ended.err) == (0, "")
    assert run("list", vault, "--passphrase-stdin", stdin=said(NEW)).status == 0
    assert run("list", vault, "--code-stdin", stdin=said(code)).status == 3


@pytest.mark.parametrize(("typed", "status"), [("not a code", 3), ("", 3)])
def test_a_code_that_is_none_is_said(run: Command, demo: Path, typed: str, status: int) -> None:
    ended = run("verify", demo, "--code-stdin", stdin=said(typed))
    assert ended.status == status and "Group 1" in ended.err


def test_one_way_in_at_a_time(run: Command, demo: Path) -> None:
    words = ("verify", demo, "--code-stdin", "--passphrase-stdin")
    assert run(*words, stdin=said(PASSPHRASE)).status == 2


@pytest.mark.parametrize("by_code", [True, False])
def test_a_backup_comes_back_from_a_vault_that_does_not_open(
    run: Command, vault: Path, code: str, tmp_path: Path, by_code: bool
) -> None:
    run.unlocked("backup", vault)
    for name in ("vault.keys", "vault.keys.copy"):
        flip(vault / name, 200)
    way, secret = ("--code-stdin", code) if by_code else ("--passphrase-stdin", PASSPHRASE)
    ended = run("restore", vault, way, "--to", tmp_path / "back", stdin=said(secret))
    assert (ended.status, ended.err) == (0, "")
    assert "8 journals" in ended.out
    assert len(run("list", tmp_path / "back", way, stdin=said(secret)).out.splitlines()) == 8
