"""One encrypted file, opened with care: keyed, authenticated, checked, and every error in our own words.

Only `storage/` and `vault/` name the encryption library. How a file is opened, and why each line is there,
stands in the safety notes; the order of the lines matters.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlcipher3 import dbapi2

from mentorjournal.errors import (
    DamagedFile,
    DiskError,
    DiskFull,
    ForeignFile,
    MentorJournalError,
    NewerVersion,
    ReadOnlyPlace,
)
from mentorjournal.storage.faults import ERRORS, PAGE, HalfDone, StatementRefused, in_our_words
from mentorjournal.storage.keyspec import KEY_BYTES, key_specification, wipe
from mentorjournal.storage.outside import look_at, make_empty, refuse_hole
from mentorjournal.storage.settings import BEFORE_READING, KEEP_OTHERS_OUT, SETTINGS, allow

JOURNAL_APPLICATION_ID = 0x4D4A4A4E  # "MJJN"

_PATIENCE_SECONDS = 1.0  # a virus scanner may hold a file for a moment; another writer holds it for good

_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")

_TABLES = "SELECT type, name, sql FROM sqlite_schema"
_WHOLE = ("1",)


@dataclass(frozen=True, slots=True)
class Tables:
    """What a file says of itself: its version, and of every table and index what made it."""

    version: int
    rows: list[tuple[Any, ...]]


class Connection:
    """One open, keyed, authenticated file. Bound to the thread that opened it.

    After the first sign of damage every further call raises the same damage error until it is closed:
    what the library says after a failed authentication is not to be trusted.
    """

    def __init__(
        self,
        db: Any,
        path: Path,
        *,
        read_only: bool,
        damaged: type[DamagedFile],
        found: Tables | None = None,
    ) -> None:
        self.name = path.name
        self.read_only = read_only
        self._db = db
        self._path = path
        self._damaged = damaged
        self._found = found
        self._asking = db.cursor()
        self._depth = 0
        self._refusal: Callable[[], Exception] | None = None
        self.when_full: Callable[[], None] | None = None
        """Told when the disk is full, before the error is raised."""

    def __repr__(self) -> str:
        return f"<Connection {self.name}>"

    @property
    def is_open(self) -> bool:
        return self._refusal is not _closed

    def rows(
        self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()
    ) -> list[tuple[Any, ...]]:
        """Return every row."""
        if self._refusal is not None:
            raise self._refusal()
        try:
            found: list[tuple[Any, ...]] = self._db.execute(sql, parameters).fetchall()
        except ERRORS as error:
            raise self._in_our_words(error) from error
        self._refuse_zeros(sql)
        return found

    def row(
        self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()
    ) -> tuple[Any, ...] | None:
        """Return the first row, or None."""
        if self._refusal is not None:
            raise self._refusal()
        try:
            found: tuple[Any, ...] | None = self._db.execute(sql, parameters).fetchone()
        except ERRORS as error:
            raise self._in_our_words(error) from error
        self._refuse_zeros(sql)
        return found

    def run(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        if self._refusal is not None:
            raise self._refusal()
        self._found = None
        if not self._depth and sql.startswith(_WRITES):
            with self.transaction():  # which looks for damage before it is kept
                return self.run(sql, parameters)
        try:
            changed: int = self._db.execute(sql, parameters).rowcount
        except ERRORS as error:
            raise self._in_our_words(error) from error
        return changed

    def many(self, sql: str, parameter_rows: Iterable[Sequence[object] | Mapping[str, object]]) -> None:
        """Run one statement for every row of parameters, all or none."""
        with self.transaction():
            try:
                self._db.executemany(sql, parameter_rows)
            except ERRORS as error:
                raise self._in_our_words(error) from error

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep everything done inside, or, on any exception, nothing of it.

        An inner transaction joins the outer one. When an inner one fails, the outer one is lost too,
        even if somebody caught the exception on the way.
        """
        if self._depth:
            self._depth += 1
            try:
                yield
            except BaseException:
                self._undo()
                raise
            finally:
                self._depth -= 1
            return
        self.run("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
            self._refuse_zeros()
            self.run("COMMIT")
        except BaseException:
            self._undo()
            raise
        finally:
            self._depth = 0
            if self._refusal is HalfDone:
                self._refusal = None

    def tables(self) -> Tables:
        """What the file says of itself. What was read of it in opening is not read again before the first
        write: nobody else may write.
        """
        if self._found is None:
            version = self.rows("PRAGMA user_version")[0][0]
            return Tables(version, self.rows(_TABLES))
        return self._found

    def function(self, name: str, arity: int, python: Callable[..., object]) -> None:
        """Give SQL a deterministic function written in Python."""
        self._db.create_function(name, arity, python, deterministic=True)

    def interrupt(self) -> None:
        """Make the statement that runs now raise Cancelled. May be called from any thread."""
        with contextlib.suppress(dbapi2.Error):  # closed meanwhile: nothing runs
            self._db.interrupt()

    def check(self) -> list[str]:
        """Read every page and every table; return what is wrong in plain words, nothing when all is well."""
        checks = (
            ("PRAGMA cipher_integrity_check", "a page fails its authentication"),
            ("PRAGMA integrity_check", "its tables do not fit together"),
            ("PRAGMA foreign_key_check", "an entry points to something that is not there"),
        )
        found: list[str] = []
        try:
            self._refuse_hole()
            for pragma, meaning in checks:
                wrong = [row for row in self.rows(pragma) if row != ("ok",)]
                if wrong:
                    found.append(meaning if len(wrong) == 1 else f"{meaning} ({len(wrong)} places)")
        except DamagedFile as error:
            found.append(str(error))
        return found

    def _refuse_hole(self) -> None:
        """A write may have made one where a page of a damaged file named another far away."""
        with contextlib.suppress(FileNotFoundError):  # what is kept in memory has none
            refuse_hole(self._path, self._path.stat().st_size, self._damaged)

    def backup_to(self, other: Connection) -> None:
        """Copy the whole file into *other*, a new file with its own key; nothing is written unsealed."""
        if self._refusal is not None:
            raise self._refusal()
        try:
            other._found = None
            self._db.backup(other._db)
        except ERRORS as error:
            raise self._in_our_words(error) from error
        self._refuse_zeros()

    def misread(self) -> DamagedFile:
        """The error for a row that does not read as what it should be."""
        return self._damaged(self.name, "what stands in it is not as Mentor Journal writes it")

    def close(self) -> None:
        """Close the file; what was not committed is rolled back. Closing twice does nothing."""
        with contextlib.suppress(dbapi2.DatabaseError):
            self._db.close()
        self._refusal = _closed

    def _undo(self) -> None:
        """Roll back unless SQLite already has (it does so itself when the disk is full)."""
        if self._refusal is None:
            self._refusal = HalfDone  # until the outermost transaction has ended
        try:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        except dbapi2.Error:
            self._refusal = DiskError  # the journal beside the file undoes the rest when it is next opened

    def _refuse_zeros(self, sql: str = "") -> None:
        """Raise damage that the library keeps to itself: of a page that fails its authentication it makes
        zeros, and where that page holds the end of a long text, they come as if they were the text.
        """
        if sql.startswith("PRAGMA"):
            return
        try:
            poisoned = self._is_poisoned()
        except ERRORS as error:  # stopped just now, by whoever waits no longer
            raise self._in_our_words(error) from error
        if poisoned:
            self._refusal = self._poisoned
            raise self._refusal()

    def _poisoned(self) -> DamagedFile:
        return self._damaged(self.name)

    def _is_poisoned(self) -> bool:
        return bool(self._asking.execute("PRAGMA cipher_status").fetchone() != _WHOLE)

    def _in_our_words(self, error: Exception) -> MentorJournalError:
        said = in_our_words(error, self._path, self._damaged)
        if isinstance(said, ReadOnlyPlace | StatementRefused) and self._is_poisoned():
            self._refusal = self._poisoned  # what the library says after damage is not to be trusted
            return self._refusal()
        if isinstance(said, DiskFull) and self.when_full is not None:
            self.when_full()
        if isinstance(said, DamagedFile):
            self._refusal = lambda: in_our_words(error, self._path, self._damaged)
        elif self._depth and self._refusal is None and not self._db.in_transaction:
            self._refusal = HalfDone  # what follows would be written outside any transaction
        return said


def connect(
    path: Path,
    key: bytearray,
    *,
    application_id: int,
    newest: int,
    create: bool = False,
    read_only: bool = False,
    damaged: type[DamagedFile] = DamagedFile,
) -> Connection:
    """Open (or, with *create*, make) the encrypted file at *path*; *key* is overwritten in any case.

    The caller has proved that the key is the right one, so pages that do not open are damage. Raises
    MissingFile, EmptyFile, ForeignFile, NewerVersion, InUse, ReadOnlyPlace, DiskFull, DiskError,
    AlreadyThere (only with *create*) or *damaged*; a file that is refused is left as it is.
    """
    specification = bytearray()
    try:
        specification = key_specification(key)
        if create:
            make_empty(path)
        else:
            look_at(path, damaged)
        try:
            return _open(
                path,
                specification,
                application_id=application_id,
                newest=newest,
                create=create,
                read_only=read_only,
                damaged=damaged,
            )
        except BaseException:
            if create:
                with contextlib.suppress(OSError):  # what went wrong first is what is told
                    path.unlink()
            raise
    finally:
        wipe(specification)
        wipe(key)


def in_memory(name: str, *, read_only: bool = False, damaged: type[DamagedFile] = DamagedFile) -> Connection:
    """A new, empty file that is in no place: gone when it is closed. *name* is what messages call it.

    With *read_only* it stands for a file that may not be written to: it can be filled, and takes no act.
    """
    db = dbapi2.connect(":memory:", isolation_level=None, cached_statements=256)
    specification = key_specification(bytearray(os.urandom(KEY_BYTES)))
    try:
        db.execute("PRAGMA cipher_log_level = NONE")
        db.set_key(specification)  # a sealed file is copied into a sealed one alone
        db.execute("PRAGMA temp_store = MEMORY")
        db.executescript(SETTINGS)
        db.enable_load_extension(False)
        db.set_authorizer(allow)
    finally:
        wipe(specification)
    return Connection(db, Path(name), read_only=read_only, damaged=damaged)


def _open(
    path: Path,
    specification: bytearray,
    *,
    application_id: int,
    newest: int,
    create: bool,
    read_only: bool,
    damaged: type[DamagedFile],
) -> Connection:
    mode = "ro" if read_only else "rw"  # never rwc: a new file was made by us, with our permissions
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    try:
        db = dbapi2.connect(
            uri, uri=True, isolation_level=None, timeout=_PATIENCE_SECONDS, cached_statements=256
        )
    except dbapi2.Error as error:
        raise in_our_words(error, path, damaged) from error
    try:
        db.execute("PRAGMA cipher_log_level = NONE")  # it writes to stderr otherwise
        db.set_key(specification)
        db.executescript(BEFORE_READING)
        rows = db.execute(_TABLES).fetchall()  # the key is checked here
        if db.execute("PRAGMA cipher_status").fetchone() != _WHOLE:
            raise RuntimeError("refusing to write a file in the clear")
        if not read_only:
            db.executescript(KEEP_OTHERS_OUT)
        if create:
            db.execute(f"PRAGMA application_id = {application_id:d}")
        found = Tables(db.execute("PRAGMA user_version").fetchone()[0], rows)
        _is_ours(db, path, application_id, newest, damaged, found)
        db.executescript(SETTINGS)
        db.enable_load_extension(False)
        db.set_authorizer(allow)
    except (dbapi2.Error, UnicodeDecodeError) as error:
        db.close()
        raise in_our_words(error, path, damaged) from error
    except BaseException:
        db.close()
        raise
    return Connection(db, path, read_only=read_only, damaged=damaged, found=found)


_BUSY = ("view", "trigger")
"""No file of ours has one: a view could stand in the place of a table and never end, a trigger act unseen."""


def _is_ours(
    db: Any, path: Path, application_id: int, newest: int, damaged: type[DamagedFile], found: Tables
) -> None:
    if db.execute("PRAGMA application_id").fetchone() != (application_id,):
        raise ForeignFile(path.name)
    if found.version > newest:
        raise NewerVersion(path.name)
    if any(row[0] in _BUSY for row in found.rows):
        raise ForeignFile(path.name)
    size = path.stat().st_size  # a second time: an unfinished write may have been undone by now
    if size % PAGE:
        raise damaged(path.name, "it is cut short")
    refuse_hole(path, size, damaged)


def _closed() -> Exception:
    return RuntimeError("the file is closed")
