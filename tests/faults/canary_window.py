"""The real window as a process, with a marked word typed into every field of every page that it has.

``python -m tests.faults.canary_window --vault DIR --settings FILE`` does what ``MJ_ACT`` says and ends as it
says. Once it has locked, the process that takes its place runs this as well, and looks at itself. What it
says on standard output is for the one who started it: a line for each field, and the words it has to know.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from mentorjournal.model.action import Action
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.words import Visibility
from mentorjournal.problems import tell_no_words
from mentorjournal.vault.hardening import close_files
from mentorjournal.vault.sealing import FLOOR
from tests.faults.canaries import canary, marked
from ui import app as program
from ui.door import VaultDoor
from ui.launch import window_options
from ui.pages.agreement.view import AgreementView
from ui.pages.share.contract import Step
from ui.pages.share.view import ShareView
from ui.pages.unlock.view import UnlockView
from ui.pages.welcome.view import WelcomeView
from ui.shell.settings_file import SettingsFile
from ui.sitting import Sitting
from ui.tour import guide as hands
from ui.widgets.fold import Fold

hands.LIMIT = 120.0
PASSPHRASE = f"{canary('passphrase')} by the weir"
WRONG = f"{canary('wrongpassphrase')} by the weir"
CODENAME = canary("codename").capitalize()
PAGES = (
    *("About this relationship", "New entry", "Reflect", "New session", "During the session"),
    *("After the session", "Note a contact between sessions", "Inbox of topics", "Rate how it is going"),
    *("Review", "Practice ledger", "Question sets", "Settings", "New journal", "Close this relationship"),
    *("Destroy a journal…", "The whole journal as a book", "Find in all journals", "Actions of all journals"),
)
"""Names of commands that lead to a page on which something can be typed."""
OUT = Path(os.environ["MJ_OUT"])
ACT = os.environ["MJ_ACT"]
SENSITIVE = Qt.InputMethodHint.ImhSensitiveData


def say(*words: str) -> None:
    print("\t".join(words), flush=True)


class Hand(hands.Guide):
    """Types marked words, and remembers where."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app, "")
        self.kinds: list[str] = []
        self.answers = hands.Answers()
        self.chosen: list[Path] = []

    def new_word(self, page: str, field: QWidget) -> str:
        letters = "".join(letter for letter in page.lower() if letter.isascii() and letter.isalpha())
        kind = f"{letters}{len(self.kinds)}at"
        self.kinds.append(kind)
        say("field", kind, f"{page}: {field.accessibleName() or type(field).__name__}")
        return marked(kind)

    def fields(self) -> Iterator[QLineEdit | QPlainTextEdit | QTextEdit]:
        """Everything in which somebody can type now."""
        sidebar = self.sitting.view.sidebar  # typing there leaves the page
        for field in self.start.window.findChildren(QWidget):
            if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
                continue
            inside = isinstance(field.parent(), QAbstractSpinBox | QComboBox) or sidebar.isAncestorOf(field)
            if field.isVisible() and field.isEnabled() and not field.isReadOnly() and not inside:
                yield field

    def type_everywhere(self, page: str) -> None:
        for fold in self.start.window.findChildren(Fold):
            if fold.isVisible():
                fold.set_open(True)
        self.settle()
        for field in list(self.fields()):
            if not field.isVisible():
                continue
            if not field.inputMethodHints() & SENSITIVE:
                say("learns", f"{page}: {field.accessibleName() or type(field).__name__}")
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.write(field, f" {self.new_word(page, field)}")
        say("title", *{window.title() for window in QGuiApplication.allWindows()})

    def write(self, field: QWidget, words: str) -> None:
        """By the keys, or pasted for every second field."""
        if len(self.kinds) % 2:
            QTest.keyClicks(field, words)
        else:
            QGuiApplication.clipboard().setText(words)
            QTest.keyClick(field, Qt.Key.Key_V, hands.CONTROL)
        self.settle()

    def run(self, name: str) -> None:
        """A command of the palette, by the name it has there."""
        next(one for one in self.sitting.keys.everything() if one.name == name).run()
        self.settle()

    def file(self, title: str, kinds: str) -> Path | None:
        return self.chosen.pop(0) if self.chosen else None

    def folder(self, title: str) -> Path | None:
        return self.chosen.pop(0) if self.chosen else None

    def save_path(self, suggested: str) -> Path | None:
        say("suggested", suggested)
        return self.answers.save_path(suggested)


