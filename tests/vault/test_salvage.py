"""Whatever is damaged, all that can be read comes into a new vault, and what cannot is said."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mentorjournal.errors import AlreadyThere, DamagedKeyFile, InvalidInput, WrongPassphrase
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.query import parse
from mentorjournal.model.reflection import Reflection
from mentorjournal.storage.btree import Pages
from mentorjournal.storage.connection import in_memory
from mentorjournal.storage.index import Card
from mentorjournal.vault.rescuing import rescue_into
from mentorjournal.vault.salvage import Salvage, Salvaged, salvage
from mentorjournal.vault.salvage_report import report
from mentorjournal.vault.sealed_pages import SealedPages
from mentorjournal.vault.vault import Vault
from tests.cli.command import tree
from tests.data.vaults.content import PASSPHRASE as STORED_PASSPHRASE
from tests.vault.conftest import flip
from tests.vault.house import PASSPHRASE, House, build, page_count, rows, rows_in, zero

LEAF, GOES_ON = 0x0D, 0x00
STORED = Path(__file__).parents[1] / "data" / "vaults"
NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build(tmp_path_factory.mktemp("house") / "vault")


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    shutil.copytree(built.folder, tmp_path / "vault")
    return House(tmp_path / "vault", built.code, built.heron, built.plover)


def salvaged(house: House) -> tuple[Salvage, House]:
    to = house.folder.with_name("new")
    shutil.rmtree(to, ignore_errors=True)
    made = salvage(house.folder, house.code, to, NOW, by_code=True)
    return made, House(to, house.code, house.heron, house.plover)


def of_heron(made: Salvage, house: House) -> Salvaged:
    return next(one for one in made.journals if one.journal == house.heron)


def pages_of(house: House, kind: str, first_byte: int = LEAF) -> list[int]:
    """The pages on which the rows of a table stand, or go on."""
    with contextlib.closing(house.vault(read_only=True)) as vault:
        sealed = SealedPages(house.journal(house.heron), vault._keys.journal_key(house.heron))
        pages = Pages(sealed.read, sealed.count)
        root = next(row.values[3] for row in pages.tree(1).rows if row.values[1] == kind)
        assert isinstance(root, int)
        own = Pages(sealed.read, sealed.count)
        own.tree(root)
        found = [page for page in sorted(own.seen) if (data := sealed.read(page)) and data[0] == first_byte]
        sealed.close()
    return found


def everything(house: House) -> dict[str, dict[str, tuple[object, ...]]]:
    with contextlib.closing(house.vault(read_only=True)) as vault:
        return rows(vault, house.heron)


def test_a_whole_vault_comes_out_whole(house: House) -> None:
    made, new = salvaged(house)
    assert made.whole and everything(new) == everything(house)
    with contextlib.closing(new.vault()) as vault:
        assert (vault.verify(), vault.notices) == ([], ())


def test_the_damaged_vault_is_not_touched(house: House) -> None:
    zero(house.journal(house.heron), 3, 9)
    flip(house.folder / "index.mjdb", 5000)
    house.folder.joinpath("vault.keys").unlink()
    before = tree(house.folder)
    salvaged(house)
    assert tree(house.folder) == before


def test_the_passphrase_opens_what_was_salvaged(house: House) -> None:
    flip(house.journal(house.heron), 5000)
    made = salvage(house.folder, PASSPHRASE, house.folder.with_name("new"), NOW)
    Vault.unlock(made.folder, PASSPHRASE).close()
    with pytest.raises(WrongPassphrase):
        salvage(house.folder, "another", house.folder.with_name("other"), NOW)
    assert not house.folder.with_name("other").exists()


def test_with_any_one_page_lost_all_that_stood_elsewhere_is_kept_word_for_word(house: House) -> None:
    """What is missing is never more than stood on the page or hung on it, and every loss is told."""
    path = house.journal(house.heron)
    before, data = everything(house), path.read_bytes()
    fewest = 10_000
    with contextlib.closing(house.vault(read_only=True)) as vault:
        for page in range(2, page_count(path) + 1, 2):
            path.write_bytes(data)
            zero(path, page)
            target = in_memory("target")
            key = vault._keys.journal_key(house.heron)
            rescued = rescue_into(path, key, target, Card(id=house.heron), "Heron", NOW)
            after = rows_in(target)
            assert target.rows("PRAGMA integrity_check") == [("ok",)], f"page {page}"
            assert target.rows("PRAGMA foreign_key_check") == [], f"page {page}"
            target.close()
            pairs = [(row, after[table].get(id)) for table in before for id, row in before[table].items()]
            missing = [row for row, kept in pairs if kept is None]
            changed = [row for row, kept in pairs if kept not in (None, row)]
            if rescued.described:
                assert not changed or any(lost.ending for lost in rescued.lost), f"page {page}"
                assert not missing or rescued.lost, f"page {page}"
            fewest = min(fewest, len(pairs) - len(missing))
    assert fewest > len(pairs) * 0.6


def test_no_word_is_ever_changed_by_random_damage(house: House) -> None:
    path = house.journal(house.heron)
    before, data = everything(house), path.read_bytes()
    for seed in range(6):
        chance = random.Random(seed)
        path.write_bytes(data)
        for _ in range(8):
            flip(path, chance.randrange(16, len(data)), chance.randrange(8))
        made, new = salvaged(house)
        one = of_heron(made, house)
        assert one.file and one.rescued is not None and one.rescued.sealed
        endings = sum(lost.ending for lost in one.rescued.lost)
        after = everything(new)
        changed = sum(
            row != before[table][id]
            for table, there in after.items()
            if table != "relationship"
            for id, row in there.items()
            if id in before[table]
        )
        assert changed <= endings + len(after["note_block"]) * (not one.rescued.described)


def test_a_flipped_bit_in_the_salt_costs_nothing(house: House) -> None:
    before = everything(house)
    flip(house.journal(house.heron), 5, 3)
    made, new = salvaged(house)
    one = of_heron(made, house)
    assert one.rescued is not None and one.rescued.sealed
    assert everything(new) == before


def test_with_the_first_page_lost_every_entry_is_kept_and_the_missing_proof_is_said(house: House) -> None:
    before = everything(house)
    zero(house.journal(house.heron), 1)
    made, new = salvaged(house)
    one = of_heron(made, house)
    assert one.rescued is not None and not one.rescued.sealed
    assert everything(new) == before
    assert any("first page is lost" in line for line in report(made))


def test_with_the_first_page_damaged_behind_its_salt_the_others_are_still_proved(house: House) -> None:
    before = everything(house)
    flip(house.journal(house.heron), 40)
    made, new = salvaged(house)
    one = of_heron(made, house)
    assert one.rescued is not None and one.rescued.sealed
    assert everything(new) == before


def test_a_truncated_journal_keeps_what_stands_before_the_cut(house: House) -> None:
    path = house.journal(house.heron)
    os.truncate(path, path.stat().st_size // 2 + 100)  # not even at the end of a page
    made, new = salvaged(house)
    assert of_heron(made, house).file
    assert len(everything(new)["session"]) == 12  # its page stands before the cut


def test_lost_entries_are_named_by_kind_and_day(house: House) -> None:
    zero(house.journal(house.heron), pages_of(house, "learning_point")[-1])
    zero(house.journal(house.heron), pages_of(house, "session")[0])
    made, _ = salvaged(house)
    said = report(made)
    assert any("a session of 2026-0" in line for line in said)
    assert any("a learning point of 2026-01-01" in line for line in said)


def test_notes_of_a_lost_session_are_kept_in_a_reflection_of_their_own(house: House) -> None:
    path = house.journal(house.heron)
    for page in pages_of(house, "session"):
        zero(path, page)
    made, new = salvaged(house)
    assert any(lost.apart for lost in of_heron(made, house).rescued.lost)  # type: ignore[union-attr]
    shelf = new.shelf()
    with contextlib.closing(shelf):
        found = shelf.named("Heron").journal.find(parse('"went well"'))
        assert {hit.title for hit in found} == {"What could be read of a session"}
        assert len(found) == 12


def test_a_long_text_that_is_cut_keeps_its_beginning(house: House) -> None:
    path, before = house.journal(house.heron), everything(house)["reflection"]
    zero(path, pages_of(house, "reflection", GOES_ON)[-1])
    made, new = salvaged(house)
    (changed,) = [id for id, row in everything(new)["reflection"].items() if row != before[id]]
    with contextlib.closing(new.shelf()) as shelf:
        kept = shelf.named("Heron").journal.reflections.get(changed)
        assert kept.text[0].text.startswith("Heron reflected on 2026-01-")
        assert kept.title.startswith("Reflection ")
    assert any("only the beginning could be read: a reflection of 2026-01-" in line for line in report(made))


def test_what_was_deleted_does_not_come_back(house: House) -> None:
    shelf = house.shelf()
    journal = shelf.named("Heron").journal
    gone = journal.reflections.all()[3]
    journal.reflections.remove(gone.id)
    shelf.close()
    for page in pages_of(house, "session"):
        zero(house.journal(house.heron), page)
    zero(house.journal(house.heron), 1)
    _, new = salvaged(house)
    with contextlib.closing(new.shelf()) as shelf:
        assert gone.id not in {one.id for one in shelf.named("Heron").journal.reflections.all()}
        assert shelf.named("Heron").journal.find(parse(f'"{gone.day} and wrote"')) == []


def test_a_missing_journal_is_named_and_the_newest_whole_backup_suggested(house: House) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        old = shelf.back_up()
        shelf.named("Heron").journal.reflections.add(Reflection(id=new_entry_id(), day=date(2026, 3, 1)))
        newest = shelf.back_up()
    house.journal(house.heron).unlink()
    flip(newest.backup.folder / "journals" / f"{house.heron}.mjdb", 9000)
    made, new = salvaged(house)
    one = of_heron(made, house)
    assert not one.file and one.suggestion is not None
    assert (one.suggestion.backup, one.suggestion.entries) == (old.backup, 60)
    assert any("“Heron” could not be read at all" in line for line in report(made))
    with contextlib.closing(new.vault()) as vault:
        assert vault.journal_ids() == (house.plover,) and vault.verify() == []


@pytest.mark.parametrize("how", ["zeroed", "missing", "empty", "a page"])
def test_a_damaged_index_is_made_anew_with_the_ledger_as_far_as_it_can_be_read(
    house: House, how: str
) -> None:
    with contextlib.closing(house.vault()) as vault:
        vault.index.put_setting("question sets", {"own": "kept"})
    index = house.folder / "index.mjdb"
    match how:
        case "zeroed":
            zero(index, *range(1, page_count(index) + 1))
        case "missing":
            index.unlink()
        case "empty":
            index.write_bytes(b"")
        case "a page":
            zero(index, page_count(index))
    made, new = salvaged(house)
    assert not made.index_whole and all(one.whole for one in made.journals)
    with contextlib.closing(new.shelf()) as shelf:
        assert [card.codename for card in shelf.cards()] == ["Heron", "Plover"]
        if how == "a page":
            assert shelf.setting("question sets") == {"own": "kept"}


def test_one_damaged_copy_of_the_key_file_costs_nothing(house: House) -> None:
    flip(house.folder / "vault.keys", 300)
    made, new = salvaged(house)
    assert made.whole
    with contextlib.closing(new.vault()) as vault:
        assert vault.notices == ()


def test_with_both_copies_damaged_the_key_file_of_a_backup_opens_the_journals(house: House) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        backup = shelf.back_up().backup
    for name in ("vault.keys", "vault.keys.copy"):
        flip(house.folder / name, 300)
    made = salvage(house.folder, PASSPHRASE, house.folder.with_name("new"), NOW)
    assert made.keys_from == backup.name
    assert all(one.whole for one in made.journals)
    assert any(backup.name in line for line in report(made))
    shutil.rmtree(house.folder / "backups")
    with pytest.raises(DamagedKeyFile):
        salvage(house.folder, PASSPHRASE, house.folder.with_name("other"), NOW)


def test_it_does_so_by_the_recovery_code_too(house: House) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        backup = shelf.back_up().backup
    for name in ("vault.keys", "vault.keys.copy"):
        flip(house.folder / name, 300)
    made = salvage(house.folder, house.code, house.folder.with_name("new"), NOW, by_code=True)
    assert made.keys_from == backup.name
    assert all(one.whole for one in made.journals)


def test_a_write_that_a_kill_cut_off_is_undone(house: House) -> None:
    before = everything(house)
    child = os.fork()
    if child == 0:
        db = house.vault().open_journal(house.heron, newest=99)
        db.run("PRAGMA cache_size = 1")
        with db.transaction():
            db.run("UPDATE reflection SET title = hex(randomblob(2000))")
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert house.journal(house.heron).with_name(f"{house.heron}.mjdb-journal").stat().st_size > 4096
    zero(house.journal(house.plover), 4)
    copy = tree(house.folder)
    _, new = salvaged(house)
    assert everything(new) == before
    assert tree(house.folder) == copy


def test_places_in_the_way_are_refused(house: House) -> None:
    (house.folder.parent / "full").mkdir()
    (house.folder.parent / "full" / "a file").touch()
    with pytest.raises(AlreadyThere):
        salvage(house.folder, PASSPHRASE, house.folder.parent / "full", NOW)
    with pytest.raises(InvalidInput):
        salvage(house.folder, PASSPHRASE, house.folder / "inside", NOW)


@pytest.mark.parametrize("version", ["v1", "v2", "v3", "v4"])
def test_a_vault_of_any_version_is_salvaged_and_opens_today(tmp_path: Path, version: str) -> None:
    shutil.copytree(STORED / version / "vault", tmp_path / "vault")
    paths = sorted((tmp_path / "vault" / "journals").glob("*.mjdb"))
    zero(paths[0], 1)
    for path in paths[1:]:
        zero(path, page_count(path))
    with contextlib.closing(
        Vault.unlock(STORED / version / "vault", STORED_PASSPHRASE, read_only=True)
    ) as old:
        codenames = {card.codename for card in old.index.cards()}
    made = salvage(tmp_path / "vault", STORED_PASSPHRASE, tmp_path / "new", NOW)
    assert all(one.file for one in made.journals)
    with contextlib.closing(Shelf(Vault.unlock(tmp_path / "new", STORED_PASSPHRASE))) as shelf:
        assert {card.codename for card in shelf.cards()} == codenames
        assert shelf.vault.verify() == []


def test_words_of_a_lost_entry_are_taken_from_the_word_index(house: House) -> None:
    with contextlib.closing(house.shelf()) as shelf:
        lost = shelf.named("Heron").journal.reflections.all()[1]
    pages = [page for page in pages_of(house, "reflection") if page > 20]
    for page in pages:
        zero(house.journal(house.heron), page)
    made, new = salvaged(house)
    with contextlib.closing(new.shelf()) as shelf:
        kept = [one for one in shelf.named("Heron").journal.reflections.all() if one.day == lost.day]
        assert [one.title for one in kept] == ["What could be read of a reflection"]
        assert lost.text[0].text.strip() in " ".join(block.text for block in kept[0].text)
    assert any(f"a reflection of {lost.day}" in line for line in report(made))
