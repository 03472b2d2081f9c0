"""Backups are made and listed; what is destroyed is gone from every file, with all the keys in hand."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from mentorjournal.demo.sample import TODAY, samples
from mentorjournal.demo.vault import PASSPHRASE
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import Session
from mentorjournal.model.words import PracticeKind, RelationshipType, RetentionRule, Role, SessionStatus
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from mentorjournal.vault.verification import verify
from tests.cli.command import Command, environment, said, tree
from tests.faults import canary_writer, keys_in_hand
from tests.faults.canaries import KINDS, canary, sightings
from tests.pdf import reading

NOT_OF_THE_JOURNAL = {"passphrase", "setting", "searchword", "ledgerlearning", "ledgerapplied"}


@dataclass(frozen=True)
class Marked:
    """A vault with one journal full of marked words, and one besides."""

    folder: Path
    code: str

    @property
    def places(self) -> list[Path]:
        return keys_in_hand.places(self.folder)

    def read(self) -> dict[str, str]:
        """All that any file of the vault and its backups says to whoever holds passphrase and code."""
        return keys_in_hand.read(self.folder, PASSPHRASE, self.code)


@pytest.fixture
def marked(tmp_path: Path) -> Marked:
    vault, code = Vault.create(tmp_path / "marked", PASSPHRASE, cost=FLOOR)
    shelf = Shelf(vault)
    opened = shelf.add(canary_writer.relationship())
    canary_writer.write_everything(opened.journal)
    canary_writer.leave_unfinished(shelf, opened.id)
    about = Relationship(codename="Heron", my_role=Role.MENTOR, type=RelationshipType.INFORMAL)
    heron = shelf.add(about).journal
    heron.sessions.add(
        Session(id=new_entry_id(), day=date(2026, 3, 1), status=SessionStatus.HELD, minutes=45, title="kept")
    )
    shelf.close()
    return Marked(tmp_path / "marked", "-".join(code.groups()))


def put_on_hold(folder: Path, codename: str) -> None:
    shelf = Shelf(Vault.unlock(folder, PASSPHRASE))
    journal = shelf.named(codename).journal
    rule = RetentionRule.ON_HOLD
    journal.life.close(Closure(closed_on=journal.today(), rule=rule, hold_reason="A case is open"))
    shelf.close()


# backup, backups


def test_a_backup_is_made_named_and_listed(run: Command, vault: Path) -> None:
    assert run.unlocked("backups", vault).out == ""
    made = run.unlocked("backup", vault)
    name, told = made.out.removesuffix("\n").split(": ")
    assert (made.status, told) == (0, "8 journals.")
    again = run.unlocked("backup", vault).out.partition(":")[0]
    assert run.unlocked("backups", vault).out.split() == [again, name]
    listed = run.unlocked("backups", vault, "--json").json
    assert [one["name"] for one in listed] == [again, name]
    assert listed[0]["made_at"].endswith("+00:00")
    assert verify(vault / "backups" / name, PASSPHRASE).findings == ()


def test_a_damaged_journal_is_named_and_the_rest_is_backed_up(run: Command, marked: Marked) -> None:
    assert run.unlocked("backup", marked.folder).status == 0
    shelf = Shelf(Vault.unlock(marked.folder, PASSPHRASE))
    heron = shelf.named("Heron")
    heron.journal.describe(replace(heron.relationship, purpose="changed since the last backup"))
    shelf.close()
    path = marked.folder / "journals" / f"{heron.id}.mjdb"
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)
    ended = run.unlocked("backup", marked.folder)
    assert ended.status == 4 and "“Heron” is damaged" in ended.err
    assert "2 journals" in ended.out


# destroy


def test_what_is_destroyed_is_gone_from_every_file_with_all_keys_in_hand(
    run: Command, marked: Marked
) -> None:
    words = {kind: canary(kind) for kind in KINDS if kind not in NOT_OF_THE_JOURNAL}
    for _ in range(2):
        assert run.unlocked("backup", marked.folder).status == 0
    before = marked.read()
    assert len(before) == 2 * 3 * 3
    for kind in ("reflectionbody", "clausemine", "reviewanswer", "conflict", "unfinished"):
        assert sum(canary(kind) in text for text in before.values()) == 2 * 3, kind

    ended = run.unlocked("destroy", marked.folder, "--journal", canary("codename"), "--yes", "--no-record")
    assert (ended.status, ended.err) == (0, "")
    after = marked.read()
    assert len(after) == 2 * 3 * 2
    assert [
        (kind, file) for kind, word in words.items() for file, text in after.items() if word in text
    ] == []
    assert sightings(words, marked.folder) == []
    for place in marked.places:
        assert verify(place, PASSPHRASE).findings == ()
    assert sum("kept" in text for text in after.values()) == 2 * 3
    assert [one["codename"] for one in run.unlocked("list", marked.folder, "--json").json] == ["Heron"]
    gone = run.unlocked("destroy", marked.folder, "--journal", canary("codename"), "--yes")
    assert gone.status == 1


def test_the_record_names_nobody_and_says_what_was_not_reached(run: Command, marked: Marked) -> None:
    run.unlocked("backup", marked.folder)
    record = run.unlocked("destroy", marked.folder, "--journal", canary("codename"), "--yes").out
    for told in ("mentee, one-stop advice", "1 sessions held", "1 backups", "sent elsewhere", "solid-state"):
        assert told in record, told
    assert "Copies of the vault's folder" in record
    assert f"file “{canary('exportname')}”, saved on" in record
    private = {kind: canary(kind) for kind in KINDS if kind not in ("codename", "exportname")}
    assert [kind for kind, word in private.items() if word in record] == []
    kept = [text for name, text in marked.read().items() if name.endswith("index")]
    assert [kind for kind in (*private, "exportname") for text in kept if canary(kind) in text] == [
        kind for kind in NOT_OF_THE_JOURNAL for text in kept if canary(kind) in text
    ]


def test_a_damaged_journal_can_be_destroyed_too(run: Command, marked: Marked) -> None:
    shelf = Shelf(Vault.unlock(marked.folder, PASSPHRASE))
    heron = shelf.named("Heron").id
    shelf.close()
    path = marked.folder / "journals" / f"{heron}.mjdb"
    path.write_bytes(path.read_bytes()[:4096] + bytes(8192))
    ended = run.unlocked("destroy", marked.folder, "--journal", "Heron", "--yes")
    assert ended.status == 0 and "what it knew of saved files" in ended.err
    assert not path.exists()
    assert verify(marked.folder, PASSPHRASE).findings == ()


def test_the_record_can_be_a_page_to_sign(run: Command, marked: Marked, tmp_path: Path) -> None:
    out = tmp_path / "record.pdf"
    words = ("--journal", canary("codename"), "--yes", "--record", out)
    assert run.unlocked("destroy", marked.folder, *words).status == 0
    data = out.read_bytes()
    assert "Sessions held 1" in reading.text(data) and "Signature" in reading.text(data)
    private = {kind: canary(kind) for kind in KINDS if kind != "codename"}
    said = reading.everything(data) + reading.text(data).encode()
    assert [kind for kind, word in private.items() if word.encode() in said] == []


def test_nothing_is_destroyed_where_the_record_would_overwrite_a_file(
    run: Command, vault: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.pdf"
    taken.write_bytes(b"keep me")
    ended = run.unlocked("destroy", vault, "--journal", "Lark", "--yes", "--record", taken)
    assert ended.status == 1 and "already exists" in ended.err
    assert taken.read_bytes() == b"keep me" and "Lark" in run.unlocked("list", vault).out


def test_without_a_terminal_it_is_refused_and_nothing_happens(run: Command, vault: Path) -> None:
    before = tree(vault)
    ended = run.unlocked("destroy", vault, "--journal", "Lark", text="Lark\n")
    assert ended.status == 2 and "--yes" in ended.err
    assert tree(vault) == before


@pytest.mark.parametrize(("typed", "status"), [("Lark", 0), ("lark, please", 1), ("", 1)])
def test_on_a_terminal_the_codename_is_typed(run: Command, vault: Path, typed: str, status: int) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, said(PASSPHRASE, f"{typed}\n"))
    words = ("destroy", str(vault), "--passphrase-stdin", "--journal", "Lark")
    ended = subprocess.run(
        [sys.executable, "-m", "mentorjournal", *words],
        stdin=theirs,
        capture_output=True,
        check=False,
        text=True,
        cwd=run.home,
        env=environment(run.home),
        timeout=120,
    )
    os.close(theirs)
    os.close(ours)
    assert ended.returncode == status, ended
    assert "Type its codename" in ended.stderr and "does not reach" in ended.stderr
    left = [one["codename"] for one in run.unlocked("list", vault, "--json").json]
    assert ("Lark" in left) is (status != 0)
    assert ("Nothing was destroyed." in ended.stderr) is (status != 0)


def test_what_is_on_hold_is_not_destroyed(run: Command, vault: Path) -> None:
    put_on_hold(vault, "Lark")
    ended = run.unlocked("destroy", vault, "--journal", "Lark", "--yes")
    assert ended.status == 1 and "on hold" in ended.err and "case" not in ended.err
    assert "Lark" in run.unlocked("list", vault).out


# restore


def test_a_destroyed_journal_does_not_come_back_from_an_old_backup(
    run: Command, marked: Marked, tmp_path: Path
) -> None:
    name = run.unlocked("backup", marked.folder).out.partition(":")[0]
    elsewhere = tmp_path / "elsewhere" / name
    shutil.copytree(marked.folder / "backups" / name, elsewhere)
    run.unlocked("destroy", marked.folder, "--journal", canary("codename"), "--yes")
    ended = run.unlocked("restore", marked.folder, "--backup", str(elsewhere), "--to", str(tmp_path / "back"))
    assert (ended.status, ended.err) == (0, "")
    assert "1 journal." in ended.out and "What was destroyed does not come back." in ended.out
    listed = run.unlocked("list", tmp_path / "back", "--json").json
    assert [one["codename"] for one in listed] == ["Heron"]
    assert verify(tmp_path / "back", PASSPHRASE).findings == ()
    words = {kind: canary(kind) for kind in KINDS if kind not in {*NOT_OF_THE_JOURNAL, "codename"}}
    back = Marked(tmp_path / "back", marked.code)
    (back.folder / "backups").mkdir()
    assert [
        (kind, file) for kind, word in words.items() for file, text in back.read().items() if word in text
    ] == []


def test_the_newest_backup_comes_back_beside_the_vault(run: Command, vault: Path, tmp_path: Path) -> None:
    assert "has no backup yet" in run.unlocked("restore", vault, "--to", str(tmp_path / "back")).err
    run.unlocked("backup", vault)
    before = tree(vault)
    ended = run.unlocked("restore", vault, "--to", str(tmp_path / "back"))
    assert ended.status == 0 and "8 journals" in ended.out
    assert run.unlocked("list", tmp_path / "back").out == run.unlocked("list", vault).out
    assert {path for path in tree(vault) if "index" not in str(path)} == {
        path for path in before if "index" not in str(path)
    }


@pytest.mark.parametrize("where", ["full", "inside"])
def test_restoring_overwrites_nothing(run: Command, vault: Path, tmp_path: Path, where: str) -> None:
    run.unlocked("backup", vault)
    to = {"full": tmp_path / "full", "inside": vault / "back"}[where]
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    ended = run.unlocked("restore", vault, "--to", str(to))
    assert ended.status == 1
    assert (tmp_path / "full" / "letter.txt").read_text() == "mine"
    assert not (vault / "back").exists()


def test_a_backup_of_another_vault_is_refused(
    run: Command, vault: Path, marked: Marked, tmp_path: Path
) -> None:
    name = run.unlocked("backup", marked.folder).out.partition(":")[0]
    foreign = str(marked.folder / "backups" / name)
    ended = run.unlocked("restore", vault, "--backup", foreign, "--to", str(tmp_path / "back"))
    assert ended.status == 4 and "backup of another vault" in ended.err
    assert not (tmp_path / "back").exists()
    assert run.unlocked("restore", vault, "--backup", "nowhere", "--to", str(tmp_path / "back")).status == 1


# ledger


def test_the_ledger_is_kept_when_asked_and_names_nobody(run: Command, marked: Marked) -> None:
    assert "keeps no ledger" in run.unlocked("ledger", marked.folder).out
    entered = run.unlocked("ledger", marked.folder, "--enter-sessions")
    assert "Mentoring: 0:45 h\nIn all: 0:45 h, 1 sessions with 1 relationships" in entered.out
    assert "Heron" not in entered.out
    assert run.unlocked("ledger", marked.folder, "--enter-sessions").out == entered.out
    told = run.unlocked("ledger", marked.folder, "--json").json
    assert told["totals"] == {
        "minutes": {"mentoring": 45, "preparation": 0, "supervision": 0, "cpd": 0, "training": 0},
        "all_minutes": 45,
        "relationships": 1,
        "sessions": 1,
    }
    assert [(one["day"], one["minutes"]) for one in told["entries"]] == [("2026-03-01", 45)]
    table = run.unlocked("ledger", marked.folder, "--csv").out
    assert table == "day,kind,minutes,mode,relationship\n2026-03-01,mentoring,45,in_person,1\n"
    later = run.unlocked("ledger", marked.folder, "--from", "2026-03-02").out
    assert later == "Nothing stands in the ledger for this time.\n"


@pytest.fixture
def ledger(vault: Path) -> Path:
    """A vault whose ledger holds what was learnt, with the mentee's name in it."""
    shelf = Shelf(Vault.unlock(vault, PASSPHRASE))
    about = shelf.named("Heron").relationship
    shelf.ledger.put(
        LedgerEntry(
            id=new_entry_id(),
            day=date(2026, 3, 1),
            minutes=90,
            kind=PracticeKind.SUPERVISION,
            learning=f"=1+1, said {about.partner_display_name}",
        )
    )
    shelf.close()
    return vault