class Use:
    def __init__(self, hand: Hand, start: program.Start) -> None:
        self.hand = hand
        self.start = start

    @property
    def sitting(self) -> Sitting:
        return self.hand.sitting

    # The beginning

    def make_a_vault(self) -> None:
        """A passphrase typed and pasted, a kit that cannot be saved and one that can, a journal."""
        hand, view = self.hand, self.hand.room(WelcomeView)
        assert isinstance(view, WelcomeView)
        hand.click(view.start)
        hand.type(view.passphrase.first, PASSPHRASE)
        QGuiApplication.clipboard().setText(PASSPHRASE)
        view.passphrase.again.setFocus()
        hand.key(Qt.Key.Key_V, hands.CONTROL, on=view.passphrase.again)
        hand.click(view.make)
        hand.wait(lambda: bool(view.code.groups()), "The recovery code")
        say("code", *view.code.groups())
        hand.answers.files = [OUT / "not there" / "kit.pdf", OUT / "recovery-kit.pdf"]
        hand.click(view.save)
        hand.click(view.save)
        hand.wait(view.saved.isVisible, "The word that the kit is saved")
        groups = view.code.groups()
        hand.click(view.go_on)
        asked = view.groups
        for number, field in zip(asked.asked, (asked.first, asked.second), strict=True):
            hand.type(field, groups[number - 1])
        hand.click(view.done)
        hand.wait(self.sitting.view.isVisible, "The opened vault")
        hand.click(self.sitting.view.sidebar.new)
        new = self.sitting.side.new_view
        hand.wait(new.isVisible, "The page for a new journal")
        new.codename.clear()
        hand.type(new.codename, CODENAME)
        hand.click(new.make)
        hand.wait(lambda: CODENAME in self.sitting.desk.codenames, "The new journal")
        hand.settle()

    def unlock(self) -> None:
        hand, view = self.hand, self.hand.room(UnlockView)
        assert isinstance(view, UnlockView)
        hand.type(view.field, WRONG)
        hand.click(view.button)
        hand.wait(view.message.isVisible, "The word that the passphrase is wrong")
        view.field.selectAll()
        hand.type(view.field, PASSPHRASE)
        hand.click(view.button)
        hand.wait(self.sitting.view.isVisible, "The opened vault")
        hand.settle()

    # What is done

    def write_everywhere(self) -> None:
        for name in PAGES[:: int(os.environ.get("MJ_EVERY", "1"))]:
            self.hand.run(name)
            self.hand.type_everywhere(name)
            self.sitting.back()
            self.hand.settle()
        for tab in ("goals", "actions"):
            self.sitting.show_tab(tab)
            self.hand.settle()
            self.sitting.new_entry()
            self.hand.settle()
            self.hand.type_everywhere(tab)
        self.sitting.show_tab("agreement")
        self.hand.settle()
        agreement = self.sitting.rooms.views["agreement"]
        assert isinstance(agreement, AgreementView)
        if agreement.empty.isVisible():
            self.hand.click(agreement.empty.begin)
        self.hand.type_everywhere("agreement")

    def seek(self) -> None:
        """Words in the palette, in the search and in the sheet for a topic."""
        hand, keys = self.hand, self.sitting.keys
        hand.key(Qt.Key.Key_K, hands.CONTROL)
        hand.wait(keys.palette.isVisible, "The palette")
        hand.type_everywhere("palette")
        hand.key(Qt.Key.Key_Return, on=keys.palette.field)  # finds it, in all journals
        hand.type_everywhere("search")
        everywhere = self.sitting.view.sidebar.findChildren(QLineEdit)[0]
        hand.type(everywhere, hand.new_word("sidebar", everywhere))
        hand.key(Qt.Key.Key_T, hands.CONTROL)
        hand.wait(keys.capture.isVisible, "The sheet for a topic")
        hand.type_everywhere("capture")
        hand.key(Qt.Key.Key_Return, on=keys.capture.line)

    def refuse(self) -> None:
        """Imports that are refused, whose files are named after what is in them."""
        self.hand.chosen = [OUT / "refused", OUT / "refused" / f"{canary('refusedname')}.json"]
        self.hand.run("Import notes from a folder")
        self.hand.run("Import notes from jrnl")

    def share(self) -> None:
        """A summary that cannot be saved, and one that can."""
        hand = self.hand
        self.sitting.tasks.run(self._something_to_share, done=say, failed=self.sitting.problem)
        hand.settle()
        self.sitting.show_tab("share")
        hand.settle()
        view = self.sitting.rooms.views["share"]
        assert isinstance(view, ShareView)
        for step in (Step.LINES, Step.LOOK, Step.SAVE):
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            hand.key(Qt.Key(Qt.Key.Key_0 + int(step)), Qt.KeyboardModifier.AltModifier, on=view)
            hand.type_everywhere(f"share {step.name}")
        for path in (OUT / "not there" / "summary.pdf", OUT / "summary.pdf"):
            if view.saving.save.isVisible() and view.saving.save.isEnabled():
                hand.answers.files = [path]
                hand.click(view.saving.save)

    def _something_to_share(self) -> str:
        opened = self.sitting.desk.journal
        assert opened is not None
        journal, day = opened.journal, opened.journal.today()
        point = LearningPoint(
            id=new_entry_id(), day=day, text=canary("learningpoint"), visibility=Visibility.SUMMARY_OK
        )
        journal.learning_points.add(point)
        goal = Goal(id=new_entry_id(), day=day, title=canary("goaltitle"), visibility=Visibility.SUMMARY_OK)
        journal.goals.add(replace(goal, support_needed=canary("support")))
        private = Action(id=new_entry_id(), day=day, text=canary("actiontext"), visibility=Visibility.PRIVATE)
        journal.actions.add(private)
        return "shared"

    def copy(self) -> None:
        """Words on the clipboard, as somebody leaves them there."""
        field = next(self.hand.fields(), None)
        if field is not None:
            field.selectAll()
            field.copy()

    # The ends

    def draft(self) -> None:
        """Words that nothing has saved yet."""
        self.hand.run("New entry")
        for number, field in enumerate(list(self.hand.fields())):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            QTest.keyClicks(field, self.hand.new_word("draft", field))
            if number == 2:
                break

    def lock(self) -> None:
        self.draft()
        self.sitting.locking.lock()
        self.hand.wait(lambda: False, "The process that takes this one's place")

    def exit(self) -> None:
        self.draft()

    def kill(self) -> None:
        self.draft()
        os.kill(os.getpid(), signal.SIGKILL)

    def fault(self) -> None:
        """The process touches memory that it does not have."""
        self.draft()
        ctypes.string_at(0)

    def abort(self) -> None:
        self.draft()
        os.abort()

    def unforeseen(self) -> None:
        """A bug in a slot and one in the vault's thread, which quote what they were about."""
        self.draft()
        tasks = self.sitting.tasks
        tasks.run(_fail, done=print, failed=self.sitting.problem)
        QTimer.singleShot(0, _fail)
        self.hand.settle()
        told = [label.text() for label in self.start.window.findChildren(QLabel) if "wrong" in label.text()]
        say("told", *told)


