"""Everything of a vault into a folder: its owner's alone, whole or not at all, and never over anything."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from mentorjournal.errors import AlreadyThere, Cancelled, InvalidInput, NoSuchJournal
from mentorjournal.leaving.choice import Form, report
from mentorjournal.leaving.names import folder_name
from mentorjournal.leaving.taking import take_along
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from tests.pdf import reading
from tests.vault.house import House

QUICK = frozenset({Form.MARKDOWN, Form.JSON})


def test_a_vault_is_taken_along_whole(house: House, tmp_path: Path) -> None:
    shelf = house.shelf()
    told: list[tuple[int, int]] = []
    taken = take_along(shelf, tmp_path / "mine", each=lambda done, of: told.append((done, of)))
    shelf.close()
    there = {path.relative_to(tmp_path / "mine").as_posix() for path in (tmp_path / "mine").rglob("*.*")}
    assert {"README.md", "vault.json", "Heron/Heron.json", "Heron/Heron.pdf", "Plover/Plover.json"} <= there
    assert taken.whole and (taken.journals, taken.files) == (2, len(there))
    assert told[-1] == (600, 600) and told == sorted(told)
    assert "Heron" in reading.text((tmp_path / "mine/Heron/Heron.pdf").read_bytes())
    assert not [path for path in tmp_path.iterdir() if "unfinished" in path.name]


@pytest.mark.skipif(os.name != "posix", reason="rights are said otherwise there")
def test_nobody_else_may_look_into_it(house: House, tmp_path: Path) -> None:
    shelf = house.shelf()
    (tmp_path / "mine").mkdir(mode=0o755)
    take_along(shelf, tmp_path / "mine", forms=QUICK)
    shelf.close()
    for path in (tmp_path / "mine", *(tmp_path / "mine").rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_one_journal_alone_says_nothing_of_the_others(house: House, tmp_path: Path) -> None:
    shelf = house.shelf()
    take_along(shelf, tmp_path / "mine", codename="heron", forms=QUICK)
    with pytest.raises(NoSuchJournal):
        take_along(shelf, tmp_path / "other", codename="Wren", forms=QUICK)
    shelf.close()
    assert {path.name for path in (tmp_path / "mine").iterdir()} == {"README.md", "Heron"}
    assert not any(b"Plover" in path.read_bytes() for path in (tmp_path / "mine").rglob("*.*"))
    assert not (tmp_path / "other").exists()


def test_each_journal_remembers_what_was_written(house: House, tmp_path: Path) -> None:
    shelf = house.shelf()
    take_along(shelf, tmp_path / "Amara's things")
    known = [one.file_name for one in shelf.open(house.heron).journal.exports.all()]
    shelf.close()
    assert known == ["Heron/markdown", "Heron/Heron.json", "Heron/Heron.pdf"]


def test_nothing_is_ever_written_over(house: House, tmp_path: Path) -> None:
    shelf = house.shelf()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter").write_text("mine")
    with pytest.raises(AlreadyThere):
        take_along(shelf, tmp_path / "full")
    with pytest.raises(InvalidInput):
        take_along(shelf, house.folder / "mine")
    shelf.close()
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter"]
    assert not (house.folder / "mine").exists()


def test_what_is_cancelled_leaves_nothing(house: House, tmp_path: Path) -> None:
    shelf = house.shelf()

    def stop(done: int, of: int) -> None:
        if done > of / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_along(shelf, tmp_path / "mine", each=stop)
    assert shelf.open(house.heron).journal.exports.all() == []
    shelf.close()
    assert {path.name for path in tmp_path.iterdir()} == {"vault"}


def damage(path: Path) -> None:
    """Let a page in the middle read wrong; what comes before it still opens."""
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 64] = bytes(64)
    path.write_bytes(data)


def test_a_damaged_journal_is_left_out_and_named(house: House, tmp_path: Path) -> None:
    damage(house.journal(house.heron))
    shelf = house.shelf()
    taken = take_along(shelf, tmp_path / "mine", forms=QUICK)
    shelf.close()
    assert (taken.damaged, taken.journals, taken.whole) == (("Heron",), 1, False)
    assert not (tmp_path / "mine" / "Heron").exists()
    assert "its file is damaged: “Heron”" in (tmp_path / "mine" / "README.md").read_text()
    assert "salvage" in "\n".join(report(taken))


def test_a_vault_that_is_only_read_gives_what_can_be_read(house: House, tmp_path: Path) -> None:
    damage(house.journal(house.heron))
    shelf = house.shelf(read_only=True)
    taken = take_along(shelf, tmp_path / "mine", forms=QUICK)
    shelf.close()
    assert (taken.damaged, taken.in_part, taken.journals) == ((), ("Heron",), 2)
    assert set(taken.not_noted) == {"Heron", "Plover"}
    assert json.loads((tmp_path / "mine/Heron/Heron.json").read_text())["counts"]["reflection"] > 0


def test_a_journal_without_a_word_has_no_book_and_this_is_said(house: House, tmp_path: Path) -> None:
    shelf = house.shelf()
    shelf.add(Relationship(codename="Wren", my_role=Role.MENTOR, type=RelationshipType.INFORMAL))
    taken = take_along(shelf, tmp_path / "mine", codename="Wren")
    shelf.close()
    assert taken.without_book == ("Wren",)
    assert not (tmp_path / "mine/Wren/Wren.pdf").exists() and (tmp_path / "mine/Wren/Wren.json").exists()


def test_what_belongs_to_no_journal_goes_along(house: House, tmp_path: Path) -> None:
    shelf = house.shelf()
    shelf.set_setting("place", {"typed": "half a sentence"})
    take_along(shelf, tmp_path / "mine", forms=frozenset({Form.JSON}))
    shelf.close()
    vault = json.loads((tmp_path / "mine/vault.json").read_text())
    assert {"key": "place", "value": {"typed": "half a sentence"}} in vault["tables"]["setting"]
    assert {"card", "ledger", "destruction"} <= set(vault["counts"])


def test_a_synchronised_folder_is_named(house: House, tmp_path: Path) -> None:
    shelf = house.shelf()
    taken = take_along(shelf, tmp_path / "Dropbox" / "mine", codename="Heron", forms=QUICK)
    shelf.close()
    assert taken.service == "Dropbox"
    assert "on other machines" in "\n".join(report(taken))
    assert "on other machines" not in "\n".join(report(replace(taken, service="")))


@pytest.mark.parametrize(
    ("codename", "name"),
    [("Heron", "Heron"), ("a/b:c", "a-b-c"), ("..", "journal"), ("NUL", "NUL-"), (".hidden.", "hidden")],
)
def test_a_codename_becomes_a_name_that_every_system_takes(codename: str, name: str) -> None:
    assert folder_name(codename, set()) == name


def test_two_codenames_never_share_a_folder() -> None:
    taken: set[str] = set()
    assert [folder_name(name, taken) for name in ("a/b", "a-b", "A-B")] == ["a-b", "a-b 2", "A-B 3"]
