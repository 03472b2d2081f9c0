"""The records of destroyed journals: listed, read, saved, printed, and deleted with a way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.change import Change
from mentorjournal.model.closure import DestructionRecord
from mentorjournal.sharing.destruction_paper import file_name
from ui.pages.destroy import work

T = TypeVar("T")


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class RecordsView(Protocol):
    def show_records(self, records: Mapping[str, DestructionRecord], chosen: str) -> None: ...
    def show_record(self, record: DestructionRecord | None) -> None: ...
    def say_deleted(self, codename: str) -> None: ...
    def say_saved(self, file_name: str) -> None: ...
    def say(self, sentence: str) -> None: ...
    def print_pdf(self, data: bytes) -> None: ...


class Outside(Protocol):
    def changed(self, change: Change) -> None: ...
    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None: ...
    def choose_save_path(self, suggested: str) -> Path | None: ...


class RecordsPresenter:
    """The desk drives it like a page of a journal, so that it hears of what is taken back."""

    def __init__(self, view: RecordsView, tasks: Runner, outside: Outside, shelf: Shelf) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._shelf = shelf
        self._records: Mapping[str, DestructionRecord] = {}
        self._chosen = ""
        self._deleted: Change | None = None
        self._shown = False

    def show(self) -> None:
        """The page has come to the front."""
        self._shown = True
        self._deleted = None
        self._view.say("")
        self._read()

    def leave(self) -> None:
        self._shown = False

    # As a page that the desk drives

    def open(self, journal: OpenJournal) -> None:
        """The records belong to no journal."""

    def flush(self) -> None:
        """There is nothing to save."""

    def close(self) -> None:
        """The records belong to no journal."""

    def place(self) -> dict[str, object]:
        return {}

    def restore(self, place: dict[str, object]) -> None:
        """It has no place in a journal."""

    def refresh(self, change: Change) -> None:
        if self._shown:
            self._read()

    # What the view asks for

    @property
    def chosen(self) -> str:
        """Whose record lies open."""
        return self._chosen

    def choose(self, id: str) -> None:
        self._chosen = id
        self._view.show_record(self._records.get(id))

    def save(self) -> None:
        record = self._records.get(self._chosen)
        if record is None:
            return
        path = self._outside.choose_save_path(file_name(record.destroyed_on))
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._tasks.run(
            partial(work.save_record, record, target),
            done=partial(self._saved, target.name),
            failed=self._refused,
        )

    def print(self) -> None:
        record = self._records.get(self._chosen)
        if record is not None:
            self._tasks.run(
                partial(work.record_pdf, record), done=self._view.print_pdf, failed=self._outside.problem
            )

    def delete(self) -> None:
        """Delete the record that is shown; there is a way back."""
        record = self._records.get(self._chosen)
        if record is not None:
            self._tasks.run(
                partial(self._shelf.forget_destruction, self._chosen),
                done=partial(self._gone, record.codename),
                failed=self._outside.problem,
            )

    def undo(self) -> None:
        """Bring the record back that was deleted last."""
        change, self._deleted = self._deleted, None
        if change is not None and change.undo is not None:
            self._tasks.run(change.undo, done=self._back, failed=self._outside.problem)

    # Inside

    def _read(self) -> None:
        self._tasks.run(self._shelf.destructions, done=self._arrived, failed=self._outside.problem)

    def _arrived(self, records: Mapping[str, DestructionRecord]) -> None:
        self._records = records
        if self._chosen not in records:
            self._chosen = next(iter(records), "")
        self._view.show_records(records, self._chosen)
        self._view.show_record(records.get(self._chosen))

    def _gone(self, codename: str, change: Change) -> None:
        self._deleted = change
        self._view.say_deleted(codename)
        self._outside.changed(change)
        self._read()

    def _back(self, _: Change) -> None:
        self._view.say("")
        self._read()

    def _saved(self, name: str, _: None) -> None:
        self._view.say_saved(name)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, MentorJournalError):
            self._view.say(str(error))
        else:
            self._outside.problem(error)