def _fail() -> None:
    raise KeyError(f"There is {canary('quoted')} in it.")


def shown(window: QWidget) -> list[str]:
    """All that the window says to eyes and to screen readers."""
    every = [window, *window.findChildren(QWidget)]
    texts = [text() for one in every if callable(text := getattr(one, "text", None))]
    said = [
        (one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.windowTitle()) for one in every
    ]
    return [word for word in (*texts, *(word for words in said for word in words)) if word]


ACTS: dict[str, tuple[str, ...]] = {
    "use": ("make_a_vault", "write_everywhere", "seek", "refuse", "share", "copy", "lock"),
    "back": ("unlock", "unforeseen", "exit"),
    **{one: ("unlock", one) for one in ("exit", "lock", "kill", "fault", "abort", "unforeseen")},
}


def main() -> None:
    options = window_options(sys.argv[1:])
    assert options.vault is not None and options.settings is not None
    locked = options.geometry is not None
    app = program.application()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    hand = Hand(app)
    start = program.Start(
        app, SettingsFile(options.settings), options.vault, door=VaultDoor(FLOOR), dialogs=hand
    )
    use = Use(hand, start)
    with hand.at(start):
        if locked:
            say("shown", *(json.dumps(word) for word in shown(start.window)))
        acts = ("back" if ACT == "use" else "") if locked else ACT
        for name in ACTS.get(acts, ()):
            act: Callable[[], None] = getattr(use, name)
            act()


if __name__ == "__main__":
    close_files()
    tell_no_words()
    gc.disable()
    main()
