"""The questions of a prompt set, beside or under the text; each can be answered with a click or Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from mentorjournal.model.words import Role
from mentorjournal.prompts import PromptSet
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.fields import ChoiceField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row, scrolling

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


class Question(QAbstractButton):
    """One question over as many lines as it needs: a push button cannot break its words."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme, step_id: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step_id = step_id
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Answer this question"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.ring(self)
        self.clicked.connect(self._ask)

    def heightForWidth(self, width: int) -> int:
        box = self.fontMetrics().boundingRect(
            0, 0, max(width - self._theme.px(20), 1), 10_000, WRAP, self.text()
        )
        return box.height() + self._theme.px(12)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.property("kbd"):
            painter.setPen(self._theme.colour("focus"))
            painter.drawRoundedRect(box, px(7), px(7))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(box, px(7), px(7))
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(self.rect().adjusted(px(10), px(6), -px(10), -px(6)), WRAP, self.text())
        painter.end()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._step_id, self.text())


class Questions(QWidget):
    """Chooses a set and shows its steps for one side of the relationship."""

    asked = Signal(str, str, str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sets: dict[str, PromptSet] = {}
        self._role = Role.MENTEE
        self.setObjectName("column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chooser: ChoiceField | None = None
        self._top = column()
        close = ToolButton(theme, "x", self.tr("Close the questions"), size=15)
        close.clicked.connect(self.closed)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._source = Label(theme, "", "small", "text3", wrap=True)
        inside = holder(column(self._steps, 14, self._source, None, margins=(14, 0, 14, 16)), "page")
        head = row(self._top, 4, close, margins=(24, 14, 12, 8))
        head.setStretch(0, 1)
        self._area = scrolling(inside)
        self.setLayout(column(head, self._area))

    def offer(self, sets: Sequence[PromptSet], role: Role) -> None:
        """Offer these sets, the first one open."""
        self._sets = {one.id: one for one in sets}
        self._role = role
        clear(self._top)
        choices = [(one.id, one.name) for one in sets]
        self.chooser = ChoiceField(self._theme, self.tr("Set of questions"), choices)
        self.chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chooser.chosen.connect(self._choose)
        self._top.addWidget(self.chooser)
        if sets:
            self.show_set(sets[0].id)

    def show_set(self, id: str) -> None:
        """Show the set; one that is not known any more leaves the present one."""
        one = self._sets.get(id)
        if one is None or self.chooser is None:
            return
        self.chooser.set_value(id)
        clear(self._steps)
        for step in one.steps:
            label = Label(self._theme, step.label, "caption", "text3")
            label.setContentsMargins(self._theme.px(10), self._theme.px(12), 0, self._theme.px(2))
            self._steps.addWidget(label)
            for words in step.questions(self._role):
                question = Question(self._theme, step.id, words)
                question.asked.connect(self._asked)
                self._steps.addWidget(question)
        self._source.setText(one.source)
        self._source.setContentsMargins(self._theme.px(10), 0, self._theme.px(10), 0)
        self._area.verticalScrollBar().setValue(0)

    def shown_set(self) -> str:
        return "" if self.chooser is None else str(self.chooser.value() or "")

    @Slot(object)
    def _choose(self, id: str) -> None:
        self.show_set(id)

    @Slot(str, str)
    def _asked(self, step_id: str, words: str) -> None:
        self.asked.emit(self.shown_set(), step_id, words)
