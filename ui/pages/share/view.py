"""The Share page: the rail of steps, the open step, and the exact page. Obeys the presenter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.shared import SharedSummary, SummaryFormat
from mentorjournal.model.words import Role
from mentorjournal.sharing.checking import Flag
from mentorjournal.sharing.offer import Chosen, Offer
from mentorjournal.sharing.since_last import SinceLast
from ui.pages.share.contract import Copy, Job, Made, RailState, ShareDraft, Step
from ui.pages.share.frame import ShareFrame
from ui.pages.share.presenter import SharePresenter
from ui.pages.share.step_panel import say
from ui.pages.share.wording import day_text, faces
from ui.shell.share_commands import AGAIN_KEY, CHANGES_KEY, COPY_KEY, ROLES_KEY, TAKE_BACK_KEY
from ui.theme.theme import Theme
from ui.widgets import clipboard
from ui.widgets.shortcuts import on_keys


class ShareView(ShareFrame):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._presenter: SharePresenter | None = None
        self._state: RailState | None = None
        self._made: Made | None = None
        self._copy: Copy | None = None
        self._connect()
        self.clear()

    def bind(self, presenter: SharePresenter) -> None:
        self._presenter = presenter
        presenter.seen(self.isVisible())
        self.reader.reader_chosen.connect(presenter.choose_audience)
        self.reader.period_settled.connect(presenter.choose_period)
        self.lines.model.section_ticked.connect(presenter.tick_section)
        self.lines.model.line_ticked.connect(presenter.tick_line)
        self.lines.model.reworded.connect(presenter.reword)
        self.checks.answered.connect(presenter.answer)
        self.checks.roles_wanted.connect(presenter.use_roles)
        self.checks.again_wanted.connect(presenter.look_again)
        self.checks.back_wanted.connect(presenter.take_back)
        self.look.changes_wanted.connect(presenter.choose_changes)
        self.saving.consent_settled.connect(presenter.choose_consent)
        self.saving.form_chosen.connect(presenter.choose_form)
        self.saving.copy_wanted.connect(presenter.copy)
        self.earlier.copy_wanted.connect(self._copy_wanted)
        self.earlier.left.connect(presenter.earlier.leave)
        self.earlier.again_wanted.connect(presenter.earlier.save_again)
        self.earlier.changes_wanted.connect(presenter.show_changes)
        self.pane.again_wanted.connect(presenter.make_again)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open_step)
        for panel in self.steps.values():
            panel.walked.connect(self._walk)
        self.saving.save_wanted.connect(self._save)
        on_keys(self, "Alt+Right", self.go_on)
        on_keys(self, "Alt+Left", self.go_back)
        on_keys(self, ("Ctrl+Return", "Ctrl+Enter"), self._on_or_save)
        on_keys(self, "Ctrl+S", self.go_and_save)
        on_keys(self, COPY_KEY, self.go_and_copy)
        on_keys(self, ROLES_KEY, self.use_roles)
        on_keys(self, AGAIN_KEY, self._look_again)
        on_keys(self, TAKE_BACK_KEY, self._take_back)
        on_keys(self, CHANGES_KEY, self.only_changes)
        for step, button in self.rail.buttons.items():
            on_keys(self, f"Alt+{int(step)}", button.click)

    # What the presenter says

    def show_wishes(self, draft: ShareDraft, role: Role) -> None:
        self.reader.show_wishes(draft, role)
        self.saving.show_wishes(draft)

    def show_rail(self, state: RailState) -> None:
        self._state = state
        self._stack.setCurrentWidget(self.steps[state.step])
        self._show_faces()
        self.saving.show_unseen(state.to_look or 0)

    def show_offer(self, offer: Offer, chosen: Chosen) -> None:
        self.lines.show_offer(offer, chosen)

    def show_flags(self, flags: Sequence[Flag], offer: Offer, chosen: Chosen) -> None:
        self.checks.show_flags(flags, offer, chosen)

    def show_answered(self, kept: int, can_take_back: bool) -> None:
        self.checks.show_answered(kept, can_take_back)

    def show_since(self, since: SinceLast | None, only_changes: bool) -> None:
        self.look.show_since(since, only_changes)
        self.reader.show_last(since.day if since else None)

    def show_page(self, made: Made) -> None:
        self._made = made
        self.look.show_page(made)
        self.saving.may_save(made.may_be_saved, len(made.leaves))
        if self._copy is None:
            self._show_made()

    def show_making(self, job: Job) -> None:
        self._made = None
        self._say_problems("", None)
        self.saving.show_making()
        self.saving.show_outcome("")
        if self._copy is None:
            self.pane.show_making(job)

    def show_stopped(self) -> None:
        self._forget_page()
        self.pane.show_stopped()

    def show_nothing(self, sentence: str) -> None:
        self._forget_page()
        self.lines.clear()
        self.checks.clear()
        self.saving.show_consent(False, False)
        where = self.tr(
            "A goal is marked in its form, an action in its editor, a learning point where it is written."
        )
        self.pane.show_sentence(f"{sentence}\n\n{where}")

    def show_problem(self, sentence: str, where: Step) -> None:
        self._forget_page()
        self.pane.show_sentence(sentence)
        self._say_problems(sentence, where)

    def show_consent(self, needed: bool, given: bool) -> None:
        self.saving.show_consent(needed, given)

    def show_saving(self) -> None:
        self.saving.show_outcome(self.tr("Saving…"))

    def show_saved(self, file_name: str) -> None:
        self._after_saving(self.tr("Saved as “{name}”. A copy stays here.").format(name=file_name))

    def show_copied(self) -> None:
        self._after_saving(clipboard.told())

    def show_save_problem(self, sentence: str) -> None:
        self._after_saving(sentence, wrong=True)

    def forget_password(self) -> None:
        self.saving.password.forget()

    def copy_words(self, words: str) -> None:
        clipboard.put(words)

    def show_earlier(self, copies: Sequence[SharedSummary], role: Role) -> None:
        self.earlier.show_earlier(copies, role)

    def show_copy(self, copy: Copy) -> None:
        self._copy = copy
        self.earlier.show_copy(copy)
        one = copy.summary
        told = self.tr("As it left on {day}. It cannot be changed.").format(day=day_text(one.day))
        format = one.format if one.format is not SummaryFormat.CLIPBOARD else SummaryFormat.TEXT
        self.pane.show_data(copy.data, format, told)

    def leave_copy(self) -> None:
        self._copy = None
        self.earlier.leave_copy()
        if self._made:
            self._show_made()
        elif self._presenter:
            self._presenter.make_again()

    def show_copy_saved(self, file_name: str) -> None:
        self.earlier.show_outcome(self.tr("Saved as “{name}”.").format(name=file_name))

    def show_copy_problem(self, sentence: str) -> None:
        self.earlier.show_outcome(sentence, wrong=True)

    def clear(self) -> None:
        self._state = self._made = self._copy = None
        for panel in (self.reader, self.lines, self.checks, self.look, self.saving, self.earlier):
            panel.clear()
        self.pane.show_sentence("")

    # What the writer does

    @Slot()
    def go_on(self) -> None:
        self._walk(1)

    @Slot()
    def go_back(self) -> None:
        self._walk(-1)

    @Slot(object)
    def open_step(self, step: Step) -> None:
        """Open a step, with the keyboard where it begins."""
        if self._presenter:
            self._presenter.go(step)
            self.steps[step].begin()

    @Slot()
    def go_and_save(self) -> None:
        """Save where the last step lies open; from anywhere else, open it first."""
        if self._stack.currentWidget() is not self.saving:
            self.open_step(Step.SAVE)
        elif self.saving.save.isVisible() and self.saving.save.isEnabled():
            self._save()

    @Slot()
    def go_and_copy(self) -> None:
        """Copy where the last step lies open; from anywhere else, open it first."""
        if self._stack.currentWidget() is not self.saving:
            self.open_step(Step.SAVE)
        elif self.saving.copy.isVisible() and self.saving.copy.isEnabled() and self._presenter:
            self._presenter.copy()

    @Slot()
    def use_roles(self) -> None:
        """Open the checks, and say a role everywhere."""
        if self._presenter:
            self.open_step(Step.CHECKS)
            self._presenter.use_roles()

    @Slot()
    def only_changes(self) -> None:
        """Open the look, and choose between the whole summary and what changed since the last one."""
        if self._presenter:
            self.open_step(Step.LOOK)
            if self.look.what.isVisible():
                self._presenter.choose_changes(self.look.what.value() is not True)

    @Slot()
    def _look_again(self) -> None:
        if self._presenter:
            self._presenter.look_again()

    @Slot()
    def _take_back(self) -> None:
        if self._presenter:
            self._presenter.take_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() == Qt.Key.Key_Escape
            and self.pane.progress.under_way
            and self.pane.progress.isVisible()
        ):
            self.pane.progress.stop()
        elif event.key() == Qt.Key.Key_Escape and self._copy and self._presenter:
            self._presenter.earlier.leave()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._presenter:
            self._presenter.seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._presenter:
            self._presenter.seen(False)

    def _show_made(self) -> None:
        made = self._made
        if made is None:
            return
        told = self.tr("Exactly this leaves.")
        if not made.may_be_saved:
            told = self.tr("Not final: the line about your mentee's agreement is still missing.")
        self.pane.show_data(made.data, made.format, told, made.missing)
        self._show_faces()

    def _show_faces(self) -> None:
        if self._state:
            pages = self.pane.pages if self._copy is None else 0
            self.rail.show_faces(faces(self._state, pages), self._state.step)

    def _forget_page(self) -> None:
        self._made = None
        self.pane.forget()
        self.look.forget_page()
        self.saving.may_save(False)

    def _say_problems(self, sentence: str, where: Step | None) -> None:
        labels = {
            Step.READER: self.reader.problem,
            Step.LINES: self.lines.problem,
            Step.LOOK: self.look.problem,
            Step.SAVE: self.saving.problem,
        }
        for step, label in labels.items():
            say(label, sentence if step is where else "")

    def _after_saving(self, sentence: str, *, wrong: bool = False) -> None:
        if self._made:
            self.saving.may_save(self._made.may_be_saved, len(self._made.leaves))
        self.saving.show_outcome(sentence, wrong=wrong)

    @Slot(int)
    def _walk(self, by: int) -> None:
        if self._presenter and self._state:
            self._presenter.walk(by)
            self.steps[self._state.step].begin()

    @Slot()
    def _on_or_save(self) -> None:
        if self._stack.currentWidget() is self.saving:
            self.go_and_save()
        else:
            self.go_on()

    @Slot()
    def _save(self) -> None:
        if self._presenter:
            self._presenter.save(self.saving.password.lock())

    @Slot(str)
    def _copy_wanted(self, id: str) -> None:
        if self._presenter:
            self._presenter.show_earlier(EntryId(id))
