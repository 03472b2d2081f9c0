"""A damaged vault on the command line: what can be read is kept, and the rest is said."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command import Command, tree
from tests.vault.conftest import flip
from tests.vault.house import zero


def first_journal(vault: Path) -> Path:
    return min((vault / "journals").glob("*.mjdb"))


def test_salvage_makes_a_vault_beside_and_says_what_is_lost(
    run: Command, vault: Path, tmp_path: Path
) -> None:
    zero(first_journal(vault), 2)
    flip(vault / "index.mjdb", 5000)
    before = tree(vault)
    ended = run.unlocked("salvage", vault, "--to", tmp_path / "new")
    assert ended.status == 0 and ended.err == ""
    first, *more = ended.out.splitlines()
    assert first == (
        "“new” is a vault of its own now, with 8 journals, 7 of them whole."
        " The damaged vault was left as it is."
    )
    assert any("what the journal says of the relationship is lost" in line for line in more)
    assert tree(vault) == before
    assert run.unlocked("verify", tmp_path / "new").status == 0
    assert len(run.unlocked("list", tmp_path / "new").out.splitlines()) == 8


def test_checking_says_which_journal_is_damaged_by_its_codename(run: Command, vault: Path) -> None:
    flip(first_journal(vault), 9000)
    ended = run.unlocked("verify", vault)
    assert ended.status == 4 and ended.err.startswith("The journal “")
    found = run.unlocked("verify", vault, "--json").json["findings"]
    assert {one["file"] for one in found} == {first_journal(vault).name}
    assert {f"The journal “{one['journal']}”: " for one in found} == {f"{ended.err.partition(': ')[0]}: "}


def test_salvage_tells_a_script_too(run: Command, vault: Path, tmp_path: Path) -> None:
    first_journal(vault).unlink()
    said = run.unlocked("salvage", vault, "--to", tmp_path / "new", "--json").json
    assert (said["whole"], said["index_whole"]) == (False, True)
    assert [one["kept"] for one in said["journals"]].count(False) == 1
    assert said["report"]


def test_salvage_overwrites_nothing(run: Command, vault: Path, tmp_path: Path) -> None:
    ended = run.unlocked("salvage", vault, "--to", vault)
    assert ended.status == 1 and "already exists" in ended.err
    ended = run.unlocked("salvage", vault, "--to", vault / "inside")
    assert ended.status == 1 and "beside the vault" in ended.err
    assert run("salvage", vault, "--passphrase-stdin", "--to", tmp_path / "new", stdin="no\n").status == 3
    assert not (tmp_path / "new").exists()


def test_a_drill_proves_the_newest_backup(run: Command, vault: Path) -> None:
    ended = run.unlocked("drill", vault)
    assert ended.status == 1 and ended.err == "This vault has no backup yet. “backup” makes one.\n"
    name = run.unlocked("backup", vault).out.partition(":")[0]
    ended = run.unlocked("drill", vault)
    assert ended.status == 0 and ended.out.startswith(f"{name} opens and is complete: 8 journals with ")
    assert run.unlocked("drill", vault, "--backup", name, "--json").json["passed"] is True
    ended = run.unlocked("drill", vault, "--backup", "yesterday")
    assert ended.status == 1 and "no backup “yesterday”" in ended.err
    path = next((vault / "backups" / name / "journals").glob("*.mjdb"))
    path.chmod(0o600)
    flip(path, 9000)
    ended = run.unlocked("drill", vault)
    assert ended.status == 4 and "cannot be read whole in this backup." in ended.err


def test_new_keys_print_their_code_once_and_replace_the_backups(run: Command, vault: Path) -> None:
    old = run.unlocked("backup", vault).out.partition(":")[0]
    refused = run.unlocked("rekey", vault)
    assert refused.status == 2 and "--keep-backups or --remove-backups" in refused.err
    ended = run.unlocked("rekey", vault, "--remove-backups", "--new-passphrase", text="another one 7\n")
    assert ended.status == 0 and ended.err == ""
    assert "New recovery code" in ended.out and "The new keys are in place: 8 journals" in ended.out
    assert run.unlocked("list", vault).status == 3
    listed = run("backups", vault, "--passphrase-stdin", stdin="another one 7\n").out.split()
    assert len(listed) == 1 and listed != [old]
    assert run("verify", vault, "--passphrase-stdin", stdin="another one 7\n").status == 0


def test_older_backups_that_are_kept_are_named_with_a_warning(run: Command, vault: Path) -> None:
    old = run.unlocked("backup", vault).out.partition(":")[0]
    ended = run.unlocked("rekey", vault, "--keep-backups")
    assert f"Older backups that the old code and passphrase still open: {old}." in ended.out
    assert run.unlocked("list", vault).status == 0


def test_a_damaged_vault_is_read_with_nothing_written(run: Command, vault: Path) -> None:
    zero(first_journal(vault), 1)
    flip(vault / "index.mjdb", 5000)
    before = tree(vault)
    listed = run.unlocked("list", vault, "--read-only")
    assert listed.status == 0 and len(listed.out.splitlines()) == 8
    assert "The index is damaged." in listed.err and "only a part of it was read" in listed.err
    assert run.unlocked("search", vault, "the", "--read-only").out
    assert tree(vault) == before


def test_backups_are_listed_of_a_vault_that_does_not_open(run: Command, vault: Path) -> None:
    name = run.unlocked("backup", vault).out.partition(":")[0]
    for key_file in ("vault.keys", "vault.keys.copy"):
        (vault / key_file).unlink()
    ended = run.unlocked("backups", vault)
    assert ended.status == 0 and ended.out == f"{name}\n"
    assert "key file are missing" in ended.err and "restore the newest backup" in ended.err


def test_a_vault_without_a_backup_says_how_to_make_one(run: Command, vault: Path) -> None:
    ended = run.unlocked("backups", vault)
    assert (ended.status, ended.out) == (0, "") and "“backup” makes one" in ended.err


def test_new_keys_alone_leave_the_passphrase_as_it_was_and_say_so(run: Command, vault: Path) -> None:
    assert "The passphrase is the same." in run.unlocked("rekey", vault, "--remove-backups").out


def test_a_drill_tells_of_a_journal_that_the_vault_cannot_read_now(run: Command, vault: Path) -> None:
    run.unlocked("backup", vault)
    flip(first_journal(vault), 9000)
    ended = run.unlocked("drill", vault)
    assert ended.status == 0 and "“verify” says which" in ended.err
