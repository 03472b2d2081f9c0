"""Whatever stands in the way has its own clear message, and nothing is lost or half made."""

from __future__ import annotations

import hashlib
import random
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorjournal.demo.vault import PASSPHRASE
from mentorjournal.model.card import JournalId
from mentorjournal.storage.faults import PAGE
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.cli.command import Command, said, tree
from tests.vault.conftest import flip

LARK = ("--journal", "Lark")


def journals(vault: Path) -> list[Path]:
    return sorted((vault / "journals").glob("*.mjdb"))


# What was typed


def test_a_wrong_passphrase_is_called_wrong_and_an_empty_one_empty(run: Command, demo: Path) -> None:
    before = tree(demo)
    for wrong, words in (("three herons", "does not open the vault"), ("", "is empty"), ("\udcff", "UTF-8")):
        stdin = f"{wrong}\n".encode("utf-8", "surrogateescape")
        ended = run("list", demo, "--passphrase-stdin", stdin=stdin)
        assert words in ended.err
        assert ended.status == (1 if "UTF-8" in words else 3)
    assert run("verify", demo, "--passphrase-stdin", stdin=said("no")).status == 3
    assert tree(demo) == before


def test_accents_open_however_they_are_typed(run: Command, tmp_path: Path) -> None:
    passphrase = "Grüße über Ōsaka, Zoë"
    vault, code = Vault.create(tmp_path / "vault", unicodedata.normalize("NFC", passphrase), cost=FLOOR)
    code.wipe()
    vault.close()
    for form in ("NFC", "NFD"):
        typed = unicodedata.normalize(form, passphrase)
        assert run("list", tmp_path / "vault", "--passphrase-stdin", stdin=said(typed)).status == 0


# What lies there


def test_a_folder_that_is_no_vault_stays_as_it_is(run: Command, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("keep me")
    letters = tmp_path / "letters"
    for command, place, *more in (
        ("list", letters),
        ("list", letters / "a.txt"),
        ("list", tmp_path / "nowhere"),
        ("verify", letters),
        ("add", letters, *LARK, "--note"),
    ):
        ended = run.unlocked(command, place, *more)  # type: ignore[arg-type]
        assert ended.status == 4 and "not a Mentor Journal vault" in ended.err
    assert tree(tmp_path / "letters") == {"a.txt": b"keep me"}


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


def cut_at_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 3 * PAGE])


