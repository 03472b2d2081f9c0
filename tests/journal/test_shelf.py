"""The shelf: cards, codenames, search over all journals, and what closing and crashing leave behind."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentorjournal.errors import CodenameTaken, DamagedJournal, InvalidInput, NoSuchJournal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.query import parse
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import RelationshipStatus, RelationshipType, Role, SessionStatus
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault

PASSPHRASE = "three herons"


def clock():
    return datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def relationship(codename, **fields):
    return Relationship(codename=codename, my_role=Role.MENTOR, type=RelationshipType.INFORMAL, **fields)


def reflection(words, day=date(2026, 3, 1)):
    return Reflection(id=new_entry_id(), day=day, text=from_plain(words))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shelf") / "vault"
    vault, _ = Vault.create(folder, PASSPHRASE, cost=FLOOR)
    vault.close()
    return folder


@pytest.fixture
def shelf(made, tmp_path):
    import shutil

    shutil.copytree(made, tmp_path / "vault")
    shelf = Shelf(Vault.unlock(tmp_path / "vault", PASSPHRASE), clock=clock)
    yield shelf
    shelf.close()


def again(shelf):
    folder = shelf.vault.folder
    shelf.close()
    return Shelf(Vault.unlock(folder, PASSPHRASE), clock=clock)


def test_cards_are_by_codename_and_closed_ones_last(shelf):
    for name in ("Wren", "alder", "Heron"):
        shelf.add(relationship(name))
    shelf.add(relationship("Able", status=RelationshipStatus.CLOSED))
    assert [card.codename for card in shelf.cards()] == ["alder", "Heron", "Wren", "Able"]


def test_a_codename_is_taken_however_it_is_spelt(shelf):
    shelf.add(relationship("Heron"))
    with pytest.raises(CodenameTaken):
        shelf.add(relationship(" hERON "))
    wren = shelf.add(relationship("Wren"))
    with pytest.raises(CodenameTaken):
        shelf.describe(wren.id, relationship("heron"))
    assert shelf.describe(wren.id, relationship("Robin")).card.codename == "Robin"


def test_a_journal_that_cannot_begin_leaves_nothing(shelf):
    with pytest.raises(InvalidInput):
        shelf.add(replace(relationship("Wren"), type=RelationshipType.ONE_STOP))
    assert shelf.cards() == []
    assert shelf.vault.journal_ids() == ()


def test_no_journal_is_opened_to_show_the_shelf(shelf):
    for name in ("Heron", "Wren"):
        shelf.add(relationship(name))
    cards = shelf.cards()
    folder, ids = shelf.vault.folder, shelf.vault.journal_ids()
    shelf.close()
    for id in ids:
        (folder / "journals" / f"{id}.mjdb").unlink()
    shelf = Shelf(Vault.unlock(folder, PASSPHRASE), clock=clock)
    assert shelf.cards() == cards
    shelf.close()


def test_a_card_says_what_is_in_the_journal(shelf):
    heron = shelf.add(relationship("Heron"))
    heron.journal.reflections.add(reflection("words"))
    heron.journal.sessions.add(Session(id=new_entry_id(), day=date(2026, 2, 3), status=SessionStatus.HELD))
    heron.journal.sessions.add(Session(id=new_entry_id(), day=date(2026, 3, 9)))
    shelf = again(shelf)
    (card,) = shelf.cards()
    assert (card.entries, card.sessions_held) == (3, 1)
    assert (card.next_session_on, card.last_entry_on) == (date(2026, 3, 9), date(2026, 3, 1))
    assert shelf.named("HERON").card == card
    with pytest.raises(NoSuchJournal):
        shelf.named("Lark")
    shelf.close()


def test_a_search_is_newest_first_over_all_journals(shelf):
    for name, day in (("Heron", 3), ("Lark", 9), ("Wren", 5)):
        journal = shelf.add(relationship(name)).journal
        journal.reflections.add(reflection(f"heliotrope {name}", date(2026, 2, day)))
        journal.reflections.add(reflection("nothing", date(2026, 2, 27)))
    *_, found = shelf.find(parse("heliotrope"))
    assert [one.codename for one in found] == ["Lark", "Wren", "Heron"]
    *_, found = shelf.find(parse("liotrop"))
    assert [one.codename for one in found] == ["Lark", "Wren", "Heron"]
    *_, found = shelf.find(parse("heliotrope in:wren"))
    assert [one.codename for one in found] == ["Wren"]
    *_, found = shelf.find(parse("heliotrope"), limit=2)
    assert [one.codename for one in found] == ["Lark", "Wren"]
    assert list(shelf.find(parse("absent")))[-1] == []


def test_a_search_passes_over_a_damaged_journal(shelf):
    heron = shelf.add(relationship("Heron"))
    wren = shelf.add(relationship("Wren"))
    wren.journal.reflections.add(reflection("heliotrope"))
    folder = shelf.vault.folder
    shelf.close()
    path = folder / "journals" / f"{heron.id}.mjdb"
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    data[100] ^= 1
    path.write_bytes(data)
    shelf = Shelf(Vault.unlock(folder, PASSPHRASE), clock=clock)
    *_, found = shelf.find(parse("heliotrope"))
    assert [one.codename for one in found] == ["Wren"]
    assert [card.codename for card in shelf.cards()] == ["Heron", "Wren"]
    with pytest.raises(DamagedJournal):
        shelf.open(heron.id)
    shelf.close()


def test_private_settings_lie_in_the_vault(shelf):
    shelf.set_setting("place", {"journal": "x", "cursor": 12})
    shelf = again(shelf)
    assert shelf.setting("place") == {"journal": "x", "cursor": 12}
    assert shelf.setting("absent", 5) == 5
    shelf.close()


def test_an_older_copy_put_back_is_noticed(shelf):
    heron = shelf.add(relationship("Heron"))
    heron.journal.reflections.add(reflection("one"))
    shelf = again(shelf)
    path = shelf.vault.folder / "journals" / f"{heron.id}.mjdb"
    older = path.read_bytes()
    shelf.open(heron.id).journal.reflections.add(reflection("two"))
    folder = shelf.vault.folder
    shelf.close()
    path.write_bytes(older)
    shelf = Shelf(Vault.unlock(folder, PASSPHRASE), clock=clock)
    assert shelf.is_older_than_remembered(heron.id)
    shelf.close()


KILLED = """
import sys
from pathlib import Path
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.reflection import Reflection
from mentorjournal.vault.vault import Vault
from datetime import date
shelf = Shelf(Vault.unlock(Path(sys.argv[1]), sys.argv[2]))
journal = shelf.named("Heron").journal
number = 0
while True:
    number += 1
    text = from_plain(f"word{number} " * 40)
    journal.reflections.add(Reflection(id=new_entry_id(), day=date(2026, 3, 1), text=text))
    print(number, flush=True)
    if number % 5 == 0:
        journal.rest()
