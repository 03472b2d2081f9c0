"""The records of destroyed journals: a list, and below it the one that is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt, Slot

from mentorjournal.model.closure import DestructionRecord
from ui.pages.destroy.record import RecordCard
from ui.pages.destroy.records.record_list import RecordList
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.side_page import SidePage

PAGE_WIDTH = 640


class Presenter(Protocol):
    def choose(self, id: str) -> None: ...
    def save(self) -> None: ...
    def print(self) -> None: ...
    def delete(self) -> None: ...
    def undo(self) -> None: ...


class RecordsView(SidePage):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PAGE_WIDTH)
        self._presenter: Presenter | None = None
        tr = self.tr
        self.back = self.way_back(tr("Back"))
        self.empty = EmptyState(
            theme,
            tr("No record is kept. When a journal is destroyed, one can be: counts and dates, no names."),
        )
        self.list = RecordList(theme)
        self.record = RecordCard(theme)
        self.delete = quiet(theme, tr("Delete this record"), icon="trash-2")
        self.message = Sentence(theme, tone="danger")
        self.bring_back = Button(theme, tr("Bring it back"))
        told = tr("What is kept of journals that were destroyed. You can show or print it for your partner.")
        head = row(self.back, 8)
        head.addLayout(
            column(
                Label(theme, tr("Destruction records"), "title"),
                2,
                Label(theme, told, "small", "text2", wrap=True),
            ),
            1,
        )
        below = row(self.message, 10, self.bring_back, None)
        self.lay_out(
            column(
                head,
                16,
                self.empty,
                self.list,
                12,
                below,
                8,
                self.record,
                6,
                row(self.delete, None),
                None,
                margins=(28, 18, 28, 28),
            )
        )
        self.list.chosen.connect(self._chosen)
        self.record.save_wanted.connect(self._save)
        self.record.print_wanted.connect(self._print)
        self.delete.clicked.connect(self._delete)
        self.bring_back.clicked.connect(self._undo)
        self.bring_back.hide()

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    # What the presenter shows

    def show_records(self, records: Mapping[str, DestructionRecord], chosen: str) -> None:
        self.list.show_records(records, chosen)
        self.list.setVisible(bool(records))
        self.empty.setVisible(not records)

    def show_record(self, record: DestructionRecord | None) -> None:
        self.record.setVisible(record is not None)
        self.delete.setVisible(record is not None)
        if record is not None:
            self.record.show_record(record)
        else:
            self.record.clear()

    def say(self, sentence: str) -> None:
        self.message.say(sentence, "danger")
        self.bring_back.hide()

    def say_deleted(self, codename: str) -> None:
        self.message.say(self.tr("The record of “{codename}” is deleted.").format(codename=codename), "text2")
        self.bring_back.show()

    def say_saved(self, file_name: str) -> None:
        self.message.say(self.tr("Saved as “{name}”.").format(name=file_name), "accent_text")
        self.bring_back.hide()

    def print_pdf(self, data: bytes) -> None:
        from ui.widgets.printing import print_pages

        if print_pages(data, self):
            self.message.say(self.tr("Sent to the printer."), "accent_text")

    def focus_first(self) -> None:
        first = self.list if self.list.isVisibleTo(self) else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    @Slot(str)
    def _chosen(self, id: str) -> None:
        if self._presenter is not None:
            self._presenter.choose(id)

    @Slot()
    def _save(self) -> None:
        if self._presenter is not None:
            self._presenter.save()

    @Slot()
    def _print(self) -> None:
        if self._presenter is not None:
            self._presenter.print()

    @Slot()
    def _delete(self) -> None:
        if self._presenter is not None:
            self._presenter.delete()

    @Slot()
    def _undo(self) -> None:
        if self._presenter is not None:
            self._presenter.undo()
