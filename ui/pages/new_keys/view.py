"""New keys: what they do and what not, the passphrase, the new code and two of its groups, and what came of
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.vault.rekeying import Renewed
from ui.shell.kit import Field, Panel, Sentence, centred
from ui.shell.kit_code import CodeGrid
from ui.shell.kit_groups import TwoGroups
from ui.shell.new_passphrase import Judge, NewPassphrase
from ui.shell.worded import journals
from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary
from ui.widgets.check import CheckBox
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, reveal, row, scrolling
from ui.widgets.paper_progress import PaperProgress

WIDTH = 560


class Presenter(Protocol):
    def start(self, passphrase: str, new: str | None, *, keep_backups: bool) -> None: ...
    def heard(self) -> None: ...
    def written_down(self) -> None: ...
    def show_again(self) -> None: ...
    def answer(self, first: str, second: str) -> None: ...
    def stop(self) -> None: ...
    def save_kit(self) -> None: ...
    def back(self) -> None: ...


class NewKeysView(QWidget):
    begins_with = "keys"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter: Presenter | None = None
        self._job: Job | None = None
        tr = self.tr
        self.folder = Label(theme, "", "caption", "text3", wrap=True)
        self.field = Field(theme, tr("Present passphrase"), secret=True, height=40)
        label = Label(theme, tr("Present passphrase"), "caption", "text2")
        label.setBuddy(self.field)
        self.other = CheckBox(theme, tr("A new passphrase too"))
        self.passphrase = NewPassphrase(theme, tr("New passphrase"))
        self.passphrase.hide()
        self.keep = CheckBox(theme, tr("Keep the older backups, which the old passphrase and code open"))
        self.keep.setChecked(True)
        kept = tr("Without this they are removed, once a new one is made and read back.")
        self.start = primary(theme, tr("Make new keys"))
        self.progress = PaperProgress(theme)
        self.progress.bar.set_name(tr("Making new keys"))
        self.code = CodeGrid(theme)
        self.told = Sentence(theme, "body", "text2")
        self.written = primary(theme, tr("I have written it down"))
        self.groups = TwoGroups(theme)
        self.change = primary(theme, tr("Change the keys"))
        self.again = Button(theme, tr("Show the code again"), kind="link")
        self.cancel = Button(theme, tr("Cancel"), key="Escape")
        self.save = Button(theme, tr("Save the kit as PDF"), icon="file-down")
        self.wrong = Sentence(theme, tone="danger")
        self.message = Sentence(theme, tone="danger")
        self.back = Button(theme, tr("Back to unlocking"), kind="link", key="Escape")
        does = tr(
            "Everything is sealed anew and read back before it takes the old files' place. Whoever has an"
            " older copy of the vault and the old passphrase reads that copy, and nothing written after"
            " today. Copies that lie elsewhere cannot be reached from here."
        )
        self.asked = holder(
            column(
                8, label, 6, self.field, 4, self.wrong, 8, self.other, 8, self.passphrase, 8, self.keep,
                2, Label(theme, kept, "small", "text2", wrap=True), 14, row(self.start, None), 8,
            )
        )  # fmt: skip
        panel = Panel(theme, WIDTH)
        panel.setLayout(
            column(
                Label(theme, tr("New keys"), "display"), 8, Label(theme, does, "body", "text2", wrap=True), 6,
                self.folder, 12, self.asked, self.progress, self.told, 8, self.code, self.groups, 8,
                row(self.written, self.change, self.cancel, self.save, None, self.again, spacing=8), 4,
                self.message, 6, row(self.back, None),
            )
        )  # fmt: skip
        self.area = scrolling(holder(column(None, centred(panel), None, margins=(24, 28, 24, 28)), "page"))
        self.setLayout(column(self.area))
        self._show_step()
        self.save.hide()
        self._connect()
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        self.other.toggled.connect(self.passphrase.setVisible)
        self.field.returnPressed.connect(self._start)
        self.field.textEdited.connect(self._typed)
        self.passphrase.submitted.connect(self._start)
        self.start.clicked.connect(self._start)
        self.written.clicked.connect(self._written)
        self.groups.submitted.connect(self._answer)
        self.change.clicked.connect(self._answer)
        self.again.clicked.connect(self._show_again)
        self.cancel.clicked.connect(self._stop)
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self._back)

    def bind(self, presenter: Presenter, judge: Judge) -> None:
        self._presenter = presenter
        self.passphrase.bind(judge)

    # What the presenter says

    def show_vault(self, folder: str) -> None:
        self.folder.setText(folder)

    def follow(self, job: Job) -> None:
        self._job = job
        self._set_busy(True)
        self.message.say("")
        job.progressed.connect(self._heard)
        self.progress.follow(job, self.tr("Sealing everything anew. Nothing of the vault has changed yet."))

    def show_code(self, groups: Sequence[str]) -> None:
        self.progress.end()
        self.code.show_groups(groups)
        self.told.say(
            self.tr(
                "This is the new recovery code. Write it down now: the old one opens the vault no more once"
                " the keys are changed."
            )
        )
        self._show_step(self.code, self.written, self.cancel)
        self.written.setFocus()
        reveal(self.area, self.written)

    def ask_groups(self, first: int, second: int) -> None:
        self.told.say(
            self.tr("Type two groups of the new code from what you wrote down. Nothing has changed yet.")
        )
        self._show_step(self.groups, self.change, self.cancel, self.again)
        self.groups.ask(first, second)
        reveal(self.area, self.change)

    def say_wrong_group(self, number: int) -> None:
        self.groups.say_wrong(number)
        reveal(self.area, self.change)

    def show_replacing(self) -> None:
        self.groups.forget()
        self._show_step()
        self.told.say(self.tr("Putting the new keys in place …"))

    def show_done(self, done: Renewed) -> None:
        self._end()
        self.asked.hide()
        self._show_step(self.code)
        self.field.clear()
        self.passphrase.forget()
        self.save.show()
        said = self.tr("The new keys are in place, for {journals}. The code below opens the vault now.")
        if done.older:
            said = self.tr(
                "The new keys are in place, for {journals}. The code below opens the vault now. The older"
                " backups stayed, and open with the old passphrase and code."
            )
        self.told.say(said.format(journals=journals(self, done.journals)), "accent_text")
        self.back.setFocus()
        reveal(self.area, self.back)

    def show_refused(self, sentence: str) -> None:
        self._end()
        if self.save.isHidden():
            self.code.show_groups(())
            self.groups.forget()
            self._show_step()
            self.told.say("")
        self.message.say(sentence)
        reveal(self.area, self.message)
        self.start.setFocus()

    def show_wrong(self, sentence: str) -> None:
        """The passphrase does not open the vault: the field is ready for the next attempt."""
        self.show_refused("")
        self.wrong.say(sentence)
        reveal(self.area, self.wrong)
        self.field.refuse(sentence)

    def show_kit_saved(self, name: str) -> None:
        words = self.tr("Saved as “{name}”. Print it, then delete the file.")
        self.message.say(words.format(name=name), "accent_text")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._job is not None:
            self._stop()
        else:
            self._back()

    def _end(self) -> None:
        if self._job is not None:
            self._job.progressed.disconnect(self._heard)
        self._job = None
        self.progress.end()
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self.field.setReadOnly(busy)
        self.passphrase.set_read_only(busy)
        for control in (self.start, self.other, self.keep, self.back):
            control.setEnabled(not busy)

    def _show_step(self, *shown: QWidget) -> None:
        """Of the steps with the new code show these parts."""
        for part in (self.code, self.written, self.groups, self.change, self.again, self.cancel):
            part.setVisible(part in shown)

    # What the person does

    @Slot(object, object)
    def _heard(self, done: int, total: int) -> None:
        if self._presenter is not None:
            self._presenter.heard()

    @Slot()
    def _typed(self) -> None:
        self.wrong.say("")
        self.field.take_back_refusal()

    @Slot()
    def _start(self) -> None:
        new = self.passphrase.taken() if self.other.isChecked() else None
        if self._presenter is not None and (new is not None or not self.other.isChecked()):
            self._presenter.start(self.field.text(), new, keep_backups=self.keep.isChecked())

    @Slot()
    def _written(self) -> None:
        if self._presenter is not None:
            self._presenter.written_down()

    @Slot()
    def _answer(self) -> None:
        if self._presenter is not None:
            self._presenter.answer(*self.groups.typed())

    @Slot()
    def _show_again(self) -> None:
        if self._presenter is not None:
            self._presenter.show_again()

    @Slot()
    def _stop(self) -> None:
        if self._presenter is not None and not self.cancel.isHidden():
            self._presenter.stop()
        elif self.progress.under_way:
            self.progress.stop()

    @Slot()
    def _save(self) -> None:
        if self._presenter is not None:
            self._presenter.save_kit()

    @Slot()
    def _back(self) -> None:
        if self._presenter is not None:
            self.code.show_groups(())
            self._presenter.back()
