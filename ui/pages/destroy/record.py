"""The record of a destruction on the screen: codename, role, kind, dates and counts, and no name."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from mentorjournal.model.closure import DestructionRecord
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.date_field import day_words
from ui.widgets.label import Label
from ui.widgets.layout import column, row

_NAME_WIDTH = 170


class RecordCard(QWidget):
    """Emits *save_wanted* and *print_wanted*."""

    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows = QFormLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(6)
        self._words: dict[str, Label] = {}
        for name in self._names():
            words = Label(theme, "", "body", wrap=True, selectable=True)
            words.setAccessibleName(name)
            label = Label(theme, name, "small", "text2", wrap=True)
            label.setFixedWidth(theme.px(_NAME_WIDTH))
            label.setMinimumHeight(theme.px(22))
            self._rows.addRow(label, words)
            self._words[name] = words
        self.save = Button(theme, self.tr("Save as PDF"), icon="file-down")
        self.print = Button(theme, self.tr("Print"), icon="printer")
        told = self.tr("It holds no names, and not one word of what was written.")
        self.setLayout(
            column(
                Card(self._rows, 12, Label(theme, told, "small", "text2", wrap=True)),
                14,
                row(self.save, 8, self.print, None),
            )
        )
        self.save.clicked.connect(self.save_wanted)
        self.print.clicked.connect(self.print_wanted)

    def show_record(self, record: DestructionRecord) -> None:
        locale = self.locale()
        for name, words in zip(self._names(), self._said(record, locale), strict=True):
            self._words[name].setText(words)
            self._rows.setRowVisible(self._words[name], bool(words))

    def words(self) -> str:
        """Everything that it says, for tests and screen readers."""
        return "\n".join(words.text() for words in self._words.values())

    def clear(self) -> None:
        for words in self._words.values():
            words.setText("")

    def _names(self) -> tuple[str, ...]:
        tr = self.tr
        return (
            tr("Codename"),
            tr("My role"),
            tr("Kind"),
            tr("Begun on"),
            tr("Ended on"),
            tr("Destroyed on"),
            tr("What went"),
            tr("Agreed for the notes"),
            tr("Backups"),
            tr("Files known outside"),
        )

    def _said(self, record: DestructionRecord, locale: QLocale) -> tuple[str, ...]:
        tr = self.tr
        backups = tr("Taken out of %n backup(s).", "", record.backups).replace("(s)", _s(record.backups))
        if not record.backups:
            backups = tr("There was none that held it.") if not record.backups_removed else ""
        if record.backups_removed:
            backups += " " + tr("Damaged backups that had to go whole: {count}.").format(
                count=record.backups_removed
            )
        return (
            record.codename,
            _capital(record.role.label),
            _capital(record.type.label),
            day_words(record.started_on, locale) if record.started_on else "",
            day_words(record.ended_on, locale) if record.ended_on else "",
            day_words(record.destroyed_on, locale),
            "  ·  ".join(
                (
                    tr("%n session(s) held", "", record.sessions).replace("(s)", _s(record.sessions)),
                    tr("1 entry in all")
                    if record.entries == 1
                    else tr("{count} entries in all").format(count=record.entries),
                )
            ),
            _capital(record.rule.label) if record.rule is not None else "",
            backups,
            str(record.exports_known) if record.exports_known else "",
        )


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
