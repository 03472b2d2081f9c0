"""One scrolling page: look, locking, passphrase, recovery kit, about. Each setting says what it does."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.pages.settings.backups import BackupsCard
from ui.shell.kit import Field, Panel, Sentence, centred
from ui.shell.kit_code import CodeGrid
from ui.shell.new_passphrase import Judge, NewPassphrase
from ui.shell.settings_file import CLIPBOARD_SECONDS, LOOKS, ZOOMS, Settings
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, Segments
from ui.widgets.card import Card
from ui.widgets.check import CheckBox
from ui.widgets.label import Label
from ui.widgets.layout import Item, column, holder, row, scrolling

IDLE_CHOICES = (1, 2, 5, 10, 15, 30, 60)


class Presenter(Protocol):
    def set_look(self, look: str) -> None: ...
    def set_zoom(self, zoom: int) -> None: ...
    def set_idle_minutes(self, minutes: int) -> None: ...
    def set_lock_on_minimise(self, locks: bool) -> None: ...
    def set_clipboard_seconds(self, seconds: int) -> None: ...
    def set_companion(self, points: bool) -> None: ...
    def change_passphrase(self, old: str, new: str) -> None: ...
    def make_kit(self, passphrase: str) -> None: ...
    def save_kit(self) -> None: ...


class SettingsView(QWidget):
    left = Signal()
    questions_wanted = Signal()
    ledger_wanted = Signal()
    keys_wanted = Signal()
    safety_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._presenter: Presenter | None = None
        self.backups = BackupsCard(theme)
        self.place_title = self.tr("Choose the folder in which the new vault is made")
        panel = Panel(theme, 600)
        panel.setLayout(
            column(
                Label(theme, self.tr("Settings"), "display"),
                20,
                self._look(theme),
                14,
                self._writing(theme),
                14,
                self._questions(theme),
                14,
                self._practice(theme),
                14,
                self._locking(theme),
                14,
                self._passphrase(theme),
                14,
                self._kit(theme),
                14,
                self.backups,
                14,
                self._about(theme),
            )
        )
        page = holder(column(centred(panel), None, margins=(28, 28, 28, 32)), "page")
        self.setLayout(column(scrolling(page)))

    def bind(self, presenter: Presenter, judge: Judge) -> None:
        self._presenter = presenter
        self.new_passphrase.bind(judge)

    # The cards

    def _card(self, theme: Theme, title: str, *items: Item) -> Card:
        return Card(Label(theme, title, "heading"), 10, *items)

    def _line(self, theme: Theme, text: str, told: str, control: QWidget) -> QWidget:
        words = column(Label(theme, text, "body_strong"), 2, Label(theme, told, "small", "text2", wrap=True))
        line = row()
        line.addLayout(words, 1)
        line.addSpacing(16)
        line.addWidget(control)
        return holder(line)

    def _look(self, theme: Theme) -> QWidget:
        tr = self.tr
        names = {"system": tr("System"), "light": tr("Light"), "dark": tr("Dark")}
        self.look = Segments(theme, tr("Look"), [(look, names[look]) for look in LOOKS])
        self.zoom = Segments(theme, tr("Size"), [(zoom, f"{zoom} %") for zoom in ZOOMS])
        self.look.chosen.connect(self._look_chosen)
        self.zoom.chosen.connect(self._zoom_chosen)
        return self._card(
            theme,
            tr("Look"),
            self._line(theme, tr("Light or dark"), tr("System follows the desktop."), self.look),
            14,
            Label(theme, tr("Size of everything"), "body_strong"),
            2,
            Label(theme, tr("Also Ctrl++, Ctrl+− and Ctrl+0, anywhere."), "small", "text2", wrap=True),
            8,
            row(self.zoom, None),
        )

    def _writing(self, theme: Theme) -> QWidget:
        tr = self.tr
        self.companion = CheckBox(theme, tr("Point at names and sensitive words while writing"))
        self.companion.toggled.connect(self._companion_chosen)
        told = tr(
            "After a pause, quiet dots stand below words that could name somebody or tell too much of them."
            " Ctrl+; goes to the next and says what could stand there instead. All of it happens here, and"
            " nothing in the text is changed unless you choose it."
        )
        return self._card(
            theme, tr("Writing"), self.companion, 4, Label(theme, told, "small", "text2", wrap=True)
        )

    def _questions(self, theme: Theme) -> QWidget:
        self.questions = Button(theme, self.tr("Edit the sets"), key="Ctrl+Shift+Q")
        self.questions.setAccessibleName(self.tr("Edit the question sets"))
        self.questions.clicked.connect(self.questions_wanted)
        told = self.tr("Hide what you do not use, change the words, add sets of your own.")
        return self._card(
            theme,
            self.tr("Questions"),
            self._line(theme, self.tr("Question sets"), told, self.questions),
        )

    def _practice(self, theme: Theme) -> QWidget:
        self.ledger = Button(theme, self.tr("Open the ledger"), key="Ctrl+Shift+Y")
        self.ledger.clicked.connect(self.ledger_wanted)
        told = self.tr("For mentors: hours and what was learnt, counted without a name.")
        return self._card(
            theme,
            self.tr("Practice"),
            self._line(theme, self.tr("Practice ledger"), told, self.ledger),
        )

    def _locking(self, theme: Theme) -> QWidget:
        tr = self.tr
        self.idle = Segments(theme, tr("Minutes until it locks"), [(m, str(m)) for m in IDLE_CHOICES])
        self.minimise = CheckBox(theme, tr("Lock when the window is minimised"))
        self.clipboard = Segments(theme, tr("Clear the clipboard after"), _spans(self))
        self.clipboard.chosen.connect(self._clipboard_chosen)
        self.idle.chosen.connect(self._idle_chosen)
        self.minimise.toggled.connect(self._minimise_chosen)
        return self._card(
            theme,
            tr("Lock"),
            Label(
                theme, tr("Lock by itself after so many minutes without a key or a move"), "body", wrap=True
            ),
            2,
            Label(
                theme,
                tr(
                    "It asks nothing and loses nothing: the unfinished sentence is sealed, and is there again"
                    " when you unlock. It also locks after the computer slept."
                ),
                "small",
                "text2",
                wrap=True,
            ),
            8,
            row(self.idle, None),
            12,
            self.minimise,
            14,
            Label(theme, tr("Clear the clipboard after"), "body", wrap=True),
            2,
            Label(
                theme,
                tr(
                    "What a button of this program copied, while it still lies there. What you copied"
                    " yourself stays until the journal locks."
                ),
                "small",
                "text2",
                wrap=True,
            ),
            8,
            row(self.clipboard, None),
        )

    def _passphrase(self, theme: Theme) -> QWidget:
        tr = self.tr
        self.old = Field(theme, tr("Present passphrase"), secret=True, height=40)
        old_label = Label(theme, tr("Present passphrase"), "caption", "text2")
        old_label.setBuddy(self.old)
        self.new_passphrase = NewPassphrase(theme, self.tr("New passphrase"))
        self.change = Button(theme, tr("Change the passphrase"))
        self.new_keys = Button(theme, tr("New keys …"))
        self.new_keys.clicked.connect(self.keys_wanted)
        self.passphrase_message = Sentence(theme)
        self.change.clicked.connect(self._change)
        self.new_passphrase.submitted.connect(self._change)
        return self._card(
            theme,
            tr("Passphrase"),
            Label(
                theme,
                tr(
                    "The new one opens the vault from then on; the recovery code stays as it is. It does not"
                    " help against somebody who has an older copy of the vault and knows the old passphrase:"
                    " new keys, for which the vault is locked first, protect what is written after them."
                ),
                "small",
                "text2",
                wrap=True,
            ),
            14,
            old_label,
            6,
            self.old,
            14,
            self.new_passphrase,
            self.passphrase_message,
            10,
            row(self.change, 8, self.new_keys, None),
        )

    def _kit(self, theme: Theme) -> QWidget:
        tr = self.tr
        self.kit_passphrase = Field(theme, tr("Passphrase, for a new kit"), secret=True, height=40)
        label = Label(theme, tr("Passphrase"), "caption", "text2")
        label.setBuddy(self.kit_passphrase)
        self.make_kit = Button(theme, tr("Make a new recovery kit"))
        self.code = CodeGrid(theme)
        self.save_kit = Button(theme, tr("Save the kit as PDF"), icon="file-down")
        self.kit_message = Sentence(theme)
        self.code.hide()
        self.save_kit.hide()
        self.make_kit.clicked.connect(self._make_kit)
        self.kit_passphrase.returnPressed.connect(self._make_kit)
        self.save_kit.clicked.connect(self._save_kit)
        return self._card(
            theme,
            tr("Recovery kit"),
            Label(
                theme,
                tr("A new kit replaces the one you printed: the old code no longer opens this vault."),
                "small",
                "text2",
                wrap=True,
            ),
            14,
            label,
            6,
            self.kit_passphrase,
            10,
            self.code,
            self.kit_message,
            10,
            row(self.make_kit, 8, self.save_kit, None),
        )

    def _about(self, theme: Theme) -> QWidget:
        tr = self.tr
        self.vault = Label(theme, "", "small", "text2", wrap=True, selectable=True)
        self.vault.setAccessibleName(tr("Folder of the vault"))
        self.versions = Label(theme, "", "small", "text2", selectable=True)
        self.versions.setAccessibleName(tr("Versions"))
        self.safety = Button(theme, tr("Read about safety"), key="Ctrl+F1")
        self.safety.clicked.connect(self.safety_wanted)
        told = tr("What is promised, what is not protected, and how you check it yourself.")
        return self._card(
            theme,
            tr("About"),
            Label(theme, tr("This vault lies in"), "caption", "text2"),
            4,
            self.vault,
            14,
            self._line(theme, tr("Safety"), told, self.safety),
            14,
            self.versions,
        )

    # What the presenter says

    def show_settings(self, settings: Settings) -> None:
        self.look.set_value(settings.look)
        self.zoom.set_value(settings.zoom)
        self.idle.set_value(settings.idle_minutes)
        self.minimise.setChecked(settings.lock_on_minimise)
        self.clipboard.set_value(settings.clipboard_seconds)
        self.companion.setChecked(settings.companion)

    def show_vault(self, folder: str) -> None:
        self.vault.setText(folder)

    def show_versions(self, versions: str) -> None:
        self.versions.setText(versions)

    def show_code(self, groups: tuple[str, ...]) -> None:
        self.code.show_groups(groups)
        self.code.show()
        self.save_kit.show()
        self.kit_passphrase.clear()
        self.kit_message.say(
            self.tr("This is the only code from now on. Save or write it down; it is not shown again."),
            "text2",
        )

    def say_passphrase(self, sentence: str, *, good: bool) -> None:
        self.passphrase_message.say(sentence, "accent_text" if good else "danger")

    def say_kit(self, sentence: str, *, good: bool) -> None:
        self.kit_message.say(sentence, "accent_text" if good else "danger")

    def passphrase_changed(self) -> None:
        self.say_passphrase(self.tr("Changed. Use the new passphrase from now on."), good=True)

    def kit_saved(self, name: str) -> None:
        self.say_kit(
            self.tr("Saved as “{name}”. Print it, then delete the file.").format(name=name), good=True
        )

    def set_busy(self, busy: bool) -> None:
        for control in (self.change, self.make_kit, self.save_kit):
            control.setEnabled(not busy)

    def forget_typed(self) -> None:
        self.old.clear()
        self.new_passphrase.forget()
        self.kit_passphrase.clear()
        self.code.show_groups(())
        self.code.hide()
        self.save_kit.hide()
        self.kit_message.say("")
        self.passphrase_message.say("")

    # What the person does

    @Slot(object)
    def _look_chosen(self, look: object) -> None:
        if self._presenter is not None:
            self._presenter.set_look(str(look))

    @Slot(object)
    def _zoom_chosen(self, zoom: object) -> None:
        if self._presenter is not None and isinstance(zoom, int):
            self._presenter.set_zoom(zoom)

    @Slot(object)
    def _idle_chosen(self, minutes: object) -> None:
        if self._presenter is not None and isinstance(minutes, int):
            self._presenter.set_idle_minutes(minutes)

    @Slot(object)
    def _clipboard_chosen(self, seconds: object) -> None:
        if self._presenter is not None and isinstance(seconds, int):
            self._presenter.set_clipboard_seconds(seconds)

    @Slot(bool)
    def _minimise_chosen(self, locks: bool) -> None:
        if self._presenter is not None:
            self._presenter.set_lock_on_minimise(locks)

    @Slot(bool)
    def _companion_chosen(self, points: bool) -> None:
        if self._presenter is not None:
            self._presenter.set_companion(points)

    @Slot()
    def _change(self) -> None:
        new = self.new_passphrase.taken()
        if new is not None and self._presenter is not None:
            self._presenter.change_passphrase(self.old.text(), new)

    @Slot()
    def _make_kit(self) -> None:
        if self._presenter is not None:
            self._presenter.make_kit(self.kit_passphrase.text())

    @Slot()
    def _save_kit(self) -> None:
        if self._presenter is not None:
            self._presenter.save_kit()


def _spans(said_by: QWidget) -> list[tuple[object, str]]:
    """Seconds and how they are said."""
    seconds, minutes = said_by.tr("{count} s"), said_by.tr("{count} min")
    return [
        (span, seconds.format(count=span) if span < 120 else minutes.format(count=span // 60))
        for span in CLIPBOARD_SECONDS
    ]
