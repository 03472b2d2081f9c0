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


class RateLine(QWidget):
    """One thing to rate: where it is now and, when looking back, where it was at the start."""

    edited = Signal()

    def __init__(self, theme: Theme, item: RatingItem, low: int, high: int) -> None:
        super().__init__()
        self._theme = theme
        self.now = ScaleField(theme, item.label, low, high)
        self.then = ScaleField(
            theme, self.tr("{label}, at the start as I see it now").format(label=item.label), low, high
        )
        self._label = Label(theme, item.label, "body_strong", wrap=True)
        self._said = Label(theme, "", "small", "text3")
        self._before = Label(theme, self.tr("at the start, as I see it now"), "small", "text2", wrap=True)
        ends = [Label(theme, text, "small", "text3", wrap=True) for text in (item.low_text, item.high_text)]
        ends[1].setAlignment(Qt.AlignmentFlag.AlignRight)
        ends_row = row(ends[0], 16, ends[1], margins=(6, 0, 6, 0))
        ends_row.setStretch(0, 1)
        ends_row.setStretch(2, 1)
        self._scales = holder(column(self.now, *([ends_row] if any(e.text() for e in ends) else [])))
        self._words = holder(column(self._label, 1, self._said, None, margins=(0, 7, 0, 0)))
        self._words_before = holder(column(self._before, None, margins=(0, 9, 0, 0)))
        self._first = _pair(self._words, self._scales)
        self._second = _pair(self._words_before, self.then)
        self.setLayout(column(self._first, 2, self._second))
        for scale in (self.now, self.then):
            scale.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            scale.valueChanged.connect(self._changed)
        theme.changed.connect(self._look)
        self._wide = True
        self.look_back(False)
        self._show_said()
        self._look()

    def look_back(self, on: bool) -> None:
        self.then.setVisible(on)
        self._words_before.setVisible(on)

    def arrange(self, wide: bool) -> None:
        self._wide = wide
        self._look()

    @Slot()
    def _changed(self) -> None:
        self._show_said()
        self.edited.emit()

    def _show_said(self) -> None:
        self._said.setText(self.tr("no answer") if self.now.answer() is None else "")

    @Slot()
    def _look(self) -> None:
        direction = QBoxLayout.Direction.LeftToRight if self._wide else QBoxLayout.Direction.TopToBottom
        for pair in (self._first, self._second):
            pair.setDirection(direction)
        for words in (self._words, self._words_before):
            words.setFixedWidth(self._theme.px(LABEL_WIDTH) if self._wide else self.now.sizeHint().width())
        self._scales.setFixedWidth(self.now.sizeHint().width())


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
            line.edited.connect(self.edited)
            line.look_back(self._looking_back)
            line.arrange(self._wide)
            for scale in (line.now, line.then):
                scale.installEventFilter(self)
            self._column.addWidget(line)
        if self.lines:
            self.setFocusProxy(self.lines[0].now)

    def show_values(self, values: Sequence[int | None], then: Sequence[int | None]) -> None:
        for place, line in enumerate(self.lines):
            line.now.set_answer(values[place] if place < len(values) else None)
            line.then.set_answer(then[place] if place < len(then) else None)

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
    pair.addWidget(one)
    pair.addWidget(other)
    pair.addStretch(1)
    return pair
