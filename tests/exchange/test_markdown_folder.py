"""A folder of somebody's real notes comes in whole, or not at all."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.errors import ImportProblem
from mentorjournal.exchange.incoming import LARGEST_FILE, keep
from mentorjournal.exchange.markdown_folder import read_folder
from mentorjournal.model.blocks import BlockKind, to_plain
from mentorjournal.model.query import parse

NOTES = Path(__file__).parent.parent / "data" / "notes"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "notes"
    made.mkdir()

    def write(**files):
        for name, text in files.items():
            path = made / name.replace("__", "/").replace("_md", ".md")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return made

    return write


@pytest.fixture(scope="module")
def notes():
    return {(note.day.isoformat(), note.title): note for note in read_folder(NOTES)}


def test_every_note_comes_and_nothing_else(notes):
    files = [p for p in NOTES.rglob("*") if p.suffix in (".md", ".txt", ".markdown")]
    hidden = [p for p in files if any(part.startswith(".") for part in p.relative_to(NOTES).parts)]
    assert len(files) - len(hidden) == 28
    assert len(read_folder(NOTES)) == 28


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2024-11-04", "First week as a mentor"),
        ("2024-11-18", "Coffee with the workshop"),
        ("2025-01-07", "New year: one question"),
        ("2025-01-21", "Naïve, or just new?"),
        ("2025-03-14", "Whose goal is it"),
        ("2025-04-02", ""),
        ("2025-05-06", ""),
        ("2025-06-01", "undated name"),
        ("2025-06-03", "Handover, as the British write dates"),
        ("2025-06-12", "День відкритих дверей"),
        ("2025-06-18", "Salt & pepper &co"),
        ("2025-07-02", "02 Wednesday"),
        ("2025-07-30", ""),
        ("2025-08-08", "Zażółć gęślą jaźń"),
        ("2025-09-02", "محادثة"),
        ("2025-10-01", "From another system"),
        ("2025-10-02", "With a mark in front"),
        ("2026-02-14", ""),
        ("2026-02-20", "今月の目標"),
        ("2026-02-22", "연습"),
    ],
)
def test_days_and_titles_are_found_where_people_put_them(notes, day, title):
    assert (day, title) in notes


def test_tags_are_found_in_every_way_of_writing_them(notes):
    assert notes["2025-01-07", "New year: one question"].tags == ("mentoring", "questions")
    assert notes["2025-01-21", "Naïve, or just new?"].tags == ("mentoring", "café", "réflexion")
    assert notes["2025-06-03", "Handover, as the British write dates"].tags == ("handover", "ward")
    assert notes["2025-10-01", "From another system"].tags == ("one", "two")


def test_fields_without_a_place_of_their_own_are_not_lost(notes):
    assert to_plain(notes["2025-01-07", "New year: one question"].text).endswith(
        "mood: hopeful\nlocation: Bench by the canal"
    )


def test_words_between_two_dividers_are_not_front_matter(notes):
    text = notes["2025-08-09", ""].text
    assert text[0].kind is BlockKind.DIVIDER
    assert "divider above" in text[1].text


def test_lines_of_a_plain_text_file_stay_apart(notes):
    assert to_plain(notes["2025-05-20", ""].text) == "Plain text, from a telephone.\nSecond line."


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("naive", ["2025-01-21"]),
        ("gesla", ["2025-08-08"]),
        ("目標", ["2026-02-20"]),
        ("對話", ["2026-02-21"]),
        ("下一步", ["2026-02-21"]),
        ("연습", ["2026-02-22"]),
        ("beside", ["2025-03-09"]),
        ("тихий", ["2025-06-12"]),
        ("שיחה", ["2025-09-01"]),
        ("محادثة", ["2025-09-02"]),
        ("hopeful", ["2025-01-07"]),
    ],
)
def test_all_of_it_is_found_after_closing_and_opening(journal_file, words, days):
    with journal_file.open() as journal:
        assert len(keep(journal, read_folder(NOTES)).touched) == 28
    with journal_file.open() as journal:
        assert journal.counts().reflections == 28
        assert [hit.day.isoformat() for hit in journal.find(parse(words))] == days


def test_a_few_hundred_notes_come_in_on_their_own_days(folder, journal_file):
    first = date(2024, 1, 1)
    days = [first + timedelta(days=2 * number) for number in range(300)]
    files = {
        f"{d:%Y}__{d:%m}__{d}_md": f"# Day {n}\n\nNote *{n}* café 目標 🌱tide" for n, d in enumerate(days)
    }
    made = folder(**files)
    with journal_file.open() as journal:
        assert len(keep(journal, read_folder(made)).touched) == 300
    with journal_file.open() as journal:
        assert [reflection.day for reflection in journal.reflections.all()] == days
        for words in ("cafe", "目標", "tide"):
            assert len(journal.find(parse(words), limit=1000)) == 300


GOOD = b"# A good note\n"


@pytest.mark.parametrize(
    ("name", "bad", "says"),
    [
        ("2026-03-02_md", b"caf\xe9", "not UTF-8"),
        ("2026-03-02_md", "café".encode("utf-16"), "not UTF-8"),
        ("2026-03-02_md", "cafe".encode("utf-16-le"), "zero bytes"),
        ("2026-03-02_md", b"one\0two", "zero bytes"),
        ("0000-01-01_md", b"hello", "which no calendar has"),
        ("2026-02-30_md", b"hello", "which no calendar has"),
        ("note_md", b"---\ndate: 0000-01-01\n---\nhello", "which no calendar has"),
        ("note_md", b"---\ndate: 2025-123\n---\nhello", "which no calendar has"),
        ("note_md", b"---\ndate: soon\n---\nhello", "which no calendar has"),
        ("note_md", b"hello", "has no date"),
        ("note_md", b"", "has no date"),
        ("2026-03-02_md", b"---\ntitle: [unclosed\n---\nhello", "front matter"),
        ("2026-03-02_md", b"---\ntitle: " + b"[" * 20_000 + b"\n---\n", "front matter"),
        ("2026-03-02_md", b"---\ntitle: " + b"x" * 100_000 + b"\n---\n", "front matter"),
    ],
)
def test_one_bad_note_keeps_all_of_them_out(folder, refused, name, bad, says):
    made = folder(**{"2026-03-01_md": GOOD, "2026-03-31_md": GOOD, name: bad})
    sentence = refused(read_folder, made)
    assert says in sentence
    assert name.replace("_md", ".md") in sentence
    assert "Nothing was imported" in sentence


def test_a_file_of_100_megabytes_is_refused_by_its_size(folder, refused):
    made = folder(**{"2026-03-01_md": GOOD})
    with (made / "2026-03-02.md").open("wb") as file:
        file.truncate(100 * 1024**2)
    assert "too large" in refused(read_folder, made)
    assert LARGEST_FILE < 100 * 1024**2


def test_a_yaml_bomb_does_not_go_off(folder, refused):
    layers = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30))
    made = folder(**{"2026-03-01_md": f"---\ntitle: Boom\na0: &a0 [x]\n{layers}\ntags: *a29\n---\nhello"})
    assert "front matter of “2026-03-01.md” cannot be read" in refused(read_folder, made)


def test_a_folder_that_is_none_and_an_empty_one(tmp_path, refused):
    (tmp_path / "file.md").write_bytes(GOOD)
    (tmp_path / "empty").mkdir()
    assert "is not a folder" in refused(read_folder, tmp_path / "nowhere")
    assert "is not a folder" in refused(read_folder, tmp_path / "file.md")
    assert "holds no Markdown notes" in refused(read_folder, tmp_path / "empty")


def test_a_name_that_is_no_text_can_still_be_told(folder, refused):
    made = folder(**{"2026-03-01_md": GOOD})
    try:
        (made / "caf\udce9.md").write_bytes(b"hello")
    except (OSError, UnicodeError):
        return  # this system's names are always text
    assert "has no date" in refused(read_folder, made)


def test_a_failure_while_writing_keeps_nothing(journal):
    notes = read_folder(NOTES)
    impossible = [*notes, object()]
    before = journal.generation()
    with pytest.raises(AttributeError):
        keep(journal, impossible)  # type: ignore[arg-type]
    assert (journal.counts().reflections, journal.generation()) == (0, before)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200) | st.text(alphabet="-\n:&*[]{}!|>#'\"dateil 20-1", max_size=200).map(str.encode)
)
def test_no_note_makes_it_fail_otherwise(tmp_path, content):
    (tmp_path / "2026-03-01.md").write_bytes(content)
    (tmp_path / "note.md").write_bytes(b"---\n" + content + b"\n---\n" + content)
    try:
        read_folder(tmp_path)
    except ImportProblem as problem:
        assert str(problem)


def test_an_import_is_taken_back_and_done_again_as_one(journal):
    imported = keep(journal, read_folder(NOTES))
    back = imported.undo()
    assert journal.reflections.all() == []
    back.undo()
    assert len(journal.reflections.all()) == 28
