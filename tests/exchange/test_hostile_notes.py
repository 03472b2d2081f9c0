"""Notes made by hand to fill the memory: refused, or read as the plain words that they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mentorjournal.errors import ImportProblem
from mentorjournal.exchange import incoming
from mentorjournal.exchange.jrnl import read_export
from mentorjournal.exchange.markdown import LONGEST_TEXT, from_markdown
from mentorjournal.exchange.markdown_folder import read_folder
from mentorjournal.model.blocks import BlockKind


def note(folder: Path, text: str) -> Path:
    (folder / "2026-03-01.md").write_text(text)
    return folder


def export(folder: Path, *bodies: str) -> Path:
    path = folder / "export.json"
    entries = [{"title": "A", "body": body, "date": "2026-03-01"} for body in bodies]
    path.write_text(json.dumps({"entries": entries}))
    return path


@pytest.mark.parametrize("field", ["mood", "tags"])
def test_a_text_that_aliases_repeat_is_refused(tmp_path: Path, field: str) -> None:
    aliases = ", ".join(["*a"] * 8_000)
    folder = note(tmp_path, f"---\nplace: &a {'x' * 30_000}\n{field}: [{aliases}]\n---\nWords.\n")
    with pytest.raises(ImportProblem, match="front matter"):
        read_folder(folder)


def test_a_star_in_front_matter_is_no_alias(tmp_path: Path) -> None:
    (found,) = read_folder(note(tmp_path, "---\ntitle: 5 * 7\nmood: '*fine*'\n---\nWords.\n"))
    assert (found.title, found.text[-1].text) == ("5 * 7", "mood: *fine*")


def test_a_note_of_endless_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match="more than 100,000 lines"):
        read_folder(note(tmp_path, "a\n" * 100_001))


@pytest.mark.parametrize("end", ["\n", "\r", "\u2028", "\x0b"])
def test_an_entry_of_endless_lines_is_refused(tmp_path: Path, end: str) -> None:
    with pytest.raises(ImportProblem, match="more than 100,000 lines"):
        read_export(export(tmp_path, f"a{end}" * 100_001))


def test_endless_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_TOGETHER", 50)
    with pytest.raises(ImportProblem, match="more than 50 paragraphs"):
        read_export(export(tmp_path, *["a\nb\nc"] * 20))
    with pytest.raises(ImportProblem, match="more than 50 paragraphs"):
        read_export(export(tmp_path, *[""] * 60))


def test_an_export_of_nothing_but_brackets_is_too_large_to_be_read(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text("[" + "{}," * (incoming.LARGEST_FILE // 3) + "{}]")
    with pytest.raises(ImportProblem, match="too large"):
        read_export(path)


def test_what_is_too_long_to_be_marked_up_is_plain_text() -> None:
    found = from_markdown("* a\n\n" * (LONGEST_TEXT // 5 + 1))
    assert {block.kind for block in found} == {BlockKind.PARAGRAPH}
