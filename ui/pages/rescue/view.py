"""What can be done with a damaged vault, in the order in which it is worth trying."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QLocale, Qt, QTime, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.pages.rescue.presenter import BackupSeen, Brought
from ui.shell.kit import Field, Panel, Sentence, centred
from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary
from ui.widgets.card import Card
from ui.widgets.date_field import day_words
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, reveal, row, scrolling
from ui.widgets.paper_progress import PaperProgress

WIDTH = 600


class Presenter(Protocol):
    def use_code(self, by_code: bool) -> None: ...
    def read(self, secret: str) -> None: ...
    def restore(self, backup: str, secret: str) -> None: ...
    def salvage(self, secret: str) -> None: ...
    def save_report(self) -> None: ...
    def open_brought(self) -> None: ...
    def back(self) -> None: ...


class RescueView(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: Presenter | None = None
        self._by_code = False
        self._newest = ""
        self._busy = False
        tr = self.tr
        self.told = Label(theme, "", "body", "danger", wrap=True, selectable=True)
        self.folder = Label(theme, "", "caption", "text3", wrap=True)
        self._label = Label(theme, tr("Passphrase"), "caption", "text2")
        self.field = Field(theme, tr("Passphrase"), secret=True, height=40)
        self._label.setBuddy(self.field)
        self.other_way = Button(theme, tr("Use the recovery code"), kind="link")
        self.read = primary(theme, tr("Open for reading"))
        self.restore = Button(theme, tr("Restore the newest backup"))
        self.salvage = Button(theme, tr("Salvage into a new vault"))
        self.newest = Label(theme, "", "small", "text2", wrap=True)
        self.progress = PaperProgress(theme)
        self.progress.bar.set_name(tr("Making the new vault"))
        self.message = Sentence(theme, tone="danger")
        self.back = Button(theme, tr("Back to unlocking"), kind="link", key="Escape")
        self.setLayout(column(self._page(theme)))
        self.field.returnPressed.connect(self._read)
        self.other_way.clicked.connect(self._switch)
        self.read.clicked.connect(self._read)
        self.restore.clicked.connect(self._restore)
        self.salvage.clicked.connect(self._salvage)
        self.save.clicked.connect(self._save)
        self.open.clicked.connect(self._open)
        self.back.clicked.connect(self._back)
        self.setFocusProxy(self.field)

    def _page(self, theme: Theme) -> QWidget:
        tr = self.tr
        ways = (
            self._way(
                theme,
                tr("1  Read what can be read"),
                tr(
                    "Shows every journal as far as it can be read, to look at and to export; nothing can be"
                    " written, and not a byte of the vault changes."
                ),
                self.read,
            ),
            self._way(
                theme,
                tr("2  Restore the newest checked backup"),
                tr(
                    "Makes a vault beside this one, as it was on the day of the backup, and reads all of it"
                    " back; what was written since is not in it, and the damaged vault stays as it is."
                ),
                self.restore,
                self.newest,
            ),
            self._way(
                theme,
                tr("3  Salvage"),
                tr(
                    "Reads all that can be read, up to today, into a new vault beside this one and lists"
                    " what could not be read; the damaged vault stays as it is."
                ),
                self.salvage,
            ),
        )
        panel = Panel(theme, WIDTH)
        panel.setLayout(
            column(
                Label(theme, tr("What can be done"), "display", wrap=True),
                8,
                self.told,
                4,
                self.folder,
                20,
                self._label,
                6,
                self.field,
                4,
                row(self.other_way, None),
                14,
                ways[0],
                12,
                ways[1],
                12,
                ways[2],
                8,
                self.progress,
                self.message,
                8,
                self._result(theme),
                12,
                row(self.back, None),
            )
        )
        self.area = scrolling(holder(column(None, centred(panel), None, margins=(24, 28, 24, 28)), "page"))
        return self.area

    def _way(self, theme: Theme, title: str, told: str, button: Button, more: QWidget | None = None) -> Card:
        card = Card(Label(theme, title, "heading"), 6, Label(theme, told, "small", "text2", wrap=True), 4)
        if more is not None:
            card.body.addWidget(more)
        card.body.addSpacing(8)
        card.body.addLayout(row(button, None))
        button.setAccessibleDescription(told)
        return card

    def _result(self, theme: Theme) -> QWidget:
        self.report = Label(theme, "", "small", "text", wrap=True, selectable=True)
        self.report.setAccessibleName(self.tr("Report"))
        self.open = primary(theme, self.tr("Open the new vault"))
        self.save = Button(theme, self.tr("Save this report"), icon="file-down")
        self.result = Card(
            Label(theme, self.tr("What came out"), "heading"), 10, row(self.open, 8, self.save, None), 14,
            self.report,
        )  # fmt: skip
        self.result.hide()
        return self.result

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def take_typed(self, typed: str) -> None:
        """What was typed on the page before, so that nobody types it twice."""
        self.field.setText(typed)
        if typed:
            self.read.setFocus()

    # What the presenter says

    def show_vault(self, folder: str, sentence: str, *, by_code: bool) -> None:
        self.folder.setText(folder)
        self.told.setText(sentence)
        self.show_ways(by_code=by_code)

    def show_ways(self, *, by_code: bool) -> None:
        if by_code != self._by_code:
            self.field.clear()
        self._by_code = by_code
        name = self.tr("Recovery code") if by_code else self.tr("Passphrase")
        self._label.setText(name)
        self.field.setAccessibleName(name)
        self.field.setEchoMode(Field.EchoMode.Normal if by_code else Field.EchoMode.Password)
        self.other_way.setText(self.tr("Use the passphrase") if by_code else self.tr("Use the recovery code"))

    def show_backups(self, backups: Sequence[BackupSeen]) -> None:
        self._newest = backups[0].name if backups else ""
        if backups:
            words = self.tr("Newest: {moment}, journals: {count}.")
            text = words.format(moment=self._moment(backups[0].made_at), count=backups[0].journals)
        else:
            text = self.tr("There is no backup in this vault's folder. Look for a copy of it elsewhere.")
        self.newest.setText(text)
        self.set_busy(self._busy)

    def follow_restoring(self, job: Job) -> None:
        self.progress.follow(job, self.tr("Restoring. The new vault is there once all of it reads back."))

    def follow_salvaging(self, job: Job) -> None:
        self.progress.follow(job, self.tr("Salvaging. The new vault is there once all has been tried."))

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.field.setReadOnly(busy)
        for control in (self.other_way, self.read, self.salvage, self.back, self.open, self.save):
            control.setEnabled(not busy)
        self.restore.setEnabled(not busy and bool(self._newest))
        if not busy:
            self.progress.end()

    def say(self, sentence: str, *, good: bool = False) -> None:
        self.message.say(sentence, "accent_text" if good else "danger")
        if sentence:
            reveal(self.area, self.message)

    def show_brought(self, brought: Brought) -> None:
        self.report.setText("\n".join(brought.lines))
        self.result.show()
        reveal(self.area, self.result)
        self.open.setFocus()

    def report_saved(self, name: str) -> None:
        self.say(self.tr("Saved as “{name}”.").format(name=name), good=True)

    def forget_typed(self) -> None:
        self.field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.progress.under_way:
            self.progress.stop()
        else:
            self._back()

    def _moment(self, moment: datetime) -> str:
        time = self.locale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
        return self.tr("{day}, {time}").format(day=day_words(moment.date(), self.locale()), time=time)

    # What the person does

    @Slot()
    def _switch(self) -> None:
        if self._presenter is not None:
            self._presenter.use_code(not self._by_code)

    @Slot()
    def _read(self) -> None:
        if self._presenter is not None:
            self._presenter.read(self.field.text())

    @Slot()
    def _restore(self) -> None:
        if self._presenter is not None:
            self._presenter.restore("", self.field.text())

    @Slot()
    def _salvage(self) -> None:
        if self._presenter is not None:
            self._presenter.salvage(self.field.text())

    @Slot()
    def _save(self) -> None:
        if self._presenter is not None:
            self._presenter.save_report()

    @Slot()
    def _open(self) -> None:
        if self._presenter is not None:
            self._presenter.open_brought()

    @Slot()
    def _back(self) -> None:
        if self._presenter is not None:
            self._presenter.back()
