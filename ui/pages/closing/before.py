"""What may be said before it is closed. All of it may be left as it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import EndReason, Role
from ui.pages.closing.contract import ClosingDraft, Found
from ui.pages.closing.notes import NotesFields
from ui.pages.closing.standing import agreed_words, kind_words
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.check import CheckBox
from ui.widgets.date_field import day_words
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row


class HandoverLine(QWidget):
    """The copy that the mentee takes along: a button, and the day on which it was saved."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.button = Button(theme, self.tr("Save the hand-over copy"), icon="file-down")
        self.words = Label(theme, "", "small", "text2", wrap=True)
        layout = row(self.button, 12, self.words)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.button.clicked.connect(self.wanted)

    def show_day(self, on: date | None, role: Role) -> None:
        if on is not None:
            words = self.tr("Saved on {day}.").format(day=day_words(on, self.locale()))
        elif role is Role.MENTEE:
            words = self.tr("Your own copy: what was agreed, done and decided.")
        else:
            words = self.tr("What was agreed, done and decided, and only what may be shown.")
        self.words.setText(words)
        self.button.setAccessibleDescription(words)


class Before(QWidget):
    """Emits *review_wanted* and *handover_wanted*."""

    review_wanted = Signal()
    handover_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        tr = self.tr
        self._handed_over_on: date | None = None
        self.told = Sentence(theme)
        self.reason = ChoiceField(
            theme,
            tr("How it ended, if you like to say"),
            [(None, tr("Not said")), *((one, one.label.capitalize()) for one in EndReason)],
        )
        self.thanked = CheckBox(theme, tr("We have thanked each other"))
        self.review = Button(theme, tr("Look back together"), icon="book-open")
        self._review = holder(
            row(
                self.review,
                12,
                Label(theme, tr("An ending review: facts, then questions."), "small", "text2", wrap=True),
                None,
            )
        )
        self.handover = HandoverLine(theme)
        self.agreed = Sentence(theme)
        self.notes = NotesFields(theme)
        self.setLayout(
            column(
                self.told,
                8,
                row(labelled(theme, self.reason.accessibleName(), self.reason), None),
                12,
                row(self.thanked, None),
                14,
                self._review,
                8,
                self.handover,
                22,
                Label(theme, tr("What happens to the notes"), "heading"),
                4,
                self.agreed,
                6,
                self.notes,
            )
        )
        self.review.clicked.connect(self.review_wanted)
        self.handover.wanted.connect(self.handover_wanted)

    def show_found(self, found: Found, draft: ClosingDraft, *, reviews: bool) -> None:
        self._handed_over_on = draft.handed_over_on
        self.told.say(kind_words(found, self.locale()))
        self.reason.set_value(draft.reason)
        self.thanked.set_checked(draft.thanked)
        self._review.setVisible(reviews)
        self.handover.show_day(draft.handed_over_on, found.journal.relationship.my_role)
        self.agreed.say(agreed_words(found, self.locale()))
        self.notes.show_draft(draft.notes, today=found.today)

    def draft(self) -> ClosingDraft:
        reason = self.reason.value()
        return ClosingDraft(
            reason=reason if isinstance(reason, EndReason) else None,
            thanked=self.thanked.isChecked(),
            handed_over_on=self._handed_over_on,
            notes=self.notes.draft(),
        )

    def clear(self) -> None:
        self._handed_over_on = None
        self.told.say("")
        self.agreed.say("")
        self.reason.set_value(None)
        self.thanked.set_checked(False)
        self.notes.clear()
