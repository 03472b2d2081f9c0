"""Leaves: a row for each entry, newest first by its key, and the word index over them.

Saving marks a leaf stale and touches its row alone; `bring_up_to_date` writes the words and the index when
the journal rests, and before a search. A leaf's *stale* is 0 when the index is right, 1 when it holds older
words, 2 when it holds none.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any

from mentorjournal.model.ids import EntryId
from mentorjournal.model.query import Query
from mentorjournal.model.timeline import MARK_END, MARK_START, Hit, Place, TimelineRow
from mentorjournal.model.words import EntryKind
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_CURRENT, _OLDER, _NEVER = 0, 1, 2
_WITHIN_DAY = 24  # bits for the order within a day: 16 million entries

# The tokenizer takes a run of Chinese, Japanese or Korean for one word; set apart, each character is found.
_SET_APART = re.compile("([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff])")
_APART = "\u200b"

_MOST_WORDS_FOR_A_PART = 200

ReadWords = Callable[[EntryKind, EntryId], tuple[str, str]]
"""Gives the title and the words of an entry as they are to be found."""


def set_apart(text: str) -> str:
    return text if text.isascii() else _SET_APART.sub(f"{_APART}\\1{_APART}", text)


def day_of(place: int) -> date:
    return date.fromordinal(place >> _WITHIN_DAY)


@reads
def place_of(db: Connection, id: EntryId) -> Place | None:
    row = db.row("SELECT place FROM leaf WHERE id = ?", (id,))
    return Place(row[0]) if row else None


def put(
    db: Connection,
    kind: EntryKind,
    id: EntryId,
    day: date,
    title: str,
    opening: str,
    *,
    at: Place | None = None,
) -> TimelineRow:
    """Show the entry at *day*; its words are indexed when the journal rests. One that comes back to its day
    stands where it stood, *at*, when that place is still free.
    """
    known = db.row("SELECT place, stale, title, opening FROM leaf WHERE id = ?", (id,))
    if known and known[0] >> _WITHIN_DAY == day.toordinal():
        place = known[0]
        # Every page that is touched is sealed twice, so what is so already is not written again.
        if known[2:] != (title, opening):
            db.run("UPDATE leaf SET title = ?, opening = ? WHERE place = ?", (title, opening, place))
        if known[1] == _CURRENT:
            db.run("UPDATE leaf SET stale = ? WHERE place = ?", (_OLDER, place))
    else:
        if known:
            delete(db, id)
        place = at if at is not None and _is_free(db, at, day) else _next_place(db, day)
        db.run(
            "INSERT INTO leaf (place, kind, id, title, opening, stale) VALUES (?, ?, ?, ?, ?, ?)",
            (place, kind.value, id, title, opening, _NEVER),
        )
    return TimelineRow(place=Place(place), kind=kind, id=id, day=day, title=title, opening=opening)


def delete(db: Connection, id: EntryId) -> None:
    """Remove the entry's row and, at once, its words from the index."""
    row = db.row("SELECT place, stale FROM leaf WHERE id = ?", (id,))
    if row is None:
        return
    if row[1] != _NEVER:
        _unindex(db, row[0])
    db.run("DELETE FROM leaf WHERE place = ?", (row[0],))


@reads
def bring_up_to_date(db: Connection, read: ReadWords, most: int = 500) -> int:
    """Index the words of at most *most* stale leaves, in one transaction, and return how many were left to
    do before it. Calling until it returns 0 brings all up to date.
    """
    stale = db.rows("SELECT place, kind, id, stale FROM leaf WHERE stale > 0 LIMIT ?", (most,))
    if not stale:
        return 0
    with db.transaction():
        for place, kind, id, state in stale:
            if state == _OLDER:
                _unindex(db, place)
            row = (place, *(set_apart(text) for text in read(EntryKind(kind), EntryId(id))))
            db.run("INSERT INTO leaf_text (place, title_words, words) VALUES (?, ?, ?)", row)
            db.run("INSERT INTO leaf_words (rowid, title_words, words) VALUES (?, ?, ?)", row)
            db.run("UPDATE leaf SET stale = ? WHERE place = ?", (_CURRENT, place))
    return len(stale)


@reads
def are_stale(db: Connection) -> bool:
    """Whether there is something that `bring_up_to_date` would do."""
    return db.row("SELECT 1 FROM leaf WHERE stale > 0 LIMIT 1") is not None


@reads
def newest(
    db: Connection, *, kinds: Sequence[EntryKind], before: Place | None = None, limit: int = 50
) -> list[TimelineRow]:
    """The *limit* newest rows of *kinds*, or those that come before *before*."""
    marks = ", ".join("?" * len(kinds))
    rows = db.rows(
        f"SELECT place, kind, id, title, opening FROM leaf WHERE place < ? AND kind IN ({marks})"
        " ORDER BY place DESC LIMIT ?",
        (before if before is not None else 1 << 62, *(kind.value for kind in kinds), limit),
    )
    return [_row(row) for row in rows]


@reads
def of_goal(db: Connection, goal: EntryId) -> list[TimelineRow]:
    """The rows of the actions and reflections that point at *goal*, newest first."""
    rows = db.rows(
        "SELECT place, kind, id, title, opening FROM leaf WHERE id IN"
        " (SELECT id FROM action WHERE goal_id = ? UNION ALL SELECT id FROM reflection WHERE goal_id = ?)"
        " ORDER BY place DESC",
        (goal, goal),
    )
    return [_row(row) for row in rows]


@reads
def of(db: Connection, ids: Collection[EntryId]) -> list[TimelineRow]:
    """The rows of these entries, newest first; what is not there is left out."""
    rows = db.rows(_OF, (json.dumps(list(ids)),)) if ids else []
    return [_row(row) for row in rows]


