"""What both pages on a vault's ways back share: the words that open it, how far it is, and what came out."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QLocale, Qt, QTime, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.pages.rescue.presenter import Brought
from ui.shell.kit import Field, Panel, Sentence, centred
from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary
from ui.widgets.card import Card
from ui.widgets.date_field import day_words
from ui.widgets.label import Label
from ui.widgets.layout import Item, column, holder, reveal, row, scrolling
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


class BesideView(QWidget):
    """Subclasses lay out the page and name the buttons that wait while something is made."""

    NAME = ""
    """What brings a new process to the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: Presenter | None = None
        self._by_code = False
        self._busy = False
        self._pressed: QWidget | None = None
        tr = self.tr
        self.told = Sentence(theme, "body", "danger")
        self.folder = Label(theme, "", "caption", "text3", wrap=True)
        self._label = Label(theme, tr("Passphrase"), "caption", "text2")
        self.field = Field(theme, tr("Passphrase"), secret=True, height=40)
        self._label.setBuddy(self.field)
        self.other_way = Button(theme, tr("Use the recovery code"), kind="link")
        self.progress = PaperProgress(theme)
        self.progress.bar.set_name(tr("Making the new vault"))
        self.wrong = Sentence(theme, tone="danger")
        self.message = Sentence(theme, tone="danger")
        self.report = Label(theme, "", "small", "text", wrap=True, selectable=True)
        self.report.setAccessibleName(tr("Report"))
        self.open = primary(theme, tr("Open the new vault"))
        self.save = Button(theme, tr("Save this report"), icon="file-down")
        self.result = Card(
            Label(theme, tr("What came out"), "heading"), 10, row(self.open, 8, self.save, None), 14,
            self.report,
        )  # fmt: skip
        self.result.hide()
        self.back = Button(theme, tr("Back to unlocking"), kind="link", key="Escape")
        self.other_way.clicked.connect(self._switch)
        self.save.clicked.connect(self._save)
        self.open.clicked.connect(self._open)
        self.back.clicked.connect(self._back)
        self.field.textEdited.connect(self._typed)
        self.setFocusProxy(self.field)

    def lay_out(self, theme: Theme, *items: Item) -> None:
        """Put *items* between the words that open the vault and what comes out."""
        panel = Panel(theme, WIDTH)
        self.opening = holder(column(self._label, 6, self.field, 4, self.wrong, row(self.other_way, None)))
        panel.setLayout(
            column(
                *items[:1], 8, self.told, 4, self.folder, 20, self.opening, 14, *items[1:], 8,
                self.progress, self.message, 8, self.result, 12, row(self.back, None),
            )
        )  # fmt: skip
        self.area = scrolling(holder(column(None, centred(panel), None, margins=(24, 28, 24, 28)), "page"))
        self.setLayout(column(self.area))

    def waiting(self) -> list[Button]:
        """The buttons that wait while something is made, besides those of every page."""
        raise NotImplementedError

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    @property
    def begins_with(self) -> str:
        """What brings a new process to this page, in this way of opening."""
        return f"{self.NAME} by code" if self._by_code else self.NAME

    # What the presenter says

    def show_vault(self, folder: str, sentence: str, *, by_code: bool) -> None:
        self.folder.setText(folder)
        self.told.say(sentence)
        self.show_ways(by_code=by_code)

    def show_ways(self, *, by_code: bool) -> None:
        if by_code != self._by_code:
            self.field.clear()
        self._by_code = by_code
        name = self.tr("Recovery code") if by_code else self.tr("Passphrase")
        self._label.setText(name)
        self.field.setAccessibleName(name)
        self.field.setEchoMode(Field.EchoMode.Normal if by_code else Field.EchoMode.Password)
        self._typed()
        self.other_way.setText(self.tr("Use the passphrase") if by_code else self.tr("Use the recovery code"))

    def follow_restoring(self, job: Job) -> None:
        self._follow(job, self.tr("Restoring. The new vault is there once all of it reads back."))

    def follow_salvaging(self, job: Job) -> None:
        self._follow(job, self.tr("Salvaging. The new vault is there once all has been tried."))

    def _follow(self, job: Job, sentence: str) -> None:
        """In sight, and stopped by the key that is under the finger: what was pressed may stand far above."""
        self.progress.follow(job, sentence)
        self.progress.show_now()
        reveal(self.area, self.progress)
        self.progress.cancel.setFocus()

    def set_busy(self, busy: bool) -> None:
        if busy and not self._busy:
            self._pressed = self.focusWidget()  # switched off, it gives the keyboard away
        self._busy = busy
        self.field.setReadOnly(busy)
        for control in (self.other_way, self.back, self.open, self.save, *self.waiting()):
            control.setEnabled(not busy)
        if not busy:
            self.progress.end()
            if self._pressed is not None:
                self._pressed.setFocus()
            self._pressed = None

    def say(self, sentence: str, *, good: bool = False) -> None:
        self.message.say(sentence, "accent_text" if good else "danger")
        if sentence:
            reveal(self.area, self.message)

    def say_wrong(self, sentence: str) -> None:
        """What was typed does not open the vault: said at the field, which is ready for the next attempt."""
        self.wrong.say(sentence)
        reveal(self.area, self.opening)
        self.field.refuse(sentence)

    def show_brought(self, brought: Brought) -> None:
        self.report.setText("\n".join(brought.lines))
        self.result.show()
        reveal(self.area, self.result)
        self.open.setFocus()

    def report_saved(self, name: str) -> None:
        self.say(self.tr("Saved as “{name}”.").format(name=name), good=True)

    def forget_typed(self) -> None:
        self.field.clear()
        self._typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.progress.under_way:
            self.progress.stop()
        else:
            self._back()

    def no_backup(self) -> str:
        return self.tr(
            "There is no backup in this vault's folder. If you keep a copy of the vault elsewhere, choose it"
            " with “Open another vault” on the unlock page."
        )

    def moment(self, moment: datetime) -> str:
        time = self.locale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
        return self.tr("{day}, {time}").format(day=day_words(moment.date(), self.locale()), time=time)

    # What the person does

    @Slot()
    def _typed(self) -> None:
        self.wrong.say("")
        self.field.take_back_refusal()

    @Slot()
    def _switch(self) -> None:
        if self._presenter is not None:
            self._presenter.use_code(not self._by_code)

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
