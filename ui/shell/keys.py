"""Every act with its key, the palette that finds them, and Undo that means the text first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from mentorjournal.model.card import JournalId
from ui.shell.agreement_commands import agreement_commands
from ui.shell.capture_view import CaptureSheet
from ui.shell.commands import Command
from ui.shell.help import HelpSheet
from ui.shell.palette import Palette
from ui.shell.session_commands import session_commands
from ui.shell.share_commands import share_commands
from ui.theme.theme import Theme


class Lock(Protocol):
    def lock(self) -> None: ...


class Aside(Protocol):
    def wish(self, name: str) -> bool: ...


class Desk(Protocol):
    @property
    def aside(self) -> Aside: ...


_PRESSED = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class Acts(Protocol):
    """What can be done."""

    @property
    def locking(self) -> Lock: ...
    @property
    def desk(self) -> Desk: ...
    @property
    def codenames(self) -> list[tuple[JournalId, str]]: ...
    def open_journal(self, id: object) -> None: ...
    def show_tab_number(self, number: int) -> None: ...
    def step(self, by: int) -> None: ...
    def new_entry(self) -> None: ...
    def show_today(self) -> None: ...
    def follow_moment(self) -> None: ...
    def new_journal(self) -> None: ...
    def act(self, name: str) -> None: ...
    def add_topic(self) -> None: ...
    def show_settings(self) -> None: ...
    def show_about(self) -> None: ...
    def show_questions(self) -> None: ...
    def rate(self, sheet: str = "") -> None: ...
    def show_versions(self) -> None: ...
    def search(self, words: str) -> None: ...
    def search_here(self) -> None: ...
    def show_all_actions(self) -> None: ...
    def import_folder(self) -> None: ...
    def import_jrnl(self) -> None: ...
    @property
    def next_acts(self) -> tuple[str, str]: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def set_look(self, look: str) -> None: ...
    def zoom(self, step: int) -> None: ...
    def focus_mode(self) -> None: ...
    def back(self) -> None: ...


class Keys(QObject):
    """Install it as the application's event filter as well, for Undo and Redo."""

    def __init__(self, acts: Acts, theme: Theme, over: QWidget, more: Sequence[Command] = ()) -> None:
        super().__init__(over)
        self._acts = acts
        self._over = over
        self._resting = False
        self._more = more
        self.commands = self._make_commands()
        self._actions: list[QAction] = []
        self.capture = CaptureSheet(theme, over)
        self.palette = Palette(theme, over, self.everything, self._find)
        self.help = HelpSheet(theme, over, self.commands)
        self.help.safety_wanted.connect(self._read_on)
        for command in (*self.commands, *self._unlisted()):
            self._bind(command)

    def everything(self) -> list[Command]:
        """All commands, the rating sheets by name, and one for each journal to go to."""
        go_to = [
            Command(self.tr("Go to {codename}").format(codename=name), partial(self._acts.open_journal, id))
            for id, name in self._acts.codenames
        ]
        rate = [
            Command(name, partial(self._acts.rate, sheet), "", self.tr("rate rating"))
            for sheet, name in (
                ("relationship_check", self.tr("Relationship check")),
                ("wheel", self.tr("Wheel")),
                ("scaling", self.tr("Scaling question")),
            )
        ]
        return [*map(self._as_now, self.commands), *rate, *go_to]

    def _as_now(self, command: Command) -> Command:
        """Undo and Redo with the name of what they would take back."""
        undo, redo = self._acts.next_acts
        if undo and command.run == self._acts.undo:
            return replace(command, name=self.tr("Undo: {act}").format(act=undo))
        if redo and command.run == self._acts.redo:
            return replace(command, name=self.tr("Redo: {act}").format(act=redo))
        return command

    def rest(self, resting: bool) -> None:
        """Do nothing while the window is covered."""
        self._resting = resting
        for action in self._actions:
            action.setEnabled(not resting)

    def show_palette(self) -> None:
        self.help.dismiss()
        self.capture.dismiss()
        self.palette.open()

    def _take_along(self) -> None:
        self._acts.desk.aside.wish("leaving")

    def show_help(self) -> None:
        self.palette.dismiss()
        self.capture.dismiss()
        self.help.open()

    @Slot()
    def _read_on(self) -> None:
        """From the sheet to the whole text about safety."""
        self.help.dismiss()
        self._acts.desk.aside.wish("safety")

    def show_capture(self) -> None:
        self.palette.dismiss()
        self.help.dismiss()
        if not self.capture.isVisible():
            self._acts.add_topic()

    def back(self) -> None:
        if self.palette.isVisible():
            self.palette.dismiss()
        elif self.help.isVisible():
            self.help.dismiss()
        elif self.capture.isVisible():
            self.capture.dismiss()
        else:
            self._acts.back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Text takes Undo while it has something to undo; then the key means the last act. Escape belongs to
        whatever the focus is in; what nobody there took means back.
        """
        if event.type() not in _PRESSED or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._came_up_to(watched):
                event.accept()
                self.back()
                return True
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        if (undo or redo) and _has_nothing(QApplication.focusWidget(), redo=redo):
            event.ignore()
            return True
        return False

    def _came_up_to(self, watched: QObject) -> bool:
        """Whether nobody within took a key: a shortcut would have taken it from every field first."""
        at_the_top = watched is self._over or watched is self._over.window()
        return at_the_top and self._over.isVisible() and not self._resting

    def _make_commands(self) -> list[Command]:
        acts, tr = self._acts, self.tr
        return [
            Command(tr("Today"), acts.show_today, "Alt+Home", tr("home next due promises")),
            Command(
                tr("What the moment asks for"),
                acts.follow_moment,
                "Alt+Return",
                tr("prepare after-note next"),
            ),
            Command(tr("New entry"), acts.new_entry, "Ctrl+N", tr("write note")),
            Command(tr("Reflect"), partial(acts.act, "reflect"), "Ctrl+R", tr("reflection questions")),
            Command(tr("Add a topic"), self.show_capture, "Ctrl+T", tr("agenda inbox talk about")),
            Command(tr("Inbox of topics"), partial(acts.act, "inbox"), "Ctrl+Shift+T", tr("agenda waiting")),
            Command(tr("New session"), partial(acts.act, "session"), "Ctrl+Shift+M", tr("meeting")),
            Command(tr("Check in on a goal"), partial(acts.act, "check in"), "Ctrl+D", tr("progress")),
            Command(
                tr("Rate how it is going"), acts.rate, "Ctrl+Shift+R", tr("ratings then and now scaling")
            ),
            Command(
                tr("Earlier versions"), acts.show_versions, "Ctrl+Shift+H", tr("history restore changes")
            ),
            Command(tr("New journal"), acts.new_journal, "Ctrl+Shift+N", tr("relationship mentor mentee")),
            Command(tr("Find in this journal"), acts.search_here, "Ctrl+F", tr("search")),
            Command(tr("Find in all journals"), partial(acts.search, ""), "Ctrl+Shift+F", tr("search")),
            Command(tr("Journal page"), partial(acts.show_tab_number, 1), "Ctrl+1", tr("timeline")),
            Command(tr("Sessions page"), partial(acts.show_tab_number, 2), "Ctrl+2", tr("meetings")),
            Command(tr("Goals page"), partial(acts.show_tab_number, 3), "Ctrl+3"),
            Command(tr("Actions page"), partial(acts.show_tab_number, 4), "Ctrl+4", tr("promises to do")),
            Command(tr("Actions of all journals"), acts.show_all_actions, "Ctrl+Shift+4", tr("promises due")),
            Command(
                tr("Agreement page"), partial(acts.show_tab_number, 5), "Ctrl+5", tr("contract clauses sign")
            ),
            Command(
                tr("Share a summary"), partial(acts.show_tab_number, 6), "Ctrl+6", tr("pdf export print")
            ),
            Command(tr("About this relationship"), acts.show_about, "Ctrl+Shift+A", tr("names programme")),
            Command(
                tr("Import notes from a folder"),
                acts.import_folder,
                "Ctrl+Shift+I",
                tr("markdown obsidian bring"),
            ),
            Command(tr("Import notes from jrnl"), acts.import_jrnl, "Ctrl+Shift+J", tr("json bring")),
            Command(tr("Next journal"), partial(acts.step, 1), "Alt+Down"),
            Command(tr("Previous journal"), partial(acts.step, -1), "Alt+Up"),
            *session_commands(acts.act, tr),
            *agreement_commands(acts.act, tr),
            *share_commands(acts.act, tr),
            *self._more,
            Command(tr("Undo the last act"), acts.undo, "Ctrl+Z"),
            Command(tr("Redo"), acts.redo, "Ctrl+Shift+Z"),
            Command(tr("Only the page"), acts.focus_mode, "F11", tr("focus full screen")),
            Command(tr("Larger"), partial(acts.zoom, 1), "Ctrl++", tr("zoom in size")),
            Command(tr("Smaller"), partial(acts.zoom, -1), "Ctrl+-", tr("zoom out size")),
            Command(tr("Usual size"), partial(acts.zoom, 0), "Ctrl+0", tr("zoom reset")),
            Command(tr("Light"), partial(acts.set_look, "light"), "", tr("look theme bright")),
            Command(tr("Dark"), partial(acts.set_look, "dark"), "", tr("look theme night")),
            Command(tr("Look as the system"), partial(acts.set_look, "system"), "", tr("theme")),
            Command(
                tr("Question sets"), acts.show_questions, "Ctrl+Shift+Q", tr("reflect prompts edit hide")
            ),
            Command(tr("Settings"), acts.show_settings, "Ctrl+,", tr("passphrase recovery kit preferences")),
            Command(
                tr("Take everything along"),
                self._take_along,
                "Ctrl+Shift+S",
                tr("export leave markdown json pdf save all files copy"),
            ),
            Command(tr("Lock"), acts.locking.lock, "Ctrl+L", tr("close")),
            Command(tr("Help"), self.show_help, "F1", tr("keys protected")),
        ]

    def _unlisted(self) -> list[Command]:
        tr = self.tr
        return [
            Command(tr("Everything"), self.show_palette, "Ctrl+K"),
            Command(tr("Larger"), partial(self._acts.zoom, 1), "Ctrl+="),
            Command(tr("Share a summary"), partial(self._acts.show_tab_number, 6), "Ctrl+P"),
        ]

    def _find(self, typed: str) -> Command:
        return Command(self.tr("Find “{words}”").format(words=typed), partial(self._acts.search, typed))

    def _bind(self, command: Command) -> None:
        if not command.key or not command.bound:
            return
        action = QAction(command.name, self)
        action.setShortcut(QKeySequence(command.key))
        action.triggered.connect(_Call(command.run, self).call)
        self._over.addAction(action)
        self._actions.append(action)


class _Call(QObject):
    """A bound method for an action to call, whatever kind of callable the command has."""

    def __init__(self, run: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._run = run

    def call(self) -> None:
        self._run()


def _has_nothing(widget: QWidget | None, *, redo: bool) -> bool:
    if isinstance(widget, QLineEdit):
        return not (widget.isRedoAvailable() if redo else widget.isUndoAvailable())
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        document = widget.document()
        return not (document.isRedoAvailable() if redo else document.isUndoAvailable())
    return False
