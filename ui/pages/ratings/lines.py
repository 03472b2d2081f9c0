"""The lines of a rating sheet: what to rate, the numbers, and what the two ends mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorjournal.model.rating import RatingInstrument, RatingItem
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row
from ui.widgets.scale import ScaleField

LABEL_WIDTH = 200
_GAP = 12


class RateLine(QWidget):
    """One thing to rate: where it is now and, when looking back, where it was at the start."""

    edited = Signal()

    def __init__(self, theme: Theme, item: RatingItem, low: int, high: int) -> None:
        super().__init__()
        self._theme = theme
        self.now = ScaleField(theme, item.label, low, high)
        before = self.tr("{label}, at the start as I see it now").format(label=item.label)
        self.then = ScaleField(theme, before, low, high, soft=True)
        self._label = Label(theme, item.label, "body_strong", wrap=True)
        self._said = Label(theme, "", "small", "text3")
        self._before = Label(theme, self.tr("at the start"), "small", "text2")
        self._ends = [
            Label(theme, text, "small", "text3", wrap=True) for text in (item.low_text, item.high_text)
        ]
        for end in self._ends:
            end.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._ends[1].setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        ends = row(self._ends[0], _GAP, self._ends[1], margins=(_GAP // 2, 0, _GAP // 2, 0))
        self._scales = holder(column(self.now, *([ends] if item.low_text or item.high_text else [])))
        self._words = holder(column(self._label, self._said, margins=(0, 7, 0, 2)))
        self._words_before = holder(column(self._before, margins=(0, 9, 0, 2)))
        self._first = _pair(self._words, self._scales)
        self._second = _pair(self._words_before, self.then)
        self.setLayout(column(self._first, 2, self._second))
        for scale in (self.now, self.then):
            scale.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            scale.valueChanged.connect(self._changed)
        theme.changed.connect(self._look)
        self._wide = True
        self.look_back(False)
        self._look()

    def look_back(self, on: bool) -> None:
        self.then.setVisible(on)
        self._words_before.setVisible(on)

    def arrange(self, wide: bool) -> None:
        self._wide = wide
        self._look()

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()

    def say_unanswered(self, said: bool) -> None:
        """Say in words that nothing is chosen here, once something is on another line."""
        nothing = self.tr("no answer") if said and self.now.answer() is None else ""
        self._said.setText(nothing)
        self._said.setVisible(bool(nothing))

    @Slot()
    def _look(self) -> None:
        direction = QBoxLayout.Direction.LeftToRight if self._wide else QBoxLayout.Direction.TopToBottom
        for pair in (self._first, self._second):
            pair.setDirection(direction)
        scale = self.now.sizeHint().width()
        width = self._theme.px(LABEL_WIDTH) if self._wide else scale
        for words in (self._words, self._words_before):
            words.setFixedWidth(width)
        self._scales.setFixedWidth(scale)
        # Nested boxes forget that a narrower label is higher; these say it.
        self._label.setFixedHeight(self._label.heightForWidth(width))
        for end in self._ends:
            end.setFixedWidth(scale // 2 - _GAP)
            higher = max(one.heightForWidth(scale // 2 - _GAP) for one in self._ends)
            end.setFixedHeight(max(higher, 0))  # of no words it says -1


class RateLines(QWidget):
    """All lines of one sheet. Up and Down go from line to line. Emits *edited* with every answer."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout()
        self._column.setSpacing(14)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shape: tuple[object, ...] = ()
        self._wide = True
        self._looking_back = False
        self.lines: list[RateLine] = []
        self.setLayout(self._column)

    def show_sheet(self, sheet: RatingInstrument) -> None:
        """Lay out the lines of *sheet*; the same lines stay where they are."""
        shape = (sheet.items, sheet.scale)
        if shape == self._shape:
            return
        self._shape = shape
        clear(self._column)
        low, high = sheet.scale.range
        self.lines = [RateLine(self._theme, item, low, high) for item in sheet.items]
        for line in self.lines:
            line.edited.connect(self._answered)
            line.look_back(self._looking_back)
            line.arrange(self._wide)
            for scale in (line.now, line.then):
                scale.installEventFilter(self)
            self._column.addWidget(line)

    def show_values(self, values: Sequence[int | None], then: Sequence[int | None]) -> None:
        for place, line in enumerate(self.lines):
            line.now.set_answer(values[place] if place < len(values) else None)
            line.then.set_answer(then[place] if place < len(then) else None)

        self._answered()

    def values(self) -> tuple[int | None, ...]:
        return tuple(line.now.answer() for line in self.lines)

    def then_values(self) -> tuple[int | None, ...]:
        """Where the writer sees that they were; empty while they do not look back."""
        return tuple(line.then.answer() for line in self.lines) if self._looking_back else ()

    def look_back(self, on: bool) -> None:
        self._looking_back = on
        for line in self.lines:
            line.look_back(on)

    def arrange(self, wide: bool) -> None:
        self._wide = wide
        for line in self.lines:
            line.arrange(wide)

    @Slot()
    def _answered(self) -> None:
        begun = any(line.now.answer() is not None for line in self.lines)
        for line in self.lines:
            line.say_unanswered(begun)
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            scales = [s for line in self.lines for s in (line.now, line.then) if s.isVisibleTo(self)]
            if step is not None and watched in scales:
                place = scales.index(watched) + step
                if 0 <= place < len(scales):
                    scales[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False


def _pair(one: QWidget, other: QWidget) -> QBoxLayout:
    pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    pair.setSpacing(0)
    pair.setContentsMargins(0, 0, 0, 0)
    pair.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
    pair.addWidget(other, 0, Qt.AlignmentFlag.AlignTop)
    pair.addStretch(1)
    return pair
