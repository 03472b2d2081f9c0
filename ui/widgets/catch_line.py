"""The line that catches an action: one types it as one would say it, and sees what was understood."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.caught import Caught, read_action
from mentorjournal.model.words import ActionOwner, Role
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.on_its_way import OnItsWay
from ui.widgets.who_when import day_words, owner_words


class CatchLine(QWidget):
    """Emits *entered* with the line as it was typed; the words stay until `taken` or `clear`. Who takes it
    reads it with `read_action(line, today, role)`, as the words below the line do while it is typed, and says
    `sent` where the answer comes later: until then Enter gives only what was typed since.
    """

    entered = Signal(str)
    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        role: Role = Role.MENTEE,
        *,
        name: str = "",
        placeholder: str = "",
        today: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._today = today or date.today()
        self._out = OnItsWay()
        self.line = LineField(
            theme,
            name or self.tr("New action"),
            placeholder=placeholder or self.tr("Add an action: who does what, by when?"),
        )
        self._add = Button(theme, self.tr("Add"), icon="plus", key="Return")
        self._understood = Label(theme, "", "small", "text3", wrap=True)
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        first = row(self.line, 8, self._add)
        first.setStretch(0, 1)
        self.setLayout(column(first, 4, self._understood, self._problem))
        self._problem.hide()
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self._enter)
        self._add.clicked.connect(self._enter)
        self.line.textChanged.connect(self._typed)
        self._tell()

    def set_role(self, role: Role) -> None:
        self._role = role
        self._tell()

    def set_today(self, today: date) -> None:
        self._today = today
        self._tell()

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show a line that was typed before."""
        self.line.set_text(text)

    def sent(self) -> None:
        """What stands in the line is on its way: it is not given again before the answer."""
        self._out.send(self.line.text())

    def taken(self, line: str) -> None:
        """The action is kept: its words go, what was typed since stays."""
        self.line.set_text(self._out.taken(line, self.line.text()))

    def refuse(self, problem: str = "") -> None:
        """The line was not taken: the next Enter gives it again. Say why, unless that is said elsewhere."""
        self._out.forget()
        self.say(problem)

    def clear(self) -> None:
        """Empty the line; whatever is on its way is not waited for any more."""
        self._out.forget()
        self.line.clear()
        self.say("")

    def say(self, problem: str) -> None:
        """Say below the line why it was not taken; nothing says that all is well."""
        self._problem.setText(problem)
        self._problem.setAccessibleName(problem)
        self._problem.setVisible(bool(problem))
        self._understood.setVisible(not problem)
        self.line.set_wrong(bool(problem))

    def understood(self) -> str:
        """What the line below says."""
        return self._understood.text()

    def problem(self) -> str:
        """Why the line was not taken, while that is said."""
        return "" if self._problem.isHidden() else self._problem.text()

    @Slot()
    def _enter(self) -> None:
        words = self._out.fresh(self.line.text())
        if words.strip() or not self._out:
            self.entered.emit(words)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.say("")
        self._tell()
        self.edited.emit(text)

    def _tell(self) -> None:
        text = self.line.text()
        words = self._words(read_action(text, self._today, self._role)) if text.strip() else self._hint()
        self._understood.setText(words)
        self.line.setAccessibleDescription(words)

    def _words(self, caught: Caught) -> str:
        parts = [owner_words(caught.owner or ActionOwner.ME, self._role)]
        parts.append(
            self.tr("by {day}").format(day=day_words(caught.due_on, self._today))
            if caught.due_on
            else self.tr("no date")
        )
        if caught.is_promise:
            parts.append(self.tr("a promise"))
        return " · ".join(parts)

    def _hint(self) -> str:
        other = {Role.MENTEE: "@mentor", Role.MENTOR: "@mentee", Role.PEER: "@peer"}[self._role]
        return self.tr("“by Friday” is a date, “{other}” or “@both” says who, “!” a promise").format(
            other=other
        )
