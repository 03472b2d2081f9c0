"""The book's page: a few choices, one sentence that must be known, and the button that binds. Obeys."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.book.choice import Words
from mentorjournal.model.words import Role
from ui.pages.book.contract import BookDraft
from ui.pages.book.place import SIZES
from ui.shell.kit import Sentence
from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary, quiet
from ui.widgets.check import CheckBox
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, PassphraseField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.paper_progress import PaperProgress
from ui.widgets.side_page import SidePage

PAGE_WIDTH = 620


class Presenter(Protocol):
    def save(self) -> None: ...
    def save_with_gaps(self) -> None: ...


class BookPageView(SidePage):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PAGE_WIDTH)
        self._presenter: Presenter | None = None
        tr = self.tr
        self.back = self.way_back(tr("Back to the journal"))
        self.words = ChoiceField(theme, tr("What goes in"), _whose(self, Role.MENTEE))
        self.since = DayField(theme, tr("From"), tr("the beginning"))
        self.until = DayField(theme, tr("To"), tr("the end"))
        self.days_problem = Sentence(theme, tone="danger")
        self.paper = ChoiceField(theme, tr("Paper"), [(size, size) for size in SIZES])
        self.codename = CheckBox(theme, tr("Put the journal's codename on the cover"))
        self.password_field = PassphraseField(theme, tr("Password for the PDF, if you like"))
        self.password_problem = Sentence(theme, tone="danger")
        self.warning = Label(theme, "", "body", "text", wrap=True)
        self.known = CheckBox(theme, tr("I know where this book will lie, and who comes near it"))
        self.message = Sentence(theme, tone="danger")
        self.progress = PaperProgress(theme)
        self.save = primary(theme, tr("Bind and save the book"), icon="file-down", key="Ctrl+S")
        self.with_gaps = Button(theme, tr("Save it all the same"))
        self.not_now = quiet(theme, tr("Not now"), key="Esc")
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        theme, tr = self._theme, self.tr
        told = tr(
            "One PDF of everything that was written here, for you alone: sessions with what was prepared,"
            " noted and agreed, reflections between them, goals with their charts, agreements, reviews and"
            " ratings, with contents and an index of goals."
        )
        stays = tr(
            "What is marked as never leaving stays in the journal, and so do moods and earlier versions."
        )
        head = row(self.back, 8)
        title = Label(theme, tr("The whole journal as a book"), "title", wrap=True)
        head.addLayout(column(title, 2, Label(theme, told, "small", "text2", wrap=True)), 1)
        head.setAlignment(self.back, Qt.AlignmentFlag.AlignTop)
        facts = row(
            labelled(theme, tr("From"), self.since),
            labelled(theme, tr("To"), self.until),
            labelled(theme, tr("Paper"), self.paper),
            None,
            spacing=12,
        )
        body = column(
            head,
            18,
            row(labelled(theme, tr("What goes in"), self.words), None),
            4,
            Label(theme, stays, "small", "text3", wrap=True),
            14,
            facts,
            4,
            self.days_problem,
            14,
            row(self.codename, None),
            18,
            labelled(theme, tr("Password for the PDF, if you like"), self.password_field),
            4,
            self.password_problem,
            18,
            self.warning,
            8,
            row(self.known, None),
            None,
            margins=(28, 18, 28, 24),
        )
        acts = row(self.save, 8, self.with_gaps, 8, self.not_now, None)
        foot = column(self.progress, self.message, 6, acts, margins=(28, 12, 28, 16))
        self.lay_out(body, holder(foot))
        self._dress()

    def _connect(self) -> None:
        self.not_now.clicked.connect(self.left)
        self.save.clicked.connect(self._save)
        self.with_gaps.clicked.connect(self._save_with_gaps)
        self.known.toggled.connect(self._may_save)
        self.password_field.edited.connect(self._password_edited)
        self.since.textEdited.connect(self._days_edited)
        self.until.textEdited.connect(self._days_edited)
        self._theme.changed.connect(self._dress)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    # What the presenter says

    def show_draft(self, draft: BookDraft, role: Role) -> None:
        self.words.set_choices(_whose(self, role))
        self.words.set_value(draft.words)
        self.since.set_text(draft.since)
        self.until.set_text(draft.until)
        self.paper.set_value(draft.size)
        self.codename.set_checked(draft.codename)

    def draft(self) -> BookDraft:
        words = self.words.value()
        return BookDraft(
            words=words if isinstance(words, Words) else Words.ALL,
            since=self.since.text(),
            until=self.until.text(),
            size=str(self.paper.value()),
            codename=self.codename.isChecked(),
        )

    def password(self) -> str:
        return self.password_field.text()

    def forget_password(self) -> None:
        self.password_field.clear()
        self.password_field.hide_text()

    def show_making(self, job: Job) -> None:
        self.message.say("")
        self.with_gaps.hide()
        self._set_busy(True)
        self.progress.follow(job, self.tr("Binding the book. Nothing is written before all of it is made."))

    def end_making(self) -> None:
        self.progress.end()
        self.with_gaps.hide()
        self._set_busy(False)

    def ask_missing(self, characters: str) -> None:
        told = self.tr("No font here can show these characters; their names would stand there: {signs}")
        self.message.say(told.format(signs=characters[:80]), "warn")
        self.with_gaps.show()
        self.with_gaps.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, file_name: str, *, locked: bool) -> None:
        if locked:
            told = self.tr("Saved as “{name}”. Nobody opens it without its password, which is kept nowhere.")
        else:
            told = self.tr("Saved as “{name}”. Anybody who has the file can read it.")
        self.known.set_checked(False)
        self.message.say(told.format(name=file_name), "accent_text")

    def say(self, sentence: str) -> None:
        self.message.say(sentence, "danger")

    def say_days(self, sentence: str) -> None:
        self.days_problem.say(sentence)
        self.since.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_password(self, sentence: str) -> None:
        self.password_problem.say(sentence)
        self.password_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Show nothing of any journal, and forget the password."""
        self.show_draft(BookDraft(), Role.MENTEE)
        self.forget_password()
        self.known.set_checked(False)
        for sentence in (self.message, self.days_problem, self.password_problem):
            sentence.say("")
        self.end_making()
        self._warn()

    def begin(self) -> None:
        """The page has come to the front."""
        self.area.verticalScrollBar().setValue(0)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        saves = event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape and self.progress.under_way:
            self.progress.stop()
        elif saves:
            self._save()
        else:
            super().keyPressEvent(event)

    # Inside

    @Slot()
    def _save(self) -> None:
        if self._presenter is not None and self.save.isEnabled():
            self._presenter.save()

    @Slot()
    def _save_with_gaps(self) -> None:
        if self._presenter is not None:
            self._presenter.save_with_gaps()

    @Slot()
    def _may_save(self) -> None:
        self.save.setEnabled(self.known.isChecked() and not self.progress.under_way)

    @Slot()
    def _password_edited(self) -> None:
        self.password_problem.say("")
        self._warn()

    @Slot()
    def _days_edited(self) -> None:
        self.days_problem.say("")

    @Slot()
    def _dress(self) -> None:
        for field in (self.since, self.until):
            field.setFixedWidth(self._theme.px(150))
        self.password_field.setMaximumWidth(self._theme.px(320))

    def _set_busy(self, busy: bool) -> None:
        for control in (self.words, self.since, self.until, self.paper, self.codename, self.password_field):
            control.setEnabled(not busy)
        self.save.setEnabled(self.known.isChecked() and not busy)

    def _warn(self) -> None:
        """What the writer must know before anything leaves: it is another thing with a password."""
        if self.password():
            told = self.tr(
                "With a password only who knows it can open the file. It is kept nowhere: without it nobody"
                " reads the book, you included. What is printed has none."
            )
        else:
            told = self.tr(
                "Paper and files have no passphrase. Whoever finds this book reads all of it; keep it where"
                " you keep letters."
            )
        self.warning.setText(told)


def _whose(view: QWidget, role: Role) -> list[tuple[object, str]]:
    return [
        (Words.ALL, view.tr("Everything")),
        (
            Words.WITHOUT_THEIRS,
            view.tr("Everything but my {partner}'s own words").format(partner=role.partner),
        ),
        (Words.ONLY_MINE, view.tr("Only what is mine")),
    ]
