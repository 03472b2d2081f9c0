"""A journal of the real jrnl program comes in whole, or not at all."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.errors import ImportProblem
from mentorjournal.exchange.incoming import keep
from mentorjournal.exchange.jrnl import read_export
from mentorjournal.model.blocks import BlockKind, to_plain
from mentorjournal.model.query import parse

CONFIG = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: true
indent_character: '|'
journals: {{default: {{journal: {journal}}}}}
linewrap: 79
tagsymbols: '@#'
template: false
timeformat: '%F %R'
version: v4.6
"""

FIRST = date(2025, 1, 2)
COUNT = 320


class Jrnl:
    """The real program with its own home."""

    def __init__(self, home):
        self.journal = home / "j.txt"
        self.journal.touch()
        self._home = home
        self._config = home / "jrnl.yaml"
        self._config.write_text(CONFIG.format(journal=json.dumps(str(self.journal))), encoding="utf-8")

    def __call__(self, *arguments):
        home = str(self._home)
        done = subprocess.run(
            [sys.executable, "-m", "jrnl", "--config-file", str(self._config), *arguments],
            env={
                **os.environ,
                "HOME": home,
                "XDG_CONFIG_HOME": home,
                "XDG_DATA_HOME": home,
                "PYTHONIOENCODING": "utf-8",
                "PYTHONUTF8": "1",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=60,
        )
        return done.stdout.decode()


@pytest.fixture(scope="module")
def export(tmp_path_factory):
    """The export of a year of entries, two of them written through jrnl's own command line."""
    home = tmp_path_factory.mktemp("jrnl")
    jrnl = Jrnl(home)
    entries = []
    for number in range(COUNT - 2):
        day = FIRST + timedelta(days=number)
        extra = ["Café, naïve, Zażółć.", "今月の目標を決めた。", "A tide🌱pool beside 👨‍👩‍👧 us.", "Plain."][
            number % 4
        ]
        entries.append(
            f"[{day} 08:{number % 60:02}] Morning {number} @mentoring\n{extra}\n\n- [x] done\n- [ ] to do\n"
        )
    jrnl.journal.write_text("\n".join(entries), encoding="utf-8")
    jrnl("2026-02-01 at 9am:", "Through the program. With a second sentence about #questions.")
    jrnl("2026-02-02 at 9am*:", "A starred déjà vu.")
    path = home / "export.json"
    path.write_text(jrnl("--export", "json"), encoding="utf-8")
    return path


def test_every_entry_comes_in_on_its_own_day_and_is_found_again(export, journal_file):
    with journal_file.open() as journal:
        assert len(keep(journal, read_export(export)).touched) == COUNT
    with journal_file.open() as journal:
        kept = journal.reflections.all()
        days = [FIRST + timedelta(days=number) for number in range(COUNT - 2)]
        assert [reflection.day for reflection in kept] == [*days, date(2026, 2, 1), date(2026, 2, 2)]
        counts = {
            words: len(journal.find(parse(words), limit=1000))
            for words in ("cafe", "zazołc", "目標", "目", "tide", "pool", "plain", "déjà", "deja", "morning")
        }
    quarter = [len(range(start, COUNT - 2, 4)) for start in range(4)]
    assert counts == {
        "cafe": quarter[0],
        "zazołc": quarter[0],
        "目標": quarter[1],
        "目": quarter[1],
        "tide": quarter[2],
        "pool": quarter[2],
        "plain": quarter[3],
        "déjà": 1,
        "deja": 1,
        "morning": COUNT - 2,
    }


def test_titles_tags_stars_and_lines_arrive(export):
    notes = {note.day: note for note in read_export(export)}
    first = notes[FIRST]
    assert first.title.startswith("Morning 0")
    assert first.tags == ("mentoring",)
    assert [block.kind for block in first.text][-2:] == [BlockKind.CHECK, BlockKind.CHECK]
    assert notes[date(2026, 2, 1)].title == "Through the program."
    assert notes[date(2026, 2, 1)].tags == ("questions",)
    assert to_plain(notes[date(2026, 2, 1)].text) == "With a second sentence about #questions."
    assert notes[date(2026, 2, 2)].tags == ("starred",)


def test_an_entry_of_one_long_line_loses_no_word(tmp_path, journal):
    jrnl = Jrnl(tmp_path)
    line = " ".join(f"word{number}" for number in range(400))
    jrnl.journal.write_text(f"[2025-03-04 09:00] {line}\n", encoding="utf-8")
    path = tmp_path / "export.json"
    path.write_text(jrnl("--export", "json"), encoding="utf-8")
    keep(journal, read_export(path))
    (kept,) = journal.reflections.all()
    assert (kept.title + " " + to_plain(kept.text)).split() == line.split()


def entry(**fields):
    return {"title": "A title", "body": "Words", "date": "2026-03-01", "time": "09:00", "tags": [], **fields}


def exported(*entries):
    return json.dumps({"tags": {}, "entries": [entry(), *entries, entry()]}).encode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is not a jrnl export"),
        (b"[2026-03-01 09:00] A title\nWords", "is not a jrnl export"),
        (b'{"entries": [', "is not a jrnl export"),
        (b"[]", "is not a jrnl export"),
        (b"null", "is not a jrnl export"),
        (b'{"entries": {}}', "is not a jrnl export"),
        (b'{"entries": null}', "is not a jrnl export"),
        (b"[" * 100_000, "is not a jrnl export"),
        (b'{"entries":' + b"[" * 100_000, "is not a jrnl export"),
        (b'{"entries": [' + b"9" * 5000 + b"]}", "is not a jrnl export"),
        (b'{"entries": []}', "holds no entries"),
        (exported("words"), "is not a jrnl export"),
        (exported(entry(title=None)), "is not a jrnl export"),
        (exported(entry(body=["a"])), "is not a jrnl export"),
        (exported(entry(date=20260301)), "is not a jrnl export"),
        (exported(entry(tags=7)), "is not a jrnl export"),
        (exported({"title": "only"}), "is not a jrnl export"),
        (exported(entry(date="0000-01-01")), "Entry 2 has the date “0000-01-01”, which no calendar has"),
        (exported(entry(date="2026-02-30")), "which no calendar has"),
        (exported(entry(date="")), "which no calendar has"),
        (exported(entry(date="tomorrow")), "which no calendar has"),
        (b'{"entries": [{"title": "caf\xe9"}]}', "not UTF-8"),
        (exported().decode().encode("utf-16"), "not UTF-8"),
        (exported().decode().encode("utf-16-le"), "zero bytes"),
    ],
)
def test_a_file_that_is_no_export_is_refused_whole(tmp_path, refused, content, says):
    path = tmp_path / "export.json"
    path.write_bytes(content)
    assert says in refused(read_export, path)


