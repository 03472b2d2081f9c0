"""F1: the keys, and in plain words what is protected and what is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.shell.commands import Command
from ui.shell.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.label import Label
from ui.widgets.layout import Item, column, holder, row, scrolling


class HelpSheet(Sheet):
    safety_wanted = Signal()

    def __init__(self, theme: Theme, over: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(theme, over, 640)
        close = ToolButton(theme, "x", self.tr("Close"), key="Esc")
        close.clicked.connect(self.dismiss)
        kept = self._list(theme, self._protected())
        open_to = self._list(theme, self._not_protected())
        self.safety = Button(
            theme, self.tr("All about safety, and how to check it"), kind="link", key="Ctrl+F1"
        )
        self.safety.clicked.connect(self.safety_wanted)
        mentoring = self._list(theme, self._about_mentoring())
        content = column(
            Label(theme, self.tr("About mentoring"), "heading"), 8, *mentoring, 14,
            Label(theme, self.tr("What is protected"), "heading"), 8, *kept, 14,
            Label(theme, self.tr("What is not"), "heading"), 8, *open_to, 2,
            row(self.safety, None), 14,
            Label(theme, self.tr("Keys"), "heading"), 8, self._keys(theme, commands),
            margins=(24, 0, 24, 20),
        )  # fmt: skip
        inner = holder(content)
        area = scrolling(inner)
        area.setMinimumHeight(420)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        title = row(Label(theme, self.tr("Help"), "title"), None, close, margins=(24, 16, 16, 10))
        self.card.setLayout(column(title, area, margins=(0, 0, 0, 8)))
        self.setFocusProxy(close)

    def _list(self, theme: Theme, sentences: Sequence[str]) -> list[Item]:
        items: list[Item] = []
        for sentence in sentences:
            items += [Label(theme, sentence, "body", "text2", wrap=True), 6]
        return items

    def _about_mentoring(self) -> tuple[str, ...]:
        key = QKeySequence("Shift+F1").toString(QKeySequence.SequenceFormat.NativeText)
        told = self.tr(
            "Five primers, three minutes each, open with {key}: what mentoring is, the three kinds,"
            " confidentiality, listening and questions, ending well."
        )
        return (told.format(key=key),)

    def _protected(self) -> tuple[str, ...]:
        return (
            self.tr("Nothing leaves this computer: there is no network code in the program."),
            self.tr("One passphrase or one printed recovery code opens the vault. Nobody else can, its makers"
                    " included."),
            self.tr("“Saved” is shown only once your text is on the disk. When saving fails it says so, and"
                    " the text stays on the screen."),
            self.tr("It locks by itself, asks nothing, and keeps the unfinished sentence, sealed."),
        )  # fmt: skip

    def _not_protected(self) -> tuple[str, ...]:
        return (
            self.tr("Harmful programs that run under your own name can see what you see."),
            self.tr("Swap and hibernation write memory to the disk: encrypt the whole disk."),
            self.tr("Screenshots, prints and PDFs are as safe as the place where you keep them."),
            self.tr("Copies on other disks and in other people's hands stay where they are."),
            self.tr("If both the passphrase and the recovery code are lost, nobody can open the vault."),
        )

    def _keys(self, theme: Theme, commands: Sequence[Command]) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, command in enumerate(command for command in commands if command.key):
            key = QKeySequence(command.key).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(Label(theme, key, "body_strong", "text2"), place, 0)
            grid.addWidget(Label(theme, command.name, "body"), place, 1)
        return holder(grid)
