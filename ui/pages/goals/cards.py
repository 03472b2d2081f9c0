"""A goal as a card: start, now and target, what moved it last, and its line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mentorjournal.guidance.discreet import veils
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import MeasureKind
from ui.pages.goals.contract import GoalShown
from ui.pages.goals.wording import (
    TONES,
    capital,
    check_in_count,
    last_moved,
    said,
    spoken,
    status_icon,
    target_day_text,
    value_of,
)
from ui.theme.theme import Theme
from ui.widgets.chart import ChartView
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.pill import Pill
from ui.widgets.progress import ProgressBar


class GoalCard(QAbstractButton):
    """One button to mouse, keys and screen readers; Enter and Space open it, Ctrl+D checks in."""

    opened = Signal(object)
    moved = Signal(int)

    def __init__(self, theme: Theme, shown: GoalShown, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        goal = shown.goal
        self.id: EntryId = goal.id
        self._private = veils(goal.visibility)
        state = self.tr("Veiled. {status}").format(status=capital(goal.status.label))
        self._names = (spoken(goal, today), state)
        theme.veil.changed.connect(self._name)
        self._name()
        self._chart: ChartView | None = None
        # Labels in a button would write in the button's colour and not in their own.
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        left = self._words(goal, today)
        body = row(left, margins=(20, 16, 20, 16))
        body.setStretch(0, 1)
        if shown.chart and goal.measure is not MeasureKind.YES_NO:
            self._chart = ChartView(theme, shown.chart, brief=True)
            self._chart.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            body.addSpacing(24)
            body.addWidget(self._chart)
        self.setLayout(body)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = bool(self.property("kbd"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "hover" if self.underMouse() else "card"
        edge = "focus" if ringed else "line"
        painter.setPen(QPen(self._theme.colour(edge), 2 if ringed else 1))
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(box, self._theme.px(12), self._theme.px(12))
        painter.end()

    def _words(self, goal: Goal, today: date) -> QHBoxLayout:
        theme = self._theme
        private = self._private
        title = Label(theme, goal.title, "heading", wrap=True, private=private)
        pill = Pill(theme, capital(goal.status.label), TONES[goal.status], icon=status_icon(goal.status))
        head = row(title, 12, pill)
        head.setStretch(0, 1)
        head.setAlignment(pill, Qt.AlignmentFlag.AlignTop)
        body = column(head)
        if goal.success_criterion:
            body.addSpacing(4)
            criterion = " ".join(goal.success_criterion.split())
            body.addWidget(
                Label(theme, shortened(criterion, 180), "body", "text2", wrap=True, private=private)
            )
        if goal.measure is not MeasureKind.NONE:
            body.addSpacing(12)
            body.addLayout(standing(theme, goal))
        body.addSpacing(10)
        moved = last_moved(goal)
        tone = "text2" if moved else "text3"
        hides = private and bool(moved)
        left = Label(theme, moved or check_in_count(goal), "small", tone, wrap=True, private=hides)
        day = Label(theme, target_day_text(goal, today), "small", "text3")
        foot = row(left, 16, day)
        foot.setStretch(0, 1)
        foot.setAlignment(day, Qt.AlignmentFlag.AlignTop)
        body.addLayout(foot)
        body.addStretch(1)
        outer = row(body)
        outer.setStretch(0, 1)
        return outer

    @Slot()
    def _name(self) -> None:
        whole, state = self._names
        veil = self._theme.veil
        self.setAccessibleName(state if veil.drawn and self._private else veil.words(whole))

    @Slot()
    def _look(self) -> None:
        if self._chart:
            self._chart.setFixedWidth(self._theme.px(250))
        self.update()

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.id)


def standing(theme: Theme, goal: Goal) -> QHBoxLayout:
    """Start → now → target above a thin bar; without a target, start → now alone."""
    values = [value_of(goal, goal.start), value_of(goal, goal.now)]
    if goal.has_aim:
        values.append(value_of(goal, goal.end))
    words = row(spacing=8)
    for place, value in enumerate(values):
        if place:
            words.addWidget(Label(theme, "→", "small", "text3"))
        now = place == 1
        text = shortened(value, 44)
        words.addWidget(Label(theme, text, "body_strong" if now else "small", "text" if now else "text3"))
    if goal.counts_milestones:
        words.addWidget(Label(theme, said("milestones"), "small", "text3"))
    words.addStretch(1)
    box = column(words, spacing=6)
    if goal.has_aim:
        box.addWidget(ProgressBar(theme, goal.title, goal.progress, private=veils(goal.visibility)))
    if level := goal.level_words(goal.now):
        private = veils(goal.visibility)
        box.addWidget(Label(theme, level, "small", "text2", wrap=True, private=private))
    outer = row(box)
    outer.setStretch(0, 1)
    return outer


def shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