def test_a_file_of_100_megabytes_is_refused_by_its_size(tmp_path, refused):
    path = tmp_path / "export.json"
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)
    assert "too large" in refused(read_export, path)


def test_what_is_not_there_and_what_is_a_folder_are_said_so(tmp_path, refused):
    assert "cannot be read" in refused(read_export, tmp_path / "nowhere.json")
    assert "is not a file of notes" in refused(read_export, tmp_path)


def test_zero_and_broken_characters_inside_json_do_no_harm(tmp_path, journal):
    path = tmp_path / "export.json"
    path.write_bytes(
        exported(entry(title="a\0b \ud83d", body="c\0d \udc00 [l](http://\ud800)", tags=["\0", "@"]))
    )
    assert len(keep(journal, read_export(path)).touched) == 3


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
ENTRY = st.fixed_dictionaries(
    {"title": ANY | st.text(), "body": ANY | st.text(), "date": ANY | st.dates().map(str), "tags": ANY}
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY | st.fixed_dictionaries({"entries": ANY | st.lists(ENTRY, max_size=3)}))
def test_any_json_is_taken_or_refused_in_words(tmp_path, journal, data):
    path = tmp_path / "any.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    before = journal.counts().reflections
    try:
        notes = read_export(path)
    except ImportProblem:
        assert journal.counts().reflections == before
    else:
        assert len(keep(journal, notes).touched) == len(notes) == journal.counts().reflections - before
