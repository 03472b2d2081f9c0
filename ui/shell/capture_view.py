"""The sheet that asks for a topic, over whatever page is in front."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.card import JournalId
from mentorjournal.model.topic import topics_in
from ui.shell.capture import Target
from ui.shell.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.buttons import primary
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.label import Label
from ui.widgets.layout import column, row

LONGEST_KEPT = 1_000_000
"""Far beyond any paste: Qt's own 32,767 would cut words off without a word."""


class Keeper(Protocol):
    def keep(self, text: str, target: Target, *, on_agenda: bool) -> None: ...


class CaptureSheet(Sheet):
    """Enter keeps, Up and Down change the journal, Escape leaves the words for the next time."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over, 520, top=True)
        self._keeper: Keeper | None = None
        self._targets: Sequence[Target] = ()
        question = self.tr("What do you want to talk about?")
        self.line = LineField(theme, question, placeholder=self.tr("One line, or several pasted ones"))
        self.line.setMaxLength(LONGEST_KEPT)
        self.line.setAccessibleDescription(self.tr("Enter keeps it, Up and Down change the journal"))
        self.says = Label(theme, "", "small", "danger", wrap=True)
        self.journal = ChoiceField(theme, self.tr("Journal"), [])
        self.agenda = CheckBox(theme, self.tr("On the next agenda"))
        keep = primary(theme, self.tr("Keep"), key="Return")
        hint = Label(theme, self.tr("↑ ↓ another journal"), "caption", "text3")
        into = Label(theme, self.tr("Into the inbox of"), "body", "text2")
        into.setBuddy(self.journal)
        self._into = into
        self.card.setLayout(
            column(
                Label(theme, question, "heading"),
                10,
                self.line,
                4,
                self.says,
                10,
                row(into, 10, self.journal, 12, hint, None),
                12,
                row(self.agenda, None, keep),
                margins=(20, 18, 20, 18),
            )
        )
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self._keep)
        self.line.textChanged.connect(self._changed)
        self.line.installEventFilter(self)
        self.journal.chosen.connect(self._show_target)
        self.agenda.toggled.connect(self._show_target)
        keep.clicked.connect(self._keep)
        self.says.hide()

    def bind(self, keeper: Keeper) -> None:
        self._keeper = keeper

    # What the presenter says

    def show_targets(self, targets: Sequence[Target], chosen: JournalId) -> None:
        self._targets = targets
        self.journal.set_choices([(target.id, target.codename) for target in targets])
        self.journal.set_value(chosen)
        self.agenda.setChecked(False)
        self._show_target()

    def typed(self) -> str:
        return self.line.text()

    def show_typed(self, words: str) -> None:
        self.line.setText(words)

    def is_open(self) -> bool:
        return self.isVisible()

    def chosen(self) -> dict[str, object]:
        """Where the words are to go."""
        return {"into": self.journal.value(), "agenda": self.agenda.isChecked()}

    def choose_again(self, place: dict[str, object]) -> None:
        """What `chosen` told, while the journal is one of those that are offered."""
        if place.get("into") in [target.id for target in self._targets]:
            self.journal.set_value(place["into"])
            self.agenda.setChecked(place.get("agenda") is True)
            self._show_target()

    def take(self) -> None:
        """The journal has it: forget the words and go."""
        self.line.clear()
        self.dismiss()

    def refuse(self, sentence: str) -> None:
        self._say(sentence, wrong=True)

    def place_words(self, codename: str, session_on: date | None) -> str:
        """Where it went, as the notice says it."""
        if session_on is None:
            return self.tr("In {codename}'s inbox").format(codename=codename)
        return self.tr("On {codename}'s agenda of {day}").format(codename=codename, day=_day(session_on))

    # What the writer does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                count = self.journal.count()
                self.journal.setCurrentIndex((self.journal.currentIndex() + step) % max(count, 1))
                self._show_target()
                return True
        return super().eventFilter(watched, event)

    def _target(self) -> Target | None:
        id = self.journal.value()
        return next((target for target in self._targets if target.id == id), None)

    @Slot()
    def _keep(self) -> None:
        target = self._target()
        if self._keeper is not None and target is not None:
            on_agenda = self.agenda.isChecked() and target.next_session_on is not None
            self._keeper.keep(self.line.text(), target, on_agenda=on_agenda)

    @Slot()
    def _show_target(self) -> None:
        target = self._target()
        day = target.next_session_on if target is not None else None
        self.agenda.setEnabled(day is not None)
        if day is None:
            self.agenda.set_checked(False)
        self.agenda.setText(
            self.tr("On the agenda of {day}").format(day=_day(day))
            if day is not None
            else self.tr("No session planned")
        )
        self._into.setText(self.tr("For") if self.agenda.isChecked() else self.tr("Into the inbox of"))

    @Slot(str)
    def _changed(self, text: str) -> None:
        lines = len(topics_in(text)) if "\n" in text or "\r" in text else 0
        words = self.tr("{count} lines: Enter keeps each as a topic.").format(count=lines)
        self._say(words if lines > 1 else "", wrong=False)

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self.says.set_tone("danger" if wrong else "text3")
        self.says.setText(sentence)
        self.says.setAccessibleName(sentence)
        self.says.setVisible(bool(sentence))
        self.line.set_wrong(wrong and bool(sentence))


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
