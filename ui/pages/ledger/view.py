"""The practice ledger: what it is, or its sums over a period, a line to add, and the entries."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QScrollArea, QStackedWidget, QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.ledger import Behind, LedgerEntry, Period
from ui.pages.ledger.adding import AddLine
from ui.pages.ledger.contract import EntryDraft, LedgerShown
from ui.pages.ledger.editor import EntryEditor
from ui.pages.ledger.entries import EntryList
from ui.pages.ledger.intro import Intro
from ui.pages.ledger.offer import Offer
from ui.pages.ledger.sums import Sums, capital
from ui.pages.ledger.typed import read_draft, to_place
from ui.theme.theme import Theme
from ui.widgets.buttons import MenuButton, Segments, ToolButton, quiet
from ui.widgets.day_field import DayField
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, reveal, row, scrolling

WIDEST = 860


class Presenter(Protocol):
    def keep(self) -> None: ...
    def stop(self) -> None: ...
    def choose_period(self, period: Period) -> None: ...
    def choose_days(self, since: str, until: str) -> None: ...
    def add(self, draft: EntryDraft) -> None: ...
    def edit(self, id: EntryId) -> None: ...
    def save(self, draft: EntryDraft) -> None: ...
    def leave_editor(self) -> None: ...
    def remove(self, id: EntryId) -> None: ...
    def catch_up(self) -> None: ...
    def not_now(self) -> None: ...
    def save_pdf(self) -> None: ...
    def save_csv(self) -> None: ...


class LedgerPageView(QWidget):
    """Obeys the presenter. *left* says that the page is done with."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter: Presenter | None = None
        self.intro = Intro(theme)
        self._sheets = QStackedWidget()
        self._sheets.addWidget(self.intro)
        self._sheets.addWidget(self._sheet())
        whole = column(self._head(), self._sheets)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        theme.changed.connect(self._measure)
        self._measure()

    def _head(self) -> QWidget:
        theme, tr = self._theme, self.tr
        back = ToolButton(theme, "arrow-left", tr("Back"), key="Esc")
        back.clicked.connect(self.left)
        self.pdf = quiet(theme, tr("Save as PDF"), icon="file-down", says=tr("A page to sign, nobody named"))
        self.csv = quiet(theme, tr("Save as CSV"), says=tr("A table for a spreadsheet, nobody named"))
        menu = QMenu(self)
        menu.addAction(tr("Stop keeping the ledger")).triggered.connect(self._stop)
        self.more = MenuButton(theme, tr("More"), menu)
        title = Label(theme, tr("Practice ledger"), "title")
        self._acts = holder(row(self.pdf, 2, self.csv, 2, self.more))
        return holder(row(back, 4, title, None, self._acts, margins=(14, 14, 16, 6)))

    def _sheet(self) -> QWidget:
        theme, tr = self._theme, self.tr
        self.offer = Offer(theme)
        self.periods = Segments(theme, tr("Period"), [(one, capital(one.label)) for one in Period])
        self.since = DayField(theme, tr("First day"), tr("from the first"))
        self.until = DayField(theme, tr("Last day"), tr("to the last"))
        self._days = holder(row(self.since, 6, Label(theme, tr("to"), "small", "text3"), 6, self.until))
        self._days_problem = Label(theme, "", "small", "danger", wrap=True)
        self._outcome = Label(theme, "", "small", "accent_text", wrap=True)
        self.sums = Sums(theme)
        self.adding = AddLine(theme)
        warning = Label(
            theme,
            tr("Name nobody in what was learnt: the ledger outlives the journals, and it is shown."),
            "small",
            "text3",
            wrap=True,
        )
        self.list = EntryList(theme)
        self.nothing = EmptyState(theme, "")
        self.edit_button = quiet(theme, tr("Edit"), icon="pencil", key="Return")
        self.delete_button = quiet(theme, tr("Delete"), icon="trash-2", key="Del")
        self._entry_acts = holder(row(self.edit_button, 2, self.delete_button, None))
        self.editor = EntryEditor(theme)
        for part in (self._days, self._days_problem, self._outcome, self.editor, self._entry_acts):
            part.hide()
        body = column(
            self._outcome,
            self.offer,
            row(self.periods, 12, self._days, None),
            self._days_problem,
            self.sums,
            self.adding,
            warning,
            self.list,
            self.nothing,
            self._entry_acts,
            self.editor,
            spacing=12,
            margins=(0, 8, 0, 20),
        )
        body.setStretch(body.indexOf(self.list), 1)
        body.setStretch(body.indexOf(self.nothing), 1)
        self._paper = holder(body)
        centre = row(None, self._paper, None, margins=(28, 0, 28, 0))
        centre.setStretch(1, 1000)
        self._area: QScrollArea = scrolling(holder(centre, "page"))
        return self._area

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self.intro.kept.connect(presenter.keep)
        self.offer.taken.connect(presenter.catch_up)
        self.offer.declined.connect(presenter.not_now)
        self.periods.chosen.connect(presenter.choose_period)
        self.since.settled.connect(self._days_settled)
        self.until.settled.connect(self._days_settled)
        self.adding.added.connect(presenter.add)
        self.list.opened.connect(presenter.edit)
        self.list.removed.connect(presenter.remove)
        self.list.chosen.connect(self._chosen)
        self.edit_button.clicked.connect(self._edit)
        self.delete_button.clicked.connect(self._delete)
        self.editor.saved.connect(presenter.save)
        self.editor.left.connect(presenter.leave_editor)
        self.pdf.clicked.connect(presenter.save_pdf)
        self.csv.clicked.connect(presenter.save_csv)

    # What the presenter says

    def show_intro(self, entries: int) -> None:
        self.intro.show_entries(entries)
        self._acts.hide()
        self._sheets.setCurrentIndex(0)
        if self.isVisible():
            self.intro.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ledger(self, shown: LedgerShown) -> None:
        came = self._sheets.currentIndex() == 0
        self._acts.show()
        self._sheets.setCurrentIndex(1)
        self.periods.set_value(shown.period)
        self._days.setVisible(shown.period is Period.OWN)
        self.sums.show_totals(shown.totals)
        self.sums.setVisible(shown.in_all > 0)
        self.list.show_entries(shown.entries)
        self.list.setVisible(bool(shown.entries))
        self.nothing.setVisible(not shown.entries)
        self.nothing.set_sentence(
            self.tr("Nothing stands in the ledger for this time.")
            if shown.in_all
            else self.tr("Nothing stands in the ledger yet.")
        )
        for button in (self.pdf, self.csv):
            button.setEnabled(bool(shown.entries))
        self._chosen()
        if came and self.isVisible():
            self.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_days(self, since: str, until: str) -> None:
        self.since.set_text(since)
        self.until.set_text(until)

    def show_behind(self, behind: Behind) -> None:
        self.offer.show_behind(behind)

    def select(self, id: EntryId) -> None:
        self.list.select(id)

    def edit(self, entry: LedgerEntry, draft: EntryDraft) -> None:
        self.editor.show_entry(entry, draft)
        self.editor.show()
        self._chosen()
        reveal(self._area, self.editor)
        self.editor.begin()

    def end_editing(self) -> None:
        if not self.editor.isHidden():
            self.editor.hide()
            self.editor.show_draft(EntryDraft())
            self._chosen()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def entry_added(self) -> None:
        self.adding.taken()

    def say_days(self, problem: str) -> None:
        self._days_problem.setText(problem)
        self._days_problem.setVisible(bool(problem))

    def say_adding(self, problem: str) -> None:
        self.adding.say(problem)

    def say_editing(self, problem: str) -> None:
        self.editor.say(problem)

    def say_saved(self, name: str) -> None:
        self._say(
            self.tr("Saved as “{name}”. Names that your journals know were left out.").format(name=name),
            "accent_text",
        )

    def say_not_saved(self, problem: str) -> None:
        self._say(problem, "danger")

    def typed(self) -> dict[str, object]:
        """What stands in the fields and was not kept yet."""
        place = to_place("add", self.adding.draft())
        if edited := self.editor.edited():
            place |= {"edited": edited, **to_place("edit", self.editor.draft())}
        return place

    def bring_back(self, typed: dict[str, object]) -> None:
        self.adding.show_draft(read_draft("add", typed))
        if self.editor.edited() and self.editor.edited() == typed.get("edited"):
            self.editor.show_draft(read_draft("edit", typed))

    def begin(self) -> None:
        """The page has come to the front."""
        self._outcome.hide()
        target = self.adding if self._sheets.currentIndex() else self.intro.keep
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _say(self, sentence: str, tone: str) -> None:
        self._outcome.setText(sentence)
        self._outcome.set_tone(tone)
        self._outcome.setVisible(bool(sentence))

    @Slot()
    def _days_settled(self) -> None:
        if self._presenter is not None:
            self._presenter.choose_days(self.since.text(), self.until.text())

    @Slot()
    def _chosen(self) -> None:
        self._entry_acts.setVisible(self.list.selected() is not None and self.editor.isHidden())

    @Slot()
    def _edit(self) -> None:
        if self._presenter is not None and (chosen := self.list.selected()) is not None:
            self._presenter.edit(chosen)

    @Slot()
    def _delete(self) -> None:
        if self._presenter is not None and (chosen := self.list.selected()) is not None:
            self._presenter.remove(chosen)

    @Slot()
    def _stop(self) -> None:
        if self._presenter is not None:
            self._presenter.stop()

    @Slot()
    def _measure(self) -> None:
        px = self._theme.px
        self._paper.setMaximumWidth(px(WIDEST))
        for field in (self.since, self.until):
            field.setFixedWidth(px(138))