@reads
def find(db: Connection, query: Query, limit: int = 50) -> list[Hit]:
    """The newest *limit* entries that *query* finds, with the found words marked: by whole words, and when
    there are none by parts of words.
    """
    if query.is_empty:
        return []
    where, values = _narrowed(query)
    sql = f"{_HIT} {where} ORDER BY leaf_words.rowid DESC LIMIT ?"
    rows = db.rows(sql, (match_text(query), *values, limit))
    if not rows and (match := parts_text(db, query)):  # reads every word there is, so only when needed
        rows = db.rows(sql, (match, *values, limit))
    return [_hit(row) for row in rows]


@reads
def find_places(db: Connection, query: Query, limit: int = 50, *, by_parts: bool = False) -> list[Place]:
    """Where the newest *limit* entries stand that *query* finds, without their words: `hits` shows them."""
    match = "" if query.is_empty else parts_text(db, query) if by_parts else match_text(query)
    if not match:
        return []
    where, values = _narrowed(query)
    rows = db.rows(
        "SELECT leaf_words.rowid FROM leaf_words"
        + (" JOIN leaf ON leaf.place = leaf_words.rowid" if query.kinds else "")
        + f" WHERE leaf_words MATCH ? {where} ORDER BY leaf_words.rowid DESC LIMIT ?",
        (match, *values, limit),
    )
    return [Place(row[0]) for row in rows]


@reads
def hits(db: Connection, query: Query, places: Sequence[Place], *, by_parts: bool = False) -> list[Hit]:
    """What stands at *places*, newest first, with the found words marked."""
    match = places and (parts_text(db, query) if by_parts else match_text(query))
    if not match:
        return []
    marks = ", ".join("?" * len(places))
    rows = db.rows(
        f"{_HIT} AND leaf_words.rowid IN ({marks}) ORDER BY leaf_words.rowid DESC", (match, *places)
    )
    return [_hit(row) for row in rows]


_OF = (
    "SELECT place, kind, id, title, opening FROM leaf WHERE id IN (SELECT value FROM json_each(?))"
    " ORDER BY place DESC"
)
_HIT = (
    "SELECT leaf_words.rowid, leaf.kind, leaf.id, leaf.title,"
    f" snippet(leaf_words, -1, '{MARK_START}', '{MARK_END}', '…', 24)"
    " FROM leaf_words JOIN leaf ON leaf.place = leaf_words.rowid WHERE leaf_words MATCH ?"
)


def _row(row: tuple[Any, ...]) -> TimelineRow:
    place, kind, id, title, opening = row
    return TimelineRow(
        place=Place(place),
        kind=EntryKind(kind),
        id=EntryId(id),
        day=day_of(place),
        title=title,
        opening=opening,
    )


def _hit(row: tuple[Any, ...]) -> Hit:
    place, kind, id, title, snippet = row
    return Hit(
        place=place,
        kind=EntryKind(kind),
        id=id,
        day=day_of(place),
        title=title,
        snippet=snippet.replace(_APART, "").replace("\n", " "),
    )


def match_text(query: Query) -> str:
    """The query in the index's own language; every term is a quoted phrase, so nothing in it is obeyed."""
    quoted = ['"' + set_apart(term).replace('"', '""') + '"' for term in query.terms]
    if query.last_is_prefix:
        quoted[-1] += " *"
    return _without(" AND ".join(quoted), query)


@reads
def parts_text(db: Connection, query: Query) -> str:
    """The query for words that merely hold what was typed, or nothing when a term is in no word."""
    found = []
    for term in query.terms:
        rows = db.rows(
            "SELECT term FROM leaf_terms WHERE instr(term, ?) LIMIT ?", (fold(term), _MOST_WORDS_FOR_A_PART)
        )
        if not rows:
            return ""
        found.append("(" + " OR ".join(f'"{row[0]}"' for row in rows) + ")")
    return _without(" AND ".join(found), query) if found else ""


def _without(text: str, query: Query) -> str:
    for term in query.without:
        text = f"({text}) NOT " + '"' + set_apart(term).replace('"', '""') + '"'
    return text


def fold(text: str) -> str:
    """The text without case and accents, as the index keeps its words."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _narrowed(query: Query) -> tuple[str, list[Any]]:
    where = ""
    values: list[Any] = []
    if query.after:
        where += " AND leaf_words.rowid >= ?"
        values.append(query.after.toordinal() << _WITHIN_DAY)
    if query.before:
        where += " AND leaf_words.rowid < ?"
        values.append((query.before.toordinal() + 1) << _WITHIN_DAY)
    if query.kinds:
        where += f" AND leaf.kind IN ({', '.join('?' * len(query.kinds))})"
        values.extend(sorted(kind.value for kind in query.kinds))
    return where, values


def _is_free(db: Connection, place: Place, day: date) -> bool:
    taken = db.row("SELECT 1 FROM leaf WHERE place = ?", (place,))
    return day_of(place) == day and taken is None


def _next_place(db: Connection, day: date) -> int:
    first = day.toordinal() << _WITHIN_DAY
    row = db.row(
        "SELECT max(place) FROM leaf WHERE place BETWEEN ? AND ?", (first, first + 2**_WITHIN_DAY - 1)
    )
    return first if row is None or row[0] is None else int(row[0]) + 1


def _unindex(db: Connection, place: int) -> None:
    db.run(
        "INSERT INTO leaf_words (leaf_words, rowid, title_words, words)"
        " SELECT 'delete', place, title_words, words FROM leaf_text WHERE place = ?",
        (place,),
    )
    db.run("DELETE FROM leaf_text WHERE place = ?", (place,))