def plain_database(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0".ljust(4 * PAGE, b"\0"))


def another_journal(path: Path) -> None:
    shutil.copyfile(next(other for other in journals(path.parents[1]) if other != path), path)


def gone(path: Path) -> None:
    path.unlink()


def newer(path: Path) -> None:
    """As a Mentor Journal to come would leave it."""
    vault = Vault.unlock(path.parents[1], PASSPHRASE)
    db = vault.open_journal(path.stem, newest=9)  # type: ignore[arg-type]
    db.run("PRAGMA user_version = 1000")
    vault.close()


HARMS: tuple[tuple[Callable[[Path], None], str], ...] = (
    (newer, "made by a newer Mentor Journal"),
    (another_journal, "put in the place of another file"),
    (empty, "it is empty (0 bytes)"),
    (cut, "it is cut short"),
    (cut_at_a_page, "is damaged"),
    (plain_database, "it is not encrypted"),
    (gone, "the file is missing"),
)


def by_codename(vault: Path) -> dict[str, Path]:
    opened = Vault.unlock(vault, PASSPHRASE)
    try:
        return {card.codename: opened.journal_path(JournalId(card.id)) for card in opened.index.cards()}
    finally:
        opened.close()


def test_journals_that_are_not_themselves_are_named_and_left_and_the_rest_is_as_ever(
    run: Command, vault: Path
) -> None:
    places = by_codename(vault)
    whole = places.pop("Lark")
    harmed = dict(zip(places, HARMS, strict=True))
    for codename, (harm, _) in harmed.items():
        harm(places[codename])
    before = tree(vault / "journals")

    verified = run.unlocked("verify", vault, "--json")
    assert verified.status == 4
    told = {finding["file"]: finding["message"] for finding in verified.json["findings"]}
    assert set(told) == {path.name for path in places.values()}
    listed = run.unlocked("list", vault, "--json")
    assert listed.status == 0 and {j["codename"] for j in listed.json} == {*places, "Lark"}
    for codename, (_, words) in harmed.items():
        refused = run.unlocked("add", vault, "--journal", codename, "--note", text="x")
        assert refused.status == 4 and words in refused.err and places[codename].name in refused.err
        assert words in told[places[codename].name] and told[places[codename].name] in verified.err
    assert run.unlocked("add", vault, *LARK, "--note", text="tortoise").status == 0
    assert len(run.unlocked("search", vault, "tortoise", "--json").json) == 1
    after = tree(vault / "journals")
    assert {n: d for n, d in after.items() if n != whole.name} == {
        n: d for n, d in before.items() if n != whole.name
    }


def test_one_flipped_bit_anywhere_is_found_and_its_file_named(
    run: Command, demo: Path, tmp_path: Path
) -> None:
    """A bit in each of ten files at a time, seven times over: seventy places, first and last among them."""
    chance = random.Random(20)
    for number in range(7):
        vault = Path(shutil.copytree(demo, tmp_path / f"vault{number}"))
        keys = vault / ("vault.keys", "vault.keys.copy")[number % 2]
        flipped = [keys, vault / "index.mjdb", *journals(vault)]
        for path in flipped:
            size = path.stat().st_size
            place = {0: 0, 1: size - 1, 2: 16, 3: PAGE - 1}.get(number, chance.randrange(size))
            flip(path, min(place, size - 1), chance.randrange(8))
        before = tree(vault)
        ended = run.unlocked("verify", vault, "--json")
        assert ended.status == 4
        assert {finding["file"] for finding in ended.json["findings"]} == {path.name for path in flipped}
        assert "passphrase" not in ended.err and tree(vault) == before


def test_one_flipped_bit_alone_is_never_passed_over(run: Command, vault: Path) -> None:
    for path in (vault / "vault.keys", vault / "index.mjdb", journals(vault)[0]):
        data = path.read_bytes()
        flip(path, len(data) // 2)
        ended = run.unlocked("verify", vault)
        assert ended.status == 4 and path.name in ended.err and ended.out == ""
        path.write_bytes(data)


def test_damage_in_both_key_files_is_not_called_a_wrong_passphrase(run: Command, vault: Path) -> None:
    for name in ("vault.keys", "vault.keys.copy"):
        flip(vault / name, 900)
    before = tree(vault)
    for command in ("verify", "list"):
        ended = run.unlocked(command, vault)
        assert ended.status == 4 and "key file is damaged" in ended.err
    assert tree(vault) == before


def test_a_damaged_index_is_named_and_the_journals_are_not_touched(run: Command, vault: Path) -> None:
    flip(vault / "index.mjdb", 5000)
    before = tree(vault)
    ended = run.unlocked("list", vault)
    assert ended.status == 4 and "index.mjdb" in ended.err
    assert tree(vault) == before


def test_a_key_file_of_a_newer_version_is_refused_unchanged(run: Command, vault: Path) -> None:
    for name in ("vault.keys", "vault.keys.copy"):
        _, _, body = (vault / name).read_bytes().partition(b"\n")
        body = body.rstrip(b"\n").replace(b'"v":1', b'"v":2')
        checksum = hashlib.sha256(body).hexdigest().encode()
        (vault / name).write_bytes(b"mentor-journal-keys 2 " + checksum + b"\n" + body + b"\n")
    before = tree(vault)
    for command in ("verify", "list"):
        ended = run.unlocked(command, vault)
        assert ended.status == 4 and "newer Mentor Journal" in ended.err
    assert tree(vault) == before


def test_a_file_that_the_vault_does_not_know_is_named(run: Command, vault: Path) -> None:
    stranger = vault / "journals" / f"{journals(vault)[0].stem} (conflicted copy).mjdb"
    stranger.write_bytes(journals(vault)[0].read_bytes())
    ended = run.unlocked("verify", vault)
    assert ended.status == 4 and stranger.name in ended.err


# What is brought in


def not_utf8(folder: Path) -> None:
    (folder / "2026-03-02.md").write_bytes("Grüße".encode("latin-1"))


def far_too_large(folder: Path) -> None:
    with (folder / "2026-03-02.md").open("wb") as file:
        file.truncate(100 * 1024 * 1024)


def year_nought(folder: Path) -> None:
    (folder / "0000-03-02.md").write_text("A day that never was.")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [(not_utf8, "not UTF-8"), (far_too_large, "too large"), (year_nought, "which no calendar has")],
)
def test_notes_that_cannot_all_be_read_are_none_of_them_kept(
    run: Command, vault: Path, tmp_path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "2026-03-01.md").write_text("A good one.")
    spoil(folder)
    before = tree(vault)
    ended = run.unlocked("import", vault, *LARK, "--markdown", folder)
    assert ended.status == 1 and words in ended.err and "Nothing was imported" in ended.err
    export = '{"entries": [{"title": "x", "date": "0000-01-01"}]}'
    (tmp_path / "jrnl.json").write_bytes({not_utf8: b"\xff"}.get(spoil, export.encode()))
    assert run.unlocked("import", vault, *LARK, "--jrnl", tmp_path / "jrnl.json").status == 1
    assert tree(vault) == before
