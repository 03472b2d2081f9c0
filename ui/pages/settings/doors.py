"""Cards that lead elsewhere: to the question sets, the ledger, and the page about safety."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.pages.settings.parts import TitledCard, beside
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label


class QuestionsCard(TitledCard):
    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.edit = Button(theme, self.tr("Edit the sets"), key="Ctrl+Shift+Q")
        self.edit.setAccessibleName(self.tr("Edit the question sets"))
        self.edit.clicked.connect(self.wanted)
        words = self.tr("Hide what you do not use, change the words, add sets of your own.")
        self.fill(self.tr("Questions"), beside(theme, self.tr("Question sets"), words, self.edit))


class PracticeCard(TitledCard):
    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.open = Button(theme, self.tr("Open the ledger"), key="Ctrl+Shift+Y")
        self.open.clicked.connect(self.wanted)
        words = self.tr("For mentors: hours and what was learnt, counted without a name.")
        self.fill(self.tr("Practice"), beside(theme, self.tr("Practice ledger"), words, self.open))


class AboutCard(TitledCard):
    safety_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        tr = self.tr
        self.vault = Label(theme, "", "small", "text2", wrap=True, selectable=True)
        self.vault.setAccessibleName(tr("Folder of the vault"))
        self.versions = Label(theme, "", "small", "text2", selectable=True)
        self.versions.setAccessibleName(tr("Versions"))
        self.safety = Button(theme, tr("Read about safety"), key="Ctrl+F1")
        self.safety.clicked.connect(self.safety_wanted)
        words = tr("What is promised, what is not protected, and how you check it yourself.")
        self.fill(
            tr("About"),
            Label(theme, tr("This vault lies in"), "caption", "text2"),
            4,
            self.vault,
            14,
            beside(theme, tr("Safety"), words, self.safety),
            14,
            self.versions,
        )
