"""The two places of the Actions page where one types: the line that adds, and the fields that change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ActionOwner, Role, Visibility
from ui.pages.actions.contract import ActionDraft
from ui.pages.actions.model import partner_words
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.check import CheckBox
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, LineField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class Problem(Label):
    """A sentence in place that says what does not fit; hidden while all is well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "small", "danger", wrap=True, parent=parent)
        self.hide()

    def say(self, sentence: str) -> None:
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


class AddLine(QWidget):
    """Emits *added* with what was typed; the words stay until the view clears them."""

    added = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = LineField(theme, self.tr("New action"), placeholder=self.tr("What will be done?"))
        self._owner = ChoiceField(theme, self.tr("Who will do it"), owners(self, Role.MENTEE))
        self._due = DayField(theme, self.tr("Due day of the new action"), self.tr("Due: “Thu”, “3 Dec”…"))
        self._promise = CheckBox(theme, self.tr("I promised this"))
        self._add = Button(theme, self.tr("Add"), icon="plus", key="Return")
        self._problem = Problem(theme)
        self._owner.setMinimumWidth(theme.px(130))
        self._due.setMinimumWidth(theme.px(150))
        first = row(self.text, 8, self._add)
        first.setStretch(0, 1)
        second = row(self._owner, 8, self._due, 12, self._promise, None)
        self.setLayout(column(first, 8, second, 4, self._problem))
        self.text.returnPressed.connect(self._submit)
        self._due.returnPressed.connect(self._submit)
        self._add.clicked.connect(self._submit)
        self._owner.chosen.connect(self._owner_chosen)

    def set_role(self, role: Role) -> None:
        name_choices(self._owner, owners(self, role))

    def draft(self) -> ActionDraft:
        owner = self._owner.value()
        return ActionDraft(
            text=self.text.text(),
            owner=owner if isinstance(owner, ActionOwner) else ActionOwner.ME,
            is_promise=self._promise.isEnabled() and self._promise.isChecked(),
            due=self._due.text(),
        )

    def show_draft(self, draft: ActionDraft) -> None:
        self.text.setText(draft.text)
        self._owner.set_value(draft.owner)
        self._due.setText(draft.due)
        self._promise.setChecked(draft.is_promise)
        self._owner_chosen()

    def say(self, sentence: str) -> None:
        self._problem.say(sentence)

    @Slot()
    def _submit(self) -> None:
        self._problem.say("")
        self.added.emit(self.draft())

    @Slot()
    def _owner_chosen(self) -> None:
        self._promise.setEnabled(self._owner.value() is not ActionOwner.PARTNER)


