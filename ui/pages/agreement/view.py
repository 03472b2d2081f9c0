"""The Agreement page: nothing yet, the draft, or what was agreed. Obeys the presenter."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from mentorjournal.model.agreement import ClauseKey
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Role
from ui.autosave import Autosave
from ui.pages.agreement.clause_panel import MINE_KEY, OUT_KEY, THEIRS_KEY
from ui.pages.agreement.contract import Asking, ClauseShown, DraftShown, Incoming, Nothing, Reading, Side
from ui.pages.agreement.draft_view import AGREE_KEY, WALK_BACK_KEY, WALK_KEY, DraftView
from ui.pages.agreement.empty_view import EmptyView
from ui.pages.agreement.reading_view import ReadingView
from ui.pages.agreement.terms import TermsTyped
from ui.theme.theme import Theme
from ui.widgets.saving import Saving
from ui.widgets.shortcuts import on_keys

FORM_KEY, READ_KEY = "Alt+F", "Alt+R"


class PaperWriter(Protocol):
    """What the page asks where something leaves it or comes back."""

    def save_paper(self, names: bool) -> None: ...
    def print_paper(self, names: bool) -> None: ...
    def save_form(self) -> None: ...
    def read_form(self, title: str, kinds: str) -> None: ...
    def take_all_the_same(self) -> None: ...


class Writer(Protocol):
    """What the page asks of its presenter."""

    def begin(self) -> None: ...
    def put_away(self) -> None: ...
    def delete(self) -> None: ...
    def choose(self, key: ClauseKey) -> None: ...
    def toggle_more(self) -> None: ...
    def typed(self, side: Side, text: str) -> None: ...
    def typed_terms(self, typed: TermsTyped) -> None: ...
    def choose_review(self, day: date | None) -> None: ...
    def save(self) -> None: ...
    def use(self, side: Side) -> None: ...
    def include(self, applies: bool) -> None: ...
    def walk(self, forward: bool) -> None: ...
    def ask(self) -> None: ...
    def agree(self, on: date | None, review_on: date | None) -> None: ...
    def not_yet(self) -> None: ...
    def look_back(self) -> None: ...
    def show_earlier(self) -> None: ...
    def look_at(self, id: EntryId) -> None: ...
    def come_back(self) -> None: ...
    def sign(self, *, by_me: bool, by_partner: bool) -> None: ...
    def review_again(self, day: date | None) -> None: ...
    def ask_paper(self) -> None: ...
    @property
    def papers(self) -> PaperWriter: ...


class AgreementView(QStackedWidget, Saving):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writer: Writer | None = None
        self._autosave = Autosave(self._save, parent=self)
        self._draft_menu, self._reading_menu = QMenu(self), QMenu(self)
        self.empty = EmptyView(theme)
        self.draft = DraftView(theme, self._draft_menu)
        self.reading = ReadingView(theme, self._reading_menu)
        self.saved = self.draft.saved
        self.delete = QAction(self.tr("Delete this draft"), self)
        self.earlier = QAction(self.tr("Earlier versions of the texts") + "\tCtrl+Shift+H", self)
        self.print_draft = QAction(self.tr("Print or save the drafts…"), self)
        self.print_agreed = QAction(self.tr("Print or save to sign…"), self)
        self.save_form = QAction("", self)
        self.read_form = QAction(self.tr("Read in a filled form…"), self)
        for action in (self.save_form, self.read_form, self.print_draft):
            self._draft_menu.addAction(action)
        self._draft_menu.addSeparator()
        self._draft_menu.addAction(self.earlier)
        self._draft_menu.addAction(self.delete)
        self._reading_menu.addAction(self.print_agreed)
        self._reading_menu.addAction(self.earlier)
        for page in (self.empty, self.draft, self.reading):
            self.addWidget(page)

    def bind(self, writer: Writer) -> None:
        self._writer = writer
        draft, reading, panel = self.draft, self.reading, self.draft.panel
        self.empty.begin_wanted.connect(writer.begin)
        self.empty.put_away.connect(writer.put_away)
        self.delete.triggered.connect(writer.delete)
        self.earlier.triggered.connect(writer.show_earlier)
        for action in (self.print_draft, self.print_agreed):
            action.triggered.connect(self.ask_for_paper)
        self.save_form.triggered.connect(self.wish_form)
        self.read_form.triggered.connect(self.wish_reading)
        for panel_of_paper in (draft.paper, reading.paper):
            panel_of_paper.saved.connect(writer.papers.save_paper)
            panel_of_paper.printed.connect(writer.papers.print_paper)
        draft.incoming.taken.connect(writer.papers.take_all_the_same)
        draft.list.chosen.connect(writer.choose)
        draft.list.folded.connect(writer.toggle_more)
        draft.walk_wanted.connect(writer.walk)
        draft.agree_wanted.connect(writer.ask)
        draft.clock_wanted.connect(writer.look_back)
        draft.asking.agreed.connect(writer.agree)
        draft.asking.dismissed.connect(writer.not_yet)
        panel.typed.connect(writer.typed)
        panel.terms_typed.connect(writer.typed_terms)
        panel.review_chosen.connect(writer.choose_review)
        panel.use_wanted.connect(writer.use)
        panel.include_wanted.connect(writer.include)
        reading.change_wanted.connect(writer.begin)
        reading.clock_wanted.connect(writer.look_back)
        reading.back_wanted.connect(writer.come_back)
        reading.version_chosen.connect(writer.look_at)
        reading.signed.connect(self._signed)
        reading.review_chosen.connect(writer.review_again)
        on_keys(draft, WALK_KEY, self.walk_on)
        on_keys(draft, WALK_BACK_KEY, self.walk_back)
        on_keys(draft, MINE_KEY, panel.wish_mine)
        on_keys(draft, THEIRS_KEY, panel.wish_theirs)
        on_keys(draft, OUT_KEY, panel.wish_out_or_in)
        on_keys(draft, AGREE_KEY, self.agree)
        on_keys(self, "Alt+V", self.look_back)
        on_keys(draft, FORM_KEY, self.wish_form)
        on_keys(draft, READ_KEY, self.wish_reading)
        on_keys(reading, "Ctrl+E", self.change)

    # What the presenter shows

    def show_nothing(self, shown: Nothing) -> None:
        self.empty.show_nothing(shown)
        self._come(self.empty, self.empty.begin)

    def show_draft(self, shown: DraftShown) -> None:
        self.draft.show_draft(shown)
        forms = {
            Role.MENTEE: self.tr("Save a form for your mentor’s draft…"),
            Role.MENTOR: self.tr("Save a form for your mentee’s draft…"),
            Role.PEER: self.tr("Save a form for your peer’s draft…"),
        }
        self.save_form.setText(forms[shown.role])
        self._come(self.draft, self.draft.list)

    def show_clause(self, shown: ClauseShown) -> None:
        self.draft.show_clause(shown)

    def show_reading(self, shown: Reading) -> None:
        self.reading.show_reading(shown)
        self._come(self.reading, self.reading.list if shown.rows else self.reading.text)

    def focus_clause(self) -> None:
        self.draft.panel.focus_first()

    def focus_side(self, side: Side) -> None:
        self.draft.panel.focus_side(side)

    def fill_agreed(self, text: str) -> None:
        self.draft.panel.fill_agreed(text)

    def say(self, sentence: str) -> None:
        self.draft.say(sentence)

    def ask(self, asking: Asking) -> None:
        self.draft.ask(asking)

    def asked(self) -> tuple[date | None, date | None] | None:
        asking = self.draft.asking
        return None if asking.isHidden() else asking.days()

    def refuse_asking(self, sentence: str, field: str) -> None:
        self.draft.asking.refuse(sentence, field)

    def close_asking(self) -> None:
        self.draft.close_asking()

    def refuse_review(self, sentence: str) -> None:
        self.reading.refuse_review(sentence)

    def ask_paper(self, *, to_sign: bool) -> None:
        if to_sign:
            self.reading.ask_paper()
        else:
            self.draft.ask_paper()

    def say_paper(self, sentence: str, *, wrong: bool = False) -> None:
        on_draft = self.currentWidget() is self.draft
        (self.draft.paper if on_draft else self.reading.paper).say(sentence, wrong=wrong)

    def say_form(self, sentence: str, *, wrong: bool = False) -> None:
        self.draft.say_form(sentence, wrong=wrong)

    def print_pdf(self, data: bytes) -> None:
        from ui.widgets.printing import print_pages

        if print_pages(data, self):
            self.say_paper(self.tr("Sent to the printer."))

    def show_incoming(self, incoming: Incoming) -> None:
        self.draft.show_incoming(incoming)

    def clear(self) -> None:
        self._autosave.forget()
        self.draft.clear()
        self.reading.clear()
        self.show_saved(None)

    # What the writer does

    def event(self, event: QEvent) -> bool:
        """Ctrl+P means this page while one is on it, whatever it means to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _prints(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers()
        empty, listed = self.currentWidget() is self.empty, self.reading.back.isVisible()
        if _prints(event):
            self.ask_for_paper()
        elif self._writer and empty and plain and event.key() == Qt.Key.Key_N:
            self._writer.begin()
        elif self._writer and listed and event.key() == Qt.Key.Key_Escape:
            self._writer.come_back()
        else:
            super().keyPressEvent(event)

    @Slot()
    def walk_on(self) -> None:
        if self._writer:
            self._writer.walk(True)

    @Slot()
    def walk_back(self) -> None:
        if self._writer:
            self._writer.walk(False)

    @Slot()
    def agree(self) -> None:
        """Ask for the day; once asked, the same key says yes."""
        if not self.draft.asking.isHidden():
            self.draft.asking.answer()
        elif self._writer:
            self._writer.ask()

    @Slot()
    def look_back(self) -> None:
        """To the versions, and back from them."""
        if self._writer is None:
            return
        if self.reading.back.isVisible():
            self._writer.come_back()
        else:
            self._writer.look_back()

    @Slot()
    def ask_for_paper(self) -> None:
        if self._writer:
            self._writer.ask_paper()

    @Slot()
    def wish_form(self) -> None:
        if self._writer and self.currentWidget() is self.draft:
            self._writer.papers.save_form()

    @Slot()
    def wish_reading(self) -> None:
        if self._writer and self.currentWidget() is self.draft:
            title, kinds = self.tr("Choose the filled form"), self.tr("Forms (*.pdf)")
            self._writer.papers.read_form(title, kinds)

    @Slot()
    def change(self) -> None:
        if self._writer and self.reading.change.isVisible():
            self._writer.begin()

    @Slot(bool, bool)
    def _signed(self, by_me: bool, by_partner: bool) -> None:
        if self._writer:
            self._writer.sign(by_me=by_me, by_partner=by_partner)

    def _save(self) -> None:
        if self._writer:
            self._writer.save()

    def _come(self, page: QWidget, first: QWidget) -> None:
        """Bring *page* to the front; the focus goes along if it was on the page that leaves."""
        within = self.isAncestorOf(self.focusWidget() or self.window())
        if self.currentWidget() is not page:
            self.setCurrentWidget(page)
            if within:
                first.setFocus(Qt.FocusReason.OtherFocusReason)


def _prints(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_P and event.modifiers() == Qt.KeyboardModifier.ControlModifier
