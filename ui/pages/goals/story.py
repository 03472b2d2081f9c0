"""The whole story of one goal: where it stands, its line with the sessions, and every check-in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mentorjournal.model.blocks import is_empty, to_plain
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.words import CheckedBy, GoalStatus, MeasureKind, Role
from ui.pages.goals.cards import standing
from ui.pages.goals.check_in import CheckInForm
from ui.pages.goals.contract import GoalShown
from ui.pages.goals.wording import (
    TONES,
    capital,
    day_text,
    status_icon,
    target_day_text,
    value_of,
    visibility_text,
    whose_text,
)
from ui.theme.theme import SERIF, Theme
from ui.widgets.buttons import Button, MenuButton, quiet
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row, scrolling
from ui.widgets.marks import VisibilityMark
from ui.widgets.pill import Pill

NEWEST = 24
"""So many check-ins stand on the page at first; the rest are a button away."""


class ClosingNote(Card):
    """Asks for the words a goal ends with. Emits *settled* with the status and the note."""

    settled = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._status = GoalStatus.ACHIEVED
        self._about = Label(theme, "", "heading", wrap=True)
        self.note = LineField(theme, self.tr("Closing note"), placeholder=self.tr("May be left empty"))
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        keep = Button(theme, self.tr("Keep"), key="Return")
        leave = quiet(theme, self.tr("Cancel"), key="Escape")
        line = row(self.note, 8, leave, 4, keep)
        line.setStretch(0, 1)
        hint = self.tr("A summary may use these words when the goal may appear in one.")
        for item in (self._about, Label(theme, hint, "small", "text3", wrap=True)):
            self.body.addWidget(item)
        self.body.addSpacing(8)
        self.body.addLayout(line)
        self.body.addWidget(self._problem)
        self._problem.hide()
        self.note.returnPressed.connect(self._keep)
        keep.clicked.connect(self._keep)
        leave.clicked.connect(self.hide)
        self.hide()

    def ask(self, goal: Goal, status: GoalStatus) -> None:
        self._status = status
        words = self.tr("Mark as {status}: what would you say of it?")
        self._about.setText(words.format(status=status.label))
        self.note.setText(goal.closing_note.replace("\n", " "))
        self.say("")
        self.show()
        self.note.setFocus()

    def say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _keep(self) -> None:
        self.settled.emit(self._status, self.note.text())


class GoalStory(QWidget):
    left = Signal()
    edited = Signal()
    removed = Signal()
    status_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._goal: Goal | None = None
        self._all = False
        self.back = quiet(theme, self.tr("All goals"), icon="arrow-left", key="Escape")
        menu = QMenu(self)
        for status in GoalStatus:
            menu.addAction(capital(status.label)).setData(status)
        menu.triggered.connect(self._chosen)
        self.status = MenuButton(theme, self.tr("Change status"), menu)
        self.edit = quiet(theme, self.tr("Edit"), icon="pencil", key="Ctrl+E")
        self.delete = quiet(theme, self.tr("Delete"), icon="trash-2")
        self._title = Label(theme, "", "title", wrap=True, selectable=True)
        self._title.setAccessibleName(self.tr("Goal"))
        self._pill = Pill(theme, "")
        self._criterion = Label(theme, "", "body", "text2", wrap=True)
        self._why = Label(theme, "", "note", "text", family=SERIF, wrap=True)
        self._closing = Label(theme, "", "note", "text", family=SERIF, wrap=True)
        self._mark = VisibilityMark(theme)
        self._facts = Label(theme, "", "small", "text3", wrap=True)
        self._standing: QVBoxLayout = column()
        self.closing = ClosingNote(theme)
        self.check_in = CheckInForm(theme)
        self.chart = ChartView(theme)
        self._chart_card = Card(self.chart, margins=(16, 14, 16, 10))
        self._history: QVBoxLayout = column()
        self._build()
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(self.edited)
        self.delete.clicked.connect(self.removed)
        theme.changed.connect(self._size)
        self._size()

    def show_story(self, shown: GoalShown, role: Role, today: date) -> None:
        goal = shown.goal
        if self._goal is None or self._goal.id != goal.id:
            self.closing.hide()
            self._all = False
            self._area.verticalScrollBar().setValue(0)
        self._goal = goal
        self._title.setText(goal.title)
        self._title.setAccessibleName(goal.title)
        self._pill.set_text(capital(goal.status.label), TONES[goal.status], icon=status_icon(goal.status))
        _say(self._criterion, self.tr("Reached when: {words}"), goal.success_criterion)
        why = "" if is_empty(goal.why) else to_plain(goal.why)
        _say(self._why, "{words}", why)
        _say(self._closing, self.tr("In the end: {words}"), goal.closing_note)
        self._mark.set_visibility(goal.visibility)
        facts = [visibility_text(goal.visibility, role)]
        if role is Role.MENTOR:
            facts.append(whose_text(goal.whose))
        facts += [part for part in (target_day_text(goal, today), capital(goal.horizon.label)) if part]
        self._facts.setText("  ·  ".join(facts))
        clear(self._standing)
        if goal.measure is not MeasureKind.NONE:
            self._standing.addLayout(standing(self._theme, goal))
        self.check_in.fit(goal)
        self.chart.set_chart(shown.chart)
        self._chart_card.setVisible(shown.chart is not None)
        self._fill_history()

    def clear(self) -> None:
        self._goal = None
        for label in (self._title, self._criterion, self._why, self._closing, self._facts):
            label.setText("")
        self._title.setAccessibleName(self.tr("Goal"))
        self.chart.set_chart(None)
        self.check_in.clear_words()
        self.closing.note.clear()
        self.closing.hide()
        clear(self._standing)
        clear(self._history)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and event.key() == Qt.Key.Key_D:
            self.check_in.begin()
            self._area.ensureWidgetVisible(self.check_in)
        elif control and event.key() == Qt.Key.Key_E:
            self.edited.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        head = row(self._title, 12, self._pill)
        head.setStretch(0, 1)
        head.setAlignment(self._pill, Qt.AlignmentFlag.AlignTop)
        facts = row(self._mark, 8, self._facts)
        facts.setStretch(1, 1)
        body = column(
            row(self.back, None, self.status, 2, self.edit, 2, self.delete),
            head,
            self._criterion,
            self._why,
            self._closing,
            facts,
            self._standing,
            self.closing,
            self.check_in,
            self._chart_card,
            self._history,
            None,
            spacing=12,
            margins=(28, 14, 28, 24),
        )
        inner = self._inner = holder(body)
        page = holder(row(None, inner, None), "page")
        page.layout().setStretch(1, 100)  # type: ignore[union-attr]  # it was given one a line above
        self._area = scrolling(page)
        self.setLayout(column(self._area))

    def _fill_history(self) -> None:
        clear(self._history)
        goal = self._goal
        if goal is None or not goal.check_ins:
            return
        self._history.addWidget(Label(self._theme, self.tr("Check-ins"), "heading"))
        self._history.addSpacing(6)
        numbered = sorted(enumerate(goal.check_ins), key=lambda pair: (pair[1].day, pair[0]), reverse=True)
        newest = [one for _, one in numbered]
        for one in newest if self._all else newest[:NEWEST]:
            self._history.addWidget(self._line(goal, one))
        if len(newest) > NEWEST and not self._all:
            more = quiet(self._theme, self.tr("Show all {count}").format(count=len(newest)))
            more.clicked.connect(self._show_all)
            self._history.addLayout(row(more, None))
        note = self.tr("Check-ins stay as they were written. To correct one, check in again.")
        self._history.addSpacing(6)
        self._history.addWidget(Label(self._theme, note, "small", "text3", wrap=True))

    def _line(self, goal: Goal, one: CheckIn) -> QWidget:
        theme = self._theme
        day = Label(theme, day_text(one.day), "small", "text3")
        day.setFixedWidth(theme.px(96))
        value = Label(theme, value_of(goal, one.value), "body_strong")
        value.setFixedWidth(theme.px(92))
        words = Label(theme, one.what_moved_it, "body", "text2", wrap=True)
        about = []
        if one.confidence is not None:
            about.append(self.tr("confidence {number} of 10").format(number=one.confidence))
        if one.by is CheckedBy.AGREED_TOGETHER:
            about.append(self.tr("agreed together"))
        last = Label(theme, "  ·  ".join(about), "small", "text3")
        line = row(day, value, words, 12, last)
        line.setStretch(2, 1)
        line.setContentsMargins(0, 5, 0, 5)
        held = holder(line)
        value.setVisible(goal.measure is not MeasureKind.NONE)  # without a parent it would be a window
        return held

    @Slot()
    def _show_all(self) -> None:
        self._all = True
        self._fill_history()

    @Slot(QAction)
    def _chosen(self, act: QAction) -> None:
        self.status_chosen.emit(act.data())

    @Slot()
    def _size(self) -> None:
        self.chart.setMinimumHeight(self._theme.px(210))
        self._inner.setMaximumWidth(self._theme.px(840))


def _say(label: Label, pattern: str, words: str) -> None:
    label.setText(pattern.format(words=words) if words else "")
    label.setVisible(bool(words))
