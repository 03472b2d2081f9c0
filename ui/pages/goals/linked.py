"""What belongs to a goal beside its check-ins: actions and reflections that name it, and what it has been."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.model.goal import Goal, StatusChange
from mentorjournal.model.timeline import TimelineRow
from ui.pages.goals.cards import shortened
from ui.pages.goals.wording import capital, day_text
from ui.theme.theme import Theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, row
from ui.widgets.veiled_words import VeiledWords

MOST = 12


class Linked(QWidget):
    """*opened* carries the kind and the id of an entry."""

    opened = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[TimelineRow, ...] = ()
        self._lines: QVBoxLayout = column()
        self._more = Label(theme, "", "small", "text3")
        self.setLayout(column(Label(theme, self.tr("Belongs to it"), "heading"), 4, self._lines, self._more))
        self.hide()

    def show_rows(self, rows: Sequence[TimelineRow]) -> None:
        self.setVisible(bool(rows))
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        clear(self._lines)
        for one in self._rows[:MOST]:
            words = shortened(" ".join((one.title or one.opening).split()), 80) or day_text(one.day)
            button = _Open(self._theme, words, one)
            button.wanted.connect(self.opened)
            about = Label(self._theme, f"{one.kind.label}  ·  {day_text(one.day)}", "small", "text3")
            self._lines.addLayout(row(button, 10, about, None))
        rest = len(self._rows) - MOST
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("and {count} more").format(count=rest))


class StatusHistory(QWidget):
    """Dated lines, newest first, of what the goal has been."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[StatusChange, ...] = ()
        self._lines: QVBoxLayout = column(spacing=4)
        self.setLayout(column(Label(theme, self.tr("What it has been"), "heading"), 4, self._lines))
        self.hide()

    def show_goal(self, goal: Goal) -> None:
        self.setVisible(bool(goal.history))
        if goal.history == self._shown:
            return
        self._shown = goal.history
        clear(self._lines)
        for was in reversed(goal.history):
            day = Label(self._theme, day_text(was.day), "small", "text3")
            day.setFixedWidth(self._theme.px(96))
            status = Label(self._theme, capital(was.status.label), "body", "text")
            status.setMinimumWidth(self._theme.px(110))
            note = Label(self._theme, was.note, "body", "text2", wrap=True, private=True)
            line = row(day, 8, status, 12, note)
            line.setStretch(4, 1)
            self._lines.addLayout(line)


class _Open(Button):
    wanted = Signal(object, object)

    def __init__(self, theme: Theme, words: str, one: TimelineRow) -> None:
        super().__init__(theme, "", kind="link")
        VeiledWords(theme, self, self.setText, words.replace("&", "&&"))
        self._row = one
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._row.kind, self._row.id)
