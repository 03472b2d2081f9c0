"""The first minute: three sentences, a passphrase, the recovery kit, and two of its groups typed back."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.shell.kit import Mark, Panel, Sentence, centred
from ui.shell.kit_code import CodeGrid
from ui.shell.kit_groups import TwoGroups
from ui.shell.new_passphrase import Judge, NewPassphrase
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary
from ui.widgets.label import Label
from ui.widgets.layout import Item, column, holder, row, scrolling

WIDTH = 460


class Presenter(Protocol):
    def choose_folder(self) -> None: ...
    def open_existing(self) -> None: ...
    def create(self, passphrase: str) -> None: ...
    def save_kit(self) -> None: ...
    def check_kit(self) -> None: ...
    def show_kit_again(self) -> None: ...
    def answer(self, first: str, second: str) -> None: ...


class WelcomeView(QWidget):
    """Four steps, one after the other in the same place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: Presenter | None = None
        self.stack = QStackedWidget()
        self.message = Sentence(theme, tone="danger")
        for step in (self._hello(theme), self._choose(theme), self._kit(theme), self._check(theme)):
            self.stack.addWidget(step)
        self.setLayout(column(self.stack))

    def bind(self, presenter: Presenter, judge: Judge) -> None:
        self._presenter = presenter
        self.passphrase.bind(judge)

    # The steps

    def _step(self, theme: Theme, *items: Item) -> QWidget:
        panel = Panel(theme, WIDTH)
        panel.setLayout(column(*items))
        return scrolling(holder(column(None, centred(panel), None, margins=(24, 24, 24, 24)), "page"))

    def _hello(self, theme: Theme) -> QWidget:
        self.start = primary(theme, self.tr("Make a vault"))
        self.existing = Button(theme, self.tr("Open a vault that is already there"), kind="link")
        self.start.clicked.connect(self._to_passphrase)
        self.existing.clicked.connect(self._open_existing)
        sentences = (
            self.tr("A journal for each of your mentoring relationships, whichever side you are on."),
            self.tr(
                "Everything you write is encrypted on this computer, and nothing ever leaves it unless you"
                " send it."
            ),
            self.tr("You open it with one passphrase, which only you know."),
        )
        words: list[Item] = []
        for sentence in sentences:
            words += [Label(theme, sentence, "body", "text2", wrap=True), 10]
        return self._step(
            theme,
            row(Mark(theme, 44), None),
            18,
            Label(theme, self.tr("Welcome to Mentor Journal"), "display", wrap=True),
            14,
            *words,
            16,
            row(self.start, None, self.existing),
        )

    def _choose(self, theme: Theme) -> QWidget:
        self.passphrase = NewPassphrase(theme)
        self.folder = Label(theme, "", "small", "text2", wrap=True, selectable=True)
        self.other_folder = Button(theme, self.tr("Choose another folder"), kind="link")
        self.make = primary(theme, self.tr("Make the vault"))
        self.back = Button(theme, self.tr("Back"), kind="quiet")
        self.make.clicked.connect(self._create)
        self.passphrase.submitted.connect(self._create)
        self.other_folder.clicked.connect(self._choose_folder)
        self.back.clicked.connect(self._to_hello)
        return self._step(
            theme,
            Label(theme, self.tr("Choose a passphrase"), "title"),
            6,
            Label(
                theme,
                self.tr(
                    "Four or five words that have nothing to do with each other are easy to keep and hard to"
                    " guess. Nobody can look it up or reset it for you."
                ),
                "body",
                "text2",
                wrap=True,
            ),
            20,
            self.passphrase,
            14,
            Label(theme, self.tr("The vault will lie in"), "caption", "text2"),
            4,
            self.folder,
            row(self.other_folder, None),
            8,
            self.message,
            8,
            row(self.make, 8, self.back, None),
        )

    def _kit(self, theme: Theme) -> QWidget:
        self.code = CodeGrid(theme)
        self.save = primary(theme, self.tr("Save the kit as PDF"), icon="file-down")
        self.go_on = Button(theme, self.tr("I have written it down"))
        self.saved = Sentence(theme, tone="accent_text")
        self.kit_message = Sentence(theme, tone="danger")
        self.save.clicked.connect(self._save_kit)
        self.go_on.clicked.connect(self._check_kit)
        return self._step(
            theme,
            Label(theme, self.tr("Your recovery kit"), "title"),
            6,
            Label(
                theme,
                self.tr(
                    "This code opens the vault when the passphrase is forgotten. Print it or write it down,"
                    " keep it away from this computer, and delete the PDF once it is printed."
                ),
                "body",
                "text2",
                wrap=True,
            ),
            18,
            self.code,
            16,
            self.saved,
            self.kit_message,
            8,
            row(self.save, 8, self.go_on, None),
        )

    def _check(self, theme: Theme) -> QWidget:
        self.groups = TwoGroups(theme)
        self.done = primary(theme, self.tr("Done"))
        self.again = Button(theme, self.tr("Show the kit again"), kind="link")
        self.done.clicked.connect(self._answer)
        self.groups.submitted.connect(self._answer)
        self.again.clicked.connect(self._kit_again)
        return self._step(
            theme,
            Label(theme, self.tr("Two groups of your code"), "title"),
            6,
            Label(
                theme,
                self.tr("Type them from your kit, so that it is certain to be there when you need it."),
                "body",
                "text2",
                wrap=True,
            ),
            20,
            self.groups,
            14,
            row(self.done, None, self.again),
        )

    # What the presenter says

    def show_folder(self, folder: str) -> None:
        self.folder.setText(folder)

    def show_passphrase(self) -> None:
        self.stack.setCurrentIndex(1)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_kit(self, groups: tuple[str, ...]) -> None:
        self.code.show_groups(groups)
        self.stack.setCurrentIndex(2)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_groups(self, first: int, second: int) -> None:
        self.stack.setCurrentIndex(3)
        self.groups.ask(first, second)

    def say(self, sentence: str) -> None:
        for place in (self.message, self.kit_message, self.groups.message):
            place.say(sentence)
        if sentence:
            self.saved.say("")

    def say_kit_saved(self, name: str) -> None:
        self.saved.say(self.tr("Saved as “{name}”. Print it, then delete the file.").format(name=name))

    def say_wrong_group(self, number: int) -> None:
        self.groups.say_wrong(number)

    def set_busy(self, busy: bool) -> None:
        self.passphrase.set_read_only(busy)
        for control in (self.make, self.back, self.other_folder, self.save, self.go_on):
            control.setEnabled(not busy)
        self.make.setText(self.tr("Making the vault …") if busy else self.tr("Make the vault"))

    def forget_typed(self) -> None:
        self.passphrase.forget()
        self.groups.forget()

    # What the person does

    @Slot()
    def _to_hello(self) -> None:
        self.stack.setCurrentIndex(0)

    @Slot()
    def _to_passphrase(self) -> None:
        self.show_passphrase()

    @Slot()
    def _open_existing(self) -> None:
        if self._presenter is not None:
            self._presenter.open_existing()

    @Slot()
    def _choose_folder(self) -> None:
        if self._presenter is not None:
            self._presenter.choose_folder()

    @Slot()
    def _create(self) -> None:
        typed = self.passphrase.taken()
        if typed is not None and self._presenter is not None:
            self._presenter.create(typed)

    @Slot()
    def _save_kit(self) -> None:
        if self._presenter is not None:
            self._presenter.save_kit()

    @Slot()
    def _check_kit(self) -> None:
        if self._presenter is not None:
            self._presenter.check_kit()

    @Slot()
    def _kit_again(self) -> None:
        if self._presenter is not None:
            self._presenter.show_kit_again()

    @Slot()
    def _answer(self) -> None:
        if self._presenter is not None:
            self._presenter.answer(*self.groups.typed())
