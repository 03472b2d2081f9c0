"""What each command does, on a real vault, in a real process."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mentorjournal.demo import TODAY
from mentorjournal.demo.sample import samples
from mentorjournal.demo.vault import PASSPHRASE
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.blocks import to_plain
from mentorjournal.vault.vault import Vault
from tests.cli.command import ROOT, Command, tree

CODENAMES = {"Alder", "Birch", "Heron", "Kestrel", "Lark", "Robin", "Rowan", "Willow"}


def content(vault: Path) -> dict[str, object]:
    """Every journal of the vault by codename, each with everything that its doors give back."""
    shelf = Shelf(Vault.unlock(vault, PASSPHRASE))
    try:
        found = {}
        for card in shelf.cards():
            journal = shelf.open(card.id).journal
            nouns = (
                journal.sessions,
                journal.goals,
                journal.actions,
                journal.reflections,
                journal.learning_points,
            )
            found[card.codename] = (journal.relationship(), *(noun.all() for noun in nouns))
        return found
    finally:
        shelf.close()


def reflections(vault: Path, codename: str) -> dict[str, str]:
    shelf = Shelf(Vault.unlock(vault, PASSPHRASE))
    try:
        return {r.title: to_plain(r.text) for r in shelf.named(codename).journal.reflections.all()}
    finally:
        shelf.close()


# demo


def test_two_demos_are_equal_but_for_their_keys(run: Command, demo: Path, tmp_path: Path) -> None:
    made = run("demo", tmp_path / "again", "--day", str(TODAY))
    assert (made.status, made.out) == (0, f"Passphrase: {PASSPHRASE}\n")
    again, first = tmp_path / "again", demo
    assert (again / "vault.keys").read_bytes() != (first / "vault.keys").read_bytes()
    one, other = Path(shutil.copytree(first, tmp_path / "copy")), again
    assert content(one) == content(other)
    assert set(content(one)) == CODENAMES


def test_a_demo_of_a_size_holds_exactly_that_many(run: Command, tmp_path: Path) -> None:
    assert run("demo", tmp_path / "vault", "--size", "333").status == 0
    listed = run.unlocked("list", tmp_path / "vault", "--json").json
    assert sum(journal["counts"]["entries"] for journal in listed) == 333


def test_a_demo_is_not_made_over_something(run: Command, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "letter.txt").write_text("keep me")
    refused = run("demo", tmp_path / "there")
    assert refused.status == 1 and "already exists" in refused.err
    assert tree(tmp_path / "there") == {"letter.txt": b"keep me"}


# verify, list, search


def test_a_whole_vault_verifies_and_stays_as_it_is(run: Command, demo: Path) -> None:
    before = tree(demo)
    said = run.unlocked("verify", demo, "--json")
    assert (said.status, said.json) == (0, {"ok": True, "journals": 8, "findings": []})
    assert run.unlocked("verify", demo).out == "All is well: keys, index and 8 journals.\n"
    assert tree(demo) == before


def test_the_list_names_every_journal_by_its_codename_alone(run: Command, vault: Path) -> None:
    listed = run.unlocked("list", vault, "--json").json
    assert {journal["codename"] for journal in listed} == CODENAMES
    assert {journal["kind"] for journal in listed} == {"long_term_formal", "one_stop", "informal"}
    assert {journal["role"] for journal in listed} == {"mentor", "mentee", "peer"}
    assert "closed" in {journal["status"] for journal in listed}
    plain = run.unlocked("list", vault).out
    assert len(plain.splitlines()) == 8
    for sample in samples(TODAY):
        name = sample.relationship.partner_display_name
        assert name and name not in plain and name not in json.dumps(listed, ensure_ascii=False)


def test_added_words_are_found_by_accent_sign_phrase_and_filter(run: Command, vault: Path) -> None:
    texts = {
        "Żółw": "Zażółć gęślą jaźń über naïve façade.",
        "龜": "今天的對話很有幫助，我想再談一次。",
        "Slow": "The quiet tortoise wins; quiet is not slow.",
    }
    for title, text in texts.items():
        words = ("--journal", "heron", "--reflection", "--title", title, "--day", "2026-02-03")
        assert run.unlocked("add", vault, *words, text=text).status == 0

    def found(*words: str) -> list[str]:
        ended = run.unlocked("search", vault, *words, "--json")
        assert ended.status == 0
        for hit in ended.json:
            assert hit["codename"] == "Heron" and hit["kind"] == "reflection" and hit["day"] == "2026-02-03"
        return sorted(hit["title"] for hit in ended.json)

    assert found("gesla") == found("JAŹŃ", "facade") == ["Żółw"]
    assert found("對話") == found("幫") == ["龜"]
    assert found('"quiet tortoise"') == ["Slow"]
    assert found('"tortoise quiet"') == []
    assert found("tortoise", "kind:reflection", "in:Heron", "after:2026-02", "before:2026-02-03") == ["Slow"]
    assert found("quiet tortoise -wins in:Heron") == []


def test_nothing_found_is_no_failure(run: Command, vault: Path) -> None:
    for words in (("qqqzzz",), ("", "…", '"', "kind:goal")):
        ended = run.unlocked("search", vault, "--json", *words)
        assert (ended.status, ended.json) == (0, [])
    assert run.unlocked("search", vault, "before:2020", "NEAR(the").out == ""


def test_a_search_takes_no_more_than_it_is_asked_for(run: Command, vault: Path) -> None:
    assert len(run.unlocked("search", vault, "the", "--limit", "3", "--json").json) == 3


# add


def test_what_was_added_is_on_the_disk(run: Command, vault: Path, tmp_path: Path) -> None:
    text = "First line, with “quotes” and émigré 🐢\n\nSecond *paragraph*.\n"
    (tmp_path / "words.md").write_text(text, encoding="utf-8")
    expected = "First line, with “quotes” and émigré 🐢\nSecond paragraph."
    lark = ("--journal", "Lark", "--title")
    for title, source in (("A", []), ("B", [tmp_path / "words.md"]), ("C", ["-"])):
        ended = run.unlocked("add", vault, *lark, title, "--reflection", *source, text=text)
        assert (ended.status, ended.out, ended.err) == (0, "", "")
    kept = reflections(vault, "Lark")
    assert kept["A"] == kept["B"] == kept["C"] == expected
    assert run.unlocked("verify", vault).status == 0


def test_a_note_goes_to_the_sessions_of_its_day(run: Command, vault: Path) -> None:
    for text in ("The first note.", "The second note."):
        ended = run.unlocked("add", vault, "--journal", "Robin", "--note", "--day", "2025-01-07", text=text)
        assert (ended.status, ended.out, ended.err) == (0, "", "")
    hits = run.unlocked("search", vault, "note", "after:2025-01-07", "before:2025-01-07", "--json").json
    assert [(hit["codename"], hit["kind"]) for hit in hits] == [("Robin", "session")]


def test_nothing_is_added_where_there_is_nothing_to_add(run: Command, vault: Path) -> None:
    before = content(vault)
    for kind, text in (("--note", ""), ("--reflection", " \n\t\n"), ("--reflection", b"\xff\xfe broken")):
        assert run.unlocked("add", vault, "--journal", "Lark", kind, text=text).status == 1
    assert run.unlocked("add", vault, "--journal", "Nobody", "--note", text="x").status == 1
    assert run.unlocked("add", vault, "--journal", "Lark", "--note", "/nowhere.md").status == 1
    assert content(vault) == before


# import


def test_notes_from_elsewhere_come_in_on_their_own_days(run: Command, vault: Path, tmp_path: Path) -> None:
    notes = ROOT / "tests" / "data" / "notes"
    ended = run.unlocked("import", vault, "--journal", "Birch", "--markdown", notes)
    assert ended.status == 0, ended.err
    count = int(ended.out.split()[1])
    assert count > 20
    entry = {"title": "Łódź 🐢", "body": "Grüße", "date": "2024-05-06", "time": "09:00", "tags": ["@Ödön"]}
    (tmp_path / "jrnl.json").write_text(json.dumps({"entries": [entry]}), encoding="utf-8")
    ended = run.unlocked("import", vault, "--journal", "Birch", "--jrnl", tmp_path / "jrnl.json")
    assert ended.out == "Imported 1 entries.\n"
    hits = run.unlocked("search", vault, "Łódź 🐢 before:2024-12", "--json").json
    assert [(hit["day"], hit["title"]) for hit in hits] == [("2024-05-06", "Łódź 🐢")]
    birch = next(j for j in run.unlocked("list", vault, "--json").json if j["codename"] == "Birch")
    assert birch["counts"]["entries"] == 11 + count + 1


# The program itself


def test_the_versions_are_named(run: Command) -> None:
    said = run("--version")
    assert said.status == 0
    names = [line.split()[0] for line in said.out.splitlines()]
    assert names == ["Mentor", "SQLCipher", "SQLite", "Qt"]
    assert all(any(word[0].isdigit() for word in line.split()) for line in said.out.splitlines())


@pytest.mark.parametrize("command", ["demo", "verify", "list", "search", "add", "import", "summary"])
def test_every_command_explains_itself(run: Command, command: str) -> None:
    said = run(command, "--help")
    assert said.status == 0 and said.out.startswith("usage: mentorjournal") and said.err == ""
