"""One field and one button. The first thing to be seen, so it imports nothing that it can do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QWidget

from ui.shell.kit import Field, Mark, Panel, Sentence, centred, middle
from ui.theme.theme import Theme
from ui.widgets.button import Button, primary
from ui.widgets.label import Label
from ui.widgets.layout import column, row

if TYPE_CHECKING:
    from typing import Protocol

    class Presenter(Protocol):
        def submit(self, typed: str) -> None: ...
        def rebuild(self, typed: str) -> None: ...
        def rescue(self, typed: str) -> None: ...
        def show_backups(self, typed: str) -> None: ...
        def use_code(self) -> None: ...
        def use_passphrase(self) -> None: ...
        def choose_vault(self) -> None: ...
        def read_safety(self) -> None: ...


WIDTH = 360


class UnlockView(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._presenter: Presenter | None = None
        self._submitted_early = False
        self.by_code = False
        self._label = Label(theme, self.tr("Passphrase"), "caption", "text2")
        self.field = Field(theme, self.tr("Passphrase"), secret=True)
        self._label.setBuddy(self.field)
        self.button = primary(theme, self.tr("Unlock"))
        self.caps = Sentence(theme, tone="warn")
        self.message = Sentence(theme, tone="danger")
        self.rebuild_button = Button(theme, self.tr("Rebuild the index and open"))
        self.rebuild_button.setAccessibleDescription(
            self.tr("Opens your journals, with what can be read of your settings and the practice ledger")
        )
        self.rescue_button = Button(theme, self.tr("See what can be done"))
        self.other_way = Button(theme, self.tr("Use the recovery code"), kind="link")
        self.other_vault = Button(theme, self.tr("Open another vault"), kind="link")
        self.backups = Button(theme, self.tr("Show backups"), kind="link")
        self.safety = Button(theme, self.tr("About safety"), kind="link")
        self._folder = middle(Sentence(theme, "caption", "text3"))
        self._lay_out(theme)
        self.field.returnPressed.connect(self._submit)
        self.field.textEdited.connect(self._typed)
        self.button.clicked.connect(self._submit)
        self.rebuild_button.clicked.connect(self._rebuild)
        self.rescue_button.clicked.connect(self._rescue)
        self.backups.clicked.connect(self._show_backups)
        self.other_way.clicked.connect(self._switch)
        self.other_vault.clicked.connect(self._choose)
        self.safety.clicked.connect(self._read_safety)
        self.setFocusProxy(self.field)
        self.rebuild_button.hide()
        self.rescue_button.hide()
        theme.when_complete(self._complete)

    def _lay_out(self, theme: Theme) -> None:
        title = middle(Label(theme, self.tr("Mentor Journal"), "display"))
        self._under = middle(Label(theme, self.tr("Your journals are locked."), "body", "text2"))
        panel = Panel(theme, WIDTH)
        panel.setLayout(
            column(
                centred(Mark(theme, 44)),
                16,
                title,
                4,
                self._under,
                28,
                self._label,
                6,
                self.field,
                6,
                self.caps,
                self.message,
                8,
                self.button,
                8,
                self.rebuild_button,
                6,
                self.rescue_button,
                14,
                row(None, self.other_way, 10, self.other_vault, None),
                row(None, self.backups, 10, self.safety, None),
                8,
                self._folder,
            )
        )
        self._foot = middle(Label(theme, self.tr("Nothing leaves this computer."), "small", "text3"))
        self.setLayout(column(None, centred(panel), None, self._foot, 20, margins=(24, 24, 24, 0)))

    def bind(self, presenter: Presenter) -> None:
        """Connect what answers. Whoever pressed Enter before that has not pressed it in vain."""
        self._presenter = presenter
        if self._submitted_early:
            self._submitted_early = False
            presenter.submit(self.field.text())

    @property
    def begins_with(self) -> str:
        """What brings a new process to this page, in this way of opening."""
        return "unlock by code" if self.by_code else "unlock"

    def show_folder(self, folder: str) -> None:
        self._folder.say(folder)

    def show_ways(self, *, by_code: bool) -> None:
        self.by_code = by_code
        name = self.tr("Recovery code") if by_code else self.tr("Passphrase")
        self._label.setText(name)
        self.field.setAccessibleName(name)
        self.field.clear()
        self.field.setEchoMode(Field.EchoMode.Normal if by_code else Field.EchoMode.Password)
        self.field.setPlaceholderText(self.tr("Nine groups of five; spaces do not matter") if by_code else "")
        self.field.mark_wrong(False)
        self.other_way.setText(self.tr("Use the passphrase") if by_code else self.tr("Use the recovery code"))
        self.field.setFocus()

    def set_busy(self, busy: bool) -> None:
        self.field.setReadOnly(busy)
        for control in (
            self.button,
            self.rebuild_button,
            self.rescue_button,
            self.other_way,
            self.other_vault,
            self.backups,
            self.safety,
        ):
            control.setEnabled(not busy)
        self.button.setText(self.tr("Opening …") if busy else self.tr("Unlock"))
        if not busy:
            self.field.setFocus()

    def say(self, sentence: str) -> None:
        self.message.say(sentence, "danger")
        self.field.mark_wrong(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def say_forgotten(self) -> None:
        """Say why the field is empty to somebody who left words in it."""
        sentence = self.tr("What was typed here has been forgotten. Type it again to open the vault.")
        self.message.say(sentence, "text2")
        self.field.setAccessibleDescription(sentence)

    def offer_rebuild(self, offered: bool) -> None:
        self.rebuild_button.setVisible(offered)

    def offer_rescue(self, offered: bool) -> None:
        self.rescue_button.setVisible(offered)
        for quiet in (self._under, self._foot):  # a small window has room for what is wrong, and no more
            quiet.setVisible(not offered)
        if offered:
            self.rescue_button.setFocus()

    def select_typed(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def forget_typed(self) -> None:
        self.field.clear()

    def _complete(self) -> None:
        from ui.pages.unlock.caps import CapsWatch
        from ui.widgets.shortcuts import on_keys

        CapsWatch(self.field, self.caps)
        on_keys(self, "Ctrl+F1", self._read_safety)

    @Slot()
    def _typed(self) -> None:
        self.field.mark_wrong(False)

    @Slot()
    def _submit(self) -> None:
        if self._presenter is None:
            self._submitted_early = True
        else:
            self._presenter.submit(self.field.text())

    @Slot()
    def _rebuild(self) -> None:
        if self._presenter is not None:
            self._presenter.rebuild(self.field.text())

    @Slot()
    def _rescue(self) -> None:
        if self._presenter is not None:
            self._presenter.rescue(self.field.text())

    @Slot()
    def _show_backups(self) -> None:
        if self._presenter is not None:
            self._presenter.show_backups(self.field.text())

    @Slot()
    def _switch(self) -> None:
        if self._presenter is not None:
            (self._presenter.use_passphrase if self.by_code else self._presenter.use_code)()

    @Slot()
    def _read_safety(self) -> None:
        if self._presenter is not None:
            self._presenter.read_safety()

    @Slot()
    def _choose(self) -> None:
        if self._presenter is not None:
            self._presenter.choose_vault()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(520))
