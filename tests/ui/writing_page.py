"""The smallest real page: one editor, one reflection. What the shell promises is tried on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit

from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.blocks import from_plain, to_plain
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.words import EntryKind
from ui.rooms import Rooms
from ui.shell.contract import Outside
from ui.shell.locking import CountingTasks
from ui.theme.theme import Theme

DAY = date(2026, 3, 1)


class Editor(QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Text")


class WritingPage:
    """A presenter with its view in one: reads the newest reflection, writes it when told to flush."""

    def __init__(self, editor: Editor, tasks: CountingTasks, outside: Outside) -> None:
        self._editor = editor
        self._tasks = tasks
        self._outside = outside
        self._journal: OpenJournal | None = None
        self._entry: EntryId | None = None
        self._saved = ""
        self._wanted: dict[str, object] | None = None

    def open(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._tasks.run(journal.journal.reflections.all, done=self._show, failed=self._outside.problem)

    def _show(self, found: list[Reflection]) -> None:
        text = ""
        if found:
            self._entry = found[0].id
            text = to_plain(found[0].text)
        self._editor.setPlainText(text)
        self._saved = text
        if self._wanted is not None:
            self._move_cursor(self._wanted)

    def flush(self) -> None:
        journal, text = self._journal, self._editor.toPlainText()
        if journal is None or text == self._saved:
            return
        new = self._entry is None
        entry = self._entry or new_entry_id()
        self._entry = entry
        door = journal.journal.reflections

        def work() -> Change:
            value = Reflection(id=entry, day=DAY) if new else door.get(entry)
            value = replace(value, text=from_plain(text))
            return door.add(value) if new else door.write(value)

        def done(change: Change) -> None:
            self._saved = text
            self._outside.changed(change)

        def failed(error: Exception) -> None:
            if new:
                self._entry = None
            self._outside.problem(error)

        self._tasks.run(work, done=done, failed=failed)

    def close(self) -> None:
        self.flush()
        self._journal = None
        self._entry = None
        self._editor.clear()
        self._saved = ""

    def place(self) -> dict[str, object]:
        return {"cursor": self._editor.textCursor().position()}

    def restore(self, place: dict[str, object]) -> None:
        self._wanted = place
        self._move_cursor(place)

    def refresh(self, change: Change) -> None:
        journal = self._journal
        if journal is not None:
            self._tasks.run(journal.journal.reflections.all, done=self._show, failed=self._outside.problem)

    def _move_cursor(self, place: dict[str, object]) -> None:
        cursor = self._editor.textCursor()
        at = place.get("cursor")
        cursor.setPosition(min(at if isinstance(at, int) else 0, len(self._editor.toPlainText())))
        self._editor.setTextCursor(cursor)


class Reach:
    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def show_sessions_only(self, only: bool) -> None:
        pass

    def show_entry(self, kind: EntryKind, id: EntryId) -> None:
        self._editor.setFocus()

    def begin_entry(self) -> None:
        self._editor.setFocus()

    def show_session(self, id: EntryId, opening: str) -> None:
        self._editor.setFocus()

    def write_beside(self, reflection: EntryId) -> None:
        self._editor.setFocus()

    def write_on(self, question: object) -> None:
        self._editor.setFocus()


def rooms(theme: Theme, tasks: CountingTasks, outsides: Mapping[str, Outside], _sitting: object) -> Rooms:
    editors = {name: Editor() for name in ("journal", "goals", "actions", "agreement", "share")}
    acts: dict[str, Callable[[], None]] = {}
    page = WritingPage(editors["journal"], tasks, outsides["journal"])
    return Rooms(pages={"journal": page}, views=editors, reach=Reach(editors["journal"]), acts=acts)
