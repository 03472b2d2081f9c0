"""The actions that came of a session, as a quiet list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.guidance.discreet import veils
from mentorjournal.model.action import Action
from mentorjournal.model.words import Role
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, row
from ui.widgets.who_when import day_words, owner_words


class SessionActions(QWidget):
    """Not there while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = Role.MENTEE
        self._words: list[str] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        title = Label(theme, self.tr("Actions from this session"), "caption", "text3")
        self.setLayout(column(title, 8, self._list, margins=(22, 20, 0, 16)))
        self.hide()

    def set_role(self, role: Role) -> None:
        self._role = role

    def words(self) -> list[str]:
        """What the list says, a text for each action."""
        return list(self._words)

    def show_actions(self, actions: Sequence[Action], today: date) -> None:
        clear(self._list)
        self._words = [action.text for action in actions]
        self.setVisible(bool(actions))
        for action in actions:
            private = veils(action.visibility)
            words = Label(self._theme, action.text, "body", wrap=True, selectable=True, private=private)
            words.speak()
            facts = Label(self._theme, self._facts(action, today), "small", "text3")
            if action.is_overdue(today):
                facts.set_tone("warn")
            line = row(words, 12, facts)
            line.setStretch(0, 1)
            line.setAlignment(facts, Qt.AlignmentFlag.AlignTop)
            self._list.addLayout(line)

    def _facts(self, action: Action, today: date) -> str:
        owner = owner_words(action.owner, self._role)
        parts = [owner[:1].upper() + owner[1:]]
        if action.is_promise:
            parts.append(self.tr("promise"))
        if action.due_on is not None:
            parts.append(self.tr("by {day}").format(day=day_words(action.due_on, today)))
        if not action.status.is_open:
            parts.append(action.status.label)
        return " · ".join(parts)
