"""The check-in in one gesture: a value that fits the measure, what moved it, and how sure one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.model.goal import LONGEST_REASON, Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import MilestoneStatus
from ui.pages.goals.draft import CheckInDraft
from ui.pages.goals.values import Control, value_control
from ui.pages.goals.wording import session_text
from ui.theme.theme import Theme
from ui.widgets.buttons import primary
from ui.widgets.card import Card
from ui.widgets.check import CheckBox
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, LineField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row

LONGEST_TYPED = 200_000
"""More than anybody pastes: a line edit cuts off at 32,767 without a word."""


class CheckInForm(Card):
    """Emits *checked_in* with the draft; what is typed stays until `clear_words`."""

    checked_in = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._value: Control | None = None
        self._goal: EntryId | None = None
        self._look: tuple[object, ...] = ()
        self._stood: tuple[float, int] = (0.0, 0)
        self._place: QVBoxLayout = column()
        self._value_box = holder(self._place)
        self._counted = Label(theme, "", "body", "text2", wrap=True)
        self.moved = LineField(
            theme, self.tr("What moved it"), placeholder=self.tr("What moved it? A sentence will do")
        )
        self.moved.setMaxLength(LONGEST_TYPED)
        self._left = Label(theme, "", "small", "text3")
        scale: list[tuple[object, str]] = [(None, self.tr("not said"))]
        scale += [(number, str(number)) for number in range(11)]
        self._confidence = ChoiceField(theme, self.tr("Confidence, 0 to 10"), scale)
        self.day = DayField(theme, self.tr("Day of the check-in"), self.tr("today"))
        self._session_place: QVBoxLayout = column()
        self._session: ChoiceField | None = None
        self._sessions: tuple[tuple[object, str], ...] | None = None
        self._together = CheckBox(theme, self.tr("Agreed together"))
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._send = primary(theme, self.tr("Check in"), icon="plus", key="Return")
        self._build()
        self.moved.textChanged.connect(self._count)
        self._send.clicked.connect(self._submit)

    def fit(self, goal: Goal, sessions: Sequence[TimelineRow] = ()) -> None:
        """Offer the value that fits the goal's measure; another goal begins with empty words."""
        self._fit_sessions(sessions)
        if goal.id != self._goal:
            self._goal = goal.id
            self._look = ()
            self.clear_words()
        look = (goal.measure, goal.unit, goal.gas_levels, goal.counts_milestones)
        if look != self._look:
            self._look = look
            clear(self._place)
            self._value = value_control(self._theme, self, goal)
            self._value_box.setVisible(self._value is not None)
            if self._value is not None:
                self._place.addWidget(self._value)
        elif self._value is not None and (goal.now, len(goal.check_ins)) != self._stood:
            self._value.set_value(goal.now)
        self._stood = (goal.now, len(goal.check_ins))
        self._counted.setVisible(goal.counts_milestones)
        reached = sum(step.status is MilestoneStatus.REACHED for step in goal.milestones)
        words = self.tr("{reached} of {all} milestones are reached. Ticking one below moves the goal.")
        self._counted.setText(words.format(reached=reached, all=int(goal.end)) if goal.milestones else "")

    def draft(self) -> CheckInDraft:
        confidence = self._confidence.value()
        session = self._session.value() if self._session else None
        return CheckInDraft(
            value=self._value.value() if self._value else "",
            what_moved_it=self.moved.text(),
            confidence=confidence if isinstance(confidence, int) else None,
            day=self.day.text(),
            together=self._together.isChecked(),
            session_id=EntryId(session) if isinstance(session, str) else None,
        )

    def type_again(self, draft: CheckInDraft) -> None:
        if isinstance(draft.value, float) and self._value is not None:
            self._value.set_value(draft.value)
        self.moved.setText(draft.what_moved_it)
        self._confidence.set_value(draft.confidence)
        self.day.setText(draft.day)
        self._together.set_checked(draft.together)
        if self._session:
            self._session.set_value(draft.session_id)

    def begin(self) -> None:
        """Put the cursor where a check-in begins."""
        if self._value is None:
            self.moved.setFocus()
        else:
            self._value.begin()

    def clear_words(self) -> None:
        self.moved.clear()
        self._confidence.set_value(None)
        self.day.clear()
        self._together.set_checked(False)
        if self._session:
            self._session.set_value(None)
        self.say("")

    def say(self, sentence: str, field: str = "") -> None:
        """Why it was not taken; the cursor goes to the *field* it is about."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.day.set_wrong(field == "day")
        self.moved.set_wrong(field == "moved")
        if field in ("day", "moved"):
            (self.day if field == "day" else self.moved).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return checks in, wherever in the card the cursor is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._submit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._theme
        self._problem.hide()
        self._left.hide()
        self.day.setMinimumWidth(theme.px(130))
        words = row(self.moved, self._left, spacing=10)
        words.setStretch(0, 1)
        more = row(
            labelled(theme, self.tr("Confidence"), self._confidence),
            14,
            labelled(theme, self.tr("Day"), self.day),
            14,
            self._session_place,
            None,
        )
        foot = row(self._together, None, self._send)
        for item in (
            Label(theme, self.tr("Where does it stand now?"), "heading"),
            self._value_box,
            self._counted,
            words,
            more,
            self._problem,
            foot,
        ):
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            else:
                self.body.addLayout(item)
        self.body.setSpacing(10)

    def _fit_sessions(self, sessions: Sequence[TimelineRow]) -> None:
        """Which session the check-in comes from; not asked where there are none."""
        choices: list[tuple[object, str]] = [(None, self.tr("no session"))]
        choices += [(one.id, session_text(one)) for one in sessions]
        if tuple(choices) == self._sessions:
            return
        chosen = self._session.value() if self._session else None
        self._sessions = tuple(choices)
        clear(self._session_place)
        self._session = None
        if sessions:
            self._session = ChoiceField(self._theme, self.tr("From which session"), choices, value=chosen)
            self._session.setMaximumWidth(self._theme.px(220))
            self._session_place.addLayout(labelled(self._theme, self.tr("From"), self._session))
            self._session.set_value(chosen)
            self._session.chosen.connect(self._from_session)
        self._days = {one.id: one.day for one in sessions}

    @Slot(object)
    def _from_session(self, session: object) -> None:
        """A check-in from a session stood so on that day, unless another was typed."""
        day = self._days.get(EntryId(str(session)))
        if day is not None and not self.day.text().strip():
            self.day.setText(day.isoformat())

    @Slot()
    def _count(self) -> None:
        left = LONGEST_REASON - len(self.moved.text())
        self._left.setText(str(left))
        self._left.setVisible(left < 60)
        self._left.set_tone("danger" if left < 0 else "text3")

    @Slot()
    def _submit(self) -> None:
        self.say("")
        self.checked_in.emit(self.draft())
