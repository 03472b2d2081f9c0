"""The card about backups: what there is, newest first; one more, proof that one opens, one restored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QLocale, QTime, Slot

from mentorjournal.vault.drill import Drill, Remembered
from ui.pages.settings.backing_up import BackupShown, Made, State
from ui.pages.settings.parts import Resting
from ui.shell.kit import Sentence
from ui.shell.worded import entries, journals
from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.check import CheckBox
from ui.widgets.date_field import day_words
from ui.widgets.fields import ChoiceField
from ui.widgets.label import Label
from ui.widgets.layout import holder, row
from ui.widgets.paper_progress import PaperProgress

MOST_SHOWN = 8


class Presenter(Protocol):
    def make(self) -> None: ...
    def set_automatic(self, on: bool) -> None: ...
    def prove(self) -> None: ...
    def restore(self, name: str) -> None: ...


class BackupsCard(Card):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._presenter: Presenter | None = None
        told = self.tr(
            "Copies of the whole vault, in its own folder, each read back whole when it was made. They open"
            " with the passphrase and the recovery code of their day. A lost disk takes them along: copy the"
            " folder elsewhere now and then."
        )
        self.make = Button(theme, self.tr("Make a backup now"))
        self.list = Label(theme, "", "small", "text2", wrap=True, selectable=True)
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        self.automatic = CheckBox(theme, self.tr("Make backups by itself after changes"))
        when = self.tr(
            "At most once an hour while you pause, and when the window is closed. A vault of more than 16 MB"
            " is backed up at most once a day, on closing."
        )
        self.prove = Button(theme, self.tr("Prove that one opens"))
        self.prove.setAccessibleDescription(
            self.tr("Restores the newest into a scratch folder, reads all of it, compares, and removes it")
        )
        self.drilled = Label(theme, "", "small", "text2", wrap=True)
        self.choice = ChoiceField(theme, self.tr("Backup to restore"), ())
        self.restore = Button(theme, self.tr("Restore it into a folder"))
        self.restore.setAccessibleDescription(
            self.tr("Makes a vault of its own from it; this vault stays as it is")
        )
        self.progress = PaperProgress(theme)
        self.progress.bar.set_name(self.tr("Making the new vault"))
        self.message = Sentence(theme)
        self._resting = Resting(self.make, self.prove, self.restore, self.choice)
        for item in (
            Label(theme, self.tr("Backups"), "heading"),
            Label(theme, told, "small", "text2", wrap=True),
            self.list,
            self.automatic,
            Label(theme, when, "small", "text2", wrap=True),
            self.drilled,
            holder(row(self.make, 8, self.prove, None)),
            holder(row(self.choice, 8, self.restore, None)),
            self.progress,
            self.message,
        ):
            self.body.addWidget(item)
        self.body.setSpacing(10)
        self.make.clicked.connect(self._make)
        self.automatic.clicked.connect(self._switch)
        self.prove.clicked.connect(self._prove)
        self.restore.clicked.connect(self._restore)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def show_state(self, state: State) -> None:
        self._set_busy(False)
        self.show_backups(state.backups)
        self.automatic.set_checked(state.automatic)
        self.drilled.setText(self._last_drill(state.drilled))

    def show_backups(self, backups: Sequence[BackupShown]) -> None:
        lines = [self._line(one) for one in backups[:MOST_SHOWN]]
        if older := len(backups) - MOST_SHOWN:
            lines += [self.tr("and {count} older").format(count=older)] if older > 0 else []
        self.list.setText("\n".join(lines) or self.tr("There is no backup yet."))
        self.choice.set_choices([(one.name, self._line(one)) for one in backups])
        if self.choice.value() is None and backups:
            self.choice.set_value(backups[0].name)
        for control in (self.choice, self.restore, self.prove):
            control.setVisible(bool(backups))

    def _last_drill(self, last: Remembered | None) -> str:
        if last is None:
            return self.tr("It was not proved yet that a backup of this vault opens.")
        said = {
            True: self.tr("Last proved on {moment}: it opened and was complete."),
            False: self.tr("Last tried on {moment}: it was not complete. Make a new backup and try again."),
            None: self.tr("Last tried on {moment}: it did not come to its end."),
        }
        return said[last.passed].format(moment=self._moment(last.at.astimezone()))

    def _set_busy(self, busy: bool) -> None:
        if not busy:
            self.progress.end()
        self._resting.set(busy)

    def show_making(self) -> None:
        self._set_busy(True)
        self.message.say(self.tr("Making a backup: every byte of it is read back."), "text2")

    def show_made(self, made: Made) -> None:
        self._set_busy(False)
        self.show_backups(made.backups)
        if made.damaged:
            words = self.tr(
                "Made. Damaged, and taken along only from an older backup, if there was one: {codenames}."
                " No older backup was let go."
            )
            self.message.say(words.format(codenames=", ".join(made.damaged)), "danger")
        else:
            self.message.say(self.tr("Made, and read back whole."), "accent_text")

    def show_proving(self) -> None:
        self._set_busy(True)
        self.message.say(self.tr("Restoring the newest into a scratch folder, to read all of it."), "text2")

    def show_proved(self, done: Drill, state: State) -> None:
        self.show_state(state)
        if done.passed:
            words = self.tr(
                "It opens and is complete: {journals}, {entries}. The copy made for this has been removed."
            )
            totals = done.restored
            counts = (journals(self, totals.journals), entries(self, totals.entries))
            said = words.format(journals=counts[0], entries=counts[1])
            self.message.say(said, "accent_text")
        else:
            self.message.say("\n".join(done.wrong), "danger")

    def follow_restoring(self, job: Job) -> None:
        self._set_busy(True)
        self.message.say("")
        self.progress.follow(job, self.tr("Restoring. The new vault is there once all of it reads back."))

    def show_restored(self, lines: Sequence[str]) -> None:
        self._set_busy(False)
        switch = self.tr("To switch to it, lock, and choose “Open another vault”.")
        self.message.say("\n".join((*lines, switch)), "accent_text")

    def show_problem(self, sentence: str) -> None:
        self._set_busy(False)
        self.message.say(sentence, "danger")

    def _line(self, one: BackupShown) -> str:
        words = self.tr("{moment}  ·  {journals}")
        return words.format(moment=self._moment(one.made_at), journals=journals(self, one.journals))

    def _moment(self, moment: datetime) -> str:
        time = self.locale().toString(
            QTime(moment.hour, moment.minute, moment.second), QLocale.FormatType.ShortFormat
        )
        return self.tr("{day}, {time}").format(day=day_words(moment.date(), self.locale()), time=time)

    @Slot()
    def _make(self) -> None:
        if self._presenter is not None:
            self._presenter.make()

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        if self._presenter is not None:
            self._presenter.set_automatic(on)

    @Slot()
    def _prove(self) -> None:
        if self._presenter is not None:
            self._presenter.prove()

    @Slot()
    def _restore(self) -> None:
        if self._presenter is not None and self.choice.value() is not None:
            self._presenter.restore(str(self.choice.value()))
