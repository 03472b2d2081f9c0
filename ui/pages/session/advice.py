"""What became of advice: when it was tried, what happened, and whether the partner knows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal.model.session import AdviceOutcome, NoteBlock
from mentorjournal.model.words import Role, Section
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.check import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.few_lines import FewLines
from ui.widgets.layout import column, holder, row
from ui.widgets.who_when import partner_words

ADVICE = (Section.ADVICE_GIVEN, Section.ADVICE_RECEIVED)


class AdviceLine(QWidget):
    """One quiet question under a piece of advice, which opens into the fields of its outcome."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows = False
        """Whether the note is advice at all."""
        self.ask = Button(theme, self.tr("What became of it?"), kind="link", icon="chevron-right")
        self.happened = FewLines(
            theme, self.tr("What became of this advice"), placeholder=self.tr("What became of it")
        )
        self.tried = DateField(theme, self.tr("Tried on"), today=date.today())
        self.tried.line.setPlaceholderText(self.tr("Tried on"))
        self.tried.setFixedWidth(theme.px(170))
        self.told = CheckBox(theme, "")
        self._facts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._facts.setSpacing(8)
        self._facts.addLayout(row(self.tried, None))
        self._facts.addLayout(row(self.told, None), 1)
        self.fields = holder(column(self.happened, 6, self._facts, margins=(0, 4, 0, 0)))
        self.setLayout(column(row(self.ask, None), self.fields))
        self.fields.hide()
        self.ask.clicked.connect(self._open)
        self.happened.edited.connect(self.edited)
        self.tried.changed.connect(self._chosen)
        self.told.clicked.connect(self.edited)

    def set_today(self, today: date) -> None:
        self.tried.set_today(today)

    def arrange(self, narrow: bool) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._facts.setDirection(down if narrow else across)

    def show_advice(self, block: NoteBlock, role: Role) -> None:
        """Show what is known of it; nothing at all under a note that is no advice."""
        shows, outcome = block.section in ADVICE, block.outcome or AdviceOutcome()
        words = self.tr("Told {partner}")
        if block.section is Section.ADVICE_GIVEN:
            words = self.tr("Talked about with {partner}")
        self.told.setText(words.format(partner=partner_words(role)))
        self.told.setAccessibleName(self.told.text())
        self.happened.set_text(outcome.what_happened)
        self.tried.set_value(outcome.tried_on)
        self.told.set_checked(outcome.told_partner)
        opened = shows and (block.outcome is not None or not self.fields.isHidden())
        self.shows = shows
        self.setVisible(shows)
        self.fields.setVisible(opened)
        self.ask.setVisible(shows and not opened)

    def outcome(self) -> AdviceOutcome | None:
        """What stands in the fields; None for nothing."""
        found = AdviceOutcome(
            tried_on=self.tried.value(),
            what_happened=self.happened.text(),
            told_partner=self.told.isChecked(),
        )
        return None if found == AdviceOutcome() else found

    @Slot()
    def _open(self) -> None:
        self.ask.hide()
        self.fields.show()
        self.happened.setFocus()

    @Slot(object)
    def _chosen(self, day: object) -> None:
        self.edited.emit()
