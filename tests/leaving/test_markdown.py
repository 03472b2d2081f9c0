"""The Markdown: no word of an entry is lost in it, and the program's own importer reads it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from mentorjournal.exchange.markdown_folder import read_folder
from mentorjournal.journal.journal import Journal
from mentorjournal.leaving.entries import REFLECTIONS, MarkdownJournal
from mentorjournal.model.blocks import Block, BlockKind, Document, Span, from_plain, to_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Answer, Reflection
from tests.journal.conftest import Desk, begin
from tests.leaving.test_json import cells, texts
from tests.sharing.planted import MARK, SHOWN

# What the Markdown does not say: numbers by which rows know each other, when a row was written, the earlier
# versions of a text, and the copies of what was shared, which are files of their own.
NOT_TOLD = {"leaf", "leaf_text", "revision", "keeping"}
NOT_TOLD_COLUMNS = {"id", "created_at", "updated_at", "made_at", "copy", "moment", "shared_at"}


def write(journal, folder: Path) -> dict[str, str]:
    files = dict(MarkdownJournal(journal).files())
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return files


def test_every_marked_word_stands_in_some_file(planted: Desk, tmp_path: Path) -> None:
    told = " ".join(" ".join(write(Journal(planted.db), tmp_path).values()).split())
    for table, column, value in cells(planted):
        if table not in NOT_TOLD and column not in NOT_TOLD_COLUMNS:
            for text in texts(value):
                words = " ".join(text.split())
                if (MARK in words or SHOWN in words) and column != "lines":
                    assert words in told, (table, column, words)


def test_no_file_is_named_by_a_word_that_somebody_wrote(planted: Desk, tmp_path: Path) -> None:
    names = list(write(Journal(planted.db), tmp_path))
    assert not [name for name in names if MARK in name or SHOWN in name]
    assert len(names) == len({name.casefold() for name in names})


LIST: Document = (
    Block(BlockKind.BULLET, (Span("first"),)),
    Block(BlockKind.BULLET, (Span("within "), Span("bold", bold=True)), level=1),
    Block(BlockKind.NUMBERED, (Span("one"),)),
    Block(BlockKind.CHECK, (Span("done"),), done=True),
    Block(BlockKind.CHECK, (Span("not done"),)),
)
STYLED: Document = (
    Block(spans=(Span("plain "), Span("bold", bold=True), Span(" and "), Span("struck", strike=True))),
    Block(BlockKind.QUOTE, (Span("as she said it"),)),
    Block(BlockKind.DIVIDER),
    Block(spans=(Span("a link to "), Span("the page", link="https://example.org/a?b=1"), Span("."))),
)
HOSTILE: Document = from_plain(
    "# no heading\n- no list\n--- \n1. no number\n<b>& *x* _y_ `z` [a](b) |c|\n\\end"
)
TITLES = ("", "Plain", "With: a colon # and 'quotes' \"too\"", "--- dashes", "مرحبا 東京", "tags: no")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("text", [LIST, STYLED, HOSTILE], ids=["list", "styled", "hostile"])
def test_the_importer_reads_a_reflection_back(desk, tmp_path: Path, title: str, text: Document) -> None:
    journal = begin(desk)
    one = Reflection(
        id=new_entry_id(), day=date(2026, 3, 1), title=title, text=text, tags=("feedback", "#two", "three")
    )
    journal.reflections.add(one)
    write(journal, tmp_path)
    (note,) = read_folder(tmp_path / REFLECTIONS)
    assert (note.day, note.title) == (one.day, title)
    assert note.tags == ("feedback", "two", "three")
    assert note.text == text


def test_answers_come_back_below_their_questions(desk, tmp_path: Path) -> None:
    journal = begin(desk)
    answers = (
        Answer(step_id="a", prompt_text="What happened?", text=from_plain("We met.\nIt rained.")),
        Answer(step_id="b", prompt_text="# And then?", text=from_plain("Nothing.")),
    )
    one = Reflection(id=new_entry_id(), day=date(2026, 3, 1), title="Walk", answers=answers)
    journal.reflections.add(one)
    desk.now += timedelta(minutes=1)
    journal.reflections.add(replace(one, id=new_entry_id(), title="Second of the day"))
    write(journal, tmp_path)
    notes = read_folder(tmp_path / REFLECTIONS)
    assert [note.title for note in notes] == ["Walk", "Second of the day"]
    said = "What happened?\nWe met.\nIt rained.\n# And then?\nNothing."
    assert [to_plain(note.text) for note in notes] == [said, said]
