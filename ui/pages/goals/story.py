"""The whole story of one goal: where it stands, its line with the sessions, its milestones and check-ins."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mentorjournal.model.chart import Reading
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import GoalStatus, MeasureKind
from ui.pages.goals.about import AboutGoal
from ui.pages.goals.cards import shortened, standing
from ui.pages.goals.check_in import CheckInForm
from ui.pages.goals.closing import ClosingNote
from ui.pages.goals.contract import StoryShown
from ui.pages.goals.draft import LinesDraft
from ui.pages.goals.evidence import EvidenceCard
from ui.pages.goals.history import CheckInList, CheckInModel
from ui.pages.goals.linked import Linked, StatusHistory
from ui.pages.goals.steps import StepsCard
from ui.pages.goals.wording import capital, day_text
from ui.theme.theme import Theme
from ui.widgets.buttons import MenuButton, quiet
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row, scrolling

LONGEST_READ = 120
_NOBODY = EntryId("")
_NO_DAY = date.min


class GoalStory(QWidget):
    left = Signal()
    edited = Signal(str)
    removed = Signal()
    status_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._goal: Goal | None = None
        self._signs: list[str] = []
        self.back = quiet(theme, self.tr("All goals"), icon="arrow-left", key="Escape")
        menu = QMenu(self)
        for status in GoalStatus:
            menu.addAction(capital(status.label)).setData(status)
        menu.triggered.connect(self._chosen)
        self.status = MenuButton(theme, self.tr("Change status"), menu)
        self.edit = quiet(theme, self.tr("Edit"), icon="pencil", key="Ctrl+E")
        self.delete = quiet(theme, self.tr("Delete"), icon="trash-2")
        self.about = AboutGoal(theme)
        self._standing: QVBoxLayout = column()
        self.closing = ClosingNote(theme)
        self.check_in = CheckInForm(theme)
        self.chart = ChartView(theme)
        self._reading: Reading | None = None
        self._read = Label(theme, "", "small", "text2", wrap=True)
        self._read.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._chart_card = Card(self.chart, 4, self._read, margins=(16, 14, 16, 12))
        self.steps = StepsCard(theme)
        self.evidence = EvidenceCard(theme)
        self._model = CheckInModel(self, veil=theme.veil)
        self.list = CheckInList(theme, self.tr("Check-ins"), self._model)
        self._more = quiet(theme, "", icon="chevron-down")
        self._history = holder(self._make_history())
        self.past = StatusHistory(theme)
        self.linked = Linked(theme)
        self._build()
        theme.veil.changed.connect(self._veil)
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(self._edit)
        self.about.wanted.connect(self.edited)
        self.delete.clicked.connect(self.removed)
        self.chart.read.connect(self._say_reading)
        self._more.clicked.connect(self._show_all)
        self.list.selectionModel().currentChanged.connect(self._follow)
        theme.changed.connect(self._size)
        self._size()

    def show_story(self, shown: StoryShown) -> None:
        goal = shown.goal
        another = self._goal is None or self._goal.id != goal.id
        self._goal = goal
        self.about.show_goal(shown)
        clear(self._standing)
        if goal.measure is not MeasureKind.NONE:
            self._standing.addLayout(standing(self._theme, goal))
        self.check_in.fit(goal, shown.sessions)
        self.chart.set_chart(shown.chart, shown.readings)
        self._chart_card.setVisible(shown.chart is not None)
        self._signs = self._signs_of(shown)
        self._say_reading(None)
        self.steps.show_goal(goal, shown.today)
        self.evidence.show_goal(goal)
        if self._model.show_goal(goal):
            self._fit_history()
        self.past.show_goal(goal)
        self.linked.show_rows(shown.linked)
        if another:
            self.closing.hide()
            self._area.verticalScrollBar().setValue(0)

    def _signs_of(self, shown: StoryShown) -> list[str]:
        """What the signs on the chart mean, of those that are there."""
        signs = []
        if shown.chart and shown.chart.sessions:
            signs.append(self.tr("Ticks: sessions."))
        if shown.chart and shown.chart.marks:
            signs.append(self.tr("Diamonds: milestones, hollow while to come."))
        return [*signs, self.tr("Arrow keys read the line.")]

    def lines_typed(self) -> LinesDraft:
        return LinesDraft(
            step=self.steps.draft(),
            changing=self.steps.changing,
            evidence=self.evidence.line.text(),
            closing=self.closing.status,
            note=self.closing.note.text() if self.closing.status else "",
        )

    def type_lines(self, draft: LinesDraft) -> None:
        self.steps.type_again(draft.step, draft.changing)
        self.evidence.line.setText(draft.evidence)
        if draft.closing:
            self.closing.type_again(draft.closing, draft.note)

    def focus_check_in(self) -> None:
        """Put the cursor into the check-in, and the check-in on the screen."""
        self.check_in.begin()
        self._area.ensureWidgetVisible(self.check_in, 0, self._theme.px(20))

    def clear(self) -> None:
        """Forget what was shown."""
        empty = Goal(id=_NOBODY, title="", day=_NO_DAY)
        self.check_in.clear_words()
        self.steps.clear_words()
        self.evidence.clear_words()
        self.about.clear()
        clear(self._standing)
        self.chart.set_chart(None)
        self._model.show_goal(empty)
        self._fit_history()
        self.steps.show_goal(empty, _NO_DAY)
        self.evidence.show_goal(empty)
        self.past.show_goal(empty)
        self.linked.show_rows(())
        self.closing.note.clear()
        self.closing.hide()
        self._goal = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and event.key() == Qt.Key.Key_D:
            self.focus_check_in()
        elif control and event.key() == Qt.Key.Key_E:
            self._edit()
        else:
            super().keyPressEvent(event)

    def _make_history(self) -> QVBoxLayout:
        note = self.tr("Check-ins stay as they were written. To correct one, check in again.")
        return column(
            Label(self._theme, self.tr("Check-ins"), "heading"),
            6,
            self.list,
            row(self._more, None),
            6,
            Label(self._theme, note, "small", "text3", wrap=True),
        )

    def _build(self) -> None:
        body = column(
            row(self.back, None, self.status, 2, self.edit, 2, self.delete),
            self.about,
            self._standing,
            self.closing,
            self.check_in,
            self._chart_card,
            self.steps,
            self._history,
            self.evidence,
            self.linked,
            self.past,
            None,
            spacing=14,
            margins=(28, 14, 28, 24),
        )
        inner = self._inner = holder(body)
        page = holder(row(None, inner, None), "page")
        page.layout().setStretch(1, 100)  # type: ignore[union-attr]  # it was given one a line above
        self._area = scrolling(page)
        self.setLayout(column(self._area))

    def _fit_history(self) -> None:
        hidden = self._model.hidden
        self._history.setVisible(self._model.rowCount() > 0)
        whole = self._model.rowCount() + hidden
        self._more.setText(self.tr("Show all {count}").format(count=whole))
        self._more.setVisible(hidden > 0)
        self.list.fit()

    @Slot()
    def _show_all(self) -> None:
        first = self._model.rowCount()
        self._model.show_all()
        self._fit_history()
        self.list.setFocus()
        self.list.setCurrentIndex(self._model.index(first, 0))

    @Slot(QModelIndex, QModelIndex)
    def _follow(self, index: QModelIndex, before: QModelIndex) -> None:
        """Keep the check-in in hand on the screen: the list is as long as the page."""
        inside = self._area.widget()
        if index.isValid() and inside is not None and self.list.hasFocus():
            place = self.list.viewport().mapTo(inside, self.list.visualRect(index).center())
            self._area.ensureVisible(place.x(), place.y(), 0, self._theme.px(60))

    @Slot(object)
    def _say_reading(self, reading: Reading | None) -> None:
        """The check-in in hand in words; without one, what the signs mean."""
        self._reading = reading
        if reading is not None:
            note = self._theme.veil.words(shortened(reading.note, LONGEST_READ), private=True)
            parts = (day_text(reading.day), reading.value, note)
            words = "  ·  ".join(part for part in parts if part)
            self.chart.setAccessibleDescription(words)
        else:
            words = "  ".join(self._signs)
        self._read.setText(words)

    @Slot()
    def _veil(self) -> None:
        self._say_reading(self._reading)
        self.list.fit()

    @Slot()
    def _edit(self) -> None:
        self.edited.emit("title")

    @Slot(QAction)
    def _chosen(self, act: QAction) -> None:
        self.status_chosen.emit(GoalStatus(str(act.data())))  # Qt gives back the bare word

    @Slot()
    def _size(self) -> None:
        self.chart.setMinimumHeight(self._theme.px(210))
        # Room for two lines always, so that the page stands still while the line is read.
        self._read.setMinimumHeight(2 * self._theme.line_height("small"))
        self._inner.setMaximumWidth(self._theme.px(840))
