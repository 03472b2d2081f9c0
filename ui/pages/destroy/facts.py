"""Exactly what goes with a journal, and exactly what cannot be reached: read before anything is done."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from ui.pages.destroy.contract import Facts
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.card import Card
from ui.widgets.date_field import day_words
from ui.widgets.label import Label
from ui.widgets.layout import column


class FactsCards(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        tr = self.tr
        self.due = Sentence(theme)
        self.goes = Label(theme, "", "body", wrap=True)
        self.exports = Label(theme, "", "body", wrap=True, selectable=True)
        self.exports.setAccessibleName(tr("Files that were saved from this journal"))
        self.files = Sentence(theme, "body", "text")
        self.elsewhere = Label(theme, self._elsewhere(), "body", wrap=True)
        self.setLayout(
            column(
                self.due,
                6,
                Card(Label(theme, tr("What goes, for good"), "heading"), 8, self.goes),
                12,
                Card(
                    Label(theme, tr("What cannot be reached from here"), "heading"),
                    8,
                    self.files,
                    4,
                    self.exports,
                    8,
                    self.elsewhere,
                ),
            )
        )

    def show_facts(self, facts: Facts) -> None:
        locale = self.locale()
        self.due.say(self._due(facts, locale))
        self.goes.setText(self._goes(facts))
        lines = [
            self.tr("•  {file}  ({what}, {day})").format(
                file=one.file_name, what=one.what.label, day=day_words(one.day, locale)
            )
            for one in facts.exports
        ]
        self.exports.setText("\n".join(lines))
        self.exports.setVisible(bool(lines))
        self.files.say(self._files(facts))

    def clear(self) -> None:
        self.due.say("")
        self.goes.setText("")
        self.exports.setText("")
        self.files.say("")

    def _due(self, facts: Facts, locale: QLocale) -> str:
        if facts.due_on is None or facts.on_hold:
            return ""
        words = (
            self.tr("What you settled at the end: due since {day}.")
            if facts.is_due
            else self.tr("What you settled at the end: due on {day}. It can be destroyed now all the same.")
        )
        return words.format(day=day_words(facts.due_on, locale))

    def _goes(self, facts: Facts) -> str:
        tr, card = self.tr, facts.card
        counts = tr("{sessions}, {entries}").format(
            sessions=tr("1 session held")
            if card.sessions_held == 1
            else tr("{count} sessions held").format(count=card.sessions_held),
            entries=tr("1 entry in all")
            if card.entries == 1
            else tr("{count} entries in all").format(count=card.entries),
        )
        words = (
            tr("“{codename}”, which is damaged and does not open any more. When last read: {counts}.")
            if facts.damaged
            else tr("“{codename}”: {counts}, and every earlier version.")
        )
        said = [words.format(codename=card.codename, counts=counts)]
        said.append(tr("From this vault: its file, and the key that opens it."))
        if facts.backups:
            said.append(
                tr("From the backups in this vault's folder, all {count}: file and key.").format(
                    count=facts.backups
                )
                if facts.backups > 1
                else tr("From the one backup in this vault's folder: file and key.")
            )
        else:
            said.append(tr("This vault has no backups in its folder."))
        said.append(tr("There is no way back, and nobody can bring it back for you."))
        return "\n".join(said)

    def _files(self, facts: Facts) -> str:
        if facts.damaged:
            return self.tr("Files that were saved from it: it can no longer be read which.")
        if facts.exports:
            return self.tr("Files that were saved from it, wherever they are now:")
        return self.tr("No file is known that was saved from it.")

    def _elsewhere(self) -> str:
        tr = self.tr
        return "\n".join(
            (
                tr("•  Copies of the vault's folder elsewhere: other disks, backups of the system."),
                tr("•  Synchronised folders, and the older versions that such services keep."),
                tr("•  What a solid-state disk still holds of a deleted file, until it writes there again."),
                tr("•  What other people have: files, paper, their own notes."),
            )
        )
