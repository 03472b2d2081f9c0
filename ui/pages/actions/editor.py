"""All fields of one action, beneath the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from mentorjournal.journal.actions import LONGEST_ACTION
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ActionOwner, Role, Visibility
from ui.pages.actions.contract import ActionDraft
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.check import CheckBox
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, LineField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.limited_text import LimitedText
from ui.widgets.who_when import owner_words, partner_words

Choices = list[tuple[object, str]]


class ActionText(LimitedText):
    """The words of the action over a few lines; Enter keeps them, for an action is one line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ActionEditor(QFrame):
    """Emits *saved* with the action's id and draft, *left* without."""

    saved = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("card")
        self._id: EntryId | None = None
        self.text = ActionText(theme, self.tr("Action"), LONGEST_ACTION)
        self._owner = ChoiceField(theme, self.tr("Who"), owners(Role.MENTEE))
        self._due = DayField(theme, self.tr("Due"), self.tr("no day"))
        self._promise = CheckBox(theme, self.tr("I promised this"))
        self._visibility = ChoiceField(
            theme, self.tr("What may happen to it"), self._visibilities(Role.MENTEE)
        )
        self._session = LinkField(theme, self.tr("From session"))
        self._goal = LinkField(theme, self.tr("For goal"))
        self._outcome = LineField(theme, self.tr("What came of it"), placeholder=self.tr("nothing yet"))
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._problem.hide()
        save = Button(theme, self.tr("Save"), key="Return")
        leave = quiet(theme, self.tr("Cancel"), key="Escape")
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        for place, (words, field) in enumerate(
            (
                (self.tr("Who"), self._owner),
                (self.tr("Due"), self._due),
                (self.tr("What may happen to it"), self._visibility),
                (self.tr("From session"), self._session),
                (self.tr("For goal"), self._goal),
                (self.tr("What came of it"), self._outcome),
            )
        ):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            fields.addLayout(labelled(theme, words, field), place // 3, place % 3)
        for number, stretch in enumerate((2, 2, 3)):
            fields.setColumnStretch(number, stretch)
        self.setLayout(
            column(
                self.text,
                8,
                fields,
                6,
                self._problem,
                2,
                row(self._promise, None, leave, 6, save),
                margins=(18, 14, 18, 12),
            )
        )
        for field in (self._due, self._outcome):
            field.returnPressed.connect(self._submit)
        self.text.entered.connect(self._submit)
        self.text.refused.connect(self._refuse)
        self.text.edited.connect(self._typing)
        save.clicked.connect(self._submit)
        leave.clicked.connect(self.left)
        self._owner.chosen.connect(self._owner_chosen)
        theme.changed.connect(self._size)
        self._size()

    def show_draft(
        self,
        id: EntryId,
        draft: ActionDraft,
        role: Role,
        sessions: Choices,
        goals: Choices,
    ) -> None:
        self._id = id
        name_choices(self._owner, owners(role))
        name_choices(self._visibility, self._visibilities(role))
        self.text.set_text(draft.text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._owner.set_value(draft.owner)
        self._due.setText(draft.due)
        self._promise.setChecked(draft.is_promise)
        self._visibility.set_value(draft.visibility)
        self._outcome.set_text(draft.outcome_note)
        self._session.offer(sessions, draft.session_id)
        self._goal.offer(goals, draft.goal_id)
        self.say("")
        self._owner_chosen()

    def draft(self) -> ActionDraft:
        owner, visibility = self._owner.value(), self._visibility.value()
        return ActionDraft(
            text=self.text.toPlainText(),
            owner=owner if isinstance(owner, ActionOwner) else ActionOwner.ME,
            is_promise=self._promise.isEnabled() and self._promise.isChecked(),
            due=self._due.text(),
            visibility=visibility if isinstance(visibility, Visibility) else Visibility.PRIVATE,
            outcome_note=self._outcome.text(),
            session_id=self._session.id(),
            goal_id=self._goal.id(),
        )

    def forget(self) -> None:
        """Keep no word of the action."""
        self.show_draft(EntryId(""), ActionDraft(), Role.MENTEE, [], [])

    def say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setAccessibleName(sentence)
        self._problem.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _visibilities(self, role: Role) -> Choices:
        return [
            (Visibility.PRIVATE, self.tr("Private")),
            (Visibility.PARTNER_OK, self.tr("May be shown to {partner}").format(partner=partner_words(role))),
            (Visibility.SUMMARY_OK, self.tr("May appear in a summary")),
            (Visibility.NEVER_EXPORT, self.tr("Never leaves")),
        ]

    @Slot()
    def _submit(self) -> None:
        self.say("")
        self.saved.emit(self._id, self.draft())

    @Slot()
    def _refuse(self) -> None:
        self.say(self.tr("An action has at most {count} characters.").format(count=LONGEST_ACTION))

    @Slot()
    def _typing(self) -> None:
        self.say("")

    @Slot()
    def _owner_chosen(self) -> None:
        self._promise.setEnabled(self._owner.value() is not ActionOwner.PARTNER)

    @Slot()
    def _size(self) -> None:
        self.text.setFixedHeight(self._theme.line_height("editor") * 2 + self._theme.px(18))


class LinkField(ChoiceField):
    """A session or goal that the action belongs to, or none."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, [], private=True)
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)  # a long title does not widen the page

    def offer(self, choices: Choices, chosen: EntryId | None) -> None:
        self.set_choices([(None, self.tr("none")), *choices])
        self.set_value(chosen)

    def id(self) -> EntryId | None:
        value = self.value()
        return EntryId(value) if isinstance(value, str) else None


def owners(role: Role) -> Choices:
    return [(owner, _capital(owner_words(owner, role))) for owner in ActionOwner]


def name_choices(field: ChoiceField, choices: Choices) -> None:
    """Call the same choices by the words of another role."""
    for place, (_, label) in enumerate(choices):
        field.setItemText(place, label)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
