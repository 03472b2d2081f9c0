"""The short form for a contact between sessions."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import Mode
from ui.pages.session.contact import ContactDraft
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.buttons import primary
from ui.widgets.date_field import DateField
from ui.widgets.few_lines import FewLines
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.shortcuts import on_keys

LONGEST = 20_000


class Writer(Protocol):
    def keep(self) -> None: ...


class ContactView(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writer: Writer | None = None
        self.mode = ChoiceField(theme, self.tr("How"), Mode, value=Mode.WRITTEN)
        self.day = DateField(theme, self.tr("Day"), today=date.today())
        self.day.setFixedWidth(theme.px(190))
        self.text = FewLines(
            theme,
            self.tr("What was said or written"),
            lines=5,
            limit=LONGEST,
            placeholder=self.tr("What was said or written"),
        )
        self.keep_button = primary(theme, self.tr("Keep"), key="Ctrl+Return")
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        choices = row(
            labelled(theme, self.tr("How"), self.mode), 16, labelled(theme, self.tr("Day"), self.day), None
        )
        body = column(
            Label(theme, self.tr("A contact between sessions"), "title"),
            14,
            choices,
            12,
            self.text,
            6,
            self._wrong,
            6,
            row(self.keep_button, None),
            None,
        )
        page = holder(body)
        page.setMaximumWidth(theme.px(MEASURE))
        centre = row(None, page, None, margins=(32, 24, 32, 24))
        centre.setStretch(1, 1000)
        self.setLayout(centre)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self.text)
        self.text.edited.connect(self._edited)
        self.text.refused.connect(self._too_long)
        self.keep_button.clicked.connect(self._keep)
        on_keys(self, ("Ctrl+Return", "Ctrl+Enter"), self._keep)

    def bind(self, writer: Writer) -> None:
        self._writer = writer

    def begin(self, today: date) -> None:
        """An empty form, as of today."""
        self.clear()
        self.day.set_today(today)
        self.day.set_value(today)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> ContactDraft:
        understood = self.day.settle()
        return ContactDraft(
            mode=Mode(str(self.mode.value())),
            day=self.day.value() if understood else None,
            text=self.text.text(),
        )

    def refuse(self, message: str) -> None:
        self._wrong.setText(message)
        self._wrong.show()

    def clear(self) -> None:
        self.text.clear()
        self._wrong.hide()

    @Slot()
    def _edited(self) -> None:
        self._wrong.hide()

    @Slot(int)
    def _too_long(self, limit: int) -> None:
        words = self.tr("That is too long for this note: {limit} characters fit. Nothing of it was taken.")
        self.refuse(words.format(limit=limit))

    @Slot()
    def _keep(self) -> None:
        if self._writer is not None:
            self._writer.keep()
