"""The actions that came of a session, and the line that catches one more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentorjournal.model.action import Action
from mentorjournal.model.words import ActionOwner, Role
from ui.pages.session.words import owner_words
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.check import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, row


class SessionActions(QWidget):
    """Emits *added* with text, owner, day due and whether it is a promise."""

    added = Signal(str, object, object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = Role.MENTEE
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.line = LineField(
            theme,
            self.tr("Add an action from this session"),
            placeholder=self.tr("Add an action from this session"),
        )
        self._owner_place = column()
        self.owner = self._owner_field()
        self.due = DateField(theme, self.tr("Due"), today=date.today())
        self.due.line.setPlaceholderText(self.tr("By when"))
        self.due.setFixedWidth(theme.px(160))
        self.promise = CheckBox(theme, self.tr("A promise"))
        self.add_button = Button(theme, self.tr("Add"))
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        title = Label(theme, self.tr("Actions"), "heading")
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(8)
        self._second.addLayout(row(self._owner_place, 8, self.due, None), 1)
        self._second.addLayout(row(self.promise, None, self.add_button), 1)
        self.setLayout(
            column(title, 8, self._list, 8, self.line, 8, self._second, self._wrong, margins=(0, 20, 0, 24))
        )
        self.line.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)

    def set_role(self, role: Role) -> None:
        self._role = role
        clear(self._owner_place)
        self.owner = self._owner_field()
        self.setTabOrder(self.line, self.owner)
        self.setTabOrder(self.owner, self.due.line)

    def _owner_field(self) -> ChoiceField:
        """Who does it, in the words of one's side; it stands in its place from the first moment."""
        choices = [(one, owner_words(one, self._role)) for one in ActionOwner]
        field = ChoiceField(self._theme, self.tr("Who does it"), choices, parent=self)
        field.chosen.connect(self._owner_chosen)
        self._owner_place.addWidget(field)
        return field

    def arrange(self, wide: bool) -> None:
        """Set the fields of a new action in one line or in two."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._second.setDirection(beside if wide else under)

    def show_actions(self, actions: Sequence[Action], today: date) -> None:
        clear(self._list)
        for action in actions:
            words = Label(self._theme, action.text, "body", wrap=True, selectable=True)
            words.setAccessibleName(action.text)
            facts = Label(self._theme, self._facts(action), "small", "text3")
            if action.is_overdue(today):
                facts.set_tone("warn")
            line = row(words, 12, facts)
            line.setStretch(0, 1)
            line.setAlignment(facts, Qt.AlignmentFlag.AlignTop)
            self._list.addLayout(line)

    def added_now(self) -> None:
        """The action is kept: the line is free for the next."""
        self.line.set_text("")
        self.due.set_value(None)
        self.promise.setChecked(False)
        self._wrong.hide()

    def refuse(self, message: str) -> None:
        """Say why it was not kept; the words stay."""
        self._wrong.setText(message)
        self._wrong.show()

    def _facts(self, action: Action) -> str:
        parts = [owner_words(action.owner, self._role)]
        if action.is_promise:
            parts.append(self.tr("promise"))
        if action.due_on is not None:
            day = QDate(action.due_on.year, action.due_on.month, action.due_on.day)
            parts.append(self.tr("by {day}").format(day=QLocale().toString(day, "d MMM")))
        if not action.status.is_open:
            parts.append(action.status.label)
        return " · ".join(parts)

    @Slot(object)
    def _owner_chosen(self, owner: object) -> None:
        self.promise.setEnabled(owner != ActionOwner.PARTNER)  # a promise is one's own

    @Slot()
    def _add(self) -> None:
        if self.line.text().strip():
            owner = ActionOwner(str(self.owner.value()))
            promise = self.promise.isChecked() and owner is not ActionOwner.PARTNER
            self.added.emit(self.line.text(), owner, self.due.value(), promise)