def test_the_ledger_is_a_page_to_sign_without_a_name_or_a_codename(
    run: Command, ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ledger.pdf"
    ended = run.unlocked("ledger", ledger, "--enter-sessions", "--pdf", out)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    said = reading.text(out.read_bytes())
    assert (
        "Supervision 1 1:30" in said
        and "Seen by a supervisor" in said
        and "mymentee" in "".join(said.split())
    )
    for sample in samples(TODAY):
        about = sample.relationship
        for name in (about.codename, about.my_display_name, about.partner_display_name):
            assert not any(part in said for part in name.split()), name


def test_the_table_goes_into_a_new_file_or_is_read_here(run: Command, ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "ledger.csv"
    here = run.unlocked("ledger", ledger, "--csv").out
    assert here == "day,kind,minutes,mode,relationship\n2026-03-01,supervision,90,,\n"
    assert run.unlocked("ledger", ledger, "--csv", out).out == ""
    assert out.read_text("utf-8") == here
    again = run.unlocked("ledger", ledger, "--csv", out)
    assert again.status == 1 and "already exists" in again.err


def test_what_was_learnt_is_in_the_table_when_asked_for_and_is_no_formula(run: Command, ledger: Path) -> None:
    told = run.unlocked("ledger", ledger, "--csv", "--learning").out
    assert "learning,how_applied\n" in told and '"\'=1+1, said my mentee",' in told
    assert run.unlocked("ledger", ledger, "--learning").status == 2


def test_an_empty_ledger_leaves_no_page(run: Command, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "ledger.pdf"
    ended = run.unlocked("ledger", demo, "--pdf", out)
    assert ended.status == 1 and "Nothing stands in the ledger" in ended.err and not out.exists()


def test_a_period_of_the_ledger_that_ends_before_it_begins_is_refused(run: Command, vault: Path) -> None:
    ended = run.unlocked("ledger", vault, "--from", "2026-03-02", "--to", "2026-03-01")
    assert ended.status == 1 and "Exchange" in ended.err