class ActionEditor(QFrame):
    """All fields of one action. Emits *saved* with its id and draft, *left* without."""

    saved = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._id: EntryId | None = None
        self.text = LineField(theme, self.tr("Action"))
        self._owner = ChoiceField(theme, self.tr("Who"), owners(self, Role.MENTEE))
        self._due = DayField(theme, self.tr("Due"), self.tr("no day"))
        self._promise = CheckBox(theme, self.tr("I promised this"))
        self._visibility = ChoiceField(
            theme, self.tr("What may happen to it"), visibilities(self, Role.MENTEE)
        )
        self._outcome = LineField(theme, self.tr("What came of it"), placeholder=self.tr("may be left empty"))
        self._problem = Problem(theme)
        save = Button(theme, self.tr("Save"), key="Return")
        leave = quiet(theme, self.tr("Cancel"), key="Escape")
        grid = row(
            labelled(theme, self.tr("Who"), self._owner),
            12,
            labelled(theme, self.tr("Due"), self._due),
            12,
            labelled(theme, self.tr("What may happen to it"), self._visibility),
        )
        for place, stretch in ((0, 2), (2, 2), (4, 3)):
            grid.setStretch(place, stretch)
        self.setLayout(
            column(
                labelled(theme, self.tr("Action"), self.text),
                10,
                grid,
                10,
                labelled(theme, self.tr("What came of it"), self._outcome),
                8,
                self._problem,
                4,
                row(self._promise, None, leave, 6, save),
                margins=(18, 14, 18, 14),
            )
        )
        for field in (self.text, self._due, self._outcome):
            field.returnPressed.connect(self._submit)
        save.clicked.connect(self._submit)
        leave.clicked.connect(self.left)
        self._owner.chosen.connect(self._owner_chosen)

    def set_role(self, role: Role) -> None:
        name_choices(self._owner, owners(self, role))
        name_choices(self._visibility, visibilities(self, role))

    def show_draft(self, id: EntryId, draft: ActionDraft) -> None:
        self._id = id
        self.text.setText(draft.text)
        self._owner.set_value(draft.owner)
        self._due.setText(draft.due)
        self._promise.setChecked(draft.is_promise)
        self._visibility.set_value(draft.visibility)
        self._outcome.setText(draft.outcome_note)
        self._problem.say("")
        self._owner_chosen()

    def say(self, sentence: str) -> None:
        self._problem.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @Slot()
    def _submit(self) -> None:
        owner, visibility = self._owner.value(), self._visibility.value()
        draft = ActionDraft(
            text=self.text.text(),
            owner=owner if isinstance(owner, ActionOwner) else ActionOwner.ME,
            is_promise=self._promise.isEnabled() and self._promise.isChecked(),
            due=self._due.text(),
            visibility=visibility if isinstance(visibility, Visibility) else Visibility.PRIVATE,
            outcome_note=self._outcome.text(),
        )
        self._problem.say("")
        self.saved.emit(self._id, draft)

    @Slot()
    def _owner_chosen(self) -> None:
        self._promise.setEnabled(self._owner.value() is not ActionOwner.PARTNER)


class OutcomeLine(QFrame):
    """“What came of it?” in one line that may be left empty. Emits *said* with the id and the words."""

    said = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._id: EntryId | None = None
        self._about = Label(theme, "", "body_strong", wrap=True)
        self.text = LineField(
            theme, self.tr("What came of it?"), placeholder=self.tr("One line; may be left empty")
        )
        keep = Button(theme, self.tr("Keep"), key="Return")
        leave = quiet(theme, self.tr("Leave empty"), key="Escape")
        line = row(self.text, 8, leave, 4, keep)
        line.setStretch(0, 1)
        self.setLayout(column(self._about, 8, line, margins=(18, 14, 18, 14)))
        self.text.returnPressed.connect(self._keep)
        keep.clicked.connect(self._keep)
        leave.clicked.connect(self._leave)

    def ask(self, id: EntryId, text: str) -> None:
        self._id = id
        self._about.setText(self.tr("Done: {action} What came of it?").format(action=sentence(text)))
        self.text.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    @Slot()
    def _keep(self) -> None:
        self.said.emit(self._id, self.text.text())

    @Slot()
    def _leave(self) -> None:
        self.said.emit(self._id, "")


def sentence(text: str) -> str:
    """*text* shortened to a line, with an end."""
    short = text if len(text) <= 80 else text[:79].rstrip() + "…"
    return short if short.endswith((".", "?", "…")) else f"{short}."


def name_choices(field: ChoiceField, choices: list[tuple[object, str]]) -> None:
    """Call the same choices by the words of another role."""
    for place, (_, label) in enumerate(choices):
        field.setItemText(place, label)


def owners(said_by: QWidget, role: Role) -> list[tuple[object, str]]:
    return [
        (ActionOwner.ME, said_by.tr("Me")),
        (ActionOwner.PARTNER, partner_words(said_by, role).capitalize()),
        (ActionOwner.BOTH, said_by.tr("Both of us")),
    ]


def visibilities(said_by: QWidget, role: Role) -> list[tuple[object, str]]:
    partner = partner_words(said_by, role)
    return [
        (Visibility.PRIVATE, said_by.tr("Private")),
        (Visibility.PARTNER_OK, said_by.tr("May be shown to {partner}").format(partner=partner)),
        (Visibility.SUMMARY_OK, said_by.tr("May appear in a summary")),
        (Visibility.NEVER_EXPORT, said_by.tr("Never leaves")),
    ]
