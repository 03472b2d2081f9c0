"""The closing sheet: one strong button that works at once, and everything else as one likes."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent

from mentorjournal.model.words import EndReason
from ui.pages.closing.after import After
from ui.pages.closing.before import Before
from ui.pages.closing.contract import ClosingDraft, Found, NotesDraft
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary, quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.side_page import SidePage

PAGE_WIDTH = 620


class Presenter(Protocol):
    def end(self, draft: ClosingDraft) -> None: ...
    def give_reason(self, reason: EndReason | None) -> None: ...
    def thank(self, thanked: bool) -> None: ...
    def ask_rule(self) -> None: ...
    def ask_hold(self) -> None: ...
    def ask_lift(self) -> None: ...
    def keep_notes(self, draft: NotesDraft) -> None: ...
    def hand_over(self) -> None: ...
    def reopen(self) -> None: ...
    def review(self) -> None: ...
    def destroy(self) -> None: ...


class ClosingView(SidePage):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PAGE_WIDTH)
        self._presenter: Presenter | None = None
        self._found: Found | None = None
        tr = self.tr
        self.back = self.way_back(tr("Back to the journal"))
        self._title = Label(theme, tr("Closing"), "title", wrap=True)
        self._told = Label(theme, "", "small", "text2", wrap=True)
        self.before = Before(theme)
        self.after = After(theme)
        self.message = Sentence(theme, tone="danger")
        self.end = primary(theme, tr("Close"), key="Ctrl+Return")
        self.not_now = quiet(theme, tr("Not now"), key="Esc")
        self.reopen = Button(theme, tr("Open again"))
        self.destroy_now = Button(theme, tr("Destroy now"), kind="danger", icon="trash-2")
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        head = row(self.back, 8)
        head.addLayout(column(self._title, 2, self._told), 1)
        body = column(head, 18, self.before, self.after, None, margins=(28, 18, 28, 24))
        self._end_acts = holder(row(self.end, 8, self.not_now, None))
        self._ended_acts = holder(row(self.reopen, None, self.destroy_now))
        foot = column(
            self.message,
            6,
            self._end_acts,
            self._ended_acts,
            margins=(28, 12, 28, 16),
        )
        self._foot = holder(foot)
        self.lay_out(body, self._foot)

    def _connect(self) -> None:
        self.not_now.clicked.connect(self.left)
        self.end.clicked.connect(self._end)
        self.reopen.clicked.connect(self._reopen)
        self.destroy_now.clicked.connect(self._destroy)
        self.before.review_wanted.connect(self._review)
        self.before.handover_wanted.connect(self._hand_over)
        self.after.handover_wanted.connect(self._hand_over)
        self.after.reason_given.connect(self._give_reason)
        self.after.thanks_given.connect(self._thank)
        self.after.change_wanted.connect(self._ask_rule)
        self.after.hold_wanted.connect(self._ask_hold)
        self.after.lift_wanted.connect(self._ask_lift)
        self.after.kept.connect(self._keep)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    # What the presenter shows

    def show_before(self, found: Found, draft: ClosingDraft, *, reviews: bool) -> None:
        self._found = found
        self._told.setText(
            self.tr("Either may end it at any time, and nobody owes a reason. All of this may stay as it is.")
        )
        self.before.show_found(found, draft, reviews=reviews)
        self._show_half(closed=False)

    def show_after(self, found: Found, changing: NotesDraft | None) -> None:
        self._found = found
        self._told.setText(
            self.tr("All that was written is still here, and nothing is asked of you any more.")
        )
        self.after.show_found(found, changing)
        self._show_half(closed=True)

    def ask_notes(self, draft: NotesDraft) -> None:
        if self._found is not None:
            self.after.ask(draft, self._found)
            self.focus_notes()

    def draft(self) -> ClosingDraft:
        return self.before.draft()

    def notes(self) -> NotesDraft | None:
        """What is being changed of the notes, while it is."""
        return self.after.fields.draft() if self.after.is_asking else None

    def say(self, sentence: str) -> None:
        self.message.say(sentence, "danger")

    def say_saved(self, file_name: str) -> None:
        self.message.say(
            self.tr("Saved as “{name}”. It is the one thing here that leaves.").format(name=file_name),
            "accent_text",
        )

    def focus_first(self) -> None:
        """The act that the sheet is for."""
        self.area.verticalScrollBar().setValue(0)
        closed = self._found is not None and self._found.closure is not None
        wanted = self.after.reason if closed else self.end
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_notes(self) -> None:
        self.after.fields.rule.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(self.after.keep)

    def focus_hold(self) -> None:
        fields = self.after.fields if self.after.is_asking else self.before.notes
        fields.focus_reason()
        self.area.ensureWidgetVisible(fields.reason)

    def set_busy(self, busy: bool) -> None:
        for control in (self.end, self.reopen, self.after.keep):
            control.setEnabled(not busy)

    def clear(self) -> None:
        """Show nothing of any journal."""
        self._found = None
        self._title.setText(self.tr("Closing"))
        self._told.setText("")
        self.before.clear()
        self.after.clear()
        self.message.say("")
        for part in (self.before, self.after, self._foot):
            part.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.after.is_asking:
                self.after.press_keep()
            elif self.end.isVisible():
                self._end()
        elif event.key() == Qt.Key.Key_Escape and self.after.is_asking:
            self.after.close_form()
        elif enter and self.focusWidget() is self.end:
            self._end()
        else:
            super().keyPressEvent(event)

    # Inside

    def _show_half(self, *, closed: bool) -> None:
        self.before.setVisible(not closed)
        self.after.setVisible(closed)
        self._foot.show()
        if self._found is not None:
            name = self._found.journal.relationship.codename
            self._title.setText(self.tr("Closing “{codename}”").format(codename=name))
        self._end_acts.setVisible(not closed)
        self._ended_acts.setVisible(closed)

    @Slot()
    def _end(self) -> None:
        if self._presenter is not None and self.end.isEnabled():
            self._presenter.end(self.draft())

    @Slot()
    def _reopen(self) -> None:
        if self._presenter is not None:
            self._presenter.reopen()

    @Slot()
    def _destroy(self) -> None:
        if self._presenter is not None:
            self._presenter.destroy()

    @Slot()
    def _review(self) -> None:
        if self._presenter is not None:
            self._presenter.review()

    @Slot()
    def _hand_over(self) -> None:
        if self._presenter is not None:
            self._presenter.hand_over()

    @Slot(object)
    def _give_reason(self, reason: EndReason | None) -> None:
        if self._presenter is not None:
            self._presenter.give_reason(reason)

    @Slot(bool)
    def _thank(self, thanked: bool) -> None:
        if self._presenter is not None:
            self._presenter.thank(thanked)

    @Slot()
    def _ask_rule(self) -> None:
        if self._presenter is not None:
            self._presenter.ask_rule()

    @Slot()
    def _ask_hold(self) -> None:
        if self._presenter is not None:
            self._presenter.ask_hold()

    @Slot()
    def _ask_lift(self) -> None:
        if self._presenter is not None:
            self._presenter.ask_lift()

    @Slot(object)
    def _keep(self, draft: NotesDraft) -> None:
        if self._presenter is not None:
            self._presenter.keep_notes(draft)
