"""Step 1: who will read it, and about what time."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import Role
from ui.pages.share.contract import ShareDraft
from ui.pages.share.step_panel import StepPanel, form, say
from ui.pages.share.wording import day_text, readers
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class ReaderStep(StepPanel):
    """Emits *reader_chosen* with an Audience, *period_settled*, and *book_wanted*: what is for nobody else is
    made on a page of its own, which knows nothing of this one.
    """

    book_wanted = Signal()
    reader_chosen = Signal(object)
    period_settled = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.audience = ChoiceField(theme, self.tr("Who will read it"), readers(Role.MENTEE))
        self.since = DayField(theme, self.tr("From"))
        self.until = DayField(theme, self.tr("To"), self.tr("today"))
        self.problem = Label(theme, "", "small", "danger", wrap=True)
        self.last = Label(theme, "", "small", "text2", wrap=True)
        self.book = Button(theme, self.tr("The whole journal as a book"), kind="link")
        self.book.clicked.connect(self._book_clicked)
        period = row(
            labelled(theme, self.tr("From"), self.since),
            labelled(theme, self.tr("To"), self.until),
            spacing=10,
        )
        body = column(
            labelled(theme, self.tr("Who will read it"), self.audience),
            14,
            period,
            4,
            self.problem,
            8,
            self.last,
            None,
            Label(theme, self.tr("For yourself alone:"), "small", "text3"),
            row(self.book, None),
        )
        told = self.tr("Each reader is offered only what is meant for them.")
        self.build(self.tr("Reader and period"), told, form(body), self.ways())
        self.back.hide()
        self.audience.chosen.connect(self.reader_chosen)
        self.since.settled.connect(self._settled)
        self.until.settled.connect(self._settled)
        say(self.problem, "")

    def first(self) -> QWidget:
        return self.audience

    def show_wishes(self, draft: ShareDraft, role: Role) -> None:
        for place, (_, label) in enumerate(readers(role)):
            self.audience.setItemText(place, label)
        self.audience.set_value(draft.audience)
        self.since.set_text(draft.since)
        self.until.set_text(draft.until)

    def show_last(self, day: date | None) -> None:
        """When this reader was given something last."""
        words = self.tr("This reader was last given a summary on {day}.")
        say(self.last, words.format(day=day_text(day)) if day else "")

    def clear(self) -> None:
        self.show_last(None)
        self.since.clear()
        self.until.clear()
        say(self.problem, "")

    @Slot()
    def _book_clicked(self) -> None:
        self.book_wanted.emit()

    @Slot()
    def _settled(self) -> None:
        self.period_settled.emit(self.since.text(), self.until.text())
