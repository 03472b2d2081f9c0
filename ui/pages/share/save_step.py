"""Step 5: the mentee's agreement where it is needed, the form of the file, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.shared import SummaryFormat
from ui.pages.share.contract import ShareDraft
from ui.pages.share.draft_place import FORMATS, SIZES
from ui.pages.share.password_box import PasswordBox
from ui.pages.share.step_panel import StepPanel, form, say
from ui.pages.share.wording import format_text, leaving_text, not_looked_at
from ui.shell.share_commands import COPY_KEY
from ui.theme.theme import Theme
from ui.widgets import clipboard
from ui.widgets.buttons import Button, Segments, primary
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row


class SaveStep(StepPanel):
    """Without the day of an agreement that is needed there is nothing here to save with."""

    consent_settled = Signal(str)
    form_chosen = Signal(object, str)
    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        name = self.tr("Day of your mentee's agreement")
        self.consent = DayField(theme, name, self.tr("“yesterday”, “3 Feb”…"))
        hint = self.tr("A summary for somebody else leaves only with your mentee's agreement to it.")
        self._consent_box = holder(column(labelled(theme, name, self.consent, hint=hint), 16))
        self.problem = Label(theme, "", "small", "danger", wrap=True)
        self.format = ChoiceField(theme, self.tr("Form"), [(one, format_text(one)) for one in FORMATS])
        self.paper = Segments(theme, self.tr("Paper"), [(one, one) for one in SIZES])
        self.password = PasswordBox(theme)
        self._size_box = holder(labelled(theme, self.tr("Paper"), self.paper))
        body = column(
            self._consent_box,
            self.problem,
            row(labelled(theme, self.tr("Form"), self.format), self._size_box, None, spacing=14),
            14,
            self.password,
            None,
        )
        self.unseen = Label(theme, "", "small", "text2", wrap=True)
        self.sentence = Label(theme, "", "body_strong", wrap=True)
        self.save = primary(theme, "", icon="file-down", key="Ctrl+S")
        self.copy = Button(
            theme, self.tr("Copy"), key=COPY_KEY, says=self.tr("Copy the words to the clipboard")
        )
        self.outcome = Label(theme, "", "small", "text2", wrap=True)
        self.on.hide()
        ways = row(self.back, None, self.copy, self.save, spacing=8)
        self.build(self.tr("Save"), "", form(body), self.outcome, self.sentence, self.unseen, ways)
        self._needed = False
        self._pressed: QWidget | None = None
        self.consent.settled.connect(self._consent_settled)
        self.format.chosen.connect(self._form_chosen)
        self.paper.chosen.connect(self._form_chosen)
        self.save.clicked.connect(self.save_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.clear()

    def first(self) -> QWidget:
        if self._needed and not self.save.isVisible():
            return self.consent
        return self.save if self.save.isVisible() and self.save.isEnabled() else self.format

    def show_wishes(self, draft: ShareDraft) -> None:
        self.consent.set_text(draft.mine.consent)
        self.format.set_value(draft.format)
        self.paper.set_value(draft.size)
        is_pdf = draft.format is SummaryFormat.PDF
        self._size_box.setVisible(is_pdf)
        self.password.setVisible(is_pdf)
        if not is_pdf:
            self.password.forget()
        self.save.setText(
            self.tr("Save the {form}").format(form=format_text(draft.format))
            if draft.format is not SummaryFormat.TEXT
            else self.tr("Save the text")
        )

    def show_consent(self, needed: bool, given: bool) -> None:
        self._needed = needed
        self.title.setText(self.tr("Agree and save") if needed else self.tr("Save"))
        self._consent_box.setVisible(needed)
        if needed and not given:
            self.may_save(False)

    def show_unseen(self, count: int) -> None:
        """Findings that nobody answered forbid nothing; they are named beside the button."""
        say(self.unseen, not_looked_at(count))

    def may_save(self, may: bool, count: int = 0) -> None:
        """Whether there is a way out here; the last line above the button says how many lines take it."""
        for button in (self.save, self.copy):
            button.setVisible(may)
            button.setEnabled(may)
        say(self.sentence, leaving_text(count) if may else "")
        # Qt takes the keyboard from a button that cannot be pressed for a moment.
        if may and self._pressed and self.back.hasFocus():
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pressed = None

    def show_making(self) -> None:
        self._pressed = next((one for one in (self.save, self.copy) if one.hasFocus()), None)
        self.save.setEnabled(False)
        self.copy.setEnabled(False)

    def show_outcome(self, sentence: str, *, wrong: bool = False) -> None:
        self.outcome.set_tone("danger" if wrong else "text2")
        say(self.outcome, sentence)

    def show_copied(self) -> None:
        self.show_outcome(clipboard.told())

    def clear(self) -> None:
        self.consent.clear()
        self.password.forget()
        self.show_consent(False, False)
        self.may_save(False)
        for label in (self.problem, self.outcome, self.unseen):
            say(label, "")

    @Slot()
    def _consent_settled(self) -> None:
        self.consent_settled.emit(self.consent.text())

    @Slot()
    def _form_chosen(self) -> None:
        self.form_chosen.emit(self.format.value(), str(self.paper.value()))
