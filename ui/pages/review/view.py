"""The review page: one calm sheet with facts, questions and decisions, or the choice of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.review import Review, Wrong
from mentorjournal.model.wording import capital
from mentorjournal.model.words import ReviewKind, Role
from ui.autosave import Autosave
from ui.pages.review.answers import BACK_KEY, NEXT_KEY, THEIRS_KEY, Answers, Lines
from ui.pages.review.choice import Choice, Earlier
from ui.pages.review.contract import Around
from ui.pages.review.decisions import Decisions
from ui.pages.review.facts import FactsCard
from ui.pages.review.paper_panel import PaperPanel
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton, primary, quiet
from ui.widgets.date_field import day_words
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, reveal, row, scrolling
from ui.widgets.saved import SavedState
from ui.widgets.saving import Saving
from ui.widgets.shortcuts import on_keys

WIDTH, NARROW = 820, 640
DONE_KEY, PAPER_KEY = "Ctrl+Shift+Return", "Ctrl+P"


class Presenter(Protocol):
    """What the page asks of its presenter."""

    def show(self, kind: ReviewKind | None = None) -> None: ...
    def show_review(self, id: EntryId) -> None: ...
    def choose(self) -> None: ...
    def show_versions(self) -> None: ...
    def touched(self) -> None: ...
    def save(self) -> None: ...
    def finish(self) -> None: ...
    def renew_facts(self) -> None: ...
    def remove(self) -> None: ...
    def change_rhythm(self, commitment: Commitment) -> None: ...
    def rate(self) -> None: ...
    def wish(self, name: str) -> object: ...
    def ask_paper(self) -> None: ...
    def save_paper(self, theirs: bool) -> None: ...
    def print_paper(self, theirs: bool) -> None: ...


class ReviewView(QWidget, Saving):
    """Emits *left* when the writer wants to go back to the journal."""

    left = Signal()

    def __init__(self, theme: Theme, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: Presenter | None = None
        self._role = Role.MENTEE
        self._value: Review | None = None
        self._autosave = Autosave(self._save, parent=self)
        tr = self.tr
        self.back = ToolButton(theme, "arrow-left", tr("Back to the journal"), key="Esc")
        self.saved = SavedState(theme)
        self.versions = ToolButton(theme, "clock", tr("Earlier versions"), key="Ctrl+Shift+H")
        self.others = quiet(theme, tr("Other reviews"), icon="list")
        self.title = Label(theme, "", "title")
        self._told = Label(theme, "", "small", "text2", wrap=True)
        self.facts = FactsCard(theme)
        self.answers = Answers(theme)
        self.decisions = Decisions(theme, today)
        self.finish = primary(theme, tr("Done"), key=DONE_KEY)
        self.paper_button = quiet(theme, tr("Print or save"), icon="printer", key=PAPER_KEY)
        self.delete = quiet(theme, tr("Delete"), icon="trash-2")
        self.paper = PaperPanel(theme)
        self.choice = Choice(theme)
        self.earlier = Earlier(theme)
        self._build()
        self.clear()

    def _build(self) -> None:
        head = row(
            self.back, 8, column(self.title, 2, self._told), 12, self.saved, 8, self.versions, 2, self.others
        )
        head.setStretch(2, 1)
        acts = row(self.finish, 8, self.paper_button, None, self.delete)
        self._sheet = holder(
            column(self.facts, 26, self.answers, 6, self.decisions, 18, acts, 10, self.paper)
        )
        body = column(head, 18, self._sheet, self.choice, 26, self.earlier, None, margins=(28, 18, 28, 28))
        self._page = holder(body)
        centre = row(None, self._page, None)
        centre.setStretch(1, 1000)
        self._area = scrolling(holder(centre, "page"))
        self.setLayout(column(self._area))
        self._look()

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter
        decisions, paper = self.decisions, self.paper
        self.back.clicked.connect(self.left)
        self.others.clicked.connect(presenter.choose)
        self.versions.clicked.connect(presenter.show_versions)
        self.facts.renewed.connect(presenter.renew_facts)
        self.facts.rated.connect(presenter.rate)
        for part in (self.answers, decisions):
            part.edited.connect(presenter.touched)
        self.answers.made.connect(self._order_tabs)
        decisions.wished.connect(presenter.wish)
        decisions.rhythm.kept.connect(presenter.change_rhythm)
        self.finish.clicked.connect(presenter.finish)
        self.delete.clicked.connect(presenter.remove)
        self.paper_button.clicked.connect(presenter.ask_paper)
        paper.saved.connect(presenter.save_paper)
        paper.printed.connect(presenter.print_paper)
        paper.left.connect(self.close_paper)
        self.choice.chosen.connect(presenter.show)
        self.earlier.chosen.connect(presenter.show_review)
        self._theme.changed.connect(self._look)
        on_keys(self, (NEXT_KEY, "Ctrl+PgDown"), self.answers.go_on)
        on_keys(self, (BACK_KEY, "Ctrl+PgUp"), self.answers.go_back)
        on_keys(self, THEIRS_KEY, self.answers.turn_theirs)
        on_keys(self, (DONE_KEY, "Ctrl+Shift+Enter"), presenter.finish)
        on_keys(self, "F5", presenter.renew_facts)

    # What the presenter shows

    def set_role(self, role: Role) -> None:
        self._role = role

    def show_entry(self, value: Review, *, fresh: bool) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self.decisions.forget()
        self.show_wrong(())
        self.update_entry(value)
        self._area.verticalScrollBar().setValue(0)

    def update_entry(self, value: Review) -> None:
        self._area.show()
        self._value = value
        self.title.setText(capital(value.kind.label))
        day = day_words(value.day, self.locale())
        self._told.setText(
            self.tr("Done. Held on {day}.").format(day=day)
            if value.done
            else self.tr("Begun on {day}. Facts first, then questions, then decisions.").format(day=day)
        )
        self.facts.show_review(value)
        self.answers.show_review(value, self._role)
        self.decisions.show_review(value)
        self.finish.setVisible(not value.done)
        self._show_parts(sheet=True)

    def show_around(self, around: Around, here: Review) -> None:
        self.decisions.show_around(around)
        self.earlier.show_reviews(around, here.id)
        self._order_tabs()

    def show_choice(self, around: Around, sentence: str) -> None:
        self._area.show()
        self._value = None
        self.saved.show_nothing()
        self.title.setText(self.tr("Reviews"))
        self._told.setText(self.tr("Facts first, then questions, then decisions."))
        self.choice.show_kinds(around, sentence)
        self.earlier.show_reviews(around, None)
        self._show_parts(sheet=False)
        if self.isVisible():
            self.choice.focus_first()

    def written(self, base: Review) -> Review:
        shown = self._value
        if shown is None or shown.id != base.id or shown.done:
            return base
        return replace(self.decisions.written(base), answers=self.answers.written(base.answers))

    def show_wrong(self, wrong: Sequence[Wrong]) -> None:
        where = {one.where: one.sentence for one in wrong}
        self.answers.show_wrong(where)
        self.decisions.show_wrong(where)

    def focus_wrong(self) -> None:
        for field in self._texts():
            if not field.wrong.isHidden():
                self._go_to(field)
                return
        self._go_to(self.decisions.next.line)

    def focus_first(self) -> None:
        if not self.isVisible():
            return
        first = self.answers.answers[0].mine if self.answers.answers else self.decisions.decided
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.verticalScrollBar().setValue(0)

    def rhythm_kept(self) -> None:
        self.decisions.rhythm.settle()

    def refuse_rhythm(self, sentence: str) -> None:
        self.decisions.rhythm.say(sentence)

    def ask_paper(self) -> None:
        self.paper.begin(self._role)
        reveal(self._area, self.paper)

    @Slot()
    def close_paper(self) -> None:
        if not self.paper.isHidden():
            self.paper.hide()
            self.paper_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_paper_saved(self, file_name: str) -> None:
        self.paper.say(self.tr("Saved as “{name}”.").format(name=file_name))

    def show_paper_problem(self, sentence: str) -> None:
        self.paper.say(sentence, wrong=True)

    def print_pdf(self, pdf: bytes) -> None:
        from ui.widgets.printing import print_pages

        if print_pages(pdf, self):
            self.paper.say(self.tr("Sent to the printer."))

    def clear(self) -> None:
        """Show nothing of any journal."""
        self._autosave.forget()
        self.saved.show_nothing()
        self._value = None
        self.paper.hide()
        self.answers.forget()
        self.facts.forget()
        self.decisions.forget()
        self.earlier.forget()
        self.title.setText("")
        self._told.setText("")
        self._area.hide()

    def place(self) -> dict[str, object]:
        texts = self._texts()
        inside = next((n for n, field in enumerate(texts) if field.hasFocus()), -1)
        place: dict[str, object] = {
            "field": inside,
            "cursor": texts[inside].textCursor().position() if inside >= 0 else 0,
            "scroll": self._area.verticalScrollBar().value(),
            "theirs": self.answers.theirs_shown,
        }
        if self.decisions.rhythm.is_changed():
            place["rhythm"] = list(self.decisions.rhythm.values())
        return place

    def restore(self, place: dict[str, object]) -> None:
        inside, at, scroll, rhythm = (place.get(name) for name in ("field", "cursor", "scroll", "rhythm"))
        if place.get("theirs") is True:
            self.answers.set_theirs_shown(True)
        if isinstance(rhythm, list) and len(rhythm) == 3 and all(isinstance(one, int) for one in rhythm):
            self.decisions.rhythm.set_values(tuple(rhythm))
        texts = self._texts()
        if isinstance(inside, int) and isinstance(at, int) and 0 <= inside < len(texts):
            field = texts[inside]
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            cursor = field.textCursor()
            cursor.setPosition(min(max(at, 0), field.document().characterCount() - 1))
            field.setTextCursor(cursor)
        if isinstance(scroll, int):
            self._area.verticalScrollBar().setValue(scroll)

    # What the writer does

    def event(self, event: QEvent) -> bool:
        """Ctrl+P means this page while one is on it, whatever it means to the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _is_paper(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_paper(event) and self._presenter is not None:
            self._presenter.ask_paper()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.answers.arrange(self.width() >= self._theme.px(NARROW))

    # Inside

    def _texts(self) -> list[Lines]:
        return [*self.answers.texts(), self.decisions.decided, self.decisions.changes]

    def _go_to(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(field, 0, self._theme.px(60))

    def _show_parts(self, *, sheet: bool) -> None:
        self._sheet.setVisible(sheet)
        self.choice.setVisible(not sheet)
        self.others.setVisible(sheet)
        self.versions.setVisible(sheet)

    @Slot()
    def _order_tabs(self) -> None:
        """Tab walks down the sheet, whenever its questions were made."""
        decisions = self.decisions
        walk: list[QWidget] = [
            self.back,
            self.versions,
            self.others,
            self.facts.renew,
            self.facts.rate,
            self.answers.toggle,
            self.answers.back,
            self.answers.next,
            *self.answers.texts(),
            decisions.decided,
            decisions.changes,
            decisions.version,
            decisions.goals,
            decisions.rhythm.sessions,
            decisions.rhythm.interval,
            decisions.rhythm.minutes,
            decisions.rhythm.keep,
            decisions.next.line,
            decisions.closing,
            self.finish,
            self.paper_button,
            self.delete,
            self.paper.theirs,
            self.paper.save,
            self.paper.print,
            *self.choice.buttons(),
            *self.earlier.buttons(),
        ]
        for before, after in pairwise(walk):
            self.setTabOrder(before, after)

    @Slot()
    def _look(self) -> None:
        self._page.setMaximumWidth(self._theme.px(WIDTH))
        self.answers.arrange(self.width() >= self._theme.px(NARROW))

    def _save(self) -> None:
        if self._presenter is not None:
            self._presenter.save()


def _is_paper(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_P and event.modifiers() == Qt.KeyboardModifier.ControlModifier
