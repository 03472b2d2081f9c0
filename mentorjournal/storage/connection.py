"""One encrypted file, opened with care: keyed, authenticated, checked, and every error in our own words.

Only this file and `vault/` name the encryption library. How a file is opened, and why each line is there,
stands in the safety notes; the order of the lines matters.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlcipher3 import dbapi2

from mentorjournal.errors import (
    DamagedFile,
    DiskError,
    DiskFull,
    EmptyFile,
    ForeignFile,
    MentorJournalError,
    MissingFile,
    NewerVersion,
    ReadOnlyPlace,
)
from mentorjournal.files import said_plainly, sync_folder
from mentorjournal.storage.faults import ERRORS, PAGE, HalfDone, StatementRefused, in_our_words, unreadable
from mentorjournal.storage.keyspec import KEY_BYTES, key_specification, wipe

JOURNAL_APPLICATION_ID = 0x4D4A4A4E  # "MJJN"

_PATIENCE_SECONDS = 1.0  # a virus scanner may hold a file for a moment; another writer holds it for good

_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")

_SETTINGS = (
    "PRAGMA journal_mode = DELETE",  # damage in a WAL file is silent, and a WAL must travel with its file
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
    "PRAGMA mmap_size = 0",
    *(("PRAGMA fullfsync = ON",) if sys.platform == "darwin" else ()),
)


class Connection:
    """One open, keyed, authenticated file. Bound to the thread that opened it.

    After the first sign of damage every further call raises the same damage error until it is closed:
    what the library says after a failed authentication is not to be trusted.
    """

    def __init__(self, db: Any, path: Path, *, read_only: bool, damaged: type[DamagedFile]) -> None:
        self.name = path.name
        self.read_only = read_only
        self._db = db
        self._path = path
        self._damaged = damaged
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

    def function(self, name: str, arity: int, python: Callable[..., object]) -> None:
        """Give SQL a deterministic function written in Python."""
        self._db.create_function(name, arity, python, deterministic=True)

    def interrupt(self) -> None:
        """Make the statement that runs now raise Cancelled. May be called from any thread."""
        with contextlib.suppress(dbapi2.Error):  # closed meanwhile: nothing runs
            self._db.interrupt()

    def check(self) -> list[str]:
        """Read every page and every table; return what is wrong in plain words, nothing when all is well."""
        found: list[str] = []
        checks = (
            ("PRAGMA cipher_integrity_check", "a page fails its authentication"),
            ("PRAGMA integrity_check", "its tables do not fit together"),
            ("PRAGMA foreign_key_check", "an entry points to something that is not there"),
        )
        for pragma, meaning in checks:
            try:
                wrong = [row for row in self.rows(pragma) if row != ("ok",)]
            except DamagedFile as error:
                return [*found, str(error)]
            if wrong:
                found.append(meaning if len(wrong) == 1 else f"{meaning} ({len(wrong)} places)")
        return found

    def backup_to(self, other: Connection) -> None:
        """Copy the whole file into *other*, a new file with its own key; nothing is written unsealed."""
        if self._refusal is not None:
            raise self._refusal()
        try:
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
        if not sql.startswith("PRAGMA") and self._is_poisoned():
            self._refusal = self._poisoned
            raise self._refusal()

    def _poisoned(self) -> DamagedFile:
        return self._damaged(self.name)

    def _is_poisoned(self) -> bool:
        return bool(self._db.execute("PRAGMA cipher_status").fetchone() != ("1",))

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
            _make_empty(path)
        else:
            _look_at(path, damaged)
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
        for setting in _SETTINGS:
            db.execute(setting).fetchall()
        db.enable_load_extension(False)
        db.set_authorizer(_allow)
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
        db.execute("PRAGMA cipher_compatibility = 4")
        db.execute("PRAGMA temp_store = MEMORY")  # in a file, sorting would spill words in the clear
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # the key is checked here
        if db.execute("PRAGMA cipher_status").fetchone() != ("1",):
            raise RuntimeError("refusing to write a file in the clear")
        if not read_only:
            db.execute("BEGIN EXCLUSIVE")  # kept until closing; nothing is written by it
            db.execute("COMMIT")
        if create:
            db.execute(f"PRAGMA application_id = {application_id:d}")
        _is_ours(db, path, application_id, newest, damaged)
        for setting in _SETTINGS:
            db.execute(setting).fetchall()
        db.enable_load_extension(False)
        db.set_authorizer(_allow)
    except dbapi2.Error as error:
        db.close()
        raise in_our_words(error, path, damaged) from error
    except BaseException:
        db.close()
        raise
    return Connection(db, path, read_only=read_only, damaged=damaged)


_BUSY_SCHEMA = "SELECT 1 FROM sqlite_schema WHERE type IN ('view', 'trigger') LIMIT 1"
"""No file of ours has one: a view could stand in the place of a table and never end, a trigger act unseen."""


def _is_ours(db: Any, path: Path, application_id: int, newest: int, damaged: type[DamagedFile]) -> None:
    if db.execute("PRAGMA application_id").fetchone() != (application_id,):
        raise ForeignFile(path.name)
    if db.execute("PRAGMA user_version").fetchone()[0] > newest:
        raise NewerVersion(path.name)
    if db.execute(_BUSY_SCHEMA).fetchone() is not None:
        raise ForeignFile(path.name)
    if path.stat().st_size % PAGE:  # a second time: an unfinished write may have been undone by now
        raise damaged(path.name, "it is cut short")


def _make_empty(path: Path) -> None:
    with said_plainly(path.name):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            sync_folder(path.parent)
        except OSError:
            with contextlib.suppress(OSError):
                path.unlink()
            raise


def _look_at(path: Path, damaged: type[DamagedFile]) -> None:
    """Find what can be said without the key. An empty file would open as an empty journal with any key."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFile(path.name) from error
    except OSError as error:
        raise DiskError(f"“{path.name}” cannot be reached") from error
    if not stat.S_ISREG(status.st_mode):
        raise ForeignFile(path.name, "it is not a file")
    for beside in (path.with_name(f"{path.name}-{name}") for name in ("journal", "wal", "shm")):
        if os.path.lexists(beside) and not stat.S_ISREG(beside.lstat().st_mode):
            raise ForeignFile(beside.name, "it is not a file")  # a pipe would be waited for without end
    if status.st_size == 0:
        raise EmptyFile(path.name)
    if status.st_size % PAGE and not path.with_name(f"{path.name}-journal").exists():
        raise unreadable(path, damaged)


def _allow(action: int, *_about: object) -> int:
    refused = action in (dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH)  # ATTACH without KEY inherits the key
    return int(dbapi2.SQLITE_DENY if refused else dbapi2.SQLITE_OK)


def _closed() -> Exception:
    return RuntimeError("the file is closed")
