"""A journal's rows brought out of a damaged file: what is whole as it was, what is cut as far as it goes, and
a list of what is gone. Nothing is guessed: an entry is named only where another page still names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from mentorjournal.model.blocks import Document, from_json, from_plain, opening, to_json
from mentorjournal.model.clock import moment_text
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.words import EntryKind
from mentorjournal.storage import keeping, leaves
from mentorjournal.storage.btree import Pages, Row, Value
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.index import Card
from mentorjournal.storage.kinds import TABLES
from mentorjournal.storage.migrations import Step, migrate
from mentorjournal.storage.rescue import Found, Shape, index_rows, put, put_all, tables_in
from mentorjournal.storage.rescued_words import is_json, words_of

NAMES = {
    "relationship": "what the journal says of the relationship",
    "reflection": "a reflection",
    "session": "a session",
    "note_block": "a note of a session",
    "goal": "a goal",
    "check_in": "a check-in of a goal",
    "action": "an action",
    "learning_point": "a learning point",
    "topic": "a topic",
    "instrument": "a scale of your own",
    "rating": "a rating",
    "revision": "an earlier version of a text",
    "agreement": "an agreement",
    "review": "a review",
    "closure": "how the relationship was closed",
    "export": "the name of a file that was written",
    "shared": "the copy of a summary that was shared",
    "keeping": "a note of the journal to itself",
}
_DERIVED = ("leaf", "leaf_text", "generation")
_DOCUMENTS = {("reflection", "text"), ("note_block", "text"), ("goal", "why")}
_NEVER_HALF = {"revision", "shared", "rating", "agreement", "review", "instrument", "keeping"}
_NO_WORDS_APART = {"shared", "keeping", "export", "instrument"}
_OWNERS = {"note_block": ("session_id", "session"), "check_in": ("goal_id", "goal")}


@dataclass(frozen=True, slots=True)
class Lost:
    """One thing that could not be read. *ending* where only its end is lost; *apart* where its words were put
    into a reflection of their own. Not *named* where nothing says any more whether there was one.
    """

    what: str
    day: date | None = None
    ending: bool = False
    apart: bool = False
    named: bool = True


@dataclass(slots=True)
class Rescued:
    """How a rescue went. *described* is False when the relationship itself had to be begun anew."""

    codename: str = field(default="", repr=False)
    entries: int = 0
    lost: list[Lost] = field(default_factory=list)
    pages: int = 0
    pages_lost: int = 0
    described: bool = True
    sealed: bool = True

    @property
    def whole(self) -> bool:
        return not self.lost and self.described and self.sealed


def rescue_journal(
    pages: Pages, target: Connection, steps: Sequence[Step], card: Card, codename: str, now: datetime
) -> Rescued:
    """Fill *target*, a new and empty file, with all that can be read; *steps* are those the old one has seen.

    What is lost of the relationship itself is taken from its *card*, or else only *codename* is known of it.
    """
    migrate(target, steps, target.name)
    target.run("PRAGMA foreign_keys = OFF")
    target.run("DELETE FROM generation")
    found = tables_in(pages, target)
    work = _Work(target, found, now)
    with target.transaction():
        for name, table in found.items():
            if name not in _DERIVED:
                for row in put_all(target, table):
                    work.mend(table.shape, row)
        work.join_up()
        if work.begin_anew(card, codename):
            work.result.described = False
        work.name_lost(_session_days(pages))
        work.write_apart()
        work.list_entries()
        _count_on(target, found["generation"], card)
    target.run("PRAGMA foreign_keys = ON")
    work.result.entries = keeping.counts(target).entries
    work.result.codename = str((target.row("SELECT codename FROM relationship") or ("",))[0])
    work.result.pages, work.result.pages_lost = pages.count, len(pages.unreadable())
    return work.result


class _Work:
    """One rescue under way."""

    def __init__(self, db: Connection, found: dict[str, Found], now: datetime) -> None:
        self.result = Rescued()
        self._db = db
        self._found = found
        self._now = now
        self._named: set[str] = set()
        self._leaf_days = {
            str(row.values[2]): leaves.day_of(row.number)
            for row in found["leaf"].rows
            if len(row.values) > 2 and 0 < row.number >> 24 < date.max.toordinal()
        }
        self._places = {str(row.values[2]): row.number for row in found["leaf"].rows if len(row.values) > 2}
        self._indexed = {row.number: row.values[1:] for row in found["leaf_text"].rows if not row.cut}
        self._apart: defaultdict[tuple[str, str], list[str]] = defaultdict(list)

    def mend(self, shape: Shape, row: Row) -> None:
        """Keep what there is of a row that is cut, or that its table refuses."""
        values: dict[str, Value] = dict(zip(shape.columns, row.values, strict=False))
        id, day = str(values.get("id") or ""), _day(values)
        if row.cut and values and shape.name not in _NEVER_HALF:
            kept, more, left = _filled(shape, row, moment_text(self._now))
            if put(self._db, shape, kept, more):
                if left:
                    self._keep_apart(shape.name, id, [left], day)
                self._tell(shape.name, day, id, ending=True, apart=bool(left))
                return
        words = [text for name, value in values.items() if (text := words_of(name, value))]
        words = words if shape.name in NAMES and shape.name not in _NO_WORDS_APART else []
        if words:
            self._keep_apart(shape.name, id, words, day)
        self._tell(shape.name, day, id, apart=bool(words))

    def join_up(self) -> None:
        """Let nothing point to what is lost; what cannot stand alone is kept as words."""
        for table, (column, parent) in _OWNERS.items():
            orphans = f"{column} NOT IN (SELECT id FROM {parent})"
            rows = self._db.rows(_ORPHANS[table])
            for owner, *values in rows:
                words = [text for value in values if (text := words_of("text", value))]
                if words:
                    self._keep_apart(parent, owner, words, self._leaf_days.get(owner))
                    self._named.add(owner)
            for owner in {row[0] for row in rows}:
                self._named.add(owner)
                self.result.lost.append(
                    Lost(NAMES[parent], self._leaf_days.get(owner), apart=(parent, owner) in self._apart)
                )
            statement = f"DELETE FROM {table} WHERE {orphans}"
            self._db.run(statement)
        for table, column, parent in self._references():
            statement = (
                f"UPDATE {table} SET {column} = NULL"
                f" WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {parent})"
            )
            self._db.run(statement)

    def begin_anew(self, card: Card, codename: str) -> bool:
        """Give a journal that lost its relationship the one that its card knows of."""
        if self._db.row("SELECT 1 FROM relationship") is not None:
            return False
        known = not card.unknown
        self._db.run(
            _RELATIONSHIP,
            {
                "codename": card.codename if known else codename,
                "role": card.role if known else "mentee",
                "type": card.type if known else "informal",
                "form": card.form if known else "traditional",
                "status": card.status if known else "active",
                "started_on": card.opened_on and card.opened_on.isoformat(),
                "moment": moment_text(self._now),
            },
        )
        return True

    def name_lost(self, session_days: dict[int, date]) -> None:
        """Name what other pages still know of and no row was found for."""
        kinds = {name: kind for kind, name in TABLES.items()}
        for name, table in self._found.items():
            if name in _DERIVED or name not in NAMES or not table.lost:
                continue
            there = self._ids(table.shape)
            missing: dict[str, date | None] = {}
            for number, id in table.ids.items():
                if id not in there:
                    missing[id] = session_days.get(number) if name == "session" else None
            if name in kinds:
                for row in self._found["leaf"].rows:
                    if len(row.values) > 2 and row.values[1] == kinds[name].value:
                        id = str(row.values[2])
                        if id not in there:
                            missing[id] = missing.get(id) or self._leaf_days.get(id)
            for id, day in sorted(missing.items(), key=lambda one: one[1] or date.max):
                words = self._words_of_index(id) if id not in self._named else []
                if words:
                    self._keep_apart(name, id, words, day)
                self._tell(name, day, id, apart=bool(words))
            if table.ids_lost:
                self.result.lost.append(Lost(NAMES[name], named=False))

    def list_entries(self) -> None:
        """Give every entry its row of the timeline again; the word index is made when the journal rests."""
        listed = {}
        for row in self._found["leaf"].rows:
            if len(row.values) > 4:
                listed[str(row.values[2])] = row
        for kind, name in TABLES.items():
            shape = self._found[name].shape if name in self._found else None
            if shape is None:
                continue
            for id in self._ids(shape):
                old = listed.get(id)
                if old is not None and put(self._db, self._found["leaf"].shape, old, {"stale": 2}):
                    continue
                self._list_anew(kind, shape, id)
        about = [row for row in self._found["leaf"].rows if len(row.values) > 4]
        for row in about:
            if row.values[1] == EntryKind.RELATIONSHIP.value:
                put(self._db, self._found["leaf"].shape, row, {"stale": 2})

    def _list_anew(self, kind: EntryKind, shape: Shape, id: str) -> None:
        statement = f"SELECT * FROM {shape.name} WHERE id = ?"
        row = self._db.row(statement, (id,))
        values = dict(zip(shape.columns, row or (), strict=False))
        day = _day(values) or self._now.date()
        text = values.get("text") or values.get("why")
        document = _document(str(text or ""))
        leaves.put(self._db, kind, EntryId(id), day, str(values.get("title") or ""), opening(document))

    def _ids(self, shape: Shape) -> set[str]:
        if "id" not in shape.columns:
            return set()
        statement = f"SELECT id FROM {shape.name}"
        return {row[0] for row in self._db.rows(statement)}

    def _references(self) -> list[tuple[str, str, str]]:
        return [
            (table, column, parent)
            for table in self._found
            for column, parent, rule in self._db.rows(
                'SELECT "from", "table", on_delete FROM pragma_foreign_key_list(?)', (table,)
            )
            if rule == "SET NULL"
        ]

    def _words_of_index(self, id: str) -> list[str]:
        """The words by which an entry was found, where they stand on other pages than the entry."""
        indexed = self._indexed.get(self._places.get(id, 0), ())
        return [text.replace("\u200b", "") for text in indexed if isinstance(text, str) and text]

    def _keep_apart(self, table: str, id: str, words: list[str], day: date | None) -> None:
        self._apart[table, id] += words
        if day is not None:
            self._leaf_days.setdefault(id, day)

    def write_apart(self) -> None:
        """Keep the words that lost their own place: a private reflection for each entry they were of."""
        moment = moment_text(self._now)
        for (table, id), words in self._apart.items():
            day = self._leaf_days.get(id) or self._now.date()
            document = from_plain("\n".join(words))
            title = f"What could be read of {NAMES[table]}"
            self._db.run(
                _APART, {"id": new_entry_id(), "day": day.isoformat(), "title": title, "moment": moment,
                         "text": to_json(document)}
            )  # fmt: skip

    def _tell(
        self, table: str, day: date | None, id: str, *, ending: bool = False, apart: bool = False
    ) -> None:
        if table not in NAMES or (id and id in self._named):
            return
        self._named.add(id)
        day = day or self._leaf_days.get(id)
        self.result.lost.append(Lost(NAMES[table], day, ending=ending, apart=apart))


def _filled(shape: Shape, row: Row, moment: str) -> tuple[Row, dict[str, Value], str]:
    """The row with the least that its table asks for in the place of its lost end, and words that found no
    place in it. A text that is cut keeps its beginning.
    """
    last = shape.columns[len(row.values) - 1]
    more: dict[str, Value] = {}
    left = ""
    if last in shape.in_json and not is_json(row.values[-1]):
        words = words_of(last, row.values[-1])
        row = Row(row.number, row.values[:-1], cut=True)
        if (shape.name, last) in _DOCUMENTS:
            more[last] = to_json(from_plain(words))
        elif (shape.name, last) == ("reflection", "answers"):
            more["text"] = to_json(from_plain(words))
        else:
            left = words
    there = {*shape.columns[: len(row.values)], *more}
    for column, kind in shape.needed.items():
        if column in there or column == shape.numbered:
            continue
        if (shape.name, column) in _DOCUMENTS:
            more[column] = to_json(())
        elif column in shape.in_json:
            more[column] = "{}" if column == "preparation" else "[]"
        elif column.endswith("_at"):
            more[column] = moment
        elif kind == "TEXT":
            more[column] = ""  # where this is no value that the column takes, the row is refused
    return row, more, left


def _document(text: str) -> Document:
    return from_json(text) if text.startswith('{"v":') else from_plain(text)


def _day(values: dict[str, Value]) -> date | None:
    try:
        return date.fromisoformat(str(values.get("day") or ""))
    except ValueError:
        return None


def _session_days(pages: Pages) -> dict[int, date]:
    days = {}
    for row in index_rows(pages, "session_by_day"):
        if len(row.values) == 3 and isinstance(row.values[2], int):
            day = _day({"day": row.values[0]})
            if day is not None:
                days[row.values[2]] = day
    return days


def _count_on(db: Connection, table: Found, card: Card) -> None:
    """Go on counting after the highest number that is known: the file is newer than either."""
    counts = [int(value) for row in table.rows for value in row.values[1:2] if isinstance(value, int)]
    db.run(
        "INSERT INTO generation (one, count) VALUES (1, ?)",
        (min(max([card.generation, *counts]), _MOST_CHANGES) + 1,),
    )


_MOST_CHANGES = 1 << 53
"""No journal has seen so many; a damaged number may be as large as a number can be."""

_ORPHANS = {
    "note_block": "SELECT session_id, text FROM note_block WHERE session_id NOT IN (SELECT id FROM session)"
    " ORDER BY session_id, position",
    "check_in": "SELECT goal_id, day || ': ' || value, what_moved_it FROM check_in"
    " WHERE goal_id NOT IN (SELECT id FROM goal) ORDER BY goal_id, position",
}
_APART = (
    "INSERT INTO reflection (id, day, title, timing, framework_id, tags, created_at, updated_at,"
    " answers, text) VALUES (:id, :day, :title, 'between', '', '[]', :moment, :moment, '[]', :text)"
)
_RELATIONSHIP = (
    "INSERT INTO relationship (one, codename, my_role, type, form, status, my_display_name,"
    " partner_display_name, partner_role_title, partner_organisation, partner_contact, purpose,"
    " specialist_topic, programme_name, coordinator_name, coordinator_contact, scheme_rules, started_on,"
    " minutes, mode, my_training, partner_training, updated_at) VALUES (1, :codename, :role, :type, :form,"
    " :status, '', '', '', '', '', '', '', '', '', '', '', :started_on, 60, 'in_person', 'unknown',"
    " 'unknown', :moment)"
)
