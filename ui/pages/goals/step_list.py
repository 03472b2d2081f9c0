"""The milestones as rows: a box to tick, the words, and when."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from mentorjournal.model.goal import Milestone
from mentorjournal.model.ids import MilestoneId
from mentorjournal.model.words import MilestoneStatus
from ui.pages.goals.wording import step_when
from ui.theme.theme import Theme
from ui.theme.veil import Veil
from ui.widgets.check import draw_box
from ui.widgets.list_view import Delegate, ListView, clamp

Index = QModelIndex | QPersistentModelIndex
STEP = Qt.ItemDataRole.UserRole + 1
LINES = 3
_LATE = Qt.ItemDataRole.UserRole + 2


class StepModel(QAbstractListModel):
    toggled = Signal(object)

    def __init__(self, parent: QObject | None = None, *, veil: Veil | None = None) -> None:
        super().__init__(parent)
        self._veil = veil or Veil(self)
        self._steps: tuple[Milestone, ...] = ()
        self._today = date.min

    def show_steps(self, steps: tuple[Milestone, ...], today: date) -> bool:
        """Take the milestones; say whether anything is different from before."""
        if (steps, today) == (self._steps, self._today):
            return False
        self.beginResetModel()
        self._steps, self._today = steps, today
        self.endResetModel()
        return True

    def step(self, row: int) -> Milestone | None:
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def row_of(self, id: MilestoneId | None) -> int:
        return next((row for row, step in enumerate(self._steps) if step.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._steps)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self._steps[index.row()]
        if role == STEP:
            return step
        if role == Qt.ItemDataRole.DisplayRole:
            return self._veil.words(step.title, private=True)
        if role == _LATE:
            return step_when(step, self._today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.tr("Veiled") if self._veil.drawn else step.title
            parts = (title, step.status.label, step_when(step, self._today))
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.CheckStateRole:
            reached = step.status is MilestoneStatus.REACHED
            return Qt.CheckState.Checked if reached else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggled.emit(self._steps[index.row()].id)
        return True


class StepDelegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, view = self.theme.px, option.widget
        width = view.width() if isinstance(view, QWidget) else px(400)
        lines = clamp(str(index.data()), self.theme.font("body"), self._room(width, index), LINES)
        return QSize(px(120), max(len(lines), 1) * self.theme.line_height("body") + px(12))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        step: Milestone = index.data(STEP)
        px, rect = self.theme.px, QRectF(option.rect)
        self.draw_state(painter, option, rect.adjusted(1, 1, -1, -1))
        side = px(16)
        top = rect.top() + px(6) + (self.theme.line_height("body") - side) / 2
        box = QRectF(rect.left() + px(10), top, side, side)
        skipped = step.status is MilestoneStatus.SKIPPED
        draw_box(painter, self.theme, box, on=step.status is MilestoneStatus.REACHED, enabled=not skipped)
        if skipped:
            middle = box.center()
            painter.drawLine(
                int(middle.x() - px(4)), int(middle.y()), int(middle.x() + px(4)), int(middle.y())
            )
        words = rect.adjusted(px(38), px(6), 0, 0)
        words.setWidth(self._room(int(rect.width()), index))
        role = "text3" if skipped else "text"
        self.draw_clamped(painter, words, step.title, "body", role, lines=LINES, private=True)
        when = rect.adjusted(0, px(6), -px(12), 0)
        when.setHeight(self.theme.line_height("body"))
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        self.draw_words(painter, when, str(index.data(_LATE)), "small", "text3", align=end)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box, with room around it, ticks."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and event.position().x() < option.rect.left() + self.theme.px(34)
        ):
            return model.setData(index, True, Qt.ItemDataRole.CheckStateRole)
        return False

    def _room(self, width: int, index: Index) -> float:
        """How wide the words may be beside the box and the day."""
        px, day = self.theme.px, str(index.data(_LATE))
        beside = QFontMetrics(self.theme.font("small")).horizontalAdvance(day) + px(24) if day else px(12)
        return max(float(width - px(38) - beside), px(80))


class StepList(ListView):
    """As high as its rows, up to *most*; the keys act on the row in hand."""

    toggled = Signal()
    skipped = Signal()
    edited = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, theme: Theme, name: str, model: StepModel, most: int = 12) -> None:
        super().__init__(theme, name)
        self._most = most
        self.setModel(model)
        self.setItemDelegate(StepDelegate(theme, self))
        self.doubleClicked.connect(self.edited)
        theme.changed.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """Take the height that the rows need."""
        rows = self.model().rowCount()
        heights = [self.sizeHintForRow(row) for row in range(min(rows, self._most))]
        self.setFixedHeight(sum(heights) + 4 if heights else 0)
        self.setVisible(rows > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif control or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.toggled.emit()
        elif key == Qt.Key.Key_S:
            self.skipped.emit()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edited.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # a view keeps the heights that rows had at another width
            self.fit()
