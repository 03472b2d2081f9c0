"""The check-ins of a goal as a list: day, value, what moved it. It is the chart in words, too."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.words import CheckedBy, MeasureKind
from ui.pages.goals.wording import day_text, value_of
from ui.theme.theme import Theme
from ui.theme.veil import Veil
from ui.widgets.list_view import Delegate, ListView, clamp

Index = QModelIndex | QPersistentModelIndex
NEWEST = 24
"""So many check-ins stand on the page at first; the rest are a button away."""

LINE = Qt.ItemDataRole.UserRole + 1
_LINES = 6


class CheckInModel(QAbstractListModel):
    """Newest day first; of one day, the last written first."""

    def __init__(self, parent: QObject | None = None, *, veil: Veil | None = None) -> None:
        super().__init__(parent)
        self._veil = veil or Veil(self)
        self._goal: Goal | None = None
        self._rows: list[CheckIn] = []
        self._most = NEWEST

    def show_goal(self, goal: Goal) -> bool:
        """Take the check-ins; say whether anything is different from before."""
        if self._goal is not None and self._goal.id != goal.id:
            self._most = NEWEST
        rows = list(reversed(goal.by_day))
        same = self._goal is not None and rows == self._rows and self._goal.unit == goal.unit
        if same and self._goal is not None and self._goal.measure is goal.measure:
            return False
        self.beginResetModel()
        self._goal, self._rows = goal, rows
        self.endResetModel()
        return True

    def show_all(self) -> None:
        self.beginResetModel()
        self._most = len(self._rows)
        self.endResetModel()

    @property
    def hidden(self) -> int:
        """How many more there are than are shown."""
        return max(len(self._rows) - self._most, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else min(len(self._rows), self._most)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._goal is None or role not in (
            LINE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        one = self._rows[index.row()]
        measured = self._goal.measure is not MeasureKind.NONE
        line = (
            day_text(one.day),
            value_of(self._goal, one.value) if measured else "",
            self._veil.words(one.what_moved_it, private=True),
            self._about(one),
        )
        if role == LINE:
            return line
        return ", ".join(part for part in line if part)

    def _about(self, one: CheckIn) -> str:
        about = []
        if one.confidence is not None:
            about.append(self.tr("confidence {number} of 10").format(number=one.confidence))
        if one.by is CheckedBy.AGREED_TOGETHER:
            about.append(self.tr("agreed together"))
        if one.session_id is not None:
            about.append(self.tr("from a session"))
        return "  ·  ".join(about)


class CheckInDelegate(Delegate):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._heights: dict[tuple[str, bool, int, float], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.width() if isinstance(view, QWidget) else self.theme.px(400)
        _, _, moved, about = index.data(LINE)
        key = (moved, bool(about), width, self.theme.zoom)
        height = self._heights.get(key)
        if height is None:  # else 500 lines are broken anew after every check-in
            height = self._heights[key] = self._height(moved, bool(about), width)
        return QSize(self.theme.px(120), height)

    def _height(self, moved: str, about: bool, width: int) -> int:
        room = self._words(QRectF(0, 0, width, 0)).width()
        lines = len(clamp(moved, self.theme.font("body"), room, _LINES))
        height = lines * self.theme.line_height("body")
        if about:
            height += self.theme.line_height("small")
        return max(height, self.theme.line_height("body")) + self.theme.px(10)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day, value, moved, about = index.data(LINE)
        px, rect = self.theme.px, QRectF(option.rect)
        self.draw_state(painter, option, rect.adjusted(1, 1, -1, -1))
        height = self.theme.line_height("body")
        line = QRectF(rect.left() + px(8), rect.top() + px(5), px(92), height)
        self.draw_words(painter, line, day, "small", "text3")
        line.moveLeft(rect.left() + px(104))
        line.setWidth(px(100))
        self.draw_words(painter, line, value, "body_strong", "text")
        words = self._words(rect)
        used = self.draw_clamped(painter, words, moved, "body", "text2", lines=_LINES) if moved else 0.0
        below = QRectF(words.left(), words.top() + used, words.width(), self.theme.line_height("small"))
        if about:
            self.draw_words(painter, below, about, "small", "text3")

    def _words(self, rect: QRectF) -> QRectF:
        px = self.theme.px
        left = rect.left() + px(214)
        return QRectF(left, rect.top() + px(5), max(rect.right() - left - px(8), px(60)), rect.height())


class CheckInList(ListView):
    """As high as its rows: the page scrolls, not the list."""

    def __init__(self, theme: Theme, name: str, model: CheckInModel) -> None:
        super().__init__(theme, name)
        self.setModel(model)
        self.setItemDelegate(CheckInDelegate(theme, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """Take the height that the rows need."""
        rows = self.model().rowCount()
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(rows)) + 4 if rows else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # a view keeps the heights that rows had at another width
            self.fit()
