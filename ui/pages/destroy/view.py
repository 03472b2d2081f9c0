"""The page that destroys a journal: read, decide, type its codename; then its record, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.closure import DestructionRecord
from ui.pages.destroy.contract import Facts
from ui.pages.destroy.facts import FactsCards
from ui.pages.destroy.record import RecordCard
from ui.shell.kit import Field, Sentence
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.card import Card
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.side_page import SidePage

PAGE_WIDTH = 640


class Presenter(Protocol):
    def choose(self, wanted: JournalId | None) -> None: ...
    def destroy(self, typed: str, *, keep_record: bool) -> None: ...
    def hold(self) -> None: ...
    def save_record(self) -> None: ...
    def print_record(self) -> None: ...


class DestroyView(SidePage):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PAGE_WIDTH)
        self._presenter: Presenter | None = None
        tr = self.tr
        self.back = self.way_back(tr("Back"))
        self._title = Label(theme, "", "title", wrap=True)
        self.journal = ChoiceField(theme, tr("Journal"), ())
        self._choice = holder(row(labelled(theme, tr("Journal"), self.journal), None))
        self.held = Sentence(theme, "body", "text")
        self.facts = FactsCards(theme)
        self.hold = Button(theme, tr("Put on hold instead"))
        self.typed = Field(theme, tr("Type its codename"))
        self._typed_label = Label(theme, tr("Type its codename"), "caption", "text2")
        self._typed_label.setBuddy(self.typed)
        self.keep_record = CheckBox(theme, tr("Keep a record of it"), checked=True)
        self.destroy_now = Button(theme, tr("Destroy it for good"), kind="danger", icon="trash-2")
        self.not_now = quiet(theme, tr("Not now"), key="Esc")
        self.under_way = Sentence(theme, "body", "text")
        self.ended = Sentence(theme, "body", "text")
        self.record = RecordCard(theme)
        self.message = Sentence(theme, tone="danger")
        self.done = Button(theme, tr("Done"), key="Esc")
        self._asking = self._ask()
        self._lay_out()
        self._connect()
        self.clear()

    def _ask(self) -> QWidget:
        theme, tr = self._theme, self.tr
        asked = tr(
            "If somebody has asked to see their data, do not destroy it. To destroy it so that they cannot"
            " have it may be an offence in the UK (Data Protection Act 2018, section 173). This is not"
            " legal advice."
        )
        record = tr("Codename, role, kind, dates and counts. No names.")
        return holder(
            column(
                self.facts,
                12,
                Card(
                    Label(theme, tr("Has somebody asked for their data?"), "heading"),
                    6,
                    Label(theme, asked, "body", wrap=True),
                    10,
                    row(self.hold, None),
                ),
                22,
                row(self.keep_record, None),
                Label(theme, record, "small", "text2", wrap=True),
                14,
                self._typed_label,
                4,
                self.typed,
            )
        )

    def _lay_out(self) -> None:
        head = row(self.back, 8)
        head.addWidget(self._title, 1)
        self._acts = holder(row(self.destroy_now, 8, self.not_now, None))
        body = column(
            head,
            16,
            self._choice,
            14,
            self.held,
            self._asking,
            self.under_way,
            self.ended,
            10,
            self.record,
            8,
            self.message,
            12,
            self._acts,
            row(self.done, None),
            None,
            margins=(28, 18, 28, 28),
        )
        self.lay_out(body)
        self._dress()

    def _connect(self) -> None:
        self.not_now.clicked.connect(self.left)
        self.done.clicked.connect(self.left)
        self.journal.chosen.connect(self._chosen)
        self.hold.clicked.connect(self._hold)
        self.typed.returnPressed.connect(self._destroy)
        self.destroy_now.clicked.connect(self._destroy)
        self.record.save_wanted.connect(self._save)
        self.record.print_wanted.connect(self._print)
        self._theme.changed.connect(self._dress)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    # What the presenter shows

    def show_cards(self, cards: Sequence[JournalCard], chosen: JournalId | None) -> None:
        choices: list[tuple[object, str]] = [(None, self.tr("Choose a journal"))]
        self.journal.set_choices([*choices, *((card.id, card.codename) for card in cards)])
        self.journal.set_value(chosen)

    def show_nothing(self) -> None:
        self.clear()
        self._choice.show()
        self.journal.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_facts(self, facts: Facts) -> None:
        self.clear()
        self._title.setText(self.tr("Destroy “{codename}”").format(codename=facts.card.codename))
        self._choice.show()
        self.facts.show_facts(facts)
        self._asking.setVisible(not facts.on_hold)
        self._acts.setVisible(not facts.on_hold)
        if facts.on_hold:
            words = self.tr(
                "It is on hold, and nothing of it may be destroyed. Reason: {reason}\n\nTo lift the hold,"
                " open the journal, then its closing sheet, once the reason is gone."
            )
            self.held.say(words.format(reason=facts.hold_reason))
        self.hold.setVisible(not facts.damaged)
        self.journal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_under_way(self, codename: str) -> None:
        self.clear()
        self._title.setText(self.tr("Destroying “{codename}”").format(codename=codename))
        self.under_way.say(
            self.tr("Taking it out of the backups first, then out of the vault. This may take a moment.")
        )
        self.back.setEnabled(False)

    def show_record(self, record: DestructionRecord, *, kept: bool) -> None:
        self.clear()
        self._title.setText(self.tr("“{codename}” is destroyed").format(codename=record.codename))
        self.ended.say(
            self.tr("This record is kept in the vault: Destruction records.")
            if kept
            else self.tr("This record is not kept. Save or print it now if you want to show it.")
        )
        self.record.show_record(record)
        self.record.show()
        self.done.show()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_interrupted(self, codename: str, reason: str) -> None:
        self.clear()
        self._title.setText(self.tr("Destroying “{codename}” was interrupted").format(codename=codename))
        words = self.tr(
            "It has begun, and {reason}. What is destroyed stays destroyed, and the journal is not shown any"
            " more. The rest is done when you unlock this vault the next time: make sure the disk can be"
            " written to, then lock and unlock."
        )
        self.ended.say(words.format(reason=reason))
        self.done.show()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        self.message.say(sentence, "danger")

    def say_saved(self, file_name: str) -> None:
        self.message.say(self.tr("Saved as “{name}”.").format(name=file_name), "accent_text")

    def print_pdf(self, data: bytes) -> None:
        from ui.widgets.printing import print_pages

        if print_pages(data, self):
            self.message.say(self.tr("Sent to the printer."), "accent_text")

    def clear(self) -> None:
        """Show nothing of any journal."""
        self._title.setText(self.tr("Destroy a journal"))
        self.facts.clear()
        self.record.clear()
        self.typed.clear()
        self.keep_record.set_checked(True)
        self.back.setEnabled(True)
        for sentence in (self.held, self.under_way, self.ended, self.message):
            sentence.say("")
        for part in (self._choice, self._asking, self._acts, self.record, self.done):
            part.hide()

    # Inside

    @Slot()
    def _dress(self) -> None:
        self.journal.setMinimumWidth(self._theme.px(260))
        self.typed.setMaximumWidth(self._theme.px(300))

    @Slot(object)
    def _chosen(self, id: object) -> None:
        if self._presenter is not None:
            self._presenter.choose(JournalId(str(id)) if id is not None else None)

    @Slot()
    def _hold(self) -> None:
        if self._presenter is not None:
            self._presenter.hold()

    @Slot()
    def _destroy(self) -> None:
        if self._presenter is not None:
            self._presenter.destroy(self.typed.text(), keep_record=self.keep_record.isChecked())

    @Slot()
    def _save(self) -> None:
        if self._presenter is not None:
            self._presenter.save_record()

    @Slot()
    def _print(self) -> None:
        if self._presenter is not None:
            self._presenter.print_record()
