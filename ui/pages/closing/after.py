"""What stands once it is closed: the day, what happens to the notes, the hand-over, the files that left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import EndReason
from ui.pages.closing.before import HandoverLine
from ui.pages.closing.contract import Found, NotesDraft
from ui.pages.closing.notes import NotesFields
from ui.pages.closing.standing import export_words, notes_words
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.check import CheckBox
from ui.widgets.date_field import day_words
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.fold import Fold
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row


class After(QWidget):
    """*reason_given* and *thanks_given* carry what was said; *kept* the notes as the fields have them."""

    reason_given = Signal(object)
    thanks_given = Signal(bool)
    change_wanted = Signal()
    hold_wanted = Signal()
    lift_wanted = Signal()
    kept = Signal(object)
    handover_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        tr = self.tr
        self.closed = Label(theme, "", "heading", wrap=True)
        self.reason = ChoiceField(
            theme,
            tr("How it ended, if you like to say"),
            [(None, tr("Not said")), *((one, one.label.capitalize()) for one in EndReason)],
        )
        self.thanked = CheckBox(theme, tr("We have thanked each other"))
        self.notes = Label(theme, "", "body", wrap=True)
        self.hold_reason = Sentence(theme)
        self.change = Button(theme, tr("Change the rule or the day"))
        self.hold = Button(theme, tr("Put on hold"))
        self.lift = Button(theme, tr("Lift the hold"))
        self.fields = NotesFields(theme)
        self.keep = Button(theme, tr("Keep"), key="Ctrl+Return")
        self.cancel = quiet(theme, tr("Leave it as it is"), key="Esc")
        self._form = holder(column(self.fields, 10, row(self.keep, 8, self.cancel, None)))
        self.handover = HandoverLine(theme)
        self.file_list = Label(theme, "", "small", "text2", wrap=True, selectable=True)
        self.file_list.setAccessibleName(tr("Files that were saved from this journal"))
        told = tr("The program cannot reach these files, wherever they are now.")
        self.files = Fold(
            theme,
            tr("Files that were saved from it"),
            column(Label(theme, told, "small", "text3", wrap=True), 6, self.file_list),
        )
        self._acts = holder(row(self.change, 8, self.hold, self.lift, None))
        self.setLayout(
            column(
                self.closed,
                12,
                row(labelled(theme, self.reason.accessibleName(), self.reason), None),
                12,
                row(self.thanked, None),
                22,
                Label(theme, tr("What happens to the notes"), "heading"),
                6,
                self.notes,
                4,
                self.hold_reason,
                10,
                self._acts,
                self._form,
                22,
                Label(theme, tr("Hand-over"), "heading"),
                8,
                self.handover,
                14,
                self.files,
            )
        )
        self._form.hide()
        self.reason.chosen.connect(self.reason_given)
        self.thanked.clicked.connect(self.thanks_given)
        self.change.clicked.connect(self.change_wanted)
        self.hold.clicked.connect(self.hold_wanted)
        self.lift.clicked.connect(self.lift_wanted)
        self.keep.clicked.connect(self.press_keep)
        self.cancel.clicked.connect(self.close_form)
        self.handover.wanted.connect(self.handover_wanted)

    def show_found(self, found: Found, changing: NotesDraft | None) -> None:
        closure = found.closure
        if closure is None:
            return
        locale = self.locale()
        day = day_words(closure.closed_on, locale)
        self.closed.setText(self.tr("Closed on {day}").format(day=day))
        self.reason.set_value(closure.reason)
        self.thanked.set_checked(closure.thanked)
        self.notes.setText(notes_words(closure, found, locale))
        reason = self.tr("Reason: {reason}").format(reason=closure.hold_reason)
        self.hold_reason.say(reason if closure.on_hold else "")
        self.change.setVisible(not closure.on_hold)
        self.hold.setVisible(not closure.on_hold)
        self.lift.setVisible(closure.on_hold)
        self.handover.show_day(closure.handed_over_on, found.journal.relationship.my_role)
        lines = export_words(found.exports, locale)
        self.file_list.setText("\n".join(lines))
        self.files.set_note(str(len(lines)))
        self.files.setVisible(bool(lines))
        if changing is None:
            self._show_form(False)
        else:
            self.fields.show_draft(changing, today=found.today)
            self._show_form(True)

    def ask(self, draft: NotesDraft, found: Found) -> None:
        """Open the fields with *draft* in them."""
        self.fields.show_draft(draft, today=found.today)
        self._show_form(True)

    @property
    def is_asking(self) -> bool:
        return not self._form.isHidden()

    def clear(self) -> None:
        for label in (self.closed, self.notes, self.file_list):
            label.setText("")
        self.hold_reason.say("")
        self.fields.clear()
        self._show_form(False)

    @Slot()
    def press_keep(self) -> None:
        self.kept.emit(self.fields.draft())

    @Slot()
    def close_form(self) -> None:
        focused = self._form.isAncestorOf(self.window().focusWidget() or self)
        self._show_form(False)
        if focused:
            wanted = self.change if self.change.isVisibleTo(self) else self.lift
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, shown: bool) -> None:
        self._form.setVisible(shown)
        self._acts.setVisible(not shown)
