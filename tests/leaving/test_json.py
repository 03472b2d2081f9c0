"""The JSON has every word of every column: what it leaves out is worked out from the rest, and named here."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from mentorjournal.leaving.as_json import JOURNAL_FORMAT, VERSION, as_json
from mentorjournal.storage.whole import DERIVED, everything
from tests.journal.conftest import NOW, Desk


def written(desk: Desk) -> Any:
    return json.loads("".join(as_json(JOURNAL_FORMAT, everything(desk.db), NOW, here=lambda: None)))


@pytest.fixture(scope="module")
def taken(planted: Desk) -> Any:
    return written(planted)


def strings(value: object) -> Iterator[str]:
    """Every text in a value as JSON has it; JSON within JSON is read too, and bytes are taken as text."""
    match value:
        case str() if value.startswith('{"v":'):
            yield from strings(json.loads(value))
        case str():
            yield value
        case {"base64": str(coded)}:
            yield base64.b64decode(coded).decode("utf-8", "replace")
        case dict():
            for one in value.values():
                yield from strings(one)
        case list():
            for one in value:
                yield from strings(one)


def cells(desk: Desk) -> Iterator[tuple[str, str, object]]:
    """Table, column and value of everything in the file that can hold text, as it lies there."""
    for (table,) in desk.db.rows(
        "SELECT name FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    ):
        for name, kind in desk.db.rows("SELECT name, type FROM pragma_table_info(?)", (table,)):
            if kind in ("TEXT", "BLOB", ""):
                for (value,) in desk.db.rows(f'SELECT "{name}" FROM "{table}" WHERE "{name}" IS NOT NULL'):
                    yield table, name, value


def texts(value: object) -> Iterator[str]:
    if isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
    elif isinstance(value, str) and value[:1] in ("{", "["):
        yield from strings(json.loads(value))
    else:
        yield str(value)


def test_every_word_of_every_column_stands_in_the_json(planted: Desk, taken: Any) -> None:
    told = set(strings(taken))
    missing = [
        (table, column)
        for table, column, value in cells(planted)
        if table not in DERIVED and not told.issuperset(texts(value))
    ]
    assert missing == []


def test_what_is_left_out_says_nothing_that_does_not_stand_elsewhere(planted: Desk, taken: Any) -> None:
    """The timeline's rows and the word index: the words of entries, once more and for finding them."""
    told = " ".join(strings(taken)).replace("\u200b", "")
    derived = (str(value) for table, _, value in cells(planted) if table in DERIVED)
    marked = {
        word for text in derived for word in text.replace("\u200b", "").split() if word.startswith("zq")
    }
    assert marked and all(word in told for word in marked)


def test_a_table_is_left_out_only_by_name(planted: Desk, taken: Any) -> None:
    there = {table for table, _, _ in cells(planted)}
    assert there - set(taken["tables"]) == set(DERIVED)


def test_every_column_is_a_field(planted: Desk, taken: Any) -> None:
    for table, rows in taken["tables"].items():
        columns = [row[0] for row in planted.db.rows("SELECT name FROM pragma_table_info(?)", (table,))]
        assert all(list(row) == columns for row in rows), table


def test_it_says_its_format_and_how_many_of_each_there_are(planted: Desk, taken: Any) -> None:
    assert (taken["format"], taken["version"]) == ("mentor-journal/journal", VERSION) == (JOURNAL_FORMAT, 1)
    for table, count in taken["counts"].items():
        assert planted.db.row(f'SELECT count(*) FROM "{table}"') == (count,) == (len(taken["tables"][table]),)
    assert taken["counts"]["reflection"] and taken["counts"]["revision"]


def test_no_list_within_a_field_leaves_its_parts_without_names(taken: Any) -> None:
    def lists(value: object) -> Iterator[list[object]]:
        if isinstance(value, list):
            yield value
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        for one in inner:
            yield from lists(one)

    for rows in taken["tables"].values():
        for row in rows:
            for found in lists(row):
                assert not any(isinstance(one, list) for one in found), row


def test_a_frozen_copy_comes_back_byte_for_byte(planted: Desk, taken: Any) -> None:
    (shared,) = taken["tables"]["shared"]
    (copy,) = planted.db.rows("SELECT copy FROM shared")
    assert base64.b64decode(shared["copy"]["base64"]) == copy[0]