"""


def test_a_card_left_behind_by_a_kill_is_brought_up_to_date(shelf):
    shelf.add(relationship("Heron"))
    folder = shelf.vault.folder
    shelf.close()
    saved = saved_before_kill(folder, after=7)
    shelf = Shelf(Vault.unlock(folder, PASSPHRASE), clock=clock)
    (card,) = shelf.cards()
    assert saved <= card.entries <= saved + 1
    *_, found = shelf.find(parse(f"word{saved}"))
    assert len(found) == 1
    shelf.close()


def saved_before_kill(folder, *, after):
    """Write in another process, kill it once *after* saves are acknowledged, and return how many were."""
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder), PASSPHRASE],
        stdout=subprocess.PIPE,
        text=True,
    )
    saved = 0
    for line in process.stdout:
        saved = int(line)
        if saved >= after:
            os.kill(process.pid, signal.SIGKILL)
            break
    for line in process.stdout:
        saved = int(line)
    process.wait()
    process.stdout.close()
    return saved


def test_what_is_said_of_a_relationship_is_taken_back_with_its_card(shelf):
    wren = shelf.add(relationship("Wren"))
    change = shelf.redescribe(wren.id, relationship("Robin"))
    assert change.label == "Edit relationship"
    back = change.undo()
    assert [card.codename for card in shelf.cards()] == ["Wren"]
    back.undo()
    assert [card.codename for card in shelf.cards()] == ["Robin"]


def test_a_codename_that_was_given_away_does_not_come_back(shelf):
    wren = shelf.add(relationship("Wren"))
    change = shelf.redescribe(wren.id, relationship("Robin"))
    shelf.add(relationship("Wren"))
    with pytest.raises(CodenameTaken):
        change.undo()
    assert shelf.open(wren.id).relationship.codename == "Robin"


def test_a_step_keeps_what_is_news_of_the_relationship_as_an_act_of_its_own(shelf):
    wren = shelf.add(relationship("Wren"))
    about = replace(wren.relationship, purpose="news")
    described, paused = shelf.take_step(wren.id, Step.PAUSE, about)
    assert shelf.cards()[0].status is RelationshipStatus.PAUSED
    paused.undo()
    assert shelf.cards()[0].status is RelationshipStatus.ACTIVE
    assert wren.journal.relationship().purpose == "news"
    described.undo()
    assert wren.journal.relationship().purpose == ""
    assert len(shelf.take_step(wren.id, Step.PAUSE, wren.journal.relationship())) == 1


def test_a_step_that_cannot_be_taken_keeps_nothing(shelf):
    wren = shelf.add(relationship("Wren"))
    with pytest.raises(InvalidInput, match="not paused"):
        shelf.take_step(wren.id, Step.RESUME, replace(wren.relationship, purpose="news"))
    assert wren.journal.relationship().purpose == ""
